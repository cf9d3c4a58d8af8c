"""The book itself: transactions, journal, undo, lock, schema. The only place that commits."""

from app.storage.store import Change, History, Store

__all__ = ["Change", "History", "Store"]
