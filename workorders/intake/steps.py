# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of an order tree: what follows what, and what has to be done before a step may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ...core.errors import InputError
from ...core.ids import OrderId
from .cycles import circle_closed_by


@dataclass(frozen=True, slots=True)
class OrderStep:
    """One step of the work that answers a request.

    ``step_id`` is the tree's main order and the step's number; ``tree_id`` is that order, ``order_id`` the
    one that carries the step. ``follows`` names the steps that must be done first (finish to start),
    ``min_lag_min`` and ``max_lag_min`` the minutes after the last of them. ``where`` is ``site`` or ``desk``.
    """

    step_id: str
    tree_id: OrderId
    order_id: OrderId
    number: int
    key: str
    label: str
    where: str
    follows: tuple[str, ...]
    min_lag_min: int
    max_lag_min: int | None
    optional: bool
    done_at: datetime | None = None
    done_by: str = ""
    version: int = 0


def step_id(tree_id: str, number: int) -> str:
    """Return the id of a step of an order tree."""
    return f"{tree_id}/{number:02d}"


def find_step(steps: Iterable[OrderStep], name: str) -> OrderStep:
    """Return the step of a tree by its id, number or key; ``InputError`` names those that there are."""
    known = list(steps)
    for step in known:
        if name in (step.step_id, step.key, str(step.number)):
            return step
    listed = ", ".join(f"{step.number} {step.key}" for step in known) or "-"
    raise InputError("intake.no_step", found=name, known=listed)


def linked(steps: Mapping[str, OrderStep], first: OrderStep, second: OrderStep) -> OrderStep:
    """Return ``second`` made to follow ``first``.

    ``InputError`` when they are of two trees or wait for each other in a circle then, which it names.
    """
    if first.tree_id != second.tree_id:
        raise InputError("intake.other_tree", first=first.step_id, second=second.step_id)
    links = [(before, step.step_id) for step in steps.values() for before in step.follows]
    circle = circle_closed_by(links, first.step_id, second.step_id)
    if circle:
        way = " > ".join(steps[one].label for one in circle)
        raise InputError("intake.circle", first=first.label, second=second.label, circle=way)
    return replace(second, follows=tuple(dict.fromkeys((*second.follows, first.step_id))))


def done(steps: Mapping[str, OrderStep], step: OrderStep, *, at: datetime, by: str) -> OrderStep:
    """Return a step done.

    An optional step that is not done holds nothing up by itself, what it follows does. ``InputError`` when it
    is done already, when something before it is not, or when its least lag has not passed.
    """
    if step.done_at is not None:
        raise InputError("intake.step_done", step=step.label, at=f"{step.done_at:%Y-%m-%d %H:%M}")
    missing = _missing(steps, step)
    if missing:
        raise InputError(
            "intake.step_early", step=step.label, missing=", ".join(one.label for one in missing)
        )
    ends = [ended for before in step.follows if (ended := steps[before].done_at) is not None]
    earliest = max(ends, default=at) + timedelta(minutes=step.min_lag_min)
    if ends and at < earliest:
        raise InputError("intake.step_lag", step=step.label, earliest=f"{earliest:%Y-%m-%d %H:%M}")
    return replace(step, done_at=at, done_by=by)


def due_by(steps: Mapping[str, OrderStep], step: OrderStep) -> datetime | None:
    """Return by when a step has to start, given when what it follows was done; None while nothing says so."""
    ends = [steps[before].done_at for before in step.follows]
    if step.max_lag_min is None or not ends or None in ends:
        return None
    return max(ended for ended in ends if ended) + timedelta(minutes=step.max_lag_min)


def _missing(steps: Mapping[str, OrderStep], step: OrderStep) -> list[OrderStep]:
    """Return what is to be done before a step, in the order of the chain."""
    found: dict[str, OrderStep] = {}
    waiting = list(step.follows)
    while waiting:
        before = steps[waiting.pop()]
        if before.step_id in found or before.done_at is not None:
            continue
        found[before.step_id] = before
        waiting += before.follows
    needed = (one for one in found.values() if not one.optional)
    return sorted(needed, key=lambda one: one.number)
