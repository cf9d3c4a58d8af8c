"""The profiles that ship, and counts that make one item have exactly one value."""

from fractions import Fraction

from app import paths
from app.rules.scoring.counters import CHAPTER, MEMBER
from app.rules.scoring.profile import Item, Kind, Per, Profile
from app.rules.scoring.reading import read

SHIPPED = {
    path.stem: read(path.read_text(encoding="utf-8"), path.name)
    for path in sorted((paths.resources() / "profiles").glob("*.toml"))
}
MEMBERS = {name: one for name, one in SHIPPED.items() if one.kind is Kind.MEMBERS}
SCORED = {name: one for name, one in SHIPPED.items() if one.items}
MINOR = 100  # pence to the pound


def nothing(**some: int) -> dict[str, int]:
    """Return counters that are all zero but for some."""
    return dict.fromkeys((*MEMBER, *CHAPTER), 0) | some


def valued(profile: Profile, item: Item, value: Fraction) -> dict[str, int]:
    """Return counts with which an item has exactly a value, in whatever number of weeks."""
    counter = item.counts[0].counter
    found = nothing()
    scale = MINOR if counter == "closed_business" else 1
    if item.per is Per.TOTAL:
        found[counter] = int(value * scale)
        found[_filler(profile, counter)] += 26
        return found
    ratio = value / profile.weeks.a_month if item.per is Per.MONTH else value
    divisor = ratio.denominator
    found[counter] = ratio.numerator
    if item.of:
        found[item.of[0].counter] = divisor
        found[profile.weeks.counts[0]] = max(found[profile.weeks.counts[0]], 1)
    else:
        found[_filler(profile, counter)] += divisor - sum(
            found[name] for name in profile.weeks.counts
        )
    return found


def _filler(profile: Profile, counter: str) -> str:
    """Return what fills weeks without being counted in the item."""
    wanted = ("absent", "substitute") if counter == "present" else ("present", "meetings")
    return next(name for name in wanted if name in profile.weeks.counts)
