# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard tours solve``: the tours of an instance of a published benchmark."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import RenderableType

from ...core.errors import Failure, InputError
from ...routing.check.checker import Checked, check
from ...routing.engine.solve import solve as search
from ...routing.explain.soundness import Finding, findings
from ...routing.instances.formats import AUTO, read_instance
from ...routing.instances.instance import Instance, missing, visits_of
from ...routing.model.problem import Solution
from ..command import command
from ..session import Session
from ..tables import facts, rows
from ..wording import number

group = typer.Typer(help="The tour planner by itself, on instances of published benchmarks.")

InstanceFile = Annotated[Path, typer.Argument(metavar="INSTANCE", help="The file to read.")]
Layout = Annotated[
    str,
    typer.Option("--format", help="auto, solomon, vrplib, trsp or hhcrsp; auto tells it from the text."),
]
Seconds = Annotated[float, typer.Option("--seconds", min=0.1, help="How long to search.")]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help="Seed of the search.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", help="Write the solution here, in the layout that goes with the format."),
]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="tours")


@command(group, "solve")
def solve(
    session: Session,
    instance: InstanceFile,
    *,
    layout: Layout = AUTO,
    seconds: Seconds = 10.0,
    seed: Seed = 1,
    out: Out = None,
) -> None:
    """Solve an instance on all cores; the cost is in its own units."""
    if out is not None and not out.parent.is_dir():
        raise InputError("file.missing", file=out.parent)
    read = read_instance(instance, layout)
    found = findings(read.problem)
    for finding in found:
        session.warn(finding.message)
    with session.progress() as progress:
        solution = search(
            read.problem, seconds=seconds, seed=seed, threads=os.cpu_count() or 1, progress=progress
        )
    checked = check(read.problem, solution)
    if out is not None:
        _write(out, read.text(solution, checked))
    data = _data(read, solution, checked) | {"findings": [_finding_data(finding) for finding in found]}
    session.emit(data, _shown(session, data))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Failure("file.unwritable", file=path, reason=error.strerror) from error


def _data(instance: Instance, solution: Solution, checked: Checked) -> dict[str, Any]:
    violations = [f"{found.code} {found.visit_id} {found.detail}".strip() for found in checked.violations]
    violations += [f"unplanned {visit_id}" for visit_id in missing(instance.problem, solution)]
    routes = [
        {"agent": shift.agent, "visits": visits}
        for shift, visits in zip(instance.problem.shifts, visits_of(instance.problem, solution), strict=True)
        if visits
    ]
    return {
        "instance": instance.name,
        "cost": instance.cost(solution, checked),
        "feasible": not violations,
        "violations": violations,
        "routes": routes,
        "unplanned": solution.unplanned,
        "seconds": solution.seconds,
        "iterations": solution.iterations,
    }


def _finding_data(finding: Finding) -> dict[str, str]:
    reason = finding.reason
    return {"visit": finding.visit_id, "code": reason.code, "detail": reason.detail}


def _shown(session: Session, data: dict[str, Any]) -> Iterator[RenderableType]:
    yield facts(
        [
            (session.say("label.instance"), data["instance"]),
            (session.say("label.cost"), number(session, data["cost"], 3)),
            (session.say("label.left_out"), len(data["unplanned"])),
            (session.say("label.searched"), f"{number(session, data['seconds'], 1)} s"),
        ]
    )
    headings = [session.say(f"label.{name}") for name in ("agent", "stops", "visits")]
    lines = ((route["agent"], len(route["visits"]), " ".join(route["visits"])) for route in data["routes"])
    yield rows(headings, lines, right=[1])
    yield from (session.say("cli.rule_broken", rule=broken) for broken in data["violations"])
