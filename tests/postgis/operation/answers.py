# SPDX-License-Identifier: GPL-3.0-or-later
"""What people answer: callers to the questions of the register, agents to the forms of closure data."""

from datetime import datetime

SAMPLES = {
    "text": "as found",
    "whole": "100",
    "number": "1",
    "yes_no": "no",
    "day": "2026-06-01",
    "list": "as found",
}


def answers_of_a_caller(asked):
    """Return an answer to each question that must be answered; nobody is in danger."""
    found = {}
    for one in asked:
        offered = list(one.question.answers)
        if one.question.mandatory:
            found[one.key] = "no" if "no" in offered else offered[-1] if offered else "as said"
    return found


def sound_closure(order, form, agent, started: datetime, ended: datetime):
    """Return what is asked for of an order that was done, as texts by field."""
    known = {
        "started_at": f"{started:%Y-%m-%d %H:%M}",
        "ended_at": f"{ended:%Y-%m-%d %H:%M}",
        "agents": agent,
        "result": "done",
        "asset": order.asset_id or "unknown",
    }
    found = {}
    for name, field in form.fields.items():
        if name in known:
            found[name] = known[name]
        elif field.needed in ("always", "done"):
            found[name] = _sample(field, order.place, started)
    found["photos"] = ";".join(f"{order.order_id}-{number}.jpg" for number in range(form.photos))
    return found


def _sample(field, point, started):
    if field.kind == "choice":
        return next(iter(field.values))
    if field.kind == "place":
        return f"{point.x:.2f},{point.y:.2f}"
    if field.kind == "moment":
        return f"{started:%Y-%m-%d %H:%M}"
    if field.kind in ("whole", "number") and field.least is not None:
        return f"{max(field.least, 1):g}"
    return SAMPLES[field.kind]
