"""The picture of a course: its last value stands where it can be read."""

from app.rules.courses import Course, course_drawing
from app.rules.drawing import Label


def _said(course: Course) -> Label:
    return next(label for label in course_drawing(course).labels if label.strong)


def test_the_last_value_stands_beside_its_dot() -> None:
    label = _said(Course([1, 1], [1, 1, 0, 0, 0, 0, 0], ["", ""], "1"))
    alone = _said(Course([1, 1], [], ["", ""], "1"))
    assert label.at[1] != alone.at[1], "the line of the time before falls through it"
    assert label.at[0] > alone.at[0] - 1


def test_no_line_runs_through_the_last_value() -> None:
    level = [2, 2, 2, 2, 2, 2, 2, 2]
    label = _said(Course([2, 2, 2], level, ["", "", ""], "£ 21,278"))
    quiet = _said(Course([2, 2, 2], [0] * 8, ["", "", ""], "£ 21,278"))
    assert abs(label.at[1] - quiet.at[1]) >= 0.0169


def test_the_first_and_the_last_week_are_named_and_none_too_near_to_another() -> None:
    weeks = ["6 Oct", "13 Oct", "20 Oct", "27 Oct", "3 Nov", "10 Nov"]
    labels = course_drawing(Course([1] * 6, [1] * 25, weeks, "1")).labels
    assert [label.words for label in labels if label.quiet] == ["6 Oct", "10 Nov"]
