"""Every refusal has its sentence, and every sentence its facts."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from string import Formatter

import pytest

import app
from app import errors, formats, wording
from app.errors import AppError
from app.rules.meetings import MeetingState
from app.rules.scoring.profile import Policy, Term
from app.storage import faults, journal
from app.wording.policy import rule_words
from app.wording.records import table_word, value_word

APP = Path(app.__file__).parent
KINDS = {name for name in vars(errors) if name.endswith("Error")}
SENTENCES = {reason: text for table in wording.tables() for reason, text in table.items()}


@dataclass(frozen=True)
class Said:
    """A refusal or a remark in the source; no facts where they are not written out there."""

    reason: str
    facts: frozenset[str] | None
    place: str


def _modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(APP.rglob("*.py")):
        if APP / "wording" not in path.parents:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def _said() -> Iterator[Said]:
    for path, module in _modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                place = f"{path.relative_to(APP)}:{node.lineno}"
                for reason in _reasons(node):
                    yield Said(reason, _facts(node), place)


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute) and call.func.attr == "note":
        return "note"  # of the notebook a reader of files keeps
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _reasons(call: ast.Call) -> Iterator[str]:
    if _name(call) not in {*KINDS, "Finding", "note"} or not call.args:
        return
    first = call.args[0]
    for choice in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
        if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
            yield choice.value


def _facts(call: ast.Call) -> frozenset[str] | None:
    if _name(call) == "Finding":
        return _keys(call.args[2]) if len(call.args) > 2 else frozenset()
    names = {keyword.arg for keyword in call.keywords}
    if _name(call) == "UnreadableFileError":
        names |= {"file", "row"}  # which the readers of files and rows add on the way
    return None if None in names else frozenset(name for name in names if name)


def _keys(facts: ast.expr) -> frozenset[str] | None:
    if not isinstance(facts, ast.Dict):
        return None
    return frozenset(ast.literal_eval(key) for key in facts.keys if key is not None)


def _gaps(reason: str) -> set[str]:
    return {name for _text, name, _spec, _how in Formatter().parse(SENTENCES[reason]) if name}


ALL_SAID = [*_said()]


def test_the_source_is_full_of_refusals() -> None:
    assert len({said.reason for said in ALL_SAID}) > 40


def test_every_refusal_has_a_sentence() -> None:
    silent = [f"{said.reason} at {said.place}" for said in ALL_SAID if said.reason not in SENTENCES]
    assert silent == []


def test_every_gap_of_a_sentence_is_filled() -> None:
    unfilled = [
        f"{said.reason} at {said.place}: {_gaps(said.reason) - said.facts}"
        for said in ALL_SAID
        if said.facts is not None and said.reason in SENTENCES
        if not _gaps(said.reason) <= said.facts
    ]
    assert unfilled == []


def test_every_sentence_is_said_somewhere() -> None:
    words = {
        node.value
        for _path, module in _modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    beginnings = tuple(word for word in words if re.fullmatch("[a-z]+_[a-z]+_", word))
    words |= {f"{word}_at_row" for word in words}  # where the row is known
    never = [one for one in SENTENCES if one not in words and not one.startswith(beginnings)]
    assert never == []


def test_no_reason_has_two_sentences() -> None:
    assert len(SENTENCES) == sum(map(len, wording.tables()))


@pytest.mark.parametrize("reason", sorted(set(faults._REASONS.values())))
def test_what_the_database_says_has_a_sentence_that_needs_only_the_path(reason: str) -> None:
    assert _gaps(reason) <= {"path"}


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_is_whole(text: str) -> None:
    assert text[0].isupper() or text[0] in "“{"
    assert text.rstrip("”")[-1] in ".?:"
    assert "  " not in text
    assert len(text) <= 320


def test_facts_are_said_as_people_say_them() -> None:
    error = AppError("meeting_not_draft", held_on=date(2026, 11, 17), state=MeetingState.COMPLETED)
    assert "17 November 2026 is completed" in wording.sentence(error)
    moved = AppError("book_moved", path=Path("/home/ann/riverside.chapter"))
    assert "riverside.chapter" in wording.sentence(moved)
    assert "/home" not in wording.sentence(moved)


def test_a_meetings_state_is_said_in_words() -> None:
    facts = {"held_on": date(2026, 11, 17), "state": MeetingState.HOLIDAY}
    assert "17 November 2026 is a holiday," in wording.sentence(
        AppError("meeting_not_draft", **facts)
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2026-11-17", "17 November 2026"),
        ("20261117", "20261117"),
        (20261117, "20261117"),
        ("2026-02-30", "2026-02-30"),
        ("ann_bell@example.org", "ann_bell@example.org"),
        ("one_to_one", "one to one"),
        (True, "yes"),
        ("", formats.DASH),
    ],
)
def test_only_days_and_words_of_ours_are_said_otherwise_than_they_are_kept(
    value: object, said: str
) -> None:
    assert value_word(value) == said


def test_a_moment_is_said_as_people_say_it() -> None:
    at = datetime(2026, 11, 17, 19, 5, tzinfo=UTC)
    assert value_word(at.isoformat(timespec="milliseconds")) == formats.moment(at)


@pytest.mark.parametrize("table", sorted(journal.tables()))
def test_every_table_of_the_history_has_a_name(table: str) -> None:
    assert table_word(table) != table


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (Term("late", every=3), "Being late 3 times counts as 1 absence."),
        (Term("late", Fraction(1, 2)), "Being late counts as half an absence."),
        (Term("substitute"), "A substitute counts as 1 absence."),
        (Term("medical", Fraction(3, 4)), "A week of medical leave counts as 0.75 absences."),
        (Term("medical", every=2), "2 weeks of medical leave count as 1 absence."),
    ],
)
def test_what_a_rule_makes_of_other_marks_is_said_in_whole_sentences(term: Term, said: str) -> None:
    assert rule_words(Policy(absences=(Term("absent"), term))).endswith(f"6 months. {said}")


def test_braces_in_a_name_are_only_text() -> None:
    refusal = AppError("classification_exists", name="{holder} {0}")
    assert "{holder} {0}" in wording.sentence(refusal)


def test_an_unknown_reason_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        wording.sentence(AppError("nobody_wrote_this"))
