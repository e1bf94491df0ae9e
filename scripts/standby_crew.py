# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts a crew on standby into a demonstration, so that an emergency of its full day finds somebody free."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

STANDBY = {"AG91": "Marc Vidal", "AG92": "Inès Faure", "AG93": "Samir Khelifi", "AG94": "Lise Morel"}


def add_standby(workspace_path: Path | str, *, like: str = "AG01") -> None:
    """Add agents as ``like``, with every skill and kind of equipment of the service, who have no tour yet."""
    from regard.core.ids import AgentId
    from regard.core.resources import Agent, Equipment, SkillGrant
    from regard.planner.import_records import import_records
    from regard.store.workspaces import open_workspace

    workspace = open_workspace(str(workspace_path))
    model = workspace.get(Agent, like)
    grants = {one.skill: one for one in workspace.all(SkillGrant)}
    kinds = {one.kind: one for one in workspace.all(Equipment)}
    made: list[object] = []
    for agent_id, name in STANDBY.items():
        own = AgentId(agent_id)
        made.append(replace(model, agent_id=own, name=name, version=0))
        made += [
            replace(one, grant_id=f"{agent_id}-{skill}", agent_id=own, version=0)
            for skill, one in grants.items()
        ]
        made += [
            replace(one, equipment_id=f"{agent_id}-{kind}", agent_id=own, version=0)
            for kind, one in kinds.items()
        ]
    import_records(workspace, made, name="standby crew", who="regard")
    workspace.close()
