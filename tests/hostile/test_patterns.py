"""What is searched for is found as it is written: no sign of it stands for others."""

import ast
from pathlib import Path

import pytest

import app
from app.queries.history import history
from app.queries.slip_index import slip_index
from app.services import classifications
from tests.small_book import TODAY, SmallBook

_APP = Path(app.__file__).parent
_PATTERNS = {"contains", "icontains", "istartswith", "iendswith"}
_OF_SQL = ("queries", "services", "storage")


def test_every_pattern_of_the_program_escapes_what_is_looked_for() -> None:
    found = []
    for folder in _OF_SQL:
        for file in sorted((_APP / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    escaped = any(
                        word.arg == "autoescape" and isinstance(word.value, ast.Constant)
                        for word in node.keywords
                    )
                    if node.func.attr in _PATTERNS:
                        found.append((file.name, node.lineno, escaped))
                    assert node.func.attr not in {"like", "ilike", "not_like"}, file
    assert found
    assert [(name, line) for name, line, escaped in found if not escaped] == []


@pytest.mark.parametrize("sign", ["%", "_", "\\", "/", "*", "?", "[", "'", '"', ";--"])
def test_a_sign_finds_only_what_holds_it(tmp_path: Path, sign: str) -> None:
    book = SmallBook.create(tmp_path)
    ann, bob = book.member("Ann Lee"), book.member(f"Bob {sign}art")
    book.meeting(TODAY)
    cy = book.member("Cy Dunn")
    plain = book.referral(ann, cy, TODAY, note="a kitchen")
    noted = book.referral(ann, cy, TODAY, note=f"100{sign} sure")
    named = book.referral(ann, bob, TODAY)
    found = set(book.ask(slip_index, wanted=sign).ids)
    assert found == {noted, named}
    assert set(book.ask(slip_index, wanted="a").ids) >= {plain, noted, named}
    book.store.write(f"Roofer {sign} added", classifications.add, name="Thatcher")
    labels = [row.label for row in book.ask(history, search=sign)]
    assert labels == [f"Roofer {sign} added"]
    book.store.close()
