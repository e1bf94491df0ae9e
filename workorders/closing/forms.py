# SPDX-License-Identifier: GPL-3.0-or-later
"""What a type of work hands back, as data: forms with fields, lists, units, photos; and checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, PositiveInt, model_validator

from ...core.messages import Message
from ...core.rules import RULES_FOLDER, DatedRules, Label, Rule, misfit, one_of, read_rules

CLOSURE = RULES_FOLDER / "closure.yaml"
COMMON = "all"

Kind = Literal["text", "whole", "number", "moment", "day", "choice", "yes_no", "place", "list"]
Severity = Literal["error", "warning"]


class FormField(Label):
    """One field of a form; without ``values`` a choice would offer nothing.

    ``needed``: ``always``; ``done`` where all or a part was done, ``not_done`` where a part or nothing was.
    ``least`` and ``most`` bound numbers, in ``unit``. ``reading`` names what is kept of the asset.
    """

    kind: Kind
    needed: Literal["always", "done", "not_done", "optional"] = "optional"
    unit: str = ""
    least: float | None = None
    most: float | None = None
    values: Mapping[str, Label] = Field(default_factory=dict)
    reading: str = ""

    @model_validator(mode="after")
    def _values_of_a_choice(self) -> Self:
        if (self.kind == "choice") != bool(self.values):
            raise misfit(self.kind, Message("rules.choice_values"), "values")
        if self.least is not None and self.most is not None and self.most < self.least:
            raise misfit(f"{self.least:g} - {self.most:g}", Message("rules.most_least"), "most")
        return self


class Form(Rule):
    """The fields of one subject; ``photos`` is how many there are at least."""

    label: Label
    photos: Annotated[int, Field(ge=0)] = 0
    fields: Mapping[str, FormField]


class InOrder(Rule):
    """The second moment is not before the first."""

    kind: Literal["in_order"]
    first: str
    second: str
    severity: Severity


class Longest(Rule):
    """Between two moments at most some ``hours``, or some times the standard of the type of work."""

    kind: Literal["longest"]
    first: str
    second: str
    hours: Annotated[float, Field(gt=0)] | None = None
    standards: Annotated[float, Field(gt=0)] | None = None
    severity: Severity

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        if (self.hours is None) == (self.standards is None):
            raise misfit(f"{self.hours} / {self.standards}", Message("rules.one_limit"))
        return self


class NotLater(Rule):
    """A moment is not after the one at which it is handed in."""

    kind: Literal["not_later"]
    field: str
    severity: Severity


class NotBelow(Rule):
    """A number is not below the last reading; swapped digits are named if they explain it that closely."""

    kind: Literal["not_below"]
    field: str
    reading: str
    hint_within: float
    severity: Severity


class UsualRate(Rule):
    """What was used a day since the last reading is so many times what was used before."""

    kind: Literal["usual_rate"]
    field: str
    reading: str
    least: float
    most: float
    severity: Severity


class NearAsset(Rule):
    """A place is that near the order's asset.

    Measured as ``surveyed`` says (values by field), up to ``surveyed_within_m`` it is the map that is off:
    then it is a warning.
    """

    kind: Literal["near_asset"]
    field: str
    within_m: Annotated[float, Field(gt=0)]
    surveyed: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    surveyed_within_m: Annotated[float, Field(ge=0)] = 0.0
    severity: Severity


class KnownAsset(Rule):
    """The asset named is one of the layers."""

    kind: Literal["known_asset"]
    field: str
    severity: Severity


class KnownAgents(Rule):
    """The agents named are people of the service, or its subcontractors."""

    kind: Literal["known_agents"]
    field: str
    severity: Severity


class SameAsAsset(Rule):
    """A value is the one that the layers have in a column; ``forms`` limits it to those (empty: all)."""

    kind: Literal["same_as_asset"]
    field: str
    column: str
    forms: tuple[str, ...] = ()
    severity: Severity


class SameLength(Rule):
    """A length is that of the pipes listed, give or take a share."""

    kind: Literal["same_length"]
    field: str
    pipes: str
    share: Annotated[float, Field(gt=0)]
    severity: Severity


class Content(Rule):
    """Work whose title says one of the words uses none of the parts."""

    kind: Literal["content"]
    words: tuple[str, ...]
    parts: tuple[str, ...]
    severity: Severity


class ValvesLeft(Rule):
    """No valve is left in one of the states, unless a note says why; then it is a warning."""

    kind: Literal["valves_left"]
    states: tuple[str, ...]
    severity: Severity


class Quantities(Rule):
    """Parts are known, counted from one on, and at most some times the standard or ``at_least`` pieces."""

    kind: Literal["quantities"]
    standards: Annotated[float, Field(gt=0)]
    at_least: Annotated[int, Field(gt=0)]
    severity: Severity


Check = Annotated[
    InOrder
    | Longest
    | NotLater
    | NotBelow
    | UsualRate
    | KnownAsset
    | KnownAgents
    | NearAsset
    | SameAsAsset
    | SameLength
    | Content
    | ValvesLeft
    | Quantities,
    Field(discriminator="kind"),
]


@dataclass(frozen=True, slots=True)
class JobForm:
    """All that one type of work hands back."""

    names: tuple[str, ...]
    fields: Mapping[str, FormField]
    photos: int


class ClosureRules(DatedRules):
    """Every form and every check by its name, and how long an agent has to correct what is wrong."""

    forms: Mapping[str, Form]
    checks: Mapping[str, Check]
    correction_within_h: PositiveInt = 24

    def form_of(self, names: Iterable[str]) -> JobForm:
        """Return the common form with some others, which there are; the later fields of a name count."""
        wanted = tuple(dict.fromkeys((COMMON, *names)))
        chosen = [self.forms[name] for name in wanted]
        fields = {key: one for form in chosen for key, one in form.fields.items()}
        return JobForm(wanted, fields, max(form.photos for form in chosen))

    @property
    def field_names(self) -> frozenset[str]:
        """Return the names of all fields."""
        return frozenset(key for form in self.forms.values() for key in form.fields)

    @model_validator(mode="after")
    def _fields_exist(self) -> Self:
        if COMMON not in self.forms:
            raise misfit(", ".join(self.forms), Message("rules.common_form", {"name": COMMON}), "forms")
        known = self.field_names
        for name, check in self.checks.items():
            for attribute in ("field", "first", "second", "pipes"):
                found = getattr(check, attribute, None)
                if isinstance(found, str) and found not in known:
                    raise misfit(found, one_of(found, sorted(known)), "checks", name, attribute)
        return self


def load_closure_rules(path: Path | None = None) -> ClosureRules:
    """Return the forms and checks of a file (by default those that come with Regard)."""
    return read_rules(path, ClosureRules) if path else _shipped()


@cache
def _shipped() -> ClosureRules:
    return read_rules(CLOSURE, ClosureRules)
