"""Reading a profile from TOML: checked as a whole, refused in one sentence with its line."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from app.errors import UnreadableFileError
from app.rules.scoring.counters import CHAPTER, MARKS, MEMBER
from app.rules.scoring.fields import Source, Table
from app.rules.scoring.profile import (
    Bands,
    Beyond,
    Item,
    Kind,
    Line,
    Membership,
    Per,
    Policy,
    Profile,
    Reach,
    Step,
    Term,
    Weeks,
    Window,
)

_LONGEST_LINE = 1000
_LONGEST = 100_000  # signs; the longest shipped has some three thousand
_MONTHS, _MOST, _DECIMALS = 12, 10_000, 6
_TOP = ("name", "title", "kind", "valid_from", "currency", "note", "print")
_PARTS = ("window", "weeks", "bands", "item", "attendance", "membership", "terms")
TERMS = (
    *("member", "meeting", "referral", "one_to_one", "visitor", "education", "testimonial"),
    *("closed_business", "substitute", "absent", "late", "medical", "green", "yellow"),
    *("red", "grey"),
)


_CALLED = {
    "given": "referral",
    "one_to_ones": "one_to_one",
    "visitors": "visitor",
    "testimonials": "testimonial",
    **{name: name for name in ("education", "closed_business", "absent", "late")},
}


def read(text: str, file: str) -> Profile:
    """Return the profile a text describes; UnreadableFileError with file and line otherwise."""
    if len(text) > _LONGEST:
        raise UnreadableFileError("profile_too_long", file=file, line=1)
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > _LONGEST_LINE:  # a key of thousands of dots would take all memory
            raise UnreadableFileError("profile_line_too_long", file=file, line=number)
    return _profile(Table(Source(file, text), _parsed(text, file)))


def _parsed(text: str, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as error:
        said = str(error)
        at = re.search(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$", said)
        line = int(at[1]) if at and at[1] else text.rstrip().count("\n") + 1
        cause = said[: at.start()] if at else said
        raise UnreadableFileError("profile_syntax", file=file, line=line, cause=cause) from error


def _profile(top: Table) -> Profile:
    top.allow(*_TOP, *_PARTS)
    kind = top.word("kind", Kind, Kind.MEMBERS)
    scored = kind is not Kind.POLICY
    terms = top.table("terms")
    terms.allow(*TERMS)
    words = {name: terms.text(name) for name in terms.content}
    items = _items(top, CHAPTER if kind is Kind.CHAPTER else MEMBER, words)
    if scored and not items:
        raise top.wrong("profile_key_missing", (), key="item")
    return Profile(
        name=top.text("name"),
        title=top.text("title"),
        kind=kind,
        valid_from=top.day("valid_from"),
        window=_window(top.table("window")) if scored or top.has("window") else Window(months=6),
        weeks=_weeks(top.table("weeks"), _WEEKS[kind]) if scored else Weeks(MARKS),
        bands=_bands(top.table("bands")) if scored else None,
        items=items,
        policy=_policy(top.table("attendance"), _membership(top.table("membership"))),
        currency=_currency(top, items),
        note=top.text("note", ""),
        places=top.wholes("print", (0,), most=_DECIMALS),
        terms=words,
    )


def _currency(top: Table, items: tuple[Item, ...]) -> str:
    """Return the currency, which must be named where amounts are scored."""
    money = any(item.of_money for item in items)
    return top.text("currency", None if money else "")


_WINDOWS = ("months", "weeks", "rolling_months", "starts")


def _window(table: Table) -> Window:
    table.allow(*_WINDOWS)
    if len(table.content) != 1:
        raise table.wrong("profile_window", table.place, names=", ".join(_WINDOWS))
    if table.has("starts"):
        starts = table.wholes("starts", (), most=_MONTHS)
        if 0 in starts:
            raise table.wrong(
                "profile_wholes", (*table.place, "starts"), key="starts", most=_MONTHS
            )
        return Window(starts=starts)
    return Window(
        months=_length(table, "months", 120),
        weeks=_length(table, "weeks", 520),
        rolling_months=_length(table, "rolling_months", 120),
    )


def _length(table: Table, name: str, most: int) -> int:
    return table.whole(name, least=1, most=most) if table.has(name) else 0


_WEEKS = {Kind.MEMBERS: MARKS, Kind.CHAPTER: ("meetings",), Kind.POLICY: MARKS}


def _weeks(table: Table, counters: tuple[str, ...]) -> Weeks:
    table.allow("counts", "least", "a_month")
    return Weeks(
        counts=table.names("counts", counters),
        least=table.whole("least", 1, least=1, most=52),
        a_month=table.number("a_month", above_zero=True) if table.has("a_month") else _A_MONTH,
    )


_A_MONTH = Fraction(13, 3)


def _bands(table: Table) -> Bands:
    table.allow("green", "yellow", "red")
    bands = Bands(table.number("green"), table.number("yellow"), table.number("red"))
    if not bands.green > bands.yellow > bands.red:
        raise table.wrong("profile_bands", table.place)
    return bands


def _items(top: Table, counters: tuple[str, ...], words: Mapping[str, str]) -> tuple[Item, ...]:
    """Return the items; the group's own words are the titles of those that have none."""
    items: list[Item] = []
    for table in top.tables("item"):
        item = _item(table, counters)
        own = words.get(_CALLED.get(item.name, ""), "")
        if own and not item.title:
            item = replace(item, title=own[0].upper() + own[1:])
        if any(item.name == earlier.name for earlier in items):
            raise table.wrong("profile_twice", (*table.place, "name"), name=item.name)
        items.append(item)
    return tuple(items)


