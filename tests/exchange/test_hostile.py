"""Files that are foreign, broken or meant to harm: refused in a sentence, quickly and small."""

import io
import random
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import UnreadableFileError
from app.exchange import archives, sheets, sources
from app.exchange.reading import read
from tests.exchange import samples
from tests.exchange.packing import SS, archive, unpacked
from tests.exchange.samples import education, referral

FILES = Path(__file__).parent / "files"
EVENING = [
    referral("Łukasz Żak", "山田 太郎", 2, outside="receiver", detail="A, B, C"),
    education("José Núñez"),
]
XML = samples.slips_audit(EVENING)
HEAD, _, TAIL = XML.partition(b"<ss:Table>\r")


def refusal(content: bytes | Path) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as refused:
        read(content, "bad.xls")
    assert refused.value.facts["file"] == "bad.xls"
    assert refused.value.facts.get("row", 0) is not None
    return refused.value


def inside_table(markup: bytes) -> bytes:
    return HEAD + b"<ss:Table>" + markup + TAIL


# --- Foreign files -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "file_empty"),
        (b" \r\n\t", "file_empty"),
        (b"%PDF-1.7 ...", "file_damaged"),
        (b"SQLite format 3\x00...", "file_is_book"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "file_is_no_table"),
        (b"<html><table><tr><td>From</td></tr></table></html>", "file_is_web_page"),
        (b"<!DOCTYPE html><body></body>", "file_is_web_page"),
        (b"  <TABLE><tr><td>From", "file_is_web_page"),
        (b"<?xml version='1.0'?><rss/>", "file_is_other_xml"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "file_is_web_page"),
        (b"\x1f\x8b\x08", "file_is_archive"),
        (b"PK\x05\x06" + b"\x00" * 18, "file_is_archive"),
        (
            archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            "file_is_archive",
        ),
        (archive({"word/document.xml": "<w/>"}), "file_is_archive"),
        (b"PK\x03\x04 but no archive", "file_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 but no workbook", "file_damaged"),
        (b"Dear committee,\nplease find attached nothing.\n", "file_report_unknown"),
        (b"Name,Phone\nAnn,123\n", "file_report_unknown"),
        (HEAD + b"<ss:Table>" + TAIL[TAIL.index(b"</ss:Table>") :], "file_without_rows"),
    ],
)
def test_a_foreign_file_is_refused_for_what_it_is(content: bytes, reason: str) -> None:
    assert refusal(content).reason == reason


def test_another_report_is_refused_by_its_title() -> None:
    refused = refusal(samples.summary([]).replace(b">P<", b">Apr 01<"))
    assert refused.reason == "file_report_unknown"
    assert refused.facts["title"] == "Chapter ► Summary PALMS Report"


def test_a_missing_file_a_folder_and_a_huge_file_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refusal(tmp_path / "gone.xls").reason == "file_missing"
    assert refusal(tmp_path).reason == "file_is_folder"
    monkeypatch.setattr(sources, "MOST_BYTES", 100)
    assert refusal(XML).reason == "file_too_big"


# --- Broken files ------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.3, 0.5, 0.8, 0.97])
def test_a_truncated_file_is_refused_with_the_row_it_breaks_off_at(share: float) -> None:
    content = samples.slips_audit(EVENING * 50)
    refused = refusal(content[: int(len(content) * share)])
    assert refused.reason == "file_cut_off_at_row"
    row = refused.facts["row"]
    assert isinstance(row, int)
    assert 100 * share - 15 < row <= 100 * share + 5


def test_broken_markup_is_refused_with_its_row() -> None:
    refused = refusal(XML.replace(b"Jos\xc3\xa9", b"Jos<"))
    assert (refused.reason, refused.facts["row"]) == ("file_damaged_at_row", 6)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_workbook_is_refused(share: float) -> None:
    content = samples.slips_audit(EVENING, container="xlsx")
    assert refusal(content[: int(len(content) * share)]).reason == "file_damaged"
    content = (FILES / "slips_audit.xls").read_bytes()
    assert refusal(content[: int(len(content) * share)]).reason in {"file_damaged", "file_cut_off"}


