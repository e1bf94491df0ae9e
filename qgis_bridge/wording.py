# SPDX-License-Identifier: GPL-3.0-or-later
"""Stored values in the user's words: states, priorities, verdicts, notices, dates, lengths, times."""

from __future__ import annotations

from datetime import date, datetime

from qgis.PyQt.QtCore import QDate, QLocale, Qt, QTime

from ..core.messages import Message
from ..workorders.catalogue import load_catalogue
from ..workorders.orders import WorkOrder
from .messages import say, tr


def job_text(order: WorkOrder) -> str:
    """Return the kind of work by its name in the catalogue, or as the order has it."""
    standard = load_catalogue().jobs.get(order.code)
    return standard.label.spoken(QLocale().name()[:2]) if standard else order.label


def reason_text(code: str, detail: str) -> str:
    """Return why somebody cannot take an order."""
    return say(Message(f"unplanned.{code}", {"detail": detail}))


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


def day_text(day: date) -> str:
    """Return a day written out, as ``mercredi 3 juin 2026``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("dddd d MMMM yyyy"))


def moment_text(moment: datetime) -> str:
    """Return a day and time in short, as ``mer. 3 juin 14:30``."""
    day = QLocale().toString(QDate(moment.year, moment.month, moment.day), tr("ddd d MMM"))
    return f"{day} {time_text(moment)}"


def time_text(moment: datetime) -> str:
    """Return a time of day as ``14:30``."""
    return QTime(moment.hour, moment.minute).toString("HH:mm")


def short_day_text(day: date) -> str:
    """Return a day as ``2026-06-03``."""
    return QDate(day.year, day.month, day.day).toString(Qt.DateFormat.ISODate)


def number_text(value: float, decimals: int = 0) -> str:
    """Return a number with the language's own decimal sign and thousands."""
    return QLocale().toString(float(value), "f", decimals)


def distance_text(metres: float) -> str:
    """Return a length in metres below 1 km, else in kilometres."""
    if metres < 1000:
        return f"{number_text(metres)} m"
    return f"{number_text(metres / 1000, 1)} km"


def duration_text(seconds: float) -> str:
    """Return a duration as ``45 min`` or ``2 h 05``."""
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d}"
