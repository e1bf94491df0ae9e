# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace whose desk stands at a moment, as a demonstration does, is worked at it by every command."""

from datetime import date, datetime, timedelta

import pytest
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.workspaces import open_workspace

DESK = "2031-06-03T07:45:00"


@pytest.fixture
def standing(staffed, requests_csv, done):
    """Return a workspace that stands at a morning to come, and the order of a burst in it."""
    done("requests", "import", staffed, requests_csv)
    workspace = open_workspace(str(staffed))
    workspace.set_setting(DESK_MOMENT, DESK)
    workspace.close()
    return staffed, done("requests", "qualify", staffed)["orders"][0]


def test_what_moves_an_order_does_so_at_the_moment_of_the_desk(standing, done, regard):
    town, order = standing
    done("orders", "move", town, order, "planned")
    (move,) = done("orders", "history", town, order)["moves"]
    assert move["at"] == DESK
    # by the clock, years before, this would go back in time
    assert regard("orders", "move", town, order, "cancelled", "--reason", "sold").code == 0


def test_a_moment_that_is_given_counts_before_that_of_the_desk(standing, done):
    town, order = standing
    later = "2031-06-03T09:30:00"
    done("orders", "move", town, order, "planned", "--now", later)
    assert done("orders", "history", town, order)["moves"][-1]["at"] == later


def test_a_priority_is_set_at_the_moment_of_the_desk(standing, done):
    town, order = standing
    done("orders", "prioritise", town, order, "--priority", "P3", "--reason", "valve is shut")
    (change,) = done("orders", "history", town, order)["priorities"]
    assert change["at"] == DESK


def test_lists_without_a_day_are_those_of_the_desks_own(standing, done, write):
    town, _ = standing
    days = [date.fromisoformat(DESK[:10]) + timedelta(days=days) for days in (-1, 1)]
    lines = f"absence_id,agent_id,first_day,last_day\nA1,AG1,{days[0]},{days[1]}\n"
    done("resources", "import", town, write("away/absences.csv", lines).parent)
    away = {one["agent"]: one["absent"] for one in done("agents", "list", town)["agents"]}
    assert away == {"AG1": True, "AG2": False}


def test_a_workspace_that_does_not_stand_goes_by_the_clock(staffed, requests_csv, done):
    before = datetime.now().replace(microsecond=0)
    done("requests", "import", staffed, requests_csv)
    order = done("requests", "qualify", staffed)["orders"][0]
    done("orders", "move", staffed, order, "planned")
    (move,) = done("orders", "history", staffed, order)["moves"]
    assert before <= datetime.fromisoformat(move["at"]) <= datetime.now()
