# SPDX-License-Identifier: GPL-3.0-or-later
"""People and means from a folder of files, one file a kind, as a service keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from ..core.errors import InputError
from ..core.messages import Message
from ..core.people import CallOut, Crew, OnCallDuty, Restriction
from ..core.resources import Absence, Agent, Equipment, SkillGrant, StockLine, Subcontractor, Zone
from ..core.supplies import Booking, Depot, UnitPrice
from ..routing.roads.road_rules import VEHICLES
from ..workorders.resources.bookings import clash
from ..workorders.rulebook import RuleBook
from .layer_files import open_layers
from .phone_check import wrong_phones
from .records_csv import read_records

FILES: Mapping[str, type] = MappingProxyType(
    {
        "depots.csv": Depot,
        "agents.csv": Agent,
        "skills.csv": SkillGrant,
        "absences.csv": Absence,
        "equipment.csv": Equipment,
        "stock.csv": StockLine,
        "subcontractors.csv": Subcontractor,
        "restrictions.csv": Restriction,
        "on_call.csv": OnCallDuty,
        "call_outs.csv": CallOut,
        "crews.csv": Crew,
        "bookings.csv": Booking,
        "prices.csv": UnitPrice,
    }
)
# the columns that hold the keys of a kind, once its file has been read
_NAMES: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {
        Depot: ("depot",),
        Agent: ("agent_id", "agents"),
        Equipment: ("equipment_id",),
        Subcontractor: ("subcontractor_id",),
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
    ("starts_at", "ends_at"),
    ("opens", "closes"),
)


def read_resources(folder: Path, *, rules: RuleBook, crs: str) -> list[object]:
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
        "skill": set(rules.means.skills),
        "skills": set(rules.means.skills),
        "kind": set(rules.means.equipment),
        "part": set(rules.means.parts),
    }
    settings = rules.settings
    own: dict[type, dict[str, set[str]]] = {
        Restriction: {"kind": set(settings.restrictions)},
        UnitPrice: {"code": set(rules.catalogue.jobs)},
        Agent: {"contact": set(settings.contacts), "vehicle": set(VEHICLES)},
    }
    check_row = partial(wrong_phones, rule=rules.communication.phone)
    records: list[object] = []
    for name in present:
        kind = FILES[name]
        allowed = _known(kind, known | own.get(kind, {}))
        found: list[Any] = read_records(
            folder / name, kind, known=allowed, in_order=_IN_ORDER, check_row=check_row
        )
        for column in _NAMES.get(kind, ()):
            known[column] = {getattr(record, fields(kind)[0].name) for record in found}
        if {"depot", "agent_id"} <= known.keys():
            known["holder"] = known["depot"] | known["agent_id"]
        if kind is Booking:
            _refuse_double_bookings(folder / name, found)
        records += found
    if (folder / ZONES).is_file():
        records += _zones(folder / ZONES, crs=crs)
    return records


def key_columns(folder: Path) -> dict[Path, str]:
    """Return the CSV files of a folder that are read, each with the column of its keys."""
    return {folder / name: fields(kind)[0].name for name, kind in FILES.items() if (folder / name).is_file()}


def _refuse_double_bookings(path: Path, bookings: list[Booking]) -> None:
    """Refuse the first booking of a file that meets one before it."""
    for line, booking in enumerate(bookings, start=2):
        other = clash(booking, bookings[: line - 2])
        if other is not None:
            raise InputError(
                "booking.file",
                file=path,
                line=line,
                column="starts_at",
                found=f"{booking.starts_at:%Y-%m-%d %H:%M}",
                other=other.booking_id,
                start=f"{other.starts_at:%Y-%m-%d %H:%M}",
                end=f"{other.ends_at:%Y-%m-%d %H:%M}",
            )


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
