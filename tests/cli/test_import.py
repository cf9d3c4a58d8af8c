"""``chapterhouse import``: what another program may count on, and what a person is told."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.exchange import checks
from app.exchange.reading import read
from app.exchange.slips import SlipsAudit
from app.storage import Store
from tests.command_line import run
from tests.exchange import samples
from tests.exchange.packing import Container
from tests.exchange.samples import (
    Counters,
    Member,
    education,
    one_to_one,
    referral,
    thanks,
    visitor,
)
from tests.images import images

ELM = "Elm, North Shore, Freedonia"
OAK = "Oak, North Shore, Freedonia"
EVENING = date(2025, 2, 13)
ROWS = (
    referral("Ann  Lee", "José Núñez"),
    referral("Ann  Lee", "José Núñez"),
    referral("José Núñez", "山田 太郎", 2, outside="receiver", detail=ELM),
    referral("山田 太郎", "Ann  Lee", 2, outside="giver", detail=OAK),
    one_to_one("Ann  Lee", "José Núñez"),
    one_to_one("José Núñez", "Ann  Lee"),
    one_to_one("Łukasz Żak", "Ola Ray", outside="receiver", detail=ELM),
    thanks("Ann  Lee", "75000.00"),
    thanks("José Núñez", "1250.50", detail=ELM),
    thanks("BNI", "14130.00", outside=True),
    visitor("Łukasz Żak", "Mary Ray"),
    visitor("Visitor", "Tom Dune", outside=True),
    education("José Núñez", "110"),
)
MEMBERS = (
    Member("Ann", "Lee", Counters(p=20, a=2, rgi=7, rgo=3, v=4, one=11, tyfcb=1200, ceu=9)),
    Member("José", "Núñez", Counters(p=21, l=1, rri=7)),
)
GIVEN = ("given_inside", "given_outside")
RECEIVED = ("received_inside", "received_outside")
BESIDE: dict[str, Any] = {
    "visitors": Counters(p=22),
    "organisation": Counters(p=22, v=3, tyfcb=500),
    "hidden": Counters(p=8, rgo=2),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "audit.xls": samples.slips_audit(ROWS, held_on=EVENING),
        "bare.xls": samples.slips_audit(ROWS, headered=False),
        "half.xls": samples.summary(MEMBERS, **BESIDE),
        "junk.xls": b"hello",
        "cut.xls": samples.slips_audit(ROWS, held_on=EVENING)[:3000],
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("locale", ["us", "zh-TW"])
@pytest.mark.parametrize("headered", [True, False], ids=["headings", "bare"])
@pytest.mark.parametrize("container", ["spreadsheetml", "xlsx"])
def test_every_figure_of_an_audit_is_that_of_the_file(
    tmp_path: Path,
    locale: str,
    container: Container,
    *,
    headered: bool,
) -> None:
    content = samples.slips_audit(
        ROWS, locale=locale, headered=headered, container=container, held_on=EVENING
    )
    (tmp_path / "a.xls").write_bytes(content)
    said = run("import", tmp_path / "book", tmp_path / "a.xls", "--date", EVENING, "--json")
    assert said.status == 0
    (file,) = said.json["files"]
    assert file["meeting"] == "2025-02-13"
    assert {kind: count["read"] for kind, count in file["slips"].items()} == {
        "referral": 4,
        "one_to_one": 3,
        "closed_business": 3,
        "visitor": 2,
        "education": 1,
        "testimonial": 0,
    }
    assert file["tiers"] == {"inside": 2, "outside": 2, "third": 0, "untold": 0}
    assert file["totals"]["closed_business"] == 9_038_050
    assert file["totals"]["education"] == 110
    assert said.json["money"]["decimals"] == 2


def test_counters_totals_and_matrices_agree_with_another_count(folder: Path) -> None:
    said = run("import", folder / "book", folder / "audit.xls", "--json")
    (file,) = said.json["files"]
    report = read(folder / "audit.xls").report
    assert isinstance(report, SlipsAudit)
    added = (*GIVEN, *RECEIVED, "visitors", "one_to_ones", "closed_business", "education")
    expected = checks.slip_totals(report)
    assert {name: file["totals"][name] for name in added} == {
        name: getattr(expected, name) for name in added
    }
    told = {
        one["name"]: {name: one[name] for name in added} for one in file["counters"] if one["home"]
    }
    assert told == {
        name: {column: getattr(figures, column) for column in added}
        for name, figures in checks.member_totals(report).items()
    }
    assert _matrix(file["referrals"]) == checks.referral_matrix(report)
    assert _matrix(file["one_to_ones"]) == checks.one_to_one_matrix(report)


def _matrix(pairs: list[dict[str, Any]]) -> dict[tuple[tuple[str, str], tuple[str, str]], int]:
    return {
        (
            (pair["giver"], pair["giver_chapter"]),
            (pair["receiver"], pair["receiver_chapter"]),
        ): pair["count"]
        for pair in pairs
    }


def test_what_the_file_says_and_what_the_book_reports_are_the_same(folder: Path) -> None:
    run("import", folder / "book", folder / "audit.xls")
    report = run("report", folder / "book", "activity-summary", "--audience", "officers", "--json")
    (file,) = run("import", folder / "book", folder / "audit.xls", "--json").json["files"]
    reported = {line["name"]: line["figures"] for line in report.json["rows"]["members"]}
    for one in file["counters"]:
        if one["home"]:
            figures = reported[one["name"]]
            assert figures["given_inside"] == one["given_inside"]
            assert figures["received_outside"] == one["received_outside"]
            assert figures["one_to_ones"] == one["one_to_ones"]
            assert figures["closed_business"] == one["closed_business"]
            assert figures["education"] == one["education"]
            assert figures["visitors"] == one["visitors"]


@pytest.mark.parametrize("locale", ["us", "in", "ae", "th", "vi", "de", "zh-TW"])
@pytest.mark.parametrize("headered", [True, False], ids=["headings", "bare"])
def test_every_figure_of_a_summary_is_that_of_the_file(
    tmp_path: Path, locale: str, *, headered: bool
) -> None:
    content = samples.summary(MEMBERS, locale=locale, headered=headered, **BESIDE)
    (tmp_path / "s.xls").write_bytes(content)
    said = run("import", tmp_path / "book", tmp_path / "s.xls", "--json")
    assert said.status == 0
    (file,) = said.json["files"]
    assert file["kind"] == "summary"
    assert file["official_figures"] == {"kept": True, "replaced": False}
    ann = next(one for one in file["counters"] if "Ann" in one["name"])
    assert (ann["present"], ann["absent"], ann["given_inside"], ann["one_to_ones"]) == (
        20,
        2,
        7,
        11,
    )
    assert ann["closed_business"] == 120_000
    assert file["total_row"]["present"] == 49
    assert file["total_row"]["closed_business"] == 170_000
    assert {name: left for name, left in file["residual"].items() if left} == {
        "present": 8,
        "given_outside": 2,
    }


def test_a_file_again_adds_nothing(folder: Path) -> None:
    first = run("import", folder / "book", folder / "audit.xls", folder / "half.xls", "--json").json
    with Store(folder / "book", author="test", read_only=True) as store:
        before = images(store, versions=True)
    second = run(
        "import", folder / "book", folder / "audit.xls", folder / "half.xls", "--json"
    ).json
    with Store(folder / "book", author="test", read_only=True) as store:
        assert images(store, versions=True) == before
    assert (first["stored"], first["rows_new"]) == (True, len(ROWS) + len(MEMBERS))
    assert (second["stored"], second["rows_new"], second["entry"]) == (False, 0, None)


def test_several_files_are_one_change(folder: Path) -> None:
    said = run("import", folder / "book", folder / "audit.xls", folder / "half.xls")
    assert "Import of 2 files" in said.out
    with Store(folder / "book", author="test") as store:
        assert store.undo().label == "Import of 2 files"


def test_a_dry_run_tells_all_and_stores_nothing(folder: Path) -> None:
    said = run("import", folder / "book", folder / "audit.xls", "--dry-run", "--json")
    assert said.json["files"][0]["rows"] == {"read": len(ROWS), "new": len(ROWS), "there": 0}
    assert not said.json["stored"]
    assert not (folder / "book").exists()


def test_a_dry_run_counts_a_file_that_has_no_date(folder: Path) -> None:
    said = run("import", folder / "book", folder / "bare.xls", "--dry-run", "--json")
    (file,) = said.json["files"]
    assert said.status == 0
    assert file["needs_date"]
    assert file["rows"]["read"] == len(ROWS)
    assert [refusal["reason"] for refusal in file["refusals"]] == ["import_needs_date"]


def test_without_a_date_one_sentence_names_the_file_and_the_option(folder: Path) -> None:
    said = run("import", folder / "book", folder / "bare.xls")
    assert (said.status, said.is_one_sentence) == (1, True)
    assert "bare.xls" in said.err
    assert "--date" in said.err
    assert not (folder / "book").exists()


def test_files_come_into_a_demo_book_as_well(demo: Path, folder: Path) -> None:
    said = run("import", demo, folder / "audit.xls", folder / "half.xls", "--json")
    assert said.status == 0
    assert said.json["rows_new"] == len(ROWS) + len(MEMBERS)
    assert run("import", demo, folder / "audit.xls", "--json").json["rows_new"] == 0
    assert run("check", demo).status == 0


@pytest.mark.parametrize("name", ["junk.xls", "cut.xls", "nowhere.xls", ".", "a" * 300])
def test_a_file_that_cannot_be_read_leaves_the_book_as_it_was(folder: Path, name: str) -> None:
    run("import", folder / "book", folder / "half.xls")
    before = (folder / "book").read_bytes()
    said = run("import", folder / "book", folder / "audit.xls", folder / name)
    assert (said.status, said.is_one_sentence) == (1, True)
    assert (folder / "book").read_bytes() == before


def test_a_book_is_not_begun_from_a_file_that_cannot_be_read(folder: Path) -> None:
    files = set(folder.iterdir())
    assert run("import", folder / "book", folder / "cut.xls").status == 1
    assert set(folder.iterdir()) == files


def test_another_chapter_is_refused_unless_it_is_allowed(folder: Path) -> None:
    other = samples.slips_audit(ROWS, chapter=("Elm", "", ""), held_on=date(2025, 2, 20))
    (folder / "other.xls").write_bytes(other)
    run("import", folder / "book", folder / "audit.xls")
    said = run("import", folder / "book", folder / "other.xls")
    assert (said.status, said.is_one_sentence) == (1, True)
    assert "Elm" in said.err
    assert "--other-chapter" in said.err
    assert run("import", folder / "book", folder / "other.xls", "--other-chapter").status == 0


def test_people_are_told_what_is_new_and_what_is_odd(folder: Path) -> None:
    said = run("import", folder / "book", folder / "audit.xls", folder / "half.xls")
    assert "13 rows: 13 new, 0 there already" in said.out
    assert "Row 17: 110 education units are unusually many." in said.out
    assert "members who have left" in said.out
    again = run("import", folder / "book", folder / "audit.xls", folder / "half.xls")
    assert "Nothing new" in again.out


def test_a_folder_of_a_years_files_is_one_change_whatever_else_lies_in_it(tmp_path: Path) -> None:
    year = tmp_path / "year"
    (year / "autumn").mkdir(parents=True)
    (year / "notes.rtf").write_bytes(b"{\\rtf1 Dear Sir}")
    for week in (13, 20):
        day = date(2025, 2, week)
        (year / "autumn" / f"audit {week}.xls").write_bytes(samples.slips_audit(ROWS, held_on=day))
    (year / "summary.xls").write_bytes(samples.summary(MEMBERS))
    book = tmp_path / "b.chapter"
    done = run("import", book, year, "--json")
    assert done.status == 0
    answer = done.json
    assert [file["kind"] for file in answer["files"]] == ["slips_audit", "slips_audit", "summary"]
    assert [one["reason"] for one in answer["left_out"]] == ["file_is_no_table"]
    assert run("import", book, year, "--json").json["rows_new"] == 0
    with Store(book, author="Wanda") as store:
        store.undo()
        assert store.history().undo == "Book begun from exported files"


def test_a_damaged_export_in_a_folder_leaves_the_book_as_it_was(tmp_path: Path) -> None:
    whole = samples.slips_audit(ROWS)
    (tmp_path / "year").mkdir()
    (tmp_path / "year" / "whole.xls").write_bytes(whole)
    (tmp_path / "year" / "cut.xls").write_bytes(whole[: len(whole) // 2])
    done = run("import", tmp_path / "b.chapter", tmp_path / "year")
    assert done.status != 0
    assert "cut.xls breaks off" in done.err
    assert not (tmp_path / "b.chapter").exists()
