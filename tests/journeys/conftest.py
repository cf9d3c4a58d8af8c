"""The same colours and the same clean table as for the tests of the window."""

from tests.ui.conftest import _clean_table, qapp

__all__ = ["_clean_table", "qapp"]
