# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans by several objectives side by side, as JSON and for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict

from rich.console import RenderableType

from ...planner.plans.compare_plans import ComparedPlan, Comparison
from ..session import Session
from ..tables import rows
from ..wording import number, word

# beside the terms of the cost: how each figure is read, and its digits
_FIGURES: tuple[tuple[str, str, int, Callable[[ComparedPlan], float]], ...] = (
    ("distance", "km", 2, lambda plan: plan.distance_m / 1000),
    ("tours", "", 0, lambda plan: plan.tours),
    ("load_least", "min", 0, lambda plan: plan.load.least),
    ("load_mean", "min", 0, lambda plan: plan.load.mean),
    ("load_most", "min", 0, lambda plan: plan.load.most),
    ("load_deviation", "min", 0, lambda plan: plan.load.deviation),
    ("left_out", "", 0, lambda plan: plan.unplanned),
    ("late_orders", "", 0, lambda plan: plan.late),
)


def comparison_data(found: Comparison) -> dict[str, object]:
    """Return a comparison as JSON; differences are against the first plan."""
    base, *others = found.plans
    return {
        "plans": [
            asdict(plan) | {"load": asdict(plan.load) | {"range": plan.load.range}} for plan in found.plans
        ],
        "differences": [
            {"objective": plan.objective, "against": base.objective, **plan.difference(base)}
            for plan in others
        ],
        "as_they_come_m": found.as_they_come_m,
        "saved_share": found.saved_share,
        "notes": found.notes,
    }


def shown(session: Session, found: Comparison) -> Iterator[RenderableType]:
    """Show each figure of every plan in a row, with the difference, then what the difference means."""
    yield from (session.text(note) for note in found.notes)
    base, *others = found.plans
    names = [word(session, f"objective.{plan.objective}") for plan in found.plans]
    headings = [session.say("label.term"), "", *names, *(f"{name} ±" for name in names[1:])]
    yield rows(headings, _lines(session, found), right=range(2, len(headings)))
    if found.saved_share is not None:
        yield session.say(
            "cli.as_they_come",
            distance=number(session, found.as_they_come_m / 1000, 2),
            objective=names[0],
            after=number(session, base.distance_m / 1000, 2),
            percent=_signed(session, -100 * found.saved_share, 1),
        )
    for plan, name in zip(others, names[1:], strict=True):
        yield _in_words(session, plan, base, name, names[0])
    objectives = " / ".join(plan.objective for plan in found.plans)
    yield session.say("cli.objective_hint", objectives=objectives)


def _lines(session: Session, found: Comparison) -> Iterator[list[str]]:
    base, *others = found.plans

    def line(label: str, unit: str, digits: int, figure: Callable[[ComparedPlan], float]) -> list[str]:
        values = [number(session, figure(plan), digits) for plan in found.plans]
        changes = [_signed(session, figure(plan) - figure(base), digits) for plan in others]
        return [session.say(label), unit, *values, *changes]

    for term in base.cost:
        yield line(f"cost.{term}", "min", 0, lambda plan, term=term: plan.cost[term])  # type: ignore[misc]
    for name, unit, digits, figure in _FIGURES:
        yield line(f"label.{name}", unit, digits, figure)


def _in_words(session: Session, plan: ComparedPlan, base: ComparedPlan, name: str, base_name: str) -> str:
    change = plan.difference(base)
    return session.say(
        "cli.price_of_plan",
        objective=name,
        base=base_name,
        travel=_signed(session, change["travel"], 0),
        distance=_signed(session, change["distance_m"] / 1000, 2),
        percent=_signed(session, 100 * change["distance_m"] / base.distance_m if base.distance_m else 0, 1),
        overtime=_signed(session, change["overtime"], 0),
        before=number(session, base.load.range),
        after=number(session, plan.load.range),
    )


def _signed(session: Session, value: float, digits: int) -> str:
    text = number(session, abs(value), digits)
    if not any(digit in text for digit in "123456789"):
        return text
    return f"{'+' if value > 0 else '−'}{text}"
