"""Who stands in a slip: members, people of other chapters, and those who are no people."""

from dataclasses import dataclass

from app.errors import UnreadableFileError
from app.exchange.findings import Notebook
from app.exchange.labels import Pseudo, pseudo
from app.rules.people import LONGEST_NAME, PersonKind, clean_text

_PSEUDO = {Pseudo.ORGANISATION: PersonKind.ORGANISATION, Pseudo.VISITORS: PersonKind.VISITORS}
_CHAPTER_PARTS = 3  # Chapter, Region, Country


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a slip: the name to show, as it was written, and whether it stood in plain type.

    ``home`` is false for names in bold, which belong to no member of this chapter.
    """

    kind: PersonKind
    name: str
    written: str
    home: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """The chapter, region and country a slip names beside a person, and the text it was read from.

    A chapter's name may itself hold a comma, so the parts are counted from the end.
    """

    chapter: str
    region: str
    country: str
    written: str


class Parties:
    """Reads names and origins; the same text is understood once and shared."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._parties: dict[tuple[str, bool], Party] = {}
        self._origins: dict[str, Origin] = {}

    def party(self, written: str, row: int, *, home: bool) -> Party | None:
        """Return who a cell names; None for an empty cell."""
        found = self._parties.get((written, home))
        if found is None:
            if not written.strip():
                return None
            found = self._parties[written, home] = self._read(written, row, home=home)
        return found

    def origin(self, written: str, row: int) -> Origin | None:
        """Return the chapter a cell names; None for an empty cell."""
        found = self._origins.get(written)
        if found is None:
            text = clean_text(written)
            if not text:
                return None
            found = self._origins[written] = read_origin(text)
            if text.count(",") + 1 != _CHAPTER_PARTS:
                self._notebook.note("note_odd_chapter", row, text=text)
        return found

    def _read(self, written: str, row: int, *, home: bool) -> Party:
        name = checked_name(written, row, self._notebook)
        kind = PersonKind.MEMBER if home else PersonKind.EXTERNAL
        stands_for = pseudo(name)
        if stands_for is Pseudo.TOTAL:
            self._notebook.note("note_total_for_name", row, name=name)
        elif stands_for is not None:
            kind = _PSEUDO[stands_for]
        return Party(kind, name, written, home)


def checked_name(written: str, row: int, notebook: Notebook) -> str:
    """Return a name to show, or refuse an endless one; note what is hardly a name."""
    name = clean_text(written)
    if len(name) > LONGEST_NAME:
        raise UnreadableFileError("file_name_too_long", row=row, limit=LONGEST_NAME)
    if name.isdecimal():
        notebook.note("note_digits_for_name", row, name=name)
    if "<" in name or ">" in name:
        notebook.note("note_markup_in_name", row, name=name)
    return name


def read_origin(text: str) -> Origin:
    """Split ``Chapter, Region, Country``."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) < _CHAPTER_PARTS:
        chapter, region = (*parts, "")[:2]
        return Origin(chapter, region, "", text)
    return Origin(", ".join(parts[:-2]), parts[-2], parts[-1], text)
