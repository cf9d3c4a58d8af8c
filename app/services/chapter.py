"""The chapter: founding its book, correcting its details, its settings."""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.chapter import Chapter, Setting
from app.models.imports import OfficialRow
from app.models.slips import Slip
from app.queries.chapter import decided
from app.rules.meetings import check_time
from app.rules.people import check_name, clean_text
from app.services import finding

_WEEKDAYS = range(7)
_MOST_DECIMALS = 3
_CODE_LETTERS = 3


def found(
    session: Session,
    *,
    name: str,
    region: str = "",
    country: str = "",
    weekday: int = 1,
    starts_at: str = "",
    place: str = "",
    currency: str = "GBP",
    currency_decimals: int = 2,
) -> None:
    """Begin the book of a chapter; weekday counts from 0 Monday to 6 Sunday."""
    if session.get(Chapter, 1) is not None:
        raise RuleError("chapter_exists")
    session.add(Chapter(id=1, name=check_name(name)))
    session.flush()
    correct(
        session,
        name=name,
        region=region,
        country=country,
        weekday=weekday,
        starts_at=starts_at,
        place=place,
        currency=currency,
        currency_decimals=currency_decimals,
    )


def correct(
    session: Session,
    *,
    name: str,
    region: str,
    country: str,
    weekday: int,
    starts_at: str,
    place: str,
    currency: str,
    currency_decimals: int,
    version: int | None = None,
) -> None:
    """Correct what is known of the chapter."""
    chapter = finding.chapter(session)
    finding.record(session, Chapter, chapter.id, version)
    code = clean_text(currency).upper()
    if len(code) != _CODE_LETTERS or not code.isalpha() or not code.isascii():
        raise RuleError("currency_code", code=currency)
    if not 0 <= currency_decimals <= _MOST_DECIMALS:
        raise RuleError("currency_decimals", decimals=currency_decimals)
    if currency_decimals != chapter.currency_decimals and _has_amounts(session):
        raise RuleError("decimals_with_amounts", decimals=chapter.currency_decimals)
    if weekday not in _WEEKDAYS:
        raise RuleError("weekday", weekday=weekday)
    chapter.name = check_name(name)
    chapter.region = clean_text(region)
    chapter.country = clean_text(country)
    chapter.weekday = weekday
    chapter.starts_at = check_time(starts_at)
    chapter.place = clean_text(place)
    chapter.currency = code
    chapter.currency_decimals = currency_decimals


def put_setting(
    session: Session, *, name: str, value: object, seen: Mapping[str, object] | None = None
) -> None:
    """Keep a setting of the chapter; the value is anything JSON can hold.

    Refused where a setting, by its name, is not what was ``seen``; none where it is undecided.
    """
    _check_seen(session, seen)
    text = json.dumps(value, ensure_ascii=False)
    setting = session.scalar(select(Setting).where(Setting.name == name))
    if setting is None:
        session.add(Setting(name=name, value=text))
    else:
        setting.value = text


def choose_policy(
    session: Session,
    *,
    name: str,
    changed: Sequence[str],
    seen: Mapping[str, object] | None = None,
) -> None:
    """Let the rules of attendance of a profile hold; what was ``changed`` of others is dropped.

    Refused as in ``put_setting``.
    """
    _check_seen(session, seen)
    for setting in session.scalars(select(Setting).where(Setting.name.in_(changed))):
        session.delete(setting)
    put_setting(session, name="policy", value=name)


def _check_seen(session: Session, seen: Mapping[str, object] | None) -> None:
    if seen is not None:
        now = decided(session)
        finding.unchanged(seen, {name: now.get(name) for name in seen}, Setting.__name__)


def _has_amounts(session: Session) -> bool:
    """Tell whether amounts are kept, which would mean something else with other decimals."""
    slips = select(Slip.id).where(Slip.amount.is_not(None))
    official = select(OfficialRow.id).where(OfficialRow.closed_business != 0)
    return any(session.scalar(kept.limit(1)) is not None for kept in (slips, official))
