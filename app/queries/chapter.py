"""The chapter and its settings, as pages and papers need them."""

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.formats import Money
from app.models.chapter import Chapter, Setting
from app.queries.ready import Ready
from app.rows import row


@row(frozen=True, slots=True)
class Settings:
    """What a chapter may decide; the defaults are those of most chapters.

    ``paper`` is ``A4`` or ``Letter``; ``grouping`` a sample as in ``formats.Money``;
    ``recorder`` the office that keys meetings in; ``stale_days`` after which a referral that
    has not moved is shown as stale.
    """

    paper: str = "A4"
    grouping: str = "1,234"
    recorder: str = "secretary"
    stale_days: int = 30
    renewal_notice_days: int = 90
    thankers_shown: int = 3


@row(frozen=True, slots=True)
class ChapterDetails:
    """The chapter whose book this is; weekday from 0 Monday, start as HH:MM."""

    name: str
    region: str
    country: str
    weekday: int
    starts_at: str
    place: str
    currency: str
    currency_decimals: int
    version: int
    settings: Settings

    @property
    def money(self) -> Money:
        """How this chapter writes amounts."""
        return Money(self.currency, self.currency_decimals, self.settings.grouping)


_CHAPTER = Ready(
    select(
        Chapter.name,
        Chapter.region,
        Chapter.country,
        Chapter.weekday,
        Chapter.starts_at,
        Chapter.place,
        Chapter.currency,
        Chapter.currency_decimals,
        Chapter.version,
    ).where(Chapter.id == 1)
)
_SETTINGS = Ready(select(Setting.name, Setting.value))


def chapter_details(session: Session) -> ChapterDetails:
    """Return the chapter; NotFoundError in a book that has not been begun."""
    found = _CHAPTER.rows(session)
    if not found:
        raise NotFoundError("chapter_missing")
    return ChapterDetails(*found[0], settings=settings(session))


def settings(session: Session) -> Settings:
    """Return the chapter's settings, defaults where it has not decided."""
    known = Settings.__dataclass_fields__
    found: dict[str, Any] = {name: one for name, one in decided(session).items() if name in known}
    return Settings(**found)


def decided(session: Session) -> dict[str, object]:
    """Return all that the chapter has decided, by the name of the setting."""
    return {name: json.loads(value) for name, value in _SETTINGS.rows(session)}
