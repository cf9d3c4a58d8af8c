"""Who refers to whom and who meets whom: every pair of members of a period, counted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat, starmap

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from app.formats import Money
from app.models.meetings import Meeting
from app.models.slips import Slip
from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.ledger import PeriodMember, members_of
from app.queries.official_figures import OfficialFigures, official_figures
from app.queries.ready import Ready
from app.queries.tallies import Held, held
from app.rows import row
from app.rules.identifiers import PersonId
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.slips import SlipKind

MET, REFERRED, BOTH = 1, 2, 3


@row(frozen=True, slots=True)
class MatrixLine:
    """A member's row: what he gave to each member, in the order of the rows.

    ``given`` and ``received`` are the sums among members, ``given_people`` and
    ``received_people`` count different partners; ``given_away`` and ``received_away`` are what
    passed between him and people outside the matrix.
    """

    person_id: PersonId
    name: str
    sort_name: str
    counts: tuple[int, ...]
    given: int
    given_people: int
    given_away: int
    received: int
    received_people: int
    received_away: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Counts of every pair; one-to-ones read the same both ways.

    ``official`` are periods whose official figures are left out, since they name no pairs.
    """

    chapter: str
    period: Period
    audience: Audience
    money: Money
    held: Held
    official: tuple[Period, ...]
    lines: tuple[MatrixLine, ...]

    @property
    def pairs(self) -> int:
        """How many cells hold anything."""
        return sum(line.given_people for line in self.lines)

    @property
    def total(self) -> int:
        """The sum of all cells."""
        return sum(line.given for line in self.lines)


@row(frozen=True, slots=True)
class CombinationLine:
    """A member's row: 0 none, 1 one-to-one, 2 referral given, 3 both; and how often each stands."""

    person_id: PersonId
    name: str
    sort_name: str
    cells: tuple[int, ...]
    neither: int
    met_only: int
    referred_only: int
    both: int


@dataclass(frozen=True, slots=True)
class CombinationMatrix:
    """What every member has had to do with every other."""

    chapter: str
    period: Period
    audience: Audience
    money: Money
    held: Held
    official: tuple[Period, ...]
    lines: tuple[CombinationLine, ...]


def referral_matrix(
    session: Session, *, period: Period, audience: Audience, drafts: bool = False
) -> Matrix:
    """Return how many referrals each member gave to each other one, inside and outside alike."""
    found = _frame(session, period, audience, drafts=drafts)
    pairs = pair_counts(session, SlipKind.REFERRAL, period, drafts=drafts)
    return _matrix(found, pairs)


def one_to_one_matrix(
    session: Session, *, period: Period, audience: Audience, drafts: bool = False
) -> Matrix:
    """Return how often each member met each other one, whoever handed the slip in."""
    found = _frame(session, period, audience, drafts=drafts)
    pairs = _both_ways(pair_counts(session, SlipKind.ONE_TO_ONE, period, drafts=drafts))
    return _matrix(found, pairs)


