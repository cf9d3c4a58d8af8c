"""The words by which columns, rows and slips are recognised, in every language seen so far.

Columns are found by label and never by position: spacer columns move with report and language.
A new language is a few more words on this page and nothing else.
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from app.rules.attendance import Attendance
from app.rules.slips import SlipKind, Tier

_CURRENCY = re.compile(r"\(\s*[A-Z]{3}\s*\)\s*$")


def label_key(text: str) -> str:
    """Return a label without case, width, spaces, signs and the currency behind it."""
    folded = _CURRENCY.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LMN")


class SlipColumn(StrEnum):
    """The columns of a slips audit, in the order all its variants keep."""

    GIVER = "from"
    RECEIVER = "to"
    KIND = "kind"
    TIER = "tier"
    AMOUNT = "amount"
    CREDITS = "credits"
    DETAIL = "detail"


class Column(StrEnum):
    """The columns of a summary; named as the figures they hold."""

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    NAME = "name"
    MARK = "mark"
    PRESENT = "present"
    ABSENT = "absent"
    LATE = "late"
    MEDICAL = "medical"
    SUBSTITUTE = "substitute"
    GIVEN_INSIDE = "given_inside"
    GIVEN_OUTSIDE = "given_outside"
    RECEIVED_INSIDE = "received_inside"
    RECEIVED_OUTSIDE = "received_outside"
    VISITORS = "visitors"
    ONE_TO_ONES = "one_to_ones"
    CLOSED_BUSINESS = "closed_business"
    EDUCATION = "education"
    TESTIMONIALS = "testimonials"
    CUSTOM = "custom"
    RECEIVED = "revenue_received"


class Heading(StrEnum):
    """What stands above the table."""

    RUN_BY = "run_by"
    RUN_AT = "run_at"
    COUNTRY = "country"
    REGION = "region"
    CHAPTER = "chapter"
    FROM = "from"
    TO = "to"
    FLAGS = "flags"
    PARAMETERS = "parameters"


class Pseudo(StrEnum):
    """What stands where a person should."""

    ORGANISATION = "organisation"
    VISITORS = "visitors"
    TOTAL = "total"


_Meaning = TypeVar("_Meaning")


def table(words: Mapping[_Meaning, str]) -> dict[str, _Meaning]:
    """Return meanings by the keys of their words; ``|`` stands between words of one meaning."""
    found: dict[str, _Meaning] = {}
    for meaning, listed in words.items():
        for word in listed.split("|"):
            if found.setdefault(label_key(word), meaning) != meaning:
                raise ValueError(word)  # one word cannot head two columns
    return found


_SLIP_COLUMNS = table(
    {
        SlipColumn.GIVER: "From|自|從|从|由|Von|Từ",
        SlipColumn.RECEIVER: "To|至|到|給|给|An|Tới|Đến",
        SlipColumn.KIND: "Slip Type|Type|類型|类型|單據類型|引薦單類型|Art|Typ|Loại",
        SlipColumn.TIER: "Inside/Outside|Tier|內部/外部|内部/外部|Intern/Extern",
        SlipColumn.AMOUNT: "TYFCB|TYFCB Amount|Business Amount|交易價值|交易价值|金額|Umsatz",
        SlipColumn.CREDITS: "CEU Credits|Qty if CEU|CEU|CEUs|分會教育單位|分会教育单位|CTE",
        SlipColumn.DETAIL: "Detail|Details|詳情|詳細|詳細資料|明細|详情|Chi tiết",
    }
)

_SUMMARY_COLUMNS = table(
    {
        Column.GIVEN_NAME: "First Name|Given Name|名字|Vorname|Prénom|Tên",
        Column.FAMILY_NAME: "Last Name|Surname|Family Name|姓氏|Nachname|Nom|Họ",
        Column.NAME: "Member Name|Member|Name|名称|名稱|會員姓名|会员姓名|Mitglied|Họ và tên",
        Column.MARK: "出席情况|出席情況|Attendance",
        Column.PRESENT: "P|Present|出席",
        Column.ABSENT: "A|Absent|缺席",
        Column.LATE: "L|Late|遲到|迟到",
        Column.MEDICAL: "M|Medical|病假|请假|請假",
        Column.SUBSTITUTE: "S|Substitute|替代人|替代人(代理人)|代理人|代理",
        Column.GIVEN_INSIDE: "RGI|提供內部引薦|提供内部引荐|G (Eigenbedarf)",
        Column.GIVEN_OUTSIDE: "RGO|提供外部引薦|提供外部引荐|G (extern)",
        Column.RECEIVED_INSIDE: "RRI|收到內部引薦|收到内部引荐|R (Eigenbedarf)",
        Column.RECEIVED_OUTSIDE: "RRO|收到外部引薦|收到外部引荐|R (extern)",
        Column.VISITORS: "V|Visitors|Visitor|來賓|来宾|Besucher",
        Column.ONE_TO_ONES: "1-2-1|1-2-1s|One-to-One|F-2-F|一對一會面|一对一会面|一對一",
        Column.CLOSED_BUSINESS: "TYFCB|Rev Given|Business Amount|交易價值|交易价值|U|Umsatz",
        Column.EDUCATION: "CEU|CEUs|分會教育單位|分会教育单位|CTE",
        Column.TESTIMONIALS: "T|Testimonials|Testimonial",
        Column.CUSTOM: "Custom",
        Column.RECEIVED: "Rev Rcvd|Rev Received",
    }
)

_HEADINGS = table(
    {
        Heading.RUN_BY: "Running User|Run By|營運使用者|运营使用者",
        Heading.RUN_AT: "Run At|營運在|运营在",
        Heading.COUNTRY: "Country|國家|国家|Land|Quốc gia|ประเทศ",
        Heading.REGION: "Region|地區|地区|Khu vực|ภูมิภาค",
        Heading.CHAPTER: "Chapter|Chapter Name|分會|分会",
        Heading.FROM: "From|從|从|Von|Từ",
        Heading.TO: "To|至|到|Bis|Tới|Đến",
        Heading.FLAGS: "Flags|旗標|標記|标记",
        Heading.PARAMETERS: "Parameters|參數|参数|Parameter",
    }
)

_KINDS = table(
    {
        SlipKind.REFERRAL: "Referral|Referrals|引薦|引荐|引薦單|Empfehlung",
        SlipKind.ONE_TO_ONE: "One-to-One|One to One|1-2-1|1-to-1|F-2-F|一對一|一对一|一對一會面",
        SlipKind.CLOSED_BUSINESS: "TYFCB|Closed Business|交易價值|交易价值|Umsatz",
        SlipKind.VISITOR: "Visitor|Visitors|來賓|来宾|Besucher",
        SlipKind.EDUCATION: "CEU|CEUs|分會教育單位|分会教育单位|CTE",
        SlipKind.TESTIMONIAL: "Testimonial|Testimonials",
    }
)

_TIERS = table(
    {
        Tier.INSIDE: "Inside|Tier 1|Tier 1 (inside)|內部|内部|Intern|Eigenbedarf",
        Tier.OUTSIDE: "Outside|Tier 2|Tier 2 (outside)|外部|Extern",
        Tier.THIRD: "Tier 3|Tier 3+",
    }
)

_MARKS = table(
    {
        Attendance.PRESENT: "P|Present|出席",
        Attendance.ABSENT: "A|Absent|缺席",
        Attendance.LATE: "L|Late|迟到|遲到",
        Attendance.MEDICAL: "M|Medical|请假|請假|病假",
        Attendance.SUBSTITUTE: "S|Substitute|替代人|代理人",
    }
)

_PSEUDO = table(
    {
        Pseudo.ORGANISATION: "BNI",
        Pseudo.VISITORS: "Visitors|Visitor|來賓|来宾|Besucher|Khách|Khách mời|Visiteurs|ผู้มาเยือน",
        Pseudo.TOTAL: "Total|Totals|總數|总数|總計|总计|合計|合计|Gesamt|Summe|Tổng|Tổng cộng|รวม",
    }
)

_DROPPED = label_key("Include Dropped Members")
_TIER_NUMBER = re.compile(r"tier([1-9])")


def slip_column(label: str) -> SlipColumn | None:
    """Return which column of a slips audit a label heads; the currency of the amount varies."""
    key = label_key(label)
    return SlipColumn.AMOUNT if key.endswith("iftyfcb") else _SLIP_COLUMNS.get(key)


def summary_column(label: str) -> Column | None:
    """Return which column of a summary a label heads."""
    return _SUMMARY_COLUMNS.get(label_key(label))


def heading(label: str) -> Heading | None:
    """Return what a label above the table announces."""
    return _HEADINGS.get(label_key(label))


def slip_kind(text: str) -> SlipKind | None:
    """Return the kind of slip a text names."""
    return _KINDS.get(label_key(text))


def tier(text: str) -> Tier | None:
    """Return how far a referral reached out; from the third tier on they are one."""
    key = label_key(text)
    numbered = _TIER_NUMBER.match(key)
    return Tier(min(int(numbered[1]), Tier.THIRD)) if numbered else _TIERS.get(key)


def mark(text: str) -> Attendance | None:
    """Return the attendance mark a word stands for."""
    return _MARKS.get(label_key(text))


def pseudo(name: str) -> Pseudo | None:
    """Return what stands where a name should; None for people."""
    return _PSEUDO.get(label_key(name))


def includes_dropped(flag: str) -> bool:
    """Tell whether a flag says that former members were counted in."""
    return label_key(flag) == _DROPPED
