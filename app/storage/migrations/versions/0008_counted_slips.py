"""What summaries and matrices count of a slip, all in one index."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let the index by meeting and kind hold whatever is counted."""
    op.drop_index("ix_slip_meeting_id_kind", "slip")
    op.create_index(
        "ix_slip_counted",
        "slip",
        [
            "meeting_id",
            "kind",
            "giver_id",
            "receiver_id",
            "tier",
            "credits",
            "amount",
            "confirmed",
        ],
        unique=False,
    )
