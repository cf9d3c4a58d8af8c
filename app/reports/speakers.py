"""The speakers of the weeks ahead; for officers also what is doubtful, and who is next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app import formats
from app.i18n import _, ngettext
from app.queries.schedule import Held, Schedule, ScheduleWeek, Waiting
from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE, Document
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_fitted, two_lines
from app.reports.kit.flow import Flow
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import HAIRLINE, INK, MUTED, RULE, THIN
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import HEAD, Cell, Column, Ruling, table
from app.reports.schedule_words import doubt_words, masthead, no_meeting
from app.rules.duties import DutyKind

_DAY = Style(9.4, Weight.SEMIBOLD)
_NAME = Style(10.4, Weight.SEMIBOLD)
_TEXT = Style(9)
_QUIET = Style(9, colour=MUTED)
_BELOW = Style(7.8, colour=MUTED)
_PITCH, _HEADS = 33.0, 16.8
_ROWS = Ruling(pitch=16.6, rise=5.4)
_SHARES = (0.0, 0.11, 0.4, 0.7)  # of the width: where each column begins
_NEXT = 8  # so many are named who may speak next


def pdf(rows: Schedule, sheet: Sheet) -> bytes:
    """Draw a row for each talk on upright pages."""
    says = _("Feature talks and education of the coming meetings")
    flow = Flow(Document(sheet, masthead(rows, _("Speakers"), says)))
    talks = [one for week in rows.weeks for one in _talks(rows, week)]
    first, later = (room - _HEADS for room in (flow.room, flow.sheet.foot - LATER_RULE))
    number = 0
    for turn, count in enumerate(breaks(len(talks), _PITCH, first=first, later=later)):
        if turn:
            flow.turn()
        _draw_heads(flow)
        for talk in talks[number : number + count]:
            _draw_talk(flow, talk)
        number += count
    _draw_doubts(flow, rows)
    _draw_next(flow, rows.waiting[:_NEXT])
    return flow.document.finish()


@dataclass(frozen=True, slots=True)
class _Talk:
    """A row: who speaks about what, and in the first of a week the day and who teaches."""

    day: str
    open: str  # what stands in place of a speaker
    held: Held | None
    lessons: tuple[Held, ...] = ()


def _talks(rows: Schedule, week: ScheduleWeek) -> Iterable[_Talk]:
    day, closed = formats.day_short(week.held_on), no_meeting(week)
    if closed:
        yield _Talk(day, closed, None)
        return
    found = [week.by(one.key) for one in rows.duties if one.kind is DutyKind.LESSON]
    lessons = tuple(one for one in found if one is not None)
    talks = [one.key for one in rows.duties if one.kind is DutyKind.TALK] or [""]
    for place, key in enumerate(talks):
        first = place == 0
        yield _Talk(day if first else "", _("still open"), week.by(key), lessons if first else ())


def _draw_heads(flow: Flow) -> None:
    for x, words in zip(
        _lefts(flow), (_("Date"), _("Speaker"), _("Topic"), _("Education")), strict=True
    ):
        flow.page.text(x, flow.y + _HEADS - 5, words, HEAD)
    flow.y += _HEADS
    flow.page.rule(flow.sheet.left, flow.y, flow.sheet.right, INK, RULE)


def _lefts(flow: Flow) -> list[float]:
    return [flow.sheet.left + share * flow.sheet.inner for share in _SHARES]


def _draw_talk(flow: Flow, talk: _Talk) -> None:
    page, middle = flow.page, flow.y + _PITCH / 2 + 3.4
    date_x, speaker, topic, lesson = _lefts(flow)
    page.text(date_x, middle, talk.day, _DAY)
    if talk.held is None:
        page.text(speaker, middle, talk.open, _QUIET)
    else:
        _draw_pair(page, speaker, middle, (talk.held.name, talk.held.seat), topic - speaker - 8)
        about = two_lines(page, _quoted(talk.held.topic), _TEXT, lesson - topic - 8)
        draw_fitted(page, topic, middle, about)
    words = (", ".join(one.name for one in talk.lessons), _quoted(_topics(talk.lessons)))
    _draw_pair(page, lesson, middle, words, flow.sheet.right - lesson)
    flow.y += _PITCH
    page.rule(flow.sheet.left, flow.y, flow.sheet.right, HAIRLINE, THIN * 2)


def _draw_pair(page: Page, x: float, middle: float, words: tuple[str, str], room: float) -> None:
    """Draw a name and, smaller below it, what belongs to it; alone it stands in the middle."""
    name, below = words
    lines = two_lines(page, name, _NAME, room)
    apart = len(lines) * 1.4
    draw_fitted(page, x, middle - 4 - apart if below else middle, lines)
    draw_fitted(page, x, middle + 5.8 + apart, two_lines(page, below, _BELOW, room))


def _topics(lessons: Sequence[Held]) -> str:
    return ", ".join(one.topic for one in lessons if one.topic)


def _quoted(topic: str) -> str:
    return _("“{topic}”").format(topic=topic) if topic else ""


def _columns(inner: float, heads: Sequence[str], shares: Sequence[float]) -> list[Column]:
    columns, start = [], 0.0
    for head, share in zip(heads, shares, strict=True):
        columns.append(Column(head, start, inner * share - 8))
        start += inner * share
    return columns


def _draw_doubts(flow: Flow, rows: Schedule) -> None:
    cells = [
        [
            Cell(formats.day_short(week.held_on), _TEXT),
            Cell(one.name, _DAY),
            Cell(", ".join(doubt_words(doubt) for doubt in one.doubts), _TEXT),
        ]
        for week in rows.weeks
        for one in week.held
        if one.doubts
    ]
    if cells:
        flow.section(_("To look at again"), above=27, below=34)
        columns = _columns(flow.sheet.inner, ("", "", ""), (0.11, 0.39, 0.5))
        table(flow, columns, cells, _ROWS)


def _draw_next(flow: Flow, waiting: Sequence[Waiting]) -> None:
    if not waiting:
        return
    said = ngettext("whoever has not spoken longest", "longest not spoken first", len(waiting))
    flow.section(_("Next to speak"), said, above=27, below=34)
    columns = _columns(flow.sheet.inner, ("", "", ""), (0.4, 0.35, 0.25))
    columns[-1] = Column("", columns[-1].start, flow.sheet.right - flow.sheet.left
                         - columns[-1].start, Align.RIGHT)  # fmt: skip
    cells = [[Cell(one.name, _DAY), Cell(one.seat, _TEXT), Cell(_spoke(one), _QUIET)]
             for one in waiting]  # fmt: skip
    table(flow, columns, cells, _ROWS)


def _spoke(one: Waiting) -> str:
    if one.last_spoke is None:
        return _("has not spoken yet")
    return _("spoke {day}").format(day=formats.day_short(one.last_spoke, year=True))
