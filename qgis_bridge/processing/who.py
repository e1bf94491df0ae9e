# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is meant by the ids in a table, in words: ids are for models, names for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...planner.agent_names import Names


def ids_of(agents: Iterable[str]) -> str:
    """Return ids as one text."""
    return ", ".join(agents)


def named(agents: Iterable[str], names: Names) -> str:
    """Return the names of ids as one text, in their order; an id that nobody has stays as it is."""
    return ", ".join(names.get(agent, agent) for agent in agents)
