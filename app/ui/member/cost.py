"""Cost and return of a member, and the form in which he states what he pays: for his eyes only."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.formats import Money
from app.i18n import _
from app.queries.member_activity import Own
from app.reports.cost_words import Line, account
from app.rules.amounts import amount
from app.rules.returns import Costs
from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.button import Button, Kind
from app.ui.kit.field import LineField
from app.ui.kit.form import FormRow
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.theme import Tone, tokens
from app.ui.typeface import Size, Weight

_ROW = 26
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CostPanel(QWidget):
    """The account under a head, or the form in its place.

    Signals:
        entered: The member stated what he pays: Costs, and those the form began with.
    """

    entered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._head = SectionHead(_("Cost and return"))
        self._link = Button(_("Enter"), kind=Kind.LINK, size=Size.LABEL)
        self._head.add(self._link)
        self._empty = PlainLabel(
            _("Enter what membership costs you, and see it against what it brings."),
            tone=Tone.MUTED, wrap=True,
        )  # fmt: skip
        self._account = _Account()
        self.form = CostForm()
        self.form.setVisible(False)
        self._link.clicked.connect(self.enter)
        self.form.left.connect(self._show_account)
        self.form.entered.connect(self._on_entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._head, self._empty, self._account, self.form):
            layout.addWidget(part)
        layout.addStretch(1)

    @property
    def lines(self) -> Sequence[Line]:
        """The account as it is shown."""
        return self._account.lines

    def show_own(self, own: Own, money: Money) -> None:
        """Show the account of another member, or of other figures."""
        self.form.show_costs(own.costs, money)
        self._account.show_lines(account(own.back, money) if own.back else ())
        self._link.relabel(_("Edit") if own.costs != Costs() else _("Enter"))
        self._show_account()

    @Slot()
    def enter(self) -> None:
        """Show the form in place of the account."""
        for part in (self._empty, self._account, self._link):
            part.setVisible(False)
        self.form.setVisible(True)
        self.form.begin()

    @Slot()
    def _show_account(self) -> None:
        self.form.setVisible(False)
        self._link.setVisible(True)
        self._account.setVisible(bool(self._account.lines))
        self._empty.setVisible(not self._account.lines)

    @Slot(object)
    def _on_entered(self, costs: Costs) -> None:
        self._show_account()
        self.entered.emit(costs, self.form.begun_with)


class CostForm(QWidget):
    """Four amounts; Enter stores them, Esc leaves them as they were.

    Signals:
        entered: All four can be read. Carries Costs.
        left: Nothing shall be changed.
    """

    entered = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._money = Money()
        self._costs = self.begun_with = Costs()
        words = (
            _("Membership a year"), _("Entry fee, once"), _("Each meeting"),
            _("A lead by advertising"),
        )  # fmt: skip
        self.fields = [LineField(name=one) for one in words]
        self._rows = [FormRow(one, field) for one, field in zip(words, self.fields, strict=True)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, row in enumerate(self._rows):
            grid.addWidget(row, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        store = Button(_("Store"), kind=Kind.PRIMARY, icon="check")
        leave = Button(_("Leave as it was"), kind=Kind.QUIET)
        store.clicked.connect(self.store)
        leave.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.addWidget(store)
        foot.addWidget(leave)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 4)
        layout.setSpacing(10)
        layout.addLayout(grid)
        layout.addLayout(foot)

    def show_costs(self, costs: Costs, money: Money) -> None:
        """Know what was stated before."""
        self._costs, self._money = costs, money

    def begin(self) -> None:
        """Show what was stated before and put the cursor into the first field."""
        self.begun_with = self._costs
        for field, known in zip(self.fields, _parts(self._costs), strict=True):
            field.setText("" if known is None else self._money.exact(known))
        for row in self._rows:
            row.accept()
        self.fields[0].setFocus()
        self.fields[0].selectAll()

    @Slot()
    def store(self) -> None:
        """Tell what was entered, or say under a field that it cannot be read."""
        read = [self._read(field.text()) for field in self.fields]
        good = [
            value is not None or not field.text().strip()
            for value, field in zip(read, self.fields, strict=True)
        ]
        for row, fits in zip(self._rows, good, strict=True):
            row.accept() if fits else row.say_wrong(_("Not an amount"))
        if all(good):
            self.entered.emit(Costs(*read))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.store()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _read(self, text: str) -> int | None:
        return amount(text, decimals=self._money.decimals, grouping=self._money.grouping)


def _parts(costs: Costs) -> tuple[int | None, ...]:
    return costs.year_fee, costs.entry_fee, costs.meeting_cost, costs.lead_cost


class _Account(QWidget):
    """Paints the lines, sums on a line in text colour."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.lines = lines
        self.setAccessibleDescription("; ".join(f"{one.words} {one.figure}" for one in lines))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _ROW * len(self.lines))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, shades = QPainter(self), tokens()
        for place, line in enumerate(self.lines):
            area = QRectF(0, place * _ROW, self.width(), _ROW - 1)
            font = typeface.font(Size.BODY, Weight.SEMIBOLD if line.strong else Weight.REGULAR)
            brush.text(painter, area, line.words, font=font, colour=shades.text)
            brush.text(painter, area, line.figure, font=font, colour=shades.text, align=brush.RIGHT)
            rule = shades.text if line.strong else shades.line
            brush.rule(painter, 0, self.width(), area.bottom() - 1, colour=rule)
