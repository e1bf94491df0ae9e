# SPDX-License-Identifier: GPL-3.0-or-later
"""A dig drawn on the map corner by corner is kept with the order, and undone like any other change."""

import geopandas as gpd
import pytest
from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.records import Footprint
from regard.store.workspaces import open_workspace
from shapely.geometry import LineString, Point, box

BURST, OTHER = "VA-2026-AEP-00001", "VA-2026-AEP-00002"


@pytest.fixture
def window(plugin, town, qtbot):
    """Return the window on a golden town with the burst selected; depths are not asked for."""
    window = plugin.window
    window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(window.state.orders) == 5, timeout=15_000)
    window.state.select_order(BURST)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=15_000)
    window.digging._ask_depth = lambda _: 1.2
    return window


def footprint(town):
    workspace = open_workspace(str(town))
    try:
        return workspace.get(Footprint, BURST)
    finally:
        workspace.close()


def press(window, x, y, button=Qt.MouseButton.LeftButton):
    canvas = window.digging.tool.canvas()
    at = canvas.getCoordinateTransform().transform(QgsPointXY(x, y))
    QTest.mouseClick(canvas.viewport(), button, pos=QPoint(round(at.x()), round(at.y())))


def drag(canvas, start, end):
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas.viewport(), end)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)


def draw(window, place, *, half_m=4.0):
    canvas = window.digging.tool.canvas()
    canvas.setCenter(QgsPointXY(place.x, place.y))
    canvas.zoomScale(300)
    for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        press(window, place.x + x * half_m, place.y + y * half_m)


def test_a_dig_is_drawn_with_clicks_and_undone(window, town, qtbot):
    before = footprint(town)
    window.actions.actions["dig"].trigger()
    assert window.digging.tool.canvas().mapTool() is window.digging.tool
    draw(window, before.geometry.centroid)
    assert len(window.digging.tool.corners) == 4
    press(window, before.geometry.centroid.x, before.geometry.centroid.y, Qt.MouseButton.RightButton)
    qtbot.waitUntil(lambda: footprint(town).drawn_by != "", timeout=15_000)
    kept = footprint(town)
    # a pixel is a few centimetres at 1/300
    assert kept.area_m2 == pytest.approx(64.0, rel=0.1)
    assert kept.depth_m == 1.2
    assert window.digging.tool.canvas().mapTool() is not window.digging.tool
    qtbot.waitUntil(lambda: bool(window.board.writer.history.undoable), timeout=10_000)
    window.board.writer.undo()
    qtbot.waitUntil(lambda: footprint(town).drawn_by == "", timeout=15_000)
    assert footprint(town).geometry.equals(before.geometry)


def test_a_corner_of_the_dig_is_dragged_and_the_rest_stays(window, town, qtbot):
    before = footprint(town)
    west, south, east, north = before.geometry.bounds
    window.actions.actions["dig"].trigger()
    tool = window.digging.tool
    assert len(tool.kept) == len(before.geometry.exterior.coords) - 1
    canvas = tool.canvas()
    canvas.setCenter(QgsPointXY((west + east) / 2, (south + north) / 2))
    canvas.zoomScale(200)
    corner = tool.kept[0]
    transform = canvas.getCoordinateTransform()
    start = transform.transform(corner)
    start = QPoint(round(start.x()), round(start.y()))
    end = start + QPoint(30, -20)
    drag(canvas, start, end)
    moved = transform.toMapCoordinates(end)
    assert tool.corners[0].distance(moved) < 0.1
    assert tool.corners[1:] == list(tool.kept[1:])
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    assert tool.corners == []
    assert tool.marks.numberOfVertices() == len(tool.kept)
    drag(canvas, start, end)
    assert tool.corners[0].distance(moved) < 0.1
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: footprint(town).drawn_by != "", timeout=15_000)
    kept = footprint(town).geometry
    assert not kept.equals(before.geometry)
    assert kept.distance(Point(moved.x(), moved.y())) < 0.1
    qtbot.waitUntil(lambda: bool(window.board.writer.history.undoable), timeout=10_000)
    window.board.writer.undo()
    qtbot.waitUntil(lambda: footprint(town).drawn_by == "", timeout=15_000)
    assert footprint(town).geometry.equals(before.geometry)


def write_outline(path, shape, crs="EPSG:2154"):
    gpd.GeoDataFrame({"n": [1]}, geometry=[shape], crs=crs).to_file(path)
    return str(path)


def end_outline(window):
    QTest.keyClick(window.digging.tool.canvas(), Qt.Key.Key_Return)


