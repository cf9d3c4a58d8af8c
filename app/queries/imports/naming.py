"""Whether a file comes from the chapter whose book this is, and how files call that chapter."""

from dataclasses import dataclass

from app.errors import RuleError
from app.exchange.findings import Finding
from app.exchange.reading import Report
from app.queries.imports.entries import key
from app.queries.imports.standing import ChapterStanding


@dataclass(frozen=True, slots=True)
class Naming:
    """What files call the chapter, to be remembered; ``renames`` where the book had no name yet."""

    name: str
    region: str
    country: str
    renames: bool


class ChapterNaming:
    """Compares the chapters in files with the book's, one after the other.

    How files call the chapter is known once a book was made from one, or once the two names were
    found to be the same; from then on a file of another chapter is refused. Until then it is
    only remarked upon, since chapters give themselves other names than the organisation does.
    """

    def __init__(self, chapter: ChapterStanding | None, *, other_chapter: bool) -> None:
        self._chapter = chapter
        self._other_chapter = other_chapter
        self._in_files = chapter.in_files if chapter else ""
        self._nameless = chapter is None or chapter.name == chapter.stand_in
        self._naming: Naming | None = None

    def is_own(self, chapter: str) -> bool:
        """Tell whether a line of a list that names many chapters is of the book's."""
        return self._other_chapter or not self._differs(chapter)

    def doubt(self, chapter: str) -> Finding | None:
        """Return that somebody's own list names another chapter, which is no reason to refuse."""
        if not self._differs(chapter):
            return None
        return Finding("import_chapter_differs", None, self._facts(chapter))

    def outcome(self) -> Naming | None:
        """Return what has been learnt."""
        return self._naming

    def remark(self, report: Report) -> Finding | None:
        """Return what is odd about a file's chapter, if it is not refused for it."""
        if not self._differs(report.chapter) or self._is_refused(report.chapter):
            return None
        return Finding("import_chapter_differs", None, self._facts(report.chapter))

    def refusal(self, report: Report, file: str) -> RuleError | None:
        """Return why a file is not taken, if it names another chapter; learn from it otherwise."""
        if self._is_refused(report.chapter):
            return RuleError("import_other_chapter", file=file, **self._facts(report.chapter))
        if report.chapter and not self._in_files and not self._differs(report.chapter):
            self._in_files = report.chapter
            self._naming = Naming(
                report.chapter, report.region, report.country, renames=self._nameless
            )
        return None

    def _differs(self, name: str) -> bool:
        if not name:
            return False
        if self._in_files:
            return not _same(name, self._in_files)
        return not self._nameless and not _same(name, self._own_name())

    def _is_refused(self, name: str) -> bool:
        return self._differs(name) and bool(self._in_files) and not self._other_chapter

    def _own_name(self) -> str:
        return self._chapter.name if self._chapter else ""

    def _facts(self, name: str) -> dict[str, object]:
        return {"chapter": name, "book": self._in_files or self._own_name()}


def _same(one: str, other: str) -> bool:
    return key(one) == key(other)
