# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a day keeps what can wait clear of the calendar: a market, roadworks, a surface just laid."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from regard.planner.import_records import import_records
from regard.planner.plans.event_days import event_days
from regard.planner.plans.explain_order import explain_order
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import OrderPin, PlanStop, PlanUnplanned
from regard.planner.rule_versions import import_rules, shipped_texts
from regard.planner.tours.plan_options import PlanOptions
from regard.planner.tours.tour_problem import Horizon
from regard.tests.unit.planner.days import DAY
from regard.tests.unit.planner.market_day import HERE, bring, job, market
from regard.workorders.orders import Priority

NOW = datetime(2026, 6, 3, 7, 30)


def planned(workspace, *, days=1):
    """Plan the days and return on which day each order is made, and the stored reasons of the others."""
    made = plan_days(workspace, PlanOptions(DAY, days=days, iterations=400), now=NOW, who="test")
    stops = {stop.order_id: stop.day for stop in workspace.all(PlanStop, plan_id=made.plan.plan_id)}
    left = {one.order_id: one.reasons for one in workspace.all(PlanUnplanned, plan_id=made.plan.plan_id)}
    return made, stops, left


def test_an_order_in_the_street_of_the_market_waits_and_is_told_why(town):
    _, stops, _ = planned(town)
    assert {"OI-90", "OI-91"} <= stops.keys()
    bring(town, market())
    made, stops, left = planned(town)
    assert "OI-91" in stops
    assert "OI-90" not in stops
    ((reason,),) = [left["OI-90"]]
    assert (reason["code"], reason["detail"]) == ("event", f"Marché ({DAY})")
    (note,) = [note for note in made.notes if note.params.get("order") == "OI-90"]
    assert f"kept away by the calendar: Marché ({DAY})" in note.english()


def test_the_next_day_is_free_again(town):
    bring(town, market())
    _, stops, left = planned(town, days=2)
    assert stops["OI-90"] == DAY + timedelta(days=1)
    assert "OI-90" not in left


@pytest.mark.parametrize(
    ("event", "changed"),
    [
        (market(weekdays=("thu",)), {}),
        (market(streets=("Rue du Moulin",)), {}),
        (market(activities=("jetting",)), {}),
        (replace(market(), kind="holiday"), {}),
        (replace(market(), kind="new_surface", first_day=DAY, weekdays=()), {}),
        (market(), {"priority": Priority.P1}),
        (market(), {"priority": Priority.P2}),
        (market(), {"due_at": datetime(2026, 6, 3, 17)}),
        (market(), {"window_start": datetime(2026, 6, 3, 9), "window_end": datetime(2026, 6, 3, 11)}),
    ],
    ids=["weekday", "street", "activity", "kind", "no dig", "P1", "P2", "deadline", "appointment"],
)
def test_what_an_event_is_not_about_is_planned(town, event, changed):
    import_records(town, [job("OI-92", **changed)], name="import", who="test")
    bring(town, event)
    _, stops, _ = planned(town)
    assert "OI-92" in stops


def test_a_dispatcher_who_keeps_an_order_for_the_day_is_obeyed(town):
    bring(town, market())
    pin = OrderPin("OI-90", ("AG2",), DAY, "F. Leroy", NOW)
    import_records(town, [pin], name="import", who="test")
    _, stops, _ = planned(town)
    assert stops["OI-90"] == DAY


@pytest.mark.parametrize(
    ("event", "changed"),
    [
        (market(streets=(), zones=("Z1",)), {}),
        (market(streets=(), communes=("Valmont",)), {}),
        (market(streets=(), area=HERE.buffer(50)), {}),
        (market(activities=("meters",)), {}),
        # put off to that day at the earliest: no hour was agreed
        (market(), {"window_start": datetime(2026, 6, 3)}),
        # roadworks are no wish: a deadline does not open the road
        (replace(market(), kind="roadworks"), {"due_at": datetime(2026, 6, 3, 17)}),
    ],
    ids=["zone", "commune", "area", "activity", "put off", "roadworks"],
)
def test_what_an_event_is_about_waits(town, event, changed):
    import_records(town, [job("OI-92", **changed)], name="import", who="test")
    bring(town, event)
    _, stops, left = planned(town)
    assert "OI-92" not in stops
    assert [reason["code"] for reason in left["OI-92"]] == ["event"]


def test_an_explanation_names_the_event(town):
    bring(town, market())
    planned(town)
    found = explain_order(town, "OI-90", authorisations=())
    assert [reason["code"] for reason in found.reasons] == ["event"]


@pytest.mark.parametrize(("laid", "is_kept"), [(date(2023, 6, 4), True), (date(2023, 6, 3), False)])
def test_a_surface_is_kept_from_digs_for_three_years(town, laid, is_kept):
    bring(town, replace(market(), kind="new_surface", first_day=laid, weekdays=()))
    dig, visit = job("OI-92", digs=True), job("OI-93")
    found = event_days(town, [dig, visit], Horizon(DAY, 2))
    assert found == ({"OI-92": {DAY: "Marché"}} if is_kept else {})


def test_rules_in_which_no_kind_holds_orders_back_plan_as_before(town):
    text = shipped_texts()["programme.yaml"].replace("      orders: [P3, P4]\n", "")
    import_rules(town, {"programme.yaml": text}, valid_from=date(2026, 2, 1), now=NOW, who="test")
    bring(town, market())
    _, stops, _ = planned(town)
    assert "OI-90" in stops
