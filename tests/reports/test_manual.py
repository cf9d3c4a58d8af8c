"""The manual names every report and every field of the JSON."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from app.reports.catalogue import REPORTS
from app.reports.report import Report

MANUAL = (Path(__file__).parents[2] / "docs" / "reports.md").read_text(encoding="utf-8")


def _names(kind: Any) -> set[str]:  # noqa: ANN401  any row class
    found: set[str] = set()
    for field in fields(kind):
        found.add(field.name)
        hint = get_type_hints(kind)[field.name]
        for part in (hint, *get_args(hint)):
            if is_dataclass(part):
                found |= _names(part)
    return found


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.name)
def test_every_field_is_in_the_manual(one: Report) -> None:
    rows = get_type_hints(one.query)["return"]

    assert [name for name in sorted(_names(rows)) if f"`{name}`" not in MANUAL] == []


def test_every_report_is_in_the_manual() -> None:
    assert all(f"`{one.name}`" in MANUAL for one in REPORTS)
