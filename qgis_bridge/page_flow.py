# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts, pictures and tables that follow each other down portrait A4 pages, as many as they take (mm)."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsLayoutItemPage, QgsLayoutItemPicture, QgsPrintLayout, QgsProject
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QFontMetricsF

from . import prints
from .prints import Box, Cell, Column
from .styles import palette
from .styles.symbols import font

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
MARGIN = 10.0
WIDTH = PAGE_WIDTH - 2 * MARGIN
TOP = 24.0
BOTTOM = PAGE_HEIGHT - 16.0
_MM_IN_POINT = 25.4 / 72
_LEADING = 1.24
_LEAST_TABLE_MM = 16.0
_HEADING_MM = 7.0
_MEASURED_PX = 100
TABLE_PT = 8.5
# longer texts may wrap; a longer one asks for no more room
_WHOLE_LETTERS, _MOST_LETTERS = 8, 60
_CELL_ROOM_MM = 3.0
# the space between a number and its unit
_MEASURE = re.compile(r"(?<=\d) (?=(?:m|m²|cm|mm|min)\b)")


class PageFlow:
    """A layout that grows; ``y`` is where the next thing goes on the last page."""

    def __init__(self, project: QgsProject, name: str) -> None:
        self.layout = QgsPrintLayout(project)
        self.layout.initializeDefaults()
        self.layout.setName(name)
        self.layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
        self.y = TOP

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return int(self.layout.pageCollection().pageCount())

    def new_page(self) -> None:
        """Begin another page."""
        page = QgsLayoutItemPage(self.layout)
        page.setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
        self.layout.pageCollection().addPage(page)
        self.y = TOP

    def box(self, x: float, y: float, width: float, height: float, *, page: int = -1) -> Box:
        """Return a box of a page, the last one unless said, where the layout puts it."""
        number = self.pages - 1 if page < 0 else page
        return Box(x, self.layout.pageCollection().page(number).pos().y() + y, width, height)

    def need(self, height: float) -> None:
        """Begin another page unless so much is free on this one."""
        if self.y + height > BOTTOM:
            self.new_page()

    def heading(self, text: str) -> None:
        """Add a title; never alone at the foot of a page."""
        self.need(_HEADING_MM + _LEAST_TABLE_MM)
        box = self.box(MARGIN, self.y, WIDTH, _HEADING_MM - 1)
        prints.add_text(self.layout, box, text, 11, bold=True, colour=palette.WATER_DEEP)
        self.y += _HEADING_MM

    def text(
        self, text: str, size_pt: float, *, bold: bool = False, indent: float = 0.0, gap: float = 1.2
    ) -> None:
        """Add a text that wraps, whole on one page."""
        text = unbroken(text)
        height = text_height(text, WIDTH - indent, size_pt, bold=bold)
        self.need(height)
        prints.add_text(
            self.layout, self.box(MARGIN + indent, self.y, WIDTH - indent, height), text, size_pt, bold=bold
        )
        self.y += height + gap

    def pictured(self, picture: Path, text: str, size_pt: float, *, size: float = 12.0) -> None:
        """Add a picture with a text beside it."""
        indent, text = size + 4, unbroken(text)
        height = max(size, text_height(text, WIDTH - indent, size_pt))
        self.need(height)
        add_picture(self.layout, picture, self.box(MARGIN, self.y + (height - size) / 2, size, size))
        prints.add_text(self.layout, self.box(MARGIN + indent, self.y, WIDTH - indent, height), text, size_pt)
        self.y += height + 2

    def table(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, size_pt: float = TABLE_PT
    ) -> None:
        """Add a table; rows that do not fit go on, under the same headings, on the next page."""
        left = list(rows)
        while left:
            self.need(_LEAST_TABLE_MM)
            box = self.box(MARGIN, self.y, WIDTH, BOTTOM - self.y)
            used, shown = prints.add_table(self.layout, box, columns, left, size_pt=size_pt)
            self.y += used + 4
            # a row taller than a page is cut rather than tried for ever
            left = left[max(shown, 1 if self.y <= TOP + 20 else shown) :]
            if left:
                self.new_page()


def text_height(text: str, width: float, size_pt: float, *, bold: bool = False) -> float:
    """Return the height of a text that wraps within a width."""
    measured = font(bold=bold)
    measured.setPixelSize(_MEASURED_PX)
    em = size_pt * _MM_IN_POINT
    across = QRectF(0, 0, (width - 1.0) / em * _MEASURED_PX, 1e7)
    lines = QFontMetricsF(measured).boundingRect(across, int(Qt.TextFlag.TextWordWrap), text).height()
    count = math.ceil(lines / QFontMetricsF(measured).lineSpacing() - 0.05)
    return max(1, count) * em * _LEADING + 1.0


def text_width(text: str, size_pt: float, *, bold: bool = False) -> float:
    """Return the width of a text on one line."""
    measured = font(bold=bold)
    measured.setPixelSize(_MEASURED_PX)
    return float(QFontMetricsF(measured).horizontalAdvance(text)) / _MEASURED_PX * size_pt * _MM_IN_POINT


def unbroken(text: str) -> str:
    """Return a text in which no line begins with a unit or a sign that French sets apart by a space."""
    for sign in ":;?!»":
        text = text.replace(f" {sign}", f"\u00a0{sign}")
    return _MEASURE.sub("\u00a0", text.replace("« ", "«\u00a0"))


def column_widths(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, size_pt: float = TABLE_PT
) -> list[float]:
    """Return widths of columns that fill the page: each takes its longest word, what is left goes by need.

    Words as short as a measure with its unit are not parted.
    """
    least, wanted = [], []
    for at, heading in enumerate(headings):
        told = [heading, *(row[at] for row in rows)]
        words = [text for text in told if len(text) <= _WHOLE_LETTERS]
        words += [word for text in told for word in text.split()]
        # headings are bold, and cells may be
        wide = max((text_width(word, size_pt, bold=True) for word in words), default=0.0)
        full = max(text_width(text[:_MOST_LETTERS], size_pt, bold=True) for text in told)
        least.append(wide + _CELL_ROOM_MM)
        wanted.append(max(0.0, full - wide))
    free = WIDTH - sum(least)
    if free < 0:
        return [WIDTH * one / sum(least) for one in least]
    shares = [one / sum(wanted) for one in wanted] if sum(wanted) else [1 / len(least)] * len(least)
    return [one + free * share for one, share in zip(least, shares, strict=True)]


def add_picture(layout: QgsPrintLayout, path: Path, box: Box) -> QgsLayoutItemPicture:
    """Add a drawing that fills a box."""
    item = QgsLayoutItemPicture(layout)
    item.setPicturePath(str(path))
    item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
    layout.addLayoutItem(item)
    item.attemptSetSceneRect(QRectF(box.x, box.y, box.width, box.height))
    return item
