# SPDX-License-Identifier: GPL-3.0-or-later
"""What to ask a caller so that a request can be qualified."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..core.rules import RULES_FOLDER, DatedRules, Label, Rule, read_rules

QUESTIONS = RULES_FOLDER / "questions.yaml"
COMMON = "common"


class Question(Label):
    """One question; without ``answers`` it takes free text.

    A request is not saved without the answer to a ``mandatory`` question; where it ``must_be_known``,
    "unknown" is no answer.
    """

    answers: Mapping[str, Label] = Field(default_factory=dict)
    mandatory: bool = False
    must_be_known: bool = False


class Between(Rule):
    """The question whose answers tell types of work apart: each answer points to a code."""

    question: str
    codes: Annotated[Mapping[str, str], Field(min_length=2)]


class Questions(DatedRules):
    """Questions by set and key; the common set goes with every type of work.

    ``between`` lists the questions that tell types of work apart which people describe in the same words.
    """

    sets: Mapping[str, Mapping[str, Question]]
    between: tuple[Between, ...] = ()

    def asked(self, set_name: str) -> Mapping[str, Question]:
        """Return the common questions, danger first, then those of a set (none when it is empty)."""
        return {**self.sets[COMMON], **(self.sets[set_name] if set_name else {})}

    def telling_apart(self, codes: Collection[str]) -> tuple[Between, ...]:
        """Return the questions whose answers point to two or more of some types of work."""
        return tuple(one for one in self.between if len(set(one.codes.values()) & set(codes)) > 1)

    def question(self, key: str) -> Question:
        """Return a question of any set by its key, which some set has."""
        return next(asked[key] for asked in self.sets.values() if key in asked)

    def knows(self, question: str, answer: str) -> bool:
        """Tell whether some set offers this answer to this question."""
        return any(answer in asked[question].answers for asked in self.sets.values() if question in asked)


def load_questions(path: Path | None = None) -> Questions:
    """Return the questions of a file (by default those that come with Regard)."""
    return read_rules(path or QUESTIONS, Questions)
