# SPDX-License-Identifier: GPL-3.0-or-later
"""Which zone people and orders belong to."""

from dataclasses import replace
from datetime import date

import pytest
from regard.core.errors import InputError
from regard.core.resources import Agent, Zone
from regard.planner.tours.tour_problem import Team
from regard.planner.zones.zone_parts import NO_ZONE, chosen_zones, zone_parts
from regard.workorders.orders import OrderState, WorkOrder


@pytest.fixture
def day(zoned_day):
    return Team.of(zoned_day, date(2026, 6, 3)), zoned_day.all(WorkOrder), zoned_day.all(Zone)


def test_every_agent_and_every_order_is_in_exactly_one_part(day, zoned_day):
    parts = zone_parts(*day)
    assert [part.name for part in parts] == ["Z1", "Z2", "Z3", NO_ZONE]
    agents = [agent.agent_id for part in parts for agent in part.team.agents]
    orders = [order for part in parts for order in part.zone_of]
    assert sorted(agents) == sorted(agent.agent_id for agent in zoned_day.all(Agent))
    assert sorted(orders) == sorted(order.order_id for order in zoned_day.all(WorkOrder))


def test_an_order_without_a_zone_belongs_to_the_one_that_covers_its_place(day):
    team, orders, zones = day
    bare = [replace(order, zone="") for order in orders]
    assert [part.orders for part in zone_parts(team, bare, zones)] == [
        tuple(replace(order, zone="") for order in part.orders) for part in zone_parts(*day)
    ]


def test_the_zone_of_the_record_has_precedence_over_the_place(day):
    team, orders, zones = day
    moved = replace(orders[0], zone="Z3")
    (part,) = [part for part in zone_parts(team, [moved], zones) if part.todo]
    assert (orders[0].zone, part.name) == ("Z1", "Z3")


def test_an_order_that_cannot_be_planned_belongs_to_no_part(day):
    team, orders, zones = day
    done = [replace(order, state=OrderState.CLOSED) for order in orders]
    assert not any(part.todo for part in zone_parts(team, done, zones))


def test_zones_are_chosen_by_name_or_all(day):
    parts = zone_parts(*day)
    assert chosen_zones("all", parts) == {"Z1", "Z2", "Z3", NO_ZONE}
    assert chosen_zones(" Z3, Z1", parts) == {"Z1", "Z3"}


@pytest.mark.parametrize("asked", ["Z9", "Z1,,Z2", "", "z1"])
def test_an_unknown_zone_is_refused_with_those_there_are(day, asked):
    with pytest.raises(InputError, match="Z1, Z2, Z3, all"):
        chosen_zones(asked, zone_parts(*day))
