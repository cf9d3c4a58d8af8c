"""A list somebody keeps himself is read once its columns are explained."""

from datetime import date

import pytest

from app.errors import UnreadableFileError
from app.exchange.attendance_sheet import AttendanceSheet
from app.exchange.lists import Field
from app.exchange.members import Members
from app.exchange.own_lists import Explained, OwnSlips, guess
from app.exchange.reading import ReportKind, look, read
from app.rules.exports import Subject
from app.rules.slips import SlipKind, Tier

REFERRALS = (
    b"Wk;Wer;Wem;Art\n13/02/2025;Ann Lee;Bob Hart;Inside\n20/02/2025;Bob Hart;Ann Lee;Outside\n"
)
COLUMNS = {Field.DAY: 1, Field.GIVER: 2, Field.RECEIVER: 3, Field.TIER: 4}


def read_as(content: bytes, subject: Subject, columns: dict[Field, int]) -> object:
    known = {look(content).header_key: Explained(subject, columns)}
    return read(content, "own.csv", explained=known).report


def test_a_list_nobody_has_explained_is_refused_and_shows_its_header() -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(REFERRALS, "own.csv")
    assert refused.value.reason == "file_report_unknown"
    table = look(REFERRALS)
    assert table.labels == ((1, "Wk"), (2, "Wer"), (3, "Wem"), (4, "Art"))
    assert table.samples[0] == ("13/02/2025", "Ann Lee", "Bob Hart", "Inside")


def test_referrals_go_to_the_meetings_of_their_days() -> None:
    report = read_as(REFERRALS, Subject.REFERRALS, COLUMNS)
    assert isinstance(report, OwnSlips)
    assert [audit.meeting_date for audit in report.audits] == [date(2025, 2, 13), date(2025, 2, 20)]
    assert [(row.kind, row.tier) for row in report.rows] == [
        (SlipKind.REFERRAL, Tier.INSIDE),
        (SlipKind.REFERRAL, Tier.OUTSIDE),
    ]


def test_closed_business_is_credited_to_who_is_thanked() -> None:
    content = b"When,Thanked,Earned,How much\n13/02/2025,Ann Lee,Bob Hart,1250.50\n"
    columns = {Field.DAY: 1, Field.GIVER: 2, Field.RECEIVER: 3, Field.AMOUNT: 4}
    report = read_as(content, Subject.CLOSED_BUSINESS, columns)
    assert isinstance(report, OwnSlips)
    (row,) = report.rows
    assert row.giver is not None
    assert row.receiver is not None
    assert (row.giver.name, row.receiver.name, row.amount) == ("Ann Lee", "Bob Hart", 125_050)


def test_marks_line_by_line_become_a_sheet() -> None:
    content = b"When,Who,How\n13/02/2025,Ann Lee,P\n20/02/2025,Ann Lee,A\n20/02/2025,Bob Hart,?\n"
    report = read_as(content, Subject.ATTENDANCE, {Field.DAY: 1, Field.NAME: 2, Field.MARK: 3})
    assert isinstance(report, AttendanceSheet)
    assert report.days() == (date(2025, 2, 13), date(2025, 2, 20))
    assert [(row.name, len(row.marks)) for row in report.rows] == [("Ann Lee", 2)]
    assert [finding.reason for finding in report.findings] == ["note_mark_unknown"]


def test_members_are_read_from_whatever_columns_they_stand_in() -> None:
    content = b"#,Wer,Was,Seit\n1,Ann Lee,Baker,2024-02-25\n"
    known = {Field.NAME: 2, Field.PROFESSION: 3, Field.JOINED: 4}
    report = read_as(content, Subject.MEMBERS, known)
    assert isinstance(report, Members)
    (row,) = report.rows
    assert (row.name, row.profession, row.joined_on) == ("Ann Lee", "Baker", date(2024, 2, 25))
    assert not report.complete


def test_an_explanation_holds_for_the_same_header_only() -> None:
    known = {look(REFERRALS).header_key: Explained(Subject.REFERRALS, COLUMNS)}
    assert read(REFERRALS, explained=known).kind is ReportKind.OWN_SLIPS
    with pytest.raises(UnreadableFileError):
        read(REFERRALS.replace(b"Wem", b"Wann"), explained=known)


@pytest.mark.parametrize(
    ("label", "subject", "field"),
    [
        ("Datum", Subject.REFERRALS, Field.DAY),
        ("Given by", Subject.REFERRALS, Field.GIVER),
        ("Amount (EUR)", Subject.CLOSED_BUSINESS, Field.AMOUNT),
        ("Company Name", Subject.MEMBERS, Field.COMPANY),
        ("Amount", Subject.REFERRALS, None),
        ("Shoe size", Subject.MEMBERS, None),
    ],
)
def test_what_a_column_means_is_proposed(label: str, subject: Subject, field: Field | None) -> None:
    assert guess(label, subject) is field
