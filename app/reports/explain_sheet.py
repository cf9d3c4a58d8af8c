"""The explain sheet of one member: why 65, what the next steps need, the criteria."""

from app import formats
from app.i18n import _
from app.queries.explain_sheet import ExplainSheet
from app.queries.traffic_lights import printed_value
from app.reports.criteria import (
    bands,
    bound,
    counted,
    criteria,
    formula,
    points,
    title,
    weeks_in_words,
)
from app.reports.explain_ahead import draw_ahead, moves_in_words
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, small, wrap
from app.reports.kit.flow import draw_section
from app.reports.kit.legend import LEADING, Meaning, legend
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import ACCENT, HAIRLINE, INK, MUTED, RULE, STRONG, THIN
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import HEAD
from app.reports.light_marks import draw_light, name_of
from app.reports.words import for_whom, held_in_words, sentence, span
from app.rules.scoring.exact import shortest
from app.rules.scoring.profile import Light, Per
from app.rules.scoring.scores import ItemScore, Score

_BIG = Style(54, Weight.SEMIBOLD, ACCENT)
_TEXT = Style(9)
_QUIET = Style(9, colour=MUTED)
_BOLD = Style(9, Weight.BOLD)
_STRONG = Style(10.5, Weight.SEMIBOLD)
_NOTE = Style(8, colour=MUTED)
_PITCH, _RISE, _HEADS = 17.0, 5.2, 17.4
_TABLE = 126.0  # from the left margin
_COUNT, _WEEKS, _VALUE, _REACHED, _POINTS = 268.0, 304.0, 344.0, 386.0, 416.0  # right edges
_FROM = 1000  # decimals say nothing any more
_ASIDE = 112.0  # how wide the column of the total is


def pdf(rows: ExplainSheet, sheet: Sheet) -> bytes:
    """Draw the sheet on one upright page."""
    document = Document(sheet, _masthead(rows))
    page, rule = document.turn()
    if rows.score is None:
        nothing = _("There is no score: no week of this time was recorded for this member.")
        page.text(sheet.left, rule + 24, nothing, _QUIET)
        bottom = rule + 30
    else:
        aside = _draw_total(page, rule, rows, rows.score)
        bottom = max(aside, _draw_table(page, rule, rows, rows.score))
        bottom = draw_ahead(page, bottom, rows)
    _draw_criteria(page, bottom, rows)
    return document.finish()


def _masthead(rows: ExplainSheet) -> Masthead:
    told = [_("Why this score"), rows.seat]
    if rows.joined_on:
        told.append(_("member since {day}").format(day=formats.day_full(rows.joined_on)))
    if rows.renewal_due:
        told.append(_("renewal due {day}").format(day=formats.day_full(rows.renewal_due)))
    return Masthead(
        title=rows.name,
        subtitle=" · ".join(one for one in told if one),
        chapter=rows.chapter,
        span=span(rows.window),
        audience=for_whom(rows.audience, rows.name),
        mark=_("Provisional") if rows.held.provisional else "",
    )


def _draw_total(page: Page, rule: float, rows: ExplainSheet, score: Score) -> float:
    """Draw the total with its colour and what is missing; return where it ends."""
    left = page.sheet.left
    total = small(page, points(score.total, rows.profile), _BIG, _ASIDE - 38)
    wide = page.text(left, rule + 54, total.text, total.style)
    most = _("of {most}").format(most=shortest(rows.profile.most))
    page.text(left + wide + 8, rule + 35, most, _QUIET)
    draw_light(page, left, rule + 69, score.light, 7.6)
    page.text(left + 12, rule + 72, _band(rows, score.light), _TEXT)
    line = rule + 90
    for words, style in _missing(rows):
        broken = wrap(page, words.split(), style, _ASIDE)
        line = draw_lines(page, left, line, broken, style=style, leading=12.4)
    return line


def _band(rows: ExplainSheet, light: Light) -> str:
    name, found = name_of(light, rows.profile.terms), rows.profile.bands
    if found is None:
        return name
    if light is Light.GREY:
        return _("{colour}, below {bound}").format(colour=name, bound=shortest(found.red))
    lower = {Light.GREEN: found.green, Light.YELLOW: found.yellow, Light.RED: found.red}[light]
    return _("{colour}, from {bound}").format(colour=name, bound=shortest(lower))


def _missing(rows: ExplainSheet) -> list[tuple[str, Style]]:
    way, green = rows.path, name_of(Light.GREEN, rows.profile.terms)
    if way is None:
        return [(_("Out of reach of {colour} for now.").format(colour=green), _NOTE)]
    if not way.moves:
        return []
    gap = _("{points} more to {colour}")
    moves = moves_in_words(way, rows.profile)
    return [
        (gap.format(points=points(way.gap, rows.profile), colour=green), _STRONG),
        (_("Nearest: {moves}").format(moves=moves), _NOTE),
    ]