def combination_matrix(
    session: Session, *, period: Period, audience: Audience, drafts: bool = False
) -> CombinationMatrix:
    """Return for each member whom he met, whom he gave a referral, and with whom neither."""
    found = _frame(session, period, audience, drafts=drafts)
    met = _both_ways(pair_counts(session, SlipKind.ONE_TO_ONE, period, drafts=drafts))
    referred = pair_counts(session, SlipKind.REFERRAL, period, drafts=drafts)
    ids = [one.person_id for one in found.members]
    return CombinationMatrix(
        chapter=found.chapter.name,
        period=found.period,
        audience=found.audience,
        money=found.chapter.money,
        held=found.held,
        official=found.official.stand_in,
        lines=tuple(
            _combination(place, *one)
            for place, one in enumerate(
                zip(found.members, _cells(ids, met), _cells(ids, referred), strict=True)
            )
        ),
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every matrix has beside its pairs."""

    chapter: ChapterDetails
    period: Period
    audience: Audience
    held: Held
    official: OfficialFigures
    members: tuple[PeriodMember, ...]


def _frame(session: Session, period: Period, audience: Audience, *, drafts: bool) -> _Frame:
    return _Frame(
        chapter_details(session),
        period,
        audience,
        held(session, period, drafts=drafts),
        official_figures(session, period),
        tuple(members_of(session, period)),
    )


Pairs = Counter[tuple[int | None, int | None]]


def pair_counts(session: Session, kind: SlipKind, period: Period, *, drafts: bool) -> Pairs:
    """Return how many slips of a kind passed from whom to whom in a period."""
    asked = {"start": period.start, "end": period.end, "kind": kind}
    return Counter(_PAIRS[drafts].stored(session, **asked))


def _both_ways(pairs: Pairs) -> Pairs:
    both: Pairs = Counter()
    for (one, other), count in pairs.items():
        both[one, other] += count
        both[other, one] += count
    return both


def _cells(ids: Sequence[int], pairs: Pairs) -> list[tuple[int, ...]]:
    """Return a row for each person with the counts of everybody."""
    return [tuple(map(pairs.__getitem__, zip(repeat(one), ids))) for one in ids]


def _matrix(found: _Frame, pairs: Pairs) -> Matrix:
    ids = [one.person_id for one in found.members]
    cells = _cells(ids, pairs)
    return Matrix(
        chapter=found.chapter.name,
        period=found.period,
        audience=found.audience,
        money=found.chapter.money,
        held=found.held,
        official=found.official.stand_in,
        lines=tuple(
            starmap(
                _line,
                zip(
                    found.members,
                    cells,
                    zip(*cells, strict=True),
                    _away(ids, pairs),
                    strict=True,
                ),
            )
        ),
    )


def _away(ids: Sequence[int], pairs: Pairs) -> Iterator[tuple[int, int]]:
    """Give what each member gave to, and received from, people who have no row."""
    others = set(chain.from_iterable(pairs)).difference(ids)
    for one in ids:
        yield sum(pairs[one, other] for other in others), sum(pairs[other, one] for other in others)


def _line(
    one: PeriodMember, given: tuple[int, ...], received: tuple[int, ...], away: tuple[int, int]
) -> MatrixLine:
    return MatrixLine(
        person_id=one.person_id,
        name=one.name,
        sort_name=one.sort_name,
        counts=given,
        given=sum(given),
        given_people=len(given) - given.count(0),
        given_away=away[0],
        received=sum(received),
        received_people=len(received) - received.count(0),
        received_away=away[1],
    )


def _combination(
    me: int, one: PeriodMember, met: Sequence[int], referred: Sequence[int]
) -> CombinationLine:
    """Return the line of the member at a place, whose own cell counts for nothing."""
    cells = tuple(
        MET * bool(count) + REFERRED * bool(given)
        for count, given in zip(met, referred, strict=True)
    )
    others = cells[:me] + cells[me + 1 :]
    return CombinationLine(
        person_id=one.person_id,
        name=one.name,
        sort_name=one.sort_name,
        cells=cells,
        neither=others.count(0),
        met_only=others.count(MET),
        referred_only=others.count(REFERRED),
        both=others.count(BOTH),
    )


def _statement(*states: MeetingState) -> Ready[int | None, int | None]:
    """Ask for every slip: SQLite sorts to group, and a ``Counter`` need not."""
    return Ready(
        select(Slip.giver_id, Slip.receiver_id)
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .where(
            Slip.kind == bindparam("kind"),
            or_(*(Meeting.state == state for state in states)),
            Meeting.held_on.between(bindparam("start"), bindparam("end")),
        )
    )


_PAIRS = {
    False: _statement(MeetingState.COMPLETED),
    True: _statement(MeetingState.COMPLETED, MeetingState.DRAFT),
}
