"""What an import says of itself: kinds, counts, people and oddities in words."""

from app import formats
from app.exchange.lists import Field
from app.formats import Money
from app.i18n import _, ngettext
from app.queries.imports.people import Becomes
from app.queries.imports.preview import FilePreview, ImportPreview, KindCount
from app.rules.exports import ReportKind, Subject
from app.rules.slips import SlipKind
from app.wording import exports


def slip_word(kind: SlipKind) -> str:
    """Return what slips of a kind are called together."""
    words = {
        SlipKind.REFERRAL: _("Referrals"),
        SlipKind.ONE_TO_ONE: _("One-to-ones"),
        SlipKind.CLOSED_BUSINESS: _("Closed business"),
        SlipKind.VISITOR: _("Visitors"),
        SlipKind.EDUCATION: _("Education slips"),
        SlipKind.TESTIMONIAL: _("Testimonials"),
    }
    return words[kind]


def is_dated(kind: ReportKind) -> bool:
    """Tell whether a report is of a meeting or a period that must be known."""
    return kind in _DATED


def when(file: FilePreview) -> str:
    """Return the day or period a file is about."""
    if file.needs_date:
        return _("which meeting?")
    if file.day is not None:
        return formats.day_short(file.day, year=True)
    if file.starts_on is not None and file.ends_on is not None:
        first = formats.day_short(file.starts_on, year=file.starts_on.year != file.ends_on.year)
        last = formats.day_short(file.ends_on, year=True)
        return f"{first} {formats.DASH} {last}"
    return _("no dates in it") if file.kind in _DATED else formats.DASH


_DATED = {ReportKind.SLIPS_AUDIT, ReportKind.SUMMARY, ReportKind.ATTENDANCE}
"""Reports that are of a meeting or a period, and useless without knowing which."""


def outcome(file: FilePreview) -> str:
    """Return what the book will take from a file, in a few words."""
    if file.needs_date:
        return _("needs a date")
    if file.refusals:
        return _("cannot be taken")
    if file.kind is ReportKind.LIGHTS:
        return _("nothing: compared only")
    parts = [exports.many(one.what, one.new) for one in file.contents if one.new]
    if file.rows_new and not parts:
        parts.append(ngettext("{n} new", "{n} new", file.rows_new))
    if file.marks_new and not file.contents:
        parts.append(ngettext("{n} mark", "{n} marks", file.marks_new))
    if file.keeps_figures:
        kept = _("replaces official figures") if file.replaces_figures else _("official figures")
        parts.append(kept)
    return ", ".join(parts) or _("all of it is in the book already")


def counted(count: KindCount) -> str:
    """Return how many slips are read, and how many of them the book has."""
    if not count.there:
        return str(count.read)
    return _("{read}, {there} there already").format(read=count.read, there=count.there)


def people_words(preview: ImportPreview) -> str:
    """Return who will be entered, in one line."""
    names = {
        Becomes.MEMBER: ("{n} member", "{n} members"),
        Becomes.FORMER: ("{n} former member", "{n} former members"),
        Becomes.EXTERNAL: ("{n} person of another chapter", "{n} people of other chapters"),
    }
    parts = [
        ngettext(*names[becomes], count)
        for becomes, count in preview.people_new.items()
        if count and becomes in names
    ]
    if preview.visitors_new:
        parts.append(ngettext("{n} visitor", "{n} visitors", preview.visitors_new))
    return ", ".join(parts)


def money_of(preview: ImportPreview) -> Money:
    """Return how amounts of an import are written."""
    return Money(preview.currency, preview.decimals)


def subject_word(subject: Subject) -> str:
    """Return what one row of somebody's own list is."""
    words = {
        Subject.MEMBERS: _("a member"),
        Subject.ATTENDANCE: _("a mark of one member at one meeting"),
        Subject.REFERRALS: _("a referral"),
        Subject.ONE_TO_ONES: _("a one-to-one"),
        Subject.CLOSED_BUSINESS: _("thanks for closed business"),
        Subject.VISITORS: _("a visit"),
    }
    return words[subject]


def field_word(field: Field, subject: Subject) -> str:
    """Return what a column may mean in a list about a subject."""
    if subject is Subject.CLOSED_BUSINESS and field in {Field.GIVER, Field.RECEIVER}:
        return _("who is thanked") if field is Field.GIVER else _("who earned it")
    words = {
        Field.DAY: _("day of the meeting"),
        Field.VISITED: _("day of the visit"),
        Field.NAME: _("full name"),
        Field.GIVEN: _("given name"),
        Field.FAMILY: _("family name"),
        Field.COMPANY: _("company"),
        Field.PROFESSION: _("profession"),
        Field.PHONE: _("phone"),
        Field.EMAIL: _("e-mail"),
        Field.JOINED: _("member since"),
        Field.RENEWAL: _("renewal due"),
        Field.STATUS: _("active or dropped"),
        Field.SPONSOR: _("sponsor"),
        Field.INVITED_BY: _("invited by"),
        Field.MARK: _("mark (P A L M S)"),
        Field.GIVER: _("from whom"),
        Field.RECEIVER: _("to whom"),
        Field.TIER: _("inside or outside"),
        Field.AMOUNT: _("amount"),
        Field.CHAPTER: _("the other one's chapter"),
    }
    return words[field]
