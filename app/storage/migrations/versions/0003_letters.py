"""Letters, templates and probation."""

import sqlalchemy as sa
from alembic import op

from app.storage.migrations.columns import count_versions, day, whole

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of the membership committee."""
    _letter()
    _letter_template()
    _ruling()
    count_versions("letter", "letter_template", "ruling")


def _letter() -> None:
    op.create_table(
        "letter",
        sa.Column("person_id", whole(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("step", whole(), nullable=False),
        sa.Column("window_start", day(), nullable=False),
        sa.Column("window_end", day(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_on", day(), nullable=False),
        sa.Column("until", day(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_letter_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint(
            "person_id",
            "kind",
            "step",
            "window_start",
            "window_end",
            name=op.f("uq_letter_person_id_kind_step_window_start_window_end"),
        ),
        sqlite_strict=True,
    )


def _letter_template() -> None:
    op.create_table(
        "letter_template",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("step", whole(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_template")),
        sa.UniqueConstraint("kind", "step", name=op.f("uq_letter_template_kind_step")),
        sqlite_strict=True,
    )


def _ruling() -> None:
    op.create_table(
        "ruling",
        sa.Column("person_id", whole(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("starts_on", day(), nullable=False),
        sa.Column("ends_on", day(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_ruling_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ruling")),
        sqlite_strict=True,
    )
    op.create_index("ix_ruling_person_id", "ruling", ["person_id"], unique=False)
