# SPDX-License-Identifier: GPL-3.0-or-later
"""The words for means: skills and authorisations, kinds of equipment, parts and kits, with their labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..core.rules import RULES_FOLDER, DatedRules, Rule, read_rules

MEANS = RULES_FOLDER / "means.yaml"


class Mean(Rule):
    """One kind of equipment, tool or part."""

    en: str
    fr: str


class Skill(Mean):
    """A skill or authorisation; ``valid_years`` is None when only the employer sets a limit."""

    valid_years: Annotated[int, Field(gt=0)] | None = None


class Means(DatedRules):
    """Every skill, equipment kind, tool and part that rules may name."""

    skills: Mapping[str, Skill]
    equipment: Mapping[str, Mean]
    tools: Mapping[str, Mean]
    parts: Mapping[str, Mean]

    def check(self, kind: str, names: Iterable[str]) -> None:
        """Raise ``ValueError`` for a name that is not among the means of a kind (``skills``, ``parts``…)."""
        known: Mapping[str, Mean] = getattr(self, kind.removeprefix("crew_"))
        for name in names:
            if name not in known:
                near = ", ".join(get_close_matches(name, known, n=3)) or "one listed in means.yaml"
                raise ValueError(f"{name} is not known: {near}")


def load_means(path: Path | None = None) -> Means:
    """Return the means of a file (by default those that come with Regard)."""
    return read_rules(path or MEANS, Means)
