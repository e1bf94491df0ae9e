# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tags of an OpenStreetMap way mean to a vehicle: may it pass, in which direction, how fast."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field, field_validator

from ...core.messages import Message
from ...core.rules import RULES_FOLDER, DatedRules, Rule, misfit, read_rules

FILE = "roads.yaml"
_ROADS = RULES_FOLDER / FILE
_SPEED = re.compile(r"^(\d+(?:\.\d+)?)\s*(km/h|kmh|kph|mph)?$")
_MEASURE = re.compile(r"^(\d+(?:[.,]\d+)?)\s*(t|m|kg|lbs|st|ft|cm)?$")
_FEET = re.compile(r"^(\d+)'\s*(?:(\d+)\")?$")
_KMH_PER_MPH = 1.609344
_METRES_PER_FOOT = 0.3048
# to tonnes and to metres
_UNIT = {"kg": 1e-3, "lbs": 4.5359237e-4, "st": 0.90718474, "ft": _METRES_PER_FOOT, "cm": 1e-2}

_LIMITS = ("maxweight", "maxheight", "maxwidth")
FORWARD, BACKWARD = "forward", "backward"
# the vehicles that roads are read for
VEHICLES = ("van", "truck")

_Positive = Annotated[float, Field(gt=0)]


class VehicleRules(Rule):
    """One kind of vehicle: tonnes, metres, and the words of OpenStreetMap that concern it."""

    weight_t: _Positive
    height_m: _Positive
    width_m: _Positive
    access_keys: tuple[str, ...]
    speed_keys: tuple[str, ...]
    turn_words: frozenset[str]
    limit_kmh: Mapping[str, _Positive]

    def fits(self, tags: Mapping[str, str]) -> bool:
        """Tell whether the vehicle is neither too heavy, nor too high, nor too wide for what is signed."""
        limits = zip(_LIMITS, (self.weight_t, self.height_m, self.width_m), strict=True)
        signed = ((measure(tags[key]), own) for key, own in limits if key in tags)
        return all(limit is None or own <= limit for limit, own in signed)


class Passage(NamedTuple):
    """How a vehicle may use a way: km/h along and against it (None: closed), and if it is to stop only."""

    forward_kmh: float | None
    backward_kmh: float | None
    is_local: bool


CLOSED = Passage(None, None, False)


