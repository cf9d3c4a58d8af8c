"""What the chapter may decide: paper, figures, and the limits its pages warn by."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n import _
from app.queries.chapter import Settings
from app.services import chapter
from app.ui.desk import Desk
from app.ui.kit.field import ChoiceField
from app.ui.kit.form import FormRow
from app.ui.tables.columns import Choice


@dataclass(frozen=True, slots=True)
class Rule:
    """A setting as it is offered: its name in the book, its words and the choices."""

    name: str
    words: str
    choices: tuple[Choice, ...]
    get: Callable[[Settings], object]


def rules() -> tuple[Rule, ...]:
    """Return every setting offered, in reading order."""
    return (
        Rule(
            "paper", _("Paper"), _words(("A4", "A4"), ("Letter", "Letter")), lambda s: s.paper
        ),
        Rule(
            "grouping", _("Figures are written"),
            _words(
                ("1,234", "1,234,567"), ("1.234", "1.234.567"), ("1 234", "1 234 567"),
                ("1,00,000", "12,34,567"),
            ),
            lambda s: s.grouping,
        ),
        Rule(
            "recorder", _("Who records the meeting"),
            _words(("secretary", _("Secretary")), ("vice_president", _("Vice president"))),
            lambda s: s.recorder,
        ),
        Rule(
            "stale_days", _("A referral is stale after"), _days(14, 21, 30, 45, 60, 90),
            lambda s: s.stale_days,
        ),
        Rule(
            "renewal_notice_days", _("Renewals are shown ahead"), _days(30, 60, 90, 120),
            lambda s: s.renewal_notice_days,
        ),
        Rule(
            "thankers_shown", _("Thankers before a total is shown to the room"), _numbers(2, 6),
            lambda s: s.thankers_shown,
        ),
    )  # fmt: skip


class RuleForm(QWidget):
    """Stores each setting when it is chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fields: dict[str, ChoiceField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 12, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, rule in enumerate(rules()):
            field = ChoiceField(rule.choices, name=rule.words)
            field.activated.connect(partial(self._store, rule))
            self._fields[rule.name] = field
            grid.addWidget(FormRow(rule.words, field), place // 3, place % 3)

    def show_settings(self, settings: Settings) -> None:
        """Show what is stored."""
        for rule in rules():
            self._fields[rule.name].choose(rule.get(settings))

    def _store(self, rule: Rule, _place: int) -> None:
        field = self._fields[rule.name]
        label = _("{setting}: {value}").format(setting=rule.words, value=field.currentText())
        self._desk.gateway.write(label, chapter.put_setting, name=rule.name, value=field.chosen())


def _words(*pairs: tuple[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, text) for value, text in pairs)


def _numbers(low: int, high: int) -> tuple[Choice, ...]:
    return tuple(Choice(number, str(number)) for number in range(low, high + 1))


def _days(*numbers: int) -> tuple[Choice, ...]:
    return tuple(Choice(number, _("{n} days").format(n=number)) for number in numbers)
