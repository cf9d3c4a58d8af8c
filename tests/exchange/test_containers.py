"""What a file is shows in its bytes: containers, encodings, styles, gaps and spacers."""

import codecs
import re
from pathlib import Path

import pytest

from app.errors import UnreadableFileError
from app.exchange import checks
from app.exchange.reading import read
from app.exchange.sheets import Row
from app.exchange.slips import SlipsAudit
from app.exchange.sniffing import Container
from app.exchange.sources import open_source
from app.exchange.spreadsheetml import sheets
from tests.exchange import samples
from tests.exchange.packing import SS, Cell, archive, delimited, pack, spreadsheetml, unpacked
from tests.exchange.samples import education, referral, thanks

FILES = Path(__file__).parent / "files"
ELSEWHERE = "Quiet Bay, South Shore, Freedonia"
EVENING = [
    referral("Łukasz Żak", "山田 太郎", 2, outside="receiver", detail=ELSEWHERE),
    thanks("José Núñez", "1250.50"),
    education("Łukasz Żak"),
]
GRID = [
    [Cell(c, t) for c, t in enumerate(samples.HEADERLESS_SLIP_LABELS, 1)],
    [Cell(1, "王小明"), Cell(2, "陳美麗"), Cell(3, "一對一")],
    [Cell(1, "許功蓋"), Cell(3, "CEU"), Cell(6, "2")],
]


def audit_of(content: bytes | Path, name: str = "") -> SlipsAudit:
    report = read(content, name).report
    assert isinstance(report, SlipsAudit)
    return report


def rows_of(xml: str) -> list[Row]:
    found: list[Row] = []
    for sheet in sheets(open_source(xml.encode())):
        found.extend(sheet.rows)
    return found


def table(rows: str, *, styles: str = "", attributes: str = "") -> str:
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{SS}" xmlns:ss="{SS}"{attributes}>'
        f"<Styles>{styles}</Styles><Worksheet><Table>{rows}</Table></Worksheet></Workbook>"
    )


def cell(text: str, **attributes: str | int) -> str:
    written = "".join(f' ss:{name}="{value}"' for name, value in attributes.items())
    return f'<Cell{written}><Data ss:Type="String">{text}</Data></Cell>'


# --- Recognised by content ---------------------------------------------------------------------


def test_the_name_of_a_file_is_no_evidence() -> None:
    xml = samples.slips_audit(EVENING)
    workbook = samples.slips_audit(EVENING, container="xlsx")
    assert read(xml, "report.csv").container is Container.SPREADSHEETML
    assert read(workbook, "report.xls").container is Container.XLSX


def test_a_file_on_disk_reads_as_its_bytes_do(tmp_path: Path) -> None:
    path = tmp_path / "Slips_Audit_Report_08-25-2025 (1).xls"
    path.write_bytes(samples.slips_audit(EVENING))
    file = read(path)
    assert file.name == path.name
    assert isinstance(file.report, SlipsAudit)
    assert file.report.rows == audit_of(samples.slips_audit(EVENING)).rows


def test_an_old_binary_workbook_keeps_bold_type_dates_and_every_text() -> None:
    file = read(FILES / "slips_audit.xls")
    audit = file.report
    assert isinstance(audit, SlipsAudit)
    assert (file.container, file.header_row) == (Container.XLS, 4)
    assert str(audit.meeting_date) == "2025-02-13"
    assert str(audit.run_at) == "2025-02-14 09:30:00"
    assert len(audit.rows) == 91
    names = [row.giver.name for row in audit.rows[:90] if row.giver]
    assert [name.rsplit(" ", 1)[1] for name in names] == [str(n) for n in range(90)]
    assert {row.receiver.home for row in audit.rows if row.kind == "referral" and row.receiver} == {
        False
    }
    totals = checks.slip_totals(audit)
    assert (totals.given_outside, totals.one_to_ones, totals.education) == (30, 2, 90)
    assert totals.closed_business == 3_375_750
    assert audit.findings == ()


def test_reading_tells_how_far_it_has_come() -> None:
    told: list[tuple[int, int]] = []
    content = samples.slips_audit(EVENING * 500)
    read(content, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(content), len(content))
    assert len(told) > 5


def test_reading_can_be_stopped() -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, _total: int) -> None:
        if done > 100_000:
            raise StoppedError

    with pytest.raises(StoppedError):
        read(samples.slips_audit(EVENING * 500), progress=stop)


