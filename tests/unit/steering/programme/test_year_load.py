# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreading what is owed, levels of load, and the mistakes of a rule file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.core.rules import RULES_FOLDER, parse_rules
from regard.steering.programme.programme_rules import FILE, LoadLevels, ProgrammeRules
from regard.steering.programme.year_load import LoadState, load_state, spread_by_days, year_load

LEVELS = LoadLevels(over=100, watch=95, under=75, level=95)
TEXT = (RULES_FOLDER / FILE).read_text(encoding="utf-8")


@given(
    st.floats(0, 1e4),
    st.lists(st.integers(0, 23), min_size=12, max_size=12),
    st.sets(st.integers(1, 12), min_size=1),
)
def test_all_of_it_is_spread_over_its_months_by_their_days(total, days, months):
    found = spread_by_days(total, days, months)
    assert sum(found) == pytest.approx(total)
    assert all(value == 0 for n, value in enumerate(found) if n + 1 not in months)
    own = sum(days[n - 1] for n in months)
    for n in months if own else ():
        assert found[n - 1] == pytest.approx(total * days[n - 1] / own)


@pytest.mark.parametrize(
    ("load", "state"),
    [(74.9, "under"), (75.0, "fine"), (94.9, "fine"), (95.0, "watch"), (100.0, "watch"), (100.1, "over")],
)
def test_levels_of_load(load, state):
    assert load_state(load, 100.0, LEVELS) == state


def test_work_without_anybody_is_an_overload_and_nothing_is_not_known():
    assert load_state(1.0, 0.0, LEVELS) is LoadState.OVER
    assert load_state(0.0, 0.0, LEVELS) is LoadState.UNKNOWN
    assert year_load([0] * 12, {}, [0] * 12).percent is None


@pytest.mark.parametrize(
    ("good", "bad", "field"),
    [
        ("watch: 95", "watch: 101", "load_percent"),
        ("months: [4, 5, 6, 9, 10]", "months: [4, 5, 6, 10, 9]", "activities.hydrants.months"),
        ("- activity: jetting", "- activity: jeting", "objectives.0.activity"),
        ("- activity: jetting", "- activity: meters", "objectives.1.activity"),
        ("every_years: 5", "floor: 5", "objectives.0"),
        ("    every_years: 3\n    due: 10", "    every_years: 3\n    due: 2", "objectives.2.due"),
        ("away_percent: [9, ", "away_percent: [", "hours.away_percent"),
    ],
)
def test_a_mistake_in_the_rules_is_told_with_its_field(good, bad, field):
    assert good in TEXT
    with pytest.raises(InputError) as caught:
        parse_rules(TEXT.replace(good, bad, 1), ProgrammeRules, file=FILE)
    assert caught.value.message.params["field"] == field
    assert caught.value.message.params["file"] == FILE
