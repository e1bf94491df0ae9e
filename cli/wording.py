# SPDX-License-Identifier: GPL-3.0-or-later
"""Stored values and figures in the user's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from ..core.messages import Message, said_date, templates
from ..planner.command_words import command_message
from .session import Session

if TYPE_CHECKING:
    from shapely.geometry import Point

    from ..planner.tours.reasons import GatheredReason
    from ..workorders.orders import WorkOrder
    from ..workorders.rulebook import RuleBook


def word(session: Session, code: str) -> str:
    """Return a stored value in words by its code, such as ``state.in_progress``; as it is without words."""
    return session.say(code) if code in templates() else code.partition(".")[2]


def command_words(session: Session, name: str) -> str:
    """Return what a command of the journal did, in words; one without words by its own name."""
    message = command_message(name)
    return session.text(message) if message else name


def job(session: Session, order: WorkOrder, rules: RuleBook) -> str:
    """Return the kind of work by its name in the catalogue, or as the order has it."""
    standard = rules.catalogue.jobs.get(order.code)
    return standard.label.spoken(session.language) if standard else order.label


def means_name(session: Session, rules: RuleBook, key: str) -> str:
    """Return the name of a skill, a kind of equipment or a part; the key when it is not listed."""
    means = rules.means
    for listed in (means.skills, means.equipment, means.tools, means.parts):
        if key in listed:
            return listed[key].spoken(session.language)
    return key


def reason(session: Session, rules: RuleBook, found: GatheredReason) -> str:
    """Return why an order cannot be taken, with how many agent-days that rules out."""
    return f"{session.text(_reason(session, rules, found.code, found.detail))} ({found.times})"


def named(session: Session, rules: RuleBook, note: Message) -> Message:
    """Return a note of a plan in which the skills and the equipment of a reason have their names."""
    problem = note.params.get("problem")
    if not isinstance(problem, Message) or not problem.code.startswith("reason."):
        return note
    said = _reason(session, rules, problem.code.partition(".")[2], str(problem.params["detail"]))
    return replace(note, params={**note.params, "problem": said})


def _reason(session: Session, rules: RuleBook, code: str, detail: str) -> Message:
    # loading the rules of orders takes a quarter of a second, which commands without orders need not wait
    from ..planner.tours.reasons import reason_message

    return reason_message(code, detail, name_of=lambda key: means_name(session, rules, key))


def number(session: Session, value: float, digits: int = 0) -> str:
    """Return a number with the language's own decimal sign and thousands."""
    text = f"{value:,.{digits}f}"
    if session.language == "fr":
        return text.replace(",", "\u202f").replace(".", ",")
    return text


def figure(session: Session, value: object) -> object:
    """Return a number with the decimals that it has, six figures at most; anything else as it is."""
    if not isinstance(value, float):
        return value
    return number(session, value, len(f"{value:g}".partition(".")[2]))


def place(point: Point, digits: int = 1) -> str:
    """Return a place as commands take it, with a decimal point in every language: 687520.0,6924000.0."""
    return f"{point.x:.{digits}f},{point.y:.{digits}f}"


def share(session: Session, part: float) -> str:
    """Return a share in whole percent."""
    return (
        f"{number(session, 100 * part)} %" if session.language == "fr" else f"{number(session, 100 * part)}%"
    )


def distance(session: Session, metres: float) -> str:
    """Return a length in metres below 1 km, else in kilometres."""
    if metres < 1000:
        return f"{number(session, metres)} m"
    return f"{number(session, metres / 1000, 2)} km"


def duration(seconds: float) -> str:
    """Return a duration as ``45 min`` or ``2 h 05``."""
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d}"


def waited(session: Session, minutes: int) -> str:
    """Return how long something has waited: as a duration, from two days on in whole days."""
    days = minutes // (24 * 60)
    return duration(minutes * 60) if days < 2 else session.say("cli.days", count=days)


def moment(when: datetime | date | None) -> str | None:
    """Return a day, with the time if it has one, as ``2026-06-03 08:12``."""
    if when is None:
        return None
    return f"{when:%Y-%m-%d %H:%M}" if isinstance(when, datetime) else when.isoformat()


def said_moment(session: Session, when: datetime | date | None) -> str:
    """Return a day or a moment as the language writes it, for a cell that says more than that."""
    return "" if when is None else session.text(said_date(when))
