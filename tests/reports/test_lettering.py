import pytest

from app.reports.kit.document import Document, Masthead
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import fit, two_lines, wrap
from app.reports.kit.page import Page, Style
from tests.reports import pdf
from tests.reports.invented import A4, LONG, MARKUP

PLAIN = Style(9)


def _document() -> tuple[Document, Page]:
    document = Document(A4, Masthead("Title", "", "Chapter", "October 2026", "For the room"))
    return document, document.turn()[0]


def _copied(*names: str, weight: Weight = Weight.REGULAR) -> str:
    document, page = _document()
    for place, name in enumerate(names):
        page.text(60, 120 + 20 * place, name, Style(12, weight))
    return pdf.text(document.finish())


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize(
    "name",
    [
        "Łukasz Żółtowski",
        "José",
        "Đặng Thị Hạnh",
        "Дмитрий Волков",
        "Ελένη Παππά",
        "山田 太郎",
        "이서연",
        "محمد العلي",
        "علاء الدين",
        "שרה כהן",
        "अनिता शर्मा",
        "क्षितिज ज्ञानेश्वरी",
        "สมชาย ใจดี",
        "Ann (Nan) \\ 1/2",
        MARKUP,
    ],
)
def test_a_name_is_copied_from_paper_as_it_is_written(name: str, weight: Weight) -> None:
    assert name in _copied(name, weight=weight)


def test_every_font_is_embedded_and_none_is_the_readers_own() -> None:
    document, page = _document()
    page.text(60, 120, "Ann 山田 محمد अनिता", PLAIN)

    fonts = pdf.fonts(document.finish())

    assert len(fonts) > 3
    for name, embedded in fonts.items():
        assert embedded, name


def test_a_sign_that_no_font_has_is_never_dropped_in_silence() -> None:
    assert "no font here can draw" in _copied("Ann \U000110d5")
    assert "no font here can draw" not in _copied("Ann")


def test_marks_that_only_command_direction_cannot_turn_the_text_around_them() -> None:
    assert "Ann live Bob" in _copied("Ann \u202elive\u202c Bob")


def test_joined_letters_are_narrower_than_their_parts() -> None:
    _document_made, page = _document()

    joined = page.width("क्षि", PLAIN)

    assert 0 < joined < sum(page.width(sign, PLAIN) for sign in "क्षि")


def test_a_long_name_is_shrunk_before_it_is_cut() -> None:
    _document_made, page = _document()
    width = page.width(LONG, PLAIN)

    assert fit(page, LONG, PLAIN, width).style == PLAIN
    shrunk = fit(page, LONG, PLAIN, width * 0.87)
    assert (shrunk.text, shrunk.style.size) == (LONG, 7.65)
    cut = fit(page, LONG, PLAIN, width * 0.5)
    assert cut.text.endswith("…")
    assert page.width(cut.text, cut.style) <= width * 0.5


def test_two_lines_hold_all_of_a_long_name() -> None:
    _document_made, page = _document()

    lines = two_lines(page, LONG, PLAIN, page.width(LONG, PLAIN) * 0.5)

    assert len(lines) == 2
    assert "".join(line.text.strip() for line in lines).replace(" ", "") == LONG.replace(" ", "")


def test_a_list_breaks_between_names_and_inside_one_only_where_it_is_longer_than_a_line() -> None:
    _document_made, page = _document()
    room = page.width("Ann Smith, Bob Jones,", PLAIN) + 1

    lines = wrap(page, ["Ann Smith", "Bob Jones", "Carol Brown"], PLAIN, room, ",")

    assert lines == [["Ann Smith", "Bob Jones"], ["Carol Brown"]]
    assert len(wrap(page, [LONG], PLAIN, room, ",")) > 1
