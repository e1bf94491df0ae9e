# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person says of a layer goes before what its name and its columns suggest."""

from regard.network.assets.roles import Role
from regard.network.layouts.mapping import parse_mapping
from regard.network.layouts.proposal import LayerChoice, LayerOutline, propose

OUTLINES = [
    LayerOutline("conduites", "line", ("ident", "diam", "diam_ext"), {}),
    LayerOutline("objets", "point", ("ref", "nom"), {}),
]


def read(choices):
    mapping = parse_mapping(propose(OUTLINES, choices=choices), file="own.yaml")
    return {
        layer.table: (layer.role, {name: one.column for name, one in layer.columns.items()})
        for layer in mapping.layers
    }


def test_a_layer_plays_the_role_that_is_chosen_with_the_columns_that_are_chosen():
    chosen = {
        "conduites": LayerChoice(Role.WATER_PIPE, {"diameter_mm": "diam_ext"}),
        "objets": LayerChoice(Role.SOURCE, {"asset_id": "ref", "label": ""}),
    }
    assert read(chosen) == {
        "conduites": (Role.WATER_PIPE, {"asset_id": "ident", "diameter_mm": "diam_ext"}),
        "objets": (Role.SOURCE, {"asset_id": "ref"}),
    }


def test_a_layer_that_is_left_out_is_not_guessed():
    assert propose(OUTLINES, choices={"conduites": LayerChoice(None)}) is None
    assert list(read({})) == ["conduites"]
