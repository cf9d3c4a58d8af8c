"""The committee's papers: one document of sections, each by name, those without anybody named."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from app import formats
from app.i18n import _, ngettext
from app.queries.committee import Matter
from app.queries.committee_pack import Change, CommitteePack, MonthMark, Waiting
from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_lines, wrap
from app.reports.kit.flow import Flow
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import MUTED
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import Cell, Column, Ruling, table
from app.reports.light_marks import name_of
from app.reports.words import for_whom
from app.rules.attendance import Attendance
from app.rules.letters import LetterKind
from app.rules.scoring.exact import shortest
from app.wording.committee import letter_words
from app.wording.policy import rule_words

_NAME = Style(9.4, Weight.SEMIBOLD)
_TEXT = Style(9)
_QUIET = Style(9, colour=MUTED)
_BOLD = Style(9, Weight.BOLD)
_ROWS = Ruling(pitch=16.6, rise=5.4)
_LEADING = 11.4
_Row = tuple[str, str, str, str]
_ATTENDANCE = (Matter.BEYOND, Matter.LIMIT, Matter.WARNING, Matter.SUBSTITUTES, Matter.MEDICAL)
_DECIDED = (Matter.PROBATION, Matter.SEAT_OPENED, Matter.LEAVE)
_MEMBERSHIP = (Matter.REMOVED, Matter.EXPIRED, Matter.LATE)
_AHEAD = (Matter.REVIEW, Matter.TRAINING)


def pdf(rows: CommitteePack, sheet: Sheet) -> bytes:
    """Draw the papers on upright pages."""
    document = Document(sheet, _masthead(rows))
    flow = Flow(document)
    empty = []
    for title, note, heads, lines in _sections(rows):
        found = list(lines)
        if found:
            _draw_section(flow, title, note, heads, found)
        else:
            empty.append(title)
    _draw_growth(flow, rows)
    _draw_foot(flow, rows, empty)
    return document.finish()


def _masthead(rows: CommitteePack) -> Masthead:
    held = ngettext("{n} meeting", "{n} meetings", rows.held)
    month = formats.month(rows.month.start)
    return Masthead(
        title=_("Committee papers"),
        subtitle=_("Attendance of {month}, {held}; the rest as it stands on the day").format(
            month=month, held=held
        ),
        chapter=rows.chapter,
        span=formats.day_full(rows.day),
        audience=for_whom(rows.audience),
    )


_Section = tuple[str, str, tuple[str, str, str], Iterable[_Row]]


def _sections(rows: CommitteePack) -> Iterator[_Section]:
    """Give title, note, heads of three columns, and the rows: name, two texts, a figure."""
    month = formats.month(rows.month.start)
    days = (_("Days"), "", _("In the window"))
    for mark, title in (
        (Attendance.ABSENT, _("Absent")),
        (Attendance.LATE, _("Late")),
        (Attendance.SUBSTITUTE, _("Substitutes")),
        (Attendance.MEDICAL, _("Medical leave")),
    ):
        heads = days if mark is Attendance.ABSENT else (_("Days"), _("In the seat"), "")
        if mark in {Attendance.LATE, Attendance.MEDICAL}:
            heads = (_("Days"), "", "")
        yield title, month, heads, map(_of_mark, _marked(rows, mark))
    yield _letters(rows, _("Letters due"), LetterKind.RENEWAL, wanted=False)
    yield (
        _("Attendance to speak of"), "", days,
        (_attendance(rows, one) for one in _of(rows, _ATTENDANCE)),
    )  # fmt: skip
    yield (
        _("Decided"), "", (_("What"), _("By"), _("Until")),
        ((one.name, _matter(one.matter), one.by, _day(one.on)) for one in _of(rows, _DECIDED)),
    )  # fmt: skip
    yield _letters(rows, _("Renewal reminders due"), LetterKind.RENEWAL, wanted=True)
    for title, matters in (
        (_("Memberships not renewed"), _MEMBERSHIP),
        (_("Reviews and trainings"), _AHEAD),
    ):
        heads = (_("What"), "", _("Due on") if matters is _MEMBERSHIP else _("To be done by"))
        yield (
            title, "", heads,
            ((one.name, _matter(one.matter), "", _day(one.on)) for one in _of(rows, matters)),
        )  # fmt: skip
    yield (
        _("To coach"), _("lights of {month}").format(month=month), (_("Light"), "", _("Points")),
        (
            (one.name, name_of(one.light, rows.terms), "", shortest(one.total))
            for one in rows.to_coach
        ),
    )  # fmt: skip


def _letters(rows: CommitteePack, title: str, kind: LetterKind, *, wanted: bool) -> _Section:
    lines = (
        (one.name, letter_words(one.kind, one.step), _days(one.days), _day(one.on))
        for one in rows.letters
        if (one.kind is kind) is wanted
    )
    return title, "", (_("Letter"), "" if wanted else _("Days"), _("Due since")), lines


def _of(rows: CommitteePack, matters: Sequence[Matter]) -> list[Waiting]:
    return [one for one in rows.waiting if one.matter in matters]


def _marked(rows: CommitteePack, mark: Attendance) -> list[MonthMark]:
    return [one for one in rows.marks if one.attendance is mark]


def _of_mark(one: MonthMark) -> _Row:
    figure = ""
    if one.attendance is Attendance.ABSENT and one.absences is not None:
        figure = shortest(one.absences)
    return one.name, _days(one.days), ", ".join(one.substitutes), figure


def _attendance(rows: CommitteePack, one: Waiting) -> _Row:
    absences = shortest(one.absences) if one.absences is not None else formats.DASH
    figure = _("{absences} of {allowed}").format(absences=absences, allowed=rows.policy.allowed)
    return one.name, _days(one.days), _matter(one.matter), figure


def _matter(matter: Matter) -> str:
    return {
        Matter.BEYOND: _("beyond the limit"),
        Matter.LIMIT: _("limit reached"),
        Matter.WARNING: _("early warning"),
        Matter.SUBSTITUTES: _("many substitutes"),
        Matter.MEDICAL: _("medical, to approve"),
        Matter.PROBATION: _("probation"),
        Matter.SEAT_OPENED: _("seat opened"),
        Matter.LEAVE: _("medical leave"),
        Matter.REMOVED: _("to be ended"),
        Matter.EXPIRED: _("expired"),
        Matter.LATE: _("late"),
        Matter.REVIEW: _("mid-term review"),
        Matter.TRAINING: _("new member’s training"),
    }[matter]


def _day(day: date | None) -> str:
    return formats.DASH if day is None else formats.day_short(day, year=True)


def _days(days: Sequence[date]) -> str:
    return ", ".join(formats.day_short(day) for day in days)


def _draw_section(
    flow: Flow, title: str, note: str, heads: tuple[str, str, str], rows: Sequence[_Row]
) -> None:
    count = str(len(rows))
    flow.section(title, f"{count} · {note}" if note else count, above=27, below=66)
    cells = [
        [Cell(name, _NAME), Cell(one, _TEXT), Cell(two, _QUIET), Cell(figure, _TEXT)]
        for name, one, two, figure in rows
    ]
    table(flow, _columns(flow.sheet.inner, (_("Member"), *heads)), cells, _ROWS)


def _columns(inner: float, heads: Sequence[str]) -> list[Column]:
    columns, start = [], 0.0
    for place, (head, share) in enumerate(zip(heads, _SHARES, strict=True)):
        last = place == len(_SHARES) - 1
        width = inner * share - (0 if last else 8)
        columns.append(Column(head, start, width, Align.RIGHT if last else Align.LEFT))
        start += inner * share
    return columns


_SHARES = (0.29, 0.31, 0.24, 0.16)


def _draw_growth(flow: Flow, rows: CommitteePack) -> None:
    change = formats.signed(rows.members_now - rows.members_before)
    note = _("{before} on {day}, {now} now ({change})").format(
        before=ngettext("{n} member", "{n} members", rows.members_before),
        day=formats.day_short(rows.month.start - timedelta(days=1)),
        now=rows.members_now,
        change=change,
    )
    changes = [(one, _("joined")) for one in rows.joined] + [(one, _("left")) for one in rows.left]
    flow.section(_("Growth"), note, above=27, below=66 if changes else 24)
    if not changes:
        flow.y += 17
        words = _("Nobody joined or left.")
        flow.page.text(flow.sheet.left, flow.y, words, _QUIET)
    else:
        cells = [_change(one, words) for one, words in changes]
        heads = (_("Member"), _("Seat"), "", _("On"))
        table(flow, _columns(flow.sheet.inner, heads), cells, _ROWS)


def _change(one: Change, words: str) -> list[Cell]:
    return [
        Cell(one.name, _NAME), Cell(one.seat, _TEXT), Cell(words, _BOLD), Cell(_day(one.on), _TEXT),
    ]  # fmt: skip


def _draw_foot(flow: Flow, rows: CommitteePack, empty: Sequence[str]) -> None:
    """Name the sections without anybody, so that nobody looks for them, and print the rule."""
    said = [rule_words(rows.policy)]
    if empty:
        said.insert(0, _("Nobody under: {sections}.").format(sections=", ".join(empty)))
    flow.y += 16
    for words in said:
        for line in wrap(flow.page, words.split(), _QUIET, flow.sheet.inner):
            flow.need(_LEADING)
            flow.y += _LEADING
            left = flow.sheet.left
            draw_lines(flow.page, left, flow.y, [line], style=_QUIET, leading=_LEADING)
        flow.y += 4
