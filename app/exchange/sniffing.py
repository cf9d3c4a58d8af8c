"""Tells by its first bytes what a file is; its name is no evidence."""

import codecs
import re
from enum import StrEnum

from app.errors import UnreadableFileError
from app.exchange.sources import Source

_SPREADSHEETML = "urn:schemas-microsoft-com:office:spreadsheet"
_LOOK_AT = 8192
_HTML = re.compile(r"<(!doctype\s+html|html|head|body|table|meta|style|div)\b", re.IGNORECASE)
_REFUSED = (
    (b"SQLite format 3\x00", "file_is_book"),
    (b"MIME-Version:", "file_is_web_page"),
    (b"{\\rtf", "file_is_no_table"),
    (b"\x1f\x8b", "file_is_archive"),
    (b"Rar!", "file_is_archive"),
    (b"7z\xbc\xaf", "file_is_archive"),
)


class Container(StrEnum):
    """What rows may come in."""

    SPREADSHEETML = "spreadsheetml"
    XLSX = "xlsx"
    XLS = "xls"
    DELIMITED = "csv"
    PDF = "pdf"


def sniff(source: Source) -> Container:
    """Return the container of a file, or refuse what holds no table."""
    head = source.head(_LOOK_AT)
    for mark, reason in _REFUSED:
        if head.startswith(mark):
            raise UnreadableFileError(reason)
    if head.startswith(b"%PDF-"):
        return Container.PDF
    if head.startswith(b"PK"):
        return Container.XLSX
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Container.XLS
    return _sniff_text(head)


def _sniff_text(head: bytes) -> Container:
    text = _rough_text(head)
    if "\x00" in text:
        raise UnreadableFileError("file_is_no_table")
    start = text.lstrip("\ufeff \t\r\n")
    if not start:
        raise UnreadableFileError("file_empty")
    if not start.startswith("<"):
        return Container.DELIMITED
    if _SPREADSHEETML in start:
        return Container.SPREADSHEETML
    if "<!DOCTYPE" in start and "[" in start:
        raise UnreadableFileError("file_has_doctype")
    if _HTML.search(start):
        raise UnreadableFileError("file_is_web_page")
    raise UnreadableFileError("file_is_other_xml")


def _rough_text(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", errors="replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
