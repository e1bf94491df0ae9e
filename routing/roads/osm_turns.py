# SPDX-License-Identifier: GPL-3.0-or-later
"""Turn restrictions of OpenStreetMap as sequences of edges that must not be driven.

wiki.openstreetmap.org, Relation:restriction: from, via (a node, or ways), to; ``no_…`` forbids, ``only_…``
forbids all else; ``except`` and ``restriction:hgv`` tell for whom; ``no_… @ (weight>3.5)`` from what weight.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from .road_rules import VehicleRules
from .road_table import Edge, Turn
from .street_table import StreetEnds

KEYS = (
    "restriction",
    "restriction:conditional",
    *(f"restriction:{word}" for word in ("hgv", "motorcar", "goods")),
)
_WEIGHT = re.compile(r"^(\w+)\s*@\s*\(?\s*weight\s*>=?\s*(\d+(?:\.\d+)?)\s*t?\s*\)?$")
# ways between the first and the last that are followed before a restriction is given up
_MOST_STEPS = 20


class Restriction(NamedTuple):
    """A restriction as it is mapped: its tags, and its members as (role, type, id)."""

    tags: Mapping[str, str]
    members: Sequence[tuple[str, str, int]]

    def ids(self, role: str, kind: str) -> list[int]:
        """Return the members of a role and a type (n: node, w: way)."""
        return [ref for name, found, ref in self.members if (name, found) == (role, kind)]


class Turns:
    """The restrictions of an extract and the nodes that trucks cannot pass."""

    def __init__(
        self,
        restrictions: Iterable[Restriction],
        truck_barriers: Collection[int],
        vehicles: Mapping[str, VehicleRules],
    ) -> None:
        self._restrictions, self._vehicles = list(restrictions), vehicles
        self._truck_barriers = truck_barriers

    @property
    def junctions(self) -> set[int]:
        """Return the nodes at which streets must end for the restrictions to be told."""
        via = {node for restriction in self._restrictions for node in restriction.ids("via", "n")}
        return via | set(self._truck_barriers)

    def of(self, ends: StreetEnds) -> tuple[list[Turn], int]:
        """Return the forbidden turns on the graph of the streets, and how many restrictions are left out.

        Those are left out that hold at some hours only, and those whose members do not meet on the streets.
        A restriction between ways that nobody here drives is none.
        """
        known = _Ends(ends, self._concerned(ends))
        turns, left_out = [], 0
        for restriction in self._restrictions:
            told = _told(restriction.tags, self._vehicles)
            if told is None:
                left_out += 1
            for kind, vehicles in (told or {}).items():
                paths = known.forbidden(restriction, kind)
                left_out += paths is None
                turns += [Turn(path, vehicles) for path in paths or ()]
        for node in self._truck_barriers:
            turns += [Turn(path, frozenset({"truck"})) for path in known.through(node)]
        return turns, left_out

    def _concerned(self, ends: StreetEnds) -> list[int]:
        """Return the streets that meet where ways of restrictions end, or where trucks cannot pass."""
        ways = {ref for told in self._restrictions for _, kind, ref in told.members if kind == "w"}
        nodes = [*ends.nodes[np.isin(ends.ways, list(ways))].tolist(), *self._truck_barriers]
        streets: list[int] = np.flatnonzero(np.isin(ends.nodes, nodes).any(axis=1)).tolist()
        return streets


def _told(tags: Mapping[str, str], vehicles: Mapping[str, VehicleRules]) -> dict[str, frozenset[str]] | None:
    """Return what is restricted for which of our vehicles; None when it depends on the hour or else."""
    exempt = {word.strip() for word in tags.get("except", "").split(";")}
    told: dict[str, set[str]] = defaultdict(set)
    for key in KEYS:
        if key not in tags:
            continue
        kind, concerned = tags[key], set(vehicles)
        if key == "restriction:conditional":
            match = _WEIGHT.match(tags[key].strip())
            if match is None:
                return None
            kind, concerned = (
                match[1],
                {name for name, own in vehicles.items() if own.weight_t > float(match[2])},
            )
        elif word := key.partition(":")[2]:
            concerned = {name for name, own in vehicles.items() if word in own.turn_words}
        told[kind] |= {name for name in concerned if not exempt & vehicles[name].turn_words}
    if any(name.startswith(("hour_", "day_")) for name in tags):
        return None
    return {kind: frozenset(names) for kind, names in told.items() if names}


class _Ends:
    """The edges of some streets by the OSM way and the node with which they begin and end."""

    def __init__(self, ends: StreetEnds, concerned: Iterable[int]) -> None:
        self._leaving: dict[int, list[tuple[Edge, int]]] = defaultdict(list)
        self._arriving: dict[int, list[tuple[Edge, int]]] = defaultdict(list)
        self._nodes: dict[int, set[int]] = defaultdict(set)
        self._back: dict[Edge, Edge] = {}
        for street in concerned:
            (along, against), (first, last) = ends.edges(street), ends.ways[street].tolist()
            self._add(along, first, last)
            if against:
                self._add(against, last, first)
                self._back[along], self._back[against] = against, along

    def _add(self, edge: Edge, first: int, last: int) -> None:
        self._leaving[edge[0]].append((edge, first))
        self._arriving[edge[1]].append((edge, last))
        self._nodes[first].add(edge[0])
        self._nodes[last].add(edge[1])

    def forbidden(self, restriction: Restriction, kind: str) -> list[tuple[Edge, ...]] | None:
        """Return the sequences that a restriction forbids; None when it cannot be told on these streets."""
        origins, goals = restriction.ids("from", "w"), restriction.ids("to", "w")
        if not origins or not goals or not kind.startswith(("no_", "only_")):
            return None
        if any(way not in self._nodes for way in (*origins, *goals)):
            # a way that is closed to us cannot be turned into
            return [] if kind.startswith("no_") else None
        starts = list(self._starts(restriction, origins))
        if not starts:
            return None
        if kind.startswith("only_"):
            return [
                (*start, edge)
                for start in starts
                if any(way in goals for _, way in self._leaving[start[-1][1]])
                for edge, way in self._leaving[start[-1][1]]
                if way not in goals
            ]
        return [
            (*start, edge)
            for start in starts
            for edge, way in self._leaving[start[-1][1]]
            if way in goals and (kind == "no_u_turn" or edge != self._back.get(start[-1]))
        ]

    def through(self, node: int) -> Iterator[tuple[Edge, Edge]]:
        """Yield all ways through a node but back."""
        for (arriving, _), (leaving, _) in product(self._arriving[node], self._leaving[node]):
            if self._back.get(arriving) != leaving:
                yield arriving, leaving

    def _starts(self, restriction: Restriction, origins: Sequence[int]) -> Iterator[tuple[Edge, ...]]:
        """Yield the edges that lead from the first ways to where the last ones are turned into."""
        for node in restriction.ids("via", "n"):
            yield from ((edge,) for edge, way in self._arriving[node] if way in origins)
        via = restriction.ids("via", "w")
        if via:
            goals = {node for way in restriction.ids("to", "w") for node in self._nodes[way]}
            for node in {node for way in origins for node in self._nodes[way]}:
                for edge, way in self._arriving[node]:
                    if way in origins:
                        yield from self._along((edge,), set(via), goals)

    def _along(self, start: tuple[Edge, ...], via: set[int], goals: set[int]) -> Iterator[tuple[Edge, ...]]:
        """Yield the way along some OSM ways to a node of the goals, where there is just one."""
        driven = start
        for _ in range(_MOST_STEPS):
            onward = [
                edge
                for edge, way in self._leaving[driven[-1][1]]
                if way in via and edge != self._back.get(driven[-1])
            ]
            if len(onward) != 1:
                return
            driven = (*driven, onward[0])
            if driven[-1][1] in goals:
                yield driven
                return
