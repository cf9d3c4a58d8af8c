"""A whole evening by keyboard alone, through the window, with every key counted."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.queries.meeting import MeetingSheet, meeting_sheet
from app.rules.attendance import Attendance
from app.rules.identifiers import MeetingId
from app.rules.meetings import MeetingState
from app.rules.slips import SlipKind, Tier
from app.rules.totals import Totals
from app.ui.desk import Desk
from app.ui.gateway import Gateway
from app.ui.memory import Memory
from app.ui.pages import pages
from app.ui.window import Window
from tests.small_book import NOON, SmallBook
from tests.ui.evening import Secretary

BUDGET = 900
ROLL_BUDGET = 20
REFERRAL_BUDGET = 14
TUESDAY = date(2026, 11, 24)

MEMBERS = [
    "Ann Whitfield", "Bob Hartley", "José Carvalho", "Łukasz Nowak", "Đặng Thu Hà",
    "山田 健一", "محمد الحداد", "अनिता शर्मा", "Fiona Maclean", "Oluwaseun Adeyemi",
    "Greta Lindqvist", "Tomás Ó Briain", "Priya Raman", "Henrik Sørensen", "Claire Dubois",
    "Marcus Webb", "Ελένη Παππά", "Sam Okafor", "Katarína Šimková", "Юлія Коваль",
    "David Rosen", "Nadia Haddad", "George Pike", "Ingrid Bauer", "Tevita Fale",
    "Laura Conti", "이서연", "Peter Blackwood", "Ruth Abrahams", "Chidi Eze",
    "Wanda Zielińska", "Rafael Ortiz", "Siân Prosser", "Ming Zhao", "Yusuf Demir",
    "Carol Jennings", "Arjun Mehta", "Elsa Virtanen", "Noel Farrugia", "Grace Mbeki",
]  # fmt: skip

REFERRALS = [
    "r ann bob kitchen refit", "r sian nadia", "r 6 bob loft conversion", "r yusuf dana@harbour",
    "r 17 jose in", "r 7 elsa banner stand", "r carol ann", "r bob greta", "r fio dav last will",
    "r lukasz ming", "r gra ing", "r noel ruth", "r tom pet roof repair", "r pri laura",
    "r hen marc", "r cla sam in", "r kat 20", "r raf 27 wedding menu", "r ming arj", "r 8 tev",
    "r chi geo", "r wan cla", "r olu pri tax", "r dav fio", "r elsa 6",
]  # fmt: skip
ONE_TO_ONES = [
    "o noel laura", "o 27 marc", "o ann bob", "o sam ing", "o tom cla", "o 8 17",
    "o dav nad", "o gre hen", "o jose wan", "o ruth chi", "o yus caro", "o arj elsa",
]  # fmt: skip
BUSINESS = [
    "b bob gre 6400", "b fio dav 2150 rep", "b lau 8 1.2k", "b ann caro 480", "b pet tom 900",
    "b sam pri 1250.50", "b ing gra 310", "b wan noel 700 rep", "b 20 kat 890",
]  # fmt: skip
VISITORS = ["v luk Mary Ray, florist", "v gra Tom Aldous, baker", "v ann Eve Stone, vet"]
EDUCATION = [
    f"c {who}" for who in ("ann", "bob", "6", "7", "fio", "gre", "tom", "pri", "hen", "sam")
]
ALOUD = ["25", "12", "14280.50", "3", "10", ""]


@pytest.fixture
def secretary(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Secretary]:
    book = SmallBook.create(tmp_path)
    for name in MEMBERS:
        book.member(name)
    gateway = Gateway(book.store)
    desk = Desk(gateway, now=lambda: NOON, memory=Memory(tmp_path / "window.ini"), parent=qapp)
    window = Window(desk, pages())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("today")
    typist = Secretary(window)
    typist.wait()
    yield typist
    gateway.close()


def sheet(secretary: Secretary) -> MeetingSheet:
    found: list[MeetingSheet] = []
    secretary.window.desk.gateway.read(meeting_sheet, MeetingId(1)).then(found.append)
    secretary.wait()
    return found[0]


def open_next_tuesday(secretary: Secretary) -> None:
    secretary.command(Qt.Key.Key_2)
    secretary.wait()
    secretary.command(Qt.Key.Key_N)
    secretary.type("\n")
    secretary.wait()


def mark_the_roll(secretary: Secretary) -> int:
    before = secretary.keys
    secretary.type("3l4s\n12a20m25l30ae")
    secretary.wait()
    return secretary.keys - before


def hand_in(secretary: Secretary, lines: list[str]) -> list[int]:
    """Type slips, each with its Enter; return the keys each took."""
    used = []
    for line in lines:
        before = secretary.keys
        secretary.type(f"{line}\n")
        used.append(secretary.keys - before)
    return used


def test_a_whole_evening_fits_the_budget_of_keys(
    secretary: Secretary, record_property: Callable[[str, object], None]
) -> None:
    open_next_tuesday(secretary)
    roll = mark_the_roll(secretary)
    secretary.type("\t")
    referrals = hand_in(secretary, REFERRALS)
    hand_in(secretary, [*ONE_TO_ONES, *BUSINESS, *VISITORS, *EDUCATION])
    secretary.wait()
    secretary.press(Qt.Key.Key_F6, times=2)
    secretary.type("".join(f"{total}\n" for total in ALOUD))
    secretary.wait()
    secretary.command(Qt.Key.Key_Return)
    secretary.wait()
    secretary.type("\n")
    secretary.wait()

    middle = median(referrals)
    record_property("The evening", f"{secretary.keys} keys, the roll {roll}, a referral {middle}")
    assert secretary.keys <= BUDGET
    assert roll <= ROLL_BUDGET
    assert median(referrals) <= REFERRAL_BUDGET
    check(sheet(secretary))


def check(found: MeetingSheet) -> None:
    """Compare everything stored with what was typed."""
    marks = Counter(row.attendance for row in found.roll)
    assert found.held_on == TUESDAY
    assert found.state is MeetingState.COMPLETED
    assert marks == {
        Attendance.PRESENT: 34,
        Attendance.ABSENT: 2,
        Attendance.LATE: 2,
        Attendance.MEDICAL: 1,
        Attendance.SUBSTITUTE: 1,
    }
    assert {row.number: row.attendance for row in found.roll if row.attendance != "P"} == {
        3: "L", 4: "S", 12: "A", 20: "M", 25: "L", 30: "A",
    }  # fmt: skip
    assert found.entered == Totals(25, 12, 1_428_050, 3, 10, 0)
    assert found.read == Totals(25, 12, 1_428_050, 3, 10, None)
    assert not found.gaps
    check_slips(found)


def check_slips(found: MeetingSheet) -> None:
    """Compare single slips of every kind."""
    by_kind: dict[SlipKind, list[tuple[object, ...]]] = {kind: [] for kind in SlipKind}
    for slip in found.slips:
        facts = (slip.giver.name, slip.receiver.name, slip.tier, slip.amount, slip.note)
        by_kind[slip.kind].append(facts)
    referrals = by_kind[SlipKind.REFERRAL]
    assert referrals[0] == ("Ann Whitfield", "Bob Hartley", Tier.OUTSIDE, None, "kitchen refit")
    assert referrals[2] == ("山田 健一", "Bob Hartley", Tier.OUTSIDE, None, "loft conversion")
    assert referrals[3] == ("Yusuf Demir", "Dana", Tier.OUTSIDE, None, "")
    assert referrals[4] == ("Ελένη Παππά", "José Carvalho", Tier.INSIDE, None, "")
    assert sum(1 for slip in found.slips if slip.receiver.chapter == "Harbour") == 1
    business = by_kind[SlipKind.CLOSED_BUSINESS]
    assert business[0] == ("Greta Lindqvist", "Bob Hartley", None, 640_000, "")
    assert business[2] == ("अनिता शर्मा", "Laura Conti", None, 120_000, "")
    assert sum(1 for slip in found.slips if slip.repeat) == 2
    guests = [slip.visit for slip in found.slips if slip.visit is not None]
    assert [(guest.name, guest.profession) for guest in guests] == [
        ("Mary Ray", "florist"),
        ("Tom Aldous", "baker"),
        ("Eve Stone", "vet"),
    ]
    assert all(slip.confirmed for slip in found.slips if slip.visit is not None)


def test_the_last_three_things_are_undone_one_by_one(secretary: Secretary) -> None:
    open_next_tuesday(secretary)
    secretary.type("a")
    secretary.type("\t")
    hand_in(secretary, ["r ann bob", "c bob 2", "o ann bob"])
    secretary.wait()
    assert sheet(secretary).entered == Totals(1, 1, 0, 0, 2, 0)

    secretary.command(Qt.Key.Key_Z)
    secretary.wait()
    assert sheet(secretary).entered == Totals(1, 0, 0, 0, 2, 0)
    secretary.command(Qt.Key.Key_Z)
    secretary.command(Qt.Key.Key_Z)
    secretary.wait()
    found = sheet(secretary)
    assert found.slips == ()
    assert found.marked(Attendance.ABSENT) == 1

    secretary.press(
        Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    secretary.wait()
    assert sheet(secretary).entered.referrals == 1
