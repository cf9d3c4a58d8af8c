"""What the columns of the chapter's own lists mean: said once, and known again."""

import json
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.imports import ColumnMap
from app.rules.exports import Subject


def explain(
    session: Session, *, header_key: str, subject: Subject, columns: Mapping[str, int]
) -> None:
    """Keep what a list with such a header is about, and which column means what, from 1."""
    told = json.dumps(dict(columns), sort_keys=True)
    known = session.scalar(select(ColumnMap).where(ColumnMap.header_key == header_key))
    if known is None:
        session.add(ColumnMap(header_key=header_key, subject=subject.value, columns=told))
    else:
        known.subject, known.columns = subject.value, told
