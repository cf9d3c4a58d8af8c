"""Summaries are read in every layout, and their totals can be checked."""

from datetime import date

import pytest

from app.errors import UnreadableFileError
from app.exchange import checks
from app.exchange.labels import Column
from app.exchange.reading import ReportKind, read
from app.exchange.summary import Summary
from app.rules.people import PersonKind
from tests.exchange import samples
from tests.exchange.packing import Cell, Grid, pack
from tests.exchange.samples import Counters, Member

ANN = Counters(22, 1, 1, 0, 1, 12, 7, 5, 6, 2, 30, 1409141, 26)
BOB = Counters(16, 2, 0, 3, 4, 1, 2, 3, 4, 0, 9, 12, 0)
MEMBERS = [Member("Ann Marie", "Lee", ANN), Member("Łukasz", "Żak", BOB)]
GUESTS = Counters(p=25)
OWN = Counters(p=25, v=3, tyfcb=14130)


def summary_of(members: list[Member], **choices: object) -> Summary:
    report = read(samples.summary(members, **choices), "sample.xls").report  # type: ignore[arg-type]
    assert isinstance(report, Summary)
    return report


def read_grid(grid: Grid) -> Summary:
    report = read(pack(grid), "grid.xls").report
    assert isinstance(report, Summary)
    return report


@pytest.mark.parametrize("container", ["spreadsheetml", "xlsx", "csv"])
@pytest.mark.parametrize("headered", [True, False])
@pytest.mark.parametrize("locale", list(samples.LOCALES))
def test_every_variant_gives_the_same_figures(
    container: str, locale: str, *, headered: bool
) -> None:
    found = summary_of(
        MEMBERS,
        locale=locale,
        headered=headered,
        container=container,
        visitors=GUESTS,
        organisation=OWN,
    )
    assert [row.name for row in found.rows] == ["Ann Marie Lee", "Łukasz Żak"]
    assert [(row.given, row.family) for row in found.rows] == [
        ("Ann Marie", "Lee"),
        ("Łukasz", "Żak"),
    ]
    ann = found.rows[0].figures
    assert (ann.present, ann.absent, ann.late, ann.medical, ann.substitute) == (22, 1, 1, 0, 1)
    assert ann.weeks == 25
    assert (ann.given_inside, ann.given_outside) == (12, 7)
    assert (ann.received_inside, ann.received_outside) == (5, 6)
    assert (ann.visitors, ann.one_to_ones, ann.education) == (2, 30, 26)
    assert ann.closed_business == 140914100
    assert found.organisation_row
    assert found.organisation_row.figures.closed_business == 1413000
    assert found.organisation_row.kind is PersonKind.ORGANISATION
    assert found.visitors_row
    assert found.visitors_row.figures.present == 25
    assert found.total_row
    assert found.total_row.figures.present == 38
    assert set(checks.residual(found).values()) == {0}


def test_headings_tell_chapter_and_period() -> None:
    file = read(samples.summary(MEMBERS), "x")
    found = file.report
    assert isinstance(found, Summary)
    assert (file.kind, file.header_row) == (ReportKind.SUMMARY, 8)
    assert (found.chapter, found.region, found.country) == (
        "Harbour Lights",
        "North Shore",
        "Freedonia",
    )
    assert (found.starts_on, found.ends_on) == (date(2025, 8, 26), date(2026, 2, 24))
    assert not found.is_one_meeting
    assert not found.dropped_included


def test_former_members_move_the_header_by_one_row() -> None:
    file = read(samples.summary(MEMBERS, dropped_included=True), "x")
    assert isinstance(file.report, Summary)
    assert (file.header_row, file.report.dropped_included) == (9, True)


def test_the_sheet_of_one_evening_is_known_as_such() -> None:
    day = date(2026, 2, 24)
    assert summary_of(MEMBERS, period=(day, day)).is_one_meeting


def test_a_file_without_headings_has_no_period() -> None:
    found = summary_of(MEMBERS, headered=False)
    assert (found.starts_on, found.ends_on, found.chapter) == (None, None, "")


def test_optional_columns_are_told_from_missing_ones() -> None:
    plain, indian, arab, thai = (
        summary_of([Member("Ann", "Lee", Counters(extra=4))], locale=locale).rows[0].figures
        for locale in ("us", "in", "ae", "th")
    )
    assert (plain.testimonials, plain.custom, plain.revenue_received) == (None, None, None)
    assert (indian.testimonials, arab.custom, thai.revenue_received) == (4, 4, 400)


def test_the_residual_of_the_total_is_the_former_members_share() -> None:
    gone = Counters(p=8, one=16, tyfcb=35207)
    found = summary_of(MEMBERS, hidden=gone, visitors=GUESTS, organisation=OWN)
    left = checks.residual(found)
    assert (left[Column.PRESENT], left[Column.ONE_TO_ONES]) == (8, 16)
    assert left[Column.CLOSED_BUSINESS] == 3520700
    assert left[Column.EDUCATION] == 0
    assert checks.summary_findings(found) == ()


