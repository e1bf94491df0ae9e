# SPDX-License-Identifier: GPL-3.0-or-later
"""Coverage maps in QGIS: what they hold, their legend, the time slider, the printed page."""

from datetime import date

import pytest
from pypdf import PdfReader
from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsLayoutItemMap,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from regard.planner.coverage.study import CoverageOptions, coverage_of
from regard.qgis_bridge.coverage_page import coverage_layout
from regard.qgis_bridge.styles.coverage import draw_areas, draw_holes
from regard.store.workspaces import open_workspace

DAY = "2026-06-03"
MINUTES = {"MINUTES": "1, 2, 4", "HOLE": 2}


@pytest.fixture
def maps(answer, built_town):
    return answer("coverage", WORKSPACE=str(built_town), DAY=DAY, **MINUTES)


def test_the_layers_hold_what_the_use_case_finds(maps, built_town):
    workspace = open_workspace(built_town)
    try:
        found = coverage_of(workspace, date(2026, 6, 3), CoverageOptions((1, 2, 4), 2))
    finally:
        workspace.close()
    areas, holes = maps["AREAS"], maps["HOLES"]
    assert areas.featureCount() == len(found.areas) > 0
    assert sorted(row["customers"] for row in holes.getFeatures()) == sorted(h.customers for h in found.holes)
    assert all(row.geometry().isGeosValid() for row in areas.getFeatures())


def test_the_legend_tells_minutes_holes_and_the_second_agent_is_switched_off(load, built_town):
    given = {"WORKSPACE": str(built_town), "DAY": DAY, **MINUTES}
    loaded = load("coverage", **given)
    assert loaded["AREAS"].legend[:3] == ["within 1 min", "within 2 min", "within 4 min"]
    rules = loaded["AREAS"].layer.renderer().rootRule().children()
    assert [rule.active() for rule in rules] == [True] * 3 + [False] * 3
    assert len(loaded["HOLES"].legend) == 2 and loaded["HOLES"].layer.labelsEnabled()


def test_the_time_slider_shows_one_hour_at_a_time(maps):
    layer = maps["AREAS"]
    draw_areas(layer)
    properties = layer.temporalProperties()
    mode = Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields
    assert properties.isActive() and properties.mode() == mode
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    for hour in range(24):
        begins = QDateTime(QDate(2026, 6, 3), QTime(hour, 0))
        hour_range = QgsDateTimeRange(begins, begins.addSecs(3599))
        filtered = properties.createFilterString(context, hour_range)
        shown = list(layer.getFeatures(QgsFeatureRequest().setFilterExpression(filtered)))
        expected = [r.id() for r in layer.getFeatures() if r["first_hour"] <= hour < r["end_hour"]]
        assert sorted(row.id() for row in shown) == sorted(expected)
    assert expected == []


def test_a_change_gives_what_it_opens(answer, built_town):
    found = answer(
        "coverage",
        WORKSPACE=str(built_town),
        DAY=DAY,
        WITHOUT="AG1, AG2, AG3",
        CHANGES="memory:",
        **MINUTES,
    )
    assert {row["effect"] for row in found["CHANGES"].getFeatures()} == {"opened"}


@pytest.mark.parametrize(
    ("given", "words"),
    [({"MINUTES": "5,x"}, "minutes"), ({"WITHOUT": "AG99"}, "AG99"), ({"LIKE": "?"}, r"\?")],
)
def test_what_makes_no_sense_is_said(answer, built_town, given, words):
    with pytest.raises(QgsProcessingException, match=words):
        answer("coverage", WORKSPACE=str(built_town), DAY=DAY, **given)


def test_the_page_shows_the_hour_with_its_legend(maps, answer, tmp_path):
    for name, draw in (("AREAS", draw_areas), ("HOLES", draw_holes)):
        draw(maps[name])
        QgsProject.instance().addMapLayer(maps[name])
    # by day people come, by night nobody does: the legend tells what the map shows
    for hour, words in ((10, "within 2 min"), (3, "Holes in coverage")):
        page = tmp_path / f"coverage{hour}.pdf"
        answer("coverageprint", AREAS=maps["AREAS"], HOLES=maps["HOLES"], HOUR=hour, FILE=str(page))
        (sheet,) = PdfReader(page).pages
        text = sheet.extract_text().replace("\t", " ")
        for said in ("Who can be where in how long", f"From {hour:02d}:00", words):
            assert said in text
    layout = coverage_layout(QgsProject.instance(), maps["AREAS"], maps["HOLES"], 10)
    (shown,) = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    # in metres, whatever the project is in
    assert shown.crs() == maps["AREAS"].crs() and 1_000 < shown.scale() < 100_000
