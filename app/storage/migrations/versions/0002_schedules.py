"""Agendas, duties, speakers; and what was printed."""

import sqlalchemy as sa
from alembic import op

from app.storage.migrations.columns import instant, whole

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep in mind what was printed."""
    _printed()


def _printed() -> None:
    """Keep the last print of each report and choice; no history, hence no version to count."""
    op.create_table(
        "printed",
        sa.Column("id", whole(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("known_at", instant(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed")),
        sa.UniqueConstraint("report", "choice", name=op.f("uq_printed_report_choice")),
        sqlite_strict=True,
    )
