"""A slips audit fills its meeting, and the same content is never stored twice."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import RuleError
from app.queries.imports import FilePreview
from app.services import meetings
from tests.exchange.samples import Slip, education, one_to_one, referral, thanks, visitor
from tests.images import images
from tests.imported_book import ELM, EVENING, WEEK_AFTER, ImportedBook, Kept, audit

ROWS = (
    referral("Ann Lee", "Bob Hart"),
    referral("Ann Lee", "Bob Hart"),
    referral("Bob Hart", "Ola Ray", 2, outside="receiver", detail=ELM),
    one_to_one("Ann Lee", "Bob Hart"),
    one_to_one("Bob Hart", "Ann Lee"),
    thanks("Ann Lee", "75000.00"),
    thanks("Ann Lee", "75000.00", detail=ELM),
    thanks("BNI", "12.50", outside=True),
    visitor("Ann Lee", "Una Flynn"),
    visitor("BNI", "Tom Dune", outside=True),
    education("Bob Hart", "3"),
)
KINDS = {"referral": 3, "one_to_one": 2, "closed_business": 3, "visitor": 2, "education": 1}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[ImportedBook]:
    book = ImportedBook.create(tmp_path)
    for name in ("Ann Lee", "Bob Hart"):
        book.member(name)
    yield book
    book.store.close()


def previewed(book: ImportedBook, content: bytes, day: date | None = None) -> FilePreview:
    (file,) = book.plan(content, day=day).preview.files
    return file


def refusals(book: ImportedBook, content: bytes, day: date | None = None) -> list[str]:
    return [refusal.reason for refusal in book.plan(content, day=day).preview.refusals]


def test_every_row_becomes_a_slip_that_says_the_same(book: ImportedBook) -> None:
    book.bring_in(audit(ROWS))
    ann, bob, ola = ("Ann Lee", ""), ("Bob Hart", ""), ("Ola Ray", "Elm")
    expected = Counter(
        {
            Kept("referral", ann, bob, None, 1, None, None, "", confirmed=False): 2,
            Kept("referral", bob, ola, None, 2, None, None, "", confirmed=False): 1,
            Kept("one_to_one", ann, bob, None, None, None, None, "", confirmed=False): 1,
            Kept("one_to_one", bob, ann, None, None, None, None, "", confirmed=False): 1,
            Kept("closed_business", ann, None, None, None, 7_500_000, None, "", confirmed=False): 1,
            Kept(
                "closed_business", ann, None, None, None, 7_500_000, None, "Elm", confirmed=False
            ): 1,
            Kept(
                "closed_business", ("BNI", ""), None, None, None, 1250, None, "", confirmed=False
            ): 1,
            Kept("visitor", ann, None, "Una Flynn", None, None, None, "", confirmed=True): 1,
            Kept("visitor", ("BNI", ""), None, "Tom Dune", None, None, None, "", confirmed=True): 1,
            Kept("education", bob, None, None, None, None, 3, "", confirmed=False): 1,
        }
    )
    assert book.slips() == expected


def test_a_missing_meeting_is_made_and_is_completed(book: ImportedBook) -> None:
    book.bring_in(audit(ROWS))
    with pytest.raises(RuleError, match="meeting_exists"):
        book.write(meetings.schedule, held_on=EVENING)
    assert book.state(EVENING) == "completed"


def test_a_draft_is_filled_and_stays_a_draft(book: ImportedBook) -> None:
    book.meeting(EVENING)
    book.bring_in(audit(ROWS))
    assert book.state(EVENING) == "draft"
    assert book.kinds() == KINDS


@pytest.mark.parametrize("how", ["holiday", "discarded"])
def test_a_meeting_that_counts_for_nothing_is_not_filled(book: ImportedBook, how: str) -> None:
    meeting = book.meeting(EVENING)
    if how == "holiday":
        book.write(meetings.declare_holiday, meeting_id=meeting)
    else:
        book.write(meetings.discard, meeting_id=meeting, reason="double")
    before = images(book.store)
    assert refusals(book, audit(ROWS)) == ["import_meeting_closed"]
    with pytest.raises(RuleError, match="import_meeting_closed"):
        book.bring_in(audit(ROWS))
    assert images(book.store) == before


def test_a_file_without_a_date_is_counted_but_not_stored(book: ImportedBook) -> None:
    bare = audit(ROWS, headered=False)
    file = previewed(book, bare)
    assert file.needs_date
    assert file.rows_read == len(ROWS)
    assert refusals(book, bare) == ["import_needs_date"]
    with pytest.raises(RuleError, match="import_needs_date"):
        book.bring_in(bare)


def test_a_file_without_a_date_goes_to_the_day_it_is_given(book: ImportedBook) -> None:
    book.bring_in(audit(ROWS, headered=False), day=WEEK_AFTER)
    assert book.kinds(WEEK_AFTER) == KINDS


def test_a_date_in_the_file_is_taken_before_one_that_is_given(book: ImportedBook) -> None:
    file = previewed(book, audit(ROWS), day=WEEK_AFTER)
    assert file.day == EVENING
    assert "import_own_date" in {oddity.reason for oddity in file.oddities}


def test_the_same_file_again_adds_nothing_and_leaves_no_trace(book: ImportedBook) -> None:
    book.bring_in(audit(ROWS))
    before = images(book.store, versions=True)
    assert previewed(book, audit(ROWS)).rows_new == 0
    assert book.bring_in(audit(ROWS)).tables == frozenset()
    assert images(book.store, versions=True) == before


@pytest.mark.parametrize(
    "other",
    [
        audit(ROWS, headered=False),
        audit(ROWS, container="xlsx"),
        audit(ROWS, locale="zh-TW"),
        audit(tuple(reversed(ROWS))),
    ],
    ids=["without headings", "saved by a spreadsheet program", "in Chinese", "in another order"],
)
def test_the_same_slips_under_other_bytes_add_nothing(book: ImportedBook, other: bytes) -> None:
    book.bring_in(audit(ROWS))
    assert previewed(book, other, day=EVENING).rows_new == 0
    assert not book.bring_in(other, day=EVENING).tables


def test_of_a_longer_file_only_what_is_more_is_new(book: ImportedBook) -> None:
    book.bring_in(audit(ROWS))
    longer = (*ROWS, ROWS[0], education("Ann Lee"))
    assert previewed(book, audit(longer)).rows_new == 2
    book.bring_in(audit(longer))
    assert book.kinds() == KINDS | {"referral": 4, "education": 2}


def test_another_meeting_with_the_same_slips_has_them_all(book: ImportedBook) -> None:
    book.bring_in(audit(ROWS))
    book.bring_in(audit(ROWS, held_on=WEEK_AFTER))
    assert book.kinds(EVENING) == book.kinds(WEEK_AFTER) == KINDS


def test_the_same_meeting_twice_in_one_import_is_stored_once(book: ImportedBook) -> None:
    plan = book.plan(audit(ROWS), audit(ROWS, container="xlsx"))
    assert [file.rows_new for file in plan.preview.files] == [len(ROWS), 0]
    book.bring_in(audit(ROWS), audit(ROWS, container="xlsx"))
    assert book.kinds() == KINDS


def test_a_slip_already_typed_in_is_the_same_slip(book: ImportedBook) -> None:
    meeting = book.meeting(EVENING)
    ann, bob = book.person("Ann Lee"), book.person("Bob Hart")
    book.referral(ann, bob, EVENING, meeting_id=meeting, tier=1)
    file = previewed(book, audit(ROWS))
    assert {count.kind: count.there for count in file.kinds if count.there} == {"referral": 1}


def test_thanks_typed_with_their_earner_are_not_thanked_again(book: ImportedBook) -> None:
    meeting = book.meeting(EVENING)
    ann, bob = book.person("Ann Lee"), book.person("Bob Hart")
    book.thanks(bob, ann, 7_500_000, EVENING, meeting_id=meeting, repeat=True)
    book.bring_in(audit([thanks("Ann Lee", "75000.00", detail=ELM), thanks("Ann Lee", "9.00")]))
    kept = {(slip.receiver, slip.amount, slip.other_chapter) for slip in book.slips()}
    assert kept == {(("Bob Hart", ""), 7_500_000, ""), (None, 900, "")}


def test_a_typed_thanks_stands_for_one_row_only(book: ImportedBook) -> None:
    meeting = book.meeting(EVENING)
    book.thanks(book.person("Bob Hart"), book.person("Ann Lee"), 900, EVENING, meeting_id=meeting)
    rows = [thanks("Ann Lee", "9.00"), thanks("Ann Lee", "9.00")]
    assert previewed(book, audit(rows)).rows_new == 1


def test_one_import_is_one_change_that_is_undone_and_redone(book: ImportedBook) -> None:
    before = images(book.store)
    book.bring_in(audit(ROWS), audit(ROWS, held_on=WEEK_AFTER))
    after = images(book.store)
    book.store.undo()
    assert images(book.store) == before
    book.store.redo()
    assert images(book.store) == after


def test_one_file_that_is_refused_keeps_all_others_out(book: ImportedBook) -> None:
    before = images(book.store)
    with pytest.raises(RuleError, match="import_needs_date"):
        book.bring_in(audit(ROWS), audit(ROWS, headered=False))
    assert images(book.store) == before


def test_a_plan_older_than_the_book_is_made_again(book: ImportedBook) -> None:
    plan = book.plan(audit(ROWS))
    book.bring_in(audit(ROWS))
    assert not book.carry_out(plan).tables
    assert book.kinds() == KINDS


NAMES = st.sampled_from(["Ann Lee", "Bob Hart", "Cy Odo"])
SLIPS: st.SearchStrategy[Slip] = st.one_of(
    st.builds(referral, NAMES, NAMES, st.sampled_from([1, 2, 3])),
    st.builds(one_to_one, NAMES, NAMES),
    st.builds(thanks, NAMES, st.sampled_from(["9.00", "10.50"]), detail=st.sampled_from(["", ELM])),
    st.builds(visitor, NAMES, st.sampled_from(["Una Flynn", "Tom Dune"])),
    st.builds(education, NAMES, st.sampled_from(["1", "2"])),
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(SLIPS, max_size=12), st.lists(SLIPS, max_size=12))
def test_of_two_exports_of_one_meeting_the_book_has_the_larger_number_of_each(
    tmp_path_factory: pytest.TempPathFactory, first: list[Slip], second: list[Slip]
) -> None:
    book = ImportedBook.empty(tmp_path_factory.mktemp("book"))
    with book.store:
        stored = book.bring_in(audit(second))
        only_second = book.slips()
        if stored.tables:
            book.store.undo()
        book.bring_in(audit(first))
        only_first = book.slips()
        book.bring_in(audit(second))
        assert book.slips() == only_first | only_second
