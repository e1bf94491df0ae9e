# SPDX-License-Identifier: GPL-3.0-or-later
"""What was not done comes back on a day that makes sense, with everything that the new day touches."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.core.ids import AgentId, OrderId
from regard.core.resources import Absence
from regard.planner.import_records import import_records
from regard.planner.life.advance import advance_order, order_history
from regard.planner.life.paperwork import note_permit, note_sent
from regard.planner.life.requeue import not_done, postpone, propose_day
from regard.planner.records import OrderLink, OrderNotice, Outage
from regard.workorders.orders import OrderState, WorkOrder

S = OrderState
NOON = datetime(2026, 6, 3, 12)
WHO = "D. Martin"


@pytest.fixture
def missed(golden_day):
    """Return the golden day with OI-03 at the customer's door."""
    for state in (S.PLANNED, S.DISPATCHED, S.IN_PROGRESS):
        advance_order(golden_day, "OI-03", state, now=datetime(2026, 6, 3, 10), who=WHO)
    return golden_day


def test_an_absent_customer_is_proposed_on_9_june_within_the_deadline(missed):
    found = not_done(missed, "OI-03", "customer_absent", now=NOON, who="AG2")
    assert (found.day, found.is_in_time, found.is_covered) == (date(2026, 6, 9), True, True)
    assert found.order.due_at.date() == date(2026, 6, 10)
    order = missed.get(WorkOrder, "OI-03")
    assert (order.state, order.window_start, order.window_end) == (S.RESCHEDULED, datetime(2026, 6, 9), None)
    moves = order_history(missed, "OI-03")[-2:]
    assert [(one.to_state, one.cause, one.who) for one in moves] == [
        (S.NOT_DONE, "customer_absent", "AG2"),
        (S.RESCHEDULED, "customer_absent", "AG2"),
    ]


def test_it_is_undone_as_one(missed):
    before = missed.get(WorkOrder, "OI-03")
    not_done(missed, "OI-03", "customer_absent", now=NOON, who="AG2")
    missed.undo(who=WHO)
    assert replace(missed.get(WorkOrder, "OI-03"), version=before.version) == before
    assert len(order_history(missed, "OI-03")) == 3


def test_a_day_without_the_skill_is_passed_over(missed):
    import_records(
        missed, [Absence("A", AgentId("AG2"), date(2026, 6, 8), date(2026, 6, 10))], name="i", who="test"
    )
    found = not_done(missed, "OI-03", "customer_absent", now=NOON, who="AG2")
    assert (found.day, found.is_in_time) == (date(2026, 6, 11), False)
    assert [one.message.english() for one in found.impacts] == [
        "late: due 2026-06-10 17:00, 2026-06-11 is after it"
    ]


def test_a_planned_order_is_put_off_and_only_such_a_one(golden_day):
    advance_order(golden_day, "OI-02", S.PLANNED, now=NOON, who=WHO)
    found = postpone(golden_day, "OI-02", "parts", now=NOON, who=WHO, on=date(2026, 6, 8))
    assert [one.kind for one in found.impacts] == ["appointment"]
    assert golden_day.get(WorkOrder, "OI-02").state is S.RESCHEDULED
    with pytest.raises(InputError, match="only an order that is planned; dispatched can be put off"):
        postpone(golden_day, "OI-04", "parts", now=NOON, who=WHO)


@pytest.mark.parametrize(
    ("cause", "on", "said"),
    [
        ("holiday", None, "no cause is called 'holiday'"),
        ("weather", date(2026, 6, 2), "2026-06-02 is past"),
    ],
)
def test_an_unknown_cause_or_a_past_day_is_refused_and_nothing_is_stored(missed, cause, on, said):
    with pytest.raises(InputError, match=said):
        not_done(missed, "OI-03", cause, now=NOON, who="AG2", on=on)
    assert missed.get(WorkOrder, "OI-03").state is S.IN_PROGRESS


@pytest.fixture
def declared(burst):
    """Return the burst as work that can wait: a DICT sent on 3 June, a traffic order until 12 June."""
    workspace, name = burst.workspace, burst.order_id
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(workspace.get(OrderNotice, name), kind="DICT"))
    note_sent(workspace, name, number="2026060300123D", sent_at=datetime(2026, 6, 3, 8), who=WHO)
    granted = {"granted_on": date(2026, 6, 8), "valid_until": date(2026, 6, 12)}
    note_permit(workspace, name, "traffic_order", who=WHO, authority="mairie", **granted)
    return burst


