"""One file in full: how it was recognised, its counts, its people, and what looks odd."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import formats
from app.exchange.sniffing import Container
from app.formats import Money
from app.i18n import _, ngettext
from app.queries.imports.people import Becomes
from app.queries.imports.preview import FilePreview
from app.ui.importing.file_list import FileRow
from app.ui.importing.offers import Offers
from app.ui.importing.words import counted, is_dated, slip_word, when
from app.ui.kit.button import Button
from app.ui.kit.datefield import DateField
from app.ui.kit.facts import Facts
from app.ui.kit.form import FormRow
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight
from app.wording import exports, remark, sentence

_MOST_NAMES = 12
_MOST_ODDITIES = 8


class FileDetails(QWidget):
    """Shows a file; where the file has no date, asks for it.

    Signals:
        dated: The user said which meeting the file is of. Carries the date.
        answered: The user said who somebody is. Carries an Acquaintance and a person's id.
        explain_wanted: The user would say what the columns mean.
    """

    dated = Signal(object)
    answered = Signal(object, int)
    explain_wanted = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(size=Size.SECTION, weight=Weight.SEMIBOLD)
        self._kind = PlainLabel(tone=Tone.MUTED, wrap=True)
        self._date = DateField(name=_("Date of the meeting"), today=today)
        self._date.picked.connect(self._on_date)
        self._ask = FormRow(
            _("Date of the meeting"), self._date, hint=_("This file does not say it.")
        )
        self._explain = Button(_("Say what its columns mean …"), icon="pencil")
        self._explain.clicked.connect(self.explain_wanted)
        self._counts = Facts()
        self._people = PlainLabel(wrap=True)
        self._people_head = SectionHead(_("New to the book"), quiet=True)
        self._offers_head = SectionHead(_("Perhaps known"), quiet=True)
        self._offers = Offers()
        self._offers.answered.connect(self.answered)
        self._odd_head = SectionHead(_("Worth a look"), quiet=True)
        self._odd = PlainLabel(wrap=True, tone=Tone.MUTED)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (
            self._title,
            self._kind,
            self._ask,
            self._explain,
            self._counts,
            self._offers_head,
            self._offers,
            self._people_head,
            self._people,
            self._odd_head,
            self._odd,
        ):
            layout.addWidget(part)
        layout.addStretch(1)

    def show_file(self, row: FileRow | None, money: Money) -> None:
        """Show another file, or none."""
        self.setVisible(row is not None)
        if row is None:
            return
        self._title.say(row.path.name)
        self._explain.setVisible(row.explainable)
        preview = row.preview
        self._ask.setVisible(preview is not None and (preview.needs_date or not _dated(preview)))
        if preview is None:
            self._kind.say(row.refusal, Tone.MUTED if row.left_out or row.waiting else Tone.ABSENT)
            self._show_nothing()
            return
        self._date.show_day(preview.day)
        self._kind.say(_recognised(preview), Tone.MUTED)
        self._counts.show_facts(_facts(preview, money))
        self._show_people(preview)
        self._show_odd(preview)

    def _show_nothing(self) -> None:
        self._counts.show_facts(())
        for part in (self._people, self._people_head, self._odd, self._odd_head):
            part.hide()
        self._offers.show_offers(())
        self._offers_head.hide()

    def _show_people(self, preview: FilePreview) -> None:
        lines = list(_new_people(preview))
        self._offers.show_offers(preview.new_people())
        self._offers_head.setVisible(self._offers.isVisibleTo(self))
        self._people.say("\n".join(lines))
        self._people.setVisible(bool(lines))
        self._people_head.setVisible(bool(lines))

    def _show_odd(self, preview: FilePreview) -> None:
        lines = [sentence(refusal) for refusal in preview.refusals]
        lines += [remark(one.reason, one.row, one.facts) for one in preview.oddities]
        more = len(lines) - _MOST_ODDITIES
        if more > 0:
            lines = [*lines[:_MOST_ODDITIES], ngettext("and {n} more", "and {n} more", more)]
        self._odd.say("\n".join(lines), Tone.ABSENT if preview.refusals else Tone.MUTED)
        self._odd.setVisible(bool(lines))
        self._odd_head.setVisible(bool(lines))

    @Slot()
    def _on_date(self) -> None:
        if self._date.day is not None:
            self.dated.emit(self._date.day)


def _dated(preview: FilePreview) -> bool:
    """Tell whether the file itself says when it is of."""
    written = preview.day is not None or preview.starts_on is not None
    return preview.run_at is not None or written or not is_dated(preview.kind)


def _recognised(preview: FilePreview) -> str:
    """Return what the file is, of when and whose; and below how that was found out."""
    where = ", ".join(filter(None, (preview.chapter, preview.region, preview.country)))
    parts = (exports.kind_word(preview.kind), when(preview).strip(formats.DASH), where)
    how = _("Known by its labels in row {row}; {container}").format(
        row=preview.header_row, container=_CONTAINERS[preview.container]
    )
    if preview.seen_before:
        how = _("{how}; its content has been stored before").format(how=how)
    return " · ".join(filter(None, parts)) + f"\n{how}."


_CONTAINERS = {
    Container.SPREADSHEETML: "XML (.xls)",
    Container.XLSX: "Excel (.xlsx)",
    Container.XLS: "Excel 97 (.xls)",
    Container.DELIMITED: "CSV",
    Container.PDF: "PDF",
}


def _facts(preview: FilePreview, money: Money) -> list[tuple[str, str]]:
    facts = [(slip_word(count.kind), counted(count)) for count in preview.kinds]
    facts += [
        (exports.what_word(one.what), exports.counted(one.read, one.new))
        for one in preview.contents
    ]
    if preview.totals.closed_business:
        facts.append((_("Closed business, sum"), money.whole(preview.totals.closed_business)))
    if preview.totals.given_inside or preview.totals.given_outside:
        shown = f"{preview.totals.given_inside} / {preview.totals.given_outside}"
        facts.append((_("Referrals inside / outside"), shown))
    if preview.members and not preview.contents:
        facts.append((_("People with figures"), str(len(preview.members))))
    if preview.marks_new and not preview.contents:
        facts.append((_("Marks"), str(preview.marks_new)))
    if preview.total_row is not None:
        counts_more = any(preview.residual.values())
        words = _("counts former members too") if counts_more else _("equal to the rows")
        facts.append((_("The file's own total"), words))
    return facts


def _new_people(preview: FilePreview) -> list[str]:
    groups = {
        Becomes.MEMBER: _("Members: {names}"),
        Becomes.FORMER: _("Former members: {names}"),
        Becomes.EXTERNAL: _("Of other chapters: {names}"),
    }
    lines = []
    for becomes, words in groups.items():
        found = [person.name for person in preview.new_people() if person.becomes is becomes]
        shown = ", ".join(found[:_MOST_NAMES])
        if len(found) > _MOST_NAMES:
            more = ngettext("and {n} more", "and {n} more", len(found) - _MOST_NAMES)
            shown = f"{shown} {more}"
        if found:
            lines.append(words.format(names=shown))
    return lines
