"""The scripts names come in, and the faces that can draw each.

Source Sans draws Latin, Greek and Cyrillic. Every other script names faces to try: fonts that
came as packages first, then files by the names systems install them under. Only TrueType
outlines can be embedded, so the CFF collections (Noto CJK, Hiragino) are not among them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Script:
    """Some ranges of signs, where to look for a face, and how its letters behave.

    ``joined`` letters change with their neighbours and are shaped; ``rightward`` is false
    where lines run from right to left. ``scale`` fits the face's size to Source Sans.
    """

    name: str
    ranges: tuple[tuple[int, int], ...]
    packages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    joined: bool = False
    rightward: bool = True
    scale: float = 1.0


_EVERYTHING = ("ARIALUNI.TTF", "Arial Unicode.ttf")


def _indic(name: str, start: int, *packages: str, scale: float = 0.95) -> Script:
    files = (f"NotoSans{name}-Regular.ttf", "Nirmala.ttf", "Nirmala.ttc", *_EVERYTHING)
    return Script(name, ((start, start + 0x7F),), packages, files, joined=True, scale=scale)


SCRIPTS = (
    Script(
        "Arabic",
        ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE)),
        ("fontpkg_noto_sans_arabic",),
        ("NotoSansArabic-Regular.ttf", "arial.ttf", "Arial.ttf", "DejaVuSans.ttf", *_EVERYTHING),
        rightward=False,
        scale=0.97,
    ),
    Script(
        "Hebrew",
        ((0x590, 0x5FF), (0xFB1D, 0xFB4F)),
        ("fontpkg_assistant",),
        ("NotoSansHebrew-Regular.ttf", "arial.ttf", "Arial.ttf", "DejaVuSans.ttf", *_EVERYTHING),
        rightward=False,
    ),
    Script(
        "Devanagari",
        ((0x900, 0x97F), (0xA8E0, 0xA8FF)),
        ("fontpkg_noto_sans_devanagari",),
        ("NotoSansDevanagari-Regular.ttf", "Nirmala.ttf", "Nirmala.ttc", *_EVERYTHING),
        joined=True,
        scale=0.95,
    ),
    Script(
        "Thai",
        ((0xE00, 0xE7F),),
        ("fontpkg_noto_sans_thai",),
        ("NotoSansThai-Regular.ttf", "leelawui.ttf", "tahoma.ttf", *_EVERYTHING),
        joined=True,
        scale=0.95,
    ),
    Script(
        "Han, kana and hangul",
        (
            (0x1100, 0x11FF),
            (0x2E80, 0x312F),
            (0x3130, 0x4DBF),
            (0x4E00, 0x9FFF),
            (0xA960, 0xA97F),
            (0xAC00, 0xD7FF),
            (0xF900, 0xFAFF),
            (0xFF00, 0xFFEF),
            (0x20000, 0x3FFFF),
        ),
        ("paperang_p2_fonts_cjk",),
        (
            "wqy-microhei.ttc",
            "DroidSansFallbackFull.ttf",
            "DroidSansFallback.ttf",
            "msyh.ttc",
            "msgothic.ttc",
            "malgun.ttf",
            "AppleGothic.ttf",
            "NanumGothic.ttf",
            "ipaexg.ttf",
            "ipag.ttf",
            *_EVERYTHING,
        ),
        scale=0.93,
    ),
    _indic("Bengali", 0x980),
    _indic("Gurmukhi", 0xA00),
    _indic("Gujarati", 0xA80),
    _indic("Oriya", 0xB00),
    _indic("Tamil", 0xB80, "fontpkg_noto_sans_tamil"),
    _indic("Telugu", 0xC00, "fontpkg_noto_sans_telugu"),
    _indic("Kannada", 0xC80),
    _indic("Malayalam", 0xD00),
    _indic("Sinhala", 0xD80),
    _indic("Lao", 0xE80),
    _indic("Khmer", 0x1780, "fontpkg_noto_sans_khmer"),
    _indic("Myanmar", 0x1000),
    Script("Armenian", ((0x530, 0x58F),), (), ("NotoSansArmenian-Regular.ttf", "DejaVuSans.ttf")),
    Script("Georgian", ((0x10A0, 0x10FF),), (), ("NotoSansGeorgian-Regular.ttf", "DejaVuSans.ttf")),
    Script("Ethiopic", ((0x1200, 0x139F),), (), ("NotoSansEthiopic-Regular.ttf", "ebrima.ttf")),
)
ANY_OTHER = Script(
    "any other",
    (),
    (),
    ("DejaVuSans.ttf", "seguisym.ttf", "arial.ttf", "Arial.ttf", *_EVERYTHING),
)


def script_of(sign: str) -> Script:
    """Return the script a sign is drawn as."""
    code = ord(sign)
    for script in SCRIPTS:
        if any(first <= code <= last for first, last in script.ranges):
            return script
    return ANY_OTHER
