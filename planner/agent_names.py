# SPDX-License-Identifier: GPL-3.0-or-later
"""The agents of a workspace, and its depots, by name."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.resources import Agent
from ..core.supplies import Depot
from .ports import Workspace

Names = Mapping[str, str]


def agent_names(workspace: Workspace) -> Names:
    """Return the name of each agent."""
    return {agent.agent_id: agent.name for agent in workspace.all(Agent)}


def holder_names(workspace: Workspace) -> Names:
    """Return the name of each that may hold parts or equipment: an agent's van, or a depot."""
    depots = {depot.depot_id: depot.name for depot in workspace.all(Depot)}
    return {**depots, **agent_names(workspace)}
