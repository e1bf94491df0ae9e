# SPDX-License-Identifier: GPL-3.0-or-later
"""An order split into parts that are made at different times or by different people: what each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...core.errors import InputError
from ...core.ids import OrderId
from ..orders import OrderState, WorkOrder
from .intake_rules import SplitRules

# quantities are told to the centimetre at the most
_SAME_QUANTITY = 0.01


@dataclass(frozen=True, slots=True)
class PartAsked:
    """One part as it is asked for: minutes on site, its share of the quantity if any, what it is called."""

    minutes: int
    quantity: float | None = None
    name: str = ""


def shares(total: int, weights: Sequence[float], *, step: int = 1) -> tuple[int, ...]:
    """Return a total in parts as large as their weights, in whole steps as far as that goes.

    They add up to the total. ``InputError`` when a weight is not above 0, or is not finite.
    """
    if not all(0 < weight < float("inf") for weight in weights):
        found = ", ".join(f"{weight:g}" for weight in weights)
        raise InputError("intake.split_weights", found=found)
    whole, reached, bounds = sum(weights), 0.0, [0]
    for weight in weights:
        reached += weight
        bounds.append(round(total * reached / whole / step) * step)
    bounds[-1] = total
    return tuple(after - before for before, after in pairwise(bounds))


def in_equal_parts(order: WorkOrder, count: int, rules: SplitRules) -> tuple[PartAsked, ...]:
    """Return an order in parts that take as long as each other; ``InputError`` for too few or too many."""
    if not 2 <= count <= rules.most_parts:
        raise InputError("intake.split_count", order=order.order_id, found=count, most=rules.most_parts)
    minutes = shares(order.duration_min, [1.0] * count, step=rules.step_min)
    return tuple(PartAsked(own) for own in minutes)


def by_quantities(order: WorkOrder, quantities: Sequence[float], rules: SplitRules) -> tuple[PartAsked, ...]:
    """Return an order in parts of so much each, whose minutes are in proportion; errors as of ``shares``."""
    minutes = shares(order.duration_min, quantities, step=rules.step_min)
    return tuple(PartAsked(own, quantity) for own, quantity in zip(minutes, quantities, strict=True))


def check_parts(order: WorkOrder, asked: Sequence[PartAsked], rules: SplitRules) -> None:
    """Refuse parts that do not make up an order.

    ``InputError`` when they are fewer than two or too many, one is too short, they take less time together
    than the order, or their quantities do not add up to its own. More time is allowed: setting up twice.
    """
    if not 2 <= len(asked) <= rules.most_parts:
        raise InputError("intake.split_count", order=order.order_id, found=len(asked), most=rules.most_parts)
    for number, part in enumerate(asked, start=1):
        if part.minutes < rules.least_min:
            raise InputError(
                "intake.split_least",
                order=order.order_id,
                part=number,
                found=part.minutes,
                least=rules.least_min,
            )
    total = sum(part.minutes for part in asked)
    if total < order.duration_min:
        raise InputError(
            "intake.split_minutes", order=order.order_id, found=total, expected=order.duration_min
        )
    _check_quantities(order, asked)


def _check_quantities(order: WorkOrder, asked: Sequence[PartAsked]) -> None:
    given = [part.quantity for part in asked if part.quantity is not None]
    if given and len(given) < len(asked):
        raise InputError("intake.split_some", order=order.order_id)
    if given and order.quantity is not None and abs(sum(given) - order.quantity) > _SAME_QUANTITY:
        raise InputError(
            "intake.split_quantity",
            order=order.order_id,
            found=f"{sum(given):g}",
            expected=f"{order.quantity:g}",
        )


def part_orders(
    order: WorkOrder, asked: Sequence[PartAsked], ids: Sequence[OrderId], *, material_in: int = 1
) -> tuple[WorkOrder, ...]:
    """Return the parts of an order, the first of which keeps its number; ``ids`` are those of the others.

    Each keeps place, asset, priority with its reasons, people, means, hazards, legal start and deadline. An
    appointment is that of the first part alone, a day before which nothing may begin is that of all. Material
    is shared as the quantities are; where there are none, part number ``material_in`` takes all of it.
    """
    material = _material(order, asked, material_in)
    quantities = _quantities(order, asked)
    root = order.part_of or order.order_id
    made = []
    for number, (part, own) in enumerate(zip(asked, material, strict=True), start=1):
        one = replace(
            order,
            label=f"{order.label} ({number}/{len(asked)}{' ' + part.name if part.name else ''})",
            duration_min=part.minutes,
            quantity=quantities[number - 1],
            parts=own,
            part_of=root,
        )
        if number > 1:
            one = replace(
                one,
                order_id=ids[number - 2],
                state=OrderState.QUALIFIED,
                window_start=order.window_start if order.window_end is None else None,
                window_end=None,
                started_at=None,
                ended_at=None,
                version=0,
            )
        made.append(one)
    return tuple(made)


def judged_as(part: WorkOrder, judged: WorkOrder) -> WorkOrder:
    """Return a part of an order judged as another part was: urgency, people and means are those of the dig.

    Its share of the work, its state, its appointment and its legal start are its own.
    """
    return replace(
        part,
        priority=judged.priority,
        due_at=judged.due_at,
        score=judged.score,
        score_detail=judged.score_detail,
        score_sources=judged.score_sources,
        rules_version=judged.rules_version,
        crew=judged.crew,
        skills=judged.skills,
        crew_skills=judged.crew_skills,
        equipment=judged.equipment,
        hazards=judged.hazards,
    )


def _quantities(order: WorkOrder, asked: Sequence[PartAsked]) -> list[float | None]:
    """Return the quantity of each part: as asked, else the order's own in proportion to the minutes."""
    if order.quantity is None or asked[0].quantity is not None:
        return [part.quantity for part in asked]
    total = sum(part.minutes for part in asked)
    found = [round(order.quantity * part.minutes / total, 2) for part in asked[:-1]]
    return [*found, round(order.quantity - sum(found), 2)]


def _material(order: WorkOrder, asked: Sequence[PartAsked], material_in: int) -> list[dict[str, int]]:
    if not 1 <= material_in <= len(asked):
        raise InputError("intake.split_material", order=order.order_id, found=material_in, most=len(asked))
    weights = [part.quantity for part in asked if part.quantity is not None]
    if len(weights) < len(asked):
        return [dict(order.parts) if number == material_in else {} for number in range(1, len(asked) + 1)]
    split = {part: shares(count, weights) for part, count in order.parts.items()}
    return [
        {part: counts[number] for part, counts in split.items() if counts[number]}
        for number in range(len(asked))
    ]