def test_the_impact_list_names_customers_hydrants_notice_permit_and_followers(declared):
    workspace, name = declared.workspace, declared.order_id
    after = OrderLink("L1", name, OrderId("OI-99"), "after", 0, None, "chain")
    import_records(workspace, [after], name="import", who="test")
    order = workspace.get(WorkOrder, name)
    found = propose_day(workspace, order, "permit", now=NOON, on=date(2026, 9, 10))
    customers = next(one for one in found.impacts if one.kind == "customers")
    assert customers.message.english() == (
        "23 customers to tell again by 2026-09-08 08:00, 1 sensitive first"
    )
    assert (len(customers.refs), customers.refs[0]) == (23, "PL-P09-03")
    said = [one.message.english() for one in found.impacts]
    assert "the DICT expired on 2026-09-03: renew it" in said
    assert "traffic order is not valid on 2026-09-10: have it prolonged by mairie" in said
    assert "fire service to tell that PI-014 is out on 2026-09-10, not before" in said
    assert "waiting for it: OI-99" in said
    assert not found.is_in_time
    with pytest.raises(InputError, match="2026-06-11 at the earliest"):
        propose_day(workspace, order, "permit", now=NOON, on=date(2026, 6, 10))


def test_within_the_dates_only_customers_and_hydrants_hang_on_the_day(declared):
    workspace = declared.workspace
    order = replace(workspace.get(WorkOrder, declared.order_id), due_at=datetime(2026, 6, 30))
    found = propose_day(workspace, order, "permit", now=NOON, on=date(2026, 6, 12))
    assert [one.kind for one in found.impacts] == ["customers", "hydrants"]


def test_a_cut_of_the_new_day_that_takes_more_together_is_named(declared):
    workspace, name = declared.workspace, declared.order_id
    mine = workspace.get(Outage, name)
    other = replace(
        workspace.get(WorkOrder, name),
        order_id=OrderId("OI-77"),
        window_start=datetime(2026, 6, 12, 8),
        version=0,
    )
    # closing V7 and V8 beside V2 leaves the middle of the ring without any feed
    cuts = [replace(mine, order_id=OrderId("OI-77"), close=("V7", "V8"), version=0)]
    import_records(workspace, [other, *cuts], name="import", who="test")
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(mine, close=("V2", "V3")))
    order = workspace.get(WorkOrder, name)
    found = propose_day(workspace, order, "permit", now=NOON, on=date(2026, 6, 12))
    assert [one.refs for one in found.impacts if one.kind == "clash"] == [("OI-77",)]
    elsewhere = propose_day(workspace, order, "permit", now=NOON, on=date(2026, 6, 15))
    assert [one for one in elsewhere.impacts if one.kind == "clash"] == []


def messages(found):
    return {one.kind: one.message.english() for one in found.impacts}


def test_what_has_passed_is_told_as_past(declared):
    workspace = declared.workspace
    order = replace(
        workspace.get(WorkOrder, declared.order_id),
        earliest_start=None,
        due_at=datetime(2026, 6, 3, 11),
        window_start=datetime(2026, 6, 3, 9),
        window_end=datetime(2026, 6, 3, 11),
    )
    said = messages(propose_day(workspace, order, "permit", now=NOON, on=date(2026, 6, 4)))
    assert said["deadline"] == "late: it was due 2026-06-03 11:00 already"
    assert said["customers"] == (
        "23 customers to tell again at once, 1 sensitive first: less than 48 h are left before 2026-06-04"
    )
    assert said["appointment"] == "the appointment of 2026-06-03 09:00 has passed: agree on another one"
    before = datetime(2026, 6, 3, 8, 30)
    said = messages(propose_day(workspace, order, "permit", now=before, on=date(2026, 6, 8)))
    assert said["deadline"] == "late: due 2026-06-03 11:00, 2026-06-08 is after it"
    assert said["customers"] == "23 customers to tell again by 2026-06-06 08:00, 1 sensitive first"
    assert said["appointment"] == "the appointment of 2026-06-03 09:00 is to be agreed again"


def test_a_day_that_has_begun_goes_on_from_now(missed):
    order = replace(missed.get(WorkOrder, "OI-03"), due_at=datetime(2026, 6, 3, 11))
    found = propose_day(missed, order, "customer_absent", now=NOON, on=date(2026, 6, 3))
    assert not found.is_in_time
    assert messages(found)["deadline"] == "late: it was due 2026-06-03 11:00 already"


@pytest.mark.parametrize(("state", "waits"), [(S.QUALIFIED, True), (S.DONE, False), (S.CANCELLED, False)])
def test_what_has_begun_does_not_wait_any_more(declared, state, waits):
    workspace, name = declared.workspace, declared.order_id
    after = replace(workspace.get(WorkOrder, name), order_id=OrderId("OI-99"), state=state, version=0)
    link = OrderLink("L1", name, OrderId("OI-99"), "after", 0, None, "chain")
    import_records(workspace, [after], name="import", who="test")
    import_records(workspace, [link], name="import", who="test")
    found = propose_day(workspace, workspace.get(WorkOrder, name), "permit", now=NOON)
    assert ("waiting for it: OI-99" in messages(found).values()) is waits


def test_an_order_is_not_missed_before_it_began(missed):
    with pytest.raises(InputError, match=r"not done at .* 09:00: it became in progress at .* 10:00"):
        not_done(missed, "OI-03", "customer_absent", now=datetime(2026, 6, 3, 9), who="AG2")
    assert missed.get(WorkOrder, "OI-03").state is S.IN_PROGRESS
