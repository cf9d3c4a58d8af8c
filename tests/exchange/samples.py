"""Writes sample exports, byte for byte in the shapes real ones have; every name is invented."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Literal

from tests.exchange.packing import Cell, Container, Grid, pack

_RUN_AT = datetime(2026, 2, 25, 7, 52, 23)  # noqa: DTZ001  exports write a wall clock


# --- What stands in a sample -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip as its row is written; ``outside`` names the side in bold."""

    giver: str = ""
    receiver: str = ""
    kind: str = "Referral"
    tier: str = ""
    amount: str = ""
    credits: str = ""
    detail: str = ""
    outside: Literal["", "giver", "receiver", "both"] = ""


def referral(
    giver: str,
    receiver: str,
    tier: int = 1,
    *,
    outside: Literal["", "giver", "receiver", "both"] = "",
    detail: str = "",
) -> Slip:
    words = {1: "Tier 1 (inside)", 2: "Tier 2 (outside)", 3: "Tier 3+"}
    return Slip(giver, receiver, "Referral", words[tier], detail=detail, outside=outside)


def one_to_one(
    by: str,
    met: str,
    *,
    outside: Literal["", "giver", "receiver", "both"] = "",
    detail: str = "",
) -> Slip:
    return Slip(by, met, "One-to-One", detail=detail, outside=outside)


def thanks(to: str, amount: str, *, detail: str = "", outside: bool = False) -> Slip:
    side: Literal["", "receiver"] = "receiver" if outside else ""
    return Slip("", to, "TYFCB", amount=amount, detail=detail, outside=side)


def visitor(inviter: str, name: str, *, outside: bool = False) -> Slip:
    return Slip(inviter, name, "Visitor", outside="giver" if outside else "")


def education(member: str, units: str = "1") -> Slip:
    return Slip(member, "", "CEU", credits=units)


