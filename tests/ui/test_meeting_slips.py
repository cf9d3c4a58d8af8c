"""The slip line and the list of slips."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.formats import Money
from app.queries.meeting_slips import SlipRow
from app.queries.roster import parties
from app.rules.slips import SlipKind, Tier
from app.services import slips as slip_deeds
from app.ui.desk import Desk
from app.ui.kit.form import FormRow
from app.ui.meeting.line_clash import Clash, LineClashSheet
from app.ui.meeting.slip_text import said_by
from tests.small_book import TODAY, SmallBook
from tests.ui.evening import Secretary, sit_down

NOV_17, NOV_24 = date(2026, 11, 17), date(2026, 11, 24)


@pytest.fixture
def secretary(desk: Desk, book: SmallBook, qtbot: QtBot) -> Secretary:
    for name, seat in (("Ann Whitfield", "Florist"), ("Bob Hartley", ""), ("Bo Lind", "")):
        book.member(name, seat)
    book.meeting(NOV_17)
    typist = sit_down(desk, qtbot, NOV_17)
    typist.meeting.line.setFocus()
    return typist


def slips(secretary: Secretary) -> list[SlipRow]:
    secretary.wait()
    sheet = secretary.meeting.sheet
    assert sheet is not None
    return list(sheet.slips)


def said(secretary: Secretary) -> str:
    return secretary.meeting.line._chips.accessibleName()


def names(slip: SlipRow) -> tuple[str, str]:
    return slip.giver.name, slip.receiver.name


def test_enter_stores_clears_the_line_and_stays(secretary: Secretary) -> None:
    secretary.type("r ann bob kitchen refit\n")
    (slip,) = slips(secretary)
    assert (*names(slip), slip.note) == ("Ann Whitfield", "Bob Hartley", "kitchen refit")
    assert secretary.meeting.line.field.text() == ""
    assert secretary.meeting.line.field.hasFocus()


def test_chips_show_what_was_understood_and_what_is_missing(secretary: Secretary) -> None:
    secretary.type("r ann")
    assert said(secretary) == "Referral Ann Whitfield → whom?"
    secretary.type(" bob in")
    assert said(secretary) == "Referral Ann Whitfield → Bob Hartley inside"


def test_a_line_that_is_not_ready_stays_and_stores_nothing(secretary: Secretary) -> None:
    secretary.type("b bob ann\n")
    assert slips(secretary) == []
    assert secretary.meeting.line.field.text() == "b bob ann"
    assert "how much?" in said(secretary)


def test_an_ambiguous_name_is_chosen_from_the_list(secretary: Secretary) -> None:
    secretary.type("r b")
    offers = secretary.meeting.line.offers
    assert offers.isVisible()
    secretary.type(" ann\n")
    assert slips(secretary) == []
    secretary.press(Qt.Key.Key_Down)
    secretary.type("\n\n")
    (slip,) = slips(secretary)
    assert names(slip) == ("Bo Lind", "Ann Whitfield")


def test_tab_completes_a_name_and_the_line_still_means_it(secretary: Secretary) -> None:
    secretary.type("r whit\tbob\n")
    (slip,) = slips(secretary)
    assert names(slip) == ("Ann Whitfield", "Bob Hartley")


def test_right_at_the_end_completes_too(secretary: Secretary) -> None:
    secretary.type("r whit")
    secretary.press(Qt.Key.Key_Right)
    assert secretary.meeting.line.field.text() == "r Ann\u00a0Whitfield "


def test_tab_with_nothing_to_complete_goes_on_to_the_slips(secretary: Secretary) -> None:
    secretary.type("c ann\n")
    secretary.wait()
    secretary.type("\t")
    assert not secretary.meeting.line.field.hasFocus()
    secretary.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert secretary.meeting.line.field.hasFocus()


def test_esc_clears_the_line_and_then_goes_to_the_roll(secretary: Secretary) -> None:
    secretary.type("r ann\x1b")
    assert secretary.meeting.line.field.text() == ""
    secretary.type("\x1b")
    assert secretary.meeting.roll.grid.hasFocus()


def test_ctrl_z_is_the_lines_own_only_while_something_is_typed(secretary: Secretary) -> None:
    secretary.type("r ann bob\n")
    secretary.type("o ann")
    secretary.command(Qt.Key.Key_Z)
    assert len(slips(secretary)) == 1
    assert secretary.meeting.line.field.text() != "o ann"
    secretary.meeting.line.clear()
    secretary.command(Qt.Key.Key_Z)
    assert slips(secretary) == []


def test_a_slip_that_says_the_same_is_warned_of_and_stored(secretary: Secretary) -> None:
    secretary.type("o ann bob\n")
    secretary.wait()
    secretary.type("o bob ann")
    assert "same as an earlier slip" in said(secretary)
    secretary.type("\n")
    assert [slip.repeated for slip in slips(secretary)] == [False, True]


def test_a_visitor_whose_profession_is_taken_is_warned_of(secretary: Secretary) -> None:
    secretary.type("v bob Mary Ray, florist")
    assert "seat taken by Ann Whitfield" in said(secretary)


def test_a_known_visitor_is_offered_with_down(secretary: Secretary) -> None:
    secretary.type("v bob Mary Ray, baker\n")
    secretary.wait()
    secretary.type("v ann mar")
    secretary.press(Qt.Key.Key_Down)
    secretary.type("\n\n")
    visits = [slip.visit for slip in slips(secretary)]
    assert [visit.name for visit in visits if visit is not None] == ["Mary Ray", "Mary Ray"]


def test_a_new_person_of_another_chapter_is_entered_with_the_slip(secretary: Secretary) -> None:
    secretary.type("r ann dana.cole@harbour")
    assert "new: Dana Cole, Harbour" in said(secretary)
    secretary.type("\n")
    secretary.wait()
    secretary.type("r bob dana\n")
    assert [slip.receiver.chapter for slip in slips(secretary)] == ["Harbour", "Harbour"]


def test_a_stored_slip_is_corrected_in_the_line(secretary: Secretary) -> None:
    secretary.type("r ann bob roof\n")
    secretary.wait()
    secretary.meeting.slips.setFocus()
    secretary.press(Qt.Key.Key_Down)
    secretary.type("\n")
    assert secretary.meeting.line.field.hasFocus()
    secretary.press(Qt.Key.Key_Home)
    secretary.press(Qt.Key.Key_End)
    secretary.type("\b\b\b\bin loft\n")
    (slip,) = slips(secretary)
    assert (slip.tier, slip.note) == (Tier.INSIDE, "loft")
    assert secretary.meeting.line.editing is None


def test_esc_leaves_a_correction_and_the_slip_as_it_was(secretary: Secretary) -> None:
    secretary.type("r ann bob roof\n")
    (slip,) = slips(secretary)
    secretary.meeting.line.edit(slip)
    secretary.type("x\x1b")
    assert secretary.meeting.line.editing is None
    assert slips(secretary) == [slip]


@pytest.fixture
def clash(secretary: Secretary, book: SmallBook) -> LineClashSheet:
    """Return the editor of a slip whose note two have corrected, and one its giver."""
    secretary.type("r ann bob roof\n")
    (slip,) = slips(secretary)
    secretary.meeting.line.edit(slip)
    book.write(slip_deeds.amend, slip_id=slip.slip_id, giver_id=3, receiver_id=2, note="loft")
    secretary.type(" repair\n")
    secretary.wait()
    sheet = secretary.window.findChild(LineClashSheet)
    assert isinstance(sheet, LineClashSheet)
    return sheet


def part(sheet: LineClashSheet, words: str) -> FormRow:
    return next(one for one in sheet.findChildren(FormRow) if one.words == words)


def test_two_corrections_of_a_slip_stand_side_by_side_and_neither_is_lost(
    clash: LineClashSheet, secretary: Secretary
) -> None:
    assert clash.refusal.startswith("Changed by Wanda on ")
    assert part(clash, "Note").meanwhile == "stored meanwhile: loft"
    assert clash._note.text() == "roof repair"
    assert clash._first.text() == "Bo Lind"
    assert part(clash, "From").meanwhile == "changed by somebody else; before: Ann Whitfield"
    clash.store()
    (slip,) = slips(secretary)
    assert (slip.giver.name, slip.note) == ("Bo Lind", "roof repair")
    assert secretary.meeting.line.field.text() == ""
    assert not secretary.window.sheets.isVisible()


def test_the_other_correction_of_a_slip_can_be_taken(
    clash: LineClashSheet, secretary: Secretary
) -> None:
    part(clash, "Note")._take_it.click()
    clash.store()
    (slip,) = slips(secretary)
    assert (slip.giver.name, slip.note) == ("Bo Lind", "loft")


def test_two_corrections_left_undecided_stay_in_book_and_line(
    clash: LineClashSheet, secretary: Secretary
) -> None:
    clash.done()
    assert secretary.meeting.line.field.text().endswith("roof repair")
    assert secretary.meeting.line.editing is not None


def test_a_third_correction_of_a_slip_is_met_again(
    clash: LineClashSheet, secretary: Secretary, book: SmallBook
) -> None:
    (slip,) = slips(secretary)
    book.write(slip_deeds.amend, slip_id=slip.slip_id, giver_id=3, receiver_id=2, note="attic")
    clash.store()
    secretary.wait()
    assert part(clash, "Note").meanwhile == "stored meanwhile: attic"


@pytest.mark.parametrize(
    "line",
    [
        "o ann bob lunch",
        "b ann bob 1200 i r roof",
        "b - bob 300",
        "v ann Mary Ray, florist",
        "c ann 2 course",
        "t ann bob kind",
    ],
)
def test_a_slip_of_any_kind_is_met_as_the_line_says_it(
    secretary: Secretary, book: SmallBook, line: str
) -> None:
    secretary.type(f"{line}\n")
    (slip,) = slips(secretary)
    clash = Clash(book.ask(parties, TODAY), Money(), secretary.meeting.deeds_of.correct, bool)
    sheet = LineClashSheet(clash, slip, said_by(slip))
    assert sheet._complete()
    assert sheet._said() == said_by(slip)
    sheet.deleteLater()


def test_del_removes_a_slip_and_undo_brings_it_back(secretary: Secretary) -> None:
    secretary.type("c ann 2\n")
    secretary.wait()
    secretary.meeting.slips.setFocus()
    secretary.press(Qt.Key.Key_Down)
    secretary.press(Qt.Key.Key_Delete)
    assert slips(secretary) == []
    secretary.command(Qt.Key.Key_Z)
    (slip,) = slips(secretary)
    assert (slip.kind, slip.units) == (SlipKind.EDUCATION, 2)


def test_the_credit_of_a_visit_is_confirmed_with_one_key(secretary: Secretary) -> None:
    secretary.type("v ann Mary Ray\nv bob Tom Cole\n")
    secretary.wait()
    secretary.meeting.slips.setFocus()
    secretary.press(Qt.Key.Key_Down)
    secretary.type("c")
    assert sum(slip.confirmed for slip in slips(secretary)) == 1
    secretary.press(
        Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert all(slip.confirmed for slip in slips(secretary))


def test_a_slip_of_a_completed_meeting_counts_to_the_next(
    secretary: Secretary, book: SmallBook
) -> None:
    book.complete(1)
    book.meeting(NOV_24)
    secretary.meeting.mark_stale()
    secretary.wait()
    secretary.type("r ann bob roof\n")
    secretary.wait()
    assert "is completed" in secretary.meeting.question.accessibleName()
    assert secretary.meeting.line.field.text() == "r ann bob roof"

    secretary.type("\n")
    secretary.wait()
    assert slips(secretary) == []
    assert secretary.meeting.line.field.text() == ""
    secretary.window.go("meetings", NOV_24)
    secretary.wait()
    assert [names(slip) for slip in slips(secretary)] == [("Ann Whitfield", "Bob Hartley")]


def test_every_kind_lists_its_latest_first_and_opens_in_full(
    secretary: Secretary, book: SmallBook
) -> None:
    for number in range(20):
        book.referral(1, 2, NOV_17, note=f"job {number}", meeting_id=1)
    secretary.meeting.mark_stale()
    secretary.wait()
    listed = secretary.meeting.slips.list
    seen = [line.slip.note for line in listed._lines if line.slip is not None]
    assert seen[0] == "job 19"
    assert len(seen) < 20
    secretary.meeting.slips.setFocus()
    secretary.press(Qt.Key.Key_Home)
    secretary.type("\n")
    assert len([line for line in listed._lines if line.slip is not None]) == 20