class RoadRules(DatedRules):
    """The rules of ``resources/rules/roads.yaml``; speeds in km/h."""

    speed_kmh: Mapping[str, _Positive]
    rural_speed_kmh: Mapping[str, _Positive]
    built_up: Mapping[str, frozenset[str]]
    zone_keys: tuple[str, ...]
    named_speed_kmh: Mapping[str, _Positive]
    average_share: Annotated[float, Field(gt=0, le=1)]
    walk_m: Annotated[float, Field(ge=0)]
    service_closed: frozenset[str]
    access_closed: frozenset[str]
    access_local: frozenset[str]
    barriers_closed: frozenset[str]
    implied_oneway: frozenset[str]
    implied_oneway_junctions: frozenset[str]
    vehicles: Mapping[str, VehicleRules]

    @field_validator("vehicles")
    @classmethod
    def _has_all_vehicles(cls, vehicles: Mapping[str, VehicleRules]) -> Mapping[str, VehicleRules]:
        if set(vehicles) != set(VEHICLES):
            raise misfit(", ".join(vehicles), Message("expected.vehicles", {"values": ", ".join(VEHICLES)}))
        return vehicles

    @property
    def keys(self) -> frozenset[str]:
        """Return the keys of all tags that bear on how a vehicle uses a way."""
        own = [key for vehicle in self.vehicles.values() for key in (*vehicle.access_keys, *_LIMITS)]
        speeds = [key for vehicle in self.vehicles.values() for key in vehicle.speed_keys]
        by_way = [f"{key}:{direction}" for key in speeds for direction in (FORWARD, BACKWARD)]
        return frozenset((*own, *speeds, *by_way, *self.zone_keys, "highway", "junction", "oneway"))

    @property
    def use_keys(self) -> frozenset[str]:
        """Return the keys of all tags that bear on whether a way is a street that a van may use."""
        return self.keys | {"area", "service"}

    def is_drivable(self, tags: Mapping[str, str]) -> bool:
        """Return whether the way is a street that a van may use."""
        if tags.get("highway") not in self.speed_kmh or tags.get("area") == "yes":
            return False
        return tags.get("service") not in self.service_closed and self._admits(tags, self.vehicles["van"])

    def blocks(self, tags: Mapping[str, str], vehicle: str = "van") -> bool:
        """Return whether a node with these tags stops a vehicle."""
        if "barrier" not in tags:
            return False
        own = self.vehicles[vehicle]
        access = self._access(tags, own)
        closed = tags["barrier"] in self.barriers_closed if access is None else access in self.access_closed
        return closed or not own.fits(tags)

    def is_built_up(self, tags: Mapping[str, str]) -> bool:
        """Return whether an area with these tags is built-up."""
        return any(tags.get(key) in values for key, values in self.built_up.items())

    def directions(self, tags: Mapping[str, str]) -> tuple[bool, bool]:
        """Return whether the way is open along its drawing, and against it."""
        oneway = tags.get("oneway", "")
        if oneway in ("yes", "true", "1"):
            return True, False
        if oneway in ("-1", "reverse"):
            return False, True
        implied = (
            tags.get("highway") in self.implied_oneway
            or tags.get("junction") in self.implied_oneway_junctions
        )
        return True, oneway == "no" or not implied

    def passage(self, tags: Mapping[str, str], vehicle: str, *, built_up: bool = True) -> Passage:
        """Return how a vehicle may use a street, at the speeds that it averages."""
        own = self.vehicles[vehicle]
        if not self._admits(tags, own):
            return CLOSED
        forward, backward = self.directions(tags)
        return Passage(
            self._average_kmh(tags, own, FORWARD, built_up) if forward else None,
            self._average_kmh(tags, own, BACKWARD, built_up) if backward else None,
            self._access(tags, own) in self.access_local,
        )

    def signed_kmh(self, maxspeed: str) -> float | None:
        """Return the figure of a maxspeed tag, the lowest of several; None when it holds none."""
        figures = [self._one_speed(part.strip()) for part in maxspeed.split(";")]
        known = [figure for figure in figures if figure]
        return min(known) if known else None

    def _average_kmh(
        self, tags: Mapping[str, str], own: VehicleRules, direction: str, built_up: bool
    ) -> float:
        limit = self._limit_kmh(tags, own, direction)
        highway = tags["highway"]
        if limit is None:
            limit = self.speed_kmh[highway]
            if not built_up:
                limit = self.rural_speed_kmh.get(highway, limit)
        own_limit = own.limit_kmh.get(highway, own.limit_kmh.get("other", limit))
        return min(limit, own_limit) * self.average_share

    def _limit_kmh(self, tags: Mapping[str, str], own: VehicleRules, direction: str) -> float | None:
        keys = [name for key in own.speed_keys for name in (f"{key}:{direction}", key)]
        for key in (*keys, *self.zone_keys):
            if key in tags and (signed := self.signed_kmh(tags[key])) is not None:
                return signed
        return None

    def _one_speed(self, text: str) -> float | None:
        word = text.partition(":")[2].lower() if ":" in text else text.lower()
        if word in self.named_speed_kmh and (":" in text or not word.isdigit()):
            return self.named_speed_kmh[word]
        match = _SPEED.match(text)
        if not match:
            return None
        return float(match[1]) * (_KMH_PER_MPH if match[2] == "mph" else 1.0)

    def _admits(self, tags: Mapping[str, str], own: VehicleRules) -> bool:
        return self._access(tags, own) not in self.access_closed and own.fits(tags)

    def _access(self, tags: Mapping[str, str], own: VehicleRules) -> str | None:
        return next((tags[key] for key in own.access_keys if key in tags), None)


def measure(text: str) -> float | None:
    """Return tonnes or metres of a tag such as ``3.5``, ``7.5 t``, ``2'6"``; None when it holds no figure."""
    if match := _FEET.match(text.strip()):
        return (int(match[1]) + int(match[2] or 0) / 12) * _METRES_PER_FOOT
    match = _MEASURE.match(text.strip())
    return float(match[1].replace(",", ".")) * _UNIT.get(match[2] or "", 1.0) if match else None


@cache
def road_rules(path: Path = _ROADS) -> RoadRules:
    """Return the rules of a roads file."""
    return read_rules(path, RoadRules)
