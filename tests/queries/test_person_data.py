"""What is handed to a person is everything that refers to him, and nobody else's earnings."""

import csv
import json
from datetime import date
from pathlib import Path

from app.queries.person_data import DataRecord, PersonData, person_data
from app.reports import person_files
from app.reports.kit.sheet import Sheet
from app.rules.privacy import Audience
from tests.reports import pdf
from tests.small_book import NOON, SmallBook

TUESDAY = date(2026, 11, 17)


def asked(book: SmallBook) -> PersonData:
    """Return what is kept about Ann, who gives, earns, invites, is marked and met."""
    ann, bob = book.member("Ann Whitfield", "Roofer"), book.member("Bob Hart")
    meeting = book.meeting(TUESDAY)
    book.mark(meeting, "L", ann)
    book.referral(ann, bob, TUESDAY, contact="Carl Client")
    book.one_to_one(bob, ann, TUESDAY)
    book.thanks(ann, bob, 500_00, TUESDAY)
    book.thanks(bob, ann, 777_00, TUESDAY)
    book.visit("Vera Guest", ann, TUESDAY)
    return book.ask(person_data, audience=Audience.OWN, member_id=ann)


def test_every_record_that_refers_to_him_is_there(book: SmallBook) -> None:
    found = asked(book)
    counts = {one.table: len(one.records) for one in found.tables}
    assert counts == {"person": 1, "mark": 1, "visitor": 1, "spell": 1, "slip": 5}
    assert (found.name, found.chapter) == ("Ann Whitfield", "Riverside")
    assert [one.label for one in found.history] == ["test"]


def test_references_are_told_by_name_and_empty_fields_left_out(book: SmallBook) -> None:
    (mark,) = records(asked(book), "mark")
    assert said(mark) == {"meeting": "2026-11-17", "person": "Ann Whitfield", "attendance": "L"}


def test_what_others_earned_is_withheld_and_what_he_earned_is_not(book: SmallBook) -> None:
    thanks = [one for one in records(asked(book), "slip") if said(one)["kind"] == "closed_business"]
    own, others = (said(one) for one in thanks)
    assert (own["amount"], own["receiver"]) == (500_00, "Ann Whitfield")
    assert (others["amount"], others["receiver"]) == (None, None)


def test_it_is_written_to_read_and_for_programs(book: SmallBook, tmp_path: Path) -> None:
    rows = asked(book)
    paper, document, table = person_files.write_all(tmp_path, rows, Sheet(printed_at=NOON))
    words = pdf.text(paper.read_bytes())
    assert "Ann Whitfield" in words
    assert "GBP 500" in words
    assert "777" not in words
    told = json.loads(document.read_text(encoding="utf-8"))
    assert told["rows"]["person_id"] == rows.person_id
    with table.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == ["table", "record", "field", "value"]
    assert ["slip", "1", "contact", "Carl Client"] in lines


def records(found: PersonData, table: str) -> tuple[DataRecord, ...]:
    return next(one.records for one in found.tables if one.table == table)


def said(record: DataRecord) -> dict[str, str | int | None]:
    return {one.field: one.value for one in record.fields}
