# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a printed page: map, texts, tables, scale bar, legend, and the way out to a file (mm)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsLegendStyle,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSimpleFillSymbolLayer,
    QgsTableCell,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ..core.errors import Failure
from .compat import TEXT_AS_TEXT, set_label_format, set_legend_format
from .styles import palette
from .styles.symbols import fill_symbol, rgba, text_format

_CELL_MARGIN = 0.9
_PRECISION_MM = 0.1
_MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: heading, width, and whether its figures line up on the right."""

    heading: str
    width: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, its background and text colour."""

    text: str
    fill: str = ""
    ink: str = palette.INK
    bold: bool = False


def a4_landscape(project: QgsProject, name: str) -> QgsPrintLayout:
    """Return an empty layout of one landscape A4 page."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(name)
    page = layout.pageCollection().page(0)
    page.setPageSize("A4", QgsLayoutItemPage.Orientation.Landscape)
    return layout


def add_map(
    layout: QgsPrintLayout, box: Box, layers: Sequence[QgsMapLayer], extent: QgsRectangle
) -> QgsLayoutItemMap:
    """Add a map of the layers, top layer first, that shows at least the extent."""
    item = QgsLayoutItemMap(layout)
    _place(layout, item, box)
    item.setCrs(layout.project().crs())
    item.setLayers(list(layers))
    item.setKeepLayerSet(True)
    item.zoomToExtent(extent)
    item.setBackgroundColor(QColor(palette.PAPER))
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(palette.ROAD_EDGE))
    return item


def add_text(
    layout: QgsPrintLayout,
    box: Box,
    text: str,
    size_pt: float,
    *,
    bold: bool = False,
    colour: str = palette.INK,
    right: bool = False,
) -> QgsLayoutItemLabel:
    """Add a text that wraps inside its box."""
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    set_label_format(item, text_format(size_pt, bold=bold, colour=colour, halo_mm=0))
    item.setHAlign(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    item.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    item.setMarginX(0)
    item.setMarginY(0)
    _place(layout, item, box)
    return item


def add_panel(layout: QgsPrintLayout, box: Box, colour: str, *, opacity: float = 1.0) -> QgsLayoutItemShape:
    """Add a plain rectangle behind what follows."""
    item = QgsLayoutItemShape(layout)
    item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    fill = QgsSimpleFillSymbolLayer.create({"color": rgba(colour, opacity), "outline_style": "no"})
    item.setSymbol(fill_symbol(fill))
    _place(layout, item, box)
    return item


def add_scale_bar(layout: QgsPrintLayout, map_item: QgsLayoutItemMap, x: float, y: float) -> None:
    """Add a scale bar of a round length for a map."""
    item = QgsLayoutItemScaleBar(layout)
    item.setStyle("Line Ticks Up")
    item.setLinkedMap(map_item)
    item.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
    item.setUnitLabel("m")
    item.setNumberOfSegments(1)
    item.setNumberOfSegmentsLeft(0)
    item.setUnitsPerSegment(_round_length(map_item.scale() * 0.035))
    item.setTextFormat(text_format(7.5, halo_mm=0.6))
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y, _MM))


def add_legend(
    layout: QgsPrintLayout,
    map_item: QgsLayoutItemMap,
    layers: Mapping[QgsMapLayer, str],
    x: float,
    y: float,
    *,
    columns: int = 1,
    size_pt: float = 7.5,
    symbol_mm: float = 7.0,
) -> None:
    """Add a legend of some layers under the given titles, limited to what the map shows.

    Lines that are told apart by their dashes need symbols wide enough to show them, ``symbol_mm``.
    """
    item = QgsLayoutItemLegend(layout)
    item.setLinkedMap(map_item)
    item.setAutoUpdateModel(False)
    root = item.model().rootGroup()
    root.clear()
    for layer, title in layers.items():
        root.addLayer(layer).setCustomProperty("legend/title-label", title)
    item.setLegendFilterByMapEnabled(True)
    for part, bold in ((QgsLegendStyle.Style.Subgroup, True), (QgsLegendStyle.Style.SymbolLabel, False)):
        style = item.style(part)
        set_legend_format(style, text_format(size_pt, bold=bold, halo_mm=0))
        style.setMargin(QgsLegendStyle.Side.Top, 1.6)
        item.setStyle(part, style)
    item.setColumnCount(columns)
    item.setSplitLayer(columns > 1)
    item.setSymbolWidth(symbol_mm)
    item.setSymbolHeight(4)
    item.setBoxSpace(0)
    item.setColumnSpace(4)
    item.setBackgroundEnabled(False)
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y, _MM))
    item.adjustBoxSize()


def add_table(
    layout: QgsPrintLayout,
    box: Box,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    *,
    size_pt: float,
) -> tuple[float, int]:
    """Add a table at the top of a box; return its height and how many rows fitted in."""
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    _set_table_style(table, size_pt, headings=any(column.heading for column in columns))
    table.setHeaders([_table_column(column) for column in columns])
    table.setColumnWidths([column.width - 2 * _CELL_MARGIN for column in columns])
    frame = QgsLayoutFrame(layout, table)
    _place(layout, frame, box)
    table.addFrame(frame)
    cells = [
        [_table_cell(cell, size_pt, column) for cell, column in zip(row, columns, strict=True)]
        for row in rows
    ]
    shown = len(cells)
    table.setTableContents(cells)
    while shown and table.totalSize().height() > box.height:
        shown -= 1
        table.setTableContents(cells[:shown])
    # setting contents makes the table forget how its headings are aligned
    table.setColumns([_table_column(column) for column in columns])
    height = _least_height(table, frame, box)
    frame.attemptResize(QgsLayoutSize(box.width, height, _MM))
    return height, shown


def _least_height(table: QgsLayoutItemManualTable, frame: QgsLayoutFrame, box: Box) -> float:
    """Return the height that the rows need: a table only tells whether a frame is tall enough."""
    low, high = 0.0, box.height
    while high - low > _PRECISION_MM:
        middle = (low + high) / 2
        frame.attemptResize(QgsLayoutSize(box.width, middle, _MM))
        table.refresh()
        if table.totalSize().height() > middle + _PRECISION_MM / 2:
            low = middle
        else:
            high = middle
    return high


def _set_table_style(table: QgsLayoutItemManualTable, size_pt: float, *, headings: bool) -> None:
    table.setContentTextFormat(text_format(size_pt, halo_mm=0))
    table.setHeaderTextFormat(text_format(size_pt - 0.5, bold=True, colour=palette.MUTED, halo_mm=0))
    table.setIncludeTableHeader(headings)
    table.setHeaderMode(
        QgsLayoutTable.HeaderMode.FirstFrame if headings else QgsLayoutTable.HeaderMode.NoHeaders
    )
    table.setHeaderHAlignment(QgsLayoutTable.HeaderHAlignment.FollowColumn)
    table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    table.setCellMargin(_CELL_MARGIN)
    table.setShowGrid(True)
    table.setHorizontalGrid(True)
    table.setVerticalGrid(False)
    table.setGridColor(QColor(palette.ROAD_EDGE))
    table.setGridStrokeWidth(0.15)
    table.setBackgroundColor(QColor(0, 0, 0, 0))


def export_image(layout: QgsPrintLayout, path: Path, *, dpi: int) -> None:
    """Write the page as an image; ``Failure`` when the file cannot be written."""
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=dpi)
    if not image.save(str(path)):
        raise Failure("print.not_written", file=str(path))


def export_pdf(layout: QgsPrintLayout, path: Path, *, dpi: int, as_text: bool = False) -> None:
    """Write the pages as a PDF, their texts as text to be searched if asked; ``Failure`` when that fails."""
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    settings.rasterizeWholeImage = False
    if as_text:
        settings.textRenderFormat = TEXT_AS_TEXT
    result = QgsLayoutExporter(layout).exportToPdf(str(path), settings)
    if result != QgsLayoutExporter.ExportResult.Success:
        raise Failure("print.not_written", file=str(path))


def _place(layout: QgsPrintLayout, item: QgsLayoutItem, box: Box) -> None:
    if not isinstance(item, QgsLayoutFrame):
        layout.addLayoutItem(item)
    item.attemptSetSceneRect(QRectF(box.x, box.y, box.width, box.height))


def _table_column(column: Column) -> QgsLayoutTableColumn:
    item = QgsLayoutTableColumn(column.heading)
    item.setWidth(column.width - 2 * _CELL_MARGIN)
    item.setHAlignment(_alignment(column))
    return item


def _table_cell(cell: Cell, size_pt: float, column: Column) -> QgsTableCell:
    item = QgsTableCell(cell.text)
    item.setTextFormat(text_format(size_pt, bold=cell.bold, colour=cell.ink, halo_mm=0))
    item.setHorizontalAlignment(_alignment(column))
    if cell.fill:
        item.setBackgroundColor(QColor(cell.fill))
    return item


def _alignment(column: Column) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft


def _round_length(metres: float) -> float:
    """Return the nearest of 1, 2, 5 x 10^n below a length."""
    power = 10.0 ** (len(str(max(1, int(metres)))) - 1)
    return max((step * power for step in (1, 2, 5) if step * power <= metres), default=power)
