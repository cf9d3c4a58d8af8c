"""The page of members: list, editor, seating."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.queries.member import MemberCard, member_card
from app.queries.members import MemberRow, members
from app.rules.people import Office
from app.services import chapter, profiles, roster
from app.ui.kit.field import LineField
from app.ui.members.external import ExternalSheet
from app.ui.members.list import MemberList
from app.ui.members.offices import _Appointing, _TermBlock
from app.ui.members.page import MembersPage
from app.ui.members.sheet import MemberSheet, Tab
from app.ui.members.spells import _Leaving, _Return, _SpellBlock
from tests.small_book import TODAY, SmallBook
from tests.ui.lists import Hand, cell, texts

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def book(book: SmallBook) -> SmallBook:
    book.member("Ann Whitfield", "Accountant")
    book.member("Bob Hartley", "Kitchen fitter")
    book.member("Zoë Ames", "Baker")
    gone = book.member("Owen Tanner", "Florist")
    book.write(roster.leave, person_id=gone, on=date(2026, 6, 1))
    book.external("Dana Whitlock", "Harbour")
    return book


def _open(hand: Hand) -> MemberList:
    return hand.go("members", MembersPage).list


def _stored(hand: Hand) -> dict[str, MemberRow]:
    return {row.name: row for row in hand.book.ask(members, TODAY).rows}


def _card(hand: Hand, name: str) -> MemberCard:
    return hand.book.ask(member_card, hand.book.person(name))


def _refusals(hand: Hand) -> list[str]:
    found: list[str] = []
    hand.window.desk.gateway.refused.connect(lambda error: found.append(error.reason))
    return found


def test_current_members_are_shown_first_of_all(hand: Hand) -> None:
    page = _open(hand)

    assert texts(page, "Name") == ["Ann Whitfield", "Bob Hartley", "Zoë Ames"]
    assert page.counted == "3 of 5"


def test_former_members_and_people_of_other_chapters_are_a_press_away(hand: Hand) -> None:
    page = _open(hand)
    current, former, external = page.chips[:3]

    former.setChecked(True)
    assert (texts(page, "Name"), current.isChecked()) == (["Owen Tanner"], False)

    external.setChecked(True)
    assert texts(page, "Chapter") == ["Harbour"]


def test_names_are_sorted_by_family(hand: Hand) -> None:
    page = _open(hand)

    page.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)

    assert texts(page, "Name") == ["Zoë Ames", "Bob Hartley", "Ann Whitfield"]


def test_anything_about_a_member_is_searched(hand: Hand) -> None:
    page = _open(hand)

    QTest.keyClicks(page.search, "kitch")

    assert texts(page, "Name") == ["Bob Hartley"]


def test_a_classification_that_is_taken_is_refused_and_stays_as_it_was(hand: Hand) -> None:
    refusals = _refusals(hand)
    page = _open(hand)

    page.model.setData(cell(page, "Classification", 1), "accountant")
    hand.settle()

    assert refusals == ["classification_taken"]
    assert texts(page, "Classification")[1] == "Kitchen fitter"


def test_a_classification_is_changed_in_its_cell(hand: Hand) -> None:
    page = _open(hand)

    page.model.setData(cell(page, "Classification", 1), "Joiner")
    hand.settle()

    assert _stored(hand)["Bob Hartley"].classification == "Joiner"
    assert hand.done() == "Bob Hartley: classification Joiner"


def test_a_cell_is_edited_by_keys_alone(hand: Hand) -> None:
    page = _open(hand)
    page.table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(page.table, key)

    QTest.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.findChild(LineField)
    assert editor is not None
    hand.enter(editor, "Joiner")
    hand.press(editor, Qt.Key.Key_Return)

    assert _stored(hand)["Bob Hartley"].classification == "Joiner"


def test_a_contact_sphere_belongs_to_the_profession(hand: Hand) -> None:
    page = _open(hand)

    page.model.setData(cell(page, "Contact sphere", 1), "Property")
    hand.settle()

    assert _stored(hand)["Bob Hartley"].sphere == "Property"


def test_a_renewal_is_typed_as_any_day_and_nonsense_is_refused(hand: Hand) -> None:
    refusals = _refusals(hand)
    page = _open(hand)

    page.model.setData(cell(page, "Renewal due", 0), "1.2.2027")
    page.model.setData(cell(page, "Renewal due", 1), "soon")
    hand.settle()

    assert _stored(hand)["Ann Whitfield"].renewal_due == date(2027, 2, 1)
    assert refusals == ["day_unclear"]


def test_renewals_due_within_ninety_days_are_found(hand: Hand) -> None:
    page = _open(hand)
    for row, words in ((0, "20.2.2027"), (1, "1.3.2027"), (2, "1.11.2026")):
        page.model.setData(cell(page, "Renewal due", row), words)
    hand.settle()

    page.chips[3].setChecked(True)

    assert texts(page, "Name") == ["Ann Whitfield", "Zoë Ames"]


def test_who_is_near_the_limit_of_absences_is_found(hand: Hand) -> None:
    for day in (3, 10):
        meeting = hand.book.meeting(date(2026, 11, day))
        hand.book.mark(meeting, "A", hand.book.person("Bob Hartley"))
        hand.book.complete(meeting)
    page = _open(hand)

    page.chips[4].setChecked(True)

    assert texts(page, "Absent") == ["2 of 3"]


def test_contact_data_stand_in_another_view_and_are_edited_there(hand: Hand) -> None:
    page = _open(hand)
    phone = cell(page, "Phone", 0)
    assert page.table.isColumnHidden(phone.column())

    page._view.choose(1)
    page._view.chosen.emit(1)
    page.model.setData(phone, "01632 1")
    hand.settle()

    assert not page.table.isColumnHidden(phone.column())
    assert (_card(hand, "Ann Whitfield").phone, hand.done()) == (
        "01632 1",
        "Contact of Ann Whitfield",
    )


def test_alt_and_an_arrow_move_a_seat(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(2)

    hand.press(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert texts(page, "Name") == ["Ann Whitfield", "Zoë Ames", "Bob Hartley"]
    assert page.table.current().name == "Zoë Ames"
    assert hand.done() == "Seat of Zoë Ames: 2"


def test_the_first_seat_goes_no_further_up(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(0)
    before = hand.done()

    hand.press(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert hand.done() == before


@pytest.mark.parametrize(
    ("start", "end", "order"),
    [
        (0, 2, ["Bob Hartley", "Zoë Ames", "Ann Whitfield"]),
        (2, 0, ["Zoë Ames", "Ann Whitfield", "Bob Hartley"]),
        (1, 2, ["Ann Whitfield", "Zoë Ames", "Bob Hartley"]),
    ],
)
def test_a_seat_is_dragged_by_its_number(
    hand: Hand, start: int, end: int, order: list[str]
) -> None:
    page = _open(hand)
    view = page.table.viewport()
    above = -12 if end < start else 12
    first = page.table.visualRect(page.model.index(start, 0)).center()
    last = page.table.visualRect(page.model.index(end, 0)).center() + QPoint(0, above)

    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(view, first + QPoint(0, 20))
    QTest.mouseMove(view, last)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=last)
    hand.settle()

    assert texts(page, "Name") == order


def test_a_new_membership_lasts_as_long_as_the_rules_in_use_say(hand: Hand) -> None:
    rules = 'name = "own"\ntitle = "Own"\nkind = "policy"\nvalid_from = 2020-01-01\n'
    hand.book.write(profiles.keep, text=f"{rules}\n[membership]\nmonths = [24]\n")
    hand.book.write(chapter.put_setting, name="policy", value="own")
    page = _open(hand)
    hand.press(page.table, Qt.Key.Key_N, CONTROL)
    sheet = hand.sheet(MemberSheet)
    assert sheet.details.renewal.day == date(2028, 11, 23)


def test_seats_are_not_dragged_while_rows_stand_in_another_order(hand: Hand) -> None:
    page = _open(hand)
    page.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    before = hand.done()
    view = page.table.viewport()
    first = page.table.visualRect(page.model.index(0, 0)).center()

    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(view, first + QPoint(0, 60))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=first + QPoint(0, 60))
    hand.settle()

    assert hand.done() == before


def test_a_member_is_admitted(hand: Hand) -> None:
    page = _open(hand)
    hand.press(page.table, Qt.Key.Key_N, CONTROL)
    sheet = hand.sheet(MemberSheet)
    details = sheet.details

    hand.enter(details.given, "Mary")
    hand.enter(details.family, "Ray")
    hand.enter(details.profession, "Florist")
    hand.enter(details.sponsor, "ann")
    details.sponsor.editingFinished.emit()
    hand.store(sheet)

    card = _card(hand, "Mary Ray")
    assert (card.classification, card.sponsor) == ("Florist", "Ann Whitfield")
    assert card.spells[0].joined_on == TODAY
    assert card.spells[0].renewal_due == date(2027, 11, 23)
    assert texts(page, "Name")[-1] == "Mary Ray"


def test_admitting_nobody_is_said_to_lack_a_name(hand: Hand) -> None:
    page = _open(hand)
    hand.press(page.table, Qt.Key.Key_N, CONTROL)
    sheet = hand.sheet(MemberSheet)

    hand.store(sheet)

    assert sheet.details.given.wrong
    assert hand.is_editing


def test_a_seat_that_is_taken_is_said_while_typing_and_refused_when_stored(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(1)
    hand.press(page.table, Qt.Key.Key_E)
    sheet = hand.sheet(MemberSheet)
    profession = sheet.details.profession

    hand.enter(profession, "ACCOUNTANT")
    assert "belongs to Ann Whitfield" in profession.accessibleDescription()

    hand.store(sheet)
    assert "belongs to Ann Whitfield" in sheet.refusal
    assert _card(hand, "Bob Hartley").classification == "Kitchen fitter"


def test_details_are_corrected_and_the_name_shown_is_a_choice(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(1)
    hand.press(page.table, Qt.Key.Key_E)
    sheet = hand.sheet(MemberSheet)

    hand.enter(sheet.details.called, "Bobby H.")
    hand.enter(sheet.details.website, "kitchens.example")
    hand.store(sheet)

    card = _card(hand, "Bobby H.")
    assert (card.given_name, card.family_name, card.website) == (
        "Bob",
        "Hartley",
        "kitchens.example",
    )


def test_an_editor_that_another_hand_overtook_is_refused(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(1)
    hand.press(page.table, Qt.Key.Key_E)
    sheet = hand.sheet(MemberSheet)
    bob = hand.book.person("Bob Hartley")
    hand.book.write(roster.reach, person_id=bob, phone="1")

    hand.enter(sheet.details.company, "Hartley Kitchens")
    hand.store(sheet)

    assert sheet.refusal.startswith("Changed by Wanda")
    assert sheet.details.company.text() == "Hartley Kitchens"


def test_a_membership_ends_and_begins_again(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(1)
    hand.press(page.table, Qt.Key.Key_M)
    sheet = hand.sheet(MemberSheet)
    assert sheet.tabs.current == Tab.MEMBERSHIPS

    leaving = sheet.spells.findChildren(_Leaving)[-1]
    hand.enter(leaving._reason, "moved away")
    leaving._on_end()
    hand.settle()
    assert not _stored(hand)["Bob Hartley"].current

    back = sheet.spells.findChildren(_Return)[-1]
    back._on_again()
    hand.settle()

    card = _card(hand, "Bob Hartley")
    assert [spell.reason for spell in card.spells] == ["", "moved away"]
    assert _stored(hand)["Bob Hartley"].current


def test_days_of_a_membership_are_stored_as_soon_as_they_are_changed(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(0)
    hand.press(page.table, Qt.Key.Key_M)
    sheet = hand.sheet(MemberSheet)
    block = sheet.spells.findChildren(_SpellBlock)[-1]

    hand.enter(block._from, "1.5.2020")
    hand.press(block._from, Qt.Key.Key_Return)

    assert _card(hand, "Ann Whitfield").spells[0].joined_on == date(2020, 5, 1)


def test_days_that_end_before_they_begin_are_refused_in_the_editor(hand: Hand) -> None:
    page = _open(hand)
    page.chips[1].setChecked(True)
    page.table.selectRow(0)
    hand.press(page.table, Qt.Key.Key_M)
    sheet = hand.sheet(MemberSheet)
    block = sheet.spells.findChildren(_SpellBlock)[-1]

    hand.enter(block._to, "1.1.2019")
    hand.press(block._to, Qt.Key.Key_Return)

    assert "before it begins" in sheet.refusal
    assert _card(hand, "Owen Tanner").spells[0].left_on == date(2026, 6, 1)


def test_an_office_is_given_and_its_term_corrected(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(0)
    hand.press(page.table, Qt.Key.Key_O)
    sheet = hand.sheet(MemberSheet)
    appointing = sheet.offices.findChildren(_Appointing)[-1]
    appointing._office.choose(Office.SECRETARY)
    appointing._on_appoint()
    hand.settle()
    assert hand.done() == "Ann Whitfield becomes Secretary"

    block = sheet.offices.findChildren(_TermBlock)[-1]
    hand.enter(block._to, "30.9.2027")
    hand.press(block._to, Qt.Key.Key_Return)

    (term,) = _card(hand, "Ann Whitfield").terms
    assert (term.office, term.starts_on, term.ends_on) == (
        Office.SECRETARY,
        date(2026, 10, 1),
        date(2027, 9, 30),
    )
    assert texts(page, "Offices")[0] == "Secretary"


def test_a_person_of_another_chapter_is_entered_and_moved(hand: Hand) -> None:
    page = _open(hand)
    page.chips[2].setChecked(True)
    hand.press(page.table, Qt.Key.Key_N, CONTROL)
    sheet = hand.sheet(ExternalSheet)
    hand.enter(sheet.name, "Gwen Ashby")
    hand.enter(sheet.chapter, "Castle")
    hand.store(sheet)
    assert texts(page, "Name") == ["Dana Whitlock", "Gwen Ashby"]

    page.model.setData(cell(page, "Chapter", 0), "Old Town")
    hand.settle()

    assert _stored(hand)["Dana Whitlock"].chapter == "Old Town"


def test_the_same_name_in_the_same_chapter_is_refused(hand: Hand) -> None:
    page = _open(hand)
    page.editors.add_external()
    sheet = hand.sheet(ExternalSheet)
    hand.enter(sheet.name, "dana whitlock")
    hand.enter(sheet.chapter, "Harbour")

    hand.store(sheet)

    assert "is in the book already" in sheet.refusal


def test_a_book_without_members_says_what_to_do_first(hand: Hand) -> None:
    for name in ("Ann Whitfield", "Bob Hartley", "Zoë Ames"):
        person_id = hand.book.person(name)
        hand.book.write(roster.leave, person_id=person_id, on=date(2026, 6, 1))
    page = _open(hand)
    assert page.table.emptiness == "No row matches"

    page.show_rows(())

    assert page.table.emptiness == "No members yet"
