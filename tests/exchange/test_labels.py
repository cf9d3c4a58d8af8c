"""The words of all languages are told apart by one key."""

import pytest

from app.exchange import labels
from app.exchange.labels import Column, Heading, SlipColumn


@pytest.mark.parametrize(
    ("label", "column"),
    [
        ("$ if TYFCB", SlipColumn.AMOUNT),
        ("₹ if TYFCB", SlipColumn.AMOUNT),
        ("NT$ if TYFCB", SlipColumn.AMOUNT),
        ("TYFCB Amount", SlipColumn.AMOUNT),
        ("Business Amount (INR)", SlipColumn.AMOUNT),
        ("Qty if CEU", SlipColumn.CREDITS),
        (" slip  TYPE ", SlipColumn.KIND),
        ("自", SlipColumn.GIVER),
        ("Remarks", None),
    ],
)
def test_slip_labels(label: str, column: SlipColumn | None) -> None:
    assert labels.slip_column(label) is column


@pytest.mark.parametrize(
    ("label", "column"),
    [
        ("1-2-1", Column.ONE_TO_ONES),
        ("F-2-F", Column.ONE_TO_ONES),
        ("TYFCB(VND)", Column.CLOSED_BUSINESS),
        ("TYFCB（TWD）", Column.CLOSED_BUSINESS),
        ("Rev Rcvd", Column.RECEIVED),
        ("R (extern)", Column.RECEIVED_OUTSIDE),
        ("替代人(代理人)", Column.SUBSTITUTE),
        ("T", Column.TESTIMONIALS),
        ("►", None),
    ],
)
def test_summary_labels(label: str, column: Column | None) -> None:
    assert labels.summary_column(label) is column


@pytest.mark.parametrize(
    ("label", "heading"),
    [("From:", Heading.FROM), ("至：", Heading.TO), ("Tới:", Heading.TO), ("", None)],
)
def test_headings(label: str, heading: Heading | None) -> None:
    assert labels.heading(label) is heading
