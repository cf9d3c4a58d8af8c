"""Whatever was typed is shown in the window letter by letter; none of it is taken for markup.

The first tests read the program's text, so that no place is left out; the last one looks at every
page, editor and tip over a book in which every word means harm.
"""

import ast
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QGroupBox,
    QLabel,
    QMenu,
    QMessageBox,
    QTextEdit,
    QWidget,
)

import app.ui
from app.ui import scenes
from app.ui.kit.label import tip
from tests.hostile.words import MARKUP, WORDS, hostile_book

_UI = Path(app.ui.__file__).parent
# What takes its words for markup where they look like it, or always.
_OBEYING = {"QLabel", "QMessageBox", "QErrorMessage", "QTextBrowser", "QTextDocument", "QWhatsThis"}
_MOST_ROWS, _MOST_COLUMNS = 40, 20  # of a list; all of one column are shown alike
_TELLING = {"setToolTip", "showText", "setWhatsThis", "setStatusTip", "setHtml", "insertHtml"}
_HARMLESS = {"Qt", "qt"}


def _trees() -> Iterator[tuple[str, ast.AST]]:
    for file in sorted(_UI.rglob("*.py")):
        yield file.relative_to(_UI).as_posix(), ast.parse(file.read_text(encoding="utf-8"))


def test_only_the_kit_makes_labels_and_nothing_makes_what_reads_markup() -> None:
    found = {
        (name, node.id)
        for name, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id in _OBEYING
    }
    assert found == {("kit/label.py", "QLabel")}


def _is_safe(told: ast.expr) -> bool:
    """Tell whether the words of a tip were made by ``tip``, or are none."""
    if isinstance(told, ast.IfExp):
        return _is_safe(told.body) and _is_safe(told.orelse)
    if isinstance(told, ast.Call):
        return isinstance(told.func, ast.Name) and told.func.id == "tip"
    return isinstance(told, ast.Constant) and told.value == ""


def test_every_tip_is_made_where_markup_is_taken_for_letters() -> None:
    asked = [
        (name, node.lineno, node.args[-1 if node.func.attr == "setToolTip" else 1])
        for name, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in _TELLING
    ]
    assert len(asked) > 10
    assert [(name, line) for name, line, told in asked if not _is_safe(told)] == []


class _Tags(HTMLParser):
    """Notes the tags of a text."""

    def __init__(self, words: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.text = ""
        self.feed(words)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  the parser's own name
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("word", WORDS)
def test_a_tip_says_a_word_as_it_is(word: str) -> None:
    parsed = _Tags(tip(word))
    assert parsed.tags == {"qt"}
    assert parsed.text == word


def _obeyed(widget: QWidget) -> Iterator[str]:
    """Yield what of a widget could be taken for markup."""
    guesses = isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText
    if isinstance(widget, QLabel) and guesses and widget.text():
        yield widget.text()
    if isinstance(widget, QTextEdit | QMessageBox | QGroupBox):
        yield type(widget).__name__
    if isinstance(widget, QMenu) and widget.toolTipsVisible():
        yield "a menu with tips"
    for told in (widget.toolTip(), widget.whatsThis(), widget.statusTip(), *_tips_of(widget)):
        if _Tags(told).tags - {"qt"}:
            yield told


def _tips_of(widget: QWidget) -> Iterator[str]:
    """Yield the tips of every cell."""
    for cell in _cells(widget):
        yield str(cell.data(Qt.ItemDataRole.ToolTipRole) or "")


def _said(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    if isinstance(widget, QLabel):
        yield widget.text()
    for cell in _cells(widget):
        yield str(cell.data() or "")


def _cells(widget: QWidget) -> Iterator[QModelIndex]:
    model = widget.model() if isinstance(widget, QAbstractItemView) else None
    for row in range(_MOST_ROWS if model is not None else 0):
        for column in range(_MOST_COLUMNS):
            if model is not None and model.hasIndex(row, column):
                yield model.index(row, column)


@pytest.mark.timeout(300)
def test_no_page_editor_or_tip_obeys_a_word_of_a_hostile_book(
    qapp: QApplication, tmp_path: Path
) -> None:
    book = hostile_book(tmp_path / "riverside.chapter", people=9)
    obeyed: dict[str, list[str]] = {}
    said = ""
    for picture in scenes.photograph_everything(book, tmp_path / "pictures"):
        widgets = [one for one in qapp.allWidgets() if one.isVisible()]
        obeyed[picture.stem] = [word for one in widgets for word in _obeyed(one)]
        said += "\n".join(word for one in widgets for word in _said(one))
    assert {name: words for name, words in obeyed.items() if words} == {}
    assert [word for word in MARKUP if word not in said] == []
