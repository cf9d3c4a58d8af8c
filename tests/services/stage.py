"""A book in which every deed has something to be done to."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app import paths
from app.models.classifications import Classification
from app.models.offices import Holder
from app.models.people import Spell, Visitor
from app.models.profiles import OwnProfile
from app.rules.identifiers import PersonId
from app.rules.letters import LetterKey, LetterKind, RulingKind
from app.rules.people import Duty, Office
from app.rules.periods import Period
from app.rules.scoring.editing import copied
from app.services import (
    chapter,
    checking,
    classifications,
    letters,
    meetings,
    offices,
    profiles,
    roster,
    rulings,
    slips,
    visitors,
)
from app.storage import Store
from tests.small_book import NOON, SmallBook

LAST_YEAR = date(2025, 11, 18)
WEEK_BEFORE = date(2026, 11, 10)
TONIGHT = date(2026, 11, 17)
NEXT_WEEK = date(2026, 11, 24)
LATER = date(2026, 12, 1)


@dataclass(frozen=True, slots=True)
class Stage:
    """What stands on the stage: a draft tonight, a completed week before, a holiday next week."""

    ann: int
    bob: int
    former: int
    external: int
    completed: int
    draft: int
    holiday: int
    bare_draft: int
    old_referral: int
    referral: int
    thanks: int
    one_to_one: int
    visit: int
    education: int
    visitor: int
    invited: int
    first_spell: int
    last_spell: int
    term: int
    profession: int
    free_profession: int
    own_profile: int
    free_day: date
    name: str


def prepare(folder: Path) -> tuple[Path, Stage]:
    """Build the book in a folder; return its file and what stands in it."""
    book = SmallBook.create(folder)
    people = _people(book)
    evenings = _evenings(book, people)
    ids = {**people, **evenings, **_rest(book, people, evenings)}
    stage = Stage(free_day=LATER, name="Chidi Eze", **ids)
    book.store.close()
    return book.store.path, stage


@contextmanager
def opened(path: Path, folder: Path) -> Iterator[Store]:
    """Open a copy of a book."""
    copy = Path(shutil.copy(path, folder / "copy.chapter"))
    with Store(copy, author="Wanda", clock=lambda: NOON) as store:
        yield store


def first(store: Store, statement: Select[int]) -> int:
    """Return the first number a statement finds."""

    def ask(session: Session) -> int:
        return session.scalars(statement.limit(1)).one()

    return store.read(ask)


def _people(book: SmallBook) -> dict[str, int]:
    ann = book.member("Ann Whitfield", "Accountant")
    bob = book.member("Bob Hartley", "Kitchen fitter")
    former = book.member("Dora Lane", "Florist")
    book.write(roster.leave, person_id=former, on=date(2025, 3, 4), reason="moved")
    book.write(roster.rejoin, person_id=former, on=date(2025, 9, 2))
    book.write(roster.leave, person_id=former, on=date(2026, 6, 2), reason="sold")
    return {"ann": ann, "bob": bob, "former": former, "external": book.external("Dana Whitlock")}


def _evenings(book: SmallBook, people: dict[str, int]) -> dict[str, int]:
    ann, bob = people["ann"], people["bob"]
    completed = book.meeting(WEEK_BEFORE)
    old_referral = book.referral(bob, ann, WEEK_BEFORE, meeting_id=completed)
    book.mark(completed, "P", ann, bob)
    book.complete(completed)
    draft = book.meeting(TONIGHT)
    book.mark(draft, "S", ann)
    holiday = book.meeting(NEXT_WEEK)
    book.write(meetings.declare_holiday, meeting_id=holiday)
    return {
        "completed": completed,
        "draft": draft,
        "holiday": holiday,
        "bare_draft": book.meeting(LAST_YEAR),
        "old_referral": old_referral,
        **_slips(book, ann, bob, draft),
    }


def _slips(book: SmallBook, ann: int, bob: int, draft: int) -> dict[str, int]:
    referral = book.referral(ann, bob, TONIGHT, meeting_id=draft, note="kitchen refit")
    thanks = book.thanks(bob, ann, 120_000, TONIGHT, meeting_id=draft, referral_id=referral)
    one_to_one = book.one_to_one(ann, bob, TONIGHT, meeting_id=draft)
    visitor = book.visit("Mary Ray", ann, TONIGHT, meeting_id=draft, profession="Baker")
    visit = book.last_slip()
    book.write(slips.learn, dated_on=TONIGHT, member_id=ann, units=2, meeting_id=draft)
    return {
        "referral": referral,
        "thanks": thanks,
        "one_to_one": one_to_one,
        "visit": visit,
        "education": book.last_slip(),
        "visitor": visitor,
    }


def letter_of(person_id: int, step: int = 1) -> LetterKey:
    """Return a letter about an absence of last year."""
    window = Period(LAST_YEAR, TONIGHT)
    return LetterKey(PersonId(person_id), LetterKind.ABSENCE, step, window)


def own_profile(name: str) -> str:
    """Return the text of a profile nobody is scored by yet."""
    shipped = paths.resources() / "profiles" / "us-regional.toml"
    text = shipped.read_text(encoding="utf-8")
    return copied(text, name=name, title="Ours", valid_from=LATER)


def _committee(book: SmallBook, bob: int) -> None:
    book.write(letters.send, letters={letter_of(bob): [WEEK_BEFORE]}, on=TONIGHT)
    book.write(
        letters.write_own, kind=LetterKind.ABSENCE, step=1, subject="Missed", body="{member}"
    )
    book.write(
        rulings.decide,
        person_id=bob,
        kind=RulingKind.PROBATION,
        starts_on=TONIGHT,
        ends_on=LATER,
        decided_by="Ann Whitfield",
        recorded_by="Wanda",
    )


def _rest(book: SmallBook, people: dict[str, int], evenings: dict[str, int]) -> dict[str, int]:
    bob, former = people["bob"], people["former"]
    book.write(visitors.invite, name="Tom Aldous", inviter_id=bob)
    book.write(classifications.add, name="Roofer", sphere="Property")
    term = {"starts_on": date(2026, 10, 1), "ends_on": date(2027, 3, 31)}
    book.write(offices.appoint, office=Office.SECRETARY, person_id=people["ann"], **term)
    talk = Duty.FEATURE_TALK
    book.write(meetings.assign_duty, meeting_id=evenings["draft"], duty=talk, person_id=bob)
    book.write(chapter.put_setting, name="paper", value="Letter")
    _committee(book, bob)
    book.write(profiles.keep, text=own_profile("ours"))
    book.write(checking.accept, key="week|2026-01-06", reason="frost")
    spells = select(Spell.id).where(Spell.person_id == former)
    professions = select(Classification.id)
    found = {
        "invited": select(Visitor.id).where(Visitor.name == "Tom Aldous"),
        "first_spell": spells.order_by(Spell.id),
        "last_spell": spells.order_by(Spell.id.desc()),
        "term": select(Holder.id),
        "own_profile": select(OwnProfile.id),
        "profession": professions.where(Classification.name == "Accountant"),
        "free_profession": professions.where(Classification.name == "Roofer"),
    }
    return {name: first(book.store, statement) for name, statement in found.items()}
