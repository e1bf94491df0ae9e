# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders of a workspace go through their gates, each move is kept, and a command can be undone."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.planner.life.advance import advance_order, gate_findings, order_history
from regard.store.errors import StaleWrite
from regard.workorders.life.moves import OrderMove, replay
from regard.workorders.orders import OrderState, WorkOrder

NOW = datetime(2026, 6, 3, 8, 30)
S = OrderState


def advance(town, *states, **options):
    for state in states:
        order = advance_order(town.workspace, town.order_id, state, now=NOW, who="D. Martin", **options)
    return order


def test_a_planned_order_cannot_be_closed_directly(burst):
    advance(burst, S.PLANNED)
    with pytest.raises(InputError, match="closure data missing"):
        advance(burst, S.CLOSED)
    assert burst.workspace.get(WorkOrder, burst.order_id).state is S.PLANNED


def test_who_moved_an_order_when_and_why_is_kept(burst):
    advance(burst, S.PLANNED)
    order = advance(burst, S.SUSPENDED, reason="market day")
    moves = order_history(burst.workspace, burst.order_id)
    assert [(one.to_state, one.at, one.who, one.reason) for one in moves] == [
        (S.PLANNED, NOW, "D. Martin", ""),
        (S.SUSPENDED, NOW, "D. Martin", "market day"),
    ]
    assert replay(S.QUALIFIED, moves) is order.state


def test_the_burst_is_not_dispatched_before_the_calls_to_sensitive_operators(burst):
    advance(burst, S.PLANNED)
    with pytest.raises(InputError, match=r"cannot become dispatched: .*Gaz de Valmont .*not telephoned"):
        advance(burst, S.DISPATCHED)


def test_an_order_that_lost_its_cut_is_not_planned(burst):
    from regard.planner.records import Outage

    workspace = burst.workspace
    with workspace.command("forget", who="test") as transaction:
        transaction.remove(workspace.get(Outage, burst.order_id))
    with pytest.raises(InputError, match="no water cut computed"):
        advance(burst, S.PLANNED)
    assert order_history(workspace, burst.order_id) == []


def test_an_undone_move_leaves_no_trace_but_in_the_journal(burst):
    workspace = burst.workspace
    advance(burst, S.PLANNED)
    workspace.undo(who="D. Martin")
    assert workspace.get(WorkOrder, burst.order_id).state is S.QUALIFIED
    assert workspace.all(OrderMove) == []
    advance(burst, S.PLANNED)
    assert len(order_history(workspace, burst.order_id)) == 1


def test_a_stale_move_is_refused(burst, monkeypatch):
    workspace = burst.workspace
    stale = workspace.get(WorkOrder, burst.order_id)
    with workspace.command("edit", who="other") as transaction:
        transaction.save(replace(stale, address="14 rue des Saules"))
    monkeypatch.setattr(type(workspace), "get", lambda *_: stale)
    with pytest.raises(StaleWrite):
        advance(burst, S.PLANNED)


def test_unknown_states_and_causes_are_named(burst):
    with pytest.raises(InputError, match="no cause is called 'rain'; there are customer_absent"):
        advance(burst, S.CANCELLED, cause="rain")


def test_gates_can_be_asked_without_moving(burst):
    order = burst.workspace.get(WorkOrder, burst.order_id)
    assert gate_findings(burst.workspace, order, S.PLANNED, now=NOW) == ()
    assert gate_findings(burst.workspace, order, S.DISPATCHED, now=NOW) != ()


def test_an_order_is_not_dispatched_before_it_was_planned(burst):
    """Clocks of two machines may differ by five minutes; the history stays in the order of time."""
    workspace, name = burst.workspace, burst.order_id
    advance(burst, S.PLANNED)
    before = len(workspace.journal())
    with pytest.raises(InputError, match=r"suspended at .* 08:24: it became planned at .* 08:30"):
        advance_order(
            workspace, name, S.SUSPENDED, now=datetime(2026, 6, 3, 8, 24), who="x", reason="market day"
        )
    assert len(workspace.journal()) == before
    advance_order(workspace, name, S.SUSPENDED, now=datetime(2026, 6, 3, 8, 25), who="x", reason="market day")
    assert [one.at for one in order_history(workspace, name)] == [NOW, NOW]
