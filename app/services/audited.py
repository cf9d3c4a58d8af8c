"""What slips audits counted, kept beside the slips they brought, for checking."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.summary import Figures
from app.models.checking import AuditedFigures

_FIGURES = tuple(
    column.name
    for column in AuditedFigures.__table__.columns
    if column.name not in {"id", "version", "meeting_id", "person_id"}
)


def knows(session: Session, meeting_id: int) -> bool:
    """Tell whether an audit of a meeting has been kept."""
    kept = select(AuditedFigures.id).where(AuditedFigures.meeting_id == meeting_id).limit(1)
    return session.scalar(kept) is not None


def keep(session: Session, meeting_id: int, counted: Mapping[int, Figures]) -> None:
    """Keep what an audit of a meeting counted of each member, in place of an earlier audit's."""
    for one in session.scalars(
        select(AuditedFigures).where(AuditedFigures.meeting_id == meeting_id)
    ):
        session.delete(one)
    session.flush()
    session.add_all(
        AuditedFigures(
            meeting_id=meeting_id,
            person_id=person_id,
            **{name: getattr(figures, name) or 0 for name in _FIGURES},
        )
        for person_id, figures in counted.items()
    )
