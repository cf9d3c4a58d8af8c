"""Slips audits are read row by row; nothing is dropped and nothing is guessed in silence."""

from datetime import date, datetime

import pytest

from app.errors import UnreadableFileError
from app.exchange import checks
from app.exchange.reading import ReportKind, read
from app.exchange.slips import SlipRow, SlipsAudit
from app.rules.people import PersonKind
from app.rules.slips import SlipKind, Tier
from tests.exchange import samples
from tests.exchange.packing import Cell, pack
from tests.exchange.samples import Slip, education, one_to_one, referral, thanks, visitor

ELSEWHERE = "Quiet Bay, South Shore, Freedonia"
EVENING = [
    referral("Ann  Marie Lee", "José Núñez", 1),
    referral("Ann  Marie Lee", "José Núñez", 1),
    referral("Łukasz Żak", "山田 太郎", 2, outside="receiver", detail=ELSEWHERE),
    referral("محمد علي", "अनिता राव", 2, outside="giver", detail=ELSEWHERE),
    one_to_one("José Núñez", "Łukasz Żak"),
    education("José Núñez", "110"),
    thanks("Ann  Marie Lee", "75000.00"),
    thanks("José Núñez", "1250.50", detail=ELSEWHERE),
    thanks("BNI", "14130.00", outside=True),
    visitor("Łukasz Żak", "Mary Ray"),
    visitor("Visitor", "Tom Dune", outside=True),
]


def audit_of(rows: list[Slip], **choices: object) -> SlipsAudit:
    report = read(samples.slips_audit(rows, **choices), "sample.xls").report  # type: ignore[arg-type]
    assert isinstance(report, SlipsAudit)
    return report


def slip_of(slip: Slip) -> SlipRow:
    (row,) = audit_of([slip]).rows
    return row


def noted(audit: SlipsAudit, reason: str) -> list[int | None]:
    return [finding.row for finding in audit.findings if finding.reason == reason]


def test_a_file_with_headings_tells_its_meeting_and_its_chapter() -> None:
    file = read(samples.slips_audit(EVENING, held_on=date(2025, 2, 13)), "any name.txt")
    audit = file.report
    assert isinstance(audit, SlipsAudit)
    assert (file.kind, file.header_row, file.sheet) == (ReportKind.SLIPS_AUDIT, 4, "Report")
    assert audit.meeting_date == date(2025, 2, 13)
    assert (audit.chapter, audit.region, audit.country) == (
        "Harbour Lights",
        "North Shore",
        "Freedonia",
    )
    assert audit.run_at == datetime.fromisoformat("2026-02-25T07:52:23")
    assert len(audit.rows) == len(EVENING)


def test_a_file_without_headings_has_no_date_and_must_be_asked_for() -> None:
    audit = audit_of(EVENING, headered=False)
    assert audit.meeting_date is None
    assert audit.chapter == ""
    assert [row.number for row in audit.rows] == list(range(2, len(EVENING) + 2))


@pytest.mark.parametrize("container", ["spreadsheetml", "xlsx"])
@pytest.mark.parametrize("headered", [True, False])
@pytest.mark.parametrize("locale", list(samples.LOCALES))
def test_every_variant_says_the_same(container: str, locale: str, *, headered: bool) -> None:
    audit = audit_of(EVENING, container=container, headered=headered, locale=locale)
    assert checks.fingerprint(audit) == checks.fingerprint(audit_of(EVENING))
    assert [row.giver and row.giver.home for row in audit.rows] == [
        row.giver and row.giver.home for row in audit_of(EVENING).rows
    ]


def test_a_title_in_the_second_row_above_the_labels_is_enough() -> None:
    grid = [
        [Cell(1, "Slips Audit Report for 30/09/2026")],
        [Cell(c, t) for c, t in enumerate(samples.HEADERLESS_SLIP_LABELS, 1)],
        [Cell(1, "Ann Lee"), Cell(3, "CEU"), Cell(6, "2")],
    ]
    file = read(pack(grid), "x")
    assert isinstance(file.report, SlipsAudit)
    assert (file.header_row, file.report.meeting_date) == (2, date(2026, 9, 30))


def test_names_are_kept_as_written_beside_the_name_to_show() -> None:
    row = slip_of(referral("Ann  Marie\u00a0Lee", "José Núñez"))
    assert row.giver
    assert (row.giver.written, row.giver.name) == ("Ann  Marie\u00a0Lee", "Ann Marie Lee")
    assert row.giver.kind is PersonKind.MEMBER


def test_bold_means_a_guest_whose_chapter_stands_beside() -> None:
    row = slip_of(
        referral(
            "Łukasz Żak", "山田 太郎", 2, outside="receiver", detail="Bay, Quiet, South, Freedonia"
        )
    )
    assert row.receiver
    assert row.outsider is row.receiver
    assert (row.receiver.home, row.receiver.kind) == (False, PersonKind.EXTERNAL)
    assert row.origin
    assert (row.origin.chapter, row.origin.region, row.origin.country) == (
        "Bay, Quiet",
        "South",
        "Freedonia",
    )


