"""Two editors of one record: both versions are shown, and neither is lost in silence."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.queries.chapter import chapter_details
from app.queries.member import member_card
from app.queries.members import members
from app.queries.referrals import referrals
from app.queries.roster import parties
from app.queries.visitors import visitors
from app.services import chapter, roster, slips
from app.services import visitors as guests
from app.ui.desk import Desk
from app.ui.kit.field import LineField
from app.ui.kit.form import FormRow
from app.ui.kit.sheet import Sheet
from app.ui.members.external import ExternalSheet
from app.ui.members.sheet import MemberSheet
from app.ui.referrals.sheet import ReferralSheet
from app.ui.screens import settle
from app.ui.settings.chapter_form import ChapterForm
from app.ui.settings.page import SettingsPage
from app.ui.visitors.sheet import VisitorSheet
from tests.small_book import TODAY, SmallBook

pytestmark = pytest.mark.usefixtures("qapp")
TUESDAY = date(2026, 11, 17)


def store(desk: Desk, sheet: Sheet) -> None:
    sheet.store()
    settle(desk.gateway)


def row(sheet: QWidget, words: str) -> FormRow:
    return next(one for one in sheet.findChildren(FormRow) if one.words == words)


@pytest.fixture
def member(desk: Desk, book: SmallBook) -> MemberSheet:
    """Return an editor of Ann, whose phone and company somebody else has changed since."""
    ann = book.member("Ann Whitfield")
    everybody = book.ask(parties, TODAY)
    sheet = MemberSheet(desk, everybody, (), book.ask(member_card, ann))
    book.write(roster.reach, person_id=ann, phone="222", company="Theirs Ltd")
    sheet.details.phone.setText("111")
    sheet.details.email.setText("ann@mine.example")
    store(desk, sheet)
    return sheet


def test_what_both_have_changed_stands_side_by_side(member: MemberSheet, book: SmallBook) -> None:
    assert member.refusal.startswith("Changed by Wanda on 23 November 2026, 12:00, so yours")
    assert row(member, "Phone").meanwhile == "stored meanwhile: 222"
    assert member.details.phone.text() == "111"
    assert book.ask(member_card, 1).phone == "222"
    member.deleteLater()


def test_what_only_the_other_one_has_changed_is_taken_over_and_told(member: MemberSheet) -> None:
    assert member.details.company.text() == "Theirs Ltd"
    assert row(member, "Company").meanwhile == "changed by somebody else; before: –"
    assert row(member, "E-mail").meanwhile == ""
    assert member.details.email.text() == "ann@mine.example"
    member.deleteLater()


def test_stored_again_what_was_chosen_stands(
    member: MemberSheet, desk: Desk, book: SmallBook
) -> None:
    store(desk, member)
    card = book.ask(member_card, 1)
    assert (card.phone, card.company, card.email) == ("111", "Theirs Ltd", "ann@mine.example")
    member.deleteLater()


def test_what_the_other_one_stored_can_be_taken(
    member: MemberSheet, desk: Desk, book: SmallBook
) -> None:
    row(member, "Phone")._take_it.click()
    assert member.details.phone.text() == "222"
    store(desk, member)
    assert book.ask(member_card, 1).phone == "222"
    assert book.ask(member_card, 1).email == "ann@mine.example"
    member.deleteLater()


def test_a_third_change_is_met_again(member: MemberSheet, desk: Desk, book: SmallBook) -> None:
    book.write(roster.reach, person_id=1, phone="333")
    store(desk, member)
    assert row(member, "Phone").meanwhile == "stored meanwhile: 333"
    member.deleteLater()


def test_people_of_other_chapters_are_met_too(desk: Desk, book: SmallBook) -> None:
    person = book.external("Gus Lindqvist")
    found = next(one for one in book.ask(members, TODAY).rows if one.person_id == person)
    sheet = ExternalSheet(desk, found)
    book.write(roster.correct_external, person_id=person, name="Gus Lindqvist", chapter="Elm")
    sheet.chapter.setText("Oak")
    store(desk, sheet)
    assert row(sheet, "Chapter").meanwhile == "stored meanwhile: Elm"
    store(desk, sheet)
    after = next(one for one in book.ask(members, TODAY).rows if one.person_id == person)
    assert after.chapter == "Oak"
    sheet.deleteLater()


def test_a_slip_of_two_editors_is_met_too(desk: Desk, book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hart")
    book.meeting(TUESDAY)
    slip = book.referral(ann, bob, TUESDAY, note="a roof")
    (found,) = book.ask(referrals, TODAY).rows
    sheet = ReferralSheet(desk, book.ask(parties, TODAY), found)
    book.write(slips.amend, slip_id=slip, note="their roof", giver_id=bob, receiver_id=ann)
    sheet.note.setText("my roof")
    store(desk, sheet)
    assert row(sheet, "What it is about").meanwhile == "stored meanwhile: their roof"
    assert "Bob Hart" in sheet.giver.text()
    assert row(sheet, "From").meanwhile == "changed by somebody else; before: Ann Whitfield"
    store(desk, sheet)
    (after,) = book.ask(referrals, TODAY).rows
    assert (after.note, after.giver.name) == ("my roof", "Bob Hart")
    sheet.deleteLater()


def test_a_visitor_of_two_editors_is_met_too(desk: Desk, book: SmallBook) -> None:
    ann = book.member("Ann Whitfield")
    book.meeting(TUESDAY)
    visitor = book.visit("Vera Guest", ann, TUESDAY)
    (found,) = book.ask(visitors, TODAY).rows
    sheet = VisitorSheet(desk, book.ask(parties, TODAY), (), found)
    book.write(
        guests.correct, visitor_id=visitor, name="Vera Guest", phone="222",
        profession="", company="", email="", inviter_id=ann,
    )  # fmt: skip
    sheet.phone.setText("111")
    store(desk, sheet)
    assert row(sheet, "Phone").meanwhile == "stored meanwhile: 222"
    sheet.deleteLater()


@pytest.fixture
def form(desk: Desk, book: SmallBook, qtbot: QtBot) -> ChapterForm:
    """Return the chapter's details, of which somebody else has changed two since."""
    form = ChapterForm(desk)
    qtbot.addWidget(form)
    form.show_chapter(book.ask(chapter_details))
    correct_chapter(book, name="Riverside Morning", place="Town hall")
    return form


