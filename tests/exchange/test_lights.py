"""Published traffic lights are read from PDFs and tables, and a PDF without any is refused."""

import io
from collections.abc import Sequence
from datetime import date

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.errors import UnreadableFileError
from app.exchange.lights import Lights
from app.exchange.reading import ReportKind, read
from tests.exchange import list_samples as lists

# Points, weeks, P A L M S, five counters, attendance; each value with its points; the amount.
US = "{points} 25 20 1 1 1 2 30 20 4 26 24 94% 15 1.25 20 0.167 10 1.08 20 1.00 20 1,382"
INDIA = "24 1 0 0 1 30 20 6 2 {amount} 3 26 {points}"


def pdf(*lines: tuple[str, str], title: str = "Traffic Lights") -> bytes:
    """Return a page as reports draw it: each word where its column is."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(40, 800, title)
    canvas.setFontSize(6)
    for place, (name, figures) in enumerate(lines):
        height = 760 - 14 * place
        for column, figure in reversed([*enumerate(figures.split())]):  # drawn in any order
            canvas.drawString(170 + 17 * column, height, figure)
        canvas.drawString(40, height, name)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def lights(content: bytes) -> Lights:
    report = read(content).report
    assert isinstance(report, Lights)
    return report


def points(content: bytes) -> list[tuple[str, int]]:
    return [(row.name, row.points) for row in lights(content).rows]


def told(names: Sequence[str], line: str) -> list[tuple[str, str]]:
    return [(name, line.format(points=60 + place, amount="-")) for place, name in enumerate(names)]


def test_a_regional_report_gives_each_members_points() -> None:
    content = pdf(*told(["Lee, Ann", "Hart, Bob NMLS # 738405"], US), ("Chapter Totals", "9 9 9"))
    assert read(content).kind is ReportKind.LIGHTS
    assert points(content) == [("Ann Lee", 6000), ("Bob NMLS # 738405 Hart", 6100)]


def test_a_report_of_half_a_year_names_its_months() -> None:
    title = "MEMBER TRAFFIC LIGHTS FOR JAN-26 TO JUN-26"
    content = pdf(*told(["Ann Lee", "Bob Hart"], INDIA), title=title)
    assert points(content) == [("Ann Lee", 6000), ("Bob Hart", 6100)]
    found = lights(content)
    assert (found.starts_on, found.ends_on) == (date(2026, 1, 1), date(2026, 6, 30))


def test_a_line_whose_weeks_are_not_the_sum_of_its_marks_is_none() -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(pdf(("Lee, Ann", US.format(points=60).replace("25 20 1", "26 20 1"))), "letter.pdf")
    assert refused.value.reason == "file_is_pdf"


def test_of_a_table_of_points_the_latest_day_counts() -> None:
    labels = ("Datum", "Mitglied", "Platzierung", "Abwesenheit", "Empfehlungen", "Umsatzdanke",
              "Besucher", "121s", "Testimonials", "CTE", "Punkte")  # fmt: skip
    rows = [
        ["01.01.2026", "Ann Lee", "1", "0", "9", "1", "1", "9", "1", "9", "55"],
        ["01.02.2026", "Ann Lee", "1", "0", "9", "1", "1", "9", "1", "9", "62,5"],
    ]
    content = lists.listed(labels, rows, container="csv")
    assert read(content).kind is ReportKind.LIGHTS
    assert points(content) == [("Ann Lee", 6250)]


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(b"%PDF-1.7 Dear Sir", "letter.pdf")
    assert refused.value.reason == "file_damaged"