def test_closed_business_is_credited_to_whom_it_thanks_and_has_no_earner() -> None:
    row = slip_of(thanks("Ann Lee", "1250.50", detail=ELSEWHERE))
    assert row.giver
    assert row.giver.name == "Ann Lee"
    assert (row.receiver, row.amount) == (None, 125050)
    assert row.thanker
    assert row.thanker.chapter == "Quiet Bay"


def test_a_thanked_guest_brings_his_own_chapter() -> None:
    row = slip_of(thanks("Ann Lee", "10.00", detail=ELSEWHERE, outside=True))
    assert row.thanker is None
    assert row.outsider is row.giver


def test_the_organisation_and_visitors_are_no_people() -> None:
    audit = audit_of(EVENING)
    kinds = {row.giver.name: row.giver.kind for row in audit.rows if row.giver}
    assert kinds["BNI"] is PersonKind.ORGANISATION
    assert kinds["Visitor"] is PersonKind.VISITORS


def test_a_visitor_slip_names_the_inviter_and_the_guest() -> None:
    row = slip_of(visitor("Łukasz Żak", "Mary  Ray"))
    assert row.giver
    assert (row.giver.name, row.visitor, row.receiver) == ("Łukasz Żak", "Mary Ray", None)


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("Tier 1 (inside)", Tier.INSIDE),
        ("Inside", Tier.INSIDE),
        ("內部", Tier.INSIDE),
        ("Tier 2 (outside)", Tier.OUTSIDE),
        ("Outside", Tier.OUTSIDE),
        ("Tier 3+", Tier.THIRD),
        ("Tier 4", Tier.THIRD),
    ],
)
def test_tiers_old_and_new_are_understood(text: str, tier: Tier) -> None:
    assert slip_of(Slip("Ann Lee", "Bob Ray", "Referral", text)).tier is tier


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Referral", SlipKind.REFERRAL),
        ("引薦", SlipKind.REFERRAL),
        ("One to One", SlipKind.ONE_TO_ONE),
        ("One-to-One", SlipKind.ONE_TO_ONE),
        ("一對一", SlipKind.ONE_TO_ONE),
        ("TYFCB", SlipKind.CLOSED_BUSINESS),
        ("CEU", SlipKind.EDUCATION),
        ("Visitor", SlipKind.VISITOR),
    ],
)
def test_kinds_old_and_new_are_understood(text: str, kind: SlipKind) -> None:
    assert slip_of(Slip("Ann Lee", "Bob Ray", text)).kind is kind


@pytest.mark.parametrize(
    ("slip", "kind"),
    [
        (Slip("", "Ann Lee", "Danke", amount="12.00"), SlipKind.CLOSED_BUSINESS),
        (Slip("Ann Lee", "", "Bildung", credits="2"), SlipKind.EDUCATION),
        (Slip("Ann Lee", "Bob Ray", "Tipp", tier="Inside"), SlipKind.REFERRAL),
    ],
)
def test_an_unknown_kind_is_told_by_what_only_it_carries(slip: Slip, kind: SlipKind) -> None:
    audit = audit_of([slip])
    assert audit.rows[0].kind is kind
    assert noted(audit, "note_kind_inferred") == [5]


def test_a_row_that_is_no_slip_is_left_out_and_said_so() -> None:
    audit = audit_of([education("Ann Lee"), Slip("Page 1 of 2", kind="")])
    assert len(audit.rows) == 1
    assert noted(audit, "note_row_left_out") == [6]


def test_identical_rows_all_count() -> None:
    audit = audit_of(EVENING)
    assert checks.kinds(audit)[SlipKind.REFERRAL] == 4
    assert checks.repeated_rows(audit) == 1


def test_odd_rows_are_kept_and_noted() -> None:
    audit = audit_of(
        [
            referral("", "Bob Ray"),
            referral("Ann Lee", ""),
            referral("Ann Lee", "Ann Lee"),
            Slip("Ann Lee", "Bob Ray", "Referral", "Tier unknown"),
            referral("Ann Lee", "Bob Ray", outside="both", detail=ELSEWHERE),
            referral("Ann Lee", "Far Away", outside="receiver"),
            thanks("Ann Lee", ""),
            thanks("Ann Lee", "0.00"),
            education("Ann Lee", ""),
            education("17"),
            education("Ann <b>Lee</b>"),
            education("Total"),
            referral("Ann Lee", "Far Away", outside="receiver", detail="Nowhere"),
        ]
    )
    assert len(audit.rows) == 13
    for reason, rows in {
        "note_giver_missing": [5],
        "note_receiver_missing": [6],
        "note_same_person": [7],
        "note_tier_missing": [8],
        "note_both_outside": [9],
        "note_no_chapter": [10],
        "note_amount_missing": [11, 12],
        "note_credits_missing": [13],
        "note_digits_for_name": [14],
        "note_markup_in_name": [15],
        "note_total_for_name": [16],
        "note_odd_chapter": [17],
    }.items():
        assert noted(audit, reason) == rows, reason


