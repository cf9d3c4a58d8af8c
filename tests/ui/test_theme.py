"""Colours: readable in both themes, complete, switched without a restart."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.kit.field import LineField
from app.ui.kit.mark import TINT
from app.ui.screens import picture
from app.ui.theme import Mode, mix, palette, theme, tokens
from app.ui.tokens import DARK, LIGHT, Tokens
from app.ui.window import Window

READABLE = 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "absent", "late", "green", "red"])
@pytest.mark.parametrize("ground", ["window", "surface", "raised"])
def test_words_can_be_read_on_every_ground(colours: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= READABLE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_what_is_filled(colours: Tokens) -> None:
    assert contrast(colours.on_accent, colours.accent) >= READABLE
    assert contrast(colours.on_absent, colours.absent) >= READABLE
    assert contrast(colours.accent, colours.selected) >= READABLE
    assert contrast(colours.text, colours.hover) >= READABLE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["late", "medical", "substitute"])
def test_mark_letters_can_be_read_on_their_tint(colours: Tokens, ink: str) -> None:
    shade = getattr(colours, ink)
    assert contrast(shade, mix(shade, colours.surface, TINT).name()) >= READABLE


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_hint_in_an_empty_field_can_be_read(mode: Mode, qtbot: QtBot) -> None:
    theme().switch(mode)
    field = LineField(name="Find", hint="HHHHHH")
    qtbot.addWidget(field)
    field.show()
    drawn = picture(field, 4.0)
    row = range(drawn.width())
    shades = {drawn.pixelColor(x, drawn.height() // 2).name() for x in row}
    assert max(contrast(one, tokens().surface) for one in shades) >= READABLE
    assert tokens().text.lower() not in shades


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_no_colour_of_the_system_shines_through(colours: Tokens) -> None:
    ours = palette(colours)
    left = [
        role.name
        for role in QPalette.ColorRole
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles)
        and not ours.isBrushSet(QPalette.ColorGroup.Active, role)
    ]
    assert left == []


def test_a_switch_of_theme_repaints_the_open_window(window: Window, qtbot: QtBot) -> None:
    window.go("first")
    light = picture(window).pixelColor(4, 300)
    with qtbot.waitSignal(theme().changed):
        theme().switch(Mode.DARK)
    dark = picture(window).pixelColor(4, 300)
    assert (light.name(), dark.name()) == (LIGHT.window.lower(), DARK.window.lower())


def test_the_theme_of_the_system_is_followed_only_when_asked_for(qapp: QApplication) -> None:
    theme().switch(Mode.DARK)
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert tokens() is DARK


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(name: str) -> float:
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
