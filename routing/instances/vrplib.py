# SPDX-License-Identifier: GPL-3.0-or-later
"""VRPLIB files with time windows, as PyVRP writes them: settings (``NAME : VALUE``), then sections of rows.

Nodes are numbered from 1 in the file and from 0 in solutions. Distances are Euclidean; each set says how they
are rounded (see ``prize`` and ``depots``), and so does the time of a service or a window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...core.errors import InputError
from ..model.problem import Visit
from .instance import LOAD, distances
from .reading import Row, read_rows

_END = ("EOF", "-1")


@dataclass(frozen=True, slots=True)
class Client:
    """One node that is no depot; ``number`` is that of solutions."""

    number: int
    demand: int
    service: float
    window: tuple[float, float]
    prize: int | None

    def visit(self, whole: Callable[[float], int], *, value_min: int) -> Visit:
        """Return the visit of a client; ``whole`` scales times and rounds them."""
        opens, closes = self.window
        return Visit(
            visit_id=str(self.number),
            place=self.number,
            duration_s=whole(self.service),
            windows=((whole(opens), whole(closes)),),
            parts={LOAD: self.demand} if self.demand else {},
            value_min=value_min,
        )


@dataclass(frozen=True, slots=True)
class VrplibFile:
    """The settings with their lines, the sections' rows by node, the coordinates."""

    path: Path
    settings: Mapping[str, Row]
    sections: Mapping[str, list[Row]]

    @classmethod
    def read(cls, path: Path) -> VrplibFile:
        """Return a file's settings and sections; ``InputError`` when it is something else."""
        settings: dict[str, Row] = {}
        sections: dict[str, list[Row]] = {}
        rows: list[Row] | None = None
        for row in read_rows(path):
            first = row.cells[0]
            if first.endswith("_SECTION"):
                rows = sections.setdefault(first.removesuffix("_SECTION"), [])
            elif rows is None:
                name, colon, value = " ".join(row.cells).partition(":")
                if not colon:
                    raise row.wrong("-", name, "NAME : VALUE")
                settings[name.strip()] = Row(path, row.line, tuple(value.split()))
            elif first not in _END:
                rows.append(row)
        return cls(path, settings, sections)

    @property
    def name(self) -> str:
        """Return the name that the file gives itself."""
        return " ".join(self.setting("NAME").cells)

    def setting(self, name: str) -> Row:
        """Return the value of a setting that must be there."""
        if name not in self.settings:
            raise InputError("instance.part_missing", file=self.path, part=name)
        return self.settings[name]

    def whole(self, name: str, *, least: int = 0) -> int:
        """Return a setting as a whole number."""
        return self.setting(name).whole(0, name, least=least)

    def rows(self, name: str) -> list[Row]:
        """Return the rows of a section that has one for each node, in their order."""
        if name not in self.sections:
            raise InputError("instance.part_missing", file=self.path, part=f"{name}_SECTION")
        rows = self.sections[name]
        for number, row in enumerate(rows, 1):
            if row.whole(0, name, least=1) != number:
                raise row.wrong(name, row.cells[0], number)
        return rows

    def nodes(self, name: str) -> list[Row]:
        """Return the rows of a section that must have as many as there are nodes."""
        rows, count = self.rows(name), self.whole("DIMENSION", least=1)
        if len(rows) != count:
            setting = self.setting("DIMENSION")
            raise setting.wrong("DIMENSION", count, f"{len(rows)} ({name}_SECTION)")
        return rows

    def depots(self) -> list[int]:
        """Return the depots, from 0."""
        rows, count = self.sections.get("DEPOT", []), self.whole("DIMENSION", least=1)
        depots = [row.whole(0, "DEPOT_SECTION", least=1) - 1 for row in rows]
        if not depots:
            raise InputError("instance.part_missing", file=self.path, part="DEPOT_SECTION")
        for row, depot in zip(rows, depots, strict=True):
            if depot >= count:
                raise row.wrong("DEPOT_SECTION", depot + 1, f"1–{count}")
        return depots

    def distances(self) -> NDArray[np.float64]:
        """Return the Euclidean distances between all nodes."""
        kind = self.setting("EDGE_WEIGHT_TYPE")
        if kind.cells != ("EUC_2D",):
            raise kind.wrong("EDGE_WEIGHT_TYPE", " ".join(kind.cells), "EUC_2D")
        rows = self.nodes("NODE_COORD")
        return distances(np.array([(row.number(1, "X"), row.number(2, "Y")) for row in rows]))

    def window(self, node: int) -> tuple[float, float]:
        """Return the window of a node (from 0)."""
        return self.nodes("TIME_WINDOW")[node].window(1, ("TIME_WINDOW", "TIME_WINDOW"))

    def clients(self) -> list[Client]:
        """Return the nodes that are no depots."""
        count, depots = self.whole("DIMENSION", least=1), set(self.depots())
        demands, windows = self.nodes("DEMAND"), self.nodes("TIME_WINDOW")
        prizes = self.nodes("PRIZE") if "PRIZE" in self.sections else None
        services = self._services(count)
        return [
            Client(
                node,
                demands[node].whole(1, "DEMAND"),
                services[node],
                windows[node].window(1, ("TIME_WINDOW", "TIME_WINDOW")),
                prizes[node].whole(1, "PRIZE") if prizes else None,
            )
            for node in range(count)
            if node not in depots
        ]

    def _services(self, count: int) -> list[float]:
        if "SERVICE_TIME" in self.sections:
            return [row.number(1, "SERVICE_TIME", least=0) for row in self.nodes("SERVICE_TIME")]
        return [self.setting("SERVICE_TIME").number(0, "SERVICE_TIME", least=0)] * count
