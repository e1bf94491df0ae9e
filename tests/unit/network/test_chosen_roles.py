# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person says of a layer goes before what its name and its columns suggest."""

import pytest
import yaml
from regard.core.rules import RULES_FOLDER
from regard.network.assets.roles import Role
from regard.network.layouts.mapping import parse_mapping
from regard.network.layouts.proposal import (
    LayerChoice,
    LayerOutline,
    guessed_material,
    materials,
    propose,
)

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


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("02", "02"),
        ("Amiante-Ciment", "02"),
        ("AC", "02"),
        ("PEHD", "18"),
        ("pehd annelé DN 200", "17"),
        ("PVC", "27"),
        ("Fonte ductile", "11"),
        ("fonte grise", "12"),
        ("Béton armé", "04"),
        # neither says which
        ("fonte", "99"),
        ("2", "99"),
        ("xyz", "99"),
        ("", "99"),
    ],
)
def test_a_material_is_known_by_its_code_or_its_words_and_nothing_else(value, code):
    assert guessed_material(value) == code


def test_the_materials_offered_are_those_of_the_standard():
    raepa = yaml.safe_load((RULES_FOLDER.parent / "standards" / "raepa.yaml").read_text(encoding="utf-8"))
    assert set(materials()) == set(raepa["codes"]["material"].values())
    words = [word for one in materials().values() for word in one.words]
    assert len(words) == len(set(words))


def test_what_a_person_says_of_a_material_goes_before_what_its_word_suggests():
    mains = LayerOutline("conduites", "line", ("ident", "materiau"), {"materiau": ("fonte", "pvc", "zz")})
    text = propose([mains], choices={"conduites": LayerChoice(Role.WATER_PIPE, materials={"fonte": "12"})})
    (codes,) = yaml.safe_load(text)["codes"].values()
    assert codes == {"fonte": "12", "pvc": "27", "zz": "99"}
