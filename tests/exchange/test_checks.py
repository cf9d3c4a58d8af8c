"""Slips add up to a summary by one rule, and two files that say the same are known as one."""

import random
from datetime import date

import pytest

from app.exchange import checks
from app.exchange.labels import Column
from app.exchange.reading import read
from app.exchange.slips import SlipsAudit
from app.exchange.summary import Figures, Summary
from app.rules.slips import SlipKind, Tier
from tests.exchange import samples
from tests.exchange.samples import (
    Counters,
    Member,
    Slip,
    education,
    one_to_one,
    referral,
    thanks,
    visitor,
)

ELSEWHERE = "Quiet Bay, South Shore, Freedonia"
EVENING = [
    referral("Ann Lee", "Bob Ray", 1),
    referral("Ann Lee", "Bob Ray", 1),
    referral("Bob Ray", "Far Away", 2, outside="receiver", detail=ELSEWHERE),
    referral("Far Away", "Ann Lee", 3, outside="giver", detail=ELSEWHERE),
    one_to_one("Ann Lee", "Bob Ray"),
    one_to_one("Bob Ray", "Ann Lee"),
    one_to_one("Bob Ray", "Far Away", outside="receiver", detail=ELSEWHERE),
    education("Ann Lee", "3"),
    thanks("Ann Lee", "100.00"),
    thanks("Bob Ray", "50.50", detail=ELSEWHERE),
    thanks("BNI", "9.00", outside=True),
    visitor("Ann Lee", "Mary Ray"),
    visitor("BNI", "Tom Dune", outside=True),
]
DAY = date(2025, 2, 13)


def audit_of(rows: list[Slip], held_on: date | None = DAY, *, headered: bool = True) -> SlipsAudit:
    report = read(samples.slips_audit(rows, held_on=held_on, headered=headered)).report
    assert isinstance(report, SlipsAudit)
    return report


def summary_of(members: list[Member], organisation: Counters) -> Summary:
    content = samples.summary(members, period=(DAY, DAY), organisation=organisation)
    report = read(content).report
    assert isinstance(report, Summary)
    return report


def test_slips_add_up_as_the_summary_of_the_meeting_does() -> None:
    assert checks.slip_totals(audit_of(EVENING)) == Figures(
        given_inside=2,
        given_outside=1,
        received_inside=2,
        received_outside=1,
        one_to_ones=5,
        visitors=2,
        closed_business=15950,
        education=3,
    )


def test_slips_and_summary_of_one_meeting_agree() -> None:
    ann = Counters(p=1, rgi=2, rro=1, one=2, ceu=3, v=1, tyfcb=100)
    bob = Counters(p=1, rgo=1, rri=2, one=3, tyfcb=50)
    found = summary_of(
        [Member("Ann", "Lee", ann), Member("Bob", "Ray", bob)], Counters(v=1, tyfcb=9)
    )
    assert checks.differences(audit_of(EVENING), found) == (
        checks.Difference(Column.CLOSED_BUSINESS, 15950, 15900),
    )


def test_every_member_has_his_counters() -> None:
    members = checks.member_totals(audit_of(EVENING))
    assert list(members) == ["Ann Lee", "Bob Ray"]
    assert members["Ann Lee"] == Figures(
        given_inside=2,
        received_outside=1,
        one_to_ones=2,
        visitors=1,
        closed_business=10000,
        education=3,
    )
    assert members["Bob Ray"].closed_business == 5050


def test_kinds_and_tiers_are_counted() -> None:
    audit = audit_of(EVENING)
    assert checks.kinds(audit) == {
        SlipKind.REFERRAL: 4,
        SlipKind.ONE_TO_ONE: 3,
        SlipKind.CLOSED_BUSINESS: 3,
        SlipKind.VISITOR: 2,
        SlipKind.EDUCATION: 1,
        SlipKind.TESTIMONIAL: 0,
    }
    assert checks.tiers(audit) == {Tier.INSIDE: 2, Tier.OUTSIDE: 1, Tier.THIRD: 1}


def test_matrices_keep_people_of_other_chapters_apart() -> None:
    audit = audit_of(EVENING)
    far = ("Far Away", "Quiet Bay")
    ann, bob = ("Ann Lee", ""), ("Bob Ray", "")
    assert checks.referral_matrix(audit) == {(ann, bob): 2, (bob, far): 1, (far, ann): 1}
    assert checks.one_to_one_matrix(audit) == {(ann, bob): 1, (bob, ann): 1, (bob, far): 1}


def test_the_same_content_has_one_fingerprint_whatever_the_bytes() -> None:
    shuffled = EVENING.copy()
    random.Random(3).shuffle(shuffled)  # noqa: S311  a repeatable test, no secret
    print_ = checks.fingerprint(audit_of(EVENING))
    assert checks.fingerprint(audit_of(shuffled)) == print_
    assert checks.fingerprint(audit_of(EVENING, headered=False)) == print_


@pytest.mark.parametrize(
    "changed",
    [
        EVENING[1:],
        [*EVENING, EVENING[0]],
        [*EVENING[:-1], visitor("BNI", "Tom Dunes", outside=True)],
        [thanks("Ann Lee", "100.01") if s.amount == "100.00" else s for s in EVENING],
    ],
)
def test_another_content_has_another_fingerprint(changed: list[Slip]) -> None:
    assert checks.fingerprint(audit_of(changed)) != checks.fingerprint(audit_of(EVENING))


def test_summaries_are_known_by_their_figures() -> None:
    one, same, other = (
        summary_of([Member("Ann", "Lee", Counters(p=p))], Counters()) for p in (1, 1, 2)
    )
    assert checks.fingerprint(one) == checks.fingerprint(same)
    assert checks.fingerprint(one) != checks.fingerprint(other)
