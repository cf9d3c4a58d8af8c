"""The summary and a book of statements beside Table of reportlab, fpdf2 and typst.

All draw the same texts in the same face: the peers as plain tables with fixed widths, we with
heads, feet, lights, marks and states around them. fpdf2 and typst are in the group ``bench``;
where they are not installed, their rows are left out.
"""

import json
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from io import BytesIO
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from reportlab.lib.pagesizes import A4 as REPORTLAB_A4
from reportlab.lib.pagesizes import landscape
from reportlab.platypus import PageBreak, SimpleDocTemplate, Table, TableStyle

from app.queries.activity_summary import ActivitySummary
from app.queries.member_statement import MemberStatement
from app.reports import activity_summary, member_statement
from app.reports.cost_words import account
from app.reports.criteria import counted, points, title
from app.reports.kit.binder import Binder
from app.reports.kit.faces import Weight, base, font
from app.reports.score_table import Explained, next_step
from app.reports.state_marks import state_word
from benchmarks.race import Row, race
from tests.reports.invented import A4, summary
from tests.reports.invented_statement import statement

_STATEMENTS, _FEW, _MEMBERS = 340, 34, 60
_MOST_MIB = 120
_SIZE = 8
_REFERRALS = 14  # given; the median of the demo chapter in half a year

_LISTED = re.compile(r"Member\s+[A-J]\d\d\s+Someone")

Cells = list[list[str]]
Leaf = list[Cells]  # the tables of one page


def rows() -> list[Row]:
    """Race the summary of sixty and the book of 340, then see how the book grows."""
    board = summary(_MEMBERS, first=())
    book = [statement(_REFERRALS, name=f"Member {n:03} Someone") for n in range(_STATEMENTS)]
    _compare(activity_summary.pdf(board, A4), [[_summary_cells(board)]], wide=True)
    _compare(_bound(book[:3]), [_leaf(one) for one in book[:3]], wide=False)
    return [
        *_races("Summary of 60 members", lambda: activity_summary.pdf(board, A4),
                lambda: [[_summary_cells(board)]], wide=True, rounds=15),
        *_races("Book of 340 statements", lambda: _bound(book),
                lambda: [_leaf(one) for one in book], wide=False, rounds=3),
        race("A statement in a book of 340 beside one in a book of 34",
             lambda: _bound(book), lambda: [_bound(book[:_FEW]) for _turn in range(10)],
             target=1.1, rounds=3),
        Row("Memory of a process that draws 340 statements", _peak(), _MOST_MIB, 1.0, "MiB"),
    ]  # fmt: skip


def _races(
    name: str,
    ours: Callable[[], object],
    leaves: Callable[[], list[Leaf]],
    *,
    wide: bool,
    rounds: int,
) -> Iterator[Row]:
    for peer, (draw, target) in _peers().items():
        yield race(
            f"{name} beside {peer}", ours, lambda draw=draw: draw(leaves(), wide=wide),  # type: ignore[misc]  # each its own
            target=target, rounds=rounds,
        )  # fmt: skip


_Draw = Callable[..., bytes]


def _peers() -> dict[str, tuple[_Draw, float]]:
    known: dict[str, tuple[_Draw, float]] = {"reportlab's Table": (_by_table, 1.1)}
    if find_spec("fpdf"):
        known["fpdf2"] = (_by_fpdf2, 1.0)
    if find_spec("typst"):
        known["typst"] = (_by_typst, 1.0)
    return known


def _bound(statements: list[MemberStatement]) -> bytes:
    """Draw statements as the stack does."""
    binder = Binder()
    for one in statements:
        member_statement.pdf(one, replace(A4, binder=binder))
    return binder.finish()


def _compare(ours: bytes, leaves: list[Leaf], *, wide: bool) -> None:
    """See that every peer draws every name as often as we do."""
    for draw, _target in _peers().values():
        assert _names(draw(leaves, wide=wide)) == _names(ours)


def _names(pdf: bytes) -> int:
    """Return how often somebody is named whom a list is about."""
    words = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    return sum(len(_LISTED.findall(one)) for one in words)


def _summary_cells(rows: ActivitySummary) -> Cells:
    cells = [["", *"PALMS", "in", "out", "in", "out", "V", "1-2-1", "TYFCB", "CEU", "T"]]
    for line in (*rows.members, rows.visitors, rows.organisation, rows.total):
        figures = getattr(line, "figures", line)
        name = getattr(line, "name", "")
        cells.append([name, *(str(one or "–") for one in _figures(figures))])
    return cells


def _figures(one: object) -> Iterator[object]:
    for name in (
        *("present", "absent", "late", "medical", "substitute", "given_inside", "given_outside"),
        *("received_inside", "received_outside", "visitors", "one_to_ones", "closed_business"),
        *("education", "testimonials"),
    ):
        yield getattr(one, name)


