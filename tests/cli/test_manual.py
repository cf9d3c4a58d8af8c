"""The manual of the command line says what the program does."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from app.cli.arguments import COMMANDS
from tests.command_line import run
from tests.exchange import samples
from tests.exchange.samples import referral, thanks

MANUAL = Path(__file__).parents[2] / "docs" / "command-line.md"
ROWS = (
    referral(
        "Ann Whitfield", "Ola Ray", 2, outside="receiver", detail="Elm, North Shore, Freedonia"
    ),
    thanks("Ann Whitfield", "1200.00"),
)


@pytest.fixture(scope="module")
def manual() -> str:
    return MANUAL.read_text(encoding="utf-8")


def test_the_import_shown_is_what_the_program_answers(
    manual: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = re.search(r"```json\n(.*?)```", manual, re.DOTALL)
    assert shown is not None
    monkeypatch.chdir(tmp_path)
    Path("slips.xls").write_bytes(samples.slips_audit(ROWS, headered=False))
    said = run("import", "book.chapter", "slips.xls", "--date", date(2026, 11, 17), "--json")
    assert said.json == json.loads(shown[1])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_every_command_is_in_the_manual(manual: str, command: str) -> None:
    options = set(re.findall(r"--[a-z-]+", run(command, "--help").out)) - {"--help"}
    assert f"chapterhouse {command}" in manual
    assert {option for option in options if option not in manual} == set()


def test_every_field_of_an_import_is_in_the_manual(manual: str) -> None:
    tables, shown = manual.split("```json", 1)
    fields = set(re.findall(r'"([a-z_]+)":', shown.split("```", 1)[0]))
    assert {name for name in fields if name not in tables} == set()
