# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows and blocks of the planning board: loads, places in a tour, what covers a moment."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.tests.unit.ui.boards import DAY, MIDNIGHT, block, board, row, tours

moments = st.integers(0, 2 * 1440 - 1).map(lambda minutes: MIDNIGHT + timedelta(minutes=minutes))


@given(tours(), moments, st.sampled_from(["", "O0", "O3"]))
def test_a_place_is_after_every_stop_of_the_day_whose_middle_has_passed(blocks, moment, without):
    passed = 0
    for one in blocks:
        if one.is_fixed or one.order_id == without or one.start.date() != moment.date():
            continue
        passed += one.start + (one.end - one.start) / 2 <= moment
    assert row("A", *blocks, days=2).place_for(moment, without=without) == passed + 1


@given(tours(), moments)
def test_the_block_at_a_moment_covers_it(blocks, moment):
    found = row("A", *blocks, days=2).block_at(moment)
    covering = [one for one in blocks if one.start <= moment < one.end]
    assert found == (covering[0] if covering else None)


def test_the_load_counts_work_and_ways_against_the_day_without_its_break():
    # nine hours less the hour of the break
    assert row("A", block("O1", 480, 720), travel_s=7200).load == pytest.approx(6 / 8)
    assert row("A", block("O1", 480, 720), days=0).load == 0.0


def test_work_that_starts_after_its_deadline_is_late_and_valves_are_not():
    due = datetime(2026, 6, 3, 9)
    assert block("O1", 541, 600, due_at=due).is_late
    assert not block("O1", 540, 600, due_at=due).is_late
    assert not block("O1", 541, 600, due_at=due, task="close").is_late


def test_the_places_of_an_order_are_those_of_its_whole_crew():
    shown = board(row("A", block("O1", 480, 540)), row("B", block("O1", 480, 540, role=1)))
    assert [(number, one.role) for number, one in shown.places["O1"]] == [(0, 0), (1, 1)]
    assert shown.row_of == {"A": 0, "B": 1}


def test_the_hours_shown_hold_working_time_and_blocks_to_the_hour():
    shown = board(row("A", block("O1", 430, 500), block("O2", 1000, 1085)))
    assert shown.hours_shown() == (MIDNIGHT + timedelta(hours=7), MIDNIGHT + timedelta(hours=19))


def test_without_people_the_hours_shown_are_those_of_an_ordinary_day():
    first, last = board().hours_shown()
    assert (first.hour, last.hour) == (7, 18)
    assert board().start.date() == DAY == date(2026, 6, 3)
