# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that come from the rule files: kinds of work, skills, equipment, parts; and reasons in words.

The rule files and what reads them are imported when they are first asked for: they take longer than QGIS
should wait for a plugin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale

from .messages import say

if TYPE_CHECKING:
    from ..core.messages import Message
    from ..core.rules import Label
    from ..planner.ports import Workspace
    from ..planner.tours.reasons import GatheredReason
    from ..workorders.orders import WorkOrder
    from ..workorders.rulebook import RuleBook

# the fields of a message that hold the key of a means
_NAMED = ("part", "skill", "equipment")


def job_text(order: WorkOrder) -> str:
    """Return the kind of work by its name in the catalogue, or as the order has it."""
    label = job_labels().get(order.code)
    return label.spoken(spoken_language()) if label else order.label


def means_text(name: str) -> str:
    """Return a skill, a kind of equipment, a tool or a part by its name."""
    label = means_labels().get(name)
    return label.spoken(spoken_language()) if label else name


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of kinds of work, and of skills, equipment, tools and parts."""

    jobs: Mapping[str, Label]
    means: Mapping[str, Label]

    @classmethod
    def of(cls, book: RuleBook) -> _Names:
        """Return those of a rule book."""
        means = book.means
        return cls(
            {code: standard.label for code, standard in book.catalogue.jobs.items()},
            {**means.skills, **means.equipment, **means.tools, **means.parts},
        )


class _Read:
    """The rules of the workspace that was read last, with the names in them."""

    book: RuleBook | None = None
    names: _Names | None = None


def learn_names(workspace: Workspace) -> None:
    """Take the names from the rules of a workspace from now on.

    Whoever reads orders in a worker calls it; what is painted afterwards finds them.
    """
    from ..planner.rule_versions import newest_rules

    book = newest_rules(workspace)
    _Read.book, _Read.names = book, _Names.of(book)


def rules_read() -> RuleBook:
    """Return the rules of the workspace read last: for lists to choose from."""
    from ..planner.rule_versions import shipped_book

    return _Read.book or shipped_book()


def job_labels() -> Mapping[str, Label]:
    """Return the names of the catalogue by code: of the workspace read last, else those of Regard."""
    return (_Read.names or _shipped()).jobs


def means_labels() -> Mapping[str, Label]:
    """Return the names of skills, equipment, tools and parts, as ``job_labels`` does those of work."""
    return (_Read.names or _shipped()).means


@cache
def _shipped() -> _Names:
    from ..planner.rule_versions import shipped_book

    return _Names.of(shipped_book())


def spoken_language() -> str:
    """Return the language that QGIS writes numbers and dates in, as ``fr``."""
    return QLocale().name()[:2]


def reason_text(code: str, detail: str) -> str:
    """Return why somebody cannot take an order."""
    from ..planner.tours.reasons import reason_message

    return say(reason_message(code, detail, name_of=means_text))


def reasons_text(reasons: Iterable[GatheredReason]) -> str:
    """Return gathered reasons in one line, each with how many agent-days it rules out."""
    return "; ".join(f"{reason_text(one.code, one.detail)} ({one.times})" for one in reasons)


def lack_text(lack: Message) -> str:
    """Return what an order lacks, with parts, skills and equipment by their names, however deep they are."""
    return say(_named(lack))


def _named(message: Message) -> Message:
    from ..core.messages import Message

    def named(name: str, value: object) -> object:
        if isinstance(value, Message):
            return _named(value)
        return means_text(str(value)) if name in _NAMED else value

    return Message(message.code, {name: named(name, value) for name, value in message.params.items()})


def bend_text(bend: Message, names: Mapping[str, str]) -> str:
    """Return a rule that could be bent, with the agents (``names`` by id) and the means by their names."""
    from ..core.messages import Message

    agents = ", ".join(names.get(agent, agent) for agent in str(bend.params["agent"]).split(", "))
    detail = means_text(str(bend.params["detail"]))
    return say(Message(bend.code, {**bend.params, "agent": agents, "detail": detail}))
