"""The look of Qt's own controls, as one style sheet made from the colours in force.

What the kit paints itself (buttons, chips, rows, fields' frames) is not in here.
"""

from app.ui.tokens import Tokens


def stylesheet(colours: Tokens) -> str:
    """Return the style sheet of one theme."""
    return _SHEET.format_map(_named(colours))


def _named(colours: Tokens) -> dict[str, str]:
    return {name: str(getattr(colours, name)) for name in _USED}


_USED = (
    "window", "surface", "raised", "raised_line", "line", "text", "muted",
    "accent", "on_accent", "selected", "hover", "before",
)  # fmt: skip

_SHEET = """
QToolTip {{
    background: {raised}; color: {text}; border: 1px solid {raised_line}; padding: 4px 6px;
}}

QMenuBar {{
    background: {window}; color: {text}; padding: 2px 16px; border-bottom: 1px solid {line};
}}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{
    background: {selected}; color: {accent};
}}
QMenu {{
    background: {raised}; color: {text}; border: 1px solid {raised_line}; padding: 4px;
}}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selected}; color: {accent}; }}
QMenu::item:disabled {{ color: {before}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}

QScrollArea, QScrollArea > QWidget > QWidget#plain {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {before}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QTableView, QListView {{
    background: transparent; border: none; outline: none;
    selection-background-color: {selected}; selection-color: {text};
}}
QListView#suggestions {{ background: {raised}; border: 1px solid {raised_line}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QTableView QTableCornerButton::section {{ background: transparent; border: none; }}
TableHeader {{ background: transparent; border: none; }}

/* What remains of Qt's own is its file dialog, where the system has none. */
QTreeView {{ background: {surface}; border: 1px solid {line}; outline: none; }}
QTreeView::item {{ padding: 4px; border: none; }}
QTreeView::item:selected, QListView::item:selected {{ background: {selected}; color: {accent}; }}
QHeaderView::section {{
    background: {window}; color: {muted}; border: none; border-bottom: 1px solid {line};
    padding: 6px 8px;
}}
QLineEdit, QPushButton {{
    background: {surface}; color: {text}; border: 1px solid {line}; border-radius: 6px;
    padding: 5px 8px; selection-background-color: {accent}; selection-color: {on_accent};
}}
QPushButton {{ padding: 6px 12px; min-width: 56px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:disabled {{ color: {before}; background: {window}; border-color: {line}; }}
QLineEdit:focus, QPushButton:focus {{ border-color: {accent}; }}

LineField, NoteField, QLineEdit#palette {{
    background: transparent; border: none; padding: 0; color: {text};
    placeholder-text-color: {muted};
    selection-background-color: {accent}; selection-color: {on_accent};
}}
LineField:disabled, NoteField:disabled {{ color: {muted}; }}
ChoiceField QAbstractItemView {{
    background: {raised}; color: {text}; border: 1px solid {raised_line}; padding: 4px;
    outline: none; selection-background-color: {selected}; selection-color: {accent};
}}
ChoiceField QAbstractItemView::item {{
    min-height: 28px; padding: 0 8px; border: none; border-radius: 4px;
}}
ChoiceField QAbstractItemView::item:selected {{ background: {selected}; color: {accent}; }}

QProgressBar {{ background: {line}; border: none; border-radius: 2px; max-height: 4px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
"""
