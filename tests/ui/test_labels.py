"""Names are typed by strangers: whatever is in them is shown, never obeyed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from app.ui.kit.button import Button
from app.ui.kit.label import PlainLabel, tip
from app.ui.pages import pages
from app.ui.screens import picture, settle
from app.ui.window import Window

HOSTILE = '<img src="file:///etc/passwd"><b>' + "<table>" * 20


def test_markup_in_a_name_is_shown_as_letters(qtbot: QtBot) -> None:
    label = PlainLabel("<b>Ann</b>")
    qtbot.addWidget(label)
    label.resize(200, 20)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.sizeHint().width() > PlainLabel("Ann").sizeHint().width() * 2


def test_a_label_too_long_for_its_place_is_cut_and_tells_the_rest_in_its_tip(qtbot: QtBot) -> None:
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.is_cut()
    assert "&lt;img" in label.toolTip()
    assert "<img" not in label.toolTip()
    label.say("Ann")
    assert label.toolTip() == ""


def test_a_label_with_a_brief_form_says_that_where_the_full_one_does_not_fit(qtbot: QtBot) -> None:
    label, brief = PlainLabel(), PlainLabel("open: 3")
    for one in (label, brief):
        qtbot.addWidget(one)
        one.resize(90, 20)
    label.say("3 visitors to confirm and 2 marks blank", brief="open: 3")
    assert picture(label) == picture(brief)
    assert "3 visitors to confirm" in label.toolTip()
    label.resize(400, 20)
    assert picture(label) != picture(brief)


def test_a_tip_of_hostile_words_holds_no_markup_of_theirs() -> None:
    assert tip("a<b>&c") == "<qt>a&lt;b&gt;&amp;c</qt>"
    assert tip("") == ""


def test_an_ampersand_in_a_button_is_a_letter(qtbot: QtBot) -> None:
    button = Button("Bell & Sons")
    plain = Button("Bell _ Sons")
    for one in (button, plain):
        qtbot.addWidget(one)
        one.resize(one.sizeHint())
    assert button.accessibleName() == "Bell & Sons"
    assert _ink(picture(button)) > 0
    assert button.sizeHint().width() > plain.sizeHint().width()


@pytest.mark.parametrize("name", [page.name for page in pages()])
def test_no_label_of_a_page_guesses_whether_its_words_are_markup(
    desk: Desk, qtbot: QtBot, name: str
) -> None:
    window = Window(desk, pages())
    qtbot.addWidget(window)
    window.go(name)
    settle(desk.gateway)
    guessing = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.textFormat() is Qt.TextFormat.AutoText and label.text()
    ]
    assert guessing == []


def _ink(image: QImage) -> int:
    ground = image.pixelColor(3, 3)
    return sum(
        image.pixelColor(x, y) != ground
        for x in range(10, image.width() - 10)
        for y in range(10, image.height() - 10)
    )


def test_a_sign_that_turns_a_line_is_not_shown(qtbot: QtBot) -> None:
    label = PlainLabel("Report of sl\u202eips.xls")
    qtbot.addWidget(label)
    assert label.text() == "Report of slips.xls"
