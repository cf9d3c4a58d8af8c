"""The paper of a statement: one page for one pair of eyes, and a book of many."""

from dataclasses import replace

import pytest

from app.queries.member_statement import MemberStatement
from app.reports.kit.binder import Binder
from app.reports.kit.sheet import Sheet
from app.reports.member_statement import pdf as statement_pdf
from app.rules.returns import Costs
from tests.reports import pdf
from tests.reports.invented import A4, LETTER, NAMES
from tests.reports.invented_statement import statement

SHEETS = pytest.mark.parametrize("sheet", [A4, LETTER], ids=["A4", "Letter"])


@SHEETS
@pytest.mark.parametrize("count", [0, 1, 6, 14])
def test_half_a_year_of_most_members_stands_on_one_page(sheet: Sheet, count: int) -> None:
    assert pdf.page_count(statement_pdf(statement(count, NAMES), sheet)) == 1


def test_it_says_whom_it_is_for_and_why_the_score_is_so() -> None:
    words = " ".join(pdf.text(statement_pdf(statement(12), A4)).split())

    assert "For Ann Kowalska only" in words
    assert "Why 50" in words
    assert "20 more to green" in words
    assert "You were thanked 7 times for £ 8,150, by 5 people, unnamed." in words


def test_cost_is_set_against_what_it_brought() -> None:
    words = pdf.text(statement_pdf(statement(12), A4))

    assert "Membership, 6 months 325" in words
    assert "Cost 689" in words


def test_who_stated_no_cost_is_told_where_to() -> None:
    words = pdf.text(statement_pdf(statement(12, costs=Costs()), A4))

    assert "State on your page what membership costs you" in words


def test_a_profile_of_seven_items_fits_as_well() -> None:
    document = statement_pdf(statement(8, NAMES, profile="uk-2012"), A4)

    assert pdf.page_count(document) == 1


def _book(*statements: MemberStatement) -> bytes:
    binder = Binder()
    for one in statements:
        statement_pdf(one, replace(A4, binder=binder))
    return binder.finish()


def test_in_a_stack_each_statement_has_its_own_head_and_count() -> None:
    bob = replace(statement(40), name="Bob Hartley")
    document = _book(statement(3), bob)
    pages = [page.extract_text() for page in pdf.reader(document).pages]

    assert "For Ann Kowalska only" in pages[0]
    assert "Page 1 of 1" in pages[0]
    assert "Ann Kowalska" not in "".join(pages[1:])
    assert f"Page 1 of {len(pages) - 1}" in pages[1]


def test_the_same_rows_make_the_same_bytes() -> None:
    one = statement(9, NAMES)

    assert _book(one, one) == _book(one, one)
