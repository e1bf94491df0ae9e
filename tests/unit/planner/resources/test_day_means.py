# SPDX-License-Identifier: GPL-3.0-or-later
"""When work may start around what is taken, and who has which equipment: against second-by-second counts."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st
from regard.core.ids import AgentId
from regard.core.resources import Equipment
from regard.core.supplies import Booking
from regard.planner.resources.day_means import Supplies, day_equipment, free_starts
from regard.tests.unit.planner.days import agent
from regard.workorders.resources.settings import resource_settings

DAY = date(2026, 6, 3)
MIDNIGHT = datetime.combine(DAY, time())
SPANS = st.tuples(st.integers(0, 50), st.integers(1, 15)).map(lambda span: (span[0], span[0] + span[1]))
WITHIN = (0, 60)


def allowed(windows):
    return {second for from_s, to_s in windows for second in range(from_s, to_s + 1)}


@given(st.lists(SPANS, max_size=3), st.integers(0, 12), st.lists(SPANS, max_size=4))
def test_work_starts_where_it_meets_nothing_that_is_taken(windows, lasts_s, taken):
    found = free_starts(windows, lasts_s, taken, within=WITHIN)
    expected = {
        start
        for start in allowed(windows or [WITHIN])
        if all(start + lasts_s <= from_s or start >= to_s for from_s, to_s in taken)
    }
    assert allowed(found) == (expected or {-1})


@given(st.lists(st.tuples(st.sampled_from("ABC"), SPANS), max_size=6))
def test_a_piece_is_used_outside_its_bookings_only_and_a_free_one_first(held):
    agents = [agent("AG1"), agent("AG2"), agent("AG3")]
    pieces = [Equipment(p, "jetter", AgentId(f"AG{n}")) for n, p in enumerate("ABC", start=1)]
    bookings = tuple(
        Booking(f"B{n}", piece, MIDNIGHT + timedelta(minutes=start), MIDNIGHT + timedelta(minutes=end))
        for n, (piece, (start, end)) in enumerate(held)
    )
    found = day_equipment(DAY, agents, pieces, Supplies(settings=resource_settings(), bookings=bookings))
    booked = {piece for piece, _ in held}
    having = {own.agent_id for own in agents if "jetter" in found.on_board[own.agent_id]}
    if booked == set("ABC"):
        (keeper,) = having
        (piece,) = (own.equipment_id for own in pieces if own.agent_id == keeper)
        assert set(found.taken["jetter"]) == {own for own in bookings if own.equipment_id == piece}
    else:
        assert having == {own.agent_id for own in pieces if own.equipment_id not in booked}
        assert found.taken == {}
