"""What lists of members say: who belongs to the chapter, from when to when, and how reached."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.exchange import figures, labels
from app.exchange.findings import Finding
from app.exchange.lists import Field, Line, Listing, words
from app.exchange.parties import checked_name
from app.rules import names
from app.rules.people import clean_text


class Belonging(StrEnum):
    """How a list says somebody stands to the chapter."""

    MEMBER = "member"
    LATE = "late"
    GONE = "gone"
    APPLICANT = "applicant"


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member of a list; what it does not say is empty. ``profession`` is the narrowest one.

    ``written`` is the name as it stands there, ``chapter`` that of the row where each has its own.
    """

    number: int
    name: str
    given: str
    family: str
    written: str
    chapter: str = ""
    profession: str = ""
    trade: str = ""
    company: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    address: str = ""
    sponsor: str = ""
    belonging: Belonging | None = None
    joined_on: date | None = None
    renewal_due: date | None = None
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Members:
    """A list of members. ``complete`` where whoever belongs to the chapter stands in it.

    ``told_chapter`` is what its lines call their one chapter, perhaps in somebody's own words.
    """

    chapter: str
    told_chapter: str
    region: str
    country: str
    run_at: datetime | None
    complete: bool
    rows: tuple[MemberRow, ...]
    officers: tuple[tuple[str, str], ...]  # the office as written, and the name
    findings: tuple[Finding, ...]


WORDS = words(
    {
        Field.NAME: "Member Name|Member|Name|會員姓名|会员姓名|Mitglied|Họ và tên|Nom complet",
        Field.GIVEN: "First Name|Given Name|名字|Vorname|Prénom|Tên",
        Field.FAMILY: "Last Name|Surname|Family Name|姓氏|Nachname|Nom|Nom de Famille|Họ",
        Field.COMPANY: "Company|Company Name|Business Name|Société|Entreprise|Firma|公司|公司名稱",
        Field.PROFESSION: (
            "Classification|Profession|Speciality|Specialty|Industry|職業|职业|專業|Beruf|Fachgebiet"
        ),
        Field.PHONE: "Phone|Phone Number|Telephone|Téléphone|Telefon|電話|电话",
        Field.MOBILE: "Cell Number|Cell|Cell Phone|Mobile|Mobile Number|Portable|Mobil|手機|手机",
        Field.EMAIL: "Email|E-mail|Email Address|E-Mail-Adresse|Courriel|電子郵件|电子邮件",
        Field.WEBSITE: "Website|Web Site|Site Web|Webseite|網站",
        Field.STREET: "Address|Address Line 1|Address Line One|Adresse|地址",
        Field.STREET_TWO: "Address Line 2|Address Line Two",
        Field.CITY: "City|Town|Ville|Stadt|城市",
        Field.STATE: "State|County|State / County / Province|Département",
        Field.POSTCODE: "Postcode|Post Code|Zip|Zip Code|Code Postal|PLZ",
        Field.COUNTRY: "Country|Pays|Land|國家",
        Field.CHAPTER: "Chapter|Chapter Name|Nom du Groupe|Groupe|分會|分会",
        Field.REGION: "Region|Region Name|Région|地區|地区",
        Field.STATUS: "Status|Membership Status|Statut|會員狀態|会员状态",
        Field.JOINED: (
            "Join Date|Joined|Start Date|Induction Date|Date d'Inscription|開始日期|开始日期"
        ),
        Field.RENEWAL: "Renewal Date|Due Date|Date de Renouvellement|到期日期",
        Field.SPONSOR: "Sponsor|Sponsored By|Sponsor Name|Parrain|介紹人",
        Field.ROLE: "Role|Rôle|Chapter Role",
        Field.TYPE: "Type|Membership Type|類型|类型",
        Field.OTHER: "AutoRenewal Enabled|Auto Renewal Enabled|S no|S. No|Sr No|No",
    }
)

_BELONGING = labels.table(
    {
        Belonging.MEMBER: (
            "Active|Actif|Aktiv|Member|Renewal in progress|Renouvellement en cours|有效|活躍"
        ),
        Belonging.LATE: "Late|Overdue|Retard|En retard|逾期",
        Belonging.GONE: (
            "Dropped|Drop|Expired|Inactive|Left|Resigned|Arrêté|Annulé|Ausgeschieden|過期|终止|終止"
        ),
        Belonging.APPLICANT: "Applicant|Pending|Application pending|Postulation en cours",
    }
)
_SECTIONS = (
    ("drop", Belonging.GONE),
    ("expired", Belonging.GONE),
    ("late", Belonging.LATE),
    ("overdue", Belonging.LATE),
    ("逾期", Belonging.LATE),
    ("new", Belonging.MEMBER),
    ("current", Belonging.MEMBER),
    ("新會員", Belonging.MEMBER),
)
_MOST_OFFICE_WORDS = 6


