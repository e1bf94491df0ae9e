# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard network``: import, audit, isolate, trace, third-party conflicts."""

from __future__ import annotations

import getpass
from typing import Annotated, Literal

import typer

from ...core.errors import InputError
from ...network.isolation.criticality import criticality_map
from ...network.sewers.results import SewerTrace
from ...planner.assets.asset_base import AssetBase
from ...planner.assets.audit_network import audit_network
from ...planner.assets.import_network import AUTO, import_network, is_known
from ...planner.assets.propose_mapping import propose_mapping
from ...planner.assets.valve_register import note_valve
from ...planner.sites.network_questions import (
    conflicts_at,
    conflicts_of_order,
    cuts_of_orders,
    isolate_place,
    trace_place,
)
from ...store.sources import opened, standard_of
from ..arguments import Asset, At, NetworkSource, Now, OrderOption, Target
from ..asset_base import audit_view
from ..command import command
from ..session import Session
from ..workspace import import_view
from . import isolation_view, sewer_view
from . import network_view as view

group = typer.Typer(help="The asset base: import, audit, isolate, trace, third-party networks.")


StandardOption = Annotated[
    str,
    typer.Option(
        "--standard",
        metavar="auto|stareau|raepa|MAPPING.yaml",
        help="The standard of the source's tables, or a mapping file that tells what each table holds.",
    ),
]
Unusable = Annotated[
    list[str] | None,
    typer.Option("--unusable", metavar="ID", help="A valve that cannot be shut; may be repeated."),
]
Beside = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="ORDER", help="An order whose cut is made at the same time; repeatable."),
]
ValveStateOption = Annotated[
    str,
    typer.Option("--state", help="open, closed, stuck_open, stuck_closed, unusable or missing."),
]
ValveNoteText = Annotated[str, typer.Option("--note", help="What else was found.")]
Length = Annotated[float, typer.Option("--length", min=0.1, help="Length of the trench at --at, in metres.")]
Width = Annotated[float, typer.Option("--width", min=0.1, help="Width of the trench at --at, in metres.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="network")


@command(group, "import")
def import_(
    session: Session,
    target: Target,
    source: NetworkSource,
    *,
    standard: StandardOption = AUTO,
) -> None:
    """Import the network of a GeoPackage, a file, a folder of files or a PostGIS schema."""
    known, own = standard_of(standard)
    with session.workspace(target) as workspace, opened(source) as layers, session.progress() as progress:
        if known == AUTO and own is None and not is_known(layers.layer_names()):
            proposal = propose_mapping(layers)
            session.emit(import_view.proposal_data(proposal), [proposal.rstrip()])
            raise InputError("network.mapping_proposed")
        imported = import_network(workspace, layers, standard=known, own=own, progress=progress)
    session.emit(import_view.import_data(imported), import_view.imported(session, imported))


@command(group, "audit")
def audit(session: Session, target: Target) -> None:
    """List what is wrong with the imported networks, where, and how it could be mended."""
    with session.workspace(target) as workspace:
        defects = audit_network(AssetBase(workspace))
    session.emit(audit_view.audit_data(defects), audit_view.audit(session, defects))


@command(group, "isolate")
def isolate(
    session: Session,
    target: Target,
    *,
    asset: Asset = "",
    at: At = None,
    unusable: Unusable = None,
    beside: Beside = None,
) -> None:
    """List the valves to close, why, what loses water, and the next ring if a valve does not hold."""
    with session.workspace(target) as workspace:
        found = isolate_place(
            AssetBase(workspace),
            asset=asset or None,
            point=at,
            unusable=unusable or (),
            beside=cuts_of_orders(workspace, beside or ()),
        )
    session.emit(isolation_view.isolation_data(found), isolation_view.isolation(session, found))


@command(group, "criticality")
def criticality(session: Session, target: Target) -> None:
    """List what every pipe cuts off when it fails, and every valve when it does not hold."""
    with session.workspace(target) as workspace, session.progress() as progress:
        found = criticality_map(AssetBase(workspace).water, progress=progress)
    session.emit(isolation_view.criticality_data(found), isolation_view.criticality(session, found))


@command(group, "valve")
def valve(
    session: Session,
    target: Target,
    *,
    asset: Asset,
    state: ValveStateOption,
    note: ValveNoteText = "",
    now: Now = None,
) -> None:
    """Note in the valve register how a valve was found; every answer reckons with it from then on."""
    with session.workspace(target) as workspace:
        noted = note_valve(
            workspace,
            AssetBase(workspace).water,
            valve=asset,
            state=state,
            now=session.now(now),
            who=getpass.getuser(),
            note=note,
        )
    session.emit(
        {"valve": noted.valve_id, "state": noted.state}, [session.say("cli.valve_noted", valve=asset)]
    )


@command(group, "upstream")
def upstream(session: Session, target: Target, *, asset: Asset = "", at: At = None) -> None:
    """List the sewers, connections and gullies that drain to a place: who may flood if it is blocked."""
    _trace(session, target, "upstream", asset=asset, at=at)


@command(group, "downstream")
def downstream(session: Session, target: Target, *, asset: Asset = "", at: At = None) -> None:
    """List where a place drains to: sewers, pumps, outfalls, and when a pollution arrives at each point."""
    _trace(session, target, "downstream", asset=asset, at=at)


@command(group, "conflicts")
def conflicts(
    session: Session,
    target: Target,
    *,
    order: OrderOption = "",
    at: At = None,
    length: Length = 4.0,
    width: Width = 2.0,
) -> None:
    """List the third-party networks around the dig of an order, or around a trench at a place."""
    if bool(order) == (at is not None):
        raise InputError("cli.one_place")
    with session.workspace(target) as workspace:
        base = AssetBase(workspace)
        if at is None:
            found = conflicts_of_order(workspace, base, order)
        else:
            found = conflicts_at(base, at, length_m=length, width_m=width)
    data = {"excavation": found.excavation, "conflicts": found.conflicts}
    session.emit(data, view.conflicts(session, found.conflicts))


def _trace(
    session: Session, target: str, direction: Literal["upstream", "downstream"], *, asset: str, at: At
) -> None:
    with session.workspace(target) as workspace:
        found: SewerTrace = trace_place(AssetBase(workspace), direction, asset=asset or None, point=at)
    session.emit(sewer_view.trace_data(found), sewer_view.trace(session, found))
