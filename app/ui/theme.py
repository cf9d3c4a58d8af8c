"""The colours of the program, light and dark, and the switch between them.

Widgets ask ``tokens()`` while they paint, so a switch needs no more than a repaint.
"""

from enum import StrEnum

from PySide6.QtCore import QLoggingCategory, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.ui import typeface
from app.ui.stylesheet import stylesheet
from app.ui.tokens import DARK, LIGHT, Tokens

STYLE = "Fusion"  # looks the same on every system


class Mode(StrEnum):
    """Which theme is wanted."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @classmethod
    def remembered(cls, word: str) -> "Mode":
        """Return the theme of a word that was kept; the system's where it is none."""
        return cls(word) if word in set(cls) else cls.SYSTEM


def tokens() -> Tokens:
    """Return the colours in force."""
    return _theme.tokens


def theme() -> "Theme":
    """Return the one theme of this process."""
    return _theme


class Tone(StrEnum):
    """What a colour is used for; the value is its name among the tokens."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    ABSENT = "absent"
    LATE = "late"
    MEDICAL = "medical"
    SUBSTITUTE = "substitute"
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"


def colour(tone: Tone, *, enabled: bool = True) -> QColor:
    """Return the colour of a tone in the theme in force, paler where nothing can be done."""
    shades = tokens()
    full: str = getattr(shades, tone.value)
    return QColor(full) if enabled else mix(shades.muted, shades.window, 0.6)


def mix(over: str, under: str, part: float) -> QColor:
    """Return a colour laid over another; ``part`` is how much of it shows, 0 to 1."""
    top, base = QColor(over), QColor(under)
    return QColor.fromRgbF(
        base.redF() + (top.redF() - base.redF()) * part,
        base.greenF() + (top.greenF() - base.greenF()) * part,
        base.blueF() + (top.blueF() - base.blueF()) * part,
    )


class Theme(QObject):
    """Holds the theme in force and follows the system where asked to.

    Signals:
        changed: Other colours are in force from now on.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = Mode.SYSTEM
        self.tokens = LIGHT

    def dress(
        self, application: QApplication, mode: Mode = Mode.SYSTEM, *, styled: bool = False
    ) -> None:
        """Give the application its style, unless it began in it, face, palette and colours."""
        # Names come in every script: Qt tells of each one the face lacks, then finds another.
        QLoggingCategory.setFilterRules("qt.text.font.db=false")
        if not styled:
            application.setStyle(STYLE)
        application.setFont(typeface.font())
        application.styleHints().colorSchemeChanged.connect(
            self._on_system_changed, Qt.ConnectionType.UniqueConnection
        )
        self.switch(mode)

    def switch(self, mode: Mode) -> None:
        """Show another theme from now on."""
        self.mode = mode
        hints = QGuiApplication.styleHints()
        hints.setColorScheme(_SCHEMES[mode])
        self._put_on(DARK if _wants_dark(mode) else LIGHT)

    @Slot()
    def _on_system_changed(self) -> None:
        if self.mode is Mode.SYSTEM:
            self._put_on(DARK if _wants_dark(Mode.SYSTEM) else LIGHT)

    def _put_on(self, colours: Tokens) -> None:
        self.tokens = colours
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(colours))
            application.setStyleSheet(stylesheet(colours))
        self.changed.emit()


_SCHEMES = {
    Mode.SYSTEM: Qt.ColorScheme.Unknown,
    Mode.LIGHT: Qt.ColorScheme.Light,
    Mode.DARK: Qt.ColorScheme.Dark,
}


def _wants_dark(mode: Mode) -> bool:
    if mode is Mode.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return mode is Mode.DARK


def palette(colours: Tokens) -> QPalette:
    """Return a palette with every role set, so that no colour of the system shines through."""
    result = QPalette()
    for role, colour in _roles(colours).items():
        result.setColor(role, QColor(colour))
    faint = mix(colours.muted, colours.window, 0.6)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, role, faint)
    result.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(colours.line))
    return result


_Role = QPalette.ColorRole


def _roles(colours: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: colours.window,
        _Role.WindowText: colours.text,
        _Role.Base: colours.surface,
        _Role.AlternateBase: colours.window,
        _Role.Text: colours.text,
        _Role.PlaceholderText: colours.muted,
        _Role.Button: colours.surface,
        _Role.ButtonText: colours.text,
        _Role.BrightText: colours.absent,
        _Role.ToolTipBase: colours.raised,
        _Role.ToolTipText: colours.text,
        _Role.Highlight: colours.accent,
        _Role.HighlightedText: colours.on_accent,
        _Role.Accent: colours.accent,
        _Role.Link: colours.accent,
        _Role.LinkVisited: colours.accent,
        _Role.Light: colours.surface,
        _Role.Midlight: colours.hover,
        _Role.Mid: colours.line,
        _Role.Dark: colours.raised_line,
        _Role.Shadow: colours.sunken,
    }


_theme = Theme()
