# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks are read from QGIS layers as they are on the map, unsaved edits included."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer
from regard.core.errors import InputError
from regard.network.assets.roles import Role
from regard.planner.assets.import_network import import_network
from regard.qgis_bridge.layer_source import QgisLayers, frame_of
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace


@pytest.fixture(scope="module")
def golden_file(golden, tmp_path_factory):
    """Return a GeoPackage with the golden network as StaR-Eau tables."""
    return golden._golden_network(tmp_path_factory.mktemp("layers") / "golden.gpkg")


@pytest.fixture(scope="module")
def layers(golden_file):
    """Return the golden network as QGIS layers."""
    names = open_layers(golden_file).layer_names()
    return {name: QgsVectorLayer(f"{golden_file}|layername={name}", f"My {name}", "ogr") for name in names}


def test_layers_go_by_their_tables(layers):
    assert set(QgisLayers(layers.values()).layer_names()) == set(layers)


def test_a_layer_reads_as_its_file_does(layers, golden_file):
    for name, layer in layers.items():
        expected = open_layers(golden_file).read_layer(name)
        found = frame_of(layer).drop(columns="fid")
        assert found.crs == expected.crs
        assert found.geometry.geom_equals(expected.geometry).all()
        assert found.astype(str).equals(expected.astype(str))


def test_unsaved_edits_are_read(layers):
    valves = layers["aep_vanne"].clone()
    assert valves.startEditing()
    feature = next(valves.getFeatures())
    field = valves.fields().indexOf("etat_ouverture")
    assert valves.changeAttributeValue(feature.id(), field, "fermee")
    added = QgsFeature(valves.fields())
    added.setAttribute("id_aep_vanne", "V99")
    added.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(687700, 6924000)))
    assert valves.addFeature(added)
    found = frame_of(valves).set_index("id_aep_vanne")
    valves.rollBack()
    assert found.at[feature["id_aep_vanne"], "etat_ouverture"] == "fermee"
    assert found.at["V99", "etat_ouverture"] is None
    assert (found.geometry["V99"].x, len(found)) == (687700, 9)


def test_a_network_is_imported_from_layers(layers, tmp_path):
    workspace = create_workspace(tmp_path / "town.gpkg")
    imported = import_network(workspace, QgisLayers(layers.values()))
    workspace.close()
    assert (imported.counts[Role.WATER_PIPE], imported.counts[Role.DELIVERY_POINT]) == (9, 89)


def test_layers_that_cannot_serve_are_refused(layers):
    valves = layers["aep_vanne"]
    with pytest.raises(InputError, match="layer 'aep_vanne' is in My aep_vanne and in My aep_vanne"):
        QgisLayers([valves, valves.clone()])
    with pytest.raises(InputError, match="does not say its coordinate reference system"):
        sketch = QgsVectorLayer("Point?field=a:string", "sketch", "memory")
        sketch.setCrs(QgsCoordinateReferenceSystem())
        frame_of(sketch)


def test_nothing_is_an_empty_frame():
    frame = frame_of(
        QgsVectorLayer("LineString?crs=EPSG:2154&field=id:string&field=d:integer", "m", "memory")
    )
    assert (list(frame.columns), len(frame)) == (["id", "d", "geometry"], 0)
