"""The right side of the scoreboard: leaders, teams, trend, and who has none yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.i18n import _
from app.queries.scoreboard import Category, Leaders, NotYet, Scoreboard, Team, Trend
from app.reports.kit.bars import bar, lengths
from app.reports.kit.document import LATER_RULE, Document
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import Fitted, draw_fitted, draw_lines, fit, small, two_lines, wrap
from app.reports.kit.flow import NOTE, Flow, draw_section
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import ACCENT, BEFORE, HAIRLINE, MUTED, THIN
from app.reports.scoreboard_teams import draw_teams, teams_height
from app.reports.words import category, none_of, priced, span

_LABEL = Style(8, colour=MUTED)
_LEADER = Style(9.6, Weight.SEMIBOLD)
_TREND = Style(8.2)
_CHANGE = Style(8.2, Weight.SEMIBOLD)
_VALUE = Style(7.4, Weight.SEMIBOLD)
_VALUE_BEFORE = Style(7.4, colour=MUTED)
_NONE = Style(8.2, Weight.SEMIBOLD)
_SECTION = 19.5


@dataclass(frozen=True, slots=True)
class Rest:
    """What found no room in the side column."""

    teams: tuple[Team, ...] = ()
    lists: tuple[NotYet, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pitches:
    """How tall one leader, one team and one trend are, what stands above a section, the names."""

    leader: float
    team: float
    trend: float
    above: float
    names: Style
    leading: float


_ROOMY = _Pitches(30, 13.4, 38.8, above=17, names=Style(8), leading=10.6)
_TIGHT = _Pitches(26, 12.6, 31, above=17, names=Style(8), leading=10.6)
_TIGHTEST = _Pitches(25, 11.4, 27.4, above=15.5, names=Style(7.4), leading=9.3)
_ALL = (_ROOMY, _TIGHT, _TIGHTEST)


def lists_of(rows: Scoreboard) -> tuple[NotYet, ...]:
    """Return the lists of those who have none yet, where anybody stands in them."""
    return tuple(one for one in rows.not_yet if one.names)


def holds_lists(page: Page, x: float, floor: float, rows: Scoreboard) -> bool:
    """Tell whether the side column has room for everything, the lists too."""
    width, room = page.sheet.right - x, page.sheet.foot - floor
    wanted = (
        _beside(rows, pitches) + _lists_height(page, lists_of(rows), width, pitches)
        for pitches in _ALL
    )
    return any(height <= room for height in wanted)


def ends_above(page: Page, floor: float, rows: Scoreboard, keep: float) -> bool:
    """Tell whether the side column without the lists leaves so much of the page's foot free."""
    return _beside(rows, _TIGHTEST) <= page.sheet.foot - floor - keep


def draw_aside(page: Page, x: float, floor: float, rows: Scoreboard, *, keep: float = 0) -> Rest:
    """Draw the side column and return what found no room in it: teams, and lists all or none.

    With ``keep`` so much is kept free at the foot for the lists, and ``ends_above`` holds.
    """
    to_x, room = page.sheet.right, page.sheet.foot - floor - keep
    lists = () if keep else lists_of(rows)
    pitches = _pitches(page, rows, lists, width=to_x - x, room=room)
    y = _draw_leaders(page, x, floor + _SECTION, rows, pitches)
    shown = _beside(rows, pitches) <= room
    if shown and rows.teams:
        y = draw_teams(page, x, y + pitches.above, rows.teams, to_x=to_x, pitch=pitches.team)
    if rows.trends:
        y = _draw_trends(page, x, y + pitches.above, rows, pitches)
    rest = Rest(() if shown else rows.teams, lists)
    if y + _lists_height(page, lists, to_x - x, pitches) <= page.sheet.foot:
        _draw_lists(page, x, y + pitches.above, lists, to_x=to_x, pitches=pitches)
        rest = Rest(rest.teams)
    if rest != Rest():
        missing = _("{sections}: on the last page.").format(sections=", ".join(_named(rest)))
        page.text(x, y + _SECTION, missing, NOTE)
    return rest


