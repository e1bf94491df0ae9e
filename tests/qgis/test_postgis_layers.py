# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostGIS workspace opens as the same layers as a file."""

from regard.qgis_bridge.layers import open_layers


def test_a_server_shows_what_the_file_shows(built_town, on_server, qgis_app):
    here, there = open_layers(str(built_town)), open_layers(on_server)
    counts = {key: layer.featureCount() for key, layer in here.items()}
    assert counts and {key: layer.featureCount() for key, layer in there.items()} == counts
    numbers = sorted([f["number"], f["valve"]] for f in there["valves_to_close"].getFeatures())
    assert numbers == [[1, "V4"], [2, "V5"]]
