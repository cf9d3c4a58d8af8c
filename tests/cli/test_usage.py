"""What may be typed, and what is said to what may not."""

import pytest

from app import cli
from tests.command_line import run


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("imprt",),
        ("import",),
        ("import", "book"),
        ("import", "book", "file.xls", "--date", "2025-02-30"),
        ("import", "book", "file.xls", "--date", "13.2.2025"),
        ("report", "book", "scoreboard"),
        ("report", "book", "scoreboard", "--json", "-o", "a.pdf"),
        ("report", "book", "scoreboard", "--json", "--audience", "everybody"),
        ("check", "book", "--loud"),
    ],
)
def test_wrong_usage_is_told_in_one_line(arguments: tuple[str, ...]) -> None:
    said = run(*arguments)
    assert (said.status, said.is_one_sentence) == (2, True)
    assert "--help" in said.err


def test_help_names_every_command() -> None:
    said = run("--help")
    assert said.status == 0
    assert all(command in said.out for command in ("demo", "import", "report", "check"))


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        ([], False),
        (["oak.chapter"], False),
        (["/somewhere/oak"], False),
        (["check", "oak.chapter"], True),
        (["--version"], True),
        (["chek"], True),
        (["oak.chapter", "elm.chapter"], True),
    ],
)
def test_a_lone_path_is_a_book_for_the_window(arguments: list[str], *, meant: bool) -> None:
    assert cli.is_command(arguments) is meant
