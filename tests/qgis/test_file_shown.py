# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace in a file can be read and written while QGIS shows it, as often as one likes."""

from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer
from regard.core.resources import Zone
from regard.qgis_bridge.layers import open_layers
from regard.store.layer_files import open_layers as open_layer_files
from regard.store.workspaces import open_workspace
from shapely.geometry import box


def lost(town):
    """Return the files of a workspace that this process still uses although they are deleted."""
    handles = Path("/proc/self/fd").iterdir()
    targets = [str(handle.readlink()) for handle in handles if handle.is_symlink()]
    return [target for target in targets if town.name in target and target.endswith("(deleted)")]


@pytest.fixture
def shown(town, project):
    """Return the town, shown and a layer of it being edited, with the log that QGIS keeps for it in use."""
    layers = open_layers(str(town))
    project.addMapLayers(list(layers.values()))
    for layer in layers.values():
        next(layer.getFeatures(), None)
    edited = QgsVectorLayer(f"{town}|layername=aep_vanne", "edited")
    assert edited.startEditing()
    assert town.with_name(f"{town.name}-wal").exists(), "QGIS keeps no log: this test shows nothing"
    yield town
    edited.rollBack()


def test_reading_and_writing_leave_qgis_its_log(shown):
    for number in range(3):
        workspace = open_workspace(str(shown))
        for name in workspace.layer_names():
            workspace.read_layer(name)
        open_layer_files(shown).read_layer(workspace.layer_names()[0])
        with workspace.command("zone", who="test") as transaction:
            transaction.add([Zone(f"T{number}", "Nord", "", box(0, 0, 9, 9))])
        workspace.close()
    assert lost(shown) == []
    workspace = open_workspace(str(shown))
    assert {"T0", "T1", "T2"} <= {zone.zone_id for zone in workspace.all(Zone)}
    workspace.close()
