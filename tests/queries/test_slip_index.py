"""All slips: their order, what a search finds, and pages by number."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.queries.slip_index import SlipOrder, slip_index, slip_lines
from app.rules.slips import SlipKind
from app.services import slips
from tests.small_book import SmallBook

EARLY, LATE = date(2026, 11, 10), date(2026, 11, 17)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[SmallBook]:
    book = SmallBook.create(tmp_path)
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    zoe = book.external("Zoë 100% Pure")
    book.meeting(EARLY)
    book.meeting(LATE)
    book.write(slips.pass_referral, dated_on=EARLY, giver_id=bob, receiver_id=ann, note="kitchen")
    book.write(slips.record_one_to_one, dated_on=LATE, member_id=ann, partner_id=zoe)
    book.write(slips.thank, dated_on=LATE, earner_id=ann, giver_id=bob, amount=120_000)
    yield book
    book.store.close()


def _listed(book: SmallBook, **asked: Any) -> list[tuple[SlipKind, str]]:  # noqa: ANN401  what slip_index is asked
    index = book.ask(slip_index, **asked)
    lines = book.ask(slip_lines, index.ids)
    return [(line.kind, line.sender.name) for line in lines]


def test_the_latest_slips_stand_first(book: SmallBook) -> None:
    assert [kind for kind, _ in _listed(book)] == [
        SlipKind.CLOSED_BUSINESS,
        SlipKind.ONE_TO_ONE,
        SlipKind.REFERRAL,
    ]


def test_slips_are_ordered_by_whatever_is_asked_for(book: SmallBook) -> None:
    senders = [name for _, name in _listed(book, order=SlipOrder.SENDER, ascending=True)]
    assert senders == ["Bob Hartley", "Ann Whitfield", "Ann Whitfield"]  # by family name
    amounts = [kind for kind, _ in _listed(book, order=SlipOrder.AMOUNT)]
    assert amounts[0] is SlipKind.CLOSED_BUSINESS


def test_a_slip_runs_from_who_hands_it_in_so_thanks_run_to_the_giver(book: SmallBook) -> None:
    index = book.ask(slip_index)
    ways = {
        one.kind: (one.sender.name, one.addressee.name) for one in book.ask(slip_lines, index.ids)
    }
    assert ways[SlipKind.REFERRAL] == ("Bob Hartley", "Ann Whitfield")
    assert ways[SlipKind.CLOSED_BUSINESS] == ("Ann Whitfield", "Bob Hartley")


def test_words_are_looked_for_in_names_and_notes(book: SmallBook) -> None:
    assert _listed(book, wanted="KITCH") == [(SlipKind.REFERRAL, "Bob Hartley")]
    assert len(_listed(book, wanted="bob")) == 2
    assert _listed(book, wanted="zoe") == [(SlipKind.ONE_TO_ONE, "Ann Whitfield")]
    assert _listed(book, wanted="ann nobody") == []


def test_a_sign_that_means_anything_to_the_database_means_only_itself(book: SmallBook) -> None:
    assert _listed(book, wanted="%_%") == []
    assert _listed(book, wanted="k_tchen") == []


def test_one_kind_is_listed_alone(book: SmallBook) -> None:
    assert _listed(book, kind=SlipKind.REFERRAL) == [(SlipKind.REFERRAL, "Bob Hartley")]


def test_a_slip_that_has_gone_is_left_out_of_its_page(book: SmallBook) -> None:
    index = book.ask(slip_index)
    book.write(slips.remove, slip_id=index.ids[1])
    lines = book.ask(slip_lines, index.ids)
    assert [line.slip_id for line in lines] == [index.ids[0], index.ids[2]]


def test_a_row_takes_eight_bytes(book: SmallBook) -> None:
    assert getattr(book.ask(slip_index).ids, "itemsize", 0) == 8
