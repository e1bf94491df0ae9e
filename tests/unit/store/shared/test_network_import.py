# SPDX-License-Identifier: GPL-3.0-or-later
"""An import that is cut short leaves the network that was there, in both databases."""

import pytest
import sqlalchemy as sa
from regard.network.assets.roles import Role
from regard.planner.assets.asset_base import AssetBase
from regard.planner.assets.import_network import import_network
from regard.planner.assets.network_layout import OwnMapping
from regard.store.layer_files import open_layers

OWN = OwnMapping(
    file="own.yaml",
    text="standard: own\nlayers: [{table: vannes, role: valve, columns: {asset_id: {column: num}}}]\n",
)


class Valves:
    """A source with the valves of another one, under another layout."""

    def __init__(self, source):
        self.valves = source.read_layer("aep_vanne").rename(columns={"id_aep_vanne": "num"})

    def layer_names(self):
        return ["vannes"]

    def read_layer(self, name):
        return self.valves


@pytest.fixture
def source(workspace, golden_file):
    """Return the golden network, which the workspace holds already."""
    source = open_layers(golden_file)
    import_network(workspace, source)
    return source


def fail_at_settings(connection, cursor, statement, parameters, context, executemany):
    """Fail as a server that goes away does once the layers are written."""
    if statement.startswith("INSERT INTO meta") and "setting." in str(parameters):
        raise ConnectionResetError


def test_an_import_cut_off_after_the_layers_leaves_what_was_there(workspace, source):
    before = sorted(workspace.layer_names())
    sa.event.listen(workspace.backend.engine, "before_cursor_execute", fail_at_settings)
    with pytest.raises(ConnectionResetError):
        import_network(workspace, Valves(source), own=OWN)
    sa.event.remove(workspace.backend.engine, "before_cursor_execute", fail_at_settings)
    assert sorted(workspace.layer_names()) == before
    assert len(AssetBase(workspace).frames[Role.VALVE]) == 8


def test_an_import_in_another_layout_takes_the_place_of_the_former(workspace, source):
    imported = import_network(workspace, Valves(source), own=OWN)
    assert imported.retired == ("aep_vanne",)
    assert len(AssetBase(workspace).frames[Role.VALVE]) == 8
