# SPDX-License-Identifier: GPL-3.0-or-later
"""What to ask a caller so that a request can be qualified."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from ..core.rules import RULES_FOLDER, DatedRules, Label, read_rules

QUESTIONS = RULES_FOLDER / "questions.yaml"
COMMON = "common"


class Question(Label):
    """One question; without ``answers`` it takes free text."""

    answers: Mapping[str, Label] = Field(default_factory=dict)


class Questions(DatedRules):
    """Questions by set and key; the common set goes with every type of work."""

    sets: Mapping[str, Mapping[str, Question]]

    def asked(self, set_name: str) -> Mapping[str, Question]:
        """Return the common questions, danger first, then those of a set (none when it is empty)."""
        return {**self.sets[COMMON], **(self.sets[set_name] if set_name else {})}

    def knows(self, question: str, answer: str) -> bool:
        """Tell whether some set offers this answer to this question."""
        return any(answer in asked[question].answers for asked in self.sets.values() if question in asked)


def load_questions(path: Path | None = None) -> Questions:
    """Return the questions of a file (by default those that come with Regard)."""
    return read_rules(path or QUESTIONS, Questions)