def read_members(listing: Listing, *, complete: bool, official: bool = True) -> Members:
    """Return the members of a list, with whatever its columns tell of them.

    An ``official`` list calls the chapter as all exports do.
    """
    joined, due, left = (listing.days(field) for field in (Field.JOINED, Field.RENEWAL, Field.LEFT))
    rows = tuple(
        _row(line, listing, joined.get(line.number), due.get(line.number), left.get(line.number))
        for line in listing.lines
        if _is_person(line, listing)
    )
    above, told = listing.preamble, _one_chapter(rows)
    return Members(
        chapter=above.chapter or (told if official else ""),
        told_chapter=told,
        region=above.region,
        country=above.country,
        run_at=above.run_at,
        complete=complete,
        rows=rows,
        officers=tuple(_officers(listing)),
        findings=listing.notebook.findings(),
    )


def full_name(
    line: Line, listing: Listing, *, whole: Field = Field.NAME, given: Field = Field.GIVEN,
    family: Field = Field.FAMILY,
) -> tuple[str, str, str, str]:  # fmt: skip
    """Return a name, its given and family part, and how it was written; blank where none is."""
    parts = [text for field, text in line.texts.items() if field in {given, family}]
    written = line.text(whole) or " ".join(parts)  # in the order of the columns
    name = checked_name(written, line.number, listing.notebook)
    one, two = clean_text(line.text(given)), clean_text(line.text(family))
    if line.text(whole):
        one, two = names.split(name)
    elif one and two:
        name = names.display(one, two)
    return name, one, two, written


def belonging(text: str, section: str) -> Belonging | None:
    """Return what a status says, or else the heading of the part of the list."""
    if found := _BELONGING.get(labels.label_key(text)):
        return found
    heading = section.casefold()
    return next((said for word, said in _SECTIONS if word in heading), None)


def narrowest(profession: str) -> str:
    """Return the last part of ``Main > Sub > Sub``."""
    return clean_text(profession.rsplit(">", maxsplit=1)[-1])


def _row(
    line: Line, listing: Listing, joined: date | None, due: date | None, left: date | None
) -> MemberRow:
    name, given, family, written = full_name(line, listing)
    return MemberRow(
        number=line.number,
        name=name,
        given=given,
        family=family,
        written=written,
        chapter=clean_text(line.text(Field.CHAPTER)),
        profession=narrowest(line.text(Field.PROFESSION)),
        trade=clean_text(line.text(Field.PROFESSION)),
        company=clean_text(line.text(Field.COMPANY)),
        phone=clean_text(line.text(Field.MOBILE, Field.PHONE)),
        email=clean_text(line.text(Field.EMAIL)),
        website=clean_text(line.text(Field.WEBSITE)),
        address=address(line),
        sponsor=clean_text(line.text(Field.SPONSOR)),
        belonging=belonging(line.text(Field.STATUS), line.section),
        joined_on=joined,
        renewal_due=due,
        left_on=left,
    )


def address(line: Line) -> str:
    """Return an address in one line."""
    town = " ".join(filter(None, (line.text(Field.POSTCODE), line.text(Field.CITY))))
    parts = (line.text(Field.STREET), line.text(Field.STREET_TWO), town, line.text(Field.STATE))
    return clean_text(", ".join(filter(None, parts)))


def _is_person(line: Line, listing: Listing) -> bool:
    """Tell a member's line from a sub-header, a sum, or a line without a name."""
    written = line.text(Field.NAME, Field.GIVEN, Field.FAMILY)
    if written and labels.pseudo(written) is None:
        return True
    shown = next(iter(line.texts.values()), "")
    if written or len(shown) > 1:
        listing.notebook.note("note_row_left_out", line.number, text=shown[:40])
    return False


def _one_chapter(rows: tuple[MemberRow, ...]) -> str:
    chapters = {row.chapter for row in rows}
    return chapters.pop() if len(chapters) == 1 else ""


def _officers(listing: Listing) -> Iterator[tuple[str, str]]:
    """Yield who holds an office, as the rows above the list say: the office, then the name."""
    for row in listing.above:
        cells = [text for _, text in row.filled()]
        if len(cells) > 1 and is_office(cells[0]) and figures.moment(cells[1]) is None:
            yield clean_text(cells[0]).rstrip(":"), clean_text(cells[1])


_OFFICE_WORDS = (
    "president", "secretary", "treasurer", "coordinator", "visitor host", "mentor", "committee",
    "education", "growth", "events", "leadership", "director", "président", "präsident", "主席",
    "秘書", "副主席",
)  # fmt: skip


def is_office(text: str) -> bool:
    """Tell whether a text names an office."""
    shown = text.casefold()
    return len(shown.split()) <= _MOST_OFFICE_WORDS and any(word in shown for word in _OFFICE_WORDS)
