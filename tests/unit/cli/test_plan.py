# SPDX-License-Identifier: GPL-3.0-or-later
"""Plan by command: one day, two objectives side by side, zones one by one."""

import pytest

DAY = ("--day", "2026-06-03", "--now", "2026-06-03T07:45", "--iterations", "2000")
KEYS = {"plan_id", "tours", "unplanned", "cost", "total", "violations", "seconds"}


@pytest.fixture
def golden_town(staffed, orders_csv, done):
    """Return a workspace with the six golden orders and the two golden agents."""
    assert done("orders", "import", staffed, orders_csv)["imported"] == 6
    return staffed


def test_a_plan_has_the_promised_keys_and_notes(golden_town, done):
    plan = done("plan", golden_town, *DAY)
    assert plan.keys() == KEYS | {"notes"}
    assert plan["notes"] == plan["violations"] == []
    assert sum(len(tour["stops"]) for tour in plan["tours"]) == 6


def test_people_read_agents_with_the_id_that_other_commands_ask_for(golden_town, regard):
    assert "AG1 Ada" in regard("plan", golden_town, *DAY).out


def test_people_read_the_names_of_what_nobody_has(golden_town, regard):
    # no grant of a skill holds in 2028
    run = regard("plan", golden_town, "--day", "2028-01-05", "--iterations", "50")
    assert run.code == 0
    assert "cannot be planned: nobody has the skill Meters" in run.out
    assert "COMPTEUR" not in run.out
    assert run.out.count("OI-06") == 1
    assert "cannot be planned: nobody has the skill Meters\n" in run.err
    assert "COMPTEUR" not in run.err


@pytest.mark.parametrize(
    ("day", "now"), [("2026-06-03", "2026-06-03T18:00"), ("2026-05-20", "2026-06-03T09:00")]
)
def test_a_day_that_is_over_is_refused_and_nothing_is_stored(golden_town, regard, day, now):
    run = regard("plan", golden_town, "--day", day, "--now", now, "--iterations", "50")
    assert run.code == 2
    assert run.err.startswith(f"error: Nothing can be planned on {day} as at ")
    assert "No plan" in regard("emergency", golden_town, *DAY[:4], "--order", "OI-02").err


def test_threads_and_seed_decide_the_plan(golden_town, done):
    options = (*DAY, "--threads", "2", "--seed", "3", "--objective", "minimum_travel")
    first = done("plan", golden_town, *options)
    assert sum(tour["distance_m"] for tour in first["tours"]) == pytest.approx(21_990, abs=10)
    second = done("plan", golden_town, *options)
    assert second["tours"] == first["tours"]


def test_objectives_are_compared_and_nothing_is_stored(golden_town, done, regard):
    found = done("plan", golden_town, *DAY, "--compare")
    least, even = found["plans"]
    assert [least["objective"], even["objective"]] == ["minimum_travel", "balanced"]
    assert [plan["distance_m"] for plan in (least, even)] == [
        pytest.approx(21_990, abs=10),
        pytest.approx(23_070, abs=10),
    ]
    assert [plan["load"]["range"] for plan in (least, even)] == [115, 5]
    assert [plan["unplanned"] for plan in (least, even)] == [0, 0]
    (price,) = found["differences"]
    assert (price["objective"], price["against"]) == ("balanced", "minimum_travel")
    assert price["travel"] == pytest.approx(2.16, abs=0.05)
    assert price["load_range"] == -110
    assert "agent" not in str(found)
    text = regard("plan", golden_town, *DAY, "--compare").out
    (line,) = [line.split() for line in text.splitlines() if line.startswith("Distance")]
    assert line == ["Distance", "km", "21.99", "23.07", "+1.09"]
    assert (
        "Price of balanced against minimum travel: driving +2 min (+1.09 km, +5.0 %), overtime 0 min; "
        "the fullest and the emptiest shift are 5 min apart instead of 115.\n"
    ) in text
    assert (
        "Each order to the first who may, in the order of their numbers: 27.59 km. "
        "minimum travel: 21.99 km (−20.3 %)."
    ) in text
    assert found["as_they_come_m"] == pytest.approx(27_590, abs=10)
    assert regard("explain", golden_town, "--order", "OI-01", "--json").data["plan_id"] is None


def test_zones_are_planned_one_by_one(golden_town, regard):
    plan = regard("plan", golden_town, *DAY, "--zones", "all", "--json").data
    assert plan.keys() == KEYS | {"notes", "zones"}
    assert [(zone["zone"], zone["agents"], zone["orders"]) for zone in plan["zones"]] == [
        ("Z1", 2, 0),
        ("", 0, 6),
    ]
    assert plan["notes"] == ["Without a zone, planned together by themselves: 0 agents, 6 orders"]
    assert {reason["code"] for left in plan["unplanned"] for reason in left["reasons"]} == {"other_zone"}
    shown = regard("plan", golden_town, *DAY, "--zones", "all").out
    (line,) = [line.split() for line in shown.splitlines() if line.startswith("without zone")]
    assert line[2:5] == ["0", "6", "6"]
    assert "the plan was made by zones: only the agents of its own zone were asked (1)\n" in shown


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--zones", "Z9"), "belongs to a zone 'Z9'; there are Z1, all"),
        (("--zones", "all", "--compare"), "leave --zones out"),
        (("--cluster", "tcp://127.0.0.1:8786"), "add --zones all"),
        (("--zones", "all", "--cluster", "nowhere"), "'nowhere' is not the address of a scheduler"),
        (("--threads", "-1"), "--threads"),
        (("--objective", "fastest"), "minimum_travel, balanced"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_stored(golden_town, regard, options, said):
    run = regard("plan", golden_town, *DAY, *options)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert said in run.err
    assert regard("explain", golden_town, "--order", "OI-01", "--json").data["plan_id"] is None
