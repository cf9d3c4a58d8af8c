"""Column types as migrations spell them; frozen, while those of ``app.models`` may move on."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine


def whole() -> TypeEngine[int]:
    """Return the type of a whole number of 64 bits."""
    return sa.Integer().with_variant(sa.BigInteger(), "postgresql")


def flag() -> TypeEngine[int]:
    """Return the type of a yes or no."""
    return sa.Integer().with_variant(sa.Boolean(), "postgresql")


def day() -> TypeEngine[str]:
    """Return the type of a date."""
    return sa.Text().with_variant(sa.Date(), "postgresql")


def instant() -> TypeEngine[str]:
    """Return the type of a moment in UTC."""
    return sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def count_versions(*tables: str) -> None:
    """Make the file refuse an update that does not count the version on.

    So a bulk statement cannot silently overwrite what another officer has changed.
    """
    if op.get_bind().dialect.name != "sqlite":
        return
    for table in tables:
        op.execute(
            f"CREATE TRIGGER version_{table} BEFORE UPDATE ON {table} "
            "WHEN new.version <> old.version + 1 "
            "BEGIN SELECT RAISE(ABORT, 'version not counted on'); END"
        )