@dataclass(frozen=True, slots=True)
class Counters:
    """The counters of one summary row, in the order all layouts keep."""

    p: int = 0
    a: int = 0
    l: int = 0  # noqa: E741  the mark's own letter
    m: int = 0
    s: int = 0
    rgi: int = 0
    rgo: int = 0
    rri: int = 0
    rro: int = 0
    v: int = 0
    one: int = 0
    tyfcb: int = 0
    ceu: int = 0
    extra: int = 0

    def __add__(self, other: "Counters") -> "Counters":
        sums = {f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        return Counters(**sums)

    def texts(self, count: int) -> list[str]:
        values = [str(getattr(self, f.name)) for f in fields(self)][:count]
        values[11] += ".00"
        return values


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a summary."""

    given: str
    family: str
    counters: Counters = field(default_factory=Counters)


# --- The layouts -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Locale:
    """The words and columns of the two exports in one country."""

    slip_labels: tuple[str, ...]
    slip_title: str
    headings: tuple[str, ...]  # running user, run at, country, region, chapter
    parameters: tuple[str, ...]  # parameters, chapter, from, to, flags
    summary_title: str
    summary_labels: tuple[str, ...]
    summary_places: tuple[int, ...]
    pseudo: tuple[str, str, str]  # visitors, organisation, total
    family_first: bool = False


_HEADINGS = ("Running User", "Run At", "Country", "Region", "Chapter")
_PARAMETERS = ("Parameters", "Chapter:", "From:", "To:", "Flags:")
_LETTERS = ("P", "A", "L", "M", "S", "RGI", "RGO", "RRI", "RRO", "V", "1-2-1", "TYFCB", "CEU")
_US = Locale(
    slip_labels=(
        "From",
        "To",
        "Slip Type",
        "Inside/Outside",
        "$ if TYFCB",
        "Qty if CEU",
        "Detail",
    ),
    slip_title="Slips Audit Report for",
    headings=_HEADINGS,
    parameters=_PARAMETERS,
    summary_title="Chapter ► Summary PALMS Report",
    summary_labels=("First Name", "Last Name", *_LETTERS),
    summary_places=(*range(1, 9), *range(10, 17)),
    pseudo=("Visitors", "BNI", "Total"),
)


_INDIAN_PLACES = (1, 2, 3, 4, 6, 7, 8, 10, 11, 12, 14, 15, 16, 18, 19, 20)
LOCALES = {
    "us": _US,
    "in": replace(
        _US,
        summary_labels=("First Name", "Last Name", *_LETTERS, "T"),
        summary_places=_INDIAN_PLACES,
    ),
    "ae": replace(
        _US,
        summary_labels=("First Name", "Last Name", *_LETTERS, "Custom"),
        summary_places=tuple(range(1, 17)),
    ),
    "th": replace(
        _US,
        summary_labels=(
            "Member Name",
            *_LETTERS[:9],
            "Visitors",
            "1-2-1",
            "Rev Given",
            "CEU",
            "Rev Rcvd",
        ),
        summary_places=tuple(range(1, 16)),
    ),
    "vi": replace(
        _US,
        summary_labels=("Họ và tên", *_LETTERS[:10], "F-2-F", "TYFCB(VND)", "CEU"),
        summary_places=tuple(range(1, 15)),
        parameters=("Tham số", "Chapter:", "Từ:", "Tới:", "Flags:"),
        pseudo=("Khách", "BNI", "Tổng"),
    ),
    "de": replace(
        _US,
        summary_labels=(
            "Vorname",
            "Nachname",
            *_LETTERS[:5],
            "G (Eigenbedarf)",
            "G (extern)",
            "R (Eigenbedarf)",
            "R (extern)",
            "V",
            "1-2-1",
            "U",
            "CTE",
            "T",
        ),
        summary_places=tuple(range(1, 17)),
        pseudo=("Besucher", "BNI", "Gesamt"),
    ),
    "zh-TW": Locale(
        slip_labels=("自", "至", "單據", "內部或外部", "交易價值", "教育", "其他"),
        slip_title="單據稽核報告",
        headings=("營運使用者", "營運在", "國家", "地區", "分會"),
        parameters=("參數", "分會:", "從:", "至:", "旗標:"),
        summary_title="分會 ► PALMS 摘要報告",
        summary_labels=(
            "姓氏",
            "名字",
            "出席",
            "缺席",
            "遲到",
            "病假",
            "替代人(代理人)",
            "提供內部引薦",
            "提供外部引薦",
            "收到內部引薦",
            "收到外部引薦",
            "來賓",
            "一對一會面",
            "交易價值",
            "分會教育單位",
        ),
        summary_places=(1, 2, 4, 5, 6, 7, 9, 11, 12, 14, 15, 16, 18, 19, 20),
        pseudo=("來賓", "BNI", "總數"),
        family_first=True,
    ),
}
HEADERLESS_SLIP_LABELS = (
    "From",
    "To",
    "Slip Type",
    "Inside/Outside",
    "TYFCB Amount",
    "CEU Credits",
    "Detail",
)
_SLIP_PLACES = (1, 2, 4, 6, 7, 9, 10)
_HEADING_PLACES = (1, 3, 5, 8, 11)


# --- The two exports ---------------------------------------------------------------------------


def slips_audit(
    rows: Sequence[Slip],
    *,
    headered: bool = True,
    held_on: date | None = date(2025, 2, 13),
    locale: str = "us",
    chapter: tuple[str, str, str] = ("Harbour Lights", "North Shore", "Freedonia"),
    container: Container = "spreadsheetml",
    encoding: str = "utf-8",
) -> bytes:
    """Return a slips audit; without headings it has neither date nor chapter."""
    words = LOCALES[locale]
    grid: Grid = []
    places: Sequence[int] = range(1, 8)
    labels = HEADERLESS_SLIP_LABELS if locale == "us" else words.slip_labels
    if headered:
        places, labels = _SLIP_PLACES, words.slip_labels
        title = f"{words.slip_title} {held_on:%d/%m/%Y}" if held_on else words.slip_title
        grid = [[Cell(1, title, bold=True, merged=10)], *_heading_rows(words, chapter)]
    grid.append([Cell(c, text, bold=True) for c, text in zip(places, labels, strict=True)])
    grid.extend(_slip_cells(slip, places) for slip in rows)
    return pack(grid, container, encoding)


def _slip_cells(slip: Slip, places: Sequence[int]) -> list[Cell]:
    texts = (
        slip.giver,
        slip.receiver,
        slip.kind,
        slip.tier,
        slip.amount,
        slip.credits,
        slip.detail,
    )
    bold = (slip.outside in {"giver", "both"}, slip.outside in {"receiver", "both"}, *[False] * 5)
    return [Cell(*facts) for facts in zip(places, texts, bold, strict=True)]


def _heading_rows(words: Locale, chapter: tuple[str, str, str]) -> Grid:
    name, region, country = chapter
    values = ("Sam Pell", _RUN_AT.isoformat(), country, region, name)
    kinds = ("String", "DateTime", "String", "String", "String")
    places = _HEADING_PLACES
    labels = [Cell(c, text, bold=True) for c, text in zip(places, words.headings, strict=True)]
    facts = zip(places, values, kinds, strict=True)
    return [labels, [Cell(column, text, kind=kind) for column, text, kind in facts]]


def summary(
    members: Sequence[Member],
    *,
    headered: bool = True,
    period: tuple[date, date] | None = (date(2025, 8, 26), date(2026, 2, 24)),
    locale: str = "us",
    dropped_included: bool = False,
    hidden: Counters | None = None,
    visitors: Counters | None = None,
    organisation: Counters | None = None,
    chapter: tuple[str, str, str] = ("Harbour Lights", "North Shore", "Freedonia"),
    container: Container = "spreadsheetml",
    encoding: str = "utf-8",
) -> bytes:
    """Return a summary; ``hidden`` are the counters of former members that only the total knows."""
    words = LOCALES[locale]
    places: Sequence[int] = words.summary_places
    grid: Grid = []
    if headered:
        grid = _summary_headings(words, chapter, period, dropped_included=dropped_included)
    else:
        places = range(1, len(words.summary_labels) + 1)
    labels = zip(places, words.summary_labels, strict=True)
    grid.append([Cell(column, text, bold=True) for column, text in labels])
    guests, own = visitors or Counters(), organisation or Counters()
    total = sum((member.counters for member in members), hidden or Counters())
    total += Counters(**{f.name: getattr(guests + own, f.name) for f in fields(guests)} | {"p": 0})
    rows = [
        *members,
        Member(words.pseudo[0], "", guests),
        Member(words.pseudo[1], "", own),
        Member(words.pseudo[2], "", total),
    ]
    grid.extend(_summary_cells(row, words, places) for row in rows)
    return pack(grid, container, encoding)


def _summary_headings(
    words: Locale,
    chapter: tuple[str, str, str],
    period: tuple[date, date] | None,
    *,
    dropped_included: bool,
) -> Grid:
    titled, named, since, until, flags = words.parameters
    grid: Grid = [
        [Cell(1, words.summary_title, bold=True, merged=15)],
        *_heading_rows(words, chapter),
        [Cell(1, titled, bold=True)],
        [Cell(1, named), Cell(3, chapter[0])],
    ]
    for label, day in zip((since, until), period or (None, None), strict=True):
        text = f"{day:%Y-%m-%d}T00:00:00" if day else ""
        grid.append([Cell(1, label), Cell(3, text, kind="DateTime" if day else "String")])
    if dropped_included:
        grid.append([Cell(1, flags), Cell(3, "Include Dropped Members")])
    return grid


def _summary_cells(member: Member, words: Locale, places: Sequence[int]) -> list[Cell]:
    one, two = member.given, member.family
    if words.family_first and two:
        one, two = two, one
    split = words.summary_labels[1] not in _LETTERS
    named = [one, two] if split else [f"{one} {two}".strip()]
    figures = member.counters.texts(len(places) - len(named))
    texts = [*named, *figures]
    kinds = ["String"] * len(named) + ["Number"] * len(figures)
    facts = zip(places, texts, kinds, strict=True)
    return [Cell(column, text, kind=kind) for column, text, kind in facts]
