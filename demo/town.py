# SPDX-License-Identifier: GPL-3.0-or-later
"""Generate the sources of a demonstration town from an OpenStreetMap extract, as its owners would hand them over."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import networkx as nx
import numpy as np

from ..core.errors import InputError
from ..core.progress import Progress, SilentProgress, Span
from ..routing.osm import read_roads
from .geopackage import write_layer, write_table
from .networks import Networks, lay_networks
from .places import read_places
from .sewer_tables import sewer_rows
from .stareau_tables import TABLES
from .streets import served_streets
from .water_tables import water_rows

_FRANCE = (-5.3, 41.2, 9.7, 51.2)
_LAMBERT_93 = "EPSG:2154"
_FEWEST_SECTIONS = 20


@dataclass(frozen=True, slots=True)
class TownSources:
    """What was written: the folder, the town's name, the CRS of everything, and rows by table."""

    folder: Path
    town: str
    crs: str
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def pipes(self) -> int:
        """Return how many pipes there are, service and sewer connections included."""
        return sum(count for table, count in self.counts.items() if "canalisation" in table)

    @property
    def customers(self) -> int:
        """Return how many delivery points there are."""
        return self.counts.get("aep_point_livraison", 0)


def generate_town(
    osm: Path | str,
    out: Path | str,
    *,
    seed: int = 1,
    crs: str | None = None,
    progress: Progress | None = None,
) -> TownSources:
    """Write the sources of a town into the folder ``out``; the same file and seed give the same bytes.

    ``crs`` is the CRS of everything written: by default Lambert-93 in metropolitan France, else the UTM zone.
    An unreadable file, one without roads or with too few streets raises ``InputError``. A region of 55,000
    junctions takes minutes and a few gigabytes.
    """
    progress = progress or SilentProgress()
    osm, out = Path(osm), Path(out)
    roads = read_roads(osm, progress=Span(progress, 0.0, 0.1))
    crs = crs or metric_crs(roads)
    places = read_places(osm, crs=crs, progress=progress)
    progress.report(0.15, "demo.streets")
    streets = served_streets(roads, places.walks, places.buildings)
    if len(streets) < _FEWEST_SECTIONS:
        raise InputError("demo.too_few_streets", file=str(osm), found=len(streets), expected=_FEWEST_SECTIONS)
    networks = lay_networks(streets, places, seed=seed, progress=Span(progress, 0.15, 0.5))
    out.mkdir(parents=True, exist_ok=True)
    counts = write_networks(networks, out, seed=seed, crs=crs, progress=Span(progress, 0.5, 0.9))
    return TownSources(out, places.town, crs, counts)


def metric_crs(roads: nx.MultiDiGraph) -> str:
    """Return the metric CRS that suits a lon/lat road graph."""
    lon = float(np.mean([x for _, x in roads.nodes(data="x")]))
    lat = float(np.mean([y for _, y in roads.nodes(data="y")]))
    west, south, east, north = _FRANCE
    if west < lon < east and south < lat < north:
        return _LAMBERT_93
    return f"EPSG:{(32600 if lat >= 0 else 32700) + int((lon + 180) // 6) + 1}"


def write_networks(
    networks: Networks, out: Path, *, seed: int, crs: str, progress: Progress
) -> dict[str, int]:
    """Write ``network.gpkg`` and ``third_party.gpkg``; return the rows of each table."""
    path = out / "network.gpkg"
    path.unlink(missing_ok=True)
    counts: dict[str, int] = {}
    systems = (networks.foul, networks.storm)
    rows = [*water_rows(networks.water, seed=seed), *sewer_rows(systems, networks.streets, seed=seed)]
    for done, part in enumerate(rows):
        progress.check()
        progress.report(0.9 * done / len(rows), part.table)
        counts[part.table] = write_table(
            path, part.table, TABLES[part.table], part.geometry, part.values, crs=crs
        )
    other = out / "third_party.gpkg"
    other.unlink(missing_ok=True)
    fields = {name: networks.third_party[name].to_numpy() for name in networks.third_party.columns}
    counts["third_party"] = write_layer(
        other, "third_party", networks.third_party_lines, fields, kind="LineString", crs=crs
    )
    progress.report(1.0)
    return counts
