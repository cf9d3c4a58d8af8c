"""The criteria of a profile as the last section of a page."""

from app import formats
from app.formats import Money
from app.i18n import _
from app.reports.criteria import bands, criteria, weeks_in_words
from app.reports.kit.flow import draw_section
from app.reports.kit.legend import LEADING, Meaning, legend
from app.reports.kit.page import Page
from app.reports.words import sentence
from app.rules.scoring.profile import Profile


def profile_in_words(profile: Profile) -> str:
    """Return which profile a page is made by."""
    return _("profile “{title}”, valid from {day}").format(
        title=profile.title, day=formats.day_full(profile.valid_from)
    )


def draw_criteria(page: Page, bottom: float, profile: Profile, money: Money, held: str) -> float:
    """Draw a line a rule, the bands, and which meetings were held; return the last baseline."""
    left, right = page.sheet.left, page.sheet.right
    line = draw_section(
        page, left, bottom + 32, _("Criteria"), profile_in_words(profile), to_x=right
    )
    line += LEADING + 4
    for note in [*notes(profile, money), [Meaning("", f"{sentence(held)}.")]]:
        line = legend(page, left, line, note, right) + LEADING + 1
    return line


def notes(profile: Profile, money: Money) -> list[list[Meaning]]:
    """Return each rule of a profile, its bands, what a week is, and its remark."""
    rules = [[one] for one in criteria(profile, money)]
    said = [weeks_in_words(profile), profile.note]
    return [*rules, bands(profile), *([Meaning("", words)] for words in said if words)]
