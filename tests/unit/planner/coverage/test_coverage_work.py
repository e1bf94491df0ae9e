# SPDX-License-Identifier: GPL-3.0-or-later
"""Recurring points, failures by kilometre, load of zones."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.core.ids import OrderId
from regard.network.assets.roles import Role
from regard.planner.assets.asset_base import AssetBase
from regard.planner.coverage.failures import failure_densities
from regard.planner.coverage.recurring import place_groups, recurring_points
from regard.planner.coverage.rules import coverage_rules_of
from regard.planner.coverage.zone_work import zone_work
from regard.planner.import_records import import_records
from regard.planner.rule_versions import import_rules, shipped_texts
from regard.workorders.history import ClosedIntervention
from regard.workorders.orders import WorkOrder
from shapely.geometry import Point

DAY = date(2026, 6, 3)


def closed(number, *, code="AEP-CASSE", asset="P01", role="water_pipe", at=(0, 0), days=1, result="done"):
    ended = datetime(2026, 6, 3, 15) - timedelta(days=days)
    return ClosedIntervention(
        OrderId(f"H{number}"),
        code,
        ended,
        ended,
        ended,
        ("AG1",),
        1,
        "Z1",
        role,
        asset,
        Point(at),
        result,
        "",
    )


def add(workspace, *records):
    import_records(workspace, list(records), name="import history", who="test")


def test_two_interventions_in_twelve_months_are_a_recurring_point(workspace):
    add(
        workspace,
        closed(1),
        closed(2, days=364, code="AEP-FUI-CAN"),
        closed(3, asset="P02"),
        closed(4, asset="P02", days=366),
        closed(5, asset="P03"),
        closed(6, asset="P03", result="not_done"),
        # the same id in another layer is another asset
        closed(7, asset="P03", role="sewer_pipe"),
    )
    (point,) = recurring_points(workspace, DAY)
    assert (point.asset_id, point.times, point.codes) == ("P01", 2, ("AEP-CASSE", "AEP-FUI-CAN"))


def test_without_asset_the_place_counts(workspace):
    spots = [(0, 0), (10, 0), (20, 0), (100, 0)]
    add(workspace, *(closed(n, asset="", at=at, days=n + 1) for n, at in enumerate(spots)))
    (point,) = recurring_points(workspace, DAY)
    assert (point.asset_id, point.times, point.place) == ("", 3, Point(0, 0))


def test_upkeep_that_comes_back_by_itself_is_no_recurring_point(workspace):
    add(workspace, *(closed(n, code="AEP-PI-CTL", role="hydrant", asset="H1") for n in (1, 2)))
    assert recurring_points(workspace, DAY) == ()


@pytest.mark.parametrize("code", ["AEP-REL", "AEP-OUV", "AEP-FER", "AEP-CPT-REM", "AEP-ENQ", "ASS-CONF"])
def test_work_that_no_failure_asked_for_is_no_recurring_point(workspace, code):
    """A meter that is read twice a year, or a connection closed and opened, is no sign of trouble."""
    add(workspace, *(closed(n, code=code, role="meter", asset="C1") for n in (1, 2, 3)))
    add(workspace, closed(4, role="meter", asset="C1", code="AEP-FUI-CPT"))
    assert recurring_points(workspace, DAY) == ()
    add(workspace, closed(5, role="meter", asset="C1", code="AEP-FUI-CPT"))
    (point,) = recurring_points(workspace, DAY)
    assert (point.asset_id, point.times, point.codes) == ("C1", 2, ("AEP-FUI-CPT",))


def test_which_types_count_is_data_and_without_any_all_but_upkeep_do(workspace):
    add(workspace, *(closed(n, code="AEP-REL", asset="C1") for n in (1, 2)))
    add(workspace, *(closed(n, code="AEP-CASSE") for n in (3, 4)))
    add(workspace, *(closed(n, code="AEP-PI-CTL", role="hydrant", asset="H1") for n in (5, 6)))
    shipped = shipped_texts()["coverage.yaml"]
    start, end = shipped.index("  codes: ["), shipped.index("]", shipped.index("  codes: [")) + 1
    for codes, expected in (("  codes: [AEP-REL]", ["C1"]), ("", ["C1", "P01"])):
        own = shipped[:start] + codes + shipped[end:]
        now = datetime(2026, 6, 1)
        import_rules(workspace, {"coverage.yaml": own}, valid_from=now.date(), now=now, who="test")
        assert [one.asset_id for one in recurring_points(workspace, DAY)] == expected


def test_the_worst_points_alone_are_those_that_come_first(workspace):
    for number in range(6):
        asset = f"P{number}"
        add(
            workspace,
            *(closed(f"{number}-{n}", asset=asset, at=(200 * number, 0)) for n in range(2 + number)),
        )
    add(workspace, *(closed(f"a{n}", asset="", at=(0, 900)) for n in range(4)))
    every = recurring_points(workspace, DAY)
    assert [one.times for one in every] == [7, 6, 5, 4, 4, 3, 2]
    for most in range(8):
        assert recurring_points(workspace, DAY, most=most) == every[:most]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12), st.integers(0, 20))
def test_places_are_joined_by_chains_of_short_steps(spots, within):
    numbers = place_groups([Point(spot) for spot in spots], within)
    group = list(range(len(spots)))
    for a, one in enumerate(spots):
        for b, other in enumerate(spots):
            if (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 <= within**2 and group[a] != group[b]:
                group = [group[a] if g == group[b] else g for g in group]
    for a in range(len(spots)):
        for b in range(len(spots)):
            assert (numbers[a] == numbers[b]) == (group[a] == group[b])


def test_failures_by_kilometre_add_up_over_materials_and_ages(valmont):
    pipes = AssetBase(valmont).frame(Role.WATER_PIPE)
    name = str(pipes["asset_id"].iloc[0])
    add(valmont, closed(1, asset=name), closed(2, asset=name), closed(3, asset=name, code="AEP-VANNE"))
    found = [one for one in failure_densities(valmont, AssetBase(valmont), DAY) if one.role == "water_pipe"]
    kept = pipes[pipes["in_service"].astype(bool)]
    assert sum(one.km for one in found) == pytest.approx(kept.geometry.length.sum() / 1_000)
    assert sum(one.failures for one in found) == 2
    (failing,) = [one for one in found if one.failures]
    assert failing.material == str(pipes["material"].iloc[0])
    assert failing.per_km_year == pytest.approx(2 / failing.km)
    assert found[0] == failing


def test_load_is_held_against_the_people_of_each_zone(zoned_day):
    found = {one.zone: one for one in zone_work(zoned_day, DAY, 8)}
    orders = [one for one in zoned_day.all(WorkOrder) if one.zone == "Z1"]
    one = found["Z1"]
    assert one.load_min == sum(order.duration_min * order.crew for order in orders)
    assert (one.orders, one.planned, one.planned_share) == (10, 0, 0.0)
    assert one.capacity_min > 0 and one.load_share == one.load_min / one.capacity_min
    assert list(found)[-1] == "" and found[""].orders == 3


def test_a_zone_without_people_or_orders_has_no_share(valmont):
    (one,) = zone_work(valmont, DAY, 1)
    assert (one.load_share, one.planned_share, one.late_share) == (None, None, None)


def test_an_order_past_its_deadline_is_late(zoned_day):
    own = next(one for one in zoned_day.all(WorkOrder) if one.zone == "Z2")
    with zoned_day.command("late", who="test") as transaction:
        transaction.save(replace(own, due_at=datetime(2026, 6, 1, 12), window_start=None, window_end=None))
    found = {one.zone: one for one in zone_work(zoned_day, DAY, 8)}
    assert (found["Z2"].late, found["Z2"].orders) == (1, 10)


def test_figures_are_dated_and_checked(workspace):
    text = shipped_texts()["coverage.yaml"]
    now = datetime(2026, 1, 1)
    changed = text.replace("hole_min: 30", "hole_min: 20")
    import_rules(workspace, {"coverage.yaml": changed}, valid_from=date(2026, 6, 1), now=now, who="test")
    assert coverage_rules_of(workspace, DAY).hole_min == 20
    assert coverage_rules_of(workspace, date(2026, 5, 31)).hole_min == 30
    falling = text.replace("[15, 30, 45, 60]", "[15, 45, 30]")
    with pytest.raises(InputError, match=r"coverage\.yaml.*bands_min"):
        import_rules(workspace, {"coverage.yaml": falling}, valid_from=DAY, now=now, who="test")
