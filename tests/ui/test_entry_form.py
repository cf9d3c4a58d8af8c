"""A week copied into the official form by keys alone."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.queries.entry_form import Part, entry_form
from app.ui.entry_form.page import EntryFormPage
from tests.small_book import SmallBook
from tests.ui.lists import Hand, texts

EVENING = date(2026, 11, 17)


def _week(book: SmallBook) -> None:
    zoe, ann = book.member("Zoe Adams"), book.member("Ann Whitfield")
    dana = book.external("Dana Whitlock")
    meeting = book.meeting(EVENING)
    book.mark(meeting, "L", zoe)
    book.mark(meeting, "P", ann)
    book.referral(zoe, dana, EVENING, meeting_id=meeting)
    book.referral(ann, zoe, EVENING, meeting_id=meeting)
    book.thanks(ann, zoe, 123_450, EVENING, meeting_id=meeting)


def test_the_week_stands_in_the_order_of_the_form(book: SmallBook) -> None:
    _week(book)
    lines = book.ask(entry_form, date(2026, 11, 23)).lines
    assert [(line.part, line.giver, line.receiver, line.chapter) for line in lines] == [
        (Part.ATTENDANCE, "Ann Whitfield", "", ""),
        (Part.ATTENDANCE, "Zoe Adams", "", ""),
        (Part.REFERRALS, "Ann Whitfield", "Zoe Adams", ""),
        (Part.REFERRALS, "Zoe Adams", "Dana Whitlock", "Harbour"),
        (Part.CLOSED_BUSINESS, "Ann Whitfield", "Zoe Adams", ""),
    ]


def test_a_cell_a_line_and_a_column_are_copied_by_a_key_each(hand: Hand) -> None:
    _week(hand.book)
    page = hand.go("entry-form", EntryFormPage)
    clipboard = QGuiApplication.clipboard()
    page.table.setCurrentIndex(page.model.index(4, 6))
    hand.press(page.table, Qt.Key.Key_C)
    assert clipboard.text() == "1234.50"
    hand.press(page.table, Qt.Key.Key_R)
    assert clipboard.text().split("\t")[:2] == ["Ann Whitfield", "Zoe Adams"]
    page.chips[1].setChecked(True)
    page.table.setCurrentIndex(page.model.index(0, 4))
    hand.press(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert clipboard.text() == "P\nL"


def test_what_is_done_is_ticked_and_the_next_line_is_at_hand(hand: Hand) -> None:
    _week(hand.book)
    page = hand.go("entry-form", EntryFormPage)
    hand.press(page.table, Qt.Key.Key_X)
    hand.press(page.table, Qt.Key.Key_X)
    assert texts(page, "Done") == ["done", "done", "", "", ""]
    assert page.table.currentIndex().row() == 2
    assert "3 lines to copy" in page.heading().note
    page.chips[0].setChecked(True)
    hand.press(page.table, Qt.Key.Key_X)
    assert page.model.rowCount() == 2
    again = EntryFormPage(hand.window.desk)
    again.reload()
    hand.settle()
    assert "2 lines to copy" in again.heading().note
    again.deleteLater()


def test_another_week_is_reached_from_the_heading(hand: Hand) -> None:
    _week(hand.book)
    hand.book.meeting(date(2026, 11, 10))
    page = hand.go("entry-form", EntryFormPage)
    before = page.heading().back
    assert before is not None
    before.run()
    hand.settle()
    assert "10 November" in page.heading().note
    page.aim(EVENING)
    hand.settle()
    assert "17 November" in page.heading().note
