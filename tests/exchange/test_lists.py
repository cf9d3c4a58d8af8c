"""Lists of members, visitors, trainings and marks are known by their labels and read alike."""

from datetime import date

import pytest

from app.exchange.attendance_sheet import AttendanceSheet
from app.exchange.guests import GuestList, Visit
from app.exchange.members import Belonging, Members
from app.exchange.reading import ReportKind, read
from app.exchange.trainings import Trainings
from app.rules.attendance import Attendance
from tests.exchange import list_samples as lists
from tests.exchange.packing import Container

TITLED = "Chapter ► Some Report"
ROSTER_ROWS = [
    ["Ann Lee", "Finance & Insurance > Insurance > Life Insurance", "Lee & Co", "+44 1"],
    ["Bob  O'Hart", "Trades > Plumber", "Hart Ltd", ""],
]


def members(content: bytes) -> Members:
    report = read(content).report
    assert isinstance(report, Members)
    return report


def guests(content: bytes) -> GuestList:
    report = read(content).report
    assert isinstance(report, GuestList)
    return report


def sheet(content: bytes) -> AttendanceSheet:
    report = read(content).report
    assert isinstance(report, AttendanceSheet)
    return report


@pytest.mark.parametrize("container", ["spreadsheetml", "xlsx", "csv"])
@pytest.mark.parametrize("title", ["", TITLED])
def test_a_roster_gives_each_member_with_the_narrowest_profession(
    title: str, container: Container
) -> None:
    content = lists.listed(lists.ROSTER, ROSTER_ROWS, title=title, container=container)
    found = members(content)
    assert read(content).kind is ReportKind.ROSTER
    assert [(row.name, row.profession, row.company) for row in found.rows] == [
        ("Ann Lee", "Life Insurance", "Lee & Co"),
        ("Bob O'Hart", "Plumber", "Hart Ltd"),
    ]
    assert found.chapter == ("Harbour Lights" if title else "")


def test_the_sub_header_of_a_roster_is_no_member_and_its_officers_are_read() -> None:
    rows = [["", "", "", "", "G", "R", "V", "1-2-1", "L", "A"]]
    rows += [[*row, "1", "2", "3", "4", "5", "6"] for row in ROSTER_ROWS]
    above = [
        ["Chapter Leadership"],
        ["President", "Ann Lee"],
        ["Secretary/Treasurer", "Bob O'Hart"],
    ]
    labels = [*lists.ROSTER, "", "", "", "", "", ""]
    found = members(lists.listed(labels, rows, title=TITLED, above=above))
    assert [row.name for row in found.rows] == ["Ann Lee", "Bob O'Hart"]
    assert found.officers == (("President", "Ann Lee"), ("Secretary/Treasurer", "Bob O'Hart"))


def test_a_roster_kept_in_a_spreadsheet_gives_dates_and_sponsors() -> None:
    row = ["1", "Harbour Lights", "Baker", "Ann", "Lee", "Lee & Co", "1", "2", "a@b.test",
           "Active", "02/25/2024", "03/01/2026", "Bob Hart"]  # fmt: skip
    found = members(lists.listed(lists.OWN_ROSTER, [row], container="xlsx"))
    (ann,) = found.rows
    assert (ann.joined_on, ann.renewal_due) == (date(2024, 2, 25), date(2026, 1, 3))
    assert (ann.phone, ann.email, ann.sponsor) == ("2", "a@b.test", "Bob Hart")
    assert (ann.belonging, found.told_chapter) == (Belonging.MEMBER, "Harbour Lights")


def test_a_column_of_dates_is_read_in_the_one_order_that_fits_all_of_it() -> None:
    def row(name: str, joined: str) -> list[str]:
        return ["", "", "Baker", name, "Lee", "", "", "", "", "Active", joined, "", ""]

    rows = [row("Ann", "03/04/2024"), row("Bea", "02/25/2024")]
    found = members(lists.listed(lists.OWN_ROSTER, rows))
    assert [one.joined_on for one in found.rows] == [date(2024, 3, 4), date(2024, 2, 25)]


