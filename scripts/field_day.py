#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the evening of a demonstration: the orders of its day at work, and the table that the field hands in.

Usage: field_day.py WORKSPACE FOLDER; prints the table, to be taken in by *From the field* or `regard field
import`. Every fifth order lacks what its type of work asks for.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

_PHOTO = "work.jpg"
_ANSWERS = {"result": "done", "reading_type": "real", "old_index": "99000", "new_index": "0"}


def evening(workspace_path: Path, folder: Path, *, count: int = 40) -> Path:
    """Write the table for the first orders of the plan in force and return its path; the clock follows."""
    from regard.planner.life.known_facts import form_for
    from regard.planner.plan_versions import current_plan
    from regard.planner.records import PlanStop
    from regard.planner.rule_versions import rule_book_of
    from regard.planner.running.desk_moment import DESK_MOMENT
    from regard.store.workspaces import open_workspace
    from regard.workorders.orders import OrderState, WorkOrder

    workspace = open_workspace(str(workspace_path))
    plan = current_plan(workspace)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id, day=plan.first_day, task="work", role=0)
    stops.sort(key=lambda stop: (stop.start, stop.order_id))
    book, rows = rule_book_of(workspace, plan.first_day), []
    with workspace.command("begin", who="dispatcher") as writing:
        for number, stop in enumerate(stops[:count]):
            order = workspace.get(WorkOrder, stop.order_id)
            if order.state is OrderState.PLANNED:
                writing.save(replace(order, state=OrderState.IN_PROGRESS, started_at=stop.start))
            fields = dict(_answers(form_for(order, book), order, stop))
            if number % 5 == 4:
                del fields[list(fields)[-1]]
            rows.append({"order_id": order.order_id, "photos": _PHOTO, **fields})
    workspace.set_setting(DESK_MOMENT, datetime.combine(plan.first_day, datetime.max.time()).isoformat()[:16])
    workspace.close()
    return _write(folder, rows)


def _answers(form: Any, order: Any, stop: Any) -> Iterator[tuple[str, str]]:
    """Yield what is handed in for each field that must be filled in."""
    own = {
        "started_at": f"{stop.start:%Y-%m-%d %H:%M}",
        "ended_at": f"{stop.end:%Y-%m-%d %H:%M}",
        "agents": str(stop.agent_id),
        "asset": str(order.asset_id),
        "repair_point": f"{order.place.x:.1f},{order.place.y:.1f}",
        **_ANSWERS,
    }
    for name, field in form.fields.items():
        if field.needed not in ("always", "done"):
            continue
        least = "1" if field.least is None else f"{field.least:g}"
        plain = {"whole": least, "number": least, "yes_no": "yes", "day": f"{stop.start:%Y-%m-%d}"}
        plain |= {"moment": own["ended_at"], "place": own["repair_point"]}
        yield name, own.get(name) or next(iter(field.values), "") or plain.get(field.kind, "seen")


def _write(folder: Path, rows: list[dict[str, str]]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _PHOTO).write_bytes(b"a photo")
    path = folder / "results.csv"
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return path


if __name__ == "__main__":
    print(evening(Path(sys.argv[1]), Path(sys.argv[2])))
