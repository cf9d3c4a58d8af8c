"""Writes sample lists of people in the shapes real ones have; every name is invented."""

from collections.abc import Sequence

from tests.exchange.packing import Cell, Container, Grid, pack

Table = Sequence[Sequence[str]]
_HEADINGS = ("Running User", "Run At", "Country", "Region", "Chapter")
_VALUES = ("Sam Pell", "2026-02-25T07:52:23", "Freedonia", "North Shore", "Harbour Lights")

ROSTER = ("Member Name", "Classification", "Company Name", "Phone")
OWN_ROSTER = (
    "S no", "Chapter Name", "Profession", "First Name", "Last Name", "Company", "Phone Number",
    "Cell Number", "email", "Status", "Join Date", "Renewal Date", "Sponsor",
)  # fmt: skip
DUES = ("Member Name", "Industry", "Type", "Membership Status", "Due Date", "AutoRenewal Enabled",
        "Start Date")  # fmt: skip
DUES_ZH = ("會員姓名", "職業", "類型", "會員狀態", "到期日期", "開始日期")
LENGTH = ("First Name", "Last Name", "Cumulative Length", "Cumulative Start Date",
          "Recent Length", "Recent Start date")  # fmt: skip
SPONSORS = ("Sponsor First Name", "Sponsor Last Name", "Total Number Sponsored",
            "Sponsored First Name", "Sponsored Last Name", "Sponsored Region",
            "Sponsored Chapter", "Application Date")  # fmt: skip
DATABASE = (
    "Prénom", "Nom de Famille", "Société", "Profession", "Nom du Groupe", "Rôle", "Téléphone", "",
    "", "Portable", "Email", "Site Web", "Adresse", "Ville", "Département", "Code Postal", "",
    "Statut", "Date d'Inscription", "Date de Renouvellement", "Parrain",
)  # fmt: skip
VISITORS = (
    "First Name", "Last Name", "Company", "Profession", "Email", "Phone", "Address Line One",
    "Address Line Two", "City", "State", "Postcode", "Country", "Visit Date", "Invited By", "Type",
)  # fmt: skip
PROSPECTS = (
    "Title", "First Name", "Last Name", "Suffix", "Company Name", "Profession", "Specialty",
    "Product/Service Description", "Invited By:", "Visit Date", "Meeting Format", "Phone",
    "Mobile", "Fax", "Email", "Address Line 1", "Address Line 2", "City",
    "State / County / Province", "Country", "Postcode", "Type",
)  # fmt: skip
TRAINING = ("Region Name", "Chapter Name", "First Name", "Last Name", "Event Date", "Event Type",
            "Role", "Join Date", "Phone", "Email", "Induction Date")  # fmt: skip
TRAINING_PLACES = (1, 2, 3, 5, 6, 8, 10, 12, 13, 15, 16)


def listed(
    labels: Sequence[str],
    rows: Table,
    *,
    title: str = "",
    parameters: Sequence[tuple[str, str]] = (),
    places: Sequence[int] | None = None,
    above: Table = (),
    container: Container = "spreadsheetml",
) -> bytes:
    """Return one table; with a title it has headings, else its labels are row 1."""
    columns = places or range(1, len(labels) + 1)
    grid: Grid = _headings(title, parameters) if title else []
    grid += [[Cell(place, text) for place, text in enumerate(row, 1)] for row in above]
    grid += [_cells(columns, labels, bold=True), *(_cells(columns, row) for row in rows)]
    return pack(grid, container)


def stacked(*tables: tuple[str, Sequence[str], Table], first_column: int = 1) -> bytes:
    """Return several tables in one sheet, each with a heading, labels and its own columns."""
    grid: Grid = [
        [Cell(1, "Membership Dues Report")],
        [Cell(1, "Report Date:"), Cell(3, "25/02/2026")],
    ]
    for place, (heading, labels, rows) in enumerate(tables):
        start = first_column + place  # each table stands elsewhere
        columns = range(start, start + len(labels))
        grid += [[Cell(1, heading, bold=True)], _cells(columns, labels, bold=True)]
        grid += [_cells(columns, row) for row in rows]
    return pack(grid)


def _headings(title: str, parameters: Sequence[tuple[str, str]]) -> Grid:
    places = (1, 3, 5, 8, 11)
    return [
        [Cell(1, title, bold=True, merged=10)],
        _cells(places, _HEADINGS, bold=True),
        _cells(places, _VALUES),
        [Cell(1, "Parameters")],
        *([Cell(1, label), Cell(3, value)] for label, value in parameters),
    ]


def _cells(places: Sequence[int], texts: Sequence[str], *, bold: bool = False) -> list[Cell]:
    return [Cell(place, text, bold) for place, text in zip(places, texts, strict=True) if text]
