# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours of the map are read as text in lists, dark and light: WCAG 2.1, level AA."""

import pytest
from qgis.PyQt.QtGui import QColor, QPalette
from regard.qgis_bridge.styles import palette
from regard.ui.contrast import AA, contrast
from regard.ui.inks import behind_white, ink

COLOURS = {*palette.PRIORITY.values(), *palette.READINESS.values(), *palette.VERDICT.values(), palette.DIG}
# text, ground of the palette, ground that is seen: Night Mapping is a style sheet and leaves the palette's
THEMES = {
    "light": ("#000000", "#ffffff", "#ffffff"),
    "gray": ("#ffffff", "#5e5e5e", "#5e5e5e"),
    "night": ("#eeeeee", "#ffffff", "#323232"),
}


def rgb(colour):
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("colour", sorted(COLOURS))
def test_a_colour_of_the_map_is_read_where_it_is_ink(theme, colour):
    text, base, seen = (QColor(name) for name in THEMES[theme])
    shown = QPalette()
    shown.setColor(QPalette.ColorRole.Text, text)
    shown.setColor(QPalette.ColorRole.Base, base)
    assert contrast(rgb(ink(colour, shown)), rgb(seen)) >= AA


@pytest.mark.parametrize("colour", sorted(COLOURS))
def test_white_is_read_on_a_colour_of_the_map(colour):
    assert contrast((255, 255, 255), rgb(QColor(behind_white(colour)))) >= AA