def test_the_tables_of_a_dues_report_each_have_their_own_columns() -> None:
    content = lists.stacked(
        ("Current Members", lists.DUES,
         [["Ann Lee", "Baker", "1 year", "Active", "01/03/2026", "No", "01/03/2020"]]),
        ("New Members", lists.DUES,
         [["Cat Moor", "Joiner", "1 year", "Active", "01/09/2026", "Yes", "01/09/2025"]]),
        ("Late", lists.DUES,
         [["Bob Hart", "Plumber", "2 year", "Late", "01/02/2026", "No", "01/02/2022"]]),
        ("Dropped", ("Member Name", "Due Date", "Type"), [["Dan Gone", "01/12/2025", "1 year"]]),
        first_column=2,
    )  # fmt: skip
    found = members(content)
    assert read(content).kind is ReportKind.DUES
    assert [(row.name, row.belonging, row.renewal_due) for row in found.rows] == [
        ("Ann Lee", Belonging.MEMBER, date(2026, 3, 1)),
        ("Cat Moor", Belonging.MEMBER, date(2026, 9, 1)),
        ("Bob Hart", Belonging.LATE, date(2026, 2, 1)),
        ("Dan Gone", Belonging.GONE, date(2025, 12, 1)),
    ]


def test_a_dues_report_in_chinese_is_read() -> None:
    row = ["王小明", "律師", "一年", "有效", "2026/03/01", "2020/03/01"]
    (wang,) = members(lists.listed(lists.DUES_ZH, [row])).rows
    assert (wang.given, wang.family, wang.renewal_due) == ("小明", "王", date(2026, 3, 1))


def test_a_length_report_tells_since_when() -> None:
    row = ["Ann", "Lee", "6 years", "2015-01-01T00:00:00", "2 years", "2024-01-01T00:00:00"]
    content = lists.listed(lists.LENGTH, [row], title=TITLED)
    assert read(content).kind is ReportKind.LENGTH
    assert members(content).rows[0].joined_on == date(2024, 1, 1)


def test_a_sponsor_report_names_who_brought_whom() -> None:
    rows = [
        ["Ann", "Lee", "2", "Bob", "Hart", "North", "Harbour Lights", "2024-01-01"],
        ["", "", "", "Cat", "Moor", "North", "Elm", "2024-02-01"],
    ]
    content = lists.listed(lists.SPONSORS, rows)
    assert read(content).kind is ReportKind.SPONSORS
    assert [(row.name, row.sponsor, row.chapter) for row in members(content).rows] == [
        ("Bob Hart", "Ann Lee", "Harbour Lights"),
        ("Cat Moor", "Ann Lee", "Elm"),
    ]


def test_a_regions_database_is_read_in_french() -> None:
    row = ["Zoé", "Durand", "Durand SA", "Avocat", "Lumière", "Membre", "01", "x", "y", "06",
           "z@d.test", "d.test", "1 rue A", "Lyon", "69", "69001", "q", "Arrêté", "05/02/2020",
           "05/02/2024", "Jean Petit"]  # fmt: skip
    content = lists.listed(lists.DATABASE, [row])
    (zoe,) = members(content).rows
    assert read(content).kind is ReportKind.DATABASE
    assert (zoe.belonging, zoe.joined_on, zoe.chapter) == (
        Belonging.GONE, date(2020, 2, 5), "Lumière",
    )  # fmt: skip
    assert zoe.address == "1 rue A, 69001 Lyon, 69"


