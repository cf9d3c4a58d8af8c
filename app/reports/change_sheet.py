"""The change sheet: figure by figure what differs from how a report was known before."""

from collections.abc import Sequence

from app import formats
from app.formats import Money
from app.i18n import _, ngettext
from app.queries.change_sheet import ChangedWeek, ChangeSheet, Compared
from app.reports.change_words import about_word, after_word, before_word, field_word
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.flow import Flow
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import MUTED
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import Cell, Column, Ruling, table
from app.reports.words import for_whom, span
from app.rules.changes import Change

_NAME = Style(9.4, Weight.SEMIBOLD)
_TEXT = Style(9)
_QUIET = Style(9, colour=MUTED)
_STRONG = Style(9, Weight.SEMIBOLD)
_ROWS = Ruling(pitch=15.6, rise=4.9)


def pdf(rows: ChangeSheet, sheet: Sheet) -> bytes:
    """Draw what changed in the report, then the completed weeks that were changed."""
    document = Document(sheet, _masthead(rows))
    flow = Flow(document)
    changes = rows.compared.changes if rows.compared else ()
    if changes:
        count = ngettext("{n} figure", "{n} figures", len(changes))
        flow.section(_("Changed figures"), count, above=24, below=62)
        table(flow, _figure_columns(flow.sheet.inner), _figures(changes, rows.money), _ROWS)
    else:
        words = _("Nothing has changed.") if rows.compared else _("There is nothing to compare.")
        flow.page.text(flow.sheet.left, flow.y + 24, words, _TEXT)
        flow.y += 28
    _draw_credits(flow, rows)
    _draw_deeds(flow, rows)
    return document.finish()


def _masthead(rows: ChangeSheet) -> Masthead:
    compared = rows.compared
    return Masthead(
        title=_("Change sheet"),
        subtitle=_subtitle(compared) if compared else "",
        chapter=rows.chapter,
        span=span(compared.period) if compared and compared.period else "",
        audience=for_whom(rows.audience),
    )


def _subtitle(compared: Compared) -> str:
    words = _("{report}, now against {moment}")
    if compared.printed_by:
        words = _("{report}, since {author} printed it on {moment}")
    elif compared.printed_by is not None:
        words = _("{report}, since it was printed on {moment}")
    moment = formats.moment(compared.since)
    return words.format(report=compared.title, author=compared.printed_by, moment=moment)


def _figure_columns(inner: float) -> list[Column]:
    return [
        Column("", 0, inner * 0.38 - 8),
        Column(_("Figure"), inner * 0.38, inner * 0.26 - 8),
        Column(_("Before"), inner * 0.64, inner * 0.17, Align.RIGHT),
        Column(_("Now"), inner * 0.83, inner * 0.17, Align.RIGHT),
    ]


def _figures(changes: Sequence[Change], money: Money) -> list[list[Cell]]:
    """Return a row for each figure; whose it is stands where it changes."""
    cells, last = [], ""
    for change in changes:
        name = about_word(change)
        shown, last = "" if name == last else name, name
        cells.append(
            [
                Cell(shown, _NAME),
                Cell(field_word(change), _TEXT),
                Cell(before_word(change, money), _QUIET),
                Cell(after_word(change, money), _STRONG),
            ]
        )
    return cells


def _draw_credits(flow: Flow, rows: ChangeSheet) -> None:
    credited = [(week, one) for week in rows.weeks for one in week.credits]
    if not credited:
        return
    note = _("of weeks that had been completed")
    flow.section(_("Visitor credits"), note, above=27, below=52)
    inner = flow.sheet.inner
    columns = [
        Column(_("Week"), 0, inner * 0.2 - 8),
        Column(_("Visitor"), inner * 0.2, inner * 0.34 - 8),
        Column(_("Invited by"), inner * 0.54, inner * 0.28 - 8),
        Column("", inner * 0.82, inner * 0.18, Align.RIGHT),
    ]
    cells = [
        [
            Cell(formats.day_short(week.held_on, year=True), _TEXT),
            Cell(one.visitor, _NAME),
            Cell(one.inviter or formats.DASH, _TEXT),
            Cell(_("credited") if one.counted else _("no longer"), _STRONG),
        ]
        for week, one in credited
    ]
    table(flow, columns, cells, _ROWS)


def _draw_deeds(flow: Flow, rows: ChangeSheet) -> None:
    weeks = [week for week in rows.weeks if week.deeds]
    if not weeks:
        return
    note = _("what was done to weeks that had been completed")
    flow.section(_("Completed weeks"), note, above=27, below=52)
    inner = flow.sheet.inner
    columns = [
        Column(_("Week"), 0, inner * 0.16 - 8),
        Column(_("What"), inner * 0.16, inner * 0.44 - 8),
        Column(_("Who"), inner * 0.6, inner * 0.16 - 8),
        Column(_("When"), inner * 0.76, inner * 0.24, Align.RIGHT),
    ]
    table(flow, columns, [row for week in weeks for row in _deeds(week)], _ROWS)


def _deeds(week: ChangedWeek) -> list[list[Cell]]:
    return [
        [
            Cell("" if place else formats.day_short(week.held_on, year=True), _NAME),
            Cell(deed.label, _TEXT),
            Cell(deed.author, _QUIET),
            Cell(formats.moment(deed.made_at), _QUIET),
        ]
        for place, deed in enumerate(week.deeds)
    ]
