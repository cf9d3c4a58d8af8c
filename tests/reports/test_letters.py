"""Letters on paper: the facts they rest on, hard names, more than one page, nothing for others."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from app import formats
from app.queries.letter_sheets import Letters, LetterSheet
from app.reports import letters as paper
from app.reports.kit.sheet import MARGIN, Sheet
from app.reports.letter_facts import dates
from app.rules.attendance import Attendance
from app.rules.attendance_policy import Missed
from app.rules.identifiers import PersonId
from app.rules.letter_texts import usual
from app.rules.letters import LetterKind
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.scoring.profile import Policy
from tests.reports import pdf
from tests.reports.invented import A4, LETTER, LONG, MARKUP, NAMES

DAY = date(2026, 11, 23)
WINDOW = Period(date(2026, 5, 18), date(2026, 11, 17))
MISSED = tuple(
    Missed(WINDOW.end - timedelta(weeks=ago), Attendance.ABSENT, DAY) for ago in (5, 3, 0)
)
ALL = [(LetterKind.ABSENCE, 1), (LetterKind.ABSENCE, 2), (LetterKind.ABSENCE, 3),
       (LetterKind.SEAT, 0), (LetterKind.PROBATION, 0), (LetterKind.RENEWAL, 120),
       (LetterKind.RENEWAL, 30), (LetterKind.WELCOME, 0)]  # fmt: skip


def _letter(name: str, kind: LetterKind = LetterKind.ABSENCE, step: int = 3) -> LetterSheet:
    text = usual(kind, step)
    return LetterSheet(
        PersonId(1), name, name.partition(" ")[0], "Kitchen fitter", "Hartley Kitchens",
        "The Old Mill, 4 Quay Street, Estuary", kind, step, WINDOW.end, WINDOW,
        Fraction(len(MISSED)), MISSED, date(2024, 1, 2), DAY + timedelta(days=30), "Ann Abbot",
        text.subject, text.body,
    )  # fmt: skip


def _letters(*letters: LetterSheet, audience: Audience = Audience.OFFICERS) -> Letters:
    return Letters("Riverside Chapter", "The Boathouse", DAY, audience, "Ann Abbot", Policy(),
                   letters)  # fmt: skip


@pytest.mark.parametrize("sheet", [A4, LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize(("kind", "step"), ALL)
def test_every_letter_stays_inside_its_one_page_whatever_the_name(
    kind: LetterKind, step: int, sheet: Sheet
) -> None:
    for name in (*NAMES, LONG, MARKUP):
        document = paper.pdf(_letters(_letter(name, kind, step)), sheet)
        assert pdf.page_count(document) == 1
        width = float(pdf.reader(document).pages[0].mediabox.width)
        assert all(
            sign.left >= MARGIN - 2 and sign.right <= width - MARGIN + 2
            for sign in pdf.signs(document)
        )


def test_days_window_and_rule_stand_on_the_letter_whatever_its_wording() -> None:
    letter = replace(_letter("Bob Hartley"), subject="Hello", body="Come.")
    words = " ".join(pdf.text(paper.pdf(_letters(letter), A4)).split())
    assert "13 October, 27 October and 17 November 2026" in words
    assert "18 May – 17 November 2026" in words
    assert "At most 3 absences within 6 months." in words
    assert "For Bob Hartley only" in words


def test_a_probation_without_an_end_is_until_further_notice() -> None:
    begun = Period(date(2026, 11, 17), date(2026, 11, 17))
    open_ended = replace(_letter("Ann Bell", LetterKind.PROBATION, 0), window=begun)

    words = " ".join(pdf.text(paper.pdf(_letters(open_ended), A4)).split())

    assert "on probation from 17 November 2026 until further notice." in words
    assert "Within from 17 November 2026 on" in words


def test_markup_and_braces_in_a_name_are_only_signs() -> None:
    words = pdf.text(paper.pdf(_letters(_letter("Bob <b>{dates}</b> & Co")), A4))
    assert "Bob <b>{dates}</b> & Co" in words


def test_days_of_two_years_each_say_theirs() -> None:
    both = (Missed(date(2026, 12, 29), Attendance.ABSENT, DAY),
            Missed(date(2027, 1, 5), Attendance.ABSENT, DAY))  # fmt: skip
    assert dates(both) == "29 December 2026 and 5 January 2027"


def test_marks_that_are_no_plain_absences_are_named() -> None:
    mixed = (*MISSED[:1], Missed(DAY, Attendance.LATE, DAY))
    assert dates(mixed) == "13 October and 23 November 2026 (late)"


def test_a_long_letter_goes_on_to_a_page_of_its_own_count() -> None:
    long = replace(_letter("Bob Hartley"), body="\n\n".join(["A paragraph of words. " * 30] * 12))
    document = paper.pdf(_letters(long, _letter("Carol Jones")), A4)
    pages = [page.extract_text() for page in pdf.reader(document).pages]
    assert len(pages) > 2
    assert "page 2" in pages[1]
    assert "For Carol Jones only" in pages[-1]
    assert "page" not in pages[-1].splitlines()[-1]


def test_no_letter_is_due_is_said_on_paper() -> None:
    words = pdf.text(paper.absence_pdf(_letters(), A4))
    assert "No letter is due." in words
    assert "For officers" in words


def test_the_same_letters_give_the_same_bytes() -> None:
    made = [paper.pdf(_letters(*(_letter(name) for name in NAMES)), A4) for _time in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("days", "said"),
    [(30, "in 30 days,"), (1, "in 1 day,"), (0, "today,"), (-1, "1 day ago,")],
)
def test_a_renewal_says_how_far_it_is_as_one_would(days: int, said: str) -> None:
    due = DAY + timedelta(days=days)
    letter = replace(_letter("Bob Hartley", LetterKind.RENEWAL, 30), renewal_due=due)
    words = " ".join(pdf.text(paper.pdf(_letters(letter), A4)).split())
    assert f"ends on {formats.day_full(due)}, {said} and we have no renewal" in words


def test_one_absence_is_one_time() -> None:
    letter = replace(_letter("Bob Hartley", LetterKind.SEAT, 0), absences=Fraction(1))
    words = " ".join(pdf.text(paper.pdf(_letters(letter), A4)).split())
    assert "you were absent 1 time: on" in words
