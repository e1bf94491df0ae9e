# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to be known of a call before it is a request: who, where, and the questions of its type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...core.errors import InputError
from ...core.near_names import near_names
from ..catalogue import JobStandard
from ..questions import Question, Questions
from ..requests import ServiceRequest

DANGER = "danger"
# what a caller may say to a closed question
UNKNOWN = "unknown"
# channels whose rows have a column "danger" that cannot be left empty
TOLD_BY_COLUMN = frozenset({"csv", "layer"})
_YES = "yes"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the guided form, by its key, in the order of asking."""

    key: str
    question: Question


def form(questions: Questions, standard: JobStandard | None) -> tuple[Asked, ...]:
    """Return what to ask about a type of work, danger first; the common questions while it is unknown."""
    asked = questions.asked(standard.questions if standard else "")
    return tuple(Asked(key, question) for key, question in asked.items())


def checked_answers(answers: Mapping[str, str], asked: tuple[Asked, ...]) -> dict[str, str]:
    """Return the answers in the order of asking.

    Raises
    ------
    InputError
        An answer belongs to no question of the form, or a closed question does not offer it; or mandatory
        questions have no answer: all of them are named, the one about danger first. ``unknown`` answers
        every closed question but those that must be known.
    """
    by_key = {one.key: one.question for one in asked}
    for key, said in answers.items():
        if key not in by_key:
            raise InputError("intake.no_question", found=key, near=near_names(key, by_key))
        question = by_key[key]
        if said.strip() and question.answers and said.strip() not in _allowed(question):
            raise InputError("intake.answer_unknown", question=key, found=said, expected=_offered(question))
    if left := still_to_ask(answers, asked):
        raise InputError("intake.answer_missing", questions="; ".join(map(_with_answers, left)))
    return {key: answers[key].strip() for key in by_key if answers.get(key, "").strip()}


def parse_answers(pairs: Iterable[str] | None) -> dict[str, str]:
    """Return answers by question; ``InputError`` for one that is not written KEY=ANSWER or is given twice."""
    answers: dict[str, str] = {}
    for pair in pairs or ():
        key, equals, said = (part.strip() for part in pair.partition("="))
        if not (key and equals and said) or key in answers:
            raise InputError("cli.answer_form", found=pair)
        answers[key] = said
    return answers


def still_to_ask(answers: Mapping[str, str] | None, asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """Return the mandatory questions that have no answer yet, danger first."""
    known = answers or {}
    return tuple(one for one in asked if one.question.mandatory and not known.get(one.key, "").strip())


def never_asked(request: ServiceRequest, asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """Return the mandatory questions that a request leaves open, danger first.

    Who is in danger was asked where the request says so, and where it came in rows whose column tells it.
    """
    left = still_to_ask(request.answers, asked)
    is_told = request.danger or request.channel in TOLD_BY_COLUMN
    return tuple(one for one in left if not (is_told and one.key == DANGER))


def in_danger(answers: Mapping[str, str]) -> bool:
    """Tell whether the caller said that someone is in danger."""
    return answers.get(DANGER) == _YES


def answers_offered(questions: Questions) -> dict[str, frozenset[str]]:
    """Return what may be said to each question of any form; nothing listed means free text."""
    offered: dict[str, frozenset[str]] = {}
    for asked in questions.sets.values():
        for key, question in asked.items():
            own = _allowed(question) if question.answers else ()
            offered[key] = offered.get(key, frozenset()) | frozenset(own)
    return offered


def offered_in(asked: tuple[Asked, ...]) -> dict[str, tuple[str, ...]]:
    """Return what may be said to each question of a form; nothing listed means free text."""
    return {one.key: _allowed(one.question) if one.question.answers else () for one in asked}


def _with_answers(asked: Asked) -> str:
    offered = _offered(asked.question)
    return f"{asked.key} ({offered})" if asked.question.answers else asked.key


def _allowed(question: Question) -> tuple[str, ...]:
    return (*question.answers, *(() if question.must_be_known else (UNKNOWN,)))


def _offered(question: Question) -> str:
    return ", ".join(_allowed(question)) if question.answers else "-"
