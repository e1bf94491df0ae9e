# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import brings in, leaves alone and refuses."""

import geopandas as gpd
import networkx
import pytest
from regard.core.errors import InputError, RegardError
from regard.core.ids import AgentId
from regard.core.resources import Equipment
from regard.network.assets.roles import Role
from regard.planner.assets.asset_base import AssetBase
from regard.planner.assets.import_network import import_network
from regard.planner.assets.network_layout import OwnMapping
from regard.planner.import_records import import_records
from regard.planner.roads import roads
from regard.planner.roads.roads import EDGE_LAYER, import_roads, travel_model
from regard.routing.roads.graph import table_of
from regard.routing.travel import StraightLine
from regard.store.layer_files import open_layers
from shapely.geometry import Point


class Layers:
    """Layers at hand, as a source."""

    def __init__(self, layers):
        self.layers = layers

    def layer_names(self):
        return list(self.layers)

    def read_layer(self, name):
        return self.layers[name]


def points(**columns):
    return gpd.GeoDataFrame(columns, geometry=[Point(687000, 6924000)], crs="EPSG:2154")


def test_the_golden_network_comes_in_by_role(workspace, golden_file):
    imported = import_network(workspace, open_layers(golden_file))
    assert imported.counts[Role.WATER_PIPE] == 9
    assert imported.counts[Role.VALVE] == 8
    assert imported.counts[Role.DELIVERY_POINT] == 89
    assert imported.counts[Role.THIRD_PARTY] == 4
    assert imported.skipped == ()
    assert set(workspace.layer_names()) == set(imported.layers)


def test_unknown_layers_are_named_and_left_alone(workspace, golden_file):
    golden = open_layers(golden_file)
    layers = {name: golden.read_layer(name) for name in golden.layer_names()}
    imported = import_network(workspace, Layers({**layers, "trees": points(kind=["oak"])}))
    assert imported.skipped == ("trees",)
    assert "trees" not in workspace.layer_names()


def test_a_source_without_known_layers_is_refused(workspace):
    with pytest.raises(InputError, match="trees"):
        import_network(workspace, Layers({"trees": points(kind=["oak"])}))


def test_a_standard_that_finds_nothing_beside_third_parties_is_refused(workspace, golden_file):
    golden = open_layers(golden_file)
    layers = {name: golden.read_layer(name) for name in ("third_party", "aep_vanne")}
    with pytest.raises(InputError, match=r"found third_party, aep_vanne, expected RAEPA"):
        import_network(workspace, Layers(layers), standard="raepa")
    assert workspace.layer_names() == []


def test_third_parties_come_in_alone_when_no_standard_is_asked_for(workspace, golden_file):
    third_party = open_layers(golden_file).read_layer("third_party")
    imported = import_network(workspace, Layers({"third_party": third_party}))
    assert imported.counts == {Role.THIRD_PARTY: 4}


def test_a_table_that_lacks_a_column_leaves_the_workspace_as_it_was(workspace, golden_file):
    golden = open_layers(golden_file)
    pipes = golden.read_layer("aep_canalisation").drop(columns="id_canalisation")
    layers = {"aep_vanne": golden.read_layer("aep_vanne"), "aep_canalisation": pipes}
    with pytest.raises(InputError, match=r"aep_canalisation.*id_canalisation"):
        import_network(workspace, Layers(layers))
    assert workspace.layer_names() == []


def test_tables_are_known_whatever_their_case_and_schema(workspace, golden_file):
    golden = open_layers(golden_file)
    layers = {f"stareau.{name.upper()}": golden.read_layer(name) for name in golden.layer_names()}
    imported = import_network(workspace, Layers(layers))
    assert imported.counts[Role.WATER_PIPE] == 9
    assert imported.counts[Role.THIRD_PARTY] == 4
    assert imported.skipped == ()
    assert AssetBase(workspace).has(Role.VALVE)
    assert AssetBase(workspace).third_party is not None


def test_two_layers_that_are_one_table_are_refused(workspace, golden_file):
    valves = open_layers(golden_file).read_layer("aep_vanne")
    with pytest.raises(InputError, match=r"'aep_vanne' is in aep_vanne and in new\.aep_vanne"):
        import_network(workspace, Layers({"aep_vanne": valves, "new.aep_vanne": valves}))
    assert workspace.layer_names() == []


def test_an_import_that_fails_on_the_way_leaves_nothing_behind(workspace, golden_file):
    golden = open_layers(golden_file)
    layers = {name: golden.read_layer(name) for name in golden.layer_names()}
    unwritable = layers["aep_vanne"].assign(what=1j)
    with pytest.raises(RegardError, match="layer 'aep_vanne' cannot be written"):
        import_network(workspace, Layers({**layers, "aep_vanne": unwritable}))
    assert workspace.layer_names() == []


def test_a_record_that_is_there_already_refuses_the_whole_import(workspace):
    digger = Equipment("E1", "mini_digger", AgentId("AG1"))
    import_records(workspace, [digger], name="first", who="test")
    again = [Equipment("E2", "mini_digger", AgentId("AG1")), digger]
    with pytest.raises(InputError, match="E1"):
        import_records(workspace, again, name="second", who="test")
    assert [item.equipment_id for item in workspace.all(Equipment)] == ["E1"]


def test_without_roads_one_travels_in_straight_lines(workspace):
    workspace.set_setting("travel.speed_kmh", "36")
    assert travel_model(workspace) == StraightLine(factor=1.3, speed_kmh=36.0)


def test_a_damaged_road_file_leaves_the_workspace_as_it_was(workspace, tmp_path):
    damaged = tmp_path / "roads.osm.pbf"
    damaged.write_bytes(b"\x00\x00\x00\x0d" + b"not a road" * 50)
    with pytest.raises(InputError, match=r"roads\.osm\.pbf"):
        import_roads(workspace, damaged)
    assert EDGE_LAYER not in workspace.layer_names()


def test_a_mapping_that_names_a_layer_which_is_not_there_is_refused(workspace):
    columns = "{table: %s, role: hydrant, columns: {asset_id: {column: num}}}"
    layers = ", ".join(columns % table for table in ("hydrant", "pei"))
    own = OwnMapping(file="own.yaml", text=f"standard: own\nlayers: [{layers}]\n")
    source = Layers({"hydrants": points(num=["H1"]), "pei": points(num=["H2"])})
    with pytest.raises(InputError, match=r"no layer 'hydrant'; near: hydrants"):
        import_network(workspace, source, own=own)
    assert workspace.layer_names() == []


def test_roads_come_in_with_their_settings_or_not_at_all(workspace, monkeypatch, tmp_path):
    found = table_of(networkx.MultiDiGraph(crs="EPSG:2154", osm_date="2026-01-01"))
    frame = points(name=["a"])
    monkeypatch.setattr(roads, "read_roads", lambda path, rules, progress: found)
    monkeypatch.setattr(roads, "project_roads", lambda found, crs: found)
    monkeypatch.setattr(roads, "roads_to_frames", lambda found: (frame, frame))
    monkeypatch.setattr(type(workspace), "set_setting", lambda *_: pytest.fail("a second transaction"))
    assert import_roads(workspace, tmp_path / "town.osm.pbf") == 1
    told = [workspace.setting(name) for name in ("roads.source", "roads.osm_date", "attribution")]
    assert told == ["town.osm.pbf", "2026-01-01", roads.OSM_ATTRIBUTION]
