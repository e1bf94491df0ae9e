# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the demonstration: generate the town, import it as a service would, run the day's chain on it."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from ..core.errors import InputError
from ..core.progress import Progress, SilentProgress, Span
from ..planner.assets.import_network import import_network
from ..planner.field.take_in import Outcome, take_in
from ..planner.import_records import import_records
from ..planner.informing.remarks import add_remark
from ..planner.intake.addresses import import_addresses
from ..planner.plans.day_chain import run_day
from ..planner.plans.summary import DaySummary
from ..planner.ports import Workspace
from ..planner.programme.calendar import bring_events, names_known
from ..planner.roads.roads import import_roads
from ..planner.running.desk_moment import DESK_MOMENT
from ..planner.tours.plan_options import PlanOptions
from ..store.address_files import read_addresses
from ..store.attachment_folder import attachment_folder
from ..store.calendar_files import read_events
from ..store.csv_text import read_csv
from ..store.field_results import field_result
from ..store.layer_files import open_layers
from ..store.order_files import read_orders
from ..store.records_csv import read_records
from ..store.resource_files import read_resources
from ..store.workspaces import create_workspace
from ..workorders.history import ClosedIntervention
from ..workorders.informing.contacts import Addressee, CustomerContact
from ..workorders.informing.remarks import RemarkKind
from ..workorders.requests import ServiceRequest
from ..workorders.rulebook import RuleBook, load_rule_book
from .day_before import FOLDER, ORDERS, REMARKS, RESULTS, taken_in_at
from .town import TownSources, generate_town

DAY = date(2026, 6, 3)
NOW = datetime.combine(DAY, time(7, 45))
WHO = "demo"


@dataclass(frozen=True, slots=True)
class BuiltDemo:
    """The demonstration on disk: its workspace, its sources and the day's summary."""

    workspace: Path
    sources: TownSources
    summary: DaySummary


def build_demo(
    osm: Path,
    out: Path,
    *,
    seed: int = 1,
    seconds: float = 10.0,
    iterations: int | None = None,
    progress: Progress | None = None,
) -> BuiltDemo:
    """Build ``out/town.gpkg`` and ``out/sources/`` from an OpenStreetMap file.

    An earlier demonstration is replaced once the new one is complete; on any failure it stays as it was.
    """
    progress = progress or SilentProgress()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".building-") as name:
        folder = Path(name)
        town = generate_town(osm, folder / "sources", seed=seed, progress=Span(progress, 0.0, 0.25))
        workspace = create_workspace(folder / "town.gpkg", crs=town.crs)
        rules = load_rule_book()
        import_sources(workspace, osm, folder / "sources", rules, progress=Span(progress, 0.25, 0.5))
        options = PlanOptions(day=DAY, seconds=seconds, iterations=iterations, seed=seed)
        _, summary = run_day(
            workspace, options, rules=rules, now=NOW, who=WHO, progress=Span(progress, 0.5, 1.0)
        )
        take_day_before(workspace, folder / "sources" / FOLDER, rules)
        workspace.set_setting(DESK_MOMENT, NOW.isoformat())
        workspace.close()
        _replace(folder / "sources", out / "sources")
        _replace(folder / "town_files", out / "town_files")
        _replace(folder / "town.gpkg", out / "town.gpkg")
    return BuiltDemo(out / "town.gpkg", town, summary)


def import_sources(
    workspace: Workspace, osm: Path, sources: Path, rules: RuleBook, *, progress: Progress
) -> None:
    """Import all that a service would hand over, through the ordinary use cases."""
    codes = {"code": set(rules.catalogue.jobs)}
    for number, name in enumerate(("network.gpkg", "third_party.gpkg")):
        import_network(workspace, open_layers(sources / name), progress=Span(progress, number * 0.3, 0.5))
    if (sources / "background.gpkg").exists():
        background = open_layers(sources / "background.gpkg")
        for name in background.layer_names():
            workspace.write_layer(name, background.read_layer(name))
    import_roads(workspace, osm, progress=Span(progress, 0.5, 0.8))
    import_addresses(workspace, read_addresses(sources / "addresses.csv", crs=workspace.crs))
    means = read_resources(sources / "resources", rules=rules, crs=workspace.crs)
    import_records(workspace, means, name="import resources", who=WHO)
    events = read_events(sources / "calendar.csv", known=names_known(workspace, DAY))
    bring_events(workspace, events, day=DAY, who=WHO)
    requests = read_records(sources / "requests.csv", ServiceRequest, known=codes)
    import_records(workspace, requests, name="import requests", who=WHO)
    for name, kind in (("directory.csv", Addressee), ("customers.csv", CustomerContact)):
        contacts: list[object] = list(read_records(sources / name, kind))
        import_records(workspace, contacts, name="import contacts", who=WHO)
    history = read_records(sources / "history.csv", ClosedIntervention, known=codes)
    import_records(workspace, history, name="import history", who=WHO)
    progress.report(1.0)


def take_day_before(workspace: Workspace, folder: Path, rules: RuleBook) -> None:
    """Bring in the orders of the day before, and take in what the field handed in for them.

    They were made in the system before Regard, and their agents had them in hand already. ``InputError`` when
    one is refused.
    """
    now = taken_in_at()
    orders = read_orders(folder / ORDERS, rules)
    import_records(workspace, orders, name="import orders", who=WHO)
    for _, line in read_csv(folder / REMARKS).rows:
        order, agent, at, text = line
        add_remark(
            workspace,
            order,
            agent_id=agent,
            kind=RemarkKind.MAP,
            text=text,
            now=datetime.fromisoformat(at),
            who=WHO,
        )
    attachments = attachment_folder(workspace)
    with field_result(folder / RESULTS, crs=workspace.crs) as result:
        taken = take_in(
            workspace,
            result,
            book=rules,
            attachments=attachments,
            now=now,
            who=WHO,
            progress=SilentProgress(),
        )
    for one in taken:
        if one.outcome is not Outcome.TAKEN:
            raise InputError(one.said[0].code, **one.said[0].params)


def _replace(new: Path, old: Path) -> None:
    if old.is_dir():
        shutil.rmtree(old)
    new.replace(old)
