"""``python -m benchmarks [SUBJECT …]``: one table of all rows, kept as a file to compare with."""

import json
import platform
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from benchmarks.race import Row

_HERE = Path(__file__).parent
_KEPT = _HERE.parent / "build" / "bench"
_NO_SUBJECTS = {"__init__", "__main__", "race", "books", "objects"}


def main(wanted: list[str]) -> int:
    """Measure the subjects wanted, else all; return 1 where a row falls short."""
    before = _last()
    found: list[Row] = []
    _line("", "ours", "peer", "ratio", "allowed", "", "before")
    for subject in wanted or subjects():
        for row in import_module(f"benchmarks.{subject}").rows():
            one = Row(*row)
            found.append(one)
            _show(one, before.get(one.name))
    _keep(found)
    return 0 if all(one.passed for one in found) else 1


def subjects() -> list[str]:
    """Return the names of all that can be measured, by name."""
    return sorted(file.stem for file in _HERE.glob("*.py") if file.stem not in _NO_SUBJECTS)


def _show(row: Row, before: float | None) -> None:
    _line(
        row.name,
        _figure(row.ours, row.unit),
        _figure(row.peer, row.unit),
        f"{row.ratio:.2f}",
        f"{row.target:.2f}",
        "pass" if row.passed else "SHORT",
        "" if before is None else f"{before:.2f}",
    )


def _figure(value: float, unit: str) -> str:
    return f"{value * 1000:,.2f} ms" if unit == "s" else f"{value:,.1f} {unit}"


def _line(name: str, *cells: str) -> None:
    print(f"{name:<72}" + "".join(f"{cell:>16}" for cell in cells), flush=True)


def _last() -> dict[str, float]:
    """Return the ratio of each row in the latest run kept that measured it."""
    found: dict[str, float] = {}
    for file in sorted(_KEPT.glob("*.json")):
        found |= {one["name"]: one["ratio"] for one in json.loads(file.read_text())["rows"]}
    return found


def _keep(rows: list[Row]) -> None:
    _KEPT.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    document = {
        "at": now.isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "rows": [{**one._asdict(), "ratio": one.ratio, "passed": one.passed} for one in rows],
    }
    place = _KEPT / f"{now:%Y-%m-%dT%H%M%S}.json"
    place.write_text(json.dumps(document, indent=1) + "\n")
    print(f"\nKept as {place.relative_to(_HERE.parent)}; the column before is the run before that.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