def test_visitors_come_with_their_day_and_inviter_and_substitutes_are_told_apart() -> None:
    rows = [
        ["Una", "Flynn", "Flynn", "Florist", "u@f.test", "1", "", "", "", "", "", "",
         "13/02/2025", "Ann Lee", "First Visit"],
        ["Stan", "Dean", "", "", "", "", "", "", "", "", "", "", "13/02/2025", "Bob Hart",
         "Substitute"],
    ]  # fmt: skip
    content = lists.listed(lists.VISITORS, rows, title=TITLED)
    found = guests(content)
    assert (read(content).kind, found.expected) == (ReportKind.VISITORS, False)
    assert [(row.name, row.visited_on, row.visit) for row in found.rows] == [
        ("Una Flynn", date(2025, 2, 13), Visit.VISIT),
        ("Stan Dean", date(2025, 2, 13), Visit.SUBSTITUTE),
    ]


def test_those_who_registered_are_only_expected() -> None:
    row = ["Ms", "Una", "Flynn", "", "Flynn", "Retail", "Florist", "Flowers", "Ann Lee",
           "2025-02-13", "In person", "1", "2", "", "u@f.test", *[""] * 6, "Visitor"]  # fmt: skip
    content = lists.listed(lists.PROSPECTS, [row])
    found = guests(content)
    assert (read(content).kind, found.expected) == (ReportKind.PROSPECTS, True)
    assert (found.rows[0].profession, found.rows[0].phone) == ("Florist", "2")


def test_trainings_lose_the_star_and_the_untranslated_key() -> None:
    rows = [
        ["North", "Harbour Lights", "Ann", "Lee", "2025-03-01T00:00:00", "*Member  Success",
         "Participant", "", "+91 1", "", ""],
        ["North", "Harbour Lights", "Bob", "Hart", "2025-03-02T00:00:00",
         "eventtype.connect:deepdive", "Trainer", "", "", "", ""],
    ]  # fmt: skip
    parameters = [("Chapter:", "Harbour Lights"), ("Events:", "a, b"),
                  ("From:", "2025-01-01T00:00:00"), ("To:", "2025-06-30T00:00:00"),
                  ("Show:", "Members who have attended")]  # fmt: skip
    content = lists.listed(
        lists.TRAINING, rows, title=TITLED, parameters=parameters, places=lists.TRAINING_PLACES
    )
    file = read(content)
    assert isinstance(file.report, Trainings)
    assert file.header_row == 10
    assert [(row.name, row.kind, row.core) for row in file.report.rows] == [
        ("Ann Lee", "Member Success", True),
        ("Bob Hart", "deepdive", False),
    ]


NOV_TO_JAN = ["First Name", "Last Name", "Nov 26", "Dec 31", "Jan 07"]
MARKS = [["Ann", "Lee", "P", "", "L"], ["Bob", "Hart", "A", "S", "M"], ["BNI", "", "P", "P", "P"]]


def test_days_without_a_year_are_those_of_the_period_across_new_year() -> None:
    period = [("Chapter:", "Harbour Lights"), ("From:", "2025-11-01T00:00:00"),
              ("To:", "2026-01-31T00:00:00")]  # fmt: skip
    content = lists.listed(
        NOV_TO_JAN, MARKS, title=TITLED, parameters=period, places=(1, 2, 4, 5, 7)
    )
    found = sheet(content)
    assert found.days() == (date(2025, 11, 26), date(2025, 12, 31), date(2026, 1, 7))
    assert [row.name for row in found.rows] == ["Ann Lee", "Bob Hart"]
    assert found.rows[0].marks == ((0, Attendance.PRESENT), (2, Attendance.LATE))


def test_without_a_period_the_day_of_the_last_meeting_is_asked_for() -> None:
    found = sheet(lists.listed(NOV_TO_JAN, MARKS))
    assert found.days() == ()
    assert found.days(date(2025, 1, 7))[0] == date(2024, 11, 26)


@pytest.mark.parametrize("label", ["26 Nov", "11月26日", "26/11", "26.11.", "Nov 26"])
def test_a_meeting_may_be_labelled_in_many_ways(label: str) -> None:
    found = sheet(lists.listed(["Member Name", label], [["Ann Lee", "P"]]))
    assert found.days(date(2025, 12, 1)) == (date(2025, 11, 26),)
