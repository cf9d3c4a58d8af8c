"""What the migrations make is what the models say, and the file itself holds to it."""

import sqlite3
from pathlib import Path
from pkgutil import iter_modules

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Table, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app import models
from app.errors import StorageError
from app.models.whole import MODULES, Base
from app.storage import Store, fingerprint, header, schema
from app.storage.engine import driver, open_engine
from app.storage.tracked import TRACKED
from tests.every_table import fill
from tests.images import images
from tests.storage.asking import call_ann, pragma


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "compare_server_default": True}
    )
    return [*compare_metadata(context, Base.metadata)]


def test_the_migrated_file_is_what_the_models_say(path: Path) -> None:
    engine = open_engine(path)
    with engine.begin() as connection:
        assert _differences(connection) == []
    engine.dispose()


def test_the_whole_of_the_models_leaves_no_file_of_them_out() -> None:
    beside = {"base", "types", "whole"}
    assert {module.name for module in iter_modules(models.__path__)} - beside == {
        module.__name__.rpartition(".")[2] for module in MODULES
    }


def test_the_header_counts_the_migrations() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    versions = list(ScriptDirectory(str(folder)).walk_revisions())
    assert len(versions) == header.SCHEMA


def test_the_shape_of_every_schema_is_written_down(tmp_path: Path) -> None:
    """A new migration adds a line to ``fingerprint.SHAPES``: what this finds for its number."""
    found = {}
    for number in range(1, header.SCHEMA + 1):
        path = tmp_path / f"{number}.chapter"
        path.touch()
        engine = open_engine(path, foreign_keys=False)
        with engine.begin() as connection:
            config = Config()
            config.set_main_option(
                "script_location", str(Path(schema.__file__).parent / "migrations")
            )
            config.attributes["connection"] = connection
            command.upgrade(config, f"{number:04}")
            found[number] = fingerprint.shape(driver(connection))
        engine.dispose()
    assert found == fingerprint.SHAPES


def test_migrating_a_book_of_today_changes_nothing(path: Path) -> None:
    before = sqlite3.connect(path)
    dump = list(before.iterdump())
    before.close()
    schema.migrate(path)
    after = sqlite3.connect(path)
    assert list(after.iterdump()) == dump
    after.close()


def test_every_table_is_strict_and_counts_its_versions(path: Path) -> None:
    connection = sqlite3.connect(path)
    tables = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    triggers = {name for (name,) in connection.execute(
        "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'"
    )}  # fmt: skip
    connection.close()
    for table in Base.metadata.sorted_tables:
        assert tables[table.name].rstrip().endswith("STRICT")
    assert triggers == {table.name for table in TRACKED}


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO spell (person_id, version) VALUES ('Ann', 1)",
        "INSERT INTO spell (person_id, version) VALUES (1.5, 1)",
        "UPDATE person SET name = x'00', version = version + 1",
        "UPDATE person SET seat = 'third', version = version + 1",
        "UPDATE person SET name = NULL, version = version + 1",
    ],
)
def test_a_value_of_the_wrong_type_is_refused_by_the_file(store: Store, statement: str) -> None:
    with pytest.raises(IntegrityError):
        store.write("Wrong", lambda session: _run(session, statement))


def test_a_record_that_refers_to_nobody_is_refused_by_the_file(store: Store) -> None:
    statement = "INSERT INTO spell (person_id, reason, version) VALUES (99, '', 1)"
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        store.write("Orphan", lambda session: _run(session, statement))


@pytest.mark.parametrize("step", ["version", "version + 2", "1", "version - 1"])
def test_an_update_must_count_the_version_on_by_one(store: Store, step: str) -> None:
    call_ann(store, "1")
    statement = f"UPDATE person SET phone = '2', version = {step}"  # noqa: S608  our own words
    with pytest.raises(IntegrityError, match="version not counted on"):
        store.write("Stale", lambda session: _run(session, statement))


@pytest.mark.parametrize("table", TRACKED, ids=lambda table: table.name)
def test_no_bulk_statement_passes_the_version_of_any_table(store: Store, table: Table) -> None:
    store.write("All filled", fill)
    before = images(store, versions=True)
    assert before[table.name]
    with pytest.raises(IntegrityError, match="version not counted on"):
        store.write("Bulk", _update, values={"id": table.c.id}, table=table)
    assert images(store, versions=True) == before
    counted: dict[str, object] = {"version": table.c.version + 1}
    assert store.write("Bulk", _update, values=counted, table=table).tables == {table.name}


def _update(session: Session, *, table: Table, values: dict[str, object]) -> None:
    session.execute(update(table).values(values))


def test_the_file_is_kept_by_the_settings_that_lose_nothing(store: Store) -> None:
    settings = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "cell_size_check": 1,
        "trusted_schema": 0,
        "mmap_size": 0,
        "fullfsync": 1,
    }
    assert {name: pragma(store, name) for name in settings} == settings


def test_a_book_that_exists_is_not_made_anew(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StorageError, match="book_exists"):
        Store.create(path, author="Wanda")
    assert path.read_bytes() == before


def test_a_book_is_not_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="folder_read_only"):
        Store.create(tmp_path / "nowhere" / "riverside.chapter", author="Wanda")
    assert list(tmp_path.iterdir()) == []


def test_a_book_with_a_percent_sign_in_its_name_is_made(tmp_path: Path) -> None:
    with Store.create(tmp_path / "100% #?&ü.chapter", author="Wanda") as store:
        assert store.history().undo is None


def test_children_of_a_missing_record_stop_a_migration(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO spell (person_id, reason, version) VALUES (99, '', 1)")
    connection.commit()
    connection.close()
    with pytest.raises(StorageError, match="migration_failed") as refusal:
        schema.migrate(path)
    assert refusal.value.facts["orphans"] == 1


def _run(session: Session, statement: str) -> None:
    session.execute(text(statement))
