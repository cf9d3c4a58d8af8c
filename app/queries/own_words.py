"""The group's own words for ours, as its profiles have them."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.queries.profiles import profile_in_use
from app.rules.scoring.profile import Kind, Light

_COLOURS = frozenset(light.value for light in Light)


def own_words(session: Session, day: date) -> Mapping[str, str]:
    """Return what to say for which of our words on a day; the rules of attendance go first.

    Colours are left out: they are named where they are shown.
    """
    scores, rules = (
        profile_in_use(session, day, kind=kind).terms for kind in (Kind.MEMBERS, Kind.POLICY)
    )
    return {
        ours.replace("one_to_one", "one-to-one").replace("_", " "): word
        for ours, word in {**scores, **rules}.items()
        if ours not in _COLOURS
    }
