"""Who joins, leaves and comes back, and where everybody sits."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from app.errors import ConflictError, NotFoundError, RuleError
from app.models.people import Person
from app.queries.roster import seating
from app.services import roster
from tests.services.stage import LATER, TONIGHT, Stage, first
from tests.services.told import Told
from tests.small_book import SmallBook

EVE: dict[str, Any] = {"given_name": "Eve", "family_name": "Roe", "joined_on": TONIGHT}


def _person(told: Told, name: str) -> dict[str, Any]:
    (found,) = (row for row in told.rows("person") if row["name"] == name)
    return found


def test_a_newcomer_sits_last_and_is_listed_by_family_name(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(roster.admit, **EVE, company=" Roe  & Co ", sponsor_id=stage.ann)
    eve = _person(told, "Eve Roe")
    assert (eve["sort_name"], eve["company"]) == ("Roe, Eve", "Roe & Co")
    assert eve["sponsor_id"] == stage.ann
    assert [seat.name for seat in book.ask(seating, TONIGHT)] == [
        "Ann Whitfield",
        "Bob Hartley",
        "Eve Roe",
    ]


def test_a_name_may_be_written_otherwise_than_its_parts(book: SmallBook, told: Told) -> None:
    book.write(
        roster.admit, given_name="健一", family_name="山田", name="山田 健一", joined_on=None
    )
    yamada = _person(told, "山田 健一")
    assert (yamada["given_name"], yamada["family_name"]) == ("健一", "山田")


def test_a_profession_new_to_the_chapter_is_added(book: SmallBook, told: Told) -> None:
    book.write(roster.admit, **EVE, classification="Upholsterer")
    profession = told.last("classification")
    assert profession["name"] == "Upholsterer"
    assert _person(told, "Eve Roe")["classification_id"] == profession["id"]


def test_blank_is_no_profession(book: SmallBook, stage: Stage, told: Told) -> None:
    book.write(roster.admit, **EVE, classification=" ")
    book.write(roster.change_seat, person_id=stage.ann, classification="\t")
    book.write(
        roster.correct,
        person_id=stage.bob,
        given_name="Bob",
        family_name="Hartley",
        classification=" ",
    )
    kept = [row["classification_id"] for row in told.rows("person")[:2]]
    assert [*kept, _person(told, "Eve Roe")["classification_id"]] == [None, None, None]


@pytest.mark.parametrize(
    ("given", "family", "reason"),
    [("", "", "name_missing"), (" \u00ad", "\t", "name_missing"), ("x" * 300, "", "name_too_long")],
)
def test_nobody_is_admitted_without_a_sane_name(
    told: Told, given: str, family: str, reason: str
) -> None:
    names = {"given_name": given, "family_name": family}
    told.refuses(RuleError, reason, roster.admit, **{**EVE, **names})


def test_markup_in_a_name_is_only_text(book: SmallBook, told: Told) -> None:
    book.write(roster.admit, **{**EVE, "given_name": "<b>Eve", "family_name": "&lt; Roe"})
    assert told.last("person")["name"] == "<b>Eve &lt; Roe"


def test_a_sponsor_must_be_somebody(told: Told) -> None:
    told.refuses(NotFoundError, "record_missing", roster.admit, **EVE, sponsor_id=99)


def test_everything_known_of_a_member_is_corrected(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    facts: dict[str, Any] = {
        "company": "Whitfield & Co",
        "phone": "01632 960001",
        "email": "ann@riverside.example",
        "website": "riverside.example",
        "address": "1 Quay",
        "sponsor_id": stage.bob,
        "mentor_id": stage.former,
    }
    book.write(
        roster.correct,
        person_id=stage.ann,
        given_name="Anna",
        family_name="Whitfield",
        classification="Roofer",
        note=" two\nlines\x00 ",
        **facts,
    )
    ann = told.row("person", stage.ann)
    assert {name: ann[name] for name in facts} == facts
    assert (ann["name"], ann["note"]) == ("Anna Whitfield", "two\nlines")
    assert ann["classification_id"] == stage.free_profession


def test_a_correction_needs_people_who_exist(stage: Stage, told: Told) -> None:
    names = {"given_name": "Ann", "family_name": "Whitfield"}
    for role in ("sponsor_id", "mentor_id"):
        told.refuses(
            NotFoundError,
            "record_missing",
            roster.correct,
            person_id=stage.ann,
            **names,
            **{role: 99},
        )


def test_nobody_is_his_own_sponsor_or_mentor(stage: Stage, told: Told) -> None:
    names = {"given_name": "Ann", "family_name": "Whitfield"}
    for role in ("sponsor_id", "mentor_id"):
        himself = {"person_id": stage.ann, role: stage.ann}
        told.refuses(RuleError, "own_sponsor", roster.correct, **names, **himself)


def test_no_membership_is_due_before_it_begins(stage: Stage, told: Told) -> None:
    early = {"renewal_due": date(2026, 11, 30)}
    new = {**EVE, "joined_on": LATER}
    told.refuses(RuleError, "ends_before_start", roster.admit, **new, **early)
    back = {"person_id": stage.former, "on": LATER}
    told.refuses(RuleError, "ends_before_start", roster.rejoin, **back, **early)


def test_a_correction_of_what_was_seen_before_another_change_is_refused(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(roster.reach, person_id=stage.ann, phone="1")
    told.refuses(
        ConflictError,
        "changed_meanwhile",
        roster.correct,
        person_id=stage.ann,
        given_name="Ann",
        family_name="Whitfield",
        version=1,
    )


def test_a_former_member_is_corrected_though_the_seat_is_anothers_now(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.member("Eve Roe", "Florist", joined_on=date(2026, 6, 2))
    book.write(
        roster.correct,
        person_id=stage.former,
        given_name="Dora",
        family_name="Lane",
        classification="florist",
        phone="01632 960002",
    )
    assert told.row("person", stage.former)["phone"] == "01632 960002"


def test_nobody_takes_a_seat_that_is_taken(stage: Stage, told: Told) -> None:
    told.refuses(
        RuleError,
        "classification_taken",
        roster.change_seat,
        person_id=stage.bob,
        classification="ACCOUNTANT",
    )


def test_only_what_is_given_changes_of_how_somebody_is_reached(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.write(roster.reach, person_id=stage.ann, phone="1", company="Whitfield")
    book.write(roster.reach, person_id=stage.ann, email="a@b.example")
    ann = told.row("person", stage.ann)
    assert (ann["phone"], ann["company"], ann["email"]) == ("1", "Whitfield", "a@b.example")


def test_who_leaves_is_no_member_from_that_day(book: SmallBook, stage: Stage) -> None:
    book.write(roster.leave, person_id=stage.ann, on=TONIGHT, reason="moved")
    assert "Ann Whitfield" not in [seat.name for seat in book.ask(seating, TONIGHT)]
    assert "Ann Whitfield" in [seat.name for seat in book.ask(seating, date(2026, 11, 16))]


def test_nobody_leaves_twice_nor_before_joining(stage: Stage, told: Told) -> None:
    told.refuses(RuleError, "not_a_member", roster.leave, person_id=stage.former, on=LATER)
    told.refuses(RuleError, "not_a_member", roster.leave, person_id=stage.external, on=LATER)
    early = {"person_id": stage.ann, "on": date(2023, 12, 31)}
    told.refuses(RuleError, "ends_before_start", roster.leave, **early)


def test_who_comes_back_sits_last_in_the_old_profession(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.member("Eve Roe")
    book.write(roster.rejoin, person_id=stage.former, on=LATER, renewal_due=date(2027, 12, 1))
    seats = book.ask(seating, LATER)
    assert (seats[-1].name, seats[-1].classification) == ("Dora Lane", "Florist")
    assert len({row["seat"] for row in told.rows("person") if row["seat"]}) == len(seats)
    assert told.last("spell")["renewal_due"] == "2027-12-01"


def test_nobody_comes_back_who_is_here_or_before_leaving(stage: Stage, told: Told) -> None:
    told.refuses(RuleError, "already_a_member", roster.rejoin, person_id=stage.ann, on=LATER)
    early = {"person_id": stage.former, "on": date(2026, 6, 1)}
    told.refuses(RuleError, "ends_before_start", roster.rejoin, **early)


def test_nobody_comes_back_to_a_seat_that_is_taken(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.member("Eve Roe", "Florist", joined_on=date(2026, 6, 2))
    told.refuses(RuleError, "classification_taken", roster.rejoin, person_id=stage.former, on=LATER)


def test_a_renewal_is_set_and_unset(book: SmallBook, stage: Stage, told: Told) -> None:
    book.write(roster.renew, person_id=stage.ann, due=LATER)
    assert told.row("spell", 1)["renewal_due"] == LATER.isoformat()
    book.write(roster.renew, person_id=stage.ann, due=None)
    assert told.row("spell", 1)["renewal_due"] is None


def test_only_a_membership_is_renewed_and_not_before_it_began(stage: Stage, told: Told) -> None:
    told.refuses(RuleError, "not_a_member", roster.renew, person_id=stage.former, due=LATER)
    early = {"person_id": stage.ann, "due": date(2023, 12, 31)}
    told.refuses(RuleError, "ends_before_start", roster.renew, **early)


def test_members_sit_in_the_order_given(book: SmallBook, stage: Stage) -> None:
    book.write(roster.seat_order, person_ids=[stage.bob, stage.ann])
    assert [seat.person_id for seat in book.ask(seating, TONIGHT)] == [stage.bob, stage.ann]
    change = book.write(roster.seat_order, person_ids=[stage.bob, stage.ann])
    assert change.tables == frozenset()


def test_nobody_unknown_is_seated(stage: Stage, told: Told) -> None:
    told.refuses(NotFoundError, "record_missing", roster.seat_order, person_ids=[stage.bob, 99])


def test_namesakes_of_other_chapters_are_two_people(book: SmallBook, told: Told) -> None:
    book.write(roster.add_external, name="Dana Whitlock", chapter="Castle")
    book.write(roster.add_external, name="Dana Whitlock")
    known = [row["home_chapter"] for row in told.rows("person") if row["kind"] == "external"]
    assert sorted(known) == ["", "Castle", "Harbour"]


@pytest.mark.parametrize("name", ["Dana Whitlock", " dana  WHITLOCK"])
def test_a_person_of_another_chapter_is_entered_once(told: Told, name: str) -> None:
    told.refuses(RuleError, "external_known", roster.add_external, name=name, chapter=" Harbour ")


def test_a_person_of_another_chapter_is_corrected(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    facts: dict[str, Any] = {"name": "Dana White", "chapter": "Castle"}
    book.write(roster.correct_external, person_id=stage.external, **facts, region="West")
    book.write(roster.correct_external, person_id=stage.external, **facts, country="Wales")
    dana = told.row("person", stage.external)
    assert (dana["name"], dana["home_chapter"]) == ("Dana White", "Castle")
    assert (dana["home_region"], dana["home_country"]) == ("West", "Wales")


def test_a_correction_must_not_make_two_people_one(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    book.external("Iwan Powell")
    facts: dict[str, Any] = {
        "person_id": stage.external,
        "name": "Iwan Powell",
        "chapter": "Harbour",
    }
    told.refuses(RuleError, "external_known", roster.correct_external, **facts)


def test_a_member_is_not_corrected_as_somebody_of_another_chapter(stage: Stage, told: Told) -> None:
    facts: dict[str, Any] = {"person_id": stage.ann, "name": "Ann", "chapter": "Harbour"}
    told.refuses(RuleError, "is_a_member", roster.correct_external, **facts)


def test_joiners_that_a_script_needs_stay_in_a_name(book: SmallBook) -> None:
    written = "ශ්\u200dරී می\u200cخواه"
    book.write(roster.admit, given_name="", family_name="", name=written, joined_on=None)
    assert first(book.store, select(Person.id).where(Person.name == written))
