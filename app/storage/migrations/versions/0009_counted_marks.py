"""What summaries count of a mark, all in one index."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index by which every kind of mark is counted."""
    op.create_index(
        "ix_mark_counted", "mark", ["meeting_id", "attendance", "person_id"], unique=False
    )
