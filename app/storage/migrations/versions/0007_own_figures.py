"""What a member enters for his own eyes."""

import sqlalchemy as sa
from alembic import op

from app.storage.migrations.columns import count_versions, whole

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of what membership costs."""
    op.create_table(
        "own_figures",
        sa.Column("person_id", whole(), nullable=False),
        sa.Column("year_fee", whole(), nullable=True),
        sa.Column("entry_fee", whole(), nullable=True),
        sa.Column("meeting_cost", whole(), nullable=True),
        sa.Column("lead_cost", whole(), nullable=True),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_own_figures_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_figures")),
        sa.UniqueConstraint("person_id", name=op.f("uq_own_figures_person_id")),
        sqlite_strict=True,
    )
    count_versions("own_figures")
