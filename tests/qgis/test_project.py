# SPDX-License-Identifier: GPL-3.0-or-later
"""A project made from a workspace is complete, and is known again when it is read."""

import shutil

import pytest
from qgis.core import QgsProject
from regard.qgis_bridge.layers import open_layers
from regard.qgis_bridge.project import (
    ATTRIBUTION,
    fill_project,
    layers_by_key,
    read_workspace,
    work_extent,
)


@pytest.fixture
def saved(town, qgis_app):
    """Return the path of a project saved beside its workspace."""
    project = QgsProject()
    path = town.with_name("regard.qgz")
    project.setFileName(str(path))
    fill_project(project, str(town), open_layers(str(town)))
    assert project.write(str(path))
    project.clear()
    return path


def test_a_saved_project_shows_every_layer_again(saved, project):
    assert project.read(str(saved))
    layers = layers_by_key(project)
    assert {"orders", "tours", "stops", "outages", "water_pipes", "sewer_pipes", "roads"} <= set(layers)
    assert all(layer.isValid() for layer in layers.values())
    assert layers["orders"].featureCount() == 5
    assert layers["valves_to_close"].featureCount() == 2


def test_groups_stand_in_the_order_of_the_map(saved, project):
    project.read(str(saved))
    assert [group.name() for group in project.layerTreeRoot().children()] == [
        "Orders and tours",
        "Cuts and excavations",
        "Third-party networks",
        "Drinking water",
        "Sewer",
        "Background",
    ]


def test_a_moved_folder_still_finds_its_workspace(saved, project, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("town.gpkg", "regard.qgz"):
        shutil.move(saved.with_name(name), elsewhere / name)
    project.read(str(elsewhere / "regard.qgz"))
    assert read_workspace(project) == str(elsewhere / "town.gpkg")
    assert all(layer.isValid() for layer in layers_by_key(project).values())


def test_other_projects_are_not_ours(project):
    assert read_workspace(project) == ""
    assert layers_by_key(project) == {}


def test_the_source_of_the_roads_is_named(saved, project):
    project.read(str(saved))
    assert project.readEntry("CopyrightLabel", "/Label")[0] == ATTRIBUTION
    assert project.readBoolEntry("CopyrightLabel", "/Enabled")[0]
    assert ATTRIBUTION in project.metadata().abstract()


def test_the_view_holds_the_work_of_the_day(saved, project):
    project.read(str(saved))
    layers = layers_by_key(project)
    view = project.viewSettings().defaultViewExtent()
    assert view.contains(layers["orders"].extent())
    assert view.contains(layers["tours"].extent())


def test_a_workspace_without_work_shows_its_network(built_town, qgis_app):
    layers = open_layers(str(built_town))
    network = {key: layers[key] for key in ("water_pipes", "sewer_pipes", "roads")}
    assert work_extent(network).contains(layers["water_pipes"].extent())


def test_nothing_at_all_has_no_extent(qgis_app):
    assert work_extent({}).isEmpty()