def _pitches(
    page: Page, rows: Scoreboard, lists: Sequence[NotYet], *, width: float, room: float
) -> _Pitches:
    """Return the roomiest pitches at which everything fits, else those for two pages."""
    for pitches in _ALL:
        below = _lists_height(page, lists, width, pitches)
        if _beside(rows, pitches) + below <= room:
            return pitches
    return _TIGHT


def draw_rest(document: Document, x: float, rows: Scoreboard, rest: Rest) -> None:
    """Draw the rest beside the last givers where these fill a second page, else on its own."""
    page, to_x = document.pages[-1], document.sheet.right
    wanted = _lists_height(page, rest.lists, to_x - x, _ROOMY) + teams_height(rest.teams)
    if len(document.pages) > 1 and LATER_RULE + wanted <= document.sheet.foot:
        y = LATER_RULE + 24
        if rest.teams:
            y = draw_teams(page, x, y, rest.teams, to_x=to_x) + _ROOMY.above
        _draw_lists(page, x, y, rest.lists, to_x=to_x, pitches=_ROOMY)
        return
    flow = Flow(document)
    if rest.teams:
        flow.y = draw_teams(
            flow.page, flow.sheet.left, flow.y + 24, rest.teams, to_x=flow.sheet.right
        )
    if not rest.lists:
        return
    flow.section(_("Not yet"), span(rows.period), above=24)
    flow.y += 4
    for one in rest.lists:
        flow.need(_height(flow.page, one, flow.sheet.inner, _ROOMY))
        flow.y = _draw_list(
            flow.page, flow.sheet.left, flow.y, one, to_x=flow.sheet.right, pitches=_ROOMY
        )


def _named(rest: Rest) -> list[str]:
    named = ((rest.teams, _("Teams")), (rest.lists, _("Not yet")))
    return [words for missing, words in named if missing]


def _always(rows: Scoreboard, pitches: _Pitches) -> float:
    """Return how tall leaders and trend stand."""
    leaders = _SECTION + 9 + len(rows.leaders) * pitches.leader
    return leaders + (pitches.above + 9 + len(rows.trends) * pitches.trend if rows.trends else 0)


def _beside(rows: Scoreboard, pitches: _Pitches) -> float:
    """Return how tall leaders, teams and trend stand."""
    return _always(rows, pitches) + teams_height(rows.teams, pitches.team, pitches.above)


def _draw_leaders(page: Page, x: float, y: float, rows: Scoreboard, pitches: _Pitches) -> float:
    to_x = page.sheet.right
    y = draw_section(page, x, y, _("Leaders"), _("one per category"), to_x=to_x, strong=False)
    for one in rows.leaders:
        y += pitches.leader
        page.text(x, y - pitches.leader * 0.655, _leads_in(one.category), _LABEL)
        _draw_leader(page, x, y - max(5.0, pitches.leader * 0.23), one, rows)
        page.rule(x, y, to_x, HAIRLINE, THIN * 2)
    return y


def _led_by(page: Page, names: Sequence[str], room: float) -> list[Fitted]:
    """Return as many of those who lead together as fit, and how many more there are."""
    for shown in range(len(names), 0, -1):
        words = ", ".join(names[:shown])
        if shown < len(names):
            words = _("{names} and {count} more").format(names=words, count=len(names) - shown)
        fitted = small(page, words, _LEADER, room)
        if not fitted.text.endswith("…"):
            return [fitted]
    return two_lines(page, words, _LEADER, room)


def _leads_in(one: Category) -> str:
    money = one is Category.CLOSED_BUSINESS
    return _("Closed business given") if money else category(one)


