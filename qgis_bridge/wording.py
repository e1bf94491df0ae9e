# SPDX-License-Identifier: GPL-3.0-or-later
"""Stored values in the user's words: states, priorities, verdicts, roles, factors, notices."""

from __future__ import annotations

from .messages import tr


def state_text(state: str) -> str:
    """Return a work order's state in words."""
    return {
        "qualified": tr("qualified"),
        "planned": tr("planned"),
        "dispatched": tr("dispatched"),
        "in_progress": tr("in progress"),
        "done": tr("done"),
        "not_done": tr("not done"),
        "to_correct": tr("to correct"),
        "closed": tr("closed"),
        "suspended": tr("suspended"),
        "cancelled": tr("cancelled"),
        "rescheduled": tr("rescheduled"),
    }.get(state, state)


def priority_text(priority: str) -> str:
    """Return a priority in words, with its letter and figure."""
    return {
        "P1": tr("P1 · emergency"),
        "P2": tr("P2 · urgent"),
        "P3": tr("P3 · normal"),
        "P4": tr("P4 · can wait"),
    }.get(priority, priority)


def verdict_text(verdict: str) -> str:
    """Return what must be done about a network near a dig."""
    return {
        "in_corridor": tr("in the dig: soft digging"),
        "to_mark_out": tr("mark out before digging"),
        "position_unknown": tr("position unknown"),
        "consult": tr("consult the operator"),
    }.get(verdict, verdict)


def role_text(role: str) -> str:
    """Return what kind of asset a role is."""
    return {
        "water_pipe": tr("water main"),
        "valve": tr("valve"),
        "check_valve": tr("check valve"),
        "regulator": tr("pressure regulator"),
        "hydrant": tr("fire hydrant"),
        "source": tr("source of the network"),
        "service_connection": tr("service connection"),
        "delivery_point": tr("delivery point"),
        "meter": tr("meter"),
        "sewer_pipe": tr("sewer"),
        "manhole": tr("manhole"),
        "gully": tr("gully"),
        "pump": tr("pumping station"),
        "outfall": tr("outfall"),
        "sewer_connection": tr("sewer connection"),
    }.get(role, role)


def factor_text(factor: str) -> str:
    """Return a factor of the criticality score in words."""
    return {
        "safety": tr("safety of people"),
        "service": tr("customers without water"),
        "sensitive": tr("sensitive customers"),
        "environment": tr("environment"),
        "contract": tr("contract deadline"),
    }.get(factor, factor)


def notice_text(kind: str) -> str:
    """Return a notice by the name that French crews use for it."""
    return {
        "none": tr("no declaration needed"),
        "ATU": tr("ATU, urgent works notice"),
        "DICT": tr("DICT, notice of start of works"),
        "DT-DICT": tr("joint DT-DICT"),
        "DT": tr("DT, works project declaration"),
    }.get(kind, kind)