def test_the_export_may_stand_on_a_later_sheet() -> None:
    xml = samples.slips_audit(EVENING).decode()
    note = f'<Worksheet ss:Name="Note"><Table><Row>{cell("read me")}</Row></Table></Worksheet>'
    moved = xml.replace('<Worksheet ss:Name="Report">', note + '<Worksheet ss:Name="Report">')
    file = read(moved.encode())
    assert (file.sheet, file.header_row, len(file.report.rows)) == ("Report", 4, 3)


# --- Letters -----------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp950"])
@pytest.mark.parametrize("container", ["spreadsheetml", "csv"])
def test_chinese_names_are_read_in_every_encoding(container: str, encoding: str) -> None:
    file = read(pack(GRID, container, encoding))  # type: ignore[arg-type]  # from the list above
    assert isinstance(file.report, SlipsAudit)
    assert [row.giver.name for row in file.report.rows if row.giver] == ["王小明", "許功蓋"]
    assert file.encoding in {encoding, "utf-8"}


def test_letters_that_are_not_the_declared_ones_are_noted() -> None:
    audit = audit_of(pack(GRID, "spreadsheetml", "cp950"))
    noted = [f.facts for f in audit.findings if f.reason == "note_encoding"]
    assert noted == [{"encoding": "cp950"}]


def test_another_declared_encoding_is_believed() -> None:
    grid = [*GRID[:1], [Cell(1, "José Núñez"), Cell(3, "CEU"), Cell(6, "2")]]
    xml = spreadsheetml(grid).replace("UTF-8", "windows-1252").encode("cp1252")
    assert [row.giver and row.giver.name for row in audit_of(xml).rows] == ["José Núñez"]


def test_western_letters_of_a_plain_text_file_are_read() -> None:
    grid = [*GRID[:1], [Cell(1, "José Núñez"), Cell(2, "Zoë Kühn"), Cell(3, "Referral")]]
    (row,) = audit_of(pack(grid, "csv", "cp1252")).rows
    assert row.giver
    assert row.receiver
    assert (row.giver.name, row.receiver.name) == ("José Núñez", "Zoë Kühn")


def test_damaged_letters_are_not_read_as_chinese() -> None:
    content = bytearray(samples.slips_audit([education(f"José Núñez {n}") for n in range(20)]))
    content[content.index("é".encode())] = 0x20
    with pytest.raises(UnreadableFileError) as refused:
        read(bytes(content))
    assert refused.value.reason == "file_letters_damaged"


# --- Delimited text ----------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\r", "\n", "\r\n"])
def test_commas_semicolons_and_tabs_are_told_apart(delimiter: str, line_end: str) -> None:
    grid = [*GRID[:1], [Cell(1, "Lee, Ann"), Cell(3, "TYFCB"), Cell(2, "Bob"), Cell(5, "75000,5")]]
    grid[1].sort(key=lambda one: one.column)
    text = delimited(grid, delimiter).replace("\r\n", line_end)
    (row,) = audit_of(text.encode()).rows
    assert row.giver
    assert row.receiver
    assert (row.giver.name, row.receiver.name, row.amount) == ("Bob", "Lee, Ann", 7500050)


def test_a_defused_formula_is_read_as_it_was_meant() -> None:
    grid = [*GRID[:1], [Cell(1, "'=Ann Lee"), Cell(3, "CEU"), Cell(6, "1")]]
    (row,) = audit_of(delimited(grid).encode()).rows
    assert row.giver
    assert row.giver.name == "=Ann Lee"


# --- SpreadsheetML -----------------------------------------------------------------------------


def test_lines_end_with_a_bare_carriage_return() -> None:
    content = samples.slips_audit(EVENING)
    assert b"\r" in content
    assert b"\n" not in content
    assert len(audit_of(content).rows) == 3


def test_gaps_in_rows_and_columns_are_kept() -> None:
    rows = rows_of(
        table(
            f'<Row ss:Index="3">{cell("a")}{cell("d", Index=4)}</Row>'
            f'<Row ss:Span="2"/><Row>{cell("b", MergeAcross=2)}{cell("e")}</Row>'
        )
    )
    assert [(row.number, row.filled()) for row in rows] == [
        (3, [(1, "a"), (4, "d")]),
        (7, [(1, "b"), (4, "e")]),
    ]


