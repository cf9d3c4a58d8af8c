"""Reports from the command line: the same rows on paper and as figures."""

from pathlib import Path

import pypdf
import pytest

from app.reports.catalogue import REPORTS, Report
from tests.command_line import run


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.name)
def test_every_report_is_made_as_paper_and_as_figures(
    demo: Path, tmp_path: Path, one: Report
) -> None:
    paper, name = tmp_path / "paper.pdf", one.name
    options = ("--audience", one.audiences[-1], "--member", "1")
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
