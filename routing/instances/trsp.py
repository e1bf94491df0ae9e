# SPDX-License-Identifier: GPL-3.0-or-later
"""Technician routing and scheduling (Pillac, Guéret, Medaglia 2013): skills, tools, parts, least duration.

Row 0 is the depot, then come the technicians' homes and the requests. A technician needs the request's skill,
tools and parts; tools and parts are without limit once the depot was passed. The cost is the duration of all
tours, each from the latest departure that costs no time to the return.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...core.errors import InputError
from ...core.ids import AgentId
from ...core.messages import Message
from ..check.checker import Checked
from ..model.planning_rules import Weights
from ..model.problem import Problem, Solution, Stop
from ..model.shift import Shift, Store
from ..model.visit import Role, Visit
from .instance import MANDATORY_MIN, distances, rounded_up, travel_of
from .reading import Row, read_text, row_starting

_LIST = re.compile(r"\[([^\]]*)\]")
_SCALE = 1000
_DEPOT = 0


@dataclass(frozen=True, slots=True)
class Line:
    """The depot, a technician or a request."""

    number: int
    xy: tuple[float, float]
    window: tuple[float, float]
    service: float
    skills: tuple[int, ...]
    tools: tuple[int, ...]
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TrspFile:
    """What a TRSP file says; times and distances in its own units."""

    name: str
    technicians: int
    parts: int
    lines: tuple[Line, ...]

    @property
    def crew(self) -> tuple[Line, ...]:
        """Return the technicians."""
        return self.lines[1 : 1 + self.technicians]

    @property
    def requests(self) -> tuple[Line, ...]:
        """Return what is to be served."""
        return self.lines[1 + self.technicians :]

    def distances(self) -> NDArray[np.float64]:
        """Return the distances between all lines."""
        return distances(np.array([line.xy for line in self.lines]))


@dataclass(frozen=True, slots=True)
class TrspInstance:
    """A TRSP file and its tour problem; the cost is the duration of all tours."""

    name: str
    problem: Problem
    file: TrspFile

    def cost(self, solution: Solution, checked: Checked) -> float:  # noqa: ARG002
        """Return the duration of all tours, each technician leaving as late as costs no time."""
        away = self.file.distances()
        return sum(least_duration(self.file, away, stops) for stops in self._tours(solution))

    def text(self, solution: Solution, checked: Checked) -> str:  # noqa: ARG002
        """Return one line for each tour: the technician, then the stops (0: the depot)."""
        lines = [" ".join(str(number) for number in stops) for stops in self._tours(solution)]
        return "".join(f"{line}\n" for line in lines)

    def _tours(self, solution: Solution) -> list[list[int]]:
        """Return the line numbers of each tour: the technician, then the stops."""
        tours = []
        for shift, route in zip(self.problem.shifts, solution.routes, strict=True):
            stops = []
            for step in route:
                if isinstance(step, Stop):
                    stops += [_DEPOT] if step.by_store else []
                    stops.append(self.problem.visits[step.visit].place)
            if stops:
                tours.append([shift.start_place, *stops])
        return tours


def least_duration(file: TrspFile, away: NDArray[np.float64], stops: Sequence[int]) -> float:
    """Return the least time in which a tour can be made that keeps its windows; ``stops`` begin at home.

    Leaving later shortens the waits as long as every start stays within its window.
    """
    ways = [file.lines[number] for number in (*stops, stops[0])]
    home, now, waited = ways[0], ways[0].window[0], 0.0
    slack = math.inf
    for here, there in pairwise(ways):
        ready = now + float(away[here.number, there.number])
        now = max(ready, there.window[0])
        waited += now - ready
        slack = min(slack, there.window[1] - now + waited)
        now += there.service if there is not home else 0.0
    return now - home.window[0] - min(slack, waited)


def read_trsp(path: Path) -> TrspInstance:
    """Return the instance of a file; ``InputError`` names what is wrong in it."""
    file = read_trsp_file(path)
    tools = frozenset(_names("tool", {tool for line in file.requests for tool in line.tools}))
    shifts = tuple(_shift(line, Store(_DEPOT, equipment=tools)) for line in file.crew)
    visits = tuple(_visit(line) for line in file.requests)
    weights = replace(Weights.minimum_travel(), waiting=1.0, overtime=0.0)
    travel = travel_of(file.distances() * _SCALE, rounded_up)
    return TrspInstance(file.name, Problem(shifts, visits, travel, weights), file)


def _shift(line: Line, store: Store) -> Shift:
    opens_s, closes_s = (round(moment * _SCALE) for moment in line.window)
    return Shift(
        AgentId(str(line.number)),
        0,
        line.number,
        line.number,
        opens_s,
        closes_s,
        skills=frozenset(_names("skill", line.skills)),
        equipment=frozenset(_names("tool", line.tools)),
        stock=_counted(line.parts),
        store=store,
        leaves_late=True,
    )


def _visit(line: Line) -> Visit:
    opens_s, closes_s = (round(moment * _SCALE) for moment in line.window)
    return Visit(
        str(line.number),
        line.number,
        round(line.service * _SCALE),
        windows=((opens_s, closes_s),),
        roles=(Role(frozenset(_names("skill", line.skills))),),
        equipment=frozenset(_names("tool", line.tools)),
        parts=_counted(line.parts),
        value_min=MANDATORY_MIN,
    )


def _names(kind: str, numbers: Iterable[int]) -> Iterator[str]:
    return (f"{kind} {number}" for number in numbers)


def _counted(parts: Sequence[int]) -> dict[str, int]:
    return {f"part {kind}": count for kind, count in enumerate(parts) if count}


def read_trsp_file(path: Path) -> TrspFile:
    """Return what a file says."""
    texts = [(number, text) for number, text in enumerate(read_text(path).splitlines(), 1) if text.strip()]
    rows = [Row(path, number, tuple(text.split())) for number, text in texts]
    heading = row_starting(rows, path, "CREW")
    counts = next((row for row in rows if row.line > heading.line), heading)
    technicians, parts = counts.whole(0, "CREW COUNT", least=1), counts.whole(3, "SPARE PARTS")
    lines = tuple(_line(path, number, text, parts) for number, text in texts if "[" in text)
    if len(lines) <= technicians:
        raise InputError("instance.part_missing", file=path, part=f"TECHNICIAN {len(lines)}")
    for row, line in enumerate(lines):
        if line.number != row:
            where = next(
                number for number, text in texts if "[" in text and text.split()[0] == str(line.number)
            )
            raise Row(path, where, ()).wrong("ID", line.number, row)
    return TrspFile(rows[0].cells[0], technicians, parts, lines)


def _line(path: Path, number: int, text: str, parts: int) -> Line:
    row = Row(path, number, tuple(text.partition("[")[0].split()))
    lists = [_numbers(row, found) for found in _LIST.findall(text)]
    if len(lists) != 3:
        raise row.wrong("SKILLS, TOOLS, SPARE PARTS", text.strip(), Message("instance.lists", {"count": 3}))
    skills, tools, stock = lists
    if stock and len(stock) != parts:
        raise row.wrong("SPARE PARTS", list(stock), Message("instance.values", {"count": parts}))
    return Line(
        row.whole(0, "ID"),
        (row.number(1, "X"), row.number(2, "Y")),
        row.window(3, ("TWS", "TWE")),
        row.number(5, "Serv", least=0),
        skills,
        tools,
        stock or (0,) * parts,
    )


def _numbers(row: Row, text: str) -> tuple[int, ...]:
    cells = Row(row.path, row.line, tuple(text.replace(",", " ").split()))
    return tuple(cells.whole(index, f"[{text}]") for index in range(len(cells.cells)))