def _leaf(rows: MemberStatement) -> Leaf:
    """Return the texts of a statement as tables."""
    assert rows.score is not None
    explained = Explained(rows.score, rows.profile, rows.money)
    head = [[rows.name, rows.chapter], [f"{rows.seat} · {rows.company}", "1 April – 30 September"]]
    score = [
        [title(row.item), counted(row.count, rows.money), str(row.divisor), str(row.points),
         next_step(explained, row)]
        for row in rows.score.items
    ]  # fmt: skip
    score.append(["Score", "", "", points(rows.score.total, rows.profile), ""])
    weeks = [
        [str(week.mark) for week in rows.weeks],
        [str(week.held_on.day) for week in rows.weeks],
    ]
    passed = [[*_side(rows.given, n), *_side(rows.received, n)] for n in range(len(rows.given))]
    met = [f"{one.partner.name} × {one.times}" for one in rows.met] + list(rows.worth)
    money = [
        [str(one.held_on.day), one.thanked.name, rows.money.whole(one.amount)]
        for one in rows.earned.earned
    ]
    lines = account(rows.back, rows.money) if rows.back else []
    return [
        head, score, weeks, passed,
        [(met[at : at + 4] + [""] * 4)[:4] for at in range(0, len(met), 4)],
        money, [[one.words, one.figure] for one in lines],
        [[f"For {rows.name} only", "Printed 1 October 2026, 08:14", "Page 1 of 1"]],
    ]  # fmt: skip


def _side(rows: tuple[object, ...], place: int) -> list[str]:
    if place >= len(rows):
        return [""] * 4
    one = rows[place]
    about = ", ".join(filter(None, (one.contact, one.note)))  # type: ignore[attr-defined]
    return [f"{one.held_on:%d %b}", one.partner.name, about, state_word(one.state)]  # type: ignore[attr-defined]


def _by_table(leaves: list[Leaf], *, wide: bool) -> bytes:
    face = base(Weight.REGULAR).name
    style = TableStyle(
        [("FONT", (0, 0), (-1, -1), face, _SIZE), ("LINEBELOW", (0, 0), (-1, -1), 0.25, "#CBCFD4")]
    )
    size = landscape(REPORTLAB_A4) if wide else REPORTLAB_A4
    story: list[object] = []
    for leaf in leaves:
        for cells in leaf:
            widths = _widths(cells, size[0] - 84)
            story.append(Table(cells, colWidths=widths, rowHeights=9 if wide else 10, style=style))
        story.append(PageBreak())
    out = BytesIO()
    margins = {f"{side}Margin": 36 for side in ("left", "right", "top", "bottom")}
    SimpleDocTemplate(out, pagesize=size, **margins).build(story)
    return out.getvalue()


def _widths(cells: Cells, room: float) -> list[float]:
    """Return the widths of columns, the first one wide where it holds names."""
    named = len(cells[0]) > 10 and len(cells[1][0]) > 2
    shares = [5 if named and not place else 1 for place in range(len(cells[0]))]
    return [room * share / sum(shares) for share in shares]


def _by_fpdf2(leaves: list[Leaf], *, wide: bool) -> bytes:
    from fpdf import FPDF  # noqa: PLC0415  only where it is installed

    pdf = FPDF("landscape" if wide else "portrait", "pt", "A4")
    pdf.add_font("body", "", _font_file())
    pdf.set_font("body", size=_SIZE)
    pdf.set_auto_page_break(auto=True, margin=30)
    for leaf in leaves:
        pdf.add_page()
        for cells in leaf:
            widths = _widths(cells, pdf.w - 84)
            for line in cells:
                for text, width in zip(line, widths, strict=True):
                    pdf.cell(width, 10, text, border="B")
                pdf.ln(9 if wide else 10)
    return bytes(pdf.output())


_turns = count(1)


def _by_typst(leaves: list[Leaf], *, wide: bool) -> bytes:
    """Draw with typst, in another size each turn: it keeps what it has set in the same before."""
    import typst  # noqa: PLC0415  only where it is installed

    flipped = "true" if wide else "false"
    source = (
        f'#set page("a4", flipped: {flipped}, margin: 30pt)\n'
        f'#set text(size: {_SIZE - 1 + next(_turns) / 10_000}pt, font: "Source Sans Pro")\n'
        '#let leaves = json("leaves.json")\n'
        "#for leaf in leaves {\n  for cells in leaf {\n"
        "    table(columns: cells.at(0).map(w => float(w) * 1pt), inset: 1pt, stroke: 0.25pt,"
        " ..cells.slice(1).flatten())\n  }\n  pagebreak(weak: true)\n}\n"
    )
    room = 740 if wide else 500
    measured = [
        [[[f"{width:.1f}" for width in _widths(cells, room)], *cells] for cells in leaf if cells]
        for leaf in leaves
    ]
    with TemporaryDirectory() as folder:
        (Path(folder) / "leaves.json").write_text(json.dumps(measured))
        place = Path(folder) / "book.typ"
        place.write_text(source)
        made: bytes = typst.compile(str(place), font_paths=[str(Path(_font_file()).parent)])
    return made


def _font_file() -> str:
    return str(font(base(Weight.REGULAR).name).face.filename)


def _peak() -> float:
    """Return the largest memory, in MiB, of a process that draws the book and nothing else."""
    told = subprocess.run(
        [sys.executable, "-c", "from benchmarks.paper import draw; draw()"],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    return float(told.stdout)


def draw() -> None:
    """Draw the book and print the peak of this process."""
    binder = Binder()
    for number in range(_STATEMENTS):
        one = statement(_REFERRALS, name=f"Member {number:03} Someone")
        member_statement.pdf(one, replace(A4, binder=binder))
    binder.finish()
    print(_highest() / 2**20)


def _highest() -> int:
    """Return the most bytes this process ever held; on Linux not what it began as a copy of."""
    known = Path("/proc/self/status")
    if known.exists():
        line = next(one for one in known.read_text().splitlines() if one.startswith("VmHWM:"))
        return int(line.split()[1]) * 2**10
    unit = 1 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
