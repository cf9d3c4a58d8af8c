"""A score in words: what is missing to the next colour, what drops out, how each item counts."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from math import ceil

from app import formats
from app.i18n import _, ngettext
from app.queries.standing import Standing
from app.queries.traffic_lights import printed_value
from app.reports.criteria import points, title
from app.reports.light_marks import name_of
from app.rules.scoring.dropping import Ahead
from app.rules.scoring.exact import printed, shortest
from app.rules.scoring.path import Path
from app.rules.scoring.profile import Item, Per
from app.rules.scoring.scores import ItemScore

_FROM = 1000  # thousands are set apart
_DAY = timedelta(days=1)


def window_words(found: Standing) -> str:
    """Return which months the score is of: “Score, May to October”."""
    start, end = found.window.start, found.window.end
    names = formats.months()
    if start.day == 1 and (end + _DAY).day == 1:
        return _("Score, {first} to {last}").format(
            first=names[start.month - 1], last=names[end.month - 1]
        )
    return _("Score, {days}").format(days=formats.period(start, end))


def profile_words(found: Standing) -> str:
    """Return by which profile it is, and how many meetings it comes from."""
    meetings = ngettext("{n} meeting", "{n} meetings", found.held.counted)
    return _("{profile} profile, {meetings}").format(profile=found.profile.title, meetings=meetings)


def beside(found: Standing) -> str:
    """Return what stands beside the total: “of 100, yellow”."""
    if found.light is None:
        return _("no score: no week was recorded")
    colour = name_of(found.light, found.profile.terms)
    return _("of {most}, {colour}").format(most=shortest(found.profile.most), colour=colour)


def missing(found: Standing) -> tuple[str, str]:
    """Return what leads to the next colour, and until when."""
    ahead = found.ahead
    if ahead is None:
        return "", ""
    until = _("by {day}").format(day=_day(found))
    if ahead.path is None:
        return _("Nothing more to be done for a better colour"), until
    colour = name_of(ahead.path.light, found.profile.terms)
    if not ahead.path.moves:
        return _("Nothing is missing to {colour}").format(colour=colour), until
    moves = _moves(found, ahead.path)
    words = _("{moves} more to stay {colour}")
    if ahead.path.light is not found.light:
        words = _("{moves} more to {colour}")
    return words.format(moves=moves, colour=colour), until


def nearer(found: Standing) -> str:
    """Return what leads to the next colour, where green is farther: “1 visitor to yellow”."""
    way = found.ahead.nearer if found.ahead else None
    if way is None or not way.moves or found.ahead is None or way == found.ahead.path:
        return ""
    colour = name_of(way.light, found.profile.terms)
    return _("{moves} to {colour}").format(moves=_moves(found, way), colour=colour)


def _moves(found: Standing, way: Path) -> str:
    items = {item.name: item for item in found.profile.items}
    return _listed([_units(found, items[one.item], one.more) for one in way.moves])


def dropping(found: Standing) -> str:
    """Return what drops out of the window next, and what the score is if nothing is done."""
    ahead = found.ahead
    if ahead is None or found.total is None:
        return ""
    total = points(ahead.total, found.profile)
    lost = [one for one in _falling(found) if one.leaves and one.item.effort]
    if not lost:
        return _("{total} by then if nothing more is done.").format(total=total)
    month = formats.months()[found.window.start.month - 1]
    gone = _listed([_units(found, one.item, ceil(one.leaves)) for one in lost])
    words = _("{month} drops out then with {gone} (pale): {total} if nothing more is done.")
    return words.format(month=month, gone=gone, total=total)


def _falling(found: Standing) -> list[Ahead]:
    """Return the items that will have fewer points than now."""
    now = {row.item.name: row.points for row in found.items}
    ahead = found.ahead.items if found.ahead else ()
    return [one for one in ahead if one.points < now.get(one.item.name, one.points)]


def counted(found: Standing, row: ItemScore) -> str:
    """Return an item's count and value: “25 of 26, 96 %”."""
    if row.value is None:
        return formats.DASH
    count, value = _number(found, row), printed_value(row)
    if row.item.per is Per.TOTAL or row.divisor is None:
        return count
    if row.item.per is Per.SHARE:
        of = shortest(row.divisor)
        return _("{count} of {all}, {value} %").format(count=count, all=of, value=value)
    words = {Per.WEEK: _("{count}, {value} a week"), Per.MONTH: _("{count}, {value} a month")}
    return words[row.item.per].format(count=count, value=value)


def more_words(found: Standing, item: Item) -> str:
    """Return how many more of an item the way to the next colour takes, nothing for none."""
    moves = found.ahead.path.moves if found.ahead and found.ahead.path else ()
    more = next((move.more for move in moves if move.item == item.name), 0)
    return _("{n} more").format(n=_grouped(found, more)) if more else ""


def _number(found: Standing, row: ItemScore) -> str:
    if row.count.denominator == 1:
        return _grouped(found, row.count.numerator)
    return printed(row.count, [1])


def _grouped(found: Standing, number: int) -> str:
    return formats.grouped(number, found.money.grouping) if number >= _FROM else str(number)


def _day(found: Standing) -> str:
    end = found.coming.end
    return f"{end.day} {formats.months()[end.month - 1]}"


def _units(found: Standing, item: Item, number: int) -> str:
    """Return a number of an item's units: “2 visitors”; by its title where it has one."""
    noun = None if item.title else _nouns().get(item.name)
    return noun(number) if noun else f"{title(item)} {_grouped(found, number)}"


def _nouns() -> dict[str, Callable[[int], str]]:
    return {
        "given": lambda n: ngettext("{n} referral", "{n} referrals", n),
        "received": lambda n: ngettext("{n} referral received", "{n} referrals received", n),
        "one_to_ones": lambda n: ngettext("{n} one-to-one", "{n} one-to-ones", n),
        "visitors": lambda n: ngettext("{n} visitor", "{n} visitors", n),
        "education": lambda n: ngettext("{n} education unit", "{n} education units", n),
        "testimonials": lambda n: ngettext("{n} testimonial", "{n} testimonials", n),
        "sponsored": lambda n: ngettext("{n} sponsored member", "{n} sponsored members", n),
    }


def _listed(parts: Sequence[str]) -> str:
    """Return parts as a list: “a, b and c”."""
    if len(parts) < 2:  # noqa: PLR2004  one alone needs no joint
        return "".join(parts)
    return _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])
