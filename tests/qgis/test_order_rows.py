# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of orders is filtered, grouped and sorted as asked."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from regard.store.workspaces import open_workspace
from regard.ui.order_reader import read_rows
from regard.ui.order_rows import Arrangement, OrderRow, arrange, due_of, folded
from regard.workorders.orders import OrderState, Priority, WorkOrder

NOON = datetime(2026, 6, 3, 12)


@pytest.fixture(scope="module")
def rows(built_town):
    workspace = open_workspace(built_town)
    order = workspace.all(WorkOrder)[0]
    workspace.close()

    def row(number, priority, *, due_h, state="planned", agents=(), starts_h=None, zone="", notice=""):
        changed = replace(
            order,
            order_id=f"OI-{number}",
            priority=Priority(priority),
            state=OrderState(state),
            due_at=NOON + timedelta(hours=due_h),
            address=f"{number} rue de la Forêt",
        )
        starts_at = None if starts_h is None else NOON + timedelta(hours=starts_h)
        due = due_of(changed.due_at, NOON + timedelta(hours=1.5))
        return OrderRow(changed, agents=agents, starts_at=starts_at, zone=zone, notice=notice, due=due)

    return (
        row(1, "P3", due_h=5, agents=("Zoé",), starts_h=1, zone="Nord"),
        row(2, "P1", due_h=2, agents=("Ali",), starts_h=3),
        row(3, "P3", due_h=1, state="qualified", zone="Sud", notice="to_send"),
        row(4, "P4", due_h=9, agents=("Ali", "Zoé"), starts_h=2),
    )


def numbers(groups):
    return {group.key: [row.order.order_id[3:] for row in group.rows] for group in groups}


def test_rows_are_grouped_by_priority_and_sorted_by_deadline(rows):
    assert numbers(arrange(rows, Arrangement())) == {"P1": ["2"], "P3": ["3", "1"], "P4": ["4"]}


def test_what_nobody_does_comes_last(rows):
    assert list(numbers(arrange(rows, Arrangement(group_by="agent")))) == ["Ali", "Zoé", ""]


@pytest.mark.parametrize(
    ("sort_by", "expected"),
    [
        ("due", ["3", "2", "1", "4"]),
        ("start", ["1", "4", "2", "3"]),
        ("priority", ["2", "3", "1", "4"]),
        ("number", ["1", "2", "3", "4"]),
    ],
)
def test_rows_are_sorted_as_asked(rows, sort_by, expected):
    assert numbers(arrange(rows, Arrangement(group_by="none", sort_by=sort_by))) == {"": expected}


@pytest.mark.parametrize(
    ("arrangement", "expected"),
    [
        (Arrangement(text="zoe"), ["1", "4"]),
        (Arrangement(text="FORET oi-3"), ["3"]),
        (Arrangement(priorities=frozenset({"P1", "P4"})), ["2", "4"]),
        (Arrangement(states=frozenset({"qualified"})), ["3"]),
        (Arrangement(dues=frozenset({"overdue"})), ["3"]),
        (Arrangement(dues=frozenset({"today"}), zones=frozenset({"Nord", "Sud"})), ["1"]),
        (Arrangement(zones=frozenset({""})), ["2", "4"]),
        (Arrangement(agents=frozenset({"Zoé", ""})), ["1", "3", "4"]),
        (Arrangement(notices=frozenset({"to_send"})), ["3"]),
        (Arrangement(text="zoe", priorities=frozenset({"P1"})), []),
    ],
)
def test_filters_all_have_to_let_a_row_pass(rows, arrangement, expected):
    groups = arrange(rows, replace(arrangement, group_by="none", sort_by="number"))
    assert [number for group in numbers(groups).values() for number in group] == expected


@pytest.mark.parametrize(
    ("due_h", "expected"),
    [(-1, "overdue"), (0, "today"), (11.9, "today"), (12, "tomorrow"), (36, "later"), (999, "later")],
)
def test_a_deadline_is_seen_from_the_moment_of_the_desk(due_h, expected):
    assert due_of(NOON + timedelta(hours=due_h), NOON) == expected


def test_rows_are_grouped_by_zone(rows):
    groups = numbers(arrange(rows, Arrangement(group_by="zone", sort_by="number")))
    assert groups == {"Nord": ["1"], "Sud": ["3"], "": ["2", "4"]}


def test_a_start_after_the_deadline_is_late(rows):
    assert [row.is_late for row in rows] == [False, True, False, False]


def test_accents_and_capitals_do_not_matter():
    assert folded("Église") == folded("eglise")


def test_rows_are_read_with_their_place_in_the_plan(built_town):
    found = {row.order.code: row for row in read_rows(str(built_town)).rows}
    assert set(found["AEP-CASSE"].agents) == {"Karim Benali", "Léa Fontaine", "Hélène Martin"}
    assert found["AEP-CASSE"].colour.startswith("#")
    assert found["AEP-RDF"].starts_at is None
