"""A field for the day a new membership is due for renewal: the chapter's rules offer it."""

from PySide6.QtCore import Slot

from app.i18n import _
from app.queries.policy import PolicyInUse, policy_in_use
from app.rules.periods import add_months
from app.ui.desk import Desk
from app.ui.kit.datefield import DateField

_YEAR = 12  # months, where the rules know no term


class RenewalField(DateField):
    """Offers the end of the first term the rules know, unless another day was entered before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(name=_("Renewal due"), today=desk.today())
        self._begins_on = desk.today()
        desk.gateway.read(policy_in_use, self._begins_on).then(self._on_rules)

    @Slot(object)
    def _on_rules(self, found: PolicyInUse) -> None:
        if self.day is None and not self.isModified():
            months = min(found.policy.membership.months, default=_YEAR)
            self.show_day(add_months(self._begins_on, months))
