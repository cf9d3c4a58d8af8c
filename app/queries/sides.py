"""One side of a slip, as every list shows it: who, and from which chapter."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, func
from sqlalchemy.orm import InstrumentedAttribute, aliased

from app.models.people import Person
from app.rules.identifiers import PersonId
from app.rules.people import PersonKind

Giver = aliased(Person)
Receiver = aliased(Person)


@dataclass(frozen=True, slots=True)
class Side:
    """Who stands on one side of a slip; ``chapter`` only of people of other chapters.

    Nobody is known where there is no id; the name is then the one written on the slip, if any.
    """

    person_id: PersonId | None
    name: str
    kind: PersonKind | None
    chapter: str

    @property
    def home(self) -> bool:
        """Whether this is a member of the chapter, now or before."""
        return self.kind is PersonKind.MEMBER


def side_columns(
    name: str, person: type[Person], written: ColumnElement[str] | InstrumentedAttribute[str] | str
) -> tuple[ColumnElement[Any], ...]:
    """Return the columns a side is made from, for a person outer-joined to a slip."""
    return (
        person.id.label(f"{name}_id"),
        func.coalesce(person.name, written).label(f"{name}_name"),
        person.kind.label(f"{name}_kind"),
        func.coalesce(person.home_chapter, "").label(f"{name}_chapter"),
    )


def side(row: Row[*tuple[Any, ...]], name: str) -> Side:
    """Return a side from a row that has its columns."""
    columns = row._mapping  # noqa: SLF001  the documented way to read a row by name
    person_id = columns[f"{name}_id"]
    return Side(
        None if person_id is None else PersonId(person_id),
        columns[f"{name}_name"],
        columns[f"{name}_kind"],
        columns[f"{name}_chapter"],
    )
