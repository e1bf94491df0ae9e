# SPDX-License-Identifier: GPL-3.0-or-later
"""What keeps an order from the plan of a day keeps it from the running day too: events, subcontractors."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from regard.core.errors import InputError
from regard.core.ids import RequestId
from regard.planner.import_records import import_records
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import OrderPin, PlanStop, PlanUnplanned
from regard.planner.resources import people, subcontracts
from regard.planner.running.alternatives import find_alternatives
from regard.planner.running.emergency import accept_offer, find_offers
from regard.planner.running.explain_today import explain_today
from regard.planner.running.hand_move import HandMoves
from regard.planner.running.no_slot import why_no_slot
from regard.planner.running.replan import Disruption, replan
from regard.planner.running.running_day import accept_proposal
from regard.planner.running.slots import find_slots
from regard.planner.tours.plan_options import PlanOptions
from regard.tests.unit.planner.days import DAY
from regard.tests.unit.planner.market_day import THERE, bring, job, market
from regard.workorders.orders import Priority, WorkOrder

NOW = datetime(2026, 6, 3, 7, 30)
NEXT = DAY + timedelta(days=1)


def plan(workspace, *, day=DAY, days=1):
    return plan_days(workspace, PlanOptions(day, days=days, iterations=300), now=NOW, who="test").plan


def came(workspace, name="OI-95", **changed):
    """Have an order come in, in the street of the market unless it is said where."""
    import_records(workspace, [job(name, **changed)], name="call", who="test")


def send_away(workspace, name):
    company = replace(workspace.get(WorkOrder, name), skills=("ITV",))
    with workspace.command("skills", who="test") as transaction:
        transaction.save(company)
    return subcontracts.send_job(workspace, name, "ST-03", on=DAY, who="test")


def made(workspace, plan):
    return {stop.order_id: stop for stop in workspace.all(PlanStop, plan_id=plan.plan_id)}


def why(workspace, plan):
    return {row.order_id: row.reasons for row in workspace.all(PlanUnplanned, plan_id=plan.plan_id)}


def test_what_can_wait_is_not_inserted_into_a_street_with_a_market_and_is_told_why(town):
    plan(town)
    bring(town, market())
    came(town)
    found = find_offers(town, "OI-95", day=DAY, now=NOW)
    assert found.offers == ()
    assert [(one.code, one.detail) for one in found.reasons] == [("event", f"Marché ({DAY})")]
    told = explain_today(town, "OI-95", now=NOW, authorisations=())
    assert [reason["code"] for reason in told.reasons] == ["event"]
    moves = HandMoves.read(town, day=DAY, now=NOW, newcomers=["OI-95"])
    with pytest.raises(InputError, match=f"OI-95 cannot be made on {DAY}: kept away .*Marché"):
        moves.move("OI-95", agent="AG2", position=1)


@pytest.mark.parametrize(
    "changed", [{"priority": Priority.P1}, {"place": THERE}], ids=["an emergency", "another street"]
)
def test_what_the_market_is_not_about_is_inserted(town, changed):
    plan(town)
    bring(town, market())
    came(town, **changed)
    assert find_offers(town, "OI-95", day=DAY, now=NOW).offers


def test_what_is_planned_already_keeps_its_place_and_can_be_moved_on_its_day(town):
    first = plan(town)
    assert {"OI-90", "OI-91"} <= made(town, first).keys()
    bring(town, market())
    moves = HandMoves.read(town, day=DAY, now=NOW)
    assert moves.standing.violations == ()
    assert moves.move("OI-90", agent="AG2", position=2).new == ()
    came(town, place=THERE)
    second = accept_offer(town, find_offers(town, "OI-95", day=DAY, now=NOW), 1, now=NOW, who="test")
    assert {"OI-90", "OI-95"} <= made(town, second).keys()


def test_what_the_market_kept_away_in_the_morning_stays_away_when_the_day_is_planned_again(town):
    bring(town, market())
    first = plan(town)
    assert [one["code"] for one in why(town, first)["OI-90"]] == ["event"]
    found = replan(town, Disruption(), day=DAY, now=NOW, iterations=300)
    assert "OI-90" not in {change.order_id for change in found.changes}
    second = accept_proposal(town, found.proposal, name="replan", now=NOW, who="test")
    assert "OI-90" not in made(town, second)
    assert [one["code"] for one in why(town, second)["OI-90"]] == ["event"]


def test_an_order_is_not_moved_by_hand_to_the_day_of_a_market(town):
    with town.command("pin", who="test") as transaction:
        transaction.add([OrderPin("OI-90", ("AG2",), DAY, "F. Leroy", NOW)])
    plan(town, days=2)
    with town.command("unpin", who="test") as transaction:
        transaction.remove(town.get(OrderPin, "OI-90"))
    bring(town, market(weekdays=("thu",)))
    moves = HandMoves.read(town, day=DAY, now=NOW)
    assert moves.move("OI-90", agent="AG2", position=1, day=DAY).new == ()
    with pytest.raises(InputError, match=f"OI-90 cannot be made on {NEXT}: kept away .*Marché"):
        moves.move("OI-90", agent="AG2", position=1, day=NEXT)


@pytest.mark.parametrize("is_planned", [True, False], ids=["with a plan", "without a plan"])
def test_no_appointment_is_offered_on_the_day_of_a_market(town, is_planned):
    if is_planned:
        plan(town)
    bring(town, market())
    came(town)
    found = find_slots(town, "OI-95", now=NOW, days=2)
    assert {slot.start.date() for slot in found} == {NEXT}
    assert find_slots(town, "OI-95", now=NOW, days=1) == ()
    told = why_no_slot(town, "OI-95", now=NOW, days=1)
    assert [[one.code for one in day.reasons] for day in told.days] == [["event"]]
    assert told.way is None


def test_another_day_is_not_one_with_a_market(town):
    plan(town, days=3)
    bring(town, market(weekdays=("thu",)))
    came(town)
    found = find_alternatives(town, "OI-95", day=DAY, now=NOW)
    others = [way.day for way in found if way.kind == "other_day"]
    assert others[0] == date(2026, 6, 5)
    assert NEXT not in others


def test_what_a_subcontractor_has_is_not_planned_again(town):
    first = plan(town)
    moves = HandMoves.read(town, day=DAY, now=NOW)
    left = moves.leave_out("OI-90", code="by_hand", detail="test")
    accept_proposal(town, left.proposal, name="take out", now=NOW, who="test")
    assert "OI-90" in made(town, first)
    job = send_away(town, "OI-90")
    found = replan(town, Disruption(), day=DAY, now=NOW, iterations=300)
    assert "OI-90" not in {change.order_id for change in found.changes}
    last = accept_proposal(town, found.proposal, name="replan", now=NOW, who="test")
    ((reason,),) = [why(town, last)["OI-90"]]
    assert (reason["code"], reason["detail"]) == ("given_away", f"ST-03, {job.number}")
    with pytest.raises(InputError, match=f"OI-90 cannot be planned: .*{job.number}"):
        HandMoves.read(town, day=DAY, now=NOW).move("OI-90", agent="AG2", position=1)


def test_who_names_an_order_that_a_subcontractor_has_is_refused(town):
    plan(town)
    came(town)
    job = send_away(town, "OI-95")
    for ask in (
        lambda: find_offers(town, "OI-95", day=DAY, now=NOW),
        lambda: find_slots(town, "OI-95", now=NOW, days=1),
        lambda: find_slots(town, "OI-95", now=datetime.combine(NEXT, NOW.time()), days=1),
        lambda: HandMoves.read(town, day=DAY, now=NOW, newcomers=["OI-95"]).move(
            "OI-95", agent="AG2", position=1
        ),
    ):
        with pytest.raises(InputError, match=f"OI-95 cannot be planned: .*{job.number}"):
            ask()


def test_an_offer_for_an_order_that_was_sent_away_meanwhile_is_not_stored(town):
    plan(town)
    came(town)
    found = find_offers(town, "OI-95", day=DAY, now=NOW)
    assert found.offers
    send_away(town, "OI-95")
    journal = town.journal()
    with pytest.raises(InputError, match="OI-95 cannot be planned"):
        accept_offer(town, found, 1, now=NOW, who="test")
    assert town.journal() == journal


def test_what_is_planned_for_tomorrow_by_now_is_not_planned_today_as_well(town):
    absence = people.add_absence(town, "AG2", DAY, DAY, who="test")
    first = plan(town)
    assert "OI-90" in why(town, first)
    tomorrow = plan(town, day=NEXT)
    assert "OI-90" in made(town, tomorrow)
    with town.command("back", who="test") as transaction:
        transaction.remove(absence)
    found = replan(town, Disruption(), day=DAY, now=NOW, iterations=300)
    assert "OI-90" not in {change.order_id for change in found.changes}


def test_what_lacks_something_stays_on_the_list_of_what_is_left_out(town):
    came(town, "OI-96", request_id=RequestId("DI-3"), score_detail={"contract": 5.0})
    first = plan(town)
    assert [one["code"] for one in why(town, first)["OI-96"]] == ["needs_asset"]
    came(town)
    second = accept_offer(town, find_offers(town, "OI-95", day=DAY, now=NOW), 1, now=NOW, who="test")
    assert why(town, second)["OI-96"] == why(town, first)["OI-96"]