def test_a_dig_of_a_file_is_shown_dragged_kept_and_undone(window, town, qtbot, tmp_path):
    before = footprint(town)
    place = before.geometry.centroid
    outline = box(place.x - 4, place.y - 2, place.x + 4, place.y + 2)
    window.digging.ask_file = lambda: write_outline(tmp_path / "dig.gpkg", outline)
    tool = window.digging.tool
    window.actions.actions["dig_of_file"].trigger()
    qtbot.waitUntil(lambda: len(tool.corners) == 4, timeout=15_000)
    assert tool.canvas().mapTool() is tool
    assert tool.canvas().extent().contains(QgsPointXY(place.x, place.y))
    transform = tool.canvas().getCoordinateTransform()
    at = transform.transform(tool.corners[0])
    start = QPoint(round(at.x()), round(at.y()))
    drag(tool.canvas(), start, start + QPoint(40, 0))
    end_outline(window)
    qtbot.waitUntil(lambda: footprint(town).drawn_by != "", timeout=15_000)
    kept = footprint(town)
    assert 20.0 < kept.area_m2 != pytest.approx(32.0, abs=0.5)
    assert len(set(kept.geometry.exterior.coords) & set(outline.exterior.coords)) == 3
    qtbot.waitUntil(lambda: bool(window.board.writer.history.undoable), timeout=10_000)
    window.board.writer.undo()
    qtbot.waitUntil(lambda: footprint(town).drawn_by == "", timeout=15_000)
    assert footprint(town).geometry.equals(before.geometry)


def test_a_file_without_a_crs_is_read_in_the_one_that_is_given(window, town, qtbot, tmp_path):
    place = footprint(town).geometry.centroid
    path = tmp_path / "dig.shp"
    write_outline(path, box(place.x - 4, place.y - 2, place.x + 4, place.y + 2))
    path.with_suffix(".prj").unlink()
    window.digging.ask_file = lambda: str(path)
    window.digging.ask_crs = lambda: "EPSG:2154"
    window.actions.actions["dig_of_file"].trigger()
    qtbot.waitUntil(lambda: len(window.digging.tool.corners) == 4, timeout=15_000)
    end_outline(window)
    qtbot.waitUntil(lambda: footprint(town).drawn_by != "", timeout=15_000)
    assert footprint(town).area_m2 == pytest.approx(32.0)


def test_a_dig_is_kept_for_the_order_that_it_was_begun_for(window, town, qtbot):
    window.actions.actions["dig"].trigger()
    draw(window, footprint(town).geometry.centroid)
    window.state.select_order(OTHER)
    window.digging.ask_file = lambda: ""
    window.actions.actions["dig_of_file"].trigger()
    end_outline(window)
    qtbot.waitUntil(lambda: footprint(town).drawn_by != "", timeout=15_000)


def test_a_file_that_is_read_when_another_order_is_looked_at_is_given_up(window, town, qtbot, tmp_path):
    outline = box(*footprint(town).geometry.bounds)
    window.digging.ask_file = lambda: write_outline(tmp_path / "dig.gpkg", outline)
    window.actions.actions["dig_of_file"].trigger()
    window.state.select_order(OTHER)
    qtbot.waitUntil(lambda: not window.digging._jobs._tasks, timeout=15_000)
    qtbot.wait(200)
    assert window.digging.tool.corners == []
    assert window.digging.tool.canvas().mapTool() is not window.digging.tool


def test_a_file_that_holds_no_dig_is_refused_with_what_it_holds(window, town, qtbot, tmp_path):
    told = []
    window.digging._reporter.error = lambda error: told.append(str(error))
    window.digging.ask_file = lambda: write_outline(tmp_path / "line.gpkg", LineString([(0, 0), (5, 5)]))
    window.actions.actions["dig_of_file"].trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=15_000)
    assert "expected one polygon, found LineString (1)" in told[0]
    assert window.digging.tool.canvas().mapTool() is not window.digging.tool
    assert footprint(town).drawn_by == ""


def test_backspace_takes_a_corner_back_and_escape_gives_up(window, town):
    window.actions.actions["dig"].trigger()
    tool = window.digging.tool
    draw(window, footprint(town).geometry.centroid)
    QTest.keyClick(tool.canvas(), Qt.Key.Key_Backspace)
    assert len(tool.corners) == 3
    QTest.keyClick(tool.canvas(), Qt.Key.Key_Escape)
    assert tool.corners == []
    assert tool.canvas().mapTool() is not tool
    assert footprint(town).drawn_by == ""


def test_without_an_order_it_says_what_to_do(window):
    window.state.select_order("")
    window.actions.actions["dig"].trigger()
    assert window.digging.tool.canvas().mapTool() is not window.digging.tool
