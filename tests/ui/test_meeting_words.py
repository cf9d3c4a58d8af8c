"""What is still open of a meeting, in words."""

from app.formats import Money
from app.rules.slips import SlipKind
from app.rules.totals import Difference, Gaps
from app.ui.meeting.words import gaps_in_short, gaps_sentence

MONEY = Money()


def test_what_is_open_is_said_in_full_and_in_short_below_a_head_that_says_so() -> None:
    gaps = Gaps(2, 3, (Difference(SlipKind.REFERRAL, -1),))
    assert gaps_sentence(gaps, MONEY) == "2 marks blank, 1 referral short, 3 visitors to confirm"
    assert gaps_in_short(gaps, MONEY) == "2 marks, 1 referral short, 3 visitors"


def test_nothing_is_said_where_nothing_is_open() -> None:
    assert gaps_sentence(Gaps(), MONEY) == gaps_in_short(Gaps(), MONEY) == ""
