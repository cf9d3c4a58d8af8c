"""What an import would do: asked before anything is stored, and again by the deed that stores it.

``standing``    what the book holds already
``directory``   whose name it is; ``entries`` how names are found, ``people`` what comes of them
``held``        which slips a meeting has already
``rosters`` ``visits`` ``attended`` ``trained``    what each kind of list adds
``facts`` ``guests`` ``records``    single facts about people, as far as the book lacks them
``naming``      whether a file is of this chapter
``audits`` ``summaries``   what each kind of file adds; ``counting`` what it says in numbers
``taking``      which of these a file is for
``desk`` ``planning``      all files of one import together
``plans``       what is to be stored; ``preview`` what the user sees of it
"""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.queries.imports.planning import compared_period, meeting_days, plan
from app.queries.imports.plans import Answers, FilePlan, ImportFile, ImportPlan
from app.queries.imports.preview import FilePreview, ImportPreview
from app.queries.imports.standing import Standing, as_of, standing

__all__ = [
    "FilePlan",
    "FilePreview",
    "ImportFile",
    "ImportPlan",
    "ImportPreview",
    "Standing",
    "as_of",
    "plan",
    "plan_import",
]


def plan_import(
    session: Session,
    *,
    files: Sequence[ImportFile],
    other_chapter: bool = False,
    answers: Answers | None = None,
) -> ImportPlan:
    """Return what files would add to the book, with the preview of it; nothing is stored."""
    latest = session.scalar(select(func.max(Meeting.held_on)))
    compared = compared_period(files, latest) if latest else None
    known = standing(session, meeting_days(files), compared)
    return plan(known, files, other_chapter=other_chapter, answers=answers)
