"""The files of a folder: which to read, and which refusals mean that one is no export at all."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.errors import AppError

_NO_EXPORT = {
    "file_empty",
    "file_is_archive",
    "file_is_book",
    "file_is_no_table",
    "file_is_other_xml",
    "file_is_pdf",
    "file_is_web_page",
    "file_report_unknown",
    "file_without_rows",
}


def files_in(paths: Iterable[Path], *, book: Path) -> tuple[Path, ...]:
    """Return files, and in the place of a folder all in it, by name; hidden ones are left out.

    So is the open book with what lies beside it: to open its file once more would let go of the
    locks the database holds on it.
    """
    ours = book.resolve()
    found = (file for path in paths for file in _files(path) if not _is_of(ours, file))
    return tuple(dict.fromkeys(found))


def is_no_export(error: AppError) -> bool:
    """Tell whether a file in a folder is something else, and no damaged export."""
    return error.reason in _NO_EXPORT


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for found in sorted(path.rglob("*")):
        if found.is_file() and not found.name.startswith((".", "~$")):
            yield found


def _is_of(book: Path, file: Path) -> bool:
    return file.name.startswith(book.name) and file.resolve().parent == book.parent