def _item(table: Table, counters: tuple[str, ...]) -> Item:
    table.allow("name", "title", "counts", "per", "of", "print", "effort", "steps", "line")
    if table.has("steps") == table.has("line"):
        raise table.wrong("profile_steps_or_line", table.place, name=table.text("name"))
    per = table.word("per", Per)
    return Item(
        name=table.text("name"),
        title=table.text("title", ""),
        counts=_terms(table, "counts", counters),
        per=per,
        steps=_steps(table) if table.has("steps") else (),
        line=_line(table.table("line")) if table.has("line") else None,
        of=_terms(table, "of", counters) if table.has("of") else (),
        places=table.wholes("print", _PLACES[per], most=_DECIMALS),
        effort=table.number("effort", above_zero=True) if table.has("effort") else None,
    )


_PLACES = {Per.WEEK: (2,), Per.MONTH: (2,), Per.TOTAL: (0,), Per.SHARE: (0,)}


def _terms(table: Table, name: str, counters: tuple[str, ...]) -> tuple[Term, ...]:
    """Return what is counted: one counter by name, or several and what each weighs."""
    if not isinstance(table.content.get(name), dict):
        return (Term(table.one_of(name, counters)),)
    inner = table.table(name)
    inner.allow(*counters)
    if not inner.content:
        raise table.wrong("profile_key_missing", inner.place, key=name)
    return tuple(_term(inner, counter) for counter in inner.content)


def _term(table: Table, counter: str) -> Term:
    if not isinstance(table.content[counter], dict):
        return Term(counter, table.number(counter, above_zero=True))
    inner = table.table(counter)
    inner.allow("every", "weight")
    weight = inner.number("weight", above_zero=True) if inner.has("weight") else Fraction(1)
    return Term(counter, weight, inner.whole("every", 1, least=1, most=_MOST))


def _line(table: Table) -> Line:
    table.allow("goal", "points")
    return Line(table.number("goal", above_zero=True), table.number("points", above_zero=True))


def _steps(table: Table) -> tuple[Step, ...]:
    """Return the steps, hardest first; each must be harder to reach and bring more."""
    found = [(_step(one), one) for one in table.tables("steps")]
    if not found:
        raise table.wrong("profile_key_missing", (*table.place, "steps"), key="steps")
    found.sort(key=lambda pair: -pair[0].points)
    for (harder, _at), (easier, place) in pairwise(found):
        if harder.points == easier.points or not _harder(harder, easier):
            raise place.wrong("profile_steps", place.place, name=table.text("name"))
    return tuple(step for step, _table in found)


