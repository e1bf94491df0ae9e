# SPDX-License-Identifier: GPL-3.0-or-later
"""What a scenario of a year is written with on the command line."""

from __future__ import annotations

from ...core.errors import InputError
from ...planner.programme.next_year import Scenario
from ...steering.programme.year_load import MONTHS
from .programme_arguments import LEAST_MORE, MOST_MORE


def quantity_of(text: str) -> tuple[str, float]:
    """Return an activity and how much is owed of it, from ``jetting=20``; ``ValueError`` unless above 0."""
    name, _, figure = text.partition("=")
    value = float(figure.replace(",", "."))
    if not 0 < value < float("inf"):
        raise ValueError(text)
    return name, value


def months_of(text: str) -> tuple[str, tuple[int, ...]]:
    """Return an activity and its months, from ``hydrants=4,5``; ``ValueError`` for what is no month."""
    name, _, figures = text.partition("=")
    parts = [part.strip() for part in figures.split(",")]
    if not all(part.isdecimal() and 1 <= int(part) <= MONTHS for part in parts):
        raise ValueError(text)
    return name, tuple(sorted({int(part) for part in parts}))


def scenario_of(text: str) -> tuple[str, Scenario]:
    """Return a scenario and its name from a text such as ``temps: add-like=AG08 quantity=jetting=20``.

    ``InputError`` tells what cannot be read in it.
    """
    name, colon, rest = text.partition(":")
    if not (colon and name.strip()):
        raise InputError("programme.scenario", found=text, part=text)
    agents: dict[str, list[str]] = {"without": [], "add-like": []}
    quantities: dict[str, float] = {}
    months: dict[str, tuple[int, ...]] = {}
    more = 0.0
    for part in rest.split():
        key, _, value = part.partition("=")
        try:
            if key in agents and value:
                agents[key].append(value)
            elif key == "quantity":
                quantities |= [quantity_of(value)]
            elif key == "in":
                months |= [months_of(value)]
            elif key == "more":
                more = _percent(value)
            else:
                raise ValueError(part)
        except ValueError as error:
            raise InputError("programme.scenario", found=text, part=part) from error
    return name.strip(), Scenario(
        tuple(agents["without"]), tuple(agents["add-like"]), quantities, months, more
    )


def _percent(text: str) -> float:
    value = float(text.replace(",", "."))
    if not LEAST_MORE <= value <= MOST_MORE:
        raise ValueError(text)
    return value
