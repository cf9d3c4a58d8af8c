from datetime import date

from app.queries.activity_summary import activity_summary
from app.queries.matrices import Matrix, combination_matrix, one_to_one_matrix, referral_matrix
from app.rules.periods import Period
from app.rules.privacy import Audience
from tests.small_book import SmallBook

TUESDAY = date(2026, 11, 17)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def _chapter(book: SmallBook) -> None:
    """Put an evening of three members and a stranger into a book."""
    ann, bob, carol = (book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol"))
    sue = book.external("Sue Stranger")
    meeting = book.meeting(TUESDAY)
    for giver, receiver in ((ann, bob), (ann, bob), (ann, carol), (bob, ann), (ann, sue)):
        book.referral(giver, receiver, TUESDAY, meeting_id=meeting)
    book.referral(sue, carol, TUESDAY, meeting_id=meeting)
    book.one_to_one(ann, carol, TUESDAY, meeting_id=meeting)
    book.one_to_one(carol, ann, TUESDAY, meeting_id=meeting)
    book.one_to_one(bob, sue, TUESDAY, meeting_id=meeting)
    book.complete(meeting)


def _referrals(book: SmallBook, *, drafts: bool = False) -> Matrix:
    return book.ask(referral_matrix, period=YEAR, audience=Audience.ROOM, drafts=drafts)


def test_rows_give_to_columns_and_sums_stand_both_ways(book: SmallBook) -> None:
    _chapter(book)

    ann, bob, carol = _referrals(book).lines

    assert [one.counts for one in (ann, bob, carol)] == [(0, 2, 1), (1, 0, 0), (0, 0, 0)]
    assert [(one.given, one.given_people) for one in (ann, bob, carol)] == [(3, 2), (1, 1), (0, 0)]
    assert [(one.received, one.received_people) for one in (ann, bob, carol)] == [
        (1, 1),
        (2, 1),
        (1, 1),
    ]


def test_people_of_other_chapters_are_in_nobodys_column(book: SmallBook) -> None:
    _chapter(book)

    ann, _bob, carol = _referrals(book).lines

    assert (ann.given_away, carol.received_away) == (1, 1)


def test_one_to_ones_read_the_same_both_ways_whoever_handed_them_in(book: SmallBook) -> None:
    _chapter(book)

    matrix = book.ask(one_to_one_matrix, period=YEAR, audience=Audience.ROOM)

    cells = [one.counts for one in matrix.lines]
    assert cells == [(0, 0, 2), (0, 0, 0), (2, 0, 0)]
    assert cells == list(zip(*cells, strict=True))
    assert [one.given_away for one in matrix.lines] == [0, 1, 0]


def test_pairs_are_told_apart_by_what_they_had_to_do_with_each_other(book: SmallBook) -> None:
    _chapter(book)

    ann, bob, carol = book.ask(combination_matrix, period=YEAR, audience=Audience.ROOM).lines

    assert [one.cells for one in (ann, bob, carol)] == [(0, 2, 3), (2, 0, 0), (1, 0, 0)]
    assert (ann.both, ann.referred_only, ann.met_only, ann.neither) == (1, 1, 0, 0)
    assert (carol.met_only, carol.neither) == (1, 1)


def test_drafts_count_only_where_they_are_asked_for(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    meeting = book.meeting(TUESDAY)
    book.referral(ann, bob, TUESDAY, meeting_id=meeting)

    assert _referrals(book).total == 0
    counted = _referrals(book, drafts=True)
    assert (counted.total, counted.held.provisional) == (1, True)


def test_matrices_and_summary_agree_on_what_everybody_did(book: SmallBook) -> None:
    _chapter(book)
    summary = book.ask(activity_summary, period=YEAR, audience=Audience.ROOM)
    met = book.ask(one_to_one_matrix, period=YEAR, audience=Audience.ROOM)

    for member, referred, meetings in zip(
        summary.members, _referrals(book).lines, met.lines, strict=True
    ):
        figures = member.figures
        given = figures.given_inside + figures.given_outside
        received = figures.received_inside + figures.received_outside
        assert (given, received) == (
            referred.given + referred.given_away,
            referred.received + referred.received_away,
        )
        assert figures.one_to_ones == meetings.given + meetings.given_away
