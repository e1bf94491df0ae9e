# SPDX-License-Identifier: GPL-3.0-or-later
"""People and means from a folder of files, one file a kind, as a service keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..core.errors import InputError
from ..core.resources import Absence, Agent, Equipment, SkillGrant, StockLine, Subcontractor, Zone
from ..workorders.means import Means
from .layer_files import open_layers
from .records_csv import read_records

FILES: Mapping[str, type] = MappingProxyType(
    {
        "agents.csv": Agent,
        "skills.csv": SkillGrant,
        "absences.csv": Absence,
        "equipment.csv": Equipment,
        "stock.csv": StockLine,
        "subcontractors.csv": Subcontractor,
    }
)
ZONES = "zones.gpkg"


def read_resources(folder: Path, *, means: Means, crs: str) -> list[object]:
    """Return the records of every known file of a folder; zones come from ``zones.gpkg``, moved into ``crs``.

    Raises
    ------
    InputError
        The folder holds none of the files, a file has a mistake, a skill, equipment or part is unknown, or a
        line names an agent that no file lists.
    """
    present = [name for name in FILES if (folder / name).is_file()]
    if not present and not (folder / ZONES).is_file():
        raise InputError("resources.none", folder=folder, expected=", ".join((*FILES, ZONES)))
    known: dict[str, set[str]] = {"skill": set(means.skills), "kind": set(means.equipment)}
    records: list[object] = []
    for name in present:
        found: list[Any] = read_records(folder / name, FILES[name], known=_known(FILES[name], known))
        if FILES[name] is Agent:
            known["agent_id"] = {agent.agent_id for agent in found}
        records += found
    if (folder / ZONES).is_file():
        records += _zones(folder / ZONES, crs=crs)
    return records


def _known(kind: type, known: Mapping[str, set[str]]) -> dict[str, set[str]]:
    _, *others = (field.name for field in fields(kind))
    return {name: known[name] for name in others if name in known}


def _zones(path: Path, *, crs: str) -> list[Zone]:
    frame = open_layers(path).read_layer("zone").to_crs(crs)
    return [
        Zone(row.zone_id, row.name, row.field_manager, row.geometry)
        for row in frame[["zone_id", "name", "field_manager", "geometry"]].itertuples(index=False)
    ]
