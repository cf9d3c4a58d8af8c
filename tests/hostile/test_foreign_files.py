"""Documents, profiles and exports made to harm: refused in a sentence, soon, and in little room."""

import io
import os
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.errors import AppError, UnreadableFileError
from app.exchange import profile_files
from app.exchange.reading import read
from app.storage import Store, soundness
from app.wording import sentence
from tests.command_line import run
from tests.durability.extent import extent
from tests.exchange import samples
from tests.exchange.fuzzing import spoilt
from tests.exchange.packing import archive, unpacked
from tests.exchange.samples import referral
from tests.hostile.words import hostile_book

_PROFILES = Path(profile_files.__file__).parents[2] / "resources" / "profiles"
_LONGEST, _MOST = 10.0, 300 * 2**20  # seconds of this processor, bytes
_SHEET = "xl/worksheets/sheet1.xml"
_WORKBOOK = samples.slips_audit([referral("Ann Lee", "Bob Hart")], container="xlsx")


@pytest.fixture(autouse=True)
def _quick_and_small() -> Iterator[None]:
    tracemalloc.start()
    begun = time.process_time()
    yield
    spent = time.process_time() - begun
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert spent < _LONGEST * extent(short=3, whole=100)  # traced, and some tests try many files
    assert peak < _MOST


def _outcome(content: bytes) -> str:
    """Read a file; return its name, or the sentence it is refused with."""
    try:
        read(content, "evil.xls")
    except UnreadableFileError as error:
        return sentence(error)
    return "evil.xls"


