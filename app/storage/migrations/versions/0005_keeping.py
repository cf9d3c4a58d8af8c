"""What keeps a book whole and quick."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


# What refers to what, so that a parent can go without looking through every child. Without them
# taking back an import of ten thousand people took half a minute.
_REFERENCES = (
    ("alias", "person_id"),
    ("duty_holder", "person_id"),
    ("imported_file", "meeting_id"),
    ("imported_file", "period_id"),
    ("journal_entry", "reverts_id"),
    ("mark", "person_id"),
    ("official_row", "person_id"),
    ("person", "classification_id"),
    ("person", "mentor_id"),
    ("person", "sponsor_id"),
    ("visitor", "inviter_id"),
    ("visitor", "joined_as_id"),
)


def upgrade() -> None:
    """Index every reference."""
    for table, column in _REFERENCES:
        op.create_index(f"ix_{table}_{column}", table, [column])
