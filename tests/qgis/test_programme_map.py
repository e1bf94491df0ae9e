# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year in QGIS: zones, municipalities and assets by week, their legend, the time slider."""

import pytest
from qgis.core import (
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsProcessingException,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from regard.planner.intake.addresses import import_addresses
from regard.planner.programme.asset_schedule import asset_schedule
from regard.planner.programme.next_year import next_year
from regard.planner.programme.weeks import bars, zone_weeks
from regard.qgis_bridge.styles.programme import draw_zone_weeks
from regard.tests.golden import golden_network
from regard.tests.unit.planner.programme.shared.conftest import staffed, two_years, valmont
from regard.tests.unit.planner.programme.years import NOW

__all__ = ["staffed", "two_years", "valmont"]
GIVEN = {"YEAR": 2027, "NOW": "2026-06-03T08:00:00", "COMMUNES": "memory:"}


@pytest.fixture(scope="module")
def golden_file(tmp_path_factory):
    return golden_network.write_golden_network(tmp_path_factory.mktemp("golden") / "golden.gpkg")


@pytest.fixture
def new_url(tmp_path):
    return str(tmp_path / "town.gpkg")


@pytest.fixture
def town(two_years):
    """Return a workspace with two years of history and one house near every meter."""
    found = next_year(two_years, 2027, now=NOW)
    meters = next(one for one in found.owed if one.name == "meters").assets
    houses = [
        ("Rue des Saules", "57000", "Valmont", str(n), x, y)
        for n, (x, y) in enumerate(zip(meters["x"], meters["y"], strict=True), start=1)
    ]
    import_addresses(two_years, houses)
    return two_years


def test_the_layers_hold_what_the_year_says(answer, town):
    layers = answer("programme", WORKSPACE=town.url, **GIVEN)
    found = next_year(town, 2027, now=NOW)
    scheduled = asset_schedule(found)
    weeks = zone_weeks(found, bars(found, scheduled))
    assert layers["ZONES"].featureCount() == len(weeks) > 0
    hours = sum(row["load_h"] for row in layers["ZONES"].getFeatures())
    assert hours == pytest.approx(sum(one.load for one in weeks), abs=0.05 * len(weeks))
    rows = {(row["asset_id"], row["week"]) for row in layers["ASSETS"].getFeatures()}
    assert rows == {(one.asset_id, one.week.isoformat()) for one in scheduled}
    communes = [row for row in layers["COMMUNES"].getFeatures() if row["commune"] == "Valmont"]
    assert communes and all(row.geometry().isGeosValid() for row in communes)


def test_the_legend_tells_states_hours_and_activities_in_words(load, town):
    loaded = load("programme", WORKSPACE=town.url, **GIVEN)
    assert loaded["ZONES"].legend[:3] == ["Overload", "To watch", "Fine"]
    assert len(loaded["COMMUNES"].legend) == 5
    assert set(loaded["ASSETS"].legend) == {"Flushing of dead ends", "Hydrant tests", "Meter renewal"}
    assert all(one.layer.labelsEnabled() for one in loaded.values())


def test_the_time_slider_shows_one_week_at_a_time(answer, town):
    layer = answer("programme", WORKSPACE=town.url, **GIVEN)["ZONES"]
    draw_zone_weeks(layer)
    properties = layer.temporalProperties()
    assert properties.isActive()
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    monday = QDateTime(QDate(2027, 6, 7), QTime(0, 0))
    week = QgsDateTimeRange(monday, monday.addDays(7).addSecs(-1))
    shown = layer.getFeatures(
        QgsFeatureRequest().setFilterExpression(properties.createFilterString(context, week))
    )
    assert {row["week"] for row in shown} == {"2027-06-07"}


def test_a_history_that_is_too_short_is_told_in_words(answer, staffed):
    with pytest.raises(QgsProcessingException, match="whole months"):
        answer("programme", WORKSPACE=staffed.url, **GIVEN)
