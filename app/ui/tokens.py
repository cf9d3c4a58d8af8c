"""Every colour of the program, light and dark."""

from app.rows import row


@row(frozen=True, slots=True)
class Tokens:
    """One theme: every colour that is painted comes from here, as ``#RRGGBB``."""

    dark: bool
    window: str
    surface: str
    raised: str
    sunken: str
    line: str
    raised_line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    absent: str
    on_absent: str
    late: str
    medical: str
    substitute: str
    green: str
    yellow: str
    red: str
    grey: str
    selected: str
    hover: str
    chip: str
    before: str
    pale: str
    scrim: str


LIGHT = Tokens(
    dark=False,
    window="#F7F7F4",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#EEEEE9",
    line="#E2E2DC",
    raised_line="#E2E2DC",
    text="#1F2328",
    muted="#5F6773",
    accent="#2F4B7C",
    on_accent="#FFFFFF",
    absent="#B42318",
    on_absent="#FFFFFF",
    late="#B54708",
    medical="#175CD3",
    substitute="#6941C6",
    green="#2E7D32",
    yellow="#B7950B",
    red="#B42318",
    grey="#6B7280",
    selected="#E1E4E7",
    hover="#EEEFED",
    chip="#EDF0F5",
    before="#A9AEB4",
    pale="#8998B2",
    scrim="#661B1D21",
)

DARK = Tokens(
    dark=True,
    window="#1B1D21",
    surface="#24272C",
    raised="#2A2E34",
    sunken="#15171A",
    line="#373B42",
    raised_line="#464B54",
    text="#E8EAED",
    muted="#9BA3AF",
    accent="#8FB0EA",
    on_accent="#1B1D21",
    absent="#F97066",
    on_absent="#1B1D21",
    late="#FDB022",
    medical="#84ADFF",
    substitute="#B692F6",
    green="#66BB6A",
    yellow="#E3C74B",
    red="#F97066",
    grey="#9AA1AC",
    selected="#2E3541",
    hover="#24282E",
    chip="#2C3442",
    before="#676D77",
    pale="#5B6E92",
    scrim="#66000000",
)
