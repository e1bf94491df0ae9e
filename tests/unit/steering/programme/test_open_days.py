# SPDX-License-Identifier: GPL-3.0-or-later
"""Days that the calendar leaves open, held against a brute force over every asset and day."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from regard.core.rules import Label
from regard.steering.programme.calendar import CalendarEvent, CalendarRules, DatedEvent, EventKind
from regard.steering.programme.open_days import Block, open_days, run_around

NAMED = Label(en="k", fr="k")
DAYS = [date(2027, 1, 1) + timedelta(days=n) for n in range(12)]
bits = st.lists(st.booleans(), min_size=12, max_size=12)
drawn = st.lists(
    st.tuples(bits, st.lists(st.booleans(), min_size=4, max_size=4), st.booleans(), st.booleans()), max_size=5
)


def block(number, days, rows, binding, weekly):
    own = CalendarEvent(f"E{number}", "k", "k", DAYS[0], weekdays=("mon",) if weekly else ())
    dated = DatedEvent(own, EventKind(label=NAMED, binding=binding))
    return Block((dated,), np.array(days), np.array(rows))


@given(bits, drawn)
def test_a_day_is_open_where_no_block_keeps_it(allowed, blocks):
    made = [block(number, *one) for number, one in enumerate(blocks)]
    found = open_days(DAYS, np.array(allowed), made, assets=4)
    for asset in range(4):
        own = [one for one in made if one.rows[asset]]
        group = found.groups[found.group[asset]]
        free = [ok and not any(one.days[n] for one in own) for n, ok in enumerate(allowed)]
        bound = [ok and not any(one.days[n] for one in own if one.is_binding) for n, ok in enumerate(allowed)]
        if any(free):
            assert (group.open.tolist(), group.against, group.kept_by) == (free, (), ())
        elif any(bound):
            assert group.against and not any(one.is_binding for one in group.against)
            kept = [one for one in own if one not in group.against]
            left = [ok and not any(one.days[n] for one in kept) for n, ok in enumerate(allowed)]
            assert group.open.tolist() == left and any(left)
            # none of the wishes that are gone against could be kept beside the others
            assert all(not any(is_open & ~one.days) for one in group.against for is_open in [np.array(left)])
        elif any(allowed):
            assert not group.open.any() and group.kept_by


@given(bits)
def test_a_run_is_the_longest_one_around_a_day(is_open):
    for number in (n for n, ok in enumerate(is_open) if ok):
        first, last = run_around(np.array(is_open), number, DAYS)
        low, high = DAYS.index(first), DAYS.index(last)
        assert low <= number <= high and all(is_open[low : high + 1])
        assert low == 0 or not is_open[low - 1]
        assert high == len(DAYS) - 1 or not is_open[high + 1]


def test_a_surface_is_kept_for_the_years_of_its_kind_and_open_on_its_third_birthday():
    rules = CalendarRules(kinds={"new_surface": EventKind(label=NAMED, binding=True, years=3)})
    laid = DatedEvent.of(CalendarEvent("S1", "new_surface", "Rue X", date(2024, 2, 29)), rules)
    assert laid.is_on(date(2027, 2, 27)) and not laid.is_on(date(2027, 2, 28))
    assert DatedEvent.of(CalendarEvent("S2", "gone", "x", date(2024, 2, 29)), rules).last_day == date.max


def test_an_event_of_weekdays_is_on_these_alone():
    market = DatedEvent.of(
        CalendarEvent("M1", "market", "x", date(2027, 1, 1), weekdays=("wed", "sat")), CalendarRules()
    )
    assert [day.isoweekday() for day in DAYS if market.is_on(day)] == [6, 3, 6]
