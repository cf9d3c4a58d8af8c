"""Say to a book what it must refuse, and look at what it holds."""

from collections.abc import Callable
from typing import Any

import pytest

from app import wording
from app.errors import AppError
from app.storage import Store
from tests.images import images


class Told:
    """A book that is asked for one thing after another."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def refuses(
        self, kind: type[AppError], reason: str, deed: Callable[..., None], /, **facts: object
    ) -> AppError:
        """Require a refusal with a whole sentence, after which the book is as before."""
        before = images(self.store, versions=True)
        with pytest.raises(kind, match=reason) as refusal:
            self.store.write("refused", deed, **facts)
        assert refusal.value.reason == reason
        assert "?" not in wording.sentence(refusal.value)
        assert images(self.store, versions=True) == before
        return refusal.value

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table in the order they were made."""
        return [{"id": key, **row} for key, row in images(self.store)[table].items()]

    def row(self, table: str, key: int) -> dict[str, Any]:
        """Return one row of a table."""
        return images(self.store)[table][key]

    def last(self, table: str) -> dict[str, Any]:
        """Return the row made last."""
        return self.rows(table)[-1]
