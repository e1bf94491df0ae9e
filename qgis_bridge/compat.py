# SPDX-License-Identifier: GPL-3.0-or-later
"""The few places where QGIS 3.22 to 4.x differ, behind one name each."""

from __future__ import annotations

from qgis.core import (
    NULL,
    Qgis,
    QgsField,
    QgsLayoutItemLabel,
    QgsLegendStyle,
    QgsRenderContext,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtGui import QFont

# its place has moved twice; both scopes know it in the versions that they serve
TEXT_AS_TEXT = (
    Qgis.TextRenderFormat.AlwaysText
    if hasattr(Qgis, "TextRenderFormat")
    else QgsRenderContext.TextRenderFormat.TextFormatAlwaysText
)
_META_TYPES = Qgis.QGIS_VERSION_INT >= 33800


def make_field(name: str, kind: str) -> QgsField:
    """Return a field; ``kind`` is ``text``, ``integer``, ``real``, ``boolean`` or ``datetime``."""
    if _META_TYPES:
        from qgis.PyQt.QtCore import QMetaType

        types = {
            "text": QMetaType.Type.QString,
            "integer": QMetaType.Type.LongLong,
            "real": QMetaType.Type.Double,
            "boolean": QMetaType.Type.Bool,
            "datetime": QMetaType.Type.QDateTime,
        }
    else:
        types = {
            "text": QVariant.Type.String,
            "integer": QVariant.Type.LongLong,
            "real": QVariant.Type.Double,
            "boolean": QVariant.Type.Bool,
            "datetime": QVariant.Type.DateTime,
        }
    return QgsField(name, types[kind])


def none_if_null(value: object) -> object:
    """Return None for the null variants that Qt 5 hands out, else the value."""
    return None if value is None or value == NULL else value


def set_label_format(label: QgsLayoutItemLabel, style: QgsTextFormat) -> None:
    """Give a layout label its font, size (points) and colour; labels know text formats since QGIS 3.24."""
    if hasattr(label, "setTextFormat"):
        label.setTextFormat(style)
    else:
        label.setFont(_sized_font(style))
        label.setFontColor(style.color())


def set_legend_format(legend: QgsLegendStyle, style: QgsTextFormat) -> None:
    """Give a part of a legend its font and size (points); legends know text formats since QGIS 3.30."""
    if hasattr(legend, "setTextFormat"):
        legend.setTextFormat(style)
    else:
        legend.setFont(_sized_font(style))


def _sized_font(style: QgsTextFormat) -> QFont:
    font = style.font()
    font.setPointSizeF(style.size())
    return font
