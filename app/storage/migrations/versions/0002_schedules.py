"""Agendas, duties, speakers; and what was printed."""

import sqlalchemy as sa
from alembic import op

from app.storage.migrations.columns import count_versions, instant, whole

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of what the chapter decides of its evenings, and of what was printed."""
    _duty()
    _agenda_item()
    _printed()
    count_versions("duty", "agenda_item")


def _duty() -> None:
    op.create_table(
        "duty",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", whole(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
        sa.UniqueConstraint("key", name=op.f("uq_duty_key")),
        sqlite_strict=True,
    )


def _agenda_item() -> None:
    op.create_table(
        "agenda_item",
        sa.Column("minute", whole(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("place", whole(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
        sqlite_strict=True,
    )


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
