"""The agenda: what comes when on every evening of the chapter."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.schedules import AgendaItem
from app.queries.agenda import agenda_template
from app.rules import agenda as rules
from app.rules.agenda import AgendaLine
from app.services import finding


def write(
    session: Session, *, items: Sequence[AgendaLine], seen: Sequence[AgendaLine] | None = None
) -> None:
    """Let the chapter's agenda be this one; an empty one brings back the usual one.

    Refused where the agenda is not the one that was ``seen``.
    """
    lines = rules.checked(items)
    finding.unchanged(seen, agenda_template(session), AgendaItem.__name__)
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