def _packed(*parts: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in unpacked(_WORKBOOK).items():
            packed.writestr(name, text)
        for name, content in parts:
            packed.writestr(name, content)
    return file.getvalue()


def _sheet(rows: str) -> bytes:
    parts = unpacked(_WORKBOOK)
    head, _, tail = parts[_SHEET].partition("</sheetData>")
    return archive(parts | {_SHEET: f"{head}{rows}</sheetData>{tail}"})


def _related(target: str) -> bytes:
    parts = unpacked(_WORKBOOK)
    name = "xl/_rels/workbook.xml.rels"
    return archive(parts | {name: parts[name].replace("worksheets/sheet1.xml", target)})


FILES: dict[str, Callable[[], bytes]] = {
    "one endless line": lambda: b"From,To,Slip Type," + b"x" * 40_000_000,
    "one endless row": lambda: b"From,To,Slip Type\n" + b"x," * 5_000_000,
    "a quote never closed": lambda: b'From,To,Slip Type\n"' + b"Ann,Bob\n" * 2_000_000,
    "nothing but lines": lambda: b"\n" * 20_000_000,
    "nothing but zeros": lambda: b"\0" * 20_000_000,
    "zeros among words": lambda: b"From,To,Slip Type\nAnn\0,Bob\0,Referral\n",
    "half of a pair": lambda: "From,To,Slip Type\nAnn\ud800,Bob,Referral".encode(
        "utf-16", "surrogatepass"
    ),
    "an unknown encoding": lambda: b'<?xml version="1.0" encoding="x-evil"?><Workbook/>',
    "UTF-7": lambda: b'<?xml version="1.0" encoding="utf-7"?>+ADw-Workbook+AD4-',
    "UTF-32": lambda: "From,To,Slip Type\nAnn,Bob,Referral".encode("utf-32"),
    "millions of rows": lambda: _sheet("<row/>" * 1_500_000),
    "millions of cells": lambda: _sheet("<row>" + "<c/>" * 3_000_000 + "</row>"),
    "millions of shared words": lambda: archive(
        unpacked(_WORKBOOK)
        | {"xl/sharedStrings.xml": f"<sst>{'<si><t>x</t></si>' * 2_000_000}</sst>"}
    ),
    "an archive within an archive": lambda: archive(
        unpacked(_WORKBOOK) | {_SHEET: archive({"x": "y" * 10_000_000}).decode("latin-1")}
    ),
    "a sheet outside the archive": lambda: _related("../../../../etc/passwd"),
    "a sheet at an absolute place": lambda: _related("/etc/passwd"),
    "a sheet on another computer": lambda: _related("http://localhost/sheet.xml"),
    "a sheet that is a device": lambda: _related("/dev/zero"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_an_export_made_to_harm_is_refused_or_read_for_what_it_is(name: str) -> None:
    content = FILES[name]()
    begun = time.process_time()
    assert "evil.xls" in _outcome(content)
    assert time.process_time() - begun < _LONGEST


@pytest.mark.parametrize(
    "name", ["../../evil.xml", "/evil.xml", "C:\\evil.xml", "..\\evil", "CON", "a\0b", "é" * 5000]
)
def test_no_part_of_an_archive_is_ever_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "evil.xls" in _outcome(_packed((name, b"evil")))
    assert list(tmp_path.iterdir()) == []


# --- Documents ---------------------------------------------------------------------------------

_HEAD = '{"format": "chapterhouse.book.1", "schema": 7, "history": false, '
DOCUMENTS = {
    "too deep": _HEAD + '"tables": ' + "[" * 100_000,
    "cut off": _HEAD + '"tables": {"person": [{"id": 1',
    "no tables": _HEAD + '"tables": null}',
    "rows that are none": _HEAD + '"tables": {"person": [1, null, "x"]}}',
    "values that are none": _HEAD + '"tables": {"person": [{"id": {"a": 1}}]}}',
    "figures beyond all": _HEAD + '"tables": {"person": [{"id": ' + "9" * 4000 + "}]}}",
    "endless figures": _HEAD + '"tables": {"person": [{"id": ' + "9" * 100_000 + "}]}}",
    "no number": _HEAD + '"tables": {"person": [{"id": NaN}]}}',
    "half of a pair": _HEAD + '"tables": {"chapter": [{"id": 1, "name": "\\ud800"}]}}',
    "statements for names": _HEAD + '"tables": {"person; DROP TABLE slip": [{"id": 1}]}}',
    "statements for fields": _HEAD + '"tables": {"person": [{"id) SELECT 1 --": 1}]}}',
    "SQLite's own list": _HEAD + '"tables": {"sqlite_master": [{"sql": "x"}]}}',
    "a schema to come": _HEAD.replace("7", "99999") + '"tables": {}}',
    "a schema of words": _HEAD.replace("7", '"7"') + '"tables": {}}',
    "decimals beyond all": _HEAD
    + '"tables": {"chapter": [{"id": 1, "name": "x", "currency_decimals": 9223372036854775807}]}}',
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_made_to_harm_makes_no_book(tmp_path: Path, name: str) -> None:
    file = tmp_path / "evil.json"
    file.write_text(DOCUMENTS[name], encoding="utf-8")
    said = run("restore-json", tmp_path / "new.chapter", file)
    assert said.status == 1
    assert said.is_one_sentence, said.err
    assert not (tmp_path / "new.chapter").exists()


@pytest.mark.timeout(1800)
def test_broken_documents_make_a_sound_book_or_none(tmp_path: Path) -> None:
    book = hostile_book(tmp_path / "riverside.chapter", 3)
    run("export", book, "--json", tmp_path / "whole.json", "--without-history")
    whole = (tmp_path / "whole.json").read_bytes()
    chance = random.Random(1)  # noqa: S311  no secret
    for number in range(extent(short=10, whole=500)):
        file, made = tmp_path / "broken.json", tmp_path / f"{number}.chapter"
        file.write_bytes(spoilt(whole, chance))
        said = run("restore-json", made, file)
        assert said.status == 0 or said.is_one_sentence, said.err
        if said.status == 0:
            with Store(made, author="Wanda", read_only=True) as store:
                assert store.read(soundness.faults) == ()


# --- Profiles ----------------------------------------------------------------------------------


def test_broken_profiles_are_read_or_refused_with_a_sentence() -> None:
    chance = random.Random(2)  # noqa: S311  no secret
    texts = [file.read_bytes() for file in sorted(_PROFILES.glob("*.toml"))]
    assert len(texts) > 5
    for _ in range(extent(short=500, whole=5000)):
        text = spoilt(chance.choice(texts), chance).decode(errors="replace")
        for fault in profile_files.from_text(text, "own.toml").faults:
            assert "own.toml" in sentence(fault)


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 50_000, "a = " + "9" * 100_000, "a." * 20_000 + "b = 1", "[a]\n" * 50_000,
     'a = "' + "x" * 5_000_000 + '"', "\0", "a = 2026-99-99", "a = nan"],
)  # fmt: skip
def test_a_profile_made_to_harm_is_refused_with_a_sentence(text: str) -> None:
    (fault,) = profile_files.from_text(text, "own.toml").faults
    assert isinstance(fault, AppError)
    assert "own.toml" in sentence(fault)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    for command in (
        ("restore-json", tmp_path / "new.chapter", pipe),
        ("import", tmp_path / "new.chapter", pipe),
        ("import", tmp_path / "new.chapter", "/dev/zero"),
    ):
        said = run(*command)
        assert said.status == 1, command
        assert said.is_one_sentence, said.err
