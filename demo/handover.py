# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the sources of a town as utilities, other operators and the call centre would hand them over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..core.progress import Progress, Span
from .addresses import write_addresses
from .asset_places import asset_places
from .calls import write_calls
from .chance import stream
from .contacts import write_contacts
from .cuts import water_network
from .day_before import FOLDER as DAY_BEFORE
from .day_before import write_day_before
from .events import write_calendar
from .geopackage import write_layer, write_table
from .history import write_history
from .networks import Networks
from .people import write_people
from .sewer_tables import sewer_rows
from .sites import Search
from .stareau_tables import stareau_table
from .water_tables import Rows, water_rows
from .zones import make_zones, write_zones

_ATTRIBUTION = """Streets, buildings and addresses: (c) OpenStreetMap contributors, Open Database Licence 1.0
(https://www.openstreetmap.org/copyright). Networks, people, companies and telephone numbers are invented.
"""


def write_sources(
    networks: Networks, folder: Path, *, seed: int, crs: str, progress: Progress
) -> dict[str, int]:
    """Write every source into an empty folder; return how many rows each table or file has."""
    water = list(water_rows(networks.water, seed=seed))
    sewers = list(sewer_rows((networks.foul, networks.storm), networks.streets, seed=seed))
    counts = _write_rows(water + sewers, folder / "network.gpkg", crs=crs, progress=Span(progress, 0.0, 0.7))
    fields = {name: networks.third_party[name].to_numpy() for name in networks.third_party.columns}
    counts["third_party"] = write_layer(
        folder / "third_party.gpkg",
        "third_party",
        networks.third_party_lines,
        fields,
        kind="LineString",
        crs=crs,
    )
    progress.check()
    progress.report(0.8, "demo.people")
    counts |= _write_service(networks, water, folder, seed=seed, crs=crs)
    (folder / "ATTRIBUTION.txt").write_text(_ATTRIBUTION, encoding="utf-8")
    progress.report(1.0)
    return counts


def _write_rows(rows: Sequence[Rows], path: Path, *, crs: str, progress: Progress) -> dict[str, int]:
    counts: dict[str, int] = {}
    for done, part in enumerate(rows):
        progress.check()
        progress.report(done / len(rows), part.table)
        table = stareau_table(part.table)
        counts[part.table] = write_table(path, part.table, table, part.geometry, part.values, crs=crs)
    return counts


def _write_service(
    networks: Networks, water: Sequence[Rows], folder: Path, *, seed: int, crs: str
) -> dict[str, int]:
    """Write people and means, the day's requests and the past year."""
    resources = folder / "resources"
    resources.mkdir()
    zones = make_zones(networks.water.customers.xy, networks.water.mains.xy)
    counts = write_people(networks.streets, zones, resources, seed=seed)
    counts["zones.gpkg"] = write_zones(zones, resources / "zones.gpkg", crs=crs)
    cuts = water_network(water, crs=crs)
    communes = write_addresses(networks.water.customers, folder / "addresses.csv", crs=crs)
    counts["addresses.csv"] = sum(one.addresses for one in communes)
    counts["calendar.csv"] = write_calendar(communes, folder / "calendar.csv")
    counts |= write_contacts(networks.water.customers, folder, seed=seed)
    search = Search.through(networks, cuts, stream(seed, "calls"))
    counts["requests.csv"] = write_calls(search, folder / "requests.csv")
    before = replace(search, rng=stream(seed, "day before"))
    counts[DAY_BEFORE] = write_day_before(before, zones, folder / DAY_BEFORE)
    counts["history.csv"] = write_history(asset_places(networks, zones), folder / "history.csv", seed=seed)
    return counts