def test_large_figures_are_kept_and_noted() -> None:
    usual = [thanks("Ann Lee", "500.00")] * 6
    audit = audit_of([*usual, thanks("Ann Lee", "13300000.00"), education("Ann Lee", "110")])
    assert sum(row.amount or 0 for row in audit.rows) == 1_330_300_000
    assert noted(audit, "note_huge_amount") == [11]
    assert noted(audit, "note_many_credits") == [12]


def test_money_in_a_currency_of_large_figures_is_not_huge() -> None:
    audit = audit_of([thanks("Ann Lee", f"{n}0000000.00") for n in range(1, 9)])
    assert noted(audit, "note_huge_amount") == []


def test_of_one_oddity_only_the_first_are_told_in_full() -> None:
    audit = audit_of([education("Ann Lee", "")] * 80)
    assert len(noted(audit, "note_credits_missing")) == 50
    more = [f.facts for f in audit.findings if f.reason == "note_and_more"]
    assert more == [{"of": "note_credits_missing", "count": 30}]


@pytest.mark.parametrize(
    ("slip", "reason"),
    [
        (thanks("Ann Lee", "-5.00"), "file_amount_negative"),
        (thanks("Ann Lee", "NaN"), "file_amount_unclear"),
        (thanks("Ann Lee", "inf"), "file_amount_unclear"),
        (thanks("Ann Lee", "1E+99"), "file_amount_absurd"),
        (thanks("Ann Lee", "1E+999999999"), "file_amount_unclear"),
        (thanks("Ann Lee", "999999999999.00"), "file_amount_absurd"),
        (thanks("Ann Lee", "12.345"), "file_amount_ambiguous"),
        (thanks("Ann Lee", "12.3456"), "file_amount_too_fine"),
        (thanks("Ann Lee", "much"), "file_amount_unclear"),
        (education("Ann Lee", "501"), "file_count_absurd"),
        (education("Ann Lee", "-1"), "file_count_negative"),
        (thanks("Ann Lee", "1,500"), "file_amount_ambiguous"),
        (education("Ann Lee" * 50), "file_name_too_long"),
        (visitor("Ann Lee", "Guest " * 50), "file_name_too_long"),
    ],
)
def test_the_impossible_is_refused_with_its_row(slip: Slip, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        audit_of([education("Bob Ray"), slip])
    assert refused.value.reason == reason
    assert (refused.value.facts["row"], refused.value.facts["file"]) == (6, "sample.xls")


@pytest.mark.parametrize(
    ("texts", "amounts"),
    [
        (("1,234", "75000.00"), (123_400, 7_500_000)),
        (("1,500", "20,000,000"), (150_000, 2_000_000_000)),
        (("1.234", "12,50"), (123_400, 1_250)),
        (("12,50", "1,500"), (1_250, 150)),
        (("1,234",), (123_400,)),
    ],
)
def test_an_amount_that_could_be_two_is_told_by_the_others(
    texts: tuple[str, ...], amounts: tuple[int, ...]
) -> None:
    audit = audit_of([thanks("Ann Lee", text) for text in texts])
    assert tuple(row.amount for row in audit.rows) == amounts


def test_half_a_unit_is_counted_as_a_whole_one_and_noted() -> None:
    audit = audit_of([education("Ann Lee", "1.5"), education("Ann Lee", "2")])
    assert [row.credits for row in audit.rows] == [2, 2]
    assert noted(audit, "note_count_rounded") == [5]


def test_a_file_of_guests_only_is_noted() -> None:
    rows = [referral("Ann Lee", "Bob Ray", outside="both", detail=ELSEWHERE)]
    assert noted(audit_of(rows), "note_nobody_home") == [None]


def test_a_meeting_without_slips_is_read_as_such() -> None:
    audit = audit_of([])
    assert audit.rows == ()
    assert noted(audit, "note_no_rows") == [None]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Slips Audit Report for 02/03/2025", date(2025, 3, 2)),
        ("Slips Audit Report for 2025-03-02", date(2025, 3, 2)),
        ("รายงาน 02/03/2568", date(2025, 3, 2)),
        ("Slips Audit Report", None),
    ],
)
def test_the_title_is_dated_day_first(title: str, day: date | None) -> None:
    grid = [
        [Cell(1, title)],
        [Cell(c, t) for c, t in enumerate(samples.HEADERLESS_SLIP_LABELS, 1)],
    ]
    report = read(pack(grid), "x").report
    assert isinstance(report, SlipsAudit)
    assert report.meeting_date == day


def test_a_title_that_can_only_be_dated_month_first_is_noted() -> None:
    grid = [
        [Cell(1, "Slips Audit Report for 02/13/2025")],
        [Cell(c, t) for c, t in enumerate(samples.HEADERLESS_SLIP_LABELS, 1)],
    ]
    report = read(pack(grid), "x").report
    assert isinstance(report, SlipsAudit)
    assert report.meeting_date == date(2025, 2, 13)
    assert noted(report, "note_month_before_day") == [None]


def test_a_repeated_header_row_is_no_slip() -> None:
    audit = audit_of([education("Ann Lee"), Slip("From", "To", "Slip Type"), education("Bob Ray")])
    assert [row.number for row in audit.rows] == [5, 7]
    assert audit.findings == ()
