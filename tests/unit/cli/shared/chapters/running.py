# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan and what becomes of it in the day; work at the site."""

from regard.tests.unit.cli.conftest import ORDERS
from regard.tests.unit.cli.shared.chapters.telling import (
    BY,
    CLOSURE,
    DAY,
    EIGHT,
    LATER,
    NOW,
    NUMBER,
    burst,
    golden_plan,
    staff,
)


def planning(story):
    """A plan, and what becomes of it in the day."""
    golden_plan(story)
    story.write("means accept", "--order", "OI-02", "--day", DAY, "--now", f"{DAY} 07:45")
    story.write("means reject", "--order", "OI-03", "--day", DAY, "--now", f"{DAY} 07:45", "--reason", "road")
    story.write("orders postpone", "OI-04", "--reason", "permit", "--now", f"{DAY} 07:50", *BY)
    story.write("orders dispatch", "--day", DAY, "--now", f"{DAY} 07:55", *BY)
    head, *_ = ORDERS.splitlines()
    urgent = f"OI-99;P1;{DAY} 09:50;{DAY} 11:50;AEP-BRT-SUP;686900;6925400;60;AIPR_OP;;"
    story.write("orders import", story.file("urgent.csv", f"{head}\n{urgent}\n"))
    ten = ("--day", DAY, "--now", f"{DAY} 10:00")
    story.write("emergency", "--order", "OI-99", *ten, "--accept", 1)
    story.write("replan", *ten, "--absent", "AG1", "--accept")
    story.write("move", "--order", "OI-05", *ten, "--to", "AG2", "--position", 1, "--accept")


def at_the_site(story):
    """An order not done, one closed after a correction, its changes of the asset base."""
    staff(story)
    order = burst(story)
    story.write("orders move", order, "planned", *NOW, *BY)
    story.write("orders notice-sent", order, "--number", NUMBER, "--sent", f"{DAY} 08:10", *BY)
    called(story, order)
    story.write("orders move", order, "dispatched", *NOW, *BY)
    story.write("orders not-done", order, "--reason", "customer_absent", "--now", f"{DAY} 12:00", *BY)
    head = "order_id;code;x;y;duration_min;priority;received_at;due_at;state;started_at;asset_role;asset_id\n"
    row = (
        f"OI-1;AEP-FUI-CAN;687520;6924000;90;P3;{EIGHT};2026-06-10 17:00;in_progress;{EIGHT};water_pipe;P03\n"
    )
    story.write("orders import", story.file("at_work.csv", head + row))
    story.file("before.jpg", "a photo")
    data = ("--data", story.file("d.yaml", CLOSURE), "--files", story.folder / "files")
    story.write("close", "--order", "OI-1", *data, "--now", LATER, *BY)
    ask = ("--agent", "AG1", "--due", "2026-06-05 12:00", "--reason", "missing", "--now", LATER, *BY)
    key = story.write("corrections ask", "OI-1", "defect", *ask)["correction_id"]
    story.write("corrections remind", "--now", "2026-06-05 12:30", *BY)
    story.write("corrections answer", key, "02", "--now", "2026-06-05 13:00", *BY)
    story.write(
        "corrections set", "OI-1", "defect", "04", "--reason", "misread", "--now", "2026-06-05 13:00", *BY
    )


def called(story, order):
    """Call the operators of sensitive networks of an urgent dig."""
    known = story.run("notices show", "--order", order)["conflicts"]
    first, *others = dict.fromkeys(one["operator"] for one in known if one["is_sensitive"])
    story.write("notices deem", "--order", order, "--operator", first, "--contact", "-", "--at", EIGHT, *BY)
    for operator in others:
        story.write("orders answer", order, operator, "--at", EIGHT, "--contact", "M. Roux", *BY)
