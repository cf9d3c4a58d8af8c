"""Changing one value in the text of a profile, so that remarks and all else stay as written."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from app.rules.scoring.exact import exact, shortest
from app.rules.scoring.lines import Place, lines_of
from app.rules.scoring.profile import Item, Line, Reach, Step, Term, Window


def put(text: str, place: Place, written: str) -> str:
    """Return a text with another value at a place of one or two names, which stands on one line.

    ``written`` is the value as TOML; an empty one takes the key out. A key or table that is not
    there is added. Only for texts that were read without a fault.
    """
    lines, known = _lines(text), lines_of(text)
    key = str(place[-1])
    line = f"{key} = {written}"
    if place in known:
        at = known[place] - 1
        lines[at : at + 1] = [line] if written else []
    elif not written:
        return text
    elif len(place) == 1:
        lines.insert(_first_table(lines), line)
    elif place[:1] in known:
        lines.insert(known[place[:1]], line)
    else:
        lines += ["", f"[{place[0]}]", line]
    return "\n".join(lines) + "\n"


def put_steps(text: str, item: int, steps: Sequence[Step]) -> str:
    """Return a text with other steps for the item of a number, counted from 0."""
    rows = [
        f"    {{ {one.reach} = {_number(one)}, points = {shortest(one.points)} }}," for one in steps
    ]
    return _put_lines(text, ("item", item, "steps"), ["steps = [", *rows, "]"])


def put_line(text: str, item: int, line: Line) -> str:
    """Return a text with another goal for the item of a number, counted from 0."""
    words = f"line = {{ goal = {shortest(line.goal)}, points = {shortest(line.points)} }}"
    return _put_lines(text, ("item", item, "line"), [words])


def steps_in_words(item: Item) -> str:
    """Return the steps of an item as they are entered: “≥ 1 → 20, ≥ 0.75 → 15”."""
    if item.line is not None:
        return f"{shortest(item.line.goal)} → {shortest(item.line.points)}"
    return ", ".join(
        f"{_SIGNS[one.reach]} {one.written} → {shortest(one.points)}" for one in item.steps
    )


def steps_meant(words: str) -> tuple[Step, ...] | None:
    """Return the steps somebody entered; none where they cannot be understood."""
    found = [_STEP.fullmatch(part.strip()) for part in words.split(",")]
    steps = []
    for one in found:
        bound = exact(one[2]) if one else None
        given = exact(one[3]) if one else None
        if one is None or bound is None or given is None:
            return None
        steps.append(Step(_REACHES[one[1] or "≥"], bound, given, one[2]))
    return tuple(steps)


def written_terms(terms: Sequence[Term]) -> dict[str, str]:
    """Return how TOML writes what each counter weighs."""
    return {one.counter: _weight(one) for one in terms}


def terms_written(terms: Mapping[str, str]) -> str:
    """Return terms by counter as one TOML table."""
    parts = [f"{counter} = {weight}" for counter, weight in terms.items()]
    return f"{{ {', '.join(parts)} }}"


def window_written(window: Window) -> str:
    """Return a window as one TOML table."""
    parts = [
        f"{name} = {list(value) if isinstance(value, tuple) else value}"
        for name in Window.__dataclass_fields__
        if (value := getattr(window, name))
    ]
    return f"{{ {', '.join(parts)} }}"


def _weight(term: Term) -> str:
    said = shortest(term.weight)
    weight = quoted(said) if "/" in said else said
    if term.every == 1:
        return weight
    more = "" if term.weight == 1 else f", weight = {weight}"
    return f"{{ every = {term.every}{more} }}"


_SIGNS = {Reach.AT_LEAST: "≥", Reach.ABOVE: ">", Reach.AT_MOST: "≤", Reach.BELOW: "<"}
_REACHES = {sign: reach for reach, sign in _SIGNS.items()} | {
    ">=": Reach.AT_LEAST,
    "<=": Reach.AT_MOST,
}
_STEP = re.compile(r"(≥|>=|>|≤|<=|<)?\s*([0-9./]+)\s*(?:→|->|:|=)\s*([0-9./]+)")


def _number(step: Step) -> str:
    """Return a bound as the file has it: in quotes what TOML takes for no number, such as .5."""
    return step.written if _TOML_NUMBER.fullmatch(step.written) else quoted(step.written)


_TOML_NUMBER = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")


def _put_lines(text: str, place: Place, written: Sequence[str]) -> str:
    """Return a text with other lines for a value, which may stand on several."""
    lines, known = _lines(text), lines_of(text)
    at = known[place] - 1
    end = at
    while _open("\n".join(lines[at : end + 1])) and end + 1 < len(lines):
        end += 1
    lines[at : end + 1] = written
    return "\n".join(lines) + "\n"


def _lines(text: str) -> list[str]:
    """Return the lines as TOML parts them; what parts lines elsewhere may stand within one."""
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n")


def _open(part: str) -> bool:
    """Tell whether a bracket is still open; none stands within the quotes of numbers."""
    return part.count("[") + part.count("{") > part.count("]") + part.count("}")


def quoted(words: str) -> str:
    """Return words as TOML writes them."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def copied(text: str, *, name: str, title: str, valid_from: date) -> str:
    """Return the text of a profile under another name, title and day."""
    changes = {
        "name": quoted(name),
        "title": quoted(title),
        "valid_from": valid_from.isoformat(),
    }
    for key, written in changes.items():
        text = put(text, (key,), written)
    return text


def _first_table(lines: list[str]) -> int:
    """Return where the first table begins, before the empty line above it."""
    at = next((n for n, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    return at - 1 if at and not lines[at - 1].strip() else at
