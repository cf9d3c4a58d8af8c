"""What exchange with other programs remembers."""

import sqlalchemy as sa
from alembic import op

from app.storage.migrations.columns import count_versions, day, whole

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of trainings and of columns explained."""
    _training()
    _column_map()
    count_versions("training", "column_map")


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
