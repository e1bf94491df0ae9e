# SPDX-License-Identifier: GPL-3.0-or-later
"""A service at work for weeks with all that goes wrong: nothing is lost, the figures are the journal's."""

import os
import random
import time
from datetime import date, datetime, timedelta
from itertools import pairwise

import psycopg
import pytest
from regard.core.calendars import is_working_day
from regard.planner.plans.plan_day import plan_days
from regard.planner.tours.plan_options import PlanOptions
from regard.store.workspaces import open_workspace
from regard.tests.postgis.operation import night
from regard.tests.postgis.operation.faults import IN_A_STEP, OF_A_STEP, Faults
from regard.tests.postgis.operation.operation import Operation
from regard.tests.postgis.operation.town import move_in
from regard.workorders.requests import ServiceRequest

WHOLE = bool(os.environ.get("REGARD_SOAK"))
MONDAY = date(2026, 6, 8)
DAYS, AGENTS, CALLS, SHARE = (28, 30, 40, 0.06) if WHOLE else (2, 12, 4, 0.15)
# a day of a large service
STORM_DAYS = (3, 17) if WHOLE else (1,)
# docs/reliability.md names them: of a dispatcher's process, and by how much a day lets the database grow
MEMORY_MB, GROWTH_MB = 400, 30 if WHOLE else 10


@pytest.fixture
def operation(new_url, database, tmp_path):
    demo = os.environ["REGARD_DEMO"] + "/town.gpkg"
    move_in(demo, new_url, agents=AGENTS, with_history=WHOLE)
    workspace = open_workspace(new_url)
    requests = workspace.all(ServiceRequest)
    # what is compiled once is there in every dispatcher
    options = PlanOptions(day=MONDAY, iterations=10)
    plan_days(workspace, options, now=datetime.combine(MONDAY, datetime.min.time()), who="set-up")
    workspace.close()
    seed = int(os.environ.get("REGARD_SEED", "1"))
    faults = Faults(random.Random(seed), database, share=SHARE)
    operation = Operation(new_url, tmp_path, requests, seed=seed, calls=CALLS, faults=faults)
    yield operation
    operation.close()


def wrong_after(url, database, ledger):
    """Return everything that does not hold at the end of a day."""
    workspace = open_workspace(url)
    found = {
        "journal": list(night.journal_is_state(workspace)),
        "lost": list(night.nothing_is_lost(workspace, ledger)),
        "lives": list(night.lives_are_whole(workspace)),
        "plans": list(night.plans_are_whole(workspace)),
        "broken": ledger.broken,
    }
    workspace.close()
    with psycopg.connect(database) as server:
        found["held"] = list(night.nobody_holds_on(server))
    return {name: what for name, what in found.items() if what}


def size_mb(database):
    with psycopg.connect(database) as server:
        return server.execute("select pg_database_size(current_database()) / 1048576.0").fetchone()[0]


def too_large(sizes, held):
    """Return where the database grew, or a process swelled, beyond the bounds; sizes and memory in MB."""
    growth = [(day, round(after - before, 1)) for day, (before, after) in enumerate(pairwise(sizes), start=1)]
    found = {"growth": [(day, by) for day, by in growth if by > GROWTH_MB]}
    found["memory"] = [(name, max(mb)) for name, mb in held.items() if max(mb) > MEMORY_MB]
    return {name: what for name, what in found.items() if what}


def test_bounds_are_seen_when_they_are_passed():
    assert too_large([30.0, 30.0 + GROWTH_MB], {"A": [MEMORY_MB]}) == {}
    assert too_large([30.0, 31.0, 32.0 + GROWTH_MB], {"A": [9, MEMORY_MB + 1], "B": [8]}) == {
        "growth": [(2, GROWTH_MB + 1.0)],
        "memory": [("A", MEMORY_MB + 1)],
    }


def test_weeks_of_a_service_lose_nothing(operation, new_url, database):
    sizes, started = [round(float(size_mb(database)), 1)], time.monotonic()
    for number in range(DAYS):
        day = MONDAY + timedelta(days=number)
        if is_working_day(day):
            operation.day(day, storm=number in STORM_DAYS)
            assert wrong_after(new_url, database, operation.ledger) == {}, day
            sizes.append(round(float(size_mb(database)), 1))
            print(
                day,
                sizes[-1],
                operation.memory(),
                {k: round(v, 1) for k, v in operation.ledger.seconds.items()},
                f"{time.monotonic() - started:.0f} s",
                flush=True,
            )
    workspace = open_workspace(new_url)
    mondays = [MONDAY + timedelta(days=7 * week) for week in range((DAYS + 6) // 7)]
    wrong = [list(night.figures_are_the_journal(workspace, monday)) for monday in mondays]
    workspace.close()
    ledger = operation.ledger
    print(dict(ledger.steps), dict(ledger.refused), operation.faults.counted, sizes, sep="\n")
    assert wrong == [[]] * len(mondays)
    assert all(operation.faults.counted[kind] for kind in (*IN_A_STEP, *OF_A_STEP))
    assert too_large(sizes, ledger.memory_mb) == {}
    assert ledger.handed_in and ledger.calls and ledger.gone
