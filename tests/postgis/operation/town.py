# SPDX-License-Identifier: GPL-3.0-or-later
"""The demonstration town on a server, with as many agents as are asked for."""

import sqlite3
from dataclasses import replace

from regard.core.resources import Agent, Equipment, SkillGrant, StockLine
from regard.store.meta import SETTING
from regard.store.tables import RECORD_KINDS
from regard.store.workspaces import create_workspace, open_workspace
from regard.workorders.history import ClosedIntervention

# what agents who are added bring along, and what each of their records is called
OWN = (
    (SkillGrant, "grant_id", "agent_id"),
    (Equipment, "equipment_id", "agent_id"),
    (StockLine, "stock_id", "holder"),
)


def move_in(path, url, *, agents, with_history):
    """Copy the town of a GeoPackage onto a server; return the requests of its day, to draw calls from.

    Beyond its own agents, others are added who hold and carry what one of those does.
    """
    town, server = open_workspace(path), create_workspace(url, crs=open_workspace(path).crs)
    records = {kind: town.all(kind) for kind in RECORD_KINDS.values()}
    if not with_history:
        records[ClosedIntervention] = []
    with server.command("move in", who="set-up") as transaction:
        for kind in records:
            transaction.add(records[kind])
        transaction.add(list(_more(records, agents)))
    settings = _settings(path)
    server.write_layers({name: town.read_layer(name) for name in town.layer_names()}, settings=settings)
    town.close()
    server.close()


def _more(records, agents):
    known = records[Agent]
    for number in range(len(known), agents):
        model, name = known[number % len(known)], f"AG{number + 1:02}"
        yield replace(model, agent_id=name, name=f"Agent {number + 1}")
        for kind, key, holder in OWN:
            for one in records[kind]:
                if getattr(one, holder) == model.agent_id:
                    yield replace(one, **{key: f"{name}-{getattr(one, key)}", holder: name})


def _settings(path):
    connection = sqlite3.connect(path)
    rows = connection.execute("select name, value from meta where name like ?", [f"{SETTING}%"]).fetchall()
    connection.close()
    return {name.removeprefix(SETTING): value for name, value in rows}
