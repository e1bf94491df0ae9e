# SPDX-License-Identifier: GPL-3.0-or-later
"""Technician routing and scheduling (Pillac, Guéret, Medaglia 2013): skills, tools, parts, least duration.

Row 0 is the depot, then come the technicians' homes and the requests. A technician needs the request's skill,
tools and parts; tools and parts are without limit once the depot was passed. The cost is the duration of all
tours, each from the latest departure that costs no time to the return.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...core.errors import InputError
from ...core.messages import Message
from ..checker import Checked
from ..problem import Problem, Solution, Stop
from .instance import distances
from .reading import Row, read_text, row_starting

_LIST = re.compile(r"\[([^\]]*)\]")
_COLUMNS = 6


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
            stops = [self.problem.visits[step.visit].place for step in route if isinstance(step, Stop)]
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
    raise InputError(
        "instance.rule", file=path, rule=Message("instance.rule_depot", {"count": file.technicians})
    )


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
