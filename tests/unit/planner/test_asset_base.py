# SPDX-License-Identifier: GPL-3.0-or-later
"""One role can be read without the others, and reads the same."""

import pytest
from regard.network.assets.roles import Role
from regard.planner.assets.asset_base import AssetBase


@pytest.fixture
def read_tables(valmont, monkeypatch):
    """Return the names of the tables that were read, as they are."""
    names, kind = [], type(valmont)
    read = kind.read_layer
    monkeypatch.setattr(kind, "read_layer", lambda self, name: names.append(name) or read(self, name))
    return names


def test_a_role_alone_reads_its_own_tables_once(valmont, read_tables):
    base = AssetBase(valmont)
    alone = base.frame(Role.DELIVERY_POINT)
    assert base.frame(Role.DELIVERY_POINT) is alone
    assert read_tables == ["aep_point_livraison"]
    assert alone.equals(AssetBase(valmont).frames[Role.DELIVERY_POINT])


def test_frames_that_are_read_are_not_read_again(valmont, read_tables):
    base = AssetBase(valmont)
    frame = base.frames[Role.DELIVERY_POINT]
    count = len(read_tables)
    assert base.frame(Role.DELIVERY_POINT) is frame
    assert len(read_tables) == count


def test_a_role_that_nothing_plays_has_no_frame(valmont):
    assert AssetBase(valmont).frame(Role.METER) is None


def test_customers_that_are_counted_have_a_frame(workspace, valmont):
    nobody = valmont.read_layer("aep_point_livraison").iloc[:0]
    valmont.write_layers({"aep_point_livraison": nobody})
    frame = AssetBase(valmont).frame(Role.DELIVERY_POINT)
    assert len(frame) == 89
    assert frame.equals(AssetBase(valmont).frames[Role.DELIVERY_POINT])
