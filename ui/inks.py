# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours of the map as ink on the ground of a list, dark or light, as QGIS's theme has it."""

from __future__ import annotations

from qgis.PyQt.QtGui import QColor, QPalette

from .contrast import AA, Rgb, contrast, readable

# grounds of lists in QGIS's own themes, the alternate rows included
_DARK, _LIGHT = (60, 60, 60), (240, 240, 240)


def ink(colour: str, shown: QPalette) -> QColor:
    """Return a colour that can be read where text has the colours of a palette.

    A theme by style sheet may leave the ground of the palette as it was: the colour of the text then says
    what it is drawn for.
    """
    text, base = _rgb(shown.color(QPalette.ColorRole.Text)), _rgb(shown.color(QPalette.ColorRole.Base))
    if contrast(text, base) < AA:
        base = _DARK if contrast(text, _DARK) > contrast(text, _LIGHT) else _LIGHT
    return QColor(*readable(_rgb(QColor(colour)), base))


def behind_white(colour: str) -> str:
    """Return a colour on which white text can be read."""
    return QColor(*readable(_rgb(QColor(colour)), (255, 255, 255))).name()


def _rgb(colour: QColor) -> Rgb:
    return colour.red(), colour.green(), colour.blue()
