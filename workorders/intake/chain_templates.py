# SPDX-License-Identifier: GPL-3.0-or-later
"""The usual steps of a type of work, as dated data, and the order in which they follow each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ...core.messages import Message
from ...core.rules import RULES_FOLDER, DatedRules, Label, Rule, misfit, one_of, read_rules
from ..orders import Priority

CHAINS = RULES_FOLDER / "chains.yaml"

Minutes = Annotated[int, Field(ge=0)]


class StepTemplate(Rule):
    """One step; without ``follows`` it comes after the step before it (see ``chains.yaml``)."""

    label: Label
    where: Literal["site", "desk"] = "site"
    order: str = ""
    follows: tuple[str, ...] | None = None
    min_lag_min: Minutes = 0
    max_lag_min: Minutes | None = None
    optional: bool = False

    @model_validator(mode="after")
    def _lags_in_order(self) -> Self:
        if self.max_lag_min is not None and self.max_lag_min < self.min_lag_min:
            raise misfit(
                self.max_lag_min, Message("rules.lag_least", {"least": self.min_lag_min}), "max_lag_min"
            )
        return self


class ChainTemplate(Rule):
    """A chain and the types of work with the priorities that it is for."""

    label: Label
    jobs: Mapping[str, tuple[Priority, ...]]
    steps: Annotated[Mapping[str, StepTemplate], Field(min_length=1)]

    def follows(self) -> dict[str, tuple[str, ...]]:
        """Return the steps that each step follows."""
        found: dict[str, tuple[str, ...]] = {}
        before: tuple[str, ...] = ()
        for key, step in self.steps.items():
            found[key] = before if step.follows is None else step.follows
            before = (key,)
        return found

    @model_validator(mode="after")
    def _sound(self) -> Self:
        follows = self.follows()
        for key, others in follows.items():
            for other in others:
                if other not in self.steps:
                    raise misfit(other, one_of(other, self.steps), "steps", key, "follows")
        try:
            TopologicalSorter(follows).prepare()
        except CycleError as error:
            raise misfit(" > ".join(error.args[1]), Message("rules.no_circle"), "steps") from None
        return self


class Chains(DatedRules):
    """Every chain by its name."""

    templates: Mapping[str, ChainTemplate]

    def of(self, code: str, priority: Priority) -> ChainTemplate | None:
        """Return the chain of a type of work at a priority, None when it is a single step."""
        fitting = (one for one in self.templates.values() if priority in one.jobs.get(code, ()))
        return next(fitting, None)


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step of a chain that is laid out: its number from 1, and what it follows, by key."""

    number: int
    key: str
    template: StepTemplate
    follows: tuple[str, ...]


def laid_out(template: ChainTemplate) -> tuple[ChainStep, ...]:
    """Return the steps of a chain in their order."""
    follows = template.follows()
    return tuple(
        ChainStep(number, key, step, follows[key])
        for number, (key, step) in enumerate(template.steps.items(), start=1)
    )


def load_chains(path: Path | None = None) -> Chains:
    """Return the chains of a file (by default those that come with Regard)."""
    return read_rules(path or CHAINS, Chains)
