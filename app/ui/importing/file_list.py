"""The files of one import: what each holds, and what of it is new; or why it cannot be read."""

from dataclasses import dataclass
from pathlib import Path

from app.formats import DASH
from app.i18n import _
from app.queries.imports.preview import FilePreview
from app.ui.importing.words import outcome, when
from app.ui.tables.columns import PLAIN, QUIET, Column, Look
from app.ui.theme import Tone
from app.wording import exports


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as chosen: read (with its preview), refused with a sentence, or left out."""

    path: Path
    preview: FilePreview | None
    refusal: str = ""
    left_out: bool = False
    waiting: bool = False
    explainable: bool = False

    @property
    def wants_attention(self) -> bool:
        """Whether it keeps the others from being stored."""
        if self.left_out or self.waiting:
            return False
        preview = self.preview
        return preview is None or preview.needs_date or bool(preview.refusals)

    @property
    def adds_nothing(self) -> bool:
        """Whether the book has all of it."""
        return self.preview is not None and not self.preview.rows_new


def columns() -> tuple[Column[FileRow], ...]:
    """Return the columns of the list."""
    return (
        Column(_("File"), lambda row: row.path.name, stretch=True, look=_file_look, tip=_tip),
        Column(_("Holds"), _holds, width=112, look=_quiet),
        Column(_("Of"), _of, width=184, look=_quiet),
        Column(_("The book takes"), _takes, width=152, look=_takes_look),
    )


def _tip(row: FileRow) -> str:
    return str(row.path)


def _quiet(_row: FileRow) -> Look:
    return QUIET


def _file_look(row: FileRow) -> Look:
    if row.left_out:
        return Look(Tone.MUTED, icon="close", both_ends=True)
    if row.waiting:
        return Look(Tone.MUTED, both_ends=True)
    if row.preview is None:
        return Look(Tone.ABSENT, icon="error", both_ends=True)
    if row.wants_attention:
        return Look(Tone.LATE, icon="warning", both_ends=True)
    return Look(icon="check", both_ends=True)


def _takes_look(row: FileRow) -> Look:
    if row.wants_attention:
        return Look(Tone.LATE)
    return QUIET if row.left_out or row.adds_nothing else PLAIN


def _holds(row: FileRow) -> str:
    return exports.kind_word(row.preview.kind) if row.preview else DASH


def _of(row: FileRow) -> str:
    return when(row.preview) if row.preview else DASH


def _takes(row: FileRow) -> str:
    if row.waiting:
        return _("being read …")
    if row.left_out:
        return _("left out")
    return outcome(row.preview) if row.preview else _("cannot be read")
