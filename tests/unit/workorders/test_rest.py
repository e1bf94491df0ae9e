# SPDX-License-Identifier: GPL-3.0-or-later
"""The daily rest after call-outs, and what restrictions spare an agent."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.ids import AgentId
from regard.core.people import CallOut, OnCallDuty, Restriction
from regard.workorders.resources.rest import (
    may_be_called_out,
    on_call,
    rested_at,
    restricted,
    skills_without,
)
from regard.workorders.resources.settings import resource_settings

AG2 = AgentId("AG2")
NO_NIGHTS = Restriction("R1", AG2, "no_night_call_out", date(2026, 6, 1), date(2026, 6, 30))
MIDNIGHT = datetime(2026, 6, 3)


def test_the_law_asks_for_eleven_hours():
    assert resource_settings().daily_rest_h == 11


def test_work_begins_eleven_hours_after_a_call_out():
    call_out = CallOut("C1", AG2, datetime(2026, 6, 2, 22), datetime(2026, 6, 3, 1, 30))
    assert rested_at(AG2, [call_out], before=datetime(2026, 6, 3, 16), rest_h=11) == datetime(
        2026, 6, 3, 12, 30
    )


def test_the_call_out_of_another_agent_counts_for_nobody_else():
    call_out = CallOut("C1", AgentId("AG1"), MIDNIGHT, MIDNIGHT + timedelta(hours=1))
    assert rested_at(AG2, [call_out], before=datetime(2026, 6, 3, 16), rest_h=11) is None


@given(st.lists(st.tuples(st.integers(-2000, 600), st.integers(1, 500)), max_size=5))
def test_no_call_out_lies_within_the_rest_before_work(spans):
    call_outs = [
        CallOut(f"C{n}", AG2, MIDNIGHT + timedelta(minutes=s), MIDNIGHT + timedelta(minutes=s + d))
        for n, (s, d) in enumerate(spans)
    ]
    rested = rested_at(AG2, call_outs, before=MIDNIGHT + timedelta(hours=16), rest_h=11)
    if not spans:
        assert rested is None
        return
    rest = timedelta(hours=11)
    assert all(rested - call_out.ends_at >= rest for call_out in call_outs)
    assert any(rested - call_out.ends_at == rest for call_out in call_outs)


@pytest.mark.parametrize(
    ("at", "may"),
    [
        (datetime(2026, 6, 3, 22), False),
        (datetime(2026, 6, 3, 6, 59), False),
        (datetime(2026, 6, 3, 7), True),
        (datetime(2026, 6, 30, 23), False),
        (datetime(2026, 7, 1, 22), True),
    ],
)
def test_no_night_call_outs_until_the_end_of_june(at, may):
    settings = resource_settings()
    assert may_be_called_out(AG2, at, [NO_NIGHTS], settings) is may
    duty = OnCallDuty("D1", AG2, datetime(2026, 5, 1), datetime(2026, 8, 1))
    assert on_call(at, [duty], [NO_NIGHTS], settings) == ((AG2,) if may else ())


def test_who_is_spared_call_outs_is_spared_them_by_day_too():
    spared = Restriction("R1", AG2, "no_call_out", date(2026, 6, 1), date(2026, 6, 30))
    assert not may_be_called_out(AG2, datetime(2026, 6, 3, 12), [spared], resource_settings())


def test_a_restriction_takes_skills_for_its_days():
    spared = Restriction("R1", AG2, "no_confined_space", date(2026, 6, 1), date(2026, 6, 3))
    assert skills_without(restricted(AG2, date(2026, 6, 3), [spared]), resource_settings()) == {
        "CATEC_I",
        "CATEC_S",
    }
    assert restricted(AG2, date(2026, 6, 4), [spared]) == frozenset()


def test_no_reason_can_be_kept():
    assert not {"reason", "note", "comment"} & set(Restriction.__dataclass_fields__)
