"""The rules of attendance and membership that hold: a profile's, and what the chapter changed."""

import json
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Setting
from app.queries.profiles import profile_in_use
from app.rules.scoring.profile import Kind, Policy, Window

ALLOWED, VISITS, WINDOW = "absences_allowed", "visits_allowed", "absence_window"
_MONTHS = "window_months"  # how books of before said the window
OVERRIDES = (ALLOWED, VISITS, WINDOW, _MONTHS)
_SETTINGS = select(Setting.name, Setting.value).where(Setting.name.in_(OVERRIDES))


@dataclass(frozen=True, slots=True)
class PolicyInUse:
    """The policy that holds, and the profile it comes from."""

    name: str
    title: str
    policy: Policy


def policy_in_use(session: Session, day: date) -> PolicyInUse:
    """Return the rules of a day: those of the profile chosen, with the chapter's own changes."""
    profile = profile_in_use(session, day, kind=Kind.POLICY)
    decided = {name: json.loads(value) for name, value in session.connection().execute(_SETTINGS)}
    policy = profile.policy
    if isinstance(decided.get(ALLOWED), int):
        policy = replace(policy, allowed=decided[ALLOWED])
    if isinstance(decided.get(VISITS), int):
        policy = replace(policy, visits=decided[VISITS])
    policy = replace(policy, window=_window(policy, decided))
    return PolicyInUse(profile.name, profile.title, policy)


def _window(policy: Policy, decided: dict[str, object]) -> Window:
    """Return the window decided on, such as ``{"starts": [4, 10]}``, else the policy's own."""
    chosen, months = decided.get(WINDOW), decided.get(_MONTHS)
    if isinstance(chosen, dict):
        starts = tuple(chosen.get("starts", ()))
        return Window(**{**chosen, "starts": starts})
    return Window(rolling_months=months) if isinstance(months, int) else policy.window
