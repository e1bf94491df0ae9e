# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard orders split`` and ``quantity``: an order becomes several parts; how much it has to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from typing import Annotated

import typer
from rich.console import RenderableType

from ...core.errors import InputError
from ...planner.intake.quantity import set_quantity
from ...planner.intake.split import Split, SplitAsked, draft_split, split_order
from ...planner.intake.split_basis import SplitBasis, split_basis
from ...workorders.intake.splitting import PartAsked, by_quantities, in_equal_parts, shares
from ..arguments import By, Now, OrderArgument, Target, actor
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import figure, moment


class CutWay(Enum):
    """Whether each part has a water cut of its own, or all are made under one."""

    EACH = "each"
    ONE = "one"


Minutes = Annotated[
    str, typer.Option("--minutes", metavar="A,B,…", help="The minutes of each part, such as 180,150.")
]
Days = Annotated[
    int | None, typer.Option("--days", metavar="N", help="Equal parts, each on a day of its own.")
]
Quantity = Annotated[
    str,
    typer.Option(
        "--quantity", metavar="A,B,…", help="How much each part does, such as 220,180 metres; minutes follow."
    ),
]
Phase = Annotated[
    list[str] | None,
    typer.Option(
        "--phase",
        metavar="NAME[=MINUTES]",
        help="A phase of the work, once for each part; of an order with steps: the one it ends with.",
    ),
]
AnyOrder = Annotated[bool, typer.Option("--any-order", help="The parts do not wait for each other.")]
Lag = Annotated[
    int | None, typer.Option("--min-lag", min=0, help="Least minutes between the end of a part and the next.")
]
CutOption = Annotated[
    CutWay, typer.Option("--cut", help="Each part has a water cut of its own, or one serves all on one day.")
]
Material = Annotated[
    int,
    typer.Option("--material-in", metavar="N", help="Which part takes the material; the first by default."),
]
Amount = Annotated[
    float, typer.Argument(metavar="QUANTITY", min=0.01, help="How much, such as 420 metres or 12 valves.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show the parts; write nothing.")]


def add_to(group: typer.Typer) -> None:
    """Add the command to the group of orders."""
    command(group, "split", seen="order")(split)
    command(group, "quantity", seen="order")(quantity)


def split(
    session: Session,
    target: Target,
    order: OrderArgument,
    *,
    minutes: Minutes = "",
    days: Days = None,
    quantity: Quantity = "",
    phase: Phase = None,
    any_order: AnyOrder = False,
    min_lag: Lag = None,
    cut: CutOption = CutWay.EACH,
    material_in: Material = 1,
    dry_run: DryRun = False,
    now: Now = None,
    by: By = "",
) -> None:
    """Split an order into parts; the first keeps its number, and what depends on it waits for all of them."""
    with session.workspace(target) as workspace:
        at = session.now(now)
        basis = split_basis(workspace, order, now=at)
        parts = _parts(basis, minutes=minutes, days=days, quantity=quantity, phases=phase or ())
        overnight = basis.rules.intake.split.overnight_min if days is not None else 0
        asked = SplitAsked(
            parts,
            in_turn=not any_order,
            lag_min=0 if any_order else overnight if min_lag is None else min_lag,
            one_cut=cut is CutWay.ONE,
            by_steps=bool(phase),
            material_in=material_in,
        )
        seen = basis.order.version
        made = (
            draft_split(basis, asked)
            if dry_run
            else split_order(workspace, order, asked, now=at, who=actor(by), seen_version=seen)
        )
    data = {"parts": made.parts, "links": made.links, "notes": made.notes, "written": not dry_run}
    session.emit(data, _shown(session, order, made, dry_run=dry_run))


def quantity(
    session: Session, target: Target, order: OrderArgument, amount: Amount, *, by: By = "", now: Now = None
) -> None:
    """Set how much an order has to do, in the unit of its type; its time follows."""
    rules = session.rules_of(target, now)
    with session.workspace(target) as workspace:
        found = set_quantity(workspace, order, amount, rules=rules, who=actor(by))
    said = session.say(
        "cli.quantity_set",
        order=order,
        quantity=figure(session, amount),
        unit=found.pace.spoken(session.language),
        minutes=found.order.duration_min,
        p80=found.standard.p80,
    )
    session.emit({"order": found.order, "p50": found.standard.p50, "p80": found.standard.p80}, [said])


def _parts(
    basis: SplitBasis, *, minutes: str, days: int | None, quantity: str, phases: Sequence[str]
) -> tuple[PartAsked, ...]:
    ways = (bool(minutes), days is not None, bool(quantity), bool(phases))
    if sum(ways) != 1:
        raise InputError("cli.split_ways")
    rules = basis.rules.intake.split
    if minutes:
        return tuple(PartAsked(int(one)) for one in _numbers(minutes, "--minutes", whole=True))
    if days is not None:
        return in_equal_parts(basis.order, days, rules)
    if quantity:
        return by_quantities(basis.order, _numbers(quantity, "--quantity"), rules)
    return _phases(basis, phases)


def _phases(basis: SplitBasis, texts: Sequence[str]) -> tuple[PartAsked, ...]:
    """Return the phases with their minutes; those that tell none share what the others leave evenly."""
    told = [text.rpartition("=") if "=" in text else (text, "", "") for text in texts]
    named = [
        PartAsked(int(_numbers(said, "--phase", whole=True)[0]) if said else 0, name=name.strip())
        for name, _, said in told
    ]
    open_ones = [number for number, part in enumerate(named) if not part.minutes]
    rest = basis.order.duration_min - sum(part.minutes for part in named)
    if open_ones:
        step = basis.rules.intake.split.step_min
        even = shares(max(rest, 0), [1.0] * len(open_ones), step=step)
        for number, own in zip(open_ones, even, strict=True):
            named[number] = replace(named[number], minutes=own)
    return tuple(named)


def _numbers(text: str, option: str, *, whole: bool = False) -> list[float]:
    try:
        found = [float(part) for part in text.split(",")]
    except ValueError:
        found = []
    if not found or any(not 0 < one < 1e6 or (whole and one != int(one)) for one in found):
        raise InputError("cli.split_numbers", option=option, found=text)
    return found


def _shown(session: Session, order: str, made: Split, *, dry_run: bool) -> Iterator[RenderableType]:
    code = "cli.split_would" if dry_run else "cli.split_done"
    yield session.say(code, order=order, count=len(made.parts))
    before = {link.second_id: link.first_id for link in made.links}
    names = {one.order_id for one in made.parts}
    yield rows(
        [
            session.say(f"label.{name}")
            for name in ("order", "label", "minutes", "quantity", "follows", "due_at")
        ],
        (
            (
                one.order_id,
                one.label,
                one.duration_min,
                "" if one.quantity is None else figure(session, one.quantity),
                before.get(one.order_id, "") if before.get(one.order_id) in names else "",
                moment(one.due_at),
            )
            for one in made.parts
        ),
        right=(2, 3),
    )
    for note in made.notes:
        yield session.text(note)
