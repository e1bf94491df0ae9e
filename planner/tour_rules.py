# SPDX-License-Identifier: GPL-3.0-or-later
"""The dated figures that tours are planned, explained and changed by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ..core.errors import InputError
from ..core.rules import Rule, parse_rules
from ..routing.explain.relaxation_rules import RelaxationRules
from ..routing.model.planning_rules import PlanningRules
from ..workorders.catalogue import JobStandard
from ..workorders.rulebook import RuleBook
from .running_rules import RunningRules
from .shut_off_rules import ShutOffRules


@dataclass(frozen=True, slots=True)
class TourRules:
    """The figures in force on a day.

    ``operation`` is the type of work that operating a valve is; ``preventive`` are the codes of upkeep that
    nobody waits for, ``on_trucks`` the kinds of equipment that are mounted on a heavy truck.
    """

    planning: PlanningRules
    relaxations: RelaxationRules
    running: RunningRules
    shut_offs: ShutOffRules
    operation: JobStandard
    preventive: frozenset[str]
    on_trucks: frozenset[str]


# the files of tour rules, each with what it is read as
TOUR_PARTS: Mapping[str, type[Rule]] = MappingProxyType(
    {
        "planning.yaml": PlanningRules,
        "relaxations.yaml": RelaxationRules,
        "running_day.yaml": RunningRules,
        "shut_offs.yaml": ShutOffRules,
    }
)


def read_tour_rules(texts: Mapping[str, str], book: RuleBook) -> TourRules:
    """Return the rules of some texts by file name, with what they take from a rule book.

    ``InputError`` names the file, the line and the field of a mistake, or a type of work that ``book`` lacks.
    """
    read: dict[str, Any] = {
        file: parse_rules(texts[file], model, file=file) for file, model in TOUR_PARTS.items()
    }
    shut_offs: ShutOffRules = read["shut_offs.yaml"]
    if shut_offs.operation not in book.catalogue:
        raise InputError(
            "rules.reference",
            file="shut_offs.yaml",
            field="operation",
            found=shut_offs.operation,
            expected="catalogue.yaml",
        )
    return TourRules(
        planning=read["planning.yaml"],
        relaxations=read["relaxations.yaml"],
        running=read["running_day.yaml"],
        shut_offs=shut_offs,
        operation=book.catalogue[shut_offs.operation],
        preventive=frozenset(own.code for own in book.catalogue.standards() if own.preventive),
        on_trucks=frozenset(kind for kind, about in book.means.equipment.items() if about.truck),
    )
