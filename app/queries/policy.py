"""The rules of attendance and membership that hold: a profile's, and what the chapter changed."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.queries.chapter import decided
from app.queries.profiles import chosen_profile
from app.rows import row
from app.rules.scoring.profile import Kind, Policy, Window

ALLOWED, VISITS, WINDOW = "absences_allowed", "visits_allowed", "absence_window"
_MONTHS = "window_months"  # how books of before said the window
OVERRIDES = (ALLOWED, VISITS, WINDOW, _MONTHS)


@row(frozen=True, slots=True)
class PolicyInUse:
    """The policy that holds, and the profile it comes from."""

    name: str
    title: str
    policy: Policy


def policy_in_use(session: Session, day: date) -> PolicyInUse:
    """Return the rules of a day: those of the profile chosen, with the chapter's own changes."""
    settings = decided(session)
    profile = chosen_profile(session, day, Kind.POLICY, settings)
    policy = profile.policy
    if isinstance(allowed := settings.get(ALLOWED), int):
        policy = replace(policy, allowed=allowed)
    if isinstance(visits := settings.get(VISITS), int):
        policy = replace(policy, visits=visits)
    policy = replace(policy, window=_window(policy, settings))
    return PolicyInUse(profile.name, profile.title, policy)


def _window(policy: Policy, settings: dict[str, object]) -> Window:
    """Return the window decided on, such as ``{"starts": [4, 10]}``, else the policy's own."""
    chosen, months = settings.get(WINDOW), settings.get(_MONTHS)
    if isinstance(chosen, dict):
        starts = tuple(chosen.get("starts", ()))
        return Window(**{**chosen, "starts": starts})
    return Window(rolling_months=months) if isinstance(months, int) else policy.window
