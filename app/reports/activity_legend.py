"""What stands below the activity summary: signs explained, and the checks on its figures."""

from app import formats
from app.i18n import _
from app.queries.activity_summary import ActivitySummary
from app.reports.kit.legend import LEADING, Meaning, legend, lines
from app.reports.kit.page import Page
from app.reports.words import span


def legend_height(page: Page, rows: ActivitySummary) -> float:
    """Return how much room the legend needs under the total."""
    room = page.sheet.inner
    return LEADING * (lines(page, _signs(rows), room) + lines(page, _remarks(rows), room)) + 1


def draw_legend(page: Page, y: float, rows: ActivitySummary) -> None:
    """Draw the legend under the total."""
    left, right = page.sheet.left, page.sheet.right
    y = legend(page, left, y + LEADING + 0.8, _signs(rows), right)
    legend(page, left, y + LEADING, _remarks(rows), right)


def _signs(rows: ActivitySummary) -> list[Meaning]:
    absent = _("absent")
    if rows.absences_allowed is not None:
        absent = _("absent, {count} or more reversed").format(count=rows.absences_allowed)
    return [
        Meaning(_("P"), _("present")),
        Meaning(_("A"), absent),
        Meaning(_("L"), _("late")),
        Meaning(_("M"), _("medical")),
        Meaning(_("S"), _("substitute")),
        Meaning(_("RG RR"), _("referrals given, received;")),
        Meaning(_("I"), _("inside,")),
        Meaning(_("O"), _("outside")),
        Meaning(_("V"), _("visitors")),
        Meaning(_("CEU"), _("education units")),
        Meaning(_("T"), _("testimonials")),
    ]


def _remarks(rows: ActivitySummary) -> list[Meaning]:
    told = [Meaning(formats.DASH, _("not recorded"))]
    if _any_withheld(rows):
        total = _("the total too") if rows.total.withheld else _("contained in the total")
        words = _("fewer than {count} people behind the amount, or needed to hide another: {total}")
        told.append(
            Meaning(
                f"< {rows.thankers_shown}",
                words.format(count=rows.thankers_shown, total=total),
            )
        )
    told.append(_given_and_received(rows))
    if rows.official:
        spans = ", ".join(map(span, rows.official))
        told.append(Meaning(_("Official"), _("figures of {spans} as imported").format(spans=spans)))
    if rows.official_left_out:
        spans = ", ".join(map(span, rows.official_left_out))
        words = _("official figures of {spans}: the book has meetings of its own")
        told.append(Meaning(_("Left out"), words.format(spans=spans)))
    return told


def _any_withheld(rows: ActivitySummary) -> bool:
    others = (rows.visitors, rows.organisation, rows.total)
    return any(one.withheld for one in (*(member.figures for member in rows.members), *others))


def _given_and_received(rows: ActivitySummary) -> Meaning:
    """Say whether what was given is what was received, as it must be."""
    total = rows.total
    given = (total.given_inside, total.given_outside)
    if given == (total.received_inside, total.received_outside):
        words = _("{inside} inside, {outside} outside")
        return Meaning(_("Given = received:"), words.format(inside=given[0], outside=given[1]))
    difference = sum(given) - total.received_inside - total.received_outside
    return Meaning(
        _("Given less received:"),
        _("{difference}, as official figures have it").format(
            difference=formats.signed(difference)
        ),
    )
