# SPDX-License-Identifier: GPL-3.0-or-later
"""A search that has to compile first says so, whichever of its kernels is not there yet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from regard.core.ids import AgentId
from regard.routing.engine import solve as module
from regard.routing.engine.kernel_apart import anneal_apart
from regard.routing.engine.kernel_search import anneal, fill
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Problem, Role, Shift, Visit
from regard.routing.travel import StraightLine
from shapely.geometry import Point

PLAIN = Problem(
    shifts=tuple(Shift(AgentId(name), 0, 0, 0, 0, 3600) for name in ("Anne", "Paul")),
    visits=(Visit("V", 0, 600),),
    travel=StraightLine(factor=1, speed_kmh=30).matrix([Point(0, 0)]),
    weights=Weights.balanced(),
)
CREW = replace(PLAIN, visits=(Visit("V", 0, 600, roles=(Role(), Role())),))


def first_said(problem):
    said = []

    class Listening:
        def report(self, fraction, text=""):
            said.append(text)

        def check(self):
            """Go on."""

    module.solve(problem, seconds=5, iterations=1, seed=1, progress=Listening())
    return said[0]


@pytest.mark.parametrize(
    ("problem", "missing", "expected"),
    [
        (PLAIN, None, "tours.starting"),
        (PLAIN, fill, "tours.compiling"),
        (PLAIN, anneal_apart, "tours.compiling"),
        (PLAIN, anneal, "tours.starting"),
        (CREW, anneal, "tours.compiling"),
        (CREW, anneal_apart, "tours.starting"),
    ],
)
def test_what_has_to_be_compiled_first_is_said(monkeypatch, problem, missing, expected):
    monkeypatch.setattr(module, "is_compiled", lambda kernel: kernel is not missing)
    assert first_said(problem) == expected
