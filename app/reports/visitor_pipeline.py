"""The visitor pipeline: how many came how far, then everybody, those nearest to a seat first."""

from app import formats
from app.i18n import _, ngettext
from app.queries.visitor_pipeline import PipelineLine, VisitorPipeline
from app.reports.kit.bars import bar, lengths
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.flow import Flow
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import ACCENT, BAR, MUTED
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import Cell, Column, Ruling, table
from app.reports.words import for_whom, span
from app.rules.people import VisitorStage
from app.rules.privacy import Audience

_NAME = Style(9.2, Weight.SEMIBOLD)
_TEXT = Style(8.8)
_QUIET = Style(8.8, colour=MUTED)
_FIGURE = Style(9, Weight.SEMIBOLD)
_ROWS = Ruling(pitch=16.6, rise=5.4)
_STEP, _LABEL = 15.0, 96.0
_SHARES = (0.26, 0.18, 0.26, 0.15, 0.15)
_REACHED = (0.235, 0.13, 0.245, 0.11, 0.105, 0.175)


def pdf(rows: VisitorPipeline, sheet: Sheet) -> bytes:
    """Draw the pipeline on upright pages."""
    document = Document(sheet, _masthead(rows))
    flow = Flow(document)
    _draw_stages(flow, rows)
    note = _("those nearest to a seat first")
    flow.section(_("Visitors"), note, above=27, below=60)
    if rows.lines:
        officers = rows.audience is Audience.OFFICERS
        columns = _columns(flow.sheet.inner, officers=officers)
        table(flow, columns, [_row(one, officers=officers) for one in rows.lines], _ROWS)
    else:
        words = _("Nobody visited in this period, and nobody is invited.")
        flow.page.text(flow.sheet.left, flow.y + 14, words, _QUIET)
    return document.finish()


def _masthead(rows: VisitorPipeline) -> Masthead:
    came = ngettext("{n} visitor came", "{n} visitors came", rows.attended)
    joined = _("{count} joined").format(count=rows.joined)
    if rows.conversion is not None:
        joined = f"{joined}, {rows.conversion} %"
    declined = _("{count} declined").format(count=rows.declined)
    return Masthead(
        title=_("Visitor pipeline"),
        subtitle=f"{came} · {joined} · {declined}",
        chapter=rows.chapter,
        span=span(rows.period),
        audience=for_whom(rows.audience),
    )


def _visits(one: PipelineLine) -> str:
    """Return the day of the last visit, and how many there were where they are more than one."""
    if one.last_visit is None:
        return formats.DASH
    day = formats.day_short(one.last_visit)
    return f"{day} ×{one.visits}" if one.visits > 1 else day


def stage_words(stage: VisitorStage) -> str:
    """Return what a stage is called."""
    return {
        VisitorStage.INVITED: _("Invited"),
        VisitorStage.ATTENDED: _("Attended"),
        VisitorStage.FOLLOWED_UP: _("Followed up"),
        VisitorStage.APPLIED: _("Applied"),
        VisitorStage.JOINED: _("Joined"),
        VisitorStage.DECLINED: _("Declined"),
    }[stage]


def _draw_stages(flow: Flow, rows: VisitorPipeline) -> None:
    """Draw a bar a stage: how many came at least so far, and how many stand there now."""
    note = _("how many came at least so far, and how many stand there now")
    flow.section(_("How far they came"), note, above=25, below=90)
    longest = flow.sheet.inner - _LABEL - 120
    drawn = lengths([one.reached for one in rows.stages], longest)
    for one, length in zip(rows.stages, drawn, strict=True):
        flow.y += _STEP
        page, line = flow.page, flow.y - 2
        last = one.stage is VisitorStage.JOINED
        page.text(flow.sheet.left, line, stage_words(one.stage), _TEXT)
        x = flow.sheet.left + _LABEL
        bar(page, x, line - 3, length=length, thickness=8, colour=ACCENT if last else BAR)
        x += length + 5
        x += page.text(x, line, str(one.reached), _FIGURE) + 5
        if one.count:
            page.text(x, line, _("{count} now").format(count=one.count), _QUIET)


def _columns(inner: float, *, officers: bool) -> list[Column]:
    heads = [_("Name"), _("Profession"), _("Invited by"), _("Stage"), _("Last visit")]
    shares = _REACHED if officers else _SHARES
    if officers:
        heads.append(_("Telephone, e-mail"))
    columns, start = [], 0.0
    for place, (head, share) in enumerate(zip(heads, shares, strict=True)):
        align = Align.RIGHT if place == len(_SHARES) - 1 else Align.LEFT
        before = 10 if place == len(_SHARES) else 0  # after a column that ends at its right
        gap = 0 if align is Align.RIGHT or before else 8
        columns.append(Column(head, start + before, inner * share - gap - before, align))
        start += inner * share
    return columns


def _row(one: PipelineLine, *, officers: bool) -> list[Cell]:
    taken = one.seat_holder
    profession = one.profession or formats.DASH
    if taken:
        profession = _("{profession} (taken)").format(profession=profession)
    cells = [
        Cell(one.name, _NAME),
        Cell(profession, _QUIET if taken else _TEXT),
        Cell(one.inviter or formats.DASH, _TEXT),
        Cell(stage_words(one.stage), _TEXT),
        Cell(_visits(one), _TEXT),
    ]
    if officers:
        reach = " ".join(word for word in (one.phone, one.email) if word)
        cells.append(Cell(reach or formats.DASH, _QUIET))
    return cells
