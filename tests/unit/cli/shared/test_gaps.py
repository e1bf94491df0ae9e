# SPDX-License-Identifier: GPL-3.0-or-later
"""CAP-2.6.b and CAP-2.6.c by commands, with the data of their examples."""

from regard.tests.unit.cli.conftest import HOME
from regard.tests.unit.cli.shared.chapters.telling import BY

WEEK = ("--from", "2026-06-01", "--until", "2026-06-07")
MISSED = {"customer_absent": 5, "parts": 3, "permit": 2, "weather": 1, "overrun": 1}
HEAD = "order_id;code;x;y;duration_min;priority;received_at;due_at;state;window_start;window_end"
THURSDAY, FRIDAY = "2026-06-04", "2026-06-05"


def test_week_23_by_commands(story):
    causes = [cause for cause, count in MISSED.items() for _ in range(count)]
    rows = [
        f"OI-{n:02};AEP-CPT-REM;687520;6924000;30;P4;2026-06-01 08:00;2026-06-30 17:00;dispatched;;"
        for n in range(len(causes) + 2)
    ]
    story.run("orders import", story.file("week.csv", "\n".join([HEAD, *rows])))
    for number, cause in enumerate(causes):
        note = ("--note", "porte close, chien") if number == 0 else ()
        at = ("--now", "2026-06-03 17:00")
        story.run("orders not-done", f"OI-{number:02}", "--reason", cause, *note, *at, "--by", "Ada Lovelace")
    for number in range(len(causes), len(causes) + 2):
        for state in ("in_progress", "done"):
            story.run("orders move", f"OI-{number:02}", state, "--now", "2026-06-03 15:00", *BY)
    found = story.run("outcomes", *WEEK)
    assert found["whole"] == {"planned": 14, "done": 2, "not_done": 12, "open": 0}
    assert found["by_cause"] == MISSED
    assert sum(found["by_cause"].values()) == len(found["missed"]) == 12
    assert found["missed"][0]["comment"] == "porte close, chien"
    # by cause, type and zone: whoever was there is not named
    assert "Ada" not in str(found)


def test_an_absence_of_friday_by_commands(story):
    head = "agent_id,name,x,y,zone,day_start,day_end,lunch_start,lunch_end,lunch_min,overtime_min,vehicle"
    people = [f"{name},{name},{HOME},Z1,08:00,16:00,12:00,14:00,60,0,van" for name in ("AG1", "AG2")]
    story.file("people/agents.csv", "\n".join([head, *people]))
    story.run("resources import", story.folder / "people")
    rows = [
        f"OI-{day[-1]}{n};AEP-ENQ;{686500 + 100 * n};6923500;50;P3;2026-06-01 08:00;{day} 17:00;qualified;"
        f"{day} 08:00;{day} 17:00"
        for day in (THURSDAY, FRIDAY)
        for n in range(6)
    ]
    story.run("orders import", story.file("days.csv", "\n".join([HEAD, *rows])))
    search = ("--days", 2, "--seconds", 30, "--iterations", 300, "--now", "2026-06-03 16:00")
    story.run("plan", "--day", THURSDAY, *search)
    loads = story.run("load", "--day", THURSDAY, "--days", 2, "--absent", "AG1")["days"]
    assert [(one["day"], one["short_min"]) for one in loads][1] == (FRIDAY, 420)
    before = stops(story)
    friday = {name for name, stop in before.items() if name.startswith("OI-5") and stop["agent_id"] == "AG1"}
    assert len(friday) == 3
    done = ("--day", FRIDAY, "--absent", "AG1", "--now", f"{THURSDAY} 07:30", "--accept")
    found = story.run("replan", *done)
    assert (found["short_min"], set(found["moved"]), found["dropped"]) == (420, friday, [])
    after = stops(story)
    for name, stop in before.items():
        if name.startswith("OI-4"):
            assert (after[name]["agent_id"], after[name]["start"]) == (stop["agent_id"], stop["start"])
        else:
            assert after[name]["agent_id"] == "AG2"


def stops(story):
    names = [order["order_id"] for order in story.run("orders list")["orders"]]
    return {name: story.run("orders show", name)["stops"][0] for name in names}
