"""Hundreds of deeds in any order: each is refused or done whole, all can be taken back, and every
moment between them can be looked at again.
"""

import shutil
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import AppError
from app.models.journal import Entry
from app.storage import Store
from tests.images import Images, image_rows, images
from tests.services.anywhere import FITTING, somewhere
from tests.services.stage import Stage
from tests.small_book import NOON

DEEDS = 300


def _do_something(store: Store, stage: Stage, chance: Random, before: Images) -> Images:
    """Try one deed and return what the book holds then; a refusal must have changed nothing."""
    there = store.read(somewhere, stage, chance)
    example = chance.choice(FITTING)
    try:
        change = store.write(example.name, example.deed, **example.facts(there))
    except AppError:
        assert images(store, versions=True) == before
        return before
    after = images(store, versions=True)
    assert {name for name in after if after[name] != before[name]} == change.tables
    return after


@pytest.mark.parametrize("seed", [1])
def test_three_hundred_deeds_are_undone_one_by_one_and_made_again(
    store: Store, stage: Stage, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311  the same every time
    start = images(store)
    now = images(store, versions=True)
    done = 0
    while done < DEEDS:
        before, now = now, _do_something(store, stage, chance, now)
        done += now != before
    end = images(store)
    for _deed in range(DEEDS):
        store.undo()
    assert images(store) == start
    for _deed in range(DEEDS):
        store.redo()
    assert images(store) == end


def test_the_book_is_seen_again_as_it_was_after_every_deed(
    prepared: tuple[Path, Stage], tmp_path: Path
) -> None:
    chance = Random(2)  # noqa: S311  the same every time
    path = Path(shutil.copy(prepared[0], tmp_path))
    moments = (NOON + timedelta(minutes=minute) for minute in count(1))
    then: list[tuple[datetime, Images]] = []
    with Store(path, author="Wanda", clock=lambda: next(moments)) as store:
        for _try in range(80):
            was = images(store, versions=True)
            now = _do_something(store, prepared[1], chance, was)
            if chance.random() < 0.2 and store.history().undo:
                store.undo()
                now = images(store, versions=True)
            if now != was:
                then.append((store.read(_last_moment), now))
        for moment, shown in chance.sample(then, 30):
            assert store.read_as_of(moment, image_rows, versions=True) == shown
            later = moment + timedelta(seconds=59)
            assert store.read_as_of(later, image_rows, versions=True) == shown
        assert images(store, versions=True) == then[-1][1]


def _last_moment(session: Session) -> datetime:
    return session.scalars(select(Entry.made_at).order_by(Entry.id.desc()).limit(1)).one()
