"""What a binary workbook says of itself: its sheets, fonts, styles and shared texts."""

import struct
from collections.abc import Iterator

from app.errors import UnreadableFileError
from app.exchange.xls_texts import byte_text, shared_texts, short_text
from app.exchange.xlsx_styles import BUILT_IN_DATES, CellStyle, date_text, shows_date

BOF, EOF = 0x0809, 0x000A
_CONTINUE, _PASSWORD = 0x003C, 0x002F
_DATE_MODE, _FONT, _FORMAT, _STYLE, _SHEET, _TEXTS = 0x0022, 0x0031, 0x041E, 0x00E0, 0x0085, 0x00FC
_EXCEL_97 = 0x0600
_BOLD_WEIGHT = 600  # 400 is plain, 700 bold
_MISSING_FONT = 4  # no file has a font of this number

Record = tuple[int, bytes]


def records(stream: bytes, start: int) -> Iterator[Record]:
    """Yield the records of a workbook from a place in it on."""
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        yield kind, stream[start + 4 : start + 4 + length]
        start += 4 + length


def packed_number(packed: int) -> float:
    """Return a number that was packed into 30 bits, as hundredths or not."""
    if packed & 2:
        number = float((packed - (1 << 32) if packed & 0x80000000 else packed) >> 2)
    else:
        (number,) = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))
    return number / 100 if packed & 1 else number


class Book:
    """The globals of a workbook, read up to the first sheet."""

    def __init__(self, stream: bytes) -> None:
        self.sheets: list[tuple[str, int]] = []
        self.texts: list[str] = []
        self.from_1904 = False
        self._fonts: list[bool] = []
        self._formats: dict[int, str] = {}
        self._raw_styles: list[tuple[int, int]] = []  # font, number format
        self._styles: list[CellStyle] = []
        try:
            self._read(stream)
        except (struct.error, IndexError) as error:
            raise UnreadableFileError("file_damaged") from error

    def style(self, place: int) -> CellStyle:
        """Return a cell style by its number; unknown ones are plain."""
        return self._styles[place] if place < len(self._styles) else CellStyle()

    def _cell_style(self, font: int, number_format: int) -> CellStyle:
        font -= font > _MISSING_FONT
        code = self._formats.get(number_format)
        is_date = shows_date(code) if code else number_format in BUILT_IN_DATES
        return CellStyle(font < len(self._fonts) and self._fonts[font], is_date)

    def as_text(self, number: float, style: int) -> str:
        """Return a number as it would be written: days as dates, whole numbers without a point."""
        if self.style(style).is_date:
            return date_text(repr(number), from_1904=self.from_1904)
        return str(int(number)) if number.is_integer() else repr(number)

    def _read(self, stream: bytes) -> None:
        texts: list[bytes] = []
        joining = False
        for kind, content in records(stream, 0):
            if kind == EOF:
                break
            joining = kind == _TEXTS or (kind == _CONTINUE and joining)
            if joining:
                texts.append(content)
            else:
                self._take(kind, content)
        self.texts = shared_texts(texts) if texts else []
        self._styles = [self._cell_style(*style) for style in self._raw_styles]

    def _take(self, kind: int, content: bytes) -> None:
        if kind == BOF and struct.unpack_from("<H", content)[0] != _EXCEL_97:
            raise UnreadableFileError("file_is_old_workbook")
        if kind == _PASSWORD:
            raise UnreadableFileError("file_encrypted")
        if kind == _DATE_MODE:
            self.from_1904 = bool(struct.unpack_from("<H", content)[0])
        elif kind == _FONT:
            self._fonts.append(struct.unpack_from("<H", content, 6)[0] >= _BOLD_WEIGHT)
        elif kind == _FORMAT:
            self._formats[struct.unpack_from("<H", content)[0]] = short_text(content[2:])
        elif kind == _STYLE:
            self._raw_styles.append(struct.unpack_from("<HH", content))
        elif kind == _SHEET:
            start, is_sheet = struct.unpack_from("<IxB", content)
            if is_sheet == 0:
                self.sheets.append((byte_text(content[6:]), start))
