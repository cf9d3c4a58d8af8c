"""What if: assumptions, then a column a month with each item's value and points."""

from app import formats
from app.i18n import _, ngettext
from app.queries.what_if import WhatIf
from app.reports.criteria import points, title
from app.reports.criteria_foot import draw_criteria, profile_in_words
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import small
from app.reports.kit.flow import draw_section
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import ACCENT, BAR, FINE, HAIRLINE, INK, MUTED, QUIET, STRONG, THIN
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import HEAD
from app.reports.light_marks import draw_light
from app.reports.score_table import value_words
from app.reports.words import for_whom, sentence
from app.rules.scoring.exact import shortest
from app.rules.scoring.scores import ItemScore, Score
from app.rules.scoring.what_if import Assumed

_TEXT, _BOLD = Style(9), Style(9, Weight.BOLD)
_VALUE, _POINTS = Style(8, colour=MUTED), Style(9, Weight.SEMIBOLD)
_QUIET = Style(9, colour=MUTED)
_PITCH, _RISE, _HEADS = 17.0, 5.2, 17.4
_NAME, _TALL = 118.0, 64.0


def pdf(rows: WhatIf, sheet: Sheet) -> bytes:
    """Draw the months to come on one upright page."""
    document = Document(
        sheet,
        Masthead(
            title=_("What if"),
            subtitle=sentence(profile_in_words(rows.profile)),
            chapter=rows.chapter,
            span=_("after {month}").format(month=formats.month(rows.past[-1].month)),
            audience=for_whom(rows.audience),
        ),
    )
    page, rule = document.turn()
    words = small(page, assumed_in_words(rows.assumed), _TEXT, sheet.inner)
    page.text(sheet.left, rule + 20, words.text, words.style)
    bottom = _draw_table(page, rule + 30, rows)
    bottom = _draw_course(page, bottom, rows)
    draw_criteria(page, bottom, rows.profile, rows.money, _("what is foreseen is no promise"))
    return document.finish()


def assumed_in_words(assumed: Assumed) -> str:
    """Return the assumptions in a sentence."""
    joins = ngettext("{n} joins", "{n} join", assumed.joins).format(n=assumed.joins)
    leaves = ngettext("{n} leaves", "{n} leave", assumed.leaves).format(n=assumed.leaves)
    words = _("{joins}, {leaves}; {visitors} visitors a week, {given} referrals a member and week, "
              "{absent} % absent")  # fmt: skip
    return words.format(
        joins=joins,
        leaves=leaves,
        visitors=shortest(assumed.visitors),
        given=shortest(assumed.given),
        absent=shortest(assumed.absent * 100),
    )


def months_shown(rows: WhatIf) -> list[tuple[str, int, Score | None]]:
    """Return each column: its month, how many members, the score; the month of now first."""
    now = (_short(rows.past[-1].month.month), rows.members, rows.now)
    return [now, *((_short(one.month.month), one.members, one.score) for one in rows.coming)]


def _short(month: int) -> str:
    return formats.months()[month - 1][:3]


def _draw_table(page: Page, top: float, rows: WhatIf) -> float:
    left, right = page.sheet.left, page.sheet.right
    shown = months_shown(rows)
    step = (right - left - _NAME) / len(shown)
    ends = [left + _NAME + step * (place + 1) for place in range(len(shown))]
    line = top + _HEADS
    for end, (month, _members, _score) in zip(ends, shown, strict=True):
        page.text(end, line - 4.6, month, HEAD, Align.RIGHT)
    page.rule(left, line, right, INK, STRONG)
    line = _draw_members(page, line, ends, shown)
    for place, item in enumerate(rows.profile.items):
        line += _PITCH
        page.text(left, line - _RISE, title(item), _TEXT)
        for end, (_month, _members, score) in zip(ends, shown, strict=True):
            one = score.items[place] if score else None
            _draw_item(page, end, line - _RISE, one, rows)
        page.rule(left, line, right, HAIRLINE, THIN * 2)
    page.rule(left, line, right, INK, STRONG)
    line += _PITCH
    page.text(left, line - _RISE, _("Score"), _BOLD)
    for end, (_month, _members, score) in zip(ends, shown, strict=True):
        if score is not None:
            total = points(score.total, rows.profile)
            wide = page.width(total, _BOLD)
            page.text(end, line - _RISE, total, _BOLD, Align.RIGHT)
            draw_light(page, end - wide - 11, line - _RISE - 3.1, score.light)
    return line


def _draw_members(
    page: Page, line: float, ends: list[float], shown: list[tuple[str, int, Score | None]]
) -> float:
    line += _PITCH
    page.text(page.sheet.left, line - _RISE, _("Members at the end"), _QUIET)
    for end, (_month, members, _score) in zip(ends, shown, strict=True):
        page.text(end, line - _RISE, str(members), _QUIET, Align.RIGHT)
    page.rule(page.sheet.left, line, page.sheet.right, HAIRLINE, THIN * 2)
    return line


def _draw_item(page: Page, end: float, line: float, one: ItemScore | None, rows: WhatIf) -> None:
    """Draw the points of an item in a month, and its value before them."""
    if one is None:
        page.text(end, line, formats.DASH, _VALUE, Align.RIGHT)
        return
    page.text(end, line, points(one.points, rows.profile), _POINTS, Align.RIGHT)
    page.text(end - 18, line, value_words(one, rows.money), _VALUE, Align.RIGHT)


def _draw_course(page: Page, bottom: float, rows: WhatIf) -> float:
    """Draw a column a month, those to come in the accent; return where they end."""
    left, right = page.sheet.left, page.sheet.right
    note = _("as they were, and as they may be")
    line = draw_section(page, left, bottom + 32, _("Eighteen months"), note, to_x=right)
    base = line + 24 + _TALL
    totals = [(one.month, one.total, BAR) for one in rows.past]
    totals += [(one.month, one.score.total if one.score else None, ACCENT) for one in rows.coming]
    step = page.sheet.inner / len(totals)
    for place, (month, total, colour) in enumerate(totals):
        middle = left + (place + 0.5) * step
        page.text(middle, base + 11, _short(month.month), _VALUE, Align.CENTRE)
        if total is not None:
            tall = float(total / rows.profile.most) * _TALL
            page.block(middle - step * 0.31, base - tall, step * 0.62, tall, colour)
            shown = points(total, rows.profile)
            page.text(middle, base - tall - 4, shown, _VALUE.coloured(INK), Align.CENTRE)
    page.rule(left, base, right, QUIET, FINE)
    return base + 22
