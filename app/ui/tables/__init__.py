"""Rows on screen: columns declared as values, one model, one view; no session, no question."""

from app.ui.tables.columns import Align, Choice, Column, Look
from app.ui.tables.model import TableModel
from app.ui.tables.view import Table

__all__ = ["Align", "Choice", "Column", "Look", "Table", "TableModel"]
