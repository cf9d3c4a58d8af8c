"""Whatever has come in meanwhile, a file that was imported before adds nothing."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.queries.check import contradictions
from tests.exchange.packing import Container
from tests.exchange.samples import Slip, education, one_to_one, referral, summary, thanks, visitor
from tests.imported_book import ELM, EVENING, ImportedBook, audit, member

OAK = "Oak, South Shore, Freedonia"
ELM_TOWN = "Elm, South Shore, Freedonia"
NAMES = st.sampled_from(["Ann Lee", "Lee Ann", "ANN  LEE", "Lee, Ann", "Bob Hart", "Bob M. Hart"])
DETAILS = st.sampled_from(["", ELM, OAK, ELM_TOWN, "Elm"])
SIDES = st.sampled_from(["", "giver", "receiver"])
SLIPS: st.SearchStrategy[Slip] = st.one_of(
    st.builds(referral, NAMES, NAMES, st.sampled_from([1, 2]), outside=SIDES, detail=DETAILS),
    st.builds(one_to_one, NAMES, NAMES, outside=SIDES, detail=DETAILS),
    st.builds(thanks, NAMES, st.sampled_from(["9.00", "10.50"]), detail=DETAILS),
    st.builds(visitor, NAMES, st.sampled_from(["Una Flynn", "una  flynn", "Ann Lee"])),
    st.builds(education, NAMES, st.sampled_from(["1", "2"])),
)
CONTAINERS: st.SearchStrategy[Container] = st.sampled_from(["spreadsheetml", "csv"])
DAYS = st.integers(0, 2).map(lambda week: EVENING + timedelta(weeks=week))


@dataclass(frozen=True)
class Audit:
    rows: list[Slip]
    held_on: date
    container: Container

    def content(self) -> bytes:
        return audit(self.rows, held_on=self.held_on, container=self.container)


@dataclass(frozen=True)
class Summary:
    listed: list[str]
    mark: Literal["p", "a"]
    weeks: int
    period: tuple[date, date]

    def content(self) -> bytes:
        rows = [member(name.replace(",", ""), **{self.mark: self.weeks}) for name in self.listed]
        return summary(rows, period=self.period)


AUDITS = st.builds(Audit, st.lists(SLIPS, min_size=1, max_size=6), DAYS, CONTAINERS)
PERIODS = DAYS.flatmap(lambda end: st.sampled_from([(end, end), (date(2024, 10, 1), end)]))
SUMMARIES = st.builds(
    Summary,
    st.lists(NAMES, min_size=1, max_size=4),
    st.sampled_from(["p", "a"]),
    st.sampled_from([1, 3]),
    PERIODS,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(AUDITS | SUMMARIES, min_size=1, max_size=5))
def test_every_file_again_adds_nothing(
    tmp_path_factory: pytest.TempPathFactory, files: list[Audit | Summary]
) -> None:
    book = ImportedBook.empty(tmp_path_factory.mktemp("book"))
    replaced: dict[tuple[date, date], Audit | Summary] = {}
    with book.store:
        for file in files:
            book.bring_in(file.content())
            assert not book.bring_in(file.content()).tables
            if isinstance(file, Summary):
                replaced[file.period] = file
        for file in files:
            if isinstance(file, Audit) or replaced[file.period] is file:
                assert not book.bring_in(file.content()).tables
        assert {fault.reason for fault in book.ask(contradictions)} <= {"check_official"}
