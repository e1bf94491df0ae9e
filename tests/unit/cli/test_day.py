# SPDX-License-Identifier: GPL-3.0-or-later
"""A dispatcher's running day by commands: emergency, slots, replan, move."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import datetime

import pytest
from regard.store.workspaces import open_workspace
from regard.workorders.orders import WorkOrder

DAY = "2026-06-03"
TEN = f"{DAY}T10:00"
CALL = "OI-99;P1;2026-06-03 09:50;2026-06-03 11:50;AEP-BRT-SUP;686900;6925400;{minutes};{skills};;"


@pytest.fixture
def running(staffed, orders_csv, done):
    """Return a workspace with the shortest plan of the golden day."""
    done("orders", "import", staffed, orders_csv)
    options = ("--seconds", 30, "--iterations", 2000, "--objective", "minimum_travel")
    done("plan", staffed, "--day", DAY, "--now", f"{DAY}T07:45", *options)
    return staffed


@pytest.fixture
def call(running, write, done):
    """Return a function that brings an urgent order into the workspace."""

    def call(minutes=60, skills="AIPR_OP"):
        heading = "order_id;priority;received_at;due_at;code;x;y;duration_min;skills;window_start;window_end"
        path = write("call.csv", f"{heading}\n{CALL.format(minutes=minutes, skills=skills)}\n")
        done("orders", "import", running, path)
        return running

    return call


def emergency(town, *options):
    return ("emergency", town, "--order", "OI-99", "--day", DAY, "--now", TEN, *options)


def test_an_emergency_shows_alternatives_and_stores_one_when_told(call, done):
    town = call()
    asked = done(*emergency(town))
    assert [one["number"] for one in asked["alternatives"]] == [1, 2]
    assert asked["accepted"] is None
    assert done(*emergency(town)) == asked
    accepted = done(*emergency(town, "--accept", 2, "--plan", asked["plan_id"]))
    assert accepted["accepted"] == f"{DAY}/2"
    stop = done("explain", town, "--order", "OI-99")["stops"][0]
    chosen = asked["alternatives"][1]
    assert (stop["agent"], stop["start"]) == (chosen["agents"][0], chosen["start"])


def test_an_order_that_fits_is_said_to_and_taken_by_the_command_that_is_said(call, done, regard):
    town = call()
    asked = ("explain", town, "--order", "OI-99", "--now", TEN)
    found = done(*asked)
    (first, *_) = found["relaxations"]
    assert first["bends"][0]["way"] == "insert"
    text = regard(*asked).out
    assert f"It fits by now: Blaise, {first['start'].replace('T', ' ')[:16]}, for" in text
    said = f"to take it: regard emergency TARGET --order OI-99 --day {DAY} --accept 1"
    assert said in text
    command = said.partition("regard ")[2].replace("TARGET", str(town)).split()
    done(*command, "--now", TEN)
    stop = done(*asked)["stops"][0]
    assert (stop["agent"], stop["start"]) == (first["agents"][0], first["start"])


def test_plan_insert_is_the_emergency_by_another_name(call, done, regard):
    town = call()
    insert = ("plan", town, "--insert", "OI-99", "--day", DAY, "--now", TEN)
    asked = done(*emergency(town))
    assert done(*insert) == asked
    run = regard(*insert, "--compare", "--zones", "all")
    assert run.code == 2
    assert "leave --compare, --zones out" in run.err
    run = regard("plan", town, "--day", DAY, "--accept", 1)
    assert (run.code, run.err.count("--insert")) == (2, 2)
    accepted = done(*insert, "--accept", 2, "--plan", asked["plan_id"])
    assert (accepted["accepted"], accepted["alternatives"]) == (f"{DAY}/2", asked["alternatives"])


def test_an_accepted_emergency_can_be_undone(call, done):
    town = call()
    done(*emergency(town, "--accept", 1))
    done("workspace", "undo", town)
    assert done("explain", town, "--order", "OI-99")["planned"] is False
    assert done(*emergency(town))["plan_id"] == f"{DAY}/1"


def test_another_plan_in_force_refuses_what_was_seen_before(call, done, regard):
    town = call()
    done("replan", town, "--day", DAY, "--now", TEN, "--closed-roads", "--accept")
    run = regard(*emergency(town, "--accept", 1, "--plan", f"{DAY}/1"))
    assert (run.code, run.err) == (
        1,
        f"error: the plan in force is {DAY}/2, not {DAY}/1: nothing was stored\n",
    )


def test_people_read_the_alternatives_in_their_language(call, regard):
    town = call(minutes=200)
    run = regard(*emergency(town), "--lang", "fr")
    assert run.code == 0
    assert "Solution 1\u00a0: Blaise le" in run.out
    assert "Début avant" in run.out
    assert "Rien n'est encore enregistré" in run.out


def test_what_fits_nowhere_says_why(call, regard):
    town = call(minutes=600)
    run = regard(*emergency(town))
    assert run.code == 0
    assert "OI-99 fits nowhere as the plan stands:" in run.out
    assert "No less important order" in run.out
    # two days, one after the other, are enough
    assert "split in two, the rest on 2026-06-04" in run.out
    assert "regard orders split TARGET OI-99 --minutes 300,300" in run.out


def test_what_fits_nowhere_today_has_another_way_on(call, done, regard):
    town = call(minutes=420)
    found = done(*emergency(town))
    assert (found["alternatives"], bool(found["reasons"])) == ([], True)
    kinds = [way["kind"] for way in found["stands_in"]]
    assert {"split", "other_day"} <= set(kinds)
    assert found["stands_in"] == done("means", "alternatives", *emergency(town)[1:])["alternatives"]
    text = regard(*emergency(town)).out
    assert "another day" in text
    assert "regard orders split TARGET OI-99 --minutes 210,210" in text


@pytest.mark.parametrize(
    ("due", "in_time", "said"),
    [
        ("2026-06-10 17:00", True, "again on 2026-06-04, in time"),
        ("2026-06-03 17:00", False, "again on 2026-06-04, after its deadline (2026-06-03 17:00)"),
    ],
)
def test_what_gives_way_to_an_emergency_has_its_reason_and_a_new_day(
    running, write, done, regard, due, in_time, said
):
    with closing(open_workspace(running)) as workspace, workspace.command("due", who="test") as transaction:
        five = workspace.get(WorkOrder, "OI-05")
        transaction.save(replace(five, due_at=datetime.fromisoformat(due)))
    heading = "order_id;priority;received_at;due_at;code;x;y;duration_min;skills;window_start;window_end"
    meter = CALL.format(minutes=120, skills="COMPTEUR").removesuffix(";;")
    done("orders", "import", running, write("a.csv", f"{heading}\n{meter};{DAY} 14:00;{DAY} 14:05\n"))
    before = done("orders", "show", running, "OI-05")
    (offer,) = done(*emergency(running))["alternatives"]
    assert offer["dropped"] == ["OI-05"]
    (new,) = offer["instead"]
    assert (new["order"], new["cause"], new["day"]) == ("OI-05", "emergency", "2026-06-04")
    assert new["in_time"] is in_time
    assert f"OI-05 gave way to an emergency: {said}" in regard(*emergency(running)).out
    # nothing is changed before it is accepted
    assert done("orders", "show", running, "OI-05") == before


def test_where_no_slot_is_free_each_day_has_its_reasons_and_the_cheapest_rule_to_bend(call, done, regard):
    town = call(minutes=520)
    asked = ("slots", town, "--order", "OI-99", "--days", 2, "--now", TEN)
    found = done(*asked)
    assert found["slots"] == []
    assert {one["day"] for one in found["reasons"]} == {DAY, "2026-06-04"}
    assert [bend["way"] for bend in found["relaxation"]["bends"]] == ["overtime"]
    text = regard(*asked).out
    assert "OI-99 fits into none of the windows of these days" in text
    assert "2026-06-04" in text
    assert f"works {found['relaxation']['bends'][0]['minutes']} min longer" in text


def test_slots_are_listed_from_the_cheapest(call, done, regard):
    town = call()
    asked = ("slots", town, "--order", "OI-99", "--days", 2, "--now", TEN)
    slots = done(*asked)["slots"]
    assert len(slots) == 5
    assert [slot["cost_min"] for slot in slots] == sorted(slot["cost_min"] for slot in slots)
    shown = regard(*asked).out
    assert "10:00-12:00" in shown
    assert slots[0]["agents"][0] not in shown


def test_what_being_late_is_priced_at_is_no_extra_minute(call, done):
    town = call()
    with closing(open_workspace(town)) as workspace, workspace.command("due", who="test") as transaction:
        order = workspace.get(WorkOrder, "OI-99")
        transaction.save(replace(order, due_at=datetime(2026, 6, 3, 8), window_start=None, window_end=None))
    slot = done("slots", town, "--order", "OI-99", "--days", 1, "--now", TEN)["slots"][0]
    start = datetime.fromisoformat(slot["start"])
    assert slot["late_min"] == (start - datetime(2026, 6, 3, 8)).total_seconds() // 60
    assert slot["late_min"] > 60
    assert slot["extra_min"] < 60 < slot["cost_min"]


def test_without_a_window_the_day_from_which_the_order_may_start_is_named(call, done, regard):
    town = call()
    with closing(open_workspace(town)) as workspace, workspace.command("later", who="test") as transaction:
        late = replace(workspace.get(WorkOrder, "OI-99"), earliest_start=datetime(2026, 6, 17))
        transaction.save(late)
    asked = ("slots", town, "--order", "OI-99", "--days", 2, "--now", TEN)
    found = done(*asked)
    assert (found["slots"], found["earliest_start"]) == ([], "2026-06-17T00:00:00")
    assert "may not start before 2026-06-17 00:00" in regard(*asked).out


def test_a_sick_agent_leaves_his_orders_to_others(running, done, regard):
    asked = ("replan", running, "--day", DAY, "--now", f"{DAY}T09:30", "--absent", "AG2")
    data = done(*asked)
    assert data["moved"] == ["OI-06"]
    assert {one["order"] for one in data["dropped"]} == {"OI-03", "OI-05"}
    run = regard(*asked, "--accept")
    assert "OI-05 falls out:" in run.out
    assert f"Plan {DAY}/2 is in force." in run.out


def test_a_late_order_moves_those_after_it(running, done):
    asked = ("replan", running, "--day", DAY, "--now", f"{DAY}T09:15", "--late", "OI-02", "--minutes", 40)
    assert [change["order"] for change in done(*asked)["changes"]] == ["OI-06"]


def test_a_move_by_hand_shows_what_it_breaks_and_is_not_stored_then(running, done, regard):
    asked = ("move", running, "--order", "OI-05", "--day", DAY, "--now", TEN, "--to", "AG1")
    assert "COMPTEUR" in " ".join(done(*asked)["new_violations"])
    run = regard(*asked, "--accept")
    assert run.code == 1
    assert run.err.startswith("error: The plan breaks rules and was not stored")
    assert done("replan", running, "--day", DAY, "--now", TEN, "--closed-roads")["plan_id"] == f"{DAY}/1"


def test_people_read_what_skill_is_missing_by_its_name(running, regard):
    run = regard("move", running, "--order", "OI-05", "--day", DAY, "--now", TEN, "--to", "AG1")
    assert "nobody sent to OI-05 has the skill Meters" in run.out
    assert "COMPTEUR" not in run.out


def test_people_read_the_day_of_an_offer(call, regard):
    run = regard(*emergency(call()))
    assert f" on {DAY} " in run.out


def test_a_move_by_hand_that_keeps_the_rules_is_stored_when_told(running, done):
    asked = ("move", running, "--order", "OI-06", "--day", DAY, "--now", f"{DAY}T09:30", "--to", "AG1")
    assert done(*asked)["accepted"] is None
    assert done(*asked, "--accept")["accepted"] == f"{DAY}/2"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("replan", "--day", DAY), "give one of --absent, --closed-roads and --late"),
        (("replan", "--day", DAY, "--absent", "AG1", "--closed-roads"), "give one of"),
        (("replan", "--day", DAY, "--late", "OI-02"), "--late needs --minutes"),
        (("replan", "--day", DAY, "--absent", "AG7", "--now", TEN), "agent 'AG7' does not exist"),
        (
            ("move", "--day", DAY, "--order", "OI-02", "--to", "AG7", "--now", TEN),
            "agent 'AG7' does not exist",
        ),
        (("replan", "--day", DAY, "--absent", "AG1", "--now", "2026-06-20T10:00"), "left in the plan after"),
        (
            ("replan", "--day", DAY, "--closed-roads", "--now", "2026-06-20T10:00:07.5"),
            "Nobody has time left in the plan after 2026-06-20 10:00",
        ),
        (("replan", "--day", "2026-06-09", "--absent", "AG1"), "No plan holds 2026-06-09"),
        (("emergency", "--day", DAY, "--order", "OI-01", "--now", TEN), "order OI-01 is already planned"),
        (("emergency", "--day", DAY, "--order", "OI-0", "--now", TEN), "work order 'OI-0' does not exist"),
        (("slots", "--order", "OI-01", "--now", TEN), "order OI-01 is already planned"),
        (("move", "--day", DAY, "--order", "OI-01", "--to", "AG2", "--now", TEN), "has left"),
        (
            ("move", "--day", DAY, "--order", "OI-03", "--to", "AG2", "--position", 0, "--now", TEN),
            "positions count from 1",
        ),
        (
            ("move", "--day", DAY, "--order", "OI-03", "--to", "AG2", "--role", 3, "--now", TEN),
            "found role 3; it has 1",
        ),
    ],
)
def test_bad_input_is_one_line_that_names_it(running, regard, arguments, told):
    name, *options = arguments
    run = regard(name, running, *options)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("error: ")
    assert told in run.err
