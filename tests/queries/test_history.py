"""What was done to the book."""

from app.queries.history import entry_details, history
from app.rules.history import EntryKind
from app.services import slips
from app.wording.records import value_word
from tests.small_book import NOON, TODAY, SmallBook


def test_entries_come_latest_first_with_author_and_time(book: SmallBook) -> None:
    book.member("Ann Whitfield")
    latest = book.ask(history)[0]
    assert (latest.author, latest.made_at, latest.kind) == ("Wanda", NOON, EntryKind.DEED)


def test_an_entry_that_was_undone_says_so_and_the_undo_is_an_entry_of_its_own(
    book: SmallBook,
) -> None:
    book.member("Ann Whitfield")
    book.store.undo()
    undo, deed, *_ = book.ask(history)
    assert (undo.kind, undo.taken_back) == (EntryKind.UNDO, False)
    assert (deed.kind, deed.taken_back) == (EntryKind.DEED, True)


def test_older_entries_continue_where_the_answer_before_ended(book: SmallBook) -> None:
    for name in ("Ann Whitfield", "Bob Hartley", "Carl Jones"):
        book.member(name)
    everything = book.ask(history)
    first = book.ask(history, limit=2)
    assert first + book.ask(history, before_id=first[-1].entry_id) == everything


def test_a_search_takes_percent_signs_as_they_are(book: SmallBook) -> None:
    book.store.write("100% done", lambda _session: None)
    book.member("Ann Whitfield")
    assert book.ask(history, search="%") == ()


def test_details_say_people_and_meetings_by_name(book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    slip = book.referral(ann, bob, TODAY)
    book.write(slips.amend, slip_id=slip, giver_id=bob, receiver_id=ann, tier=None, note="kitchen")
    (change,) = book.ask(entry_details, book.ask(history)[0].entry_id).changes
    fields = {field.name: (field.before, field.after) for field in change.fields}
    assert fields["giver"] == ("Ann Whitfield", "Bob Hartley")
    assert fields["note"] == ("", "kitchen")
    assert "version" not in fields


def test_details_say_whether_a_credit_is_confirmed_in_words(book: SmallBook) -> None:
    ann = book.member("Ann Whitfield")
    book.visit("Mary Ray", ann, TODAY)
    book.write(slips.confirm_visit, slip_id=book.last_slip())
    (change,) = book.ask(entry_details, book.ask(history)[0].entry_id).changes
    (field,) = change.fields
    assert (value_word(field.before), value_word(field.after)) == ("no", "yes")


def test_details_say_amounts_as_the_chapter_writes_them(book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    book.thanks(ann, bob, 1200_50, TODAY)
    changes = book.ask(entry_details, book.ask(history)[0].entry_id).changes
    said = {field.name: field.after for change in changes for field in change.fields}
    assert said["amount"] == "1,200.50"
