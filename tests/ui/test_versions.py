"""Whatever two officers change at once: both versions are shown, and one of them is chosen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.queries.agenda import agenda_template
from app.queries.chapter import decided
from app.queries.classifications import Profession, professions
from app.queries.history import history
from app.queries.member import MemberCard, member_card
from app.queries.own_figures import own_figures as stated
from app.queries.policy import ALLOWED
from app.queries.traffic_lights import Shown
from app.rules.agenda import AgendaLine
from app.rules.people import Office
from app.rules.returns import Costs
from app.services import agenda, chapter, memberships, offices, own_figures, roster
from app.services import classifications as seats
from app.ui.choosing.versions import VersionsSheet
from app.ui.members.page import MembersPage
from app.ui.members.sheet import MemberSheet
from app.ui.members.spells import _SpellBlock
from app.ui.settings.page import SettingsPage
from tests.small_book import SmallBook
from tests.ui.lists import Hand

MAY, JUNE, JULY = date(2020, 5, 1), date(2020, 6, 1), date(2020, 7, 1)


@pytest.fixture
def book(book: SmallBook) -> SmallBook:
    book.member("Ann Whitfield", "Accountant")
    return book


def term(book: SmallBook) -> dict[str, Any]:
    days = {"starts_on": date(2026, 10, 1), "ends_on": date(2027, 3, 31)}
    return {"office": Office.SECRETARY, "person_id": book.person("Ann Whitfield")} | days


def card(book: SmallBook) -> MemberCard:
    return book.ask(member_card, book.person("Ann Whitfield"))


def spell_of(book: SmallBook, **facts: object) -> dict[str, Any]:
    (spell,) = card(book).spells
    days = {"joined_on": spell.joined_on, "left_on": None, "renewal_due": spell.renewal_due}
    return {"spell_id": spell.spell_id, "version": spell.version} | days | facts


def meets(hand: Hand, deed: Callable[..., None], **facts: object) -> VersionsSheet:
    """Store something that somebody else was faster to change, and return what is shown."""
    hand.window.desk.gateway.write("Mine", deed, **facts)
    return hand.sheet(VersionsSheet)


def words(sheet: VersionsSheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel) if label.text()]


def test_both_versions_stand_side_by_side_with_who_stored_the_other(
    hand: Hand, book: SmallBook
) -> None:
    mine = spell_of(book, joined_on=MAY)
    book.write(memberships.correct, **spell_of(book, joined_on=JUNE))

    sheet = meets(hand, memberships.correct, **mine)

    told = "Changed by Wanda on 23 November 2026, 12:00. Yours is not stored: choose which of the "
    assert told + "two counts." in words(sheet)
    assert {"Joined", "1 May 2020", "1 June 2020"} <= set(words(sheet))
    assert sheet.accessibleDescription() == "joined: mine 1 May 2020, stored 1 June 2020"
    assert card(book).spells[0].joined_on == JUNE


def test_escape_keeps_what_is_stored(hand: Hand, book: SmallBook) -> None:
    mine = spell_of(book, joined_on=MAY)
    book.write(memberships.correct, **spell_of(book, joined_on=JUNE))
    entries = len(book.ask(history))

    hand.press(meets(hand, memberships.correct, **mine), Qt.Key.Key_Escape)

    assert not hand.is_editing
    assert card(book).spells[0].joined_on == JUNE
    assert len(book.ask(history)) == entries


def test_mine_stored_anyway_is_a_deed_like_any_other(hand: Hand, book: SmallBook) -> None:
    mine = spell_of(book, joined_on=MAY)
    book.write(memberships.correct, **spell_of(book, joined_on=JUNE))

    hand.store(meets(hand, memberships.correct, **mine))

    assert not hand.is_editing
    assert card(book).spells[0].joined_on == MAY
    assert hand.done() == "Mine"
    book.store.undo()
    assert card(book).spells[0].joined_on == JUNE


def test_what_only_the_other_one_has_changed_is_told_and_left(hand: Hand, book: SmallBook) -> None:
    mine = spell_of(book, joined_on=MAY)
    book.write(memberships.correct, **spell_of(book, renewal_due=date(2027, 1, 1)))

    sheet = meets(hand, memberships.correct, **mine)
    assert "1 January 2027" in words(sheet)
    assert sheet.accessibleDescription() == "joined: mine 1 May 2020, stored 2 January 2024"
    hand.store(sheet)

    assert card(book).spells[0].joined_on == MAY
    assert card(book).spells[0].renewal_due == date(2027, 1, 1)


def test_a_third_change_is_shown_before_mine_is_stored(hand: Hand, book: SmallBook) -> None:
    mine = spell_of(book, joined_on=MAY)
    book.write(memberships.correct, **spell_of(book, joined_on=JUNE))
    sheet = meets(hand, memberships.correct, **mine)
    book.write(memberships.correct, **spell_of(book, joined_on=JULY))

    hand.store(sheet)

    assert card(book).spells[0].joined_on == JULY
    again = hand.sheet(VersionsSheet)
    assert "1 July 2020" in words(again)
    hand.store(again)
    assert card(book).spells[0].joined_on == MAY
    assert not hand.is_editing


def test_the_same_stored_by_two_is_no_choice(hand: Hand, book: SmallBook) -> None:
    mine = spell_of(book, joined_on=MAY)
    book.write(memberships.correct, **mine)

    hand.window.desk.gateway.write("Mine", memberships.correct, **mine)
    hand.settle()

    assert not hand.is_editing
    (told,) = [one.text() for one in hand.window.strip.findChildren(QLabel)]
    assert "to the very same" in told


def test_a_term_taken_off_by_one_and_corrected_by_another(hand: Hand, book: SmallBook) -> None:
    book.write(offices.appoint, **term(book))
    (found,) = card(book).terms
    seen: dict[str, Any] = {"holder_id": found.holder_id, "version": found.version}
    days = {"starts_on": found.starts_on, "ends_on": date(2027, 9, 30)}
    book.write(offices.correct_term, **seen | days)

    sheet = meets(hand, offices.dismiss, **seen)

    assert "30 September 2027" in words(sheet)
    hand.store(sheet)
    assert card(book).terms == ()


def test_a_classification_two_have_renamed(hand: Hand, book: SmallBook) -> None:
    (seat,) = book.ask(professions)
    named = renamed(seat, name="Bookkeeper")
    book.write(seats.correct, **renamed(seat, name="Auditor", amount_hint="fees"))

    hand.store(meets(hand, seats.correct, **named))

    (after,) = book.ask(professions)
    assert (after.name, after.amount_hint) == ("Bookkeeper", "fees")


def renamed(seat: Profession, **facts: object) -> dict[str, Any]:
    known = {"name": seat.name, "sphere": seat.sphere, "amount_hint": seat.amount_hint}
    return {"classification_id": seat.classification_id, "version": seat.version} | known | facts


def test_an_agenda_two_have_written(hand: Hand, book: SmallBook) -> None:
    seen = book.ask(agenda_template)
    theirs, mine = (AgendaLine(0, "Breakfast"),), (AgendaLine(0, "Coffee"),)
    book.write(agenda.write, items=theirs, seen=seen)

    sheet = meets(hand, agenda.write, items=mine, seen=seen)
    assert sheet.accessibleDescription() == "title: mine Coffee, stored Breakfast"
    hand.store(sheet)

    assert book.ask(agenda_template) == mine


def test_own_figures_two_have_stated_are_shown_as_money(hand: Hand, book: SmallBook) -> None:
    ann = book.person("Ann Whitfield")
    figures: dict[str, Any] = dict.fromkeys(("entry_fee", "meeting_cost", "lead_cost"))
    figures["person_id"] = ann
    book.write(own_figures.state, **figures, year_fee=650_00, seen=Costs())

    sheet = meets(hand, own_figures.state, **figures, year_fee=700_00, seen=Costs())

    assert {"700", "650"} <= set(words(sheet))
    hand.store(sheet)
    assert book.ask(stated, {ann})[ann].year_fee == 700_00


def test_the_editor_beneath_comes_back_with_what_is_stored(hand: Hand, book: SmallBook) -> None:
    page = hand.go("members", MembersPage).list
    page.table.selectRow(0)
    hand.press(page.table, Qt.Key.Key_M)
    editor = hand.sheet(MemberSheet)
    book.write(memberships.correct, **spell_of(book, joined_on=JUNE))
    block = editor.spells.findChildren(_SpellBlock)[-1]
    hand.enter(block._from, "1.5.2020")
    hand.press(block._from, Qt.Key.Key_Return)

    hand.press(hand.sheet(VersionsSheet), Qt.Key.Key_Escape)

    assert hand.sheet(MemberSheet) is editor
    assert editor.spells.findChildren(_SpellBlock)[-1]._from.day == JUNE


def test_an_editor_beneath_stores_no_details_it_has_not_seen(hand: Hand, book: SmallBook) -> None:
    page = hand.go("members", MembersPage).list
    page.table.selectRow(0)
    hand.press(page.table, Qt.Key.Key_M)
    editor = hand.sheet(MemberSheet)
    book.write(roster.reach, person_id=book.person("Ann Whitfield"), phone="222")
    hand.window.desk.gateway.write("An office", offices.appoint, **term(book))
    hand.settle()
    editor.show_tab(0)
    editor.details.email.setText("ann@mine.example")

    hand.store(editor)

    assert card(book).phone == "222"
    assert "Changed by Wanda" in editor.refusal


def test_rules_two_officers_have_chosen_at_once(hand: Hand, book: SmallBook) -> None:
    page = hand.go("settings", SettingsPage)
    book.write(chapter.put_setting, name="policy", value="letip-like")
    page._policy._policy.choose("rotary-like")
    page._policy._store_policy()

    sheet = hand.sheet(VersionsSheet)
    assert {"rotary-like", "letip-like"} <= set(words(sheet))
    hand.store(sheet)

    assert book.ask(decided)["policy"] == "rotary-like"


def test_a_limit_is_not_changed_under_rules_somebody_else_has_chosen(
    hand: Hand, book: SmallBook
) -> None:
    page = hand.go("settings", SettingsPage)
    book.write(chapter.choose_policy, name="letip-like", changed=())
    page._policy._fields[ALLOWED].choose(5)
    page._policy._store(ALLOWED, 5)

    hand.press(hand.sheet(VersionsSheet), Qt.Key.Key_Escape)

    assert ALLOWED not in book.ask(decided)


def test_settings_chosen_one_after_the_other_are_no_clash_with_oneself(
    hand: Hand, book: SmallBook
) -> None:
    page = hand.go("settings", SettingsPage)
    for name in ("rotary-like", "letip-like"):
        page._policy._policy.choose(name)
        page._policy._store_policy()
    page._scores._shown.choose(Shown.ITEMS)
    page._scores._store_shown()
    hand.settle()

    assert not hand.is_editing
    after = book.ask(decided)
    assert (after["policy"], after["lights_shown"]) == ("letip-like", "items")


def test_lines_of_one_list_that_two_have_changed_do_not_meet(hand: Hand, book: SmallBook) -> None:
    written = (AgendaLine(0, "Coffee"), AgendaLine(15, "Welcome"), AgendaLine(30, "Talk"))
    book.write(agenda.write, items=written)
    seen = book.ask(agenda_template)
    theirs = (seen[0], seen[1], replace(seen[2], title="Feature talk"))
    mine = (replace(seen[0], title="Breakfast"), *seen[1:])
    book.write(agenda.write, items=theirs, seen=seen)

    sheet = meets(hand, agenda.write, items=mine, seen=seen)
    assert sheet.accessibleDescription() == "title: mine Breakfast, stored Coffee"
    hand.store(sheet)

    after = [line.title for line in book.ask(agenda_template)]
    assert after == ["Breakfast", "Welcome", "Feature talk"]


def test_of_own_figures_only_those_that_were_changed_meet(hand: Hand, book: SmallBook) -> None:
    ann = book.person("Ann Whitfield")
    none: dict[str, Any] = dict.fromkeys(("entry_fee", "meeting_cost", "lead_cost"))
    book.write(own_figures.state, person_id=ann, year_fee=650_00, **none, seen=Costs())

    told = none | {"year_fee": None, "meeting_cost": 14_00}
    sheet = meets(hand, own_figures.state, person_id=ann, **told, seen=Costs())
    assert sheet.accessibleDescription() == "meeting cost: mine 14, stored –"
    hand.store(sheet)

    after = book.ask(stated, {ann})[ann]
    assert (after.year_fee, after.meeting_cost) == (650_00, 14_00)
