# SPDX-License-Identifier: GPL-3.0-or-later
"""Random towns, drawn so that nothing is near anything else by chance, and an oracle of their water.

A *cell* is the part of an edge between two of its devices. The oracle follows water through cells, nodes and
devices one step at a time; everything it claims is defined by who gets water, never by segments.
"""

import math
from dataclasses import dataclass

from hypothesis import strategies as st
from shapely.geometry import LineString, MultiLineString

RADIUS_M = 1000.0
KINDS = ("open", "closed", "stuck", "stuck_closed", "check")


@dataclass(frozen=True)
class Town:
    """Edges between numbered nodes with the kinds of their devices in order, valves on nodes, sources."""

    edges: tuple[tuple[int, int, tuple[str, ...]], ...]
    node_valves: dict[int, str]
    sources: tuple[int, ...]
    leak: tuple[int, int]
    unusable: frozenset[str]

    def cells(self):
        return [
            (edge, cell) for edge, (_, _, kinds) in enumerate(self.edges) for cell in range(len(kinds) + 1)
        ]

    def devices(self):
        """Return the kind of every device by name, with the places it joins: cells or a node."""
        inside = {
            f"d{edge}.{number}": kind
            for edge, (_, _, kinds) in enumerate(self.edges)
            for number, kind in enumerate(kinds)
        }
        return inside | {f"n{node}": kind for node, kind in self.node_valves.items()}

    def operable(self):
        return {name for name, kind in self.devices().items() if kind == "open" and name not in self.unusable}


@st.composite
def towns(draw):
    nodes = draw(st.integers(2, 6))
    node = st.integers(0, nodes - 1)
    kinds = st.lists(st.sampled_from(KINDS), max_size=3).map(tuple)
    edges = draw(st.lists(st.tuples(node, node, kinds), min_size=1, max_size=9).map(tuple))
    used = sorted({end for start, stop, _ in edges for end in (start, stop)})
    sources = tuple(draw(st.lists(st.sampled_from(used), max_size=2, unique=True)))
    free = [name for name in used if name not in sources]
    valved = draw(st.lists(st.sampled_from(free), max_size=2, unique=True)) if free else []
    node_valves = {name: draw(st.sampled_from(KINDS[:4])) for name in valved}
    edge = draw(st.integers(0, len(edges) - 1))
    leak = edge, draw(st.integers(0, len(edges[edge][2])))
    town = Town(edges, node_valves, sources, leak, frozenset())
    valves = [name for name, kind in town.devices().items() if kind != "check"]
    unusable = draw(st.lists(st.sampled_from(valves), max_size=2)) if valves else []
    return Town(edges, node_valves, sources, leak, frozenset(unusable))