# --- Bombs -------------------------------------------------------------------------------------

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_LAUGHS = f'<!DOCTYPE W [<!ENTITY l0 "ha">{_LAUGHS}]><Workbook xmlns="{SS}">&l9;</Workbook>'
_DOCTYPES = [
    _LAUGHS,
    f'<!DOCTYPE W [<!ENTITY x SYSTEM "file:///etc/passwd">]><Workbook xmlns="{SS}">&x;</Workbook>',
    f'<!DOCTYPE W SYSTEM "http://localhost/x.dtd"><Workbook xmlns="{SS}"/>',
    f'<!DOCTYPE W [<!ENTITY % p SYSTEM "http://localhost/x">%p;]><Workbook xmlns="{SS}"/>',
]


@pytest.mark.parametrize("xml", _DOCTYPES)
def test_document_types_and_entities_are_refused(xml: str) -> None:
    assert refusal(xml.encode()).reason == "file_has_doctype"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (b'<Row ss:Index="2000000000"/>', "file_row_beyond_sheet"),
        (b'<Row ss:Span="2000000000"/>', "file_row_beyond_sheet"),
        (b'<Row ss:Index="-1"/>', "file_damaged"),
        (b'<Row ss:Index="many"/>', "file_damaged"),
        (b'<Row ss:Index="' + b"9" * 5000 + b'"/>', "file_damaged"),
        (b'<Row ss:Index="5"/><Row ss:Index="4"/>', "file_damaged"),
        (b'<Row><Cell ss:Index="2000000000"><Data>x</Data></Cell></Row>', "file_too_wide"),
        (b'<Row><Cell ss:Index="3"/><Cell ss:Index="2"/></Row>', "file_damaged"),
        (b"<Row><Cell><Data>" + b"x" * 40_000 + b"</Data></Cell></Row>", "file_cell_too_long"),
        (b"<Row><Cell><Data>" + b"x" * 5_000_000 + b"</Data></Cell></Row>", "file_cell_too_long"),
        (b"<Row><Row/></Row>", "file_damaged"),
        (b"<Row><Cell><Cell/></Cell></Row>", "file_damaged"),
        (b"<Cell/>", "file_damaged"),
        (b"<a>" * 200_000, "file_too_deep"),
        (b'<Row x="' + b"x" * 3_000_000 + b'"/>', "file_damaged"),
    ],
)
def test_hostile_markup_is_refused_before_room_is_made_for_it(markup: bytes, reason: str) -> None:
    assert refusal(inside_table(markup)).reason.removesuffix("_at_row") == reason


def test_far_but_empty_cells_are_harmless() -> None:
    content = inside_table(b'<Row><Cell ss:Index="2000000000"/></Row>')
    assert len(read(content).report.rows) == 2


@pytest.mark.parametrize(
    ("limit", "value", "markup", "reason"),
    [
        ("MOST_ROWS", 50, b"<Row/>" * 60, "file_too_many_rows"),
        ("MOST_CELLS", 50, b"<Row>" + b"<Cell/>" * 60 + b"</Row>", "file_too_many_cells"),
    ],
)
def test_floods_are_refused(
    limit: str, value: int, markup: bytes, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, limit, value)
    monkeypatch.setattr("app.exchange.spreadsheetml.MOST_CELLS", value)
    assert refusal(inside_table(markup)).reason == reason


def test_floods_of_other_markup_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.exchange.markup.MOST_ELEMENTS", 500)
    flood = b"<Row><Cell><Data/>" + b"<Data/>" * 600 + b"</Cell></Row>"
    assert refusal(inside_table(flood)).reason == "file_too_much_markup"


def _zeros(name: str, megabytes: int) -> bytes:
    packed = io.BytesIO()
    parts = unpacked(samples.slips_audit(EVENING, container="xlsx"))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for part, content in parts.items():
            if part != name:
                file.writestr(part, content)
        file.writestr(name, b" " * megabytes * 1024 * 1024)
    return packed.getvalue()


