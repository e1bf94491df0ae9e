# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tags of an OpenStreetMap way mean to a van: may it pass, in which direction, how fast."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_ROADS = Path(__file__).resolve().parents[1] / "resources" / "rules" / "roads.yaml"
_FIGURE = re.compile(r"^(\d+(?:\.\d+)?)\s*(km/h|kmh|kph|mph)?$")
_KMH_PER_MPH = 1.609344


@dataclass(frozen=True, slots=True)
class RoadRules:
    """The rules of ``resources/rules/roads.yaml``; speeds in km/h."""

    version: str
    speed_kmh: Mapping[str, float]
    named_speed_kmh: Mapping[str, float]
    average_share: float
    service_closed: frozenset[str]
    access_keys: tuple[str, ...]
    access_closed: frozenset[str]
    barriers_closed: frozenset[str]
    implied_oneway: frozenset[str]
    implied_oneway_junctions: frozenset[str]

    def is_drivable(self, tags: Mapping[str, str]) -> bool:
        """Return whether a van may use a way with these tags."""
        if tags.get("highway") not in self.speed_kmh or tags.get("area") == "yes":
            return False
        if tags.get("service") in self.service_closed:
            return False
        return self._access(tags) is not False

    def blocks(self, tags: Mapping[str, str]) -> bool:
        """Return whether a node with these tags stops a van."""
        if "barrier" not in tags:
            return False
        access = self._access(tags)
        return tags["barrier"] in self.barriers_closed if access is None else not access

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

    def average_kmh(self, tags: Mapping[str, str], direction: str) -> float:
        """Return the speed that a van averages; ``direction`` is ``forward`` or ``backward``."""
        signed = tags.get(f"maxspeed:{direction}") or tags.get("maxspeed", "")
        limit = self.signed_kmh(signed)
        return (self.speed_kmh[tags["highway"]] if limit is None else limit) * self.average_share

    def signed_kmh(self, maxspeed: str) -> float | None:
        """Return the figure of a maxspeed tag, the lowest of several; None when it holds none."""
        figures = [self._one_speed(part.strip()) for part in maxspeed.split(";")]
        known = [figure for figure in figures if figure]
        return min(known) if known else None

    def _one_speed(self, text: str) -> float | None:
        if text in self.named_speed_kmh:
            return self.named_speed_kmh[text]
        match = _FIGURE.match(text)
        if not match:
            return None
        return float(match[1]) * (_KMH_PER_MPH if match[2] == "mph" else 1.0)

    def _access(self, tags: Mapping[str, str]) -> bool | None:
        for key in self.access_keys:
            if key in tags:
                return tags[key] not in self.access_closed
        return None


@cache
def road_rules(path: Path = _ROADS) -> RoadRules:
    """Return the rules of a roads file."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return RoadRules(
        version=data["version"],
        speed_kmh=data["speed_kmh"],
        named_speed_kmh=data["named_speed_kmh"],
        average_share=data["average_share"],
        service_closed=frozenset(data["service_closed"]),
        access_keys=tuple(data["access_keys"]),
        access_closed=frozenset(data["access_closed"]),
        barriers_closed=frozenset(data["barriers_closed"]),
        implied_oneway=frozenset(data["implied_oneway"]),
        implied_oneway_junctions=frozenset(data["implied_oneway_junctions"]),
    )
