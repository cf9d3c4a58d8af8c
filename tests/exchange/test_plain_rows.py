"""Rows in their plain shape go around the parser, and nobody can tell by the result."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UnreadableFileError
from app.exchange.markup import Feed
from app.exchange.plain_rows import Plainness, cells_of, end_of_plain_rows
from app.exchange.reading import read
from app.exchange.slips import SlipRow, SlipsAudit
from tests.exchange import samples
from tests.exchange.packing import Cell, spreadsheetml
from tests.exchange.samples import education, referral
from tests.exchange.test_hostile import mutated

EVENING = [
    referral("Łukasz Żak", "山田 太郎", 2, outside="receiver", detail="A, B, C"),
    education("José & Núñez"),
    education("Ann Lee"),
] * 20
XML = samples.slips_audit(EVENING).decode()


def outcome(content: bytes) -> tuple[SlipRow, ...] | str:
    try:
        report = read(content).report
    except UnreadableFileError as error:
        return error.reason.removesuffix("_at_row")
    return report.rows if isinstance(report, SlipsAudit) else ""


def through_the_parser(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> tuple[SlipRow, ...] | str:
    with monkeypatch.context() as patched:
        patched.setattr(Plainness, "is_certain", lambda _self: False)
        return outcome(content)


def fed(content: bytes, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many bytes of a file its parser was given."""
    given_bytes = 0
    push = Feed.push

    def counted(feed: Feed, piece: bytes) -> None:
        nonlocal given_bytes
        given_bytes += len(piece)
        push(feed, piece)

    with monkeypatch.context() as patched:
        patched.setattr(Feed, "push", counted)
        outcome(content)
    return given_bytes


def test_most_of_an_export_goes_around_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = samples.slips_audit([education("Ann Lee")] * 500)
    assert fed(plain, monkeypatch) < 0.05 * len(plain)
    tall = plain.replace(b"<Row>", b'<Row ss:AutoFitHeight="0" ss:Height="11.25">')
    assert fed(tall, monkeypatch) < 0.05 * len(tall)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<Row>", "<Row >"),
        ("</Data>", "<!-- a remark --></Data>"),
        ("Ann Lee", "Ann&#32;Lee"),
        ("Ann Lee", "<![CDATA[Ann Lee]]>"),
        ("Ann Lee", "Ann\tLee"),
        ('ss:Index="1"', "ss:Index='1'"),
        ("<ss:Table>", "<ss:Table><!-- <Row></Row> -->"),
        ("<ss:Table>", "<ss:Table><?note <Row></Row>?>"),
        ("<ss:Table>", '<ss:Table xmlns="urn:other">'),
        ("<ss:Table>", '<ss:Table xmlns:ss="urn:other">'),
        ("</Workbook>", "</Workbook><Row></Row>"),
        ("</ss:Table>", "<Row><Row></Row></Row></ss:Table>"),
        ("</ss:Table>", ""),
        ("<Row>", "<Row>\r<!-- </Row> -->"),
        ('ss:Index="1"', 'ss:Index="0"'),
        ('ss:Index="7"', 'ss:Index="999"'),
    ],
)
def test_odd_markup_reads_as_the_parser_reads_it(
    old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = XML.replace(old, new).encode()
    assert content != XML.encode()
    assert outcome(content) == through_the_parser(content, monkeypatch)


def test_mutations_read_as_the_parser_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)  # noqa: S311  a repeatable test, no secret
    content = samples.slips_audit([education("Ann Lee", "2")] * 12)
    for _ in range(300):
        changed = mutated(content, chance)
        assert outcome(changed) == through_the_parser(changed, monkeypatch)


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), max_size=4))
def test_any_text_comes_through(texts: list[str]) -> None:
    grid = [
        [Cell(column, text) for column, text in enumerate(samples.HEADERLESS_SLIP_LABELS, 1)],
        *([Cell(1, "Ann"), Cell(3, "CEU"), Cell(6, "1"), Cell(7, text)] for text in texts),
    ]
    xml = spreadsheetml(grid)
    if "\ufffe" in xml or "\uffff" in xml:
        assert outcome(xml.encode()) == "file_damaged"
        return
    rows = outcome(xml.encode())
    assert not isinstance(rows, str)
    assert len(rows) == len(texts)


def test_plain_rows_end_where_anything_else_begins() -> None:
    data = '<Data ss:Type="String">a</Data>'
    row = f'<Row>\r<Cell ss:Index="1" ss:StyleID="3">\r{data}\r</Cell>\r</Row>'
    assert end_of_plain_rows(row + row + "<Row><Cell/></Row>", 0) == 2 * len(row)
    assert end_of_plain_rows("</ss:Table>", 0) == 0
    assert cells_of(row, 0, len(row)) == [("1", "3", "a"), ("", "", "")]
