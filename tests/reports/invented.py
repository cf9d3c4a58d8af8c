"""Invented rows for papers: any number of members, names in many scripts, nothing from a book."""

from dataclasses import replace
from datetime import UTC, date, datetime

from app.formats import Money
from app.queries.activity_summary import ActivitySummary, Figures, MemberLine
from app.queries.meeting_report import (
    Counted,
    Exceptional,
    Guest,
    Line,
    MeetingReport,
    MoneyLine,
)
from app.queries.scoreboard import (
    Category,
    Leader,
    Leaders,
    Newcomer,
    NotYet,
    Scoreboard,
    Standing,
    Team,
    Trend,
)
from app.queries.tallies import Held
from app.reports.kit.sheet import Sheet
from app.rules.attendance import Attendance
from app.rules.identifiers import MeetingId, PersonId
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.ranking import first_ranks, ranked

PRINTED = datetime(2026, 10, 1, 8, 14, tzinfo=UTC)
A4 = Sheet(PRINTED)
LETTER = Sheet(PRINTED, paper="Letter")
PERIOD = Period(date(2026, 4, 1), date(2026, 9, 30))
BEFORE = Period(date(2025, 10, 1), date(2026, 3, 31))
HELD = Held(26, 0, drafts_counted=False, holidays=(date(2026, 8, 12),))
NAMES = (
    "Ann Kowalska",
    "Łukasz Żółtowski",
    "山田 太郎",
    "محمد العلي",
    "अनिता शर्मा",
    "Đặng Thị Hạnh",
    "Дмитрий Волков",
    "이서연",
    "สมชาย ใจดี",
    "שרה כהן",
    "Françoise Lemaire",
    "Zoë Carter",
)
LONG = "Maximiliana Josephine Featherstonehaugh-Cholmondeley of Raven"
MARKUP = '<b>Bob</b> & <img src="file:///etc/hosts"> (x)\\'


def names(count: int, first: tuple[str, ...] = NAMES) -> list[str]:
    """Return that many names: the given ones, then plain ones."""
    plain = [f"Member {'ABCDEFGHIJ'[n % 10]}{n:02} Someone" for n in range(count)]
    return [*first, *plain][:count]


def summary(
    count: int = 40, *, audience: Audience = Audience.ROOM, first: tuple[str, ...] = NAMES
) -> ActivitySummary:
    """Return a summary of that many members; every seventh amount is withheld."""
    members = tuple(
        MemberLine(
            PersonId(number),
            name,
            name,
            "Employment solicitor and notary public" if number % 9 == 0 else "Florist",
            None,
            date(2026, 6, 12) if number % 11 == 6 else None,
            _figures(number),
        )
        for number, name in enumerate(names(count, first))
    )
    return ActivitySummary(
        chapter="Riverside Chapter",
        period=PERIOD,
        audience=audience,
        money=Money(),
        held=HELD if count else Held(0, 0, drafts_counted=False, holidays=()),
        official=(),
        official_left_out=(),
        official_meetings=0,
        absences_allowed=3,
        thankers_shown=3,
        members=members,
        visitors=NOTHING,
        organisation=NOTHING,
        total=_total(members),
    )


def _spread(number: int, most: int) -> int:
    """Return a figure from 0 to below a most, which looks like chance and is none."""
    return (number * 7919 + most * 104729 + 13) % 9973 % most


def _figures(number: int) -> Figures:
    if number % 19 == 18:
        return NOTHING
    absent, late = (0, 0, 0, 1, 1, 2, 3)[_spread(number, 7)], _spread(number, 3)
    withheld = number % 7 == 3
    return Figures(
        present=25 - absent - late,
        absent=absent,
        late=late,
        medical=0,
        substitute=1,
        given_inside=_spread(number, 13),
        given_outside=_spread(number, 28),
        received_inside=_spread(number, 14),
        received_outside=_spread(number, 26),
        visitors=_spread(number, 9),
        one_to_ones=_spread(number, 46),
        education=_spread(number, 38),
        testimonials=_spread(number, 4),
        closed_business=None if withheld else _spread(number, 2400) * 1000,
        withheld=withheld,
    )


NOTHING = Figures(None, None, None, None, None, 0, 0, 0, 0, 0, 0, 0, 0, 0, withheld=False)


def _total(members: tuple[MemberLine, ...]) -> Figures:
    sums = {
        field: sum(getattr(member.figures, field) or 0 for member in members)
        for field in Figures.__dataclass_fields__
        if field != "withheld"
    }
    sums["received_inside"], sums["received_outside"] = sums["given_inside"], sums["given_outside"]
    return replace(NOTHING, **sums)  # type: ignore[arg-type]  # the fields of Figures