def test_bold_type_is_found_through_styles_parents_rows_and_columns() -> None:
    styles = (
        '<Style ss:ID="a"><Font ss:Bold="1"/></Style><Style ss:ID="b" ss:Parent="a"/>'
        '<Style ss:ID="c" ss:Parent="a"><Font ss:Bold="0"/></Style>'
        '<Style ss:ID="x" ss:Parent="y"/><Style ss:ID="y" ss:Parent="x"/>'
    )
    cells = "".join(cell(style, StyleID=style) for style in "abcx")
    rows = rows_of(
        table(
            f'<Column ss:Index="6" ss:Span="1" ss:StyleID="a"/><Row>{cells}{cell("plain")}'
            f"{cell('column')}</Row><Row ss:StyleID='b'>{cell('row')}"
            f"{cell('c', StyleID='c')}</Row>",
            styles=styles,
        )
    )
    assert [row.bold for row in rows] == [(1, 2, 6), (1,)]


def test_bold_runs_comments_and_other_prefixes_are_understood() -> None:
    xml = (
        f'<s:Workbook xmlns:s="{SS}" xmlns:h="http://www.w3.org/TR/REC-html40"><s:Worksheet>'
        '<s:Table><s:Row><s:Cell><s:Data s:Type="String"><h:B>Ann</h:B> Lee</s:Data>'
        '<s:Comment><s:Data s:Type="String">a remark</s:Data></s:Comment></s:Cell>'
        '<s:Cell><s:Data s:Type="String"><![CDATA[<b>]]>&amp;&#66;ob</s:Data></s:Cell>'
        "</s:Row></s:Table></s:Worksheet></s:Workbook>"
    )
    assert rows_of(xml) == [Row(1, ("Ann Lee", "<b>&Bob"), (1,))]


def test_the_number_of_the_bold_style_does_not_matter() -> None:
    xml = samples.slips_audit(EVENING).decode()
    renamed = re.sub(r'ID="(17|3)"', lambda m: 'ID="3"' if m[1] == "17" else 'ID="17"', xml)
    assert renamed != xml
    assert audit_of(renamed.encode()).rows == audit_of(xml.encode()).rows


# --- xlsx --------------------------------------------------------------------------------------


def replaced(content: bytes, part: str, old: str, new: str) -> bytes:
    parts = unpacked(content)
    assert old in parts[part]
    return archive(parts | {part: parts[part].replace(old, new)})


def test_a_workbook_saved_again_keeps_its_bold_type() -> None:
    (guest, *_) = audit_of(samples.slips_audit(EVENING, container="xlsx")).rows
    assert guest.giver
    assert guest.receiver
    assert (guest.giver.home, guest.receiver.home) == (True, False)


def test_rich_text_inline_text_and_missing_references_are_read() -> None:
    sheet = "xl/worksheets/sheet1.xml"
    content = pack(
        [*GRID[:1], [Cell(1, "Ann Lee", bold=True), Cell(3, "CEU"), Cell(6, "2", kind="Number")]],
        "xlsx",
    )
    content = replaced(
        content,
        "xl/sharedStrings.xml",
        '<t xml:space="preserve">Ann Lee</t>',
        "<r><t>Ann </t></r><r><rPr><b/></rPr><t>Lee</t></r><rPh><t>アン</t></rPh>",
    )
    content = replaced(
        content,
        sheet,
        '<c r="C2" s="0" t="s"><v>8</v></c>',
        '<c r="B2"/><c t="inlineStr"><is><t>CEU</t></is></c>',
    )
    (row,) = audit_of(content).rows
    assert row.giver
    assert (row.giver.name, row.giver.home, row.credits) == ("Ann Lee", False, 2)


def test_days_counted_from_1904_are_right() -> None:
    content = samples.slips_audit(EVENING, container="xlsx")
    early = replaced(content, "xl/workbook.xml", "<workbookPr/>", '<workbookPr date1904="1"/>')
    run_at, shifted = audit_of(content).run_at, audit_of(early).run_at
    assert run_at
    assert shifted
    assert (shifted - run_at).days == 1462


def test_byte_order_marks_are_no_part_of_the_text() -> None:
    content = codecs.BOM_UTF8 + delimited(GRID).encode()
    assert len(audit_of(content).rows) == 2
