# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people at the same moment: each request gets a number of its own, no plan replaces another unseen."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import date, datetime
from threading import Barrier, BrokenBarrierError

import pytest
from regard.core.errors import RegardError
from regard.core.progress import SilentProgress
from regard.planner.assets.asset_base import AssetBase
from regard.planner.intake.qualify_day import qualify_requests
from regard.planner.plan_versions import plan_in_force
from regard.planner.records import Plan, PlanStop
from regard.planner.running import running_day
from regard.planner.running.emergency import accept_offer, find_offers
from regard.store.workspaces import open_workspace
from regard.tests.unit.cli.conftest import ORDERS
from regard.tests.unit.cli.shared.chapters.telling import DAY, call, golden_plan
from regard.workorders.orders import WorkOrder
from regard.workorders.rulebook import load_rule_book

AT = datetime(2026, 6, 3, 8, 15)
TEN = datetime(2026, 6, 3, 10)


@pytest.fixture
def sessions(story):
    """Return two openings of the workspace of the story."""
    with closing(open_workspace(story.url)) as one, closing(open_workspace(story.url)) as other:
        yield one, other


class Meanwhile(SilentProgress):
    """Does something else once, while work goes on."""

    def __init__(self, act):
        self.act = act

    def report(self, share, text=""):
        act, self.act = self.act, lambda: None
        act()


def qualified(workspace, request, progress=None):
    (made,) = qualify_requests(
        workspace,
        AssetBase(workspace),
        rules=load_rule_book(),
        now=AT,
        who="test",
        only=[request],
        progress=progress,
    ).orders
    return made.order_id


def test_two_emergencies_that_become_orders_at_once_get_two_numbers(story, sessions):
    ours, theirs = sessions
    first, second = call(story), call(story, at="687300,6924000")
    numbers = []
    other = Meanwhile(lambda: numbers.append(qualified(theirs, second)))
    numbers.append(qualified(ours, first, other))
    assert numbers == ["VA-2026-AEP-00001", "VA-2026-AEP-00002"]
    answered = {order.request_id: order.order_id for order in ours.all(WorkOrder)}
    assert answered == {second: numbers[0], first: numbers[1]}


def test_the_request_that_somebody_else_qualified_meanwhile_has_one_order(story, sessions):
    ours, theirs = sessions
    request = call(story)
    made = qualify_requests(
        ours,
        AssetBase(ours),
        rules=load_rule_book(),
        now=AT,
        who="test",
        progress=Meanwhile(lambda: qualified(theirs, request)),
    )
    assert made.orders == ()
    assert [order.request_id for order in ours.all(WorkOrder)] == [request]


def test_of_two_emergencies_inserted_at_once_one_is_told_to_ask_again(story, sessions, monkeypatch):
    golden_plan(story)
    head, *_ = ORDERS.splitlines()
    rows = [
        f"{name};P1;{DAY} 09:50;{DAY} 11:50;AEP-BRT-SUP;{x};6925400;30;AIPR_OP;;"
        for name, x in (("OI-98", 686900), ("OI-99", 686950))
    ]
    story.run("orders import", story.file("urgent.csv", "\n".join([head, *rows])))
    both = Barrier(2)

    def seen_by_both(workspace, day):
        found = plan_in_force(workspace, day)
        # a file lets one in after the other
        with suppress(BrokenBarrierError):
            both.wait(timeout=1)
        return found

    monkeypatch.setattr(running_day, "plan_in_force", seen_by_both)

    def insert(workspace, order):
        found = find_offers(workspace, order, day=date(2026, 6, 3), now=TEN)
        try:
            return accept_offer(workspace, found, 1, now=TEN, who=order).plan_id
        except RegardError as error:
            return error.message.code

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(insert, sessions, ("OI-98", "OI-99")))
    assert sorted(told) == [f"{DAY}/2", "day.stale"]
    workspace, _ = sessions
    assert [plan.plan_id for plan in workspace.all(Plan)] == [f"{DAY}/1", f"{DAY}/2"]
    stored = {stop.order_id for stop in workspace.all(PlanStop, plan_id=f"{DAY}/2")}
    assert len(stored & {"OI-98", "OI-99"}) == 1
