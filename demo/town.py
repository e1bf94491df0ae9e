# SPDX-License-Identifier: GPL-3.0-or-later
"""Generate the sources of a demonstration town from an OpenStreetMap extract."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from ..core.errors import Failure, InputError
from ..core.progress import Progress, SilentProgress, Span
from ..routing.roads.osm import read_roads
from ..routing.roads.road_table import RoadTable
from .background import write_background
from .handover import write_sources
from .networks import Networks, lay_networks
from .places import Places, read_places
from .streets import served_streets

_FRANCE = (-5.3, 41.2, 9.7, 51.2)
_LAMBERT_93 = "EPSG:2154"
_FEWEST_SECTIONS = 20


@dataclass(frozen=True, slots=True)
class TownSources:
    """What was written: the folder, the town's name, the CRS of everything, and rows by table or file."""

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

    Written: ``network.gpkg`` (StaR-Eau V2024), ``third_party.gpkg``, ``requests.csv``, ``addresses.csv``,
    ``calendar.csv``, ``history.csv``, ``directory.csv`` and ``customers.csv`` (contacts), ``resources/``
    (people, means, zones), ``background.gpkg`` (buildings, sea) and ``ATTRIBUTION.txt``; files of these names
    are replaced once all are complete. ``crs`` is the CRS of everything: by default Lambert-93 in
    metropolitan France, else the UTM zone. An unreadable file, one without roads or with too few streets
    raises ``InputError``; a folder that cannot be written to, or a full disk, ``Failure``.
    """
    progress = progress or SilentProgress()
    osm, out = Path(osm), Path(out)
    roads = read_roads(osm, progress=Span(progress, 0.0, 0.1))
    crs = crs or metric_crs(roads)
    places = read_places(osm, crs=crs, progress=progress)
    progress.report(0.15, "demo.streets")
    streets = served_streets(roads, places.walks, places.buildings)
    if len(streets) < _FEWEST_SECTIONS:
        raise InputError("demo.too_few_streets", file=osm, found=len(streets), expected=_FEWEST_SECTIONS)
    networks = lay_networks(streets, places, seed=seed, progress=Span(progress, 0.2, 0.5))
    span = Span(progress, 0.5, 1.0)
    try:
        counts = _write(networks, places, out, seed=seed, crs=crs, progress=span)
    except OSError as error:
        raise Failure("file.unwritable", file=error.filename or out, reason=error.strerror) from error
    return TownSources(out, places.town, crs, counts)


def _write(
    networks: Networks, places: Places, out: Path, *, seed: int, crs: str, progress: Progress
) -> dict[str, int]:
    """Write everything beside the files of ``out``, then put it in their place; return the rows of each."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".sources-") as name:
        folder = Path(name)
        counts = write_sources(networks, folder, seed=seed, crs=crs, progress=progress)
        counts |= write_background(places, folder / "background.gpkg", crs=crs)
        for item in folder.iterdir():
            _replace(item, out / item.name)
    return counts


def metric_crs(roads: RoadTable) -> str:
    """Return the metric CRS that suits roads in lon/lat."""
    lon, lat = roads.node_xy.mean(axis=0).tolist()
    west, south, east, north = _FRANCE
    if west < lon < east and south < lat < north:
        return _LAMBERT_93
    return f"EPSG:{(32600 if lat >= 0 else 32700) + int((lon + 180) // 6) + 1}"


def _replace(new: Path, old: Path) -> None:
    if old.is_dir():
        shutil.rmtree(old)
    new.replace(old)