def _harder(one: Step, other: Step) -> bool:
    if one.reach.rising is not other.reach.rising:
        return False
    if one.bound == other.bound:
        return one.reach.strict and not other.reach.strict
    return (one.bound > other.bound) is one.reach.rising


def _step(table: Table) -> Step:
    table.allow(*Reach, "points")
    said = [reach for reach in Reach if table.has(reach)]
    if len(said) != 1:
        raise table.wrong("profile_step", table.place, names=", ".join(Reach))
    points = table.number("points", above_zero=True)
    return Step(said[0], table.number(said[0]), points, str(table.content[said[0]]))


def _policy(table: Table, membership: Membership) -> Policy:
    table.allow(*(name for name in Policy.__dataclass_fields__ if name != "membership"))
    usual = Policy()
    return Policy(
        allowed=table.whole("allowed", usual.allowed, most=_MOST),
        window=_policy_window(table.table("window")) if table.has("window") else usual.window,
        absences=_terms(table, "absences", MARKS) if table.has("absences") else usual.absences,
        letters=_rising(table, "letters", usual.letters),
        warn_before=table.whole("warn_before", usual.warn_before, most=_MOST),
        seat_beyond=table.yes("seat_beyond", default=usual.seat_beyond),
        substitutes=_limit(table, "substitutes", usual.substitutes),
        substitutes_after_absence=_limit(table, "substitutes_after_absence", None),
        substitutes_beyond=table.word("substitutes_beyond", Beyond, usual.substitutes_beyond),
        medical_weeks=_limit(table, "medical_weeks", usual.medical_weeks),
        medical_approval=table.yes("medical_approval", default=usual.medical_approval),
        medical_beyond=table.word("medical_beyond", Beyond, usual.medical_beyond),
        visits=_limit(table, "visits", usual.visits),
        training_days=_limit(table, "training_days", usual.training_days),
        membership=membership,
    )


def _policy_window(table: Table) -> Window:
    """Return the window of absences, which may also follow each member's own years."""
    if not table.has(_OWN_TERMS):
        return _window(table)
    table.allow(_OWN_TERMS)
    return Window(membership_months=_length(table, _OWN_TERMS, 120))


_OWN_TERMS = "membership_months"


def _membership(table: Table) -> Membership:
    table.allow(*Membership.__dataclass_fields__)
    usual = Membership()
    first, last = _pair(table, "review", usual.review)
    found = Membership(
        months=_rising(table, "months", usual.months),
        reminders=_rising(table, "reminders", usual.reminders[::-1])[::-1],
        late=table.whole("late", usual.late, least=1, most=_MOST),
        expired=table.whole("expired", usual.expired, least=1, most=_MOST),
        removed=table.whole("removed", usual.removed, least=1, most=_MOST),
        review=(max(first, last), min(first, last)),
    )
    if not found.late <= found.expired <= found.removed:
        raise table.wrong("profile_membership", table.place)
    return found


def _rising(table: Table, name: str, default: tuple[int, ...]) -> tuple[int, ...]:
    """Return whole numbers from 1 on, each once, the least first."""
    found = table.wholes(name, default, most=_MOST)
    if 0 in found:
        raise table.wrong("profile_wholes", (*table.place, name), key=name, most=_MOST)
    return tuple(sorted(set(found)))


def _pair(table: Table, name: str, default: tuple[int, int]) -> tuple[int, int]:
    found = table.wholes(name, default, most=120)
    if len(found) != len(default):
        raise table.wrong("profile_pair", (*table.place, name), key=name)
    return found[0], found[1]


def _limit(table: Table, name: str, default: int | None) -> int | None:
    """Return a limit; the word “none” takes a usual one away."""
    if table.content.get(name, default) is None or table.content.get(name) == "none":
        return None
    return table.whole(name, default, most=_MOST)
