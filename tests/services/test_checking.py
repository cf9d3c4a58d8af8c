"""What an official list says is taken over, and nothing of what it contradicts is left behind."""

from app.queries.meeting import meeting_sheet
from app.rules.attendance import Attendance
from app.rules.corrections import Correction, Cure
from app.services import attendance, checking
from tests.services.stage import Stage
from tests.small_book import SmallBook


def test_who_was_there_himself_had_no_substitute(book: SmallBook, stage: Stage) -> None:
    book.write(
        attendance.mark,
        meeting_id=stage.draft,
        person_id=stage.ann,
        attendance=Attendance.SUBSTITUTE,
        substitute="Clara Bell",
    )
    taken = Correction(Cure.TAKE_MARK, stage.draft, giver_id=stage.ann, mark=Attendance.PRESENT)

    book.write(checking.correct, correction=taken)

    roll = {int(row.person_id): row for row in book.ask(meeting_sheet, stage.draft).roll}
    assert (roll[stage.ann].attendance, roll[stage.ann].substitute) == (Attendance.PRESENT, "")
