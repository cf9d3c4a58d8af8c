"""The pages of the window, in the order of the navigation: one line each."""

from importlib import import_module
from typing import cast

from app.i18n import _
from app.rows import row
from app.ui.desk import Desk
from app.ui.page import Page


@row(frozen=True, slots=True)
class PageSpec:
    """How a page is called and found; ``source`` is ``module:class``, imported when first shown.

    ``group`` puts a line into the navigation where it changes; a page that is not ``listed`` is
    reached by what leads to it.
    """

    name: str
    title: str
    icon: str
    source: str
    key: str = ""
    group: int = 0
    listed: bool = True

    def build(self, desk: Desk) -> Page:
        """Make the page."""
        module, __, kind = self.source.partition(":")
        return cast("Page", getattr(import_module(module), kind)(desk))


def pages() -> tuple[PageSpec, ...]:
    """Return every page, named in the user's language."""
    return (
        PageSpec("today", _("Today"), "today", "app.ui.today.page:TodayPage", "Ctrl+1"),
        PageSpec(
            "meetings", _("Meetings"), "meetings", "app.ui.meetings.page:MeetingsPage", "Ctrl+2"
        ),
        PageSpec(
            "schedule", _("Schedule"), "calendar", "app.ui.schedule.page:SchedulePage", "Ctrl+0"
        ),
        PageSpec("members", _("Members"), "members", "app.ui.members.page:MembersPage", "Ctrl+3"),
        PageSpec(
            "referrals",
            _("Referrals"),
            "referrals",
            "app.ui.referrals.page:ReferralsPage",
            "Ctrl+4",
        ),
        PageSpec(
            "business",
            _("Closed business"),
            "closed-business",
            "app.ui.closed_business.page:BusinessPage",
            "Ctrl+5",
        ),
        PageSpec(
            "visitors", _("Visitors"), "visitors", "app.ui.visitors.page:VisitorsPage", "Ctrl+6"
        ),
        PageSpec(
            "one-to-ones",
            _("One-to-ones"),
            "one-to-ones",
            "app.ui.one_to_ones.page:OneToOnesPage",
            "Ctrl+7",
        ),
        PageSpec(
            "scoreboard",
            _("Scoreboard"),
            "scoreboard",
            "app.ui.scoreboard.page:ScoreboardPage",
            "Ctrl+8",
            1,
        ),
        PageSpec(
            "scores", _("Scores"), "scores", "app.ui.scores.page:ScoresPage", "Ctrl+Shift+8", 1
        ),
        PageSpec(
            "committee",
            _("Committee"),
            "committee",
            "app.ui.committee.page:CommitteePage",
            "Ctrl+Shift+9",
            1,
        ),
        PageSpec(
            "reports", _("Reports"), "reports", "app.ui.reports.page:ReportsPage", "Ctrl+9", 1
        ),
        PageSpec(
            "history", _("History"), "history", "app.ui.history.page:HistoryPage", "Ctrl+H", 2
        ),
        PageSpec(
            "settings", _("Settings"), "settings", "app.ui.settings.page:SettingsPage", "Ctrl+,", 2
        ),
        PageSpec(
            "letters",
            _("Wording of the letters"),
            "mail",
            "app.ui.committee.wording:WordingPage",
            listed=False,
        ),
        PageSpec(
            "profiles",
            _("Profiles"),
            "scores",
            "app.ui.profiles.page:ProfilesPage",
            listed=False,
        ),
        PageSpec(
            "all-slips",
            _("All slips"),
            "document",
            "app.ui.all_slips.page:AllSlipsPage",
            "Ctrl+Shift+L",
            listed=False,
        ),
        PageSpec(
            "network",
            _("Who refers whom"),
            "referrals",
            "app.ui.pictures.network:NetworkPage",
            listed=False,
        ),
        PageSpec(
            "trends",
            _("Trends"),
            "scoreboard",
            "app.ui.pictures.trends:TrendsPage",
            listed=False,
        ),
        PageSpec(
            "import", _("Import"), "download", "app.ui.importing.page:ImportPage", listed=False
        ),
        PageSpec("copies", _("Copies"), "copy", "app.ui.copies.page:CopiesPage", listed=False),
        PageSpec(
            "checking", _("Checking"), "check", "app.ui.checking.page:CheckingPage", listed=False
        ),
        PageSpec(
            "entry-form",
            _("Official entry form"),
            "document",
            "app.ui.entry_form.page:EntryFormPage",
            listed=False,
        ),
        PageSpec("export", _("Export"), "upload", "app.ui.exporting.page:ExportPage", listed=False),
    )
