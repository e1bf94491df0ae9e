# SPDX-License-Identifier: GPL-3.0-or-later
"""The words for means: skills and authorisations, kinds of equipment and tools, parts, with their labels.

Rules that name means use the field types of this module: read with a ``Means`` as context, they refuse names
that it does not list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, ValidationInfo

from ..core.messages import Message
from ..core.near_names import near_names
from ..core.rules import RULES_FOLDER, DatedRules, Label, misfit, read_rules

MEANS = RULES_FOLDER / "means.yaml"
Names = TypeVar("Names", bound=Iterable[str])


class Skill(Label):
    """A skill or ``authorisation``; ``valid_years`` is None when only the employer sets a limit."""

    valid_years: Annotated[int, Field(gt=0)] | None = None
    authorisation: bool = False


class EquipmentKind(Label):
    """A kind of equipment; ``truck`` says that it is mounted on a heavy truck."""

    truck: bool = False


class Means(DatedRules):
    """Every skill, equipment kind, tool and part that rules may name."""

    skills: Mapping[str, Skill]
    equipment: Mapping[str, EquipmentKind]
    tools: Mapping[str, Label]
    parts: Mapping[str, Label]

    @property
    def authorisations(self) -> frozenset[str]:
        """Return the skills that nobody ever works without."""
        return frozenset(name for name, skill in self.skills.items() if skill.authorisation)

    def refuse_unknown(self, names: Iterable[str], *, kind: str) -> None:
        """Raise a validator's error for a name that is not among the means of a kind; a field here."""
        known: Mapping[str, Label] = getattr(self, kind)
        for name in names:
            if name not in known:
                near = near_names(name, known)
                raise misfit(name, Message("rules.of_means", {"kind": kind, "near": near}))


def _listed_among(kind: str) -> AfterValidator:
    def check(names: Names, info: ValidationInfo) -> Names:
        if isinstance(info.context, Means):
            info.context.refuse_unknown(names, kind=kind)
        return names

    return AfterValidator(check)


SkillNames = Annotated[tuple[str, ...], _listed_among("skills")]
EquipmentKinds = Annotated[tuple[str, ...], _listed_among("equipment")]
ToolKinds = Annotated[tuple[str, ...], _listed_among("tools")]
PartCounts = Annotated[Mapping[str, Annotated[int, Field(gt=0)]], _listed_among("parts")]


def load_means(path: Path | None = None) -> Means:
    """Return the means of a file (by default those that come with Regard)."""
    return read_rules(path or MEANS, Means)
