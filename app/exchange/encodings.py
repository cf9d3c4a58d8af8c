"""Which letters the bytes of a text file stand for, whatever the file says about itself."""

import codecs
import re
from collections.abc import Iterable, Iterator

from app.errors import UnreadableFileError
from app.exchange.sources import Source

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding=["']([\w.-]{1,30})["']""")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BELIEVED = re.compile(
    "big5|cp950|gb|windows-125|cp125|iso-8859|latin|shift_jis|euc", re.IGNORECASE
)
_SAMPLE = 1024 * 1024
_HIGH = 0x80


def xml_encoding(source: Source) -> str:
    """Return how to decode an XML file.

    Exports from Taiwan declare UTF-8 and hold CP950, so the declaration is checked first.
    """
    head = source.head()
    if marked := _by_mark(head):
        return marked
    if _decodes(source, "utf-8"):
        return "utf-8"
    declared = _DECLARED.match(head)
    name = declared[1].decode("ascii") if declared else ""
    if _BELIEVED.match(name) and _decodes(source, name):
        return name
    return _cp950_or_none(source)


def text_encoding(source: Source) -> str:
    """Return how to decode a plain text file: UTF-8, the Western code page, or CP950."""
    if marked := _by_mark(source.head()):
        return marked
    if _decodes(source, "utf-8"):
        return "utf-8"
    if _looks_double_byte(source.head(_SAMPLE)) and _decodes(source, "cp950"):
        return "cp950"
    return "cp1252" if _decodes(source, "cp1252") else "latin-1"


def decoded(pieces: Iterable[bytes], encoding: str) -> Iterator[str]:
    """Yield the text of pieces of bytes; a letter may be cut between two of them."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for piece in pieces:
        try:
            text = decoder.decode(piece)
        except UnicodeDecodeError as error:
            raise UnreadableFileError("file_damaged") from error
        yield text


def _by_mark(head: bytes) -> str:
    return next((name for mark, name in _MARKS if head.startswith(mark)), "")


def _decodes(source: Source, encoding: str) -> bool:
    """Tell whether all bytes decode; a letter cut off at the very end is a matter for later."""
    try:
        for _ in decoded(source.pieces(), encoding):
            pass
    except (UnreadableFileError, LookupError):
        return False
    return True


def _cp950_or_none(source: Source) -> str:
    """Return CP950, unless the file is UTF-8 with damaged letters, which would read as nonsense."""
    sample = source.head(_SAMPLE).decode("utf-8", errors="replace")
    broken = sample.count("\ufffd")
    whole = sum(1 for sign in sample if ord(sign) >= _HIGH) - broken
    if broken < whole or not _decodes(source, "cp950"):
        raise UnreadableFileError("file_letters_damaged")
    return "cp950"


def _looks_double_byte(sample: bytes) -> bool:
    """Tell Chinese from Western text: its high bytes come in runs, accented letters stand alone."""
    runs = [len(run) for run in re.findall(rb"[\x80-\xff]+", sample)]
    return sum(length for length in runs if length > 1) * 2 > sum(runs)
