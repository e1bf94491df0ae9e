# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace's tables open as valid layers with the right rows, CRS and order."""

from dataclasses import replace
from datetime import timedelta

import pytest
from qgis.core import QgsSymbolLayer
from regard.core.errors import InputError
from regard.planner.plan_versions import current_plan
from regard.planner.records import PlanStop, PlanTour
from regard.qgis_bridge.catalogue import LAYERS, layer_titles
from regard.qgis_bridge.layers import open_layers, source_of
from regard.qgis_bridge.styles.symbols import contrast, ink_on
from regard.store.workspaces import open_workspace


@pytest.fixture
def layers(built_town, qgis_app):
    layers = open_layers(str(built_town))
    yield layers
    layers.clear()


def test_every_layer_has_a_title():
    assert {spec.key for spec in LAYERS} == set(layer_titles())


def test_layers_are_valid_and_in_the_crs_of_the_workspace(layers):
    assert all(layer.isValid() for layer in layers.values())
    assert {layer.crs().authid() for layer in layers.values()} == {"EPSG:2154"}


@pytest.mark.parametrize(
    ("key", "count"),
    [
        ("orders", 5),
        ("agents", 3),
        ("outages", 1),
        ("valves_to_close", 2),
        ("water_pipes", 9),
        ("valves", 8),
        ("hydrants", 1),
        ("delivery_points", 89),
        ("sewer_pipes", 7),
        ("third_parties", 4),
        ("zones", 1),
        ("roads", 16),
    ],
)
def test_a_layer_shows_its_rows(layers, key, count):
    assert layers[key].featureCount() == count


def test_layers_come_from_the_top_of_the_map_to_the_bottom(layers):
    keys = [spec.key for spec in LAYERS if spec.key in layers]
    assert list(layers) == keys
    assert keys.index("stops") < keys.index("tours") < keys.index("water_pipes") < keys.index("roads")


def test_valves_to_close_are_numbered_as_the_order_lists_them(layers):
    numbered = {(f["order_id"], f["number"]): f["valve"] for f in layers["valves_to_close"].getFeatures()}
    assert sorted(numbered.values()) == ["V4", "V5"]
    assert [numbered[key] for key in sorted(numbered)] == ["V4", "V5"]


def test_layers_cannot_be_edited_past_the_journal(layers):
    assert all(layer.readOnly() for layer in layers.values())


def test_only_the_latest_plan_is_shown(town, qgis_app):
    workspace = open_workspace(town)
    plan = current_plan(workspace)
    later = replace(plan, plan_id="2026-06-03/2", created_at=plan.created_at + timedelta(hours=1))
    tour = workspace.all(PlanTour, plan_id=plan.plan_id)[0]
    with workspace.command("plan", who="test") as transaction:
        transaction.add([later, replace(tour, tour_id="new", plan_id=later.plan_id, agent_id="AG2")])
    workspace.close()
    layers = open_layers(str(town))
    assert [feature["tour_id"] for feature in layers["tours"].getFeatures()] == ["new"]
    assert layers["stops"].featureCount() == 0


def test_tours_and_stops_are_coloured_by_agent(layers, built_town):
    workspace = open_workspace(built_town)
    agents = {tour.agent_id: tour.colour for tour in workspace.all(PlanTour)}
    stops = len(workspace.all(PlanStop))
    workspace.close()
    categories = {c.value(): c.symbol()[1].color().name() for c in layers["tours"].renderer().categories()}
    assert categories == agents
    assert layers["stops"].featureCount() == stops
    disc = layers["stops"].renderer().symbol()[0].dataDefinedProperties()
    fill = disc.property(QgsSymbolLayer.Property.PropertyFillColor)
    for stop in layers["stops"].getFeatures():
        context = layers["stops"].createExpressionContext()
        context.setFeature(stop)
        drawn, _ = fill.valueAsColor(context)
        assert drawn.name() == agents[stop["agent_id"]]


def test_a_file_that_is_no_workspace_gives_no_layers(tmp_path, qgis_app):
    other = tmp_path / "other.gpkg"
    other.write_text("not a database")
    assert open_layers(str(other)) == {}
    assert open_layers(str(tmp_path / "missing.gpkg")) == {}


def test_a_server_address_becomes_a_connection():
    source = source_of("postgresql://dis%40patch@db.example:5433/water?schema=nord")
    assert source.provider == "postgres"
    assert source.schema == "nord"
    assert "dbname='water' host=db.example port=5433 user='dis@patch'" in source.connection
    assert source_of("postgresql://db.example/water").schema == "regard"
    assert "service='nord'" in source_of("postgresql:///?service=nord").connection


def test_an_address_with_a_password_is_never_opened(qgis_app):
    assert "se%20cret" not in source_of("postgresql://ada:se%20cret@db.example/water").connection
    with pytest.raises(InputError, match="passwords do not belong in an address") as refused:
        open_layers("postgresql://ada:se%20cret@db.example/water")
    assert "cret" not in str(refused.value)


@pytest.mark.parametrize(("colour", "ink"), [("#332288", "#ffffff"), ("#66ccee", "#23282d")])
def test_numbers_stand_out_on_their_colour(colour, ink):
    assert ink_on(colour) == ink
    assert contrast(ink, colour) > 4.5


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
