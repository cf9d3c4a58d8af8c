"""Signs that turn the direction of a line are not taken in: no name turns what stands beside it."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from app.errors import RuleError
from app.rules.people import DIRECTING
from app.services import imports
from app.storage import Store
from tests.command_line import run
from tests.exchange import samples
from tests.images import images
from tests.services.deeds import EXAMPLES, Example
from tests.services.stage import Stage

TURNING = "\u202e"
# What no page shows as it is: names of settings and choices, keys, the text of a profile.
UNSEEN = {
    ("setting", "name"), ("setting", "value"), ("duty", "key"), ("own_profile", "text"),
    ("column_map", "header_key"), ("accepted_difference", "key"),
}  # fmt: skip


def turned(fact: Any) -> Any:  # noqa: ANN401  facts of any deed
    """Return a fact in which each text turns what follows its first letter."""
    if isinstance(fact, str) and not isinstance(fact, Enum):
        return fact and f"{fact[:1]}{TURNING}{fact[1:]}"
    if isinstance(fact, Mapping):
        return {name: turned(one) for name, one in fact.items()}
    if type(fact) in {tuple, list}:
        return [turned(one) for one in fact]
    if is_dataclass(fact) and not isinstance(fact, type):
        parts = {one.name: turned(getattr(fact, one.name)) for one in fields(fact) if one.init}
        return replace(fact, **parts)
    return fact


def turning(store: Store) -> list[tuple[str, str, str]]:
    return [
        (table, name, value)
        for table, rows in images(store).items()
        for row in rows.values()
        for name, value in row.items()
        if isinstance(value, str) and not set(DIRECTING).isdisjoint(value)
        if (table, name) not in UNSEEN
    ]


@pytest.mark.parametrize(
    "example",
    [one for one in EXAMPLES if not one.empty and one.deed is not imports.store],
    ids=lambda one: one.name,
)
def test_no_deed_takes_in_what_turns_a_line(example: Example, store: Store, stage: Stage) -> None:
    try:
        store.write(f"Wanda{TURNING}", example.deed, **turned(example.facts(stage)))
    except (RuleError, ValueError):  # of a word that stands for something
        pass
    else:
        assert TURNING not in str(store.history().undo)
    assert turning(store) == []


def test_no_import_takes_in_what_turns_a_line(tmp_path: Path) -> None:
    book, folder = tmp_path / "book.chapter", tmp_path / "in"
    folder.mkdir()
    ann, guest = turned("Ann Lee"), turned("Vera Guest")
    slips = [
        samples.referral(ann, turned("Bob Day"), detail=turned("a roof")),
        samples.visitor(ann, guest),
        samples.one_to_one(ann, turned("Cy Moe"), outside="receiver", detail=turned("Oak")),
    ]
    chapter = ("H\u202earbour", "N\u202eorth", "F\u202ereedonia")
    (folder / turned("slips.xls")).write_bytes(samples.slips_audit(slips, chapter=chapter))
    people = [samples.Member(turned("Ann"), turned("Lee"), samples.Counters(p=20))]
    (folder / turned("summary.xls")).write_bytes(samples.summary(people, chapter=chapter))

    said = run("import", book, folder)

    assert (said.status, set(DIRECTING).intersection(said.out)) == (0, set())
    with Store(book, author="Bob", read_only=True) as store:
        assert turning(store) == []
        names = {row["name"] for row in images(store)["person"].values()}
        assert names >= {"Ann Lee", "Bob Day", "Cy Moe"}
