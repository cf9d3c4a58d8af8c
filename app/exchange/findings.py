"""What a reader noticed in a file that could be read all the same."""

from collections import Counter
from dataclasses import dataclass, field

MOST_OF_ONE_KIND = 50  # a preview nobody can read to the end tells nothing


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth telling: the slug of its sentence, its row in the sheet, its facts."""

    reason: str
    row: int | None = None
    facts: dict[str, object] = field(default_factory=dict)


class Notebook:
    """Collects findings while a file is read; of one kind only the first are kept in full."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._seen: Counter[str] = Counter()

    def note(self, reason: str, row: int | None = None, **facts: object) -> None:
        """Write down one finding."""
        self._seen[reason] += 1
        if self._seen[reason] <= MOST_OF_ONE_KIND:
            self._findings.append(Finding(reason, row, facts))

    def findings(self) -> tuple[Finding, ...]:
        """Return what was noticed, and how many more of a kind there were."""
        more = (
            Finding("note_and_more", None, {"of": reason, "count": count - MOST_OF_ONE_KIND})
            for reason, count in self._seen.items()
            if count > MOST_OF_ONE_KIND
        )
        return (*self._findings, *more)
