# SPDX-License-Identifier: GPL-3.0-or-later
"""A place far from every main and sewer is refused with its distance, in calls and in files."""

import pytest
from regard.core.errors import InputError
from regard.network.assets.roles import Role
from regard.planner.assets.asset_base import AssetBase
from regard.planner.intake.reach import Reach
from regard.workorders.requests import ServiceRequest
from shapely.geometry import Point

PIPES = (Role.WATER_PIPE, Role.SEWER_PIPE)
FAR = Point(687523, 6934000)


def test_a_place_is_in_reach_up_to_the_distance_of_the_rules(desk):
    frames = [desk.base.frame(role) for role in PIPES if desk.base.has(role)]
    off_m = min(frame.distance(FAR).min() for frame in frames)
    near, far = (desk.rules.intake.model_copy(update={"farthest_m": off_m + by}) for by in (1, -1))
    assert Reach(desk.base, near)(FAR) is None
    said = Reach(desk.base, far)(FAR).english()
    assert said.endswith(f"km of a main or sewer, in EPSG:2154 (it is {off_m / 1000:.1f} km away)")


def test_without_a_figure_every_place_is_in_reach(desk):
    assert Reach(desk.base, desk.rules.intake.model_copy(update={"farthest_m": None}))(FAR) is None


def test_without_a_network_every_place_is_in_reach(workspace, rules):
    assert Reach(AssetBase(workspace), rules.intake)(FAR) is None


def test_a_call_about_a_far_place_is_refused_and_not_saved(desk):
    before = desk.workspace.keys(ServiceRequest)
    with pytest.raises(InputError, match="expected within 5 km of a main or sewer"):
        desk.take(at=FAR)
    assert desk.workspace.keys(ServiceRequest) == before
