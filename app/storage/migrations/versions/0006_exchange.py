"""What exchange with other programs remembers."""

import sqlalchemy as sa
from alembic import op

from app.storage.migrations.columns import count_versions, day, whole

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of trainings, of columns explained, and of what checking remembers."""
    _training()
    _column_map()
    _audited_figures()
    _accepted_difference()
    count_versions("training", "column_map", "audited_figures", "accepted_difference")


def _training() -> None:
    op.create_table(
        "training",
        sa.Column("person_id", whole(), nullable=False),
        sa.Column("held_on", day(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_training_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_training_person_id_held_on", "training", ["person_id", "held_on"], unique=False
    )


def _column_map() -> None:
    op.create_table(
        "column_map",
        sa.Column("header_key", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column_map")),
        sa.UniqueConstraint("header_key", name=op.f("uq_column_map_header_key")),
        sqlite_strict=True,
    )


def _audited_figures() -> None:
    op.create_table(
        "audited_figures",
        sa.Column("meeting_id", whole(), nullable=False),
        sa.Column("person_id", whole(), nullable=False),
        sa.Column("given_inside", whole(), nullable=False),
        sa.Column("given_outside", whole(), nullable=False),
        sa.Column("received_inside", whole(), nullable=False),
        sa.Column("received_outside", whole(), nullable=False),
        sa.Column("visitors", whole(), nullable=False),
        sa.Column("one_to_ones", whole(), nullable=False),
        sa.Column("closed_business", whole(), nullable=False),
        sa.Column("education", whole(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_audited_figures_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_audited_figures_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audited_figures")),
        sa.UniqueConstraint(
            "meeting_id", "person_id", name=op.f("uq_audited_figures_meeting_id_person_id")
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_audited_figures_person_id", "audited_figures", ["person_id"], unique=False)


def _accepted_difference() -> None:
    op.create_table(
        "accepted_difference",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accepted_difference")),
        sa.UniqueConstraint("key", name=op.f("uq_accepted_difference_key")),
        sqlite_strict=True,
    )
