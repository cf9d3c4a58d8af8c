"""What an import says to people: a few lines for each file, and what became of it."""

from collections.abc import Iterator, Sequence

from app import formats, wording
from app.errors import AppError
from app.i18n import _, ngettext
from app.queries.imports.people import Becomes
from app.queries.imports.preview import FilePreview, ImportPreview, KindCount
from app.rules.slips import SlipKind
from app.storage import Change
from app.wording import exports


def told(
    preview: ImportPreview, change: Change | None, left_out: Sequence[AppError] = ()
) -> Iterator[str]:
    """Yield the lines about an import; ``change`` where anything was stored."""
    money = formats.Money(preview.currency, preview.decimals)
    for file in preview.files:
        yield f"{file.name}: {_kind(file)}, {_when(file)}"
        yield f"  {_rows(file)}"
        yield from (f"  {line}" for line in _contents(file, money))
        for odd in file.oddities:
            yield f"  {wording.remark(odd.reason, odd.row, odd.facts)}"
        yield from (f"  {wording.sentence(refusal)}" for refusal in file.refusals)
    for refusal in left_out:
        yield _("Left out: {why}").format(why=wording.sentence(refusal))
    for odd in preview.oddities:
        yield wording.remark(odd.reason, odd.row, odd.facts)
    people = _people(preview)
    if people:
        yield _("New people: {people}.").format(people=people)
    yield _outcome(preview, change)


def _outcome(preview: ImportPreview, change: Change | None) -> str:
    if change is not None:
        return _("Stored as “{label}”, one change that can be undone.").format(label=change.label)
    if preview.rows_new:
        return _("Nothing was stored.")
    return _("Nothing new: the book has all of this already.")


def _kind(file: FilePreview) -> str:
    word = exports.kind_word(file.kind)
    return f"{word}, {file.chapter}" if file.chapter else word


def _when(file: FilePreview) -> str:
    if file.day:
        return _("meeting of {day}").format(day=formats.day_full(file.day))
    if file.starts_on and file.ends_on:
        return formats.period(file.starts_on, file.ends_on)
    return _("no date in the file")


def _rows(file: FilePreview) -> str:
    read = ngettext("{n} row", "{n} rows", file.rows_read)
    return _("{read}: {new} new, {there} there already").format(
        read=read, new=file.rows_new, there=file.rows_there
    )


def _contents(file: FilePreview, money: formats.Money) -> Iterator[str]:
    if file.kinds:
        yield ", ".join(_slips(count) for count in file.kinds)
        yield _("{inside} inside, {outside} outside, {money} closed business, {units} CEU").format(
            inside=file.totals.given_inside,
            outside=file.totals.given_outside,
            money=money.exact(file.totals.closed_business),
            units=file.totals.education,
        )
        return
    if file.contents:
        yield ", ".join(
            f"{exports.what_word(one.what)} {exports.counted(one.read, one.new)}"
            for one in file.contents
        )
    elif file.marks_new:
        yield ngettext("{n} new mark", "{n} new marks", file.marks_new)
    for one in file.mark_conflicts:
        yield _("{name} stays {book} in the book; the file says {file}.").format(
            name=one.name, book=one.book.value, file=one.file.value
        )
    if file.replaces_figures:
        yield _("Replaces the official figures the book has of these days.")
    elif file.keeps_figures:
        yield _("Kept as official figures.")
    if any(file.residual.values()):
        yield _("The file's total counts more than its rows: members who have left.")


def _slips(count: KindCount) -> str:
    one, many = {
        SlipKind.REFERRAL: ("{n} referral", "{n} referrals"),
        SlipKind.ONE_TO_ONE: ("{n} one-to-one", "{n} one-to-ones"),
        SlipKind.CLOSED_BUSINESS: ("{n} thanks for business", "{n} thanks for business"),
        SlipKind.VISITOR: ("{n} visitor", "{n} visitors"),
        SlipKind.EDUCATION: ("{n} education slip", "{n} education slips"),
        SlipKind.TESTIMONIAL: ("{n} testimonial", "{n} testimonials"),
    }[count.kind]
    return ngettext(one, many, count.read)


def _people(preview: ImportPreview) -> str:
    words = {
        Becomes.MEMBER: ("{n} member", "{n} members"),
        Becomes.FORMER: ("{n} former member", "{n} former members"),
        Becomes.EXTERNAL: ("{n} of another chapter", "{n} of other chapters"),
    }
    found = [
        ngettext(*words[becomes], count)
        for becomes, count in preview.people_new.items()
        if becomes in words
    ]
    if preview.visitors_new:
        found.append(ngettext("{n} visitor", "{n} visitors", preview.visitors_new))
    return ", ".join(found)
