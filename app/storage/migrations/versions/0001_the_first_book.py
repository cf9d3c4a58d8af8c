"""The first book."""

import sqlalchemy as sa
from alembic import op

from app.storage.migrations.columns import count_versions, day, flag, instant, whole

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table of the first book."""
    _chapter()
    _classification()
    _journal_entry()
    _meeting()
    _official_period()
    _setting()
    _imported_file()
    _journal_row()
    _person()
    _alias()
    _duty_holder()
    _holder()
    _mark()
    _official_row()
    _spell()
    _visitor()
    _slip()
    count_versions(
        "chapter",
        "classification",
        "meeting",
        "official_period",
        "setting",
        "imported_file",
        "person",
        "alias",
        "duty_holder",
        "holder",
        "mark",
        "official_row",
        "spell",
        "visitor",
        "slip",
    )


def _chapter() -> None:
    op.create_table(
        "chapter",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("weekday", whole(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("currency_decimals", whole(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chapter")),
        sqlite_strict=True,
    )


def _classification() -> None:
    op.create_table(
        "classification",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("sphere", sa.Text(), nullable=False),
        sa.Column("amount_hint", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_classification")),
        sa.UniqueConstraint("name_key", name=op.f("uq_classification_name_key")),
        sqlite_strict=True,
    )


def _journal_entry() -> None:
    op.create_table(
        "journal_entry",
        sa.Column("id", whole(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("made_at", instant(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reverts_id", whole(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reverts_id"],
            ["journal_entry.id"],
            name=op.f("fk_journal_entry_reverts_id_journal_entry"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
        sqlite_strict=True,
    )


def _meeting() -> None:
    op.create_table(
        "meeting",
        sa.Column("held_on", day(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("completed_at", instant(), nullable=True),
        sa.Column("completed_by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("read_referrals", whole(), nullable=True),
        sa.Column("read_one_to_ones", whole(), nullable=True),
        sa.Column("read_closed_business", whole(), nullable=True),
        sa.Column("read_visitors", whole(), nullable=True),
        sa.Column("read_education", whole(), nullable=True),
        sa.Column("read_testimonials", whole(), nullable=True),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("held_on", name=op.f("uq_meeting_held_on")),
        sqlite_strict=True,
    )


def _official_period() -> None:
    op.create_table(
        "official_period",
        sa.Column("starts_on", day(), nullable=True),
        sa.Column("ends_on", day(), nullable=True),
        sa.Column("chapter_written", sa.Text(), nullable=False),
        sa.Column("dropped_included", flag(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_period")),
        sqlite_strict=True,
    )


def _setting() -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_setting_name")),
        sqlite_strict=True,
    )


def _imported_file() -> None:
    op.create_table(
        "imported_file",
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("imported_at", instant(), nullable=False),
        sa.Column("meeting_id", whole(), nullable=True),
        sa.Column("period_id", whole(), nullable=True),
        sa.Column("rows_read", whole(), nullable=False),
        sa.Column("rows_added", whole(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_imported_file_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["period_id"],
            ["official_period.id"],
            name=op.f("fk_imported_file_period_id_official_period"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_file")),
        sqlite_strict=True,
    )
    op.create_index("ix_imported_file_fingerprint", "imported_file", ["fingerprint"], unique=False)


def _journal_row() -> None:
    op.create_table(
        "journal_row",
        sa.Column("id", whole(), nullable=False),
        sa.Column("entry_id", whole(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_id", whole(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["journal_entry.id"], name=op.f("fk_journal_row_entry_id_journal_entry")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_row")),
        sqlite_strict=True,
    )
    op.create_index("ix_journal_row_entry_id", "journal_row", ["entry_id"], unique=False)


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("sort_name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("home_chapter", sa.Text(), nullable=False),
        sa.Column("home_region", sa.Text(), nullable=False),
        sa.Column("home_country", sa.Text(), nullable=False),
        sa.Column("classification_id", whole(), nullable=True),
        sa.Column("seat", whole(), nullable=True),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("website", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("sponsor_id", whole(), nullable=True),
        sa.Column("mentor_id", whole(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["classification_id"],
            ["classification.id"],
            name=op.f("fk_person_classification_id_classification"),
        ),
        sa.ForeignKeyConstraint(
            ["mentor_id"], ["person.id"], name=op.f("fk_person_mentor_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["sponsor_id"], ["person.id"], name=op.f("fk_person_sponsor_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_strict=True,
    )
    op.create_index("ix_person_name_key", "person", ["name_key"], unique=False)


def _alias() -> None:
    op.create_table(
        "alias",
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("chapter_key", sa.Text(), nullable=False),
        sa.Column("person_id", whole(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_alias_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alias")),
        sa.UniqueConstraint("name_key", "chapter_key", name=op.f("uq_alias_name_key_chapter_key")),
        sqlite_strict=True,
    )


def _duty_holder() -> None:
    op.create_table(
        "duty_holder",
        sa.Column("meeting_id", whole(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("person_id", whole(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_duty_holder_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_duty_holder_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_holder")),
        sa.UniqueConstraint("meeting_id", "duty", name=op.f("uq_duty_holder_meeting_id_duty")),
        sqlite_strict=True,
    )


def _holder() -> None:
    op.create_table(
        "holder",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("person_id", whole(), nullable=False),
        sa.Column("starts_on", day(), nullable=False),
        sa.Column("ends_on", day(), nullable=True),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_holder_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holder")),
        sqlite_strict=True,
    )
    op.create_index("ix_holder_person_id", "holder", ["person_id"], unique=False)


def _mark() -> None:
    op.create_table(
        "mark",
        sa.Column("meeting_id", whole(), nullable=False),
        sa.Column("person_id", whole(), nullable=False),
        sa.Column("attendance", sa.Text(), nullable=False),
        sa.Column("substitute", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_mark_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_mark_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mark")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_mark_meeting_id_person_id")),
        sqlite_strict=True,
    )


def _official_row() -> None:
    op.create_table(
        "official_row",
        sa.Column("period_id", whole(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("person_id", whole(), nullable=True),
        sa.Column("name_written", sa.Text(), nullable=False),
        sa.Column("present", whole(), nullable=False),
        sa.Column("absent", whole(), nullable=False),
        sa.Column("late", whole(), nullable=False),
        sa.Column("medical", whole(), nullable=False),
        sa.Column("substitute", whole(), nullable=False),
        sa.Column("given_inside", whole(), nullable=False),
        sa.Column("given_outside", whole(), nullable=False),
        sa.Column("received_inside", whole(), nullable=False),
        sa.Column("received_outside", whole(), nullable=False),
        sa.Column("visitors", whole(), nullable=False),
        sa.Column("one_to_ones", whole(), nullable=False),
        sa.Column("closed_business", whole(), nullable=False),
        sa.Column("education", whole(), nullable=False),
        sa.Column("testimonials", whole(), nullable=True),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["period_id"],
            ["official_period.id"],
            name=op.f("fk_official_row_period_id_official_period"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_official_row_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_row")),
        sqlite_strict=True,
    )
    op.create_index("ix_official_row_period_id", "official_row", ["period_id"], unique=False)


def _spell() -> None:
    op.create_table(
        "spell",
        sa.Column("person_id", whole(), nullable=False),
        sa.Column("joined_on", day(), nullable=True),
        sa.Column("left_on", day(), nullable=True),
        sa.Column("renewal_due", day(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_spell_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spell")),
        sqlite_strict=True,
    )
    op.create_index("ix_spell_person_id", "spell", ["person_id"], unique=False)


def _visitor() -> None:
    op.create_table(
        "visitor",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("profession", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("inviter_id", whole(), nullable=True),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("joined_as_id", whole(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inviter_id"], ["person.id"], name=op.f("fk_visitor_inviter_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["joined_as_id"], ["person.id"], name=op.f("fk_visitor_joined_as_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visitor")),
        sqlite_strict=True,
    )
    op.create_index("ix_visitor_name_key", "visitor", ["name_key"], unique=False)


def _slip() -> None:
    op.create_table(
        "slip",
        sa.Column("meeting_id", whole(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("dated_on", day(), nullable=False),
        sa.Column("giver_id", whole(), nullable=True),
        sa.Column("receiver_id", whole(), nullable=True),
        sa.Column("giver_written", sa.Text(), nullable=False),
        sa.Column("receiver_written", sa.Text(), nullable=False),
        sa.Column("visitor_id", whole(), nullable=True),
        sa.Column("tier", whole(), nullable=True),
        sa.Column("amount", whole(), nullable=True),
        sa.Column("credits", whole(), nullable=True),
        sa.Column("repeat", flag(), nullable=False),
        sa.Column("confirmed", flag(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("state_on", day(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("other_chapter", sa.Text(), nullable=False),
        sa.Column("referral_id", whole(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("imported", flag(), nullable=False),
        sa.Column("id", whole(), nullable=False),
        sa.Column("version", whole(), nullable=False),
        sa.ForeignKeyConstraint(["giver_id"], ["person.id"], name=op.f("fk_slip_giver_id_person")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_slip_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["receiver_id"], ["person.id"], name=op.f("fk_slip_receiver_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["slip.id"], name=op.f("fk_slip_referral_id_slip")
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_slip_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip")),
        sqlite_strict=True,
    )
    op.create_index("ix_slip_giver_id_kind", "slip", ["giver_id", "kind"], unique=False)
    op.create_index("ix_slip_meeting_id_kind", "slip", ["meeting_id", "kind"], unique=False)
    op.create_index("ix_slip_receiver_id_kind", "slip", ["receiver_id", "kind"], unique=False)
    op.create_index("ix_slip_referral_id", "slip", ["referral_id"], unique=False)
    op.create_index("ix_slip_visitor_id", "slip", ["visitor_id"], unique=False)