def board(
    count: int = 40, *, first: tuple[str, ...] = NAMES, counts: tuple[int, ...] = ()
) -> Scoreboard:
    """Return a board of that many givers; ``counts`` sets what the first ones gave."""
    people = names(count, first)
    given = [*counts, *(1 + _spread(number, 29) for number in range(count))][:count]
    places = ranked(range(count), lambda number: given[number])
    standings = tuple(
        Standing(
            place.rank,
            place.shared,
            PersonId(place.item),
            people[place.item],
            "Florist",
            place.value // 3,
            place.value - place.value // 3,
            place.value,
            _spread(place.item, 20),
        )
        for place in places
    )
    leaders = tuple(
        Leader(one.rank, one.shared, PersonId(one.item), people[one.item], one.value)
        for one in first_ranks(places)
    )
    return Scoreboard(
        chapter="Riverside Chapter",
        period=PERIOD,
        before=BEFORE,
        audience=Audience.ROOM,
        money=Money(),
        held=HELD if count else Held(0, 0, drafts_counted=False, holidays=()),
        official=(),
        meetings=26 if count else 0,
        meetings_before=25 if count else 0,
        members=count,
        given=sum(given),
        standings=standings,
        leaders=tuple(Leaders(category, leaders) for category in Category),
        teams=tuple(
            Team(place + 1, shared=False, sphere=name, members=7, given=20, per_member=2.86)
            for place, name in enumerate(
                ("Property", "Money and law", "Health, care and wellness of people and animals")[
                    :count
                ]
            )
        ),
        trends=tuple(Trend(one, 618, 604) for one in Category) if count else (),
        not_yet=(
            NotYet(Category.REFERRALS, ()),
            NotYet(Category.VISITORS, tuple(people[::4])),
            NotYet(Category.ONE_TO_ONES, tuple(people[:2])),
            NotYet(Category.EDUCATION, tuple(people[1::9])),
        ),
        newcomers=tuple(Newcomer(name, date(2026, 9, 9)) for name in people[:1]),
        some_withheld=True,
        thankers_shown=3,
    )


def meeting(
    count: int = 40,
    *,
    audience: Audience = Audience.OFFICERS,
    first: tuple[str, ...] = NAMES,
    marks: str = "PPPAPPLPPSPPMP",
    visitors: int = 3,
) -> MeetingReport:
    """Return a report of that many members, marked by repeating ``marks``; a blank is no mark."""
    people = names(count, first)
    marked = [(name, marks[place % len(marks)]) for place, name in enumerate(people)]
    exceptions = tuple(
        Exceptional(Attendance(mark), name, "Florist", name if mark == "S" else "", "", nth)
        for mark, nth in (("A", 3), ("L", None), ("M", None), ("S", None))
        for name in (name for name, has in marked if has == mark)
    )
    present = tuple(name for name, mark in marked if mark == "P")
    return MeetingReport(
        chapter="Riverside Chapter",
        meeting_id=MeetingId(1),
        held_on=date(2026, 9, 23),
        starts_at="06:45",
        state=MeetingState.COMPLETED,
        completed_by="Wanda Zielińska",
        completed_at=datetime(2026, 9, 23, 8, 12, tzinfo=UTC),
        reason="",
        audience=audience,
        money=Money(),
        term=PERIOD,
        number=25,
        seats=count,
        filled=len(present),
        absences_allowed=3,
        absences_since=date(2026, 3, 24),
        visits_allowed=2,
        thankers_shown=3,
        exceptions=exceptions,
        present=present,
        not_recorded=tuple(name for name, mark in marked if mark == " "),
        visitors=tuple(
            Guest(name, "Bookkeeper", "Ann Kowalska", 1 + place % 3, confirmed=True)
            for place, name in enumerate(names(visitors, first[::-1]))
        ),
        lines=tuple(_counted(line, bool(count)) for line in Line),
        closed_business=MoneyLine(
            1_842_000,
            1_842_000,
            2_215_000,
            1_312_600,
            9,
            withheld=False,
            before_withheld=False,
            mean_withheld=False,
        ),
    )


def _counted(line: Line, any_yet: bool) -> Counted:  # noqa: FBT001  private, one caller
    if not any_yet:
        return Counted(line, 0, None, None, 0.0, (0,))
    weeks = tuple(1 + _spread(week + len(line), 29) for week in range(25))
    aloud = {Line.REFERRALS: weeks[-1], Line.EDUCATION: weeks[-1] + 1}.get(line)
    return Counted(line, weeks[-1], aloud, weeks[-2], sum(weeks) / len(weeks), weeks)


def provisional(rows: ActivitySummary) -> ActivitySummary:
    """Return a summary that counts one draft."""
    return replace(rows, held=Held(25, 1, drafts_counted=True, holidays=()))