class Oracle:
    """Water in a town, step by step."""

    def __init__(self, town):
        self.town = town
        self.kinds = town.devices()

    def steps(self, place, shut):
        """Return where water goes from a node or a cell in one step when the valves of ``shut`` are shut."""
        if isinstance(place, int):
            if self.lets_through(f"n{place}", shut):
                yield from self.cells_at(place)
            return
        edge, cell = place
        start, stop, kinds = self.town.edges[edge]
        if cell == 0:
            yield start
        elif self.lets_through(f"d{edge}.{cell - 1}", shut) and kinds[cell - 1] != "check":
            yield edge, cell - 1
        if cell == len(kinds):
            yield stop
        elif self.lets_through(f"d{edge}.{cell}", shut):
            yield edge, cell + 1

    def lets_through(self, device, shut):
        return device not in shut and self.kinds.get(device) not in {"closed", "stuck_closed"}

    def without(self, device):
        """Return the town with one of its shut devices open."""
        opened = Oracle(self.town)
        opened.kinds = {**self.kinds, device: "open"}
        return opened

    def cells_at(self, node):
        for edge, (start, stop, kinds) in enumerate(self.town.edges):
            if start == node:
                yield edge, 0
            if stop == node:
                yield edge, len(kinds)

    def wet(self, starts, shut=frozenset()):
        seen, todo = set(), list(starts)
        while todo:
            place = todo.pop()
            if place not in seen:
                seen.add(place)
                todo.extend(self.steps(place, shut))
        return {place for place in seen if not isinstance(place, int)}

    def sides(self, device):
        if device.startswith("n"):
            return set(self.cells_at(int(device[1:])))
        edge, number = map(int, device[1:].split("."))
        return {(edge, number), (edge, number + 1)}

    def isolated(self):
        """Return the cells whose water runs to the leak whatever valves are shut, and such nodes."""
        shut = self.town.operable()
        nodes = {end for start, stop, _ in self.town.edges for end in (start, stop)}
        places = [*self.town.cells(), *nodes]
        return {place for place in places if self.town.leak in self.wet([place], shut)}

    def relies_on(self):
        """Return the check valves that have the cut on one side and water on the other."""
        isolated = self.isolated()
        close, _, cells, _ = self.answer()
        feeding = [source for source in self.town.sources if source not in isolated]
        wet = self.wet(feeding, close)
        checks = {name for name, kind in self.kinds.items() if kind == "check"}
        return {name for name in checks if self.sides(name) & isolated and self.sides(name) & wet - cells}

    def answer(self):
        isolated = self.isolated()
        operable = self.town.operable()
        around = {
            name
            for name in self.kinds
            if self.sides(name) & isolated
            and not self.sides(name) <= isolated
            and self.kinds[name] != "check"
        }
        if not self.town.sources:
            cells = {place for place in isolated if not isinstance(place, int)}
            closed = {name for name in around - operable if not self.lets_through(name, set())}
            return around & operable, closed, cells, False
        feeding = [source for source in self.town.sources if source not in isolated]
        wet = self.wet(feeding, around & operable)
        holding = {name for name in around if self.sides(name) & wet}
        before = self.wet(self.town.sources)
        # what is left open on purpose must not bring water back: only the listed valves are shut here
        after = self.wet(feeding, holding & operable)
        shut = {name for name, kind in self.kinds.items() if "closed" in kind}
        # opened, it would let water run to the place, straight or through what runs dry beside
        closed = {name for name in shut if self.without(name).wet(feeding, holding & operable) & isolated}
        cells = {place for place in isolated if not isinstance(place, int)} | (before - after)
        return holding & operable, closed, cells, self.town.leak not in before


class Drawing:
    """A town on the map: nodes on a circle, so that no straight edge runs through a third node."""

    def __init__(self, town):
        self.town = town
        self.lines = [self._line(number, start, stop) for number, (start, stop, _) in enumerate(town.edges)]

    def _line(self, number, start, stop):
        first, last = self.node(start), self.node(stop)
        towards = 1 - 0.03 * (number + 1) * math.sqrt(2)
        if start == stop:
            turned = [
                self._at(start + side, towards) for side in (-0.013 * (number + 1), 0.017 * (number + 1))
            ]
            return LineString([first, *turned, last])
        middle = ((first[0] + last[0]) / 2 * towards, (first[1] + last[1]) / 2 * towards)
        if math.hypot(*middle) < 1:
            middle = (7.3 * (number + 1), 11.9 * (number + 1))
        return LineString([first, middle, last])

    def node(self, node):
        return self._at(node, 1.0)

    def _at(self, node, share):
        angle = node + 0.1 * node * node
        return (RADIUS_M * share * math.cos(angle), RADIUS_M * share * math.sin(angle))

    def device(self, edge, number):
        return self._along(edge, (number + 1) / (len(self.town.edges[edge][2]) + 1))

    def cell(self, edge, cell):
        return self._along(edge, (cell + 0.5) / (len(self.town.edges[edge][2]) + 1))

    def _along(self, edge, share):
        return self.lines[edge].interpolate(share, normalized=True)

    def is_clear(self):
        """Tell whether every device and cell middle is nearest to its own edge beyond doubt."""
        others = [
            MultiLineString(self.lines[:edge] + self.lines[edge + 1 :]) for edge in range(len(self.lines))
        ]
        places = [(edge, self.cell(edge, cell)) for edge, cell in self.town.cells()]
        places += [
            (edge, self.device(edge, number))
            for edge, (_, _, kinds) in enumerate(self.town.edges)
            for number in range(len(kinds))
        ]
        return all(others[edge].is_empty or others[edge].distance(place) > 0.2 for edge, place in places)
