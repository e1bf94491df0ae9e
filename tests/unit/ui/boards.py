# SPDX-License-Identifier: GPL-3.0-or-later
"""Boards made up for tests of what the planning board shows."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st
from regard.ui.board.rows import Block, Board, Row, WorkingTime

DAY = date(2026, 6, 3)
MIDNIGHT = datetime(2026, 6, 3)


def block(order_id, start_min, end_min, **fields):
    """Return a block between two minutes of the first day (or later ones)."""
    start, end = MIDNIGHT + timedelta(minutes=start_min), MIDNIGHT + timedelta(minutes=end_min)
    known = {
        "order_id": order_id,
        "task": "work",
        "role": 0,
        "start": start,
        "end": end,
        "arrive": start,
        "travel_s": 0,
        "label": "Burst",
        "address": "1 rue des Saules",
        "priority": "P2",
        "state": "planned",
        "due_at": end,
    }
    return Block(**{**known, **fields})


def row(agent_id, *blocks, days=1, **fields):
    """Return a row with working hours from 8 to 17 on each day."""
    hours = tuple(
        WorkingTime(*(MIDNIGHT + timedelta(days=d, hours=h) for h in (8, 17, 12, 14)), 60)
        for d in range(days)
    )
    known = {"name": f"Agent {agent_id}", "zone": "Z1", "colour": "#4477aa", "hours": hours}
    return Row(agent_id=agent_id, blocks=tuple(sorted(blocks, key=lambda b: b.start)), **{**known, **fields})


def board(*rows, days=1):
    """Return a board of rows."""
    return Board(DAY, days, tuple(rows), plan_id="2026-06-03/1")


@st.composite
def tours(draw, most=8, days=2):
    """Draw blocks of one agent that do not overlap, some of them begun, spread over days."""
    found, at = [], draw(st.integers(0, 300))
    for number in range(draw(st.integers(0, most))):
        length = draw(st.integers(1, 240))
        if at + length >= 1440 * days:
            break
        found.append(block(f"O{number}", at, at + length, is_fixed=draw(st.booleans())))
        at += length + draw(st.integers(0, 400))
    return tuple(found)
