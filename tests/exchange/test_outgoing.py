"""What leaves the program harms nobody and can be read again."""

import csv
import io
from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from app.exchange.outgoing import calendars, cards, content_lines
from app.exchange.outgoing.cells import defused, mended
from app.exchange.outgoing.csv_files import written

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)
ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("'=+-@\t\r\n＝＋－＠,\";\\ "), st.characters(exclude_categories=["Cs"])
    )
)


@given(ANY_TEXT)
def test_text_comes_back_as_it_was_and_runs_nowhere(text: str) -> None:
    assert mended(defused(text)) == text
    assert not defused(text).startswith(tuple("=+-@\t\r＝＋－＠"))


@given(ANY_TEXT)
def test_a_cell_survives_a_csv_file(text: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerow([written(text), "x"])
    file.seek(0)
    assert mended(next(csv.reader(file))[0]) == text


def test_numbers_stay_numbers_and_telephones_stay_text() -> None:
    assert written(-5) == "-5"
    assert written("+420 111 222") == "'+420 111 222"
    assert written(None) == ""


@given(ANY_TEXT)
def test_a_folded_line_is_short_and_whole(text: str) -> None:
    line = f"SUMMARY:{content_lines.escaped(text)}"
    folded = content_lines.folded(line)
    pieces = folded.removesuffix("\r\n").split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == line
    assert all(piece.startswith(" ") for piece in pieces[1:])


def test_what_means_something_to_a_calendar_is_escaped() -> None:
    assert content_lines.escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne"


def test_a_meeting_stands_at_its_hour_and_a_holiday_leaves_the_day_free() -> None:
    evening = calendars.Event("1@x", date(2026, 11, 17), "Meeting", time(18, 30))
    holiday = calendars.Event("2@x", date(2026, 12, 29), "No meeting")
    lines = list(calendars.lines("Riverside", [evening, holiday], NOON))
    assert "DTSTART:20261117T183000" in lines
    assert "DTEND:20261117T200000" in lines
    assert "DTSTART;VALUE=DATE:20261229" in lines
    assert "DTEND;VALUE=DATE:20261230" in lines
    assert lines.count("TRANSP:TRANSPARENT") == 1


def test_a_card_says_nothing_of_what_is_not_known() -> None:
    card = cards.Card("1-2", "Riverside", "山田 健一", phone="+44 1632, 7")
    assert list(cards.lines([card], NOON)) == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "KIND:individual",
        "UID:urn:uuid:1-2",
        "FN:山田 健一",
        "TEL;VALUE=text;TYPE=work:+44 1632\\, 7",
        "CATEGORIES:Riverside",
        "REV:20261117T120000Z",
        "END:VCARD",
    ]
