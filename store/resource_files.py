# SPDX-License-Identifier: GPL-3.0-or-later
"""People and means from a folder of files, one file a kind, as a service keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from ..core.errors import InputError
from ..core.messages import Message
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
_ZONE_LAYER = "zone"
_ZONE_COLUMNS = ("zone_id", "name", "field_manager")
_IN_ORDER = (
    ("day_start", "day_end"),
    ("lunch_start", "lunch_end"),
    ("valid_from", "valid_until"),
    ("first_day", "last_day"),
)


def read_resources(folder: Path, *, means: Means, crs: str) -> list[object]:
    """Return the records of every known file of a folder; zones come from ``zones.gpkg``, moved into ``crs``.

    Raises
    ------
    InputError
        The folder holds none of the files, a file has a mistake, a skill, equipment or part is unknown, a
        line names an agent that no file lists, or a zone lacks its id or its area.
    """
    present = [name for name in FILES if (folder / name).is_file()]
    if not present and not (folder / ZONES).is_file():
        raise InputError("resources.none", folder=folder, expected=", ".join((*FILES, ZONES)))
    known: dict[str, set[str]] = {
        "skill": set(means.skills),
        "skills": set(means.skills),
        "kind": set(means.equipment),
        "part": set(means.parts),
    }
    records: list[object] = []
    for name in present:
        kind = FILES[name]
        found: list[Any] = read_records(folder / name, kind, known=_known(kind, known), in_order=_IN_ORDER)
        if kind is Agent:
            known["agent_id"] = {agent.agent_id for agent in found}
        records += found
    if (folder / ZONES).is_file():
        records += _zones(folder / ZONES, crs=crs)
    return records


def _known(kind: type, known: Mapping[str, set[str]]) -> dict[str, set[str]]:
    _, *others = (field.name for field in fields(kind))
    return {name: known[name] for name in others if name in known}


def _zones(path: Path, *, crs: str) -> list[Zone]:
    layers = open_layers(path)
    if _ZONE_LAYER not in layers.layer_names():
        known = ", ".join(layers.layer_names()) or "-"
        raise InputError("layer.not_in_file", file=path, layer=_ZONE_LAYER, known=known)
    frame = layers.read_layer(_ZONE_LAYER).to_crs(crs)
    for column in _ZONE_COLUMNS:
        if column not in frame:
            raise InputError("table.column_missing", file=path, column=column, found=", ".join(frame.columns))
    texts = (frame[column].astype("string").fillna("") for column in _ZONE_COLUMNS)
    rows = zip(*texts, frame.geometry, strict=True)
    return [_zone(path, line, *row) for line, row in enumerate(rows, start=1)]


def _zone(path: Path, line: int, zone_id: str, name: str, field_manager: str, geometry: object) -> Zone:
    if not zone_id:
        raise _zone_error(path, line, "zone_id", found="", expected=Message("cell.text"))
    if not isinstance(geometry, Polygon | MultiPolygon) or geometry.is_empty:
        kind = geometry.geom_type if isinstance(geometry, BaseGeometry) else ""
        raise _zone_error(path, line, "geometry", found=kind, expected=Message("cell.area"))
    return Zone(zone_id, name, field_manager, geometry)


def _zone_error(path: Path, line: int, column: str, *, found: str, expected: Message) -> InputError:
    return InputError("table.value", file=path, line=line, column=column, found=found, expected=expected)
