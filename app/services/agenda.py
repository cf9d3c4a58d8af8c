"""The agenda: what comes when on every evening of the chapter."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import AgendaItem
from app.rules import agenda as rules
from app.rules.agenda import AgendaLine


def write(session: Session, *, items: Sequence[AgendaLine]) -> None:
    """Let the chapter's agenda be this one; an empty one brings back the usual one."""
    lines = rules.checked(items)
    kept = list(session.scalars(select(AgendaItem).order_by(AgendaItem.place, AgendaItem.id)))
    for item in kept[len(lines) :]:
        session.delete(item)
    for place, line in enumerate(lines, start=1):
        fields = {
            "minute": line.minute,
            "title": line.title,
            "duty": line.duty,
            "who": line.who,
            "remark": line.remark,
            "place": place,
        }
        if place > len(kept):
            session.add(AgendaItem(**fields))
            continue
        for name, value in fields.items():
            setattr(kept[place - 1], name, value)
