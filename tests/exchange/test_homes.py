"""Where bold type is lost, who is a member is worked out, and doubt is said aloud."""

from app.exchange import checks, homes
from app.exchange.reading import read
from app.exchange.slips import SlipsAudit
from app.rules.people import PersonKind
from tests.exchange import samples
from tests.exchange.samples import Slip, education, one_to_one, referral, thanks

ELSEWHERE = "Quiet Bay, South Shore, Freedonia"


def as_text(rows: list[Slip]) -> SlipsAudit:
    report = read(samples.slips_audit(rows, container="csv")).report
    assert isinstance(report, SlipsAudit)
    return report


def sides(audit: SlipsAudit) -> list[tuple[bool | None, bool | None]]:
    return [
        (row.giver.home if row.giver else None, row.receiver.home if row.receiver else None)
        for row in audit.rows
    ]


def unsure(audit: SlipsAudit) -> list[int | None]:
    return [finding.row for finding in audit.findings if finding.reason == "note_home_unsure"]


def test_members_are_known_from_slips_that_stay_in_the_chapter() -> None:
    audit = as_text(
        [
            referral("Far Away", "Ann Lee", detail=ELSEWHERE),
            referral("Ann Lee", "Far Off", detail=ELSEWHERE),
            one_to_one("Ann Lee", "Bob Ray"),
        ]
    )
    assert not audit.bold_known
    assert sides(audit) == [(False, True), (True, False), (True, True)]
    assert unsure(audit) == []
    assert [f.reason for f in audit.findings] == ["note_bold_unknown"]
    assert audit.rows[0].giver
    assert audit.rows[0].giver.kind is PersonKind.EXTERNAL


def test_doubt_is_noted_and_a_roster_settles_it() -> None:
    audit = as_text([referral("Far Away", "Ann Lee", detail=ELSEWHERE)])
    assert sides(audit) == [(True, False)]
    assert unsure(audit) == [5]
    settled = homes.settle(audit, lambda name: name == "Ann Lee")
    assert sides(settled) == [(False, True)]
    assert unsure(settled) == []
    assert sides(homes.settle(settled, lambda name: name == "Far Away")) == [(True, False)]


def test_thanks_with_a_chapter_come_from_a_hidden_earner_there() -> None:
    audit = as_text([thanks("Ann Lee", "10.00", detail=ELSEWHERE), thanks("BNI", "5.00")])
    assert sides(audit) == [(True, None), (False, None)]
    assert audit.rows[0].thanker
    assert audit.rows[1].giver
    assert audit.rows[1].giver.kind is PersonKind.ORGANISATION


def test_bold_type_is_not_second_guessed() -> None:
    content = samples.slips_audit([education("Ann Lee")])
    audit = read(content).report
    assert isinstance(audit, SlipsAudit)
    assert homes.settle(audit, lambda _name: False) is audit


def test_a_text_file_adds_up_as_its_workbook_does() -> None:
    rows = [
        referral("Ann Lee", "Bob Ray"),
        referral("Bob Ray", "Far Away", 2, outside="receiver", detail=ELSEWHERE),
        one_to_one("Far Away", "Bob Ray", outside="giver", detail=ELSEWHERE),
    ]
    book = read(samples.slips_audit(rows)).report
    assert isinstance(book, SlipsAudit)
    assert checks.slip_totals(as_text(rows)) == checks.slip_totals(book)
    assert checks.fingerprint(as_text(rows)) == checks.fingerprint(book)
