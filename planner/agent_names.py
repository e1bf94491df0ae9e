# SPDX-License-Identifier: GPL-3.0-or-later
"""The agents of a workspace by name."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.resources import Agent
from .ports import Workspace

Names = Mapping[str, str]


def agent_names(workspace: Workspace) -> Names:
    """Return the name of each agent."""
    return {agent.agent_id: agent.name for agent in workspace.all(Agent)}
