# SPDX-License-Identifier: GPL-3.0-or-later
"""The programme becomes requests ahead of time, once each, and the days take them up in their gaps."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from regard.planner.assets.asset_base import AssetBase
from regard.planner.intake.priorities import prioritise
from regard.planner.intake.qualify_day import qualify_requests
from regard.planner.intake.register import doubles
from regard.planner.plans.plan_day import plan_days
from regard.planner.programme.asset_schedule import asset_schedule
from regard.planner.programme.calendar import bring_events
from regard.planner.programme.next_year import Scenario, next_year
from regard.planner.programme.publish import publish_programme
from regard.planner.records import PlanStop, PlanUnplanned
from regard.planner.rule_versions import programme_rules_of, rule_book_of
from regard.planner.tours.plan_options import PlanOptions
from regard.steering.programme.calendar import CalendarEvent
from regard.tests.unit.planner.programme.years import NOW
from regard.workorders.orders import Priority
from regard.workorders.requests import PROGRAMME, RequestState, ServiceRequest


def publish(workspace, now=NOW, only=None):
    found = next_year(workspace, 2027, now=now, scenario=Scenario(quantities={"meters": 5.0}))
    own = [one for one in asset_schedule(found) if only in (None, one.activity)]
    rules = rule_book_of(workspace, now.date())
    return own, publish_programme(workspace, found, own, rules=rules, now=now, who="F. Leroy")


def test_each_asset_of_the_programme_becomes_a_request_that_comes_in_its_week(two_years):
    scheduled, made = publish(two_years)
    requests = two_years.all(ServiceRequest, channel=PROGRAMME)
    assert len(requests) == len(scheduled) == len(made.requests)
    weeks = {(one.activity, one.asset_id): [] for one in scheduled}
    for one in scheduled:
        weeks[one.activity, one.asset_id].append((one.week, one.month))
    for one in requests:
        year, activity, asset, turn = one.source_ref.split("/")
        week, month = weeks[activity, asset][int(turn) - 1]
        assert one.received_at.month == month
        assert one.received_at.date() - timedelta(days=one.received_at.weekday()) == week
        assert (year, one.asset_id, one.state) == ("2027", asset, RequestState.NEW)
    assert len({one.request_id for one in requests}) == len(requests)


def test_what_is_published_again_is_not_made_twice_and_undo_takes_all_back(two_years):
    _, first = publish(two_years)
    _, second = publish(two_years)
    assert (len(second.requests), second.known) == (0, len(first.requests))
    two_years.undo(who="F. Leroy")
    assert two_years.count(ServiceRequest) == 0


def test_months_that_are_over_are_left_out(two_years):
    scheduled, made = publish(two_years, now=datetime(2027, 6, 15, 8))
    assert made.over == sum(one.month < 6 for one in scheduled) > 0
    assert all(one.received_at >= datetime(2027, 6, 15) for one in made.requests)


def test_neighbours_of_the_programme_are_no_duplicates(two_years):
    publish(two_years)
    requests = two_years.all(ServiceRequest)
    together = [
        replace(one, received_at=requests[0].received_at, place=requests[0].place) for one in requests
    ]
    rules = rule_book_of(two_years, NOW.date())
    assert doubles(two_years, together, rules=rules) == {}
    called = replace(together[1], channel="phone", code=together[0].code)
    assert doubles(two_years, [*together[:1], called], rules=rules)


def orders(workspace):
    rules = rule_book_of(workspace, NOW.date())
    done = qualify_requests(workspace, AssetBase(workspace), rules=rules, now=NOW, who="F. Leroy")
    assert (done.unclear, done.call_back) == ((), ())
    return {one.order_id: one for one in done.orders}


def planned(workspace, day):
    plan = plan_days(
        workspace,
        PlanOptions(day, iterations=200),
        now=datetime.combine(day, time(6)),
        who="F. Leroy",
    ).plan
    taken = {str(one.order_id) for one in workspace.all(PlanStop, plan_id=plan.plan_id)}
    return taken, {str(one.order_id) for one in workspace.all(PlanUnplanned, plan_id=plan.plan_id)}


def test_the_day_takes_an_order_of_the_programme_up_from_its_week_on_and_not_before(two_years):
    publish(two_years, only="meters")
    made = orders(two_years)
    first = min(made.values(), key=lambda one: one.received_at)
    assert first.received_at.date() > date(2026, 12, 31)
    day = first.received_at.date()
    assert str(first.order_id) in planned(two_years, day)[0]
    later = {str(key) for key, one in made.items() if one.received_at.date() > day}
    taken, left_out = planned(two_years, day)
    assert later and not later & (taken | left_out)


def test_orders_of_the_programme_are_due_within_the_months_allowed(two_years):
    _, made = publish(two_years)
    rules = programme_rules_of(two_years, NOW.date())
    allowed = {one.activity: one for one in rules.activities.values()}
    due = {one.activity: one.due for one in rules.objectives}
    names = {str(one.request_id): one.source_ref.split("/")[1] for one in made.requests}
    for one in orders(two_years).values():
        activity = names[str(one.request_id)]
        first, last = one.received_at.date(), one.due_at.date()
        months = {(first + timedelta(days=n)).month for n in range((last - first).days + 1)}
        assert months <= {month for month in allowed[activity].months if month <= due[activity]}
        assert one.due_at > one.received_at


def test_an_order_of_the_programme_is_due_before_the_next_event(two_years):
    fair = CalendarEvent("EV1", "town_event", "Fair", date(2027, 6, 14), date(2027, 6, 18))
    bring_events(two_years, [fair], day=NOW.date(), who="F. Leroy")
    publish(two_years)
    made = list(orders(two_years).values())
    around = [one for one in made if one.received_at.date() < fair.first_day]
    assert around and all(one.due_at.date() < fair.first_day for one in around)
    assert not any(fair.first_day <= one.received_at.date() <= fair.last_day for one in made)


def test_another_priority_keeps_the_day_that_the_programme_asks_for(two_years):
    publish(two_years, only="hydrants")
    (order,) = orders(two_years).values()
    rules = rule_book_of(two_years, NOW.date())
    changed, _ = prioritise(
        two_years, order.order_id, Priority.P3, reason="asked", by="F. Leroy", at=NOW, rules=rules
    )
    assert changed.due_at <= order.due_at
    back, _ = prioritise(
        two_years, order.order_id, Priority.P4, reason="asked", by="F. Leroy", at=NOW, rules=rules
    )
    assert back.due_at == order.due_at
