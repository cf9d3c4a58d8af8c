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
    """A file as chosen: read (with its preview), or refused with a sentence."""

    path: Path
    preview: FilePreview | None
    refusal: str = ""

    @property
    def wants_attention(self) -> bool:
        """Whether it cannot be stored as it is."""
        preview = self.preview
        return preview is None or preview.needs_date or bool(preview.refusals)


def columns() -> tuple[Column[FileRow], ...]:
    """Return the columns of the list."""
    return (
        Column(_("File"), lambda row: row.path.name, stretch=True, look=_file_look),
        Column(_("Holds"), _holds, width=100, look=lambda _row: QUIET),
        Column(_("Of"), _of, width=176, look=lambda _row: QUIET),
        Column(_("The book takes"), _takes, width=150, look=_takes_look),
    )


def _file_look(row: FileRow) -> Look:
    if row.preview is None:
        return Look(Tone.ABSENT, icon="error")
    return Look(Tone.LATE, icon="warning") if row.wants_attention else PLAIN


def _takes_look(row: FileRow) -> Look:
    return Look(Tone.LATE) if row.wants_attention else PLAIN


def _holds(row: FileRow) -> str:
    return exports.kind_word(row.preview.kind) if row.preview else DASH


def _of(row: FileRow) -> str:
    return when(row.preview) if row.preview else DASH


def _takes(row: FileRow) -> str:
    return outcome(row.preview) if row.preview else _("cannot be read")
