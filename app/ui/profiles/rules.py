"""The rules of attendance and membership of a profile, as values of its form."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial

from app.i18n import _
from app.rules.scoring.editing import terms_written, window_written, written_terms
from app.rules.scoring.profile import Policy, Profile, Term, Window
from app.ui.profiles.values import Value, as_number, as_numbers, in_words
from app.ui.tables.columns import Choice
from app.wording.policy import window_words

_NO_LIMIT = "none"  # TOML's word as the reader takes it, in every language
_WINDOWS = (
    *(Window(rolling_months=months) for months in (3, 6, 12)),
    Window(starts=(4, 10)),
    Window(starts=(1, 4, 7, 10)),
    Window(starts=(1,)),
    Window(membership_months=12),
)


def rule_values() -> tuple[Value, ...]:
    """Return every rule that stands on a line, in three rows."""
    return (
        _number("allowed", _("At most absent"), lambda one: one.allowed),
        Value(
            ("attendance", "window"), _("… within"), lambda one: window_written(one.policy.window),
            wide=2, choices=_windows,
        ),
        _numbers(("attendance", "letters"), _("Letters after"), lambda one: one.letters),
        _number("warn_before", _("Warned before"), lambda one: one.warn_before),
        _limit("visits", _("Visit limit"), lambda one: one.visits),
        _converted("late", _("Late counts as")),
        _converted("medical", _("Medical leave counts as")),
        _converted("substitute", _("A substitute counts as")),
        _limit("substitutes", _("Substitute limit"), lambda one: one.substitutes),
        _limit("medical_weeks", _("Medical weeks"), lambda one: one.medical_weeks),
        _limit("training_days", _("Training, days"), lambda one: one.training_days),
        _numbers(("membership", "months"), _("Term, months"), lambda one: one.membership.months),
        _numbers(
            ("membership", "reminders"), _("Renewal reminders, days ahead"),
            lambda one: one.membership.reminders, wide=2,
        ),
    )  # fmt: skip


def _number(name: str, words: str, get: Callable[[Policy], int]) -> Value:
    return Value(("attendance", name), words, lambda one: str(get(one.policy)), as_number)


def _limit(name: str, words: str, get: Callable[[Policy], int | None]) -> Value:
    def show(profile: Profile) -> str:
        limit = get(profile.policy)
        return _NO_LIMIT if limit is None else str(limit)

    return Value(("attendance", name), words, show, as_number)


def _numbers(
    place: tuple[str, str], words: str, get: Callable[[Policy], Sequence[int]], wide: int = 1
) -> Value:
    return Value(place, words, lambda one: in_words(get(one.policy)), as_numbers, wide)


def _windows(profile: Profile) -> Sequence[Choice]:
    own = profile.policy.window
    offered = _WINDOWS if own in _WINDOWS else (own, *_WINDOWS)
    return [Choice(window_written(one), window_words(one)) for one in offered]


def _converted(counter: str, words: str) -> Value:
    """Return how many absences a mark is; what the form does not offer stays as it is written."""

    def show(profile: Profile) -> str:
        return written_terms(profile.policy.absences).get(counter, "")

    def choices(profile: Profile) -> Sequence[Choice]:
        usual = _conversions(counter)
        own = show(profile)
        known = own in [one.value for one in usual]
        return usual if known else [Choice(own, _("as written below")), *usual]

    return Value(
        ("attendance", "absences"), words, show, wide=2, choices=choices,
        compose=partial(_compose, counter),
    )  # fmt: skip


def _conversions(counter: str) -> list[Choice]:
    several = [
        Choice(_written(counter, every=every), _("every {n} are one absence").format(n=every))
        for every in (2, 3, 4)
    ]
    half = _written(counter, weight=Fraction(1, 2))
    return [
        Choice("", _("no absence")),
        Choice(half, _("half an absence")),
        Choice(_written(counter), _("an absence")),
        *several,
    ]


def _written(counter: str, *, weight: Fraction = Fraction(1), every: int = 1) -> str:
    return written_terms([Term(counter, weight, every)])[counter]


def _compose(counter: str, profile: Profile, chosen: str) -> str:
    """Return all terms as TOML, with another one for a counter or without it."""
    terms = written_terms(profile.policy.absences)
    terms.pop(counter, None)
    if chosen:
        terms[counter] = chosen
    return terms_written(terms)