def test_a_residual_beside_listed_former_members_is_noted() -> None:
    found = summary_of(MEMBERS, hidden=Counters(p=8), dropped_included=True)
    assert [f.facts for f in checks.summary_findings(found)] == [
        {"column": Column.PRESENT, "difference": 8}
    ]


def test_a_total_below_its_rows_is_noted() -> None:
    found = summary_of(MEMBERS, hidden=Counters(rgi=-1))
    assert [f.facts["column"] for f in checks.summary_findings(found)] == [Column.GIVEN_INSIDE]


def test_family_names_may_come_first() -> None:
    found = summary_of([Member("小明 Wang,Ming", "王", ANN)], locale="zh-TW")
    (row,) = found.rows
    assert (row.given, row.family, row.name) == ("小明 Wang,Ming", "王", "王小明 Wang,Ming")
    assert row.written == "王 小明 Wang,Ming"


def test_a_person_may_share_his_name_with_a_row_of_totals() -> None:
    found = summary_of([Member("Total", "Recall", ANN), *MEMBERS])
    assert found.rows[0].name == "Total Recall"


def test_a_weekly_sheet_with_one_word_of_attendance_is_read() -> None:
    labels = ("名称", "身份", "出席情况", "提供内部引荐", "来宾", "交易价值")
    rows = [
        ("王小明", "会员", "出席", "2", "1", "300"),
        ("李小红", "会员", "请假", "0", "0", ""),
        ("赵六", "会员", "", "1", "0", "0"),
    ]
    found = read_grid([[Cell(c, t) for c, t in enumerate(row, 1)] for row in (labels, *rows)])
    assert [row.figures.weeks for row in found.rows] == [1, 1, 0]
    assert (found.rows[0].figures.present, found.rows[1].figures.medical) == (1, 1)
    assert found.rows[0].figures.closed_business == 30000


def test_large_money_in_scientific_notation_is_exact() -> None:
    labels = ("First Name", "Last Name", "P", "A", "V", "TYFCB")
    rows = [("Ann", "Lee", "1", "0.0", "-", "1.856610963E+10")]
    found = read_grid([[Cell(c, t) for c, t in enumerate(row, 1)] for row in (labels, *rows)])
    assert found.rows[0].figures.closed_business == 1_856_610_963_000


def test_what_follows_the_total_is_left_alone() -> None:
    labels = ("First Name", "Last Name", "P", "A", "V")
    rows = [
        ("Ann", "Lee", "1", "0", "0"),
        ("Page 1",),
        ("Total", "", "1", "0", "0"),
        ("Bob", "Ray", "9", "9", "9"),
    ]
    found = read_grid([[Cell(c, t) for c, t in enumerate(row, 1)] for row in (labels, *rows)])
    assert [row.name for row in found.rows] == ["Ann Lee"]
    assert [(f.reason, f.row) for f in found.findings] == [
        ("note_row_left_out", 3),
        ("note_row_after_total", 5),
    ]


def test_two_members_of_one_name_are_noted() -> None:
    found = summary_of([Member("Ann", "Lee", ANN), Member("ann ", "LEE", BOB)])
    assert len(found.rows) == 2
    assert [(f.reason, f.row) for f in found.findings] == [("note_same_name", 10)]


@pytest.mark.parametrize(
    ("label", "text", "reason"),
    [
        ("P", "-3", "file_count_negative"),
        ("P", "1.5", "file_count_unclear"),
        ("V", "lots", "file_count_unclear"),
        ("V", "99999999", "file_count_absurd"),
        ("TYFCB", "-1.00", "file_amount_negative"),
        ("TYFCB", "1e40", "file_amount_absurd"),
    ],
)
def test_impossible_figures_are_refused_with_row_and_column(
    label: str, text: str, reason: str
) -> None:
    values = {"P": "1", "A": "0", "V": "0", "TYFCB": "0"} | {label: text}
    grid = [
        [Cell(c, t) for c, t in enumerate(("First Name", "Last Name", *values), 1)],
        [Cell(c, t) for c, t in enumerate(("Ann", "Lee", *values.values()), 1)],
    ]
    with pytest.raises(UnreadableFileError) as refused:
        read_grid(grid)
    assert refused.value.reason == reason
    assert refused.value.facts["row"] == 2
    assert refused.value.facts["column"] in set(Column)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UnreadableFileError) as refused:
        summary_of(MEMBERS, period=(date(2026, 2, 24), date(2025, 8, 26)))
    assert refused.value.reason == "file_period_reversed"


def test_a_period_that_could_be_read_two_ways_is_noted() -> None:
    content = samples.summary(MEMBERS).replace(b"2025-08-26T00:00:00", b"03/02/2025")
    found = read(content, "x").report
    assert isinstance(found, Summary)
    assert found.starts_on == date(2025, 2, 3)
    assert [f.reason for f in found.findings] == ["note_day_before_month"]