def _lying(content: bytes) -> bytes:
    """Return an archive whose directory claims that its parts are small."""
    changed = bytearray(content)
    at = 0
    while (at := changed.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<I", changed, at + 24, 1000)
        at += 4
    return bytes(changed)


def test_zip_bombs_are_refused() -> None:
    bomb = _zeros("xl/worksheets/sheet1.xml", 60)
    assert refusal(bomb).reason == "file_is_bomb"
    assert refusal(archive({f"part{n}": "" for n in range(600)})).reason == "file_is_bomb"
    assert refusal(_lying(bomb)).reason in {"file_damaged", "file_is_bomb"}


def test_what_comes_out_of_an_archive_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    content = samples.slips_audit(EVENING * 400, container="xlsx")
    monkeypatch.setattr(archives, "MOST_UNPACKED", 200_000)
    archive_of = archives.Archive(io.BytesIO(content))
    monkeypatch.setattr(archive_of, "_left", 1000)
    with pytest.raises(UnreadableFileError) as refused:
        list(archive_of.pieces("xl/worksheets/sheet1.xml"))
    assert refused.value.reason == "file_is_bomb"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('<row r="5">', '<row r="2000000000">', "file_row_beyond_sheet"),
        ('<row r="5">', '<row r="1">', "file_damaged"),
        ('r="A5"', 'r="XFD5"', "file_too_wide"),
        ('r="A5"', 'r="ZZZZZZ5"', "file_damaged"),
        ('t="s"><v>0<', 't="s"><v>99999<', "file_damaged"),
        ('t="s"><v>0<', 't="s"><v>-1<', "file_damaged"),
        ("<sheetData>", "<sheetData>" + "<x>" * 100, "file_too_deep"),
    ],
)
def test_hostile_sheets_are_refused(old: str, new: str, reason: str) -> None:
    part = "xl/worksheets/sheet1.xml"
    parts = unpacked(samples.slips_audit(EVENING, container="xlsx"))
    assert old in parts[part]
    refused = refusal(archive(parts | {part: parts[part].replace(old, new, 1)}))
    assert refused.reason.removesuffix("_at_row") == reason


def test_an_encrypted_archive_is_refused() -> None:
    content = bytearray(samples.slips_audit(EVENING, container="xlsx"))
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content[at + 8] |= 1
        at += 4
    assert refusal(bytes(content)).reason == "file_encrypted"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x10\x00\x00\x05\x05\x00", "old_workbook"),
        (b"\xe1\x00\x02\x00\xb0\x04", b"\x2f\x00\x02\x00\xb0\x04", "encrypted"),
        (b"\x09\x08\x10\x00\x00\x06\x10\x00", b"\x00" * 8, "damaged"),
    ],
)
def test_hostile_binary_workbooks_are_refused(old: bytes, new: bytes, reason: str) -> None:
    content = (FILES / "slips_audit.xls").read_bytes()
    assert old in content
    found = refusal(content.replace(old, new)).reason
    assert found.endswith(reason) or (reason == "damaged" and found == "file_cut_off")


def test_a_chain_of_sectors_that_bites_its_tail_is_refused() -> None:
    content = bytearray((FILES / "slips_audit.xls").read_bytes())
    (directory,) = struct.unpack_from("<I", content, 48)
    (table,) = struct.unpack_from("<I", content, 76)
    struct.pack_into("<I", content, (table + 1) * 512 + directory * 4, directory)
    assert refusal(bytes(content)).reason == "file_damaged"


# --- Anything ----------------------------------------------------------------------------------

_SEEDS: dict[str, Callable[[], bytes]] = {
    "spreadsheetml": lambda: XML,
    "summary": lambda: samples.summary([samples.Member("Ann", "Lee", samples.Counters(p=3))]),
    "xlsx": lambda: samples.slips_audit(EVENING, container="xlsx"),
    "csv": lambda: samples.slips_audit(EVENING, container="csv"),
    "xls": (FILES / "slips_audit.xls").read_bytes,
}


def mutated(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed))
        length = chance.randint(1, 40)
        deed = chance.randrange(4)
        if deed == 0:
            changed[at] = chance.randrange(256)
        elif deed == 1:
            del changed[at : at + length]
        elif deed == 2:
            changed[at:at] = changed[at : at + length]
        else:
            changed[at:at] = chance.randbytes(length)
        changed = changed or bytearray(b"x")
    return bytes(changed)


@pytest.mark.parametrize("seed", list(_SEEDS))
def test_no_mutation_of_a_file_does_more_than_be_refused(seed: str) -> None:
    chance = random.Random(20250213)  # noqa: S311  a repeatable test, no secret
    content = _SEEDS[seed]()
    for _ in range(150):
        try:
            read(mutated(content, chance), "mutant")
        except UnreadableFileError as error:
            assert error.reason.startswith("file_")  # noqa: PT017  being read is as good


def test_reading_is_quick_and_keeps_little_beside_the_rows() -> None:
    content = samples.slips_audit(EVENING * 2500)
    tracemalloc.start()
    begun = time.process_time()
    file = read(content)
    spent = time.process_time() - begun
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(file.report.rows) == 5000
    assert peak < 500 * 5000
    assert spent < 10