def correct_chapter(book: SmallBook, **facts: str) -> None:
    known = book.ask(chapter_details)
    names = ("name", "region", "country", "weekday", "starts_at", "place", "currency")
    before = {name: getattr(known, name) for name in names}
    decimals = known.currency_decimals
    book.write(chapter.correct, **(before | facts), currency_decimals=decimals)


def leave(desk: Desk, field: LineField, text: str) -> None:
    field.setText(text)
    field.editingFinished.emit()
    settle(desk.gateway)


def test_a_name_two_have_given_the_chapter_waits_for_a_choice(
    form: ChapterForm, desk: Desk, book: SmallBook
) -> None:
    leave(desk, form._name, "Riverside Evening")
    assert row(form, "Name of the chapter").meanwhile == "stored meanwhile: Riverside Morning"
    assert row(form, "Place").meanwhile == "changed by somebody else; before: –"
    assert form._place.text() == "Town hall"
    form._name.editingFinished.emit()
    settle(desk.gateway)
    assert book.ask(chapter_details).name == "Riverside Morning"
    row(form, "Name of the chapter")._keep_it.click()
    settle(desk.gateway)
    after = book.ask(chapter_details)
    assert (after.name, after.place) == ("Riverside Evening", "Town hall")


def test_the_name_somebody_else_gave_the_chapter_can_be_taken(
    form: ChapterForm, desk: Desk, book: SmallBook
) -> None:
    leave(desk, form._name, "Riverside Evening")
    row(form, "Name of the chapter")._take_it.click()
    settle(desk.gateway)
    assert form._name.text() == "Riverside Morning"
    assert book.ask(chapter_details).name == "Riverside Morning"


def test_details_of_the_chapter_that_do_not_meet_are_both_stored(
    form: ChapterForm, desk: Desk, book: SmallBook
) -> None:
    leave(desk, form._region, "Coast")
    after = book.ask(chapter_details)
    assert (after.name, after.region) == ("Riverside Morning", "Coast")


def test_a_change_seen_while_a_name_is_typed_is_not_written_over(
    form: ChapterForm, desk: Desk, book: SmallBook
) -> None:
    form._name.setText("Riverside Eve")
    form.show_chapter(book.ask(chapter_details))
    assert row(form, "Name of the chapter").meanwhile == "stored meanwhile: Riverside Morning"
    form._name.editingFinished.emit()
    settle(desk.gateway)
    assert book.ask(chapter_details).name == "Riverside Morning"


def test_two_fields_left_one_after_the_other_are_no_clash_with_oneself(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    form = page._chapter
    form._region.setText("Coast")
    form._region.editingFinished.emit()
    form._place.setText("Town hall")
    form._place.editingFinished.emit()
    settle(desk.gateway)
    after = book.ask(chapter_details)
    assert (after.region, after.place) == ("Coast", "Town hall")
    assert {one.meanwhile for one in form.findChildren(FormRow)} == {""}
