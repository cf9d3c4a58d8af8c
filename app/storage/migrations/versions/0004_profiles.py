"""Profiles of the chapter's own."""

import sqlalchemy as sa
from alembic import op

from app.storage.migrations.columns import count_versions, day, whole

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of them."""
    op.create_table(
        "own_profile",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("valid_from", day(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_profile")),
        sa.UniqueConstraint("name", "valid_from", name=op.f("uq_own_profile_name_valid_from")),
        sqlite_strict=True,
    )
    count_versions("own_profile")
