"""The keys of the presenter, and the card that shows them for a moment."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt

from app.i18n import _
from app.ui.kit import brush
from app.ui.presenter.canvas import HEIGHT, Canvas, wide
from app.ui.theme import tokens

ONWARD = frozenset({
    Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Down,
})  # fmt: skip
BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Backspace})
BLANK = frozenset({Qt.Key.Key_B, Qt.Key.Key_Period})
HELP = frozenset({Qt.Key.Key_H, Qt.Key.Key_Question, Qt.Key.Key_F1})

_ROW = 52.0
_PADDING = 36.0
_BETWEEN = 32.0


def key_words() -> Sequence[tuple[str, str]]:
    """Return every key with what it does."""
    return (
        (_("→ or Space"), _("next board")),
        ("←", _("board before")),
        ("B", _("black screen, and back")),
        ("F5", _("to the window, and back")),
        ("Esc", _("close")),
    )


def paint_keys(canvas: Canvas) -> None:
    """Draw the card over the middle of a board."""
    rows = key_words()
    keys = max(wide(key, 28) for key, _words in rows)
    words = max(wide(words, 28) for _key, words in rows)
    card = QRectF(
        0, 0, keys + _BETWEEN + words + 2 * _PADDING, len(rows) * _ROW + 2 * _PADDING - 16
    )
    card.moveCenter(QRectF(0, 0, canvas.width, HEIGHT).center())
    shades = tokens()
    brush.panel(canvas.painter, card, fill=shades.raised, line=shades.muted, radius=10, width=2)
    for place, (key, what) in enumerate(rows):
        top = card.top() + _PADDING - 8 + place * _ROW
        line = QRectF(card.left() + _PADDING, top, keys, _ROW)
        canvas.write(line, key, ink=shades.muted, align=brush.RIGHT)
        canvas.write(line.translated(keys + _BETWEEN, 0).adjusted(0, 0, words - keys + 1, 0), what)
