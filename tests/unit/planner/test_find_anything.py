# SPDX-License-Identifier: GPL-3.0-or-later
"""One search over assets: the same id first, then those that begin with the text, then those that hold it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.folding import folded
from regard.network.assets.roles import Role
from regard.planner.find_anything import ASSET, CUSTOMER, REQUEST, Places, find_anything
from regard.planner.import_records import import_records


def places(keys, role=Role.VALVE):
    xy = np.array([[float(row), 0.0] for row in range(len(keys))]).reshape(-1, 2)
    return Places([(role.value, role, np.array(keys, dtype=object), xy)], None)


def test_the_same_id_comes_first_then_beginnings_then_the_rest():
    found = places(["XV4", "V41", "V4"]).assets("v4", most=5)
    assert [one.key for one in found] == ["V4", "V41", "XV4"]
    assert (found[0].kind, found[0].x, found[0].detail) == (ASSET, 2.0, "valve")


def test_a_delivery_point_is_a_customer():
    assert [one.kind for one in places(["C1"], Role.DELIVERY_POINT).assets("c1", most=5)] == [CUSTOMER]


@pytest.mark.parametrize("text", ["", "  "])
def test_no_text_finds_nothing(text):
    assert places(["V4"]).assets(text, most=5) == ()


@given(
    st.lists(st.text("abV1é", min_size=1, max_size=4), unique_by=folded, max_size=12),
    st.text("av1e", max_size=2),
)
def test_what_is_found_is_what_holds_the_text(keys, text):
    found = [one.key for one in places(keys).assets(text, most=50)]
    holding = [key for key in keys if text and folded(text) in folded(key)]
    assert sorted(found) == sorted(holding)
    ranks = [
        0 if folded(key) == folded(text) else 1 if folded(key).startswith(folded(text)) else 2
        for key in found
    ]
    assert ranks == sorted(ranks)


def test_the_exact_id_of_an_asset_comes_before_orders_that_name_it(valmont, request_of):
    number = "V4"
    import_records(
        valmont, [request_of(1, (687520, 6924003), description=f"{number} fuit")], name="calls", who="test"
    )
    found = find_anything(valmont, Places.of(valmont), number.lower())
    assert {one.kind for one in found} >= {REQUEST, ASSET}
    assert (found[0].kind, found[0].key) == (ASSET, number)