def _draw_table(page: Page, rule: float, rows: ExplainSheet, score: Score) -> float:
    left, right = page.sheet.left, page.sheet.right
    start, line = left + _TABLE, rule + _HEADS
    why = _("Why {total}").format(total=points(score.total, rows.profile))
    page.text(start, line - 4.6, why, HEAD)
    heads = (_("Count"), _("Weeks"), _("Value"), _("Reached"), _("Points"))
    for head, end in zip(heads, _ends(), strict=True):
        page.text(left + end, line - 4.6, head, HEAD, Align.RIGHT)
    page.text(right, line - 4.6, _("Next step"), HEAD, Align.RIGHT)
    page.rule(start, line, right, INK, RULE)
    nearest = {move.item for move in rows.path.moves} if rows.path else set()
    for row in score.items:
        line += _PITCH
        _draw_row(page, line - _RISE, rows, row, nearest=row.item.name in nearest)
        page.rule(start, line, right, HAIRLINE, THIN * 2)
    page.rule(start, line, right, INK, STRONG)
    line += _PITCH
    page.text(start, line - _RISE, _("Score"), _BOLD)
    total = points(score.total, rows.profile)
    page.text(left + _POINTS, line - _RISE, total, _BOLD, Align.RIGHT)
    return line


def _ends() -> tuple[float, ...]:
    return _COUNT, _WEEKS, _VALUE, _REACHED, _POINTS


def _draw_row(
    page: Page, line: float, rows: ExplainSheet, row: ItemScore, *, nearest: bool
) -> None:
    left, right = page.sheet.left, page.sheet.right
    made = formula(row.item)
    named = f"{title(row.item)}  {made}" if made else title(row.item)
    name = small(page, named, _TEXT, _COUNT - _TABLE - 32)
    page.text(left + _TABLE, line, name.text, name.style)
    reached = bound(row.item, row.reached, rows.money) if row.reached else formats.DASH
    texts = (
        (counted(row.count, rows.money), _TEXT),
        (shortest(row.divisor) if row.divisor is not None else formats.DASH, _TEXT),
        (_valued(rows, row), _TEXT),
        (reached, _QUIET),
        (points(row.points, rows.profile), _BOLD),
    )
    for (text, style), end in zip(texts, _ends(), strict=True):
        fitted = small(page, text, style, 40)
        page.text(left + end, line, fitted.text, fitted.style, Align.RIGHT)
    step = small(page, _next(rows, row, nearest=nearest), _TEXT, right - left - _POINTS - 10)
    page.text(right, line, step.text, step.style, Align.RIGHT)


def _valued(rows: ExplainSheet, row: ItemScore) -> str:
    if row.value is None:
        return formats.DASH
    if row.item.per is Per.TOTAL and (row.value.denominator == 1 or row.value >= _FROM):
        return counted(row.value, rows.money)
    return f"{printed_value(row)} %" if row.item.per is Per.SHARE else printed_value(row)


def _next(rows: ExplainSheet, row: ItemScore, *, nearest: bool) -> str:
    if row.next is None:
        return formats.DASH
    more = counted(row.next.more, rows.money)
    words = _("{bound}: {more} more, +{gain}")
    if not row.next.step.reach.rising:
        words = _("{bound}: {more} fewer, +{gain}")
    told = words.format(
        bound=bound(row.item, row.next.step, rows.money),
        more=more,
        gain=points(row.next.gain, rows.profile),
    )
    return f"→ {told}" if nearest else told


def _draw_criteria(page: Page, bottom: float, rows: ExplainSheet) -> None:
    left, right = page.sheet.left, page.sheet.right
    used = _("profile “{title}”, valid from {day}").format(
        title=rows.profile.title, day=formats.day_full(rows.profile.valid_from)
    )
    line = draw_section(page, left, bottom + 32, _("Criteria"), used, to_x=right) + LEADING + 4
    held = sentence(held_in_words(rows.held, rows.official, rows.official_meetings))
    rules = [[one] for one in criteria(rows.profile, rows.money)]
    said = [Meaning("", weeks_in_words(rows.profile)), Meaning("", f"{held}.")]
    if rows.profile.note:
        said.append(Meaning("", rows.profile.note))
    for note in [*rules, bands(rows.profile), *([one] for one in said)]:
        line = legend(page, left, line, note, right) + LEADING + 1
