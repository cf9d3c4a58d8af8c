"""Reports from the command line: the same rows on paper and as figures."""

from pathlib import Path

import pypdf
import pytest

from app import paths
from app.reports.catalogue import REPORTS
from app.reports.report import Report
from tests.command_line import run


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.name)
def test_every_report_is_made_as_paper_and_as_figures(
    demo: Path, tmp_path: Path, one: Report
) -> None:
    paper, name = tmp_path / "paper.pdf", one.name
    options = ("--audience", one.audiences[-1], "--member", "Priya Raman")
    assert run("report", demo, name, "-o", paper, "--paper", "Letter", *options).status == 0
    assert pypdf.PdfReader(paper).pages[0].mediabox.width in {612, 792}
    said = run("report", demo, name, "--json", *options)
    assert said.json["report"] == name


def test_reports_lists_what_report_makes() -> None:
    assert all(one.name in run("reports").out for one in REPORTS)
    listed = run("reports", "--json").json["reports"]
    assert [one["name"] for one in listed] == [one.name for one in REPORTS]


def test_a_report_is_about_the_days_it_is_asked_for(demo: Path) -> None:
    asked = ("report", demo, "scoreboard", "--json")
    rows = run(*asked, "--from", "2026-01-01", "--to", "2026-03-31").json["rows"]
    assert rows["period"] == {"start": "2026-01-01", "end": "2026-03-31"}
    until = run(*asked, "--to", "2026-06-30").json["rows"]
    assert until["period"] == {"start": "2026-04-01", "end": "2026-06-30"}
    usual = run(*asked).json["rows"]
    assert usual["period"] == {"start": "2026-10-01", "end": "2027-03-31"}


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("no-such-report", "--json"), 2),
        (("scoreboard", "--json", "--from", "2026-03-01", "--to", "2026-02-01"), 2),
        (("scoreboard", "--json", "--audience", "own"), 1),
        (("scoreboard", "--json", "--member", "Nobody Atall"), 1),
        (("scoreboard", "-o", "/nowhere/at/all.pdf"), 1),
    ],
)
def test_a_report_that_cannot_be_made_is_refused_in_one_line(
    demo: Path, arguments: tuple[str, ...], status: int
) -> None:
    said = run("report", demo, *arguments)
    assert (said.status, said.is_one_sentence) == (status, True)


def test_a_report_never_takes_the_books_own_place(demo: Path) -> None:
    before = demo.read_bytes()
    assert run("report", demo, "scoreboard", "-o", demo).status == 2
    assert demo.read_bytes() == before


def test_scores_are_made_by_the_profile_asked_for(demo: Path) -> None:
    said = run("report", demo, "traffic-lights", "--profile", "taiwan", "--json")
    assert said.json["rows"]["profile"]["name"] == "taiwan"
    refused = run("report", demo, "traffic-lights", "--profile", "nowhere", "--json")
    assert refused.status == 1
    assert "us-regional" in refused.err


def test_a_wrong_profile_file_is_told_and_the_last_good_one_used(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "us-regional.toml").write_text('name = "us-regional"\nmonths = 6\n')
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path)

    said = run("report", demo, "traffic-lights", "--json")

    assert said.status == 0
    assert said.err.startswith("us-regional.toml, line 2: “months” is not known here; expected is")
    assert said.json["rows"]["profile"]["title"] == "US regional"


def test_a_report_is_made_as_it_was_known_at_a_past_moment(demo: Path, tmp_path: Path) -> None:
    asked = ("report", demo, "scoreboard", "--from", "2026-04-01", "--to", "2026-09-30")
    july = run(*asked, "--as-of", "2026-07-01", "--json").json["rows"]
    assert july["meetings"] < run(*asked, "--json").json["rows"]["meetings"]
    paper = tmp_path / "paper.pdf"
    assert run(*asked, "--as-of", "2026-07-01T20:00", "-o", paper).status == 0
    words = pypdf.PdfReader(paper).pages[0].extract_text()
    assert "As known on 1 July 2026, 20:00" in words


def test_a_report_as_of_a_day_is_about_the_term_of_that_day(demo: Path) -> None:
    then = run("report", demo, "scoreboard", "--as-of", "2026-02-01", "--json").json["rows"]
    assert then["period"] == {"start": "2025-10-01", "end": "2026-03-31"}


@pytest.mark.parametrize(("moment", "status"), [("2019-01-01", 1), ("yesterday", 2)])
def test_a_moment_the_book_does_not_know_is_refused(demo: Path, moment: str, status: int) -> None:
    said = run("report", demo, "scoreboard", "--json", "--as-of", moment)
    assert (said.status, said.is_one_sentence) == (status, True)


def test_a_change_sheet_compares_with_the_moment_given(demo: Path) -> None:
    asked = ("report", demo, "change-sheet", "--about", "roster", "--json", "--since")
    compared = run(*asked, "2026-09-01").json["rows"]["compared"]
    assert compared["report"] == "roster"
    assert len(compared["changes"]) > 0
    assert run(*asked, "2026-11-28").json["rows"]["compared"]["changes"] == []
    assert run("report", demo, "change-sheet", "--about", "change-sheet", "--json").status == 2


def test_a_stack_is_one_pdf_or_a_file_each(demo: Path, tmp_path: Path) -> None:
    one, folder = tmp_path / "papers.pdf", tmp_path / "papers"
    asked = ("print-stack", demo, "before-the-meeting", "-o")
    assert run(*asked, one).status == 0
    assert run(*asked, folder).status == 0
    pages = sum(len(pypdf.PdfReader(file).pages) for file in folder.iterdir())
    assert len(pypdf.PdfReader(one).pages) == pages >= 4


def test_a_report_about_a_member_is_made_for_all(demo: Path, tmp_path: Path) -> None:
    asked = ("report", demo, "explain-sheet", "--all-members")
    assert run(*asked, "-o", tmp_path / "all").status == 0
    assert len(list((tmp_path / "all").glob("*.pdf"))) == 40
    assert run(*asked, "--json").status == 2
    assert run("print-stack", demo, "everything", "-o", tmp_path / "x.pdf").status == 2


def test_settings_nobody_may_read_are_told_once_and_the_report_is_made(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beyond = tmp_path / ("x" * 300)  # a name no file system takes
    monkeypatch.setattr(paths, "config_folder", lambda: beyond)

    said = run("report", demo, "traffic-lights", "--json")

    assert said.status == 0
    assert said.err.count("cannot be read, so profiles of your own that lie there") == 1
    assert said.json["rows"]["profile"]["title"] == "US regional"
