# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns of yes and no, and of a choice, are read with or without a code list, and never guessed."""

import geopandas as gpd
import pytest
from regard.core.errors import InputError
from regard.network.assets.roles import Role
from regard.network.layouts.filling import read_roles
from regard.network.layouts.mapping import parse_mapping
from shapely.geometry import Point

MAPPING = """
standard: own
layers:
  - table: valves
    role: valve
    columns:
      asset_id: {column: id}
      is_open: {SOURCE}
"""


@pytest.fixture
def is_open():
    """Return a function that reads the column ``open`` of some valves by a mapping."""

    def is_open(values, source="column: open"):
        table = gpd.GeoDataFrame(
            {"id": [f"V{number}" for number in range(len(values))], "open": values},
            geometry=[Point(number, 0) for number in range(len(values))],
            crs="EPSG:2154",
        )
        mapping = parse_mapping(MAPPING.replace("SOURCE", source), file="own.yaml")
        frames = read_roles(lambda _: table, [(mapping, ["valves"])]).frames
        return frames[Role.VALVE]["is_open"].tolist()

    return is_open


@pytest.mark.parametrize(
    "values",
    [
        [True, False],
        [1, 0],
        [1.0, 0.0],
        ["True", "False"],
        ["T", "F"],
        ["oui", "NON"],
        ["O", "N"],
        ["1", " 0 "],
    ],
)
def test_yes_and_no_are_understood_however_they_are_written(is_open, values):
    assert is_open(values) == [True, False]


def test_nothing_written_is_unknown_and_an_unknown_valve_is_open(is_open):
    assert is_open([None, "", "f"]) == [True, True, False]


def test_an_expression_may_say_yes_or_no(is_open):
    assert is_open(["O", "F"], source="expression: \"open == 'O'\"") == [True, False]


def test_a_word_that_is_neither_is_refused(is_open):
    with pytest.raises(InputError, match=r"holds ouverte \(2\), fermee \(1\), which is_open") as raised:
        is_open(["ouverte", "ouverte", "fermee"])
    assert raised.value.message.params["layer"] == "valves"
    assert is_open(["ouverte", "n"], source="column: open, otherwise: true") == [True, False]


def test_a_choice_holds_only_what_its_role_knows():
    table = gpd.GeoDataFrame({"id": ["R1"], "what": ["chateau"]}, geometry=[Point(0, 0)], crs="EPSG:2154")
    text = """
standard: own
layers:
  - {table: tanks, role: source, columns: {asset_id: {column: id}, kind: {column: what}}}
"""
    mapping = parse_mapping(text, file="own.yaml")
    with pytest.raises(InputError, match=r"holds chateau \(1\).*expected reservoir, pumping_station"):
        read_roles(lambda _: table, [(mapping, ["tanks"])])
    table["what"] = "Reservoir"
    read = read_roles(lambda _: table, [(mapping, ["tanks"])]).frames
    assert read[Role.SOURCE]["kind"].tolist() == ["reservoir"]