def _draw_leader(page: Page, x: float, y: float, one: Leaders, rows: Scoreboard) -> None:
    to_x = page.sheet.right
    first = [place for place in one.places if place.rank == 1]
    if not first:
        page.text(x, y, _("nobody yet"), _LABEL)
        return
    value = first[0].value
    money = one.category is Category.CLOSED_BUSINESS
    figure = priced(rows.money, value) if money else str(value)
    wide = page.text(to_x, y, figure, _LEADER, Align.RIGHT)
    draw_fitted(page, x, y, _led_by(page, [place.name for place in first], to_x - x - wide - 8))


def _draw_trends(page: Page, x: float, y: float, rows: Scoreboard, pitches: _Pitches) -> float:
    to_x = page.sheet.right
    head = page.width(_("Trend"), Style(10.5, Weight.SEMIBOLD)) + 7
    note = fit(page, _("pale: {before}").format(before=span(rows.before)), NOTE, to_x - x - head)
    y = draw_section(page, x, y, _("Trend"), note.text, to_x=to_x, strong=False)
    for one in rows.trends:
        _draw_trend(page, x, y + 10.4, one, rows)
        y += pitches.trend
    return y - max(0.0, pitches.trend - 31)


def _draw_trend(page: Page, x: float, y: float, one: Trend, rows: Scoreboard) -> None:
    money = one.category is Category.CLOSED_BUSINESS
    words = category(one.category)
    page.text(x, y, f"{words}, {rows.money.symbol()}" if money else words, _TREND)
    if one.now is None or one.before is None:
        page.text(page.sheet.right, y, _("withheld"), _LABEL, Align.RIGHT)
    else:
        change, style = _change(one.now, one.before)
        page.text(page.sheet.right, y, change, style, Align.RIGHT)
    longest = (page.sheet.right - x) * 0.64
    drawn = lengths((one.now or 0, one.before or 0), longest)
    for place, (value, style, colour) in enumerate(
        ((one.now, _VALUE, ACCENT), (one.before, _VALUE_BEFORE, BEFORE))
    ):
        middle = y + 6.6 + place * 8.2
        bar(page, x, middle, length=drawn[place], thickness=5, colour=colour)
        if value is not None:
            figure = rows.money.whole(value) if money else str(value)
            page.text(x + drawn[place] + 4, middle + 2.5, figure, style)


def _change(now: int, before: int) -> tuple[str, Style]:
    """Return a change in words: whole per cent with an arrow, for it is read in grey too."""
    if not before:
        return (_("none before"), _LABEL) if now else (_("none"), _LABEL)
    percent = round(100 * (now - before) / before)
    if percent == 0:
        return _("unchanged"), _LABEL
    arrow = "▲" if percent > 0 else "▼"
    return f"{arrow} {abs(percent)} %", _CHANGE


def _height(page: Page, one: NotYet, room: float, pitches: _Pitches) -> float:
    lines = wrap(page, one.names, pitches.names, room - 8, ",")
    return pitches.leading * (len(lines) + 1) + 4.4


def _lists_height(page: Page, lists: Sequence[NotYet], room: float, pitches: _Pitches) -> float:
    if not lists:
        return 0.0
    return pitches.above + 12 + sum(_height(page, one, room, pitches) for one in lists)


def _draw_lists(
    page: Page, x: float, y: float, lists: Sequence[NotYet], *, to_x: float, pitches: _Pitches
) -> None:
    if not lists:
        return
    y = draw_section(page, x, y, _("Not yet"), to_x=to_x, strong=False) + 3
    for one in lists:
        y = _draw_list(page, x, y, one, to_x=to_x, pitches=pitches)


def _draw_list(
    page: Page, x: float, y: float, one: NotYet, *, to_x: float, pitches: _Pitches
) -> float:
    names, leading = pitches.names, pitches.leading
    y += leading
    page.text(x, y, none_of(one.category), _NONE)
    page.text(to_x, y, str(len(one.names)), _NONE, Align.RIGHT)
    lines = wrap(page, one.names, names, to_x - x - 8, ",")
    end = draw_lines(page, x, y + leading, lines, style=names, leading=leading, joint=",")
    return end - leading + 4.4
