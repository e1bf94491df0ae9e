# SPDX-License-Identifier: GPL-3.0-or-later
"""The water mains: along every street, fed by reservoirs and pumping stations, sized by what they feed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree

from .ageing import bores_for, laying_years, makings, trade_diameters
from .chance import stream
from .lines import offset_lines, straight
from .streets import MAJOR, Streets
from .trees import Tree, cheapest_tree, gather

# Mains run beside the axis, on the north-east side of the street.
SIDE = np.array([0.8, 0.6])
OFFSET_M = 2.4
_KM_PER_RESERVOIR = 250.0
_RESERVOIRS_PER_STATION = 4
_STATION_LEVEL = 0.2
_FEED_M = (35.0, 60.0)
_FEED_BORE_MM = 300
_MAJOR_PREFERENCE = 0.6
_TRUNK_SHARES = ((0.5, 300), (0.2, 200))


@dataclass(frozen=True, slots=True)
class Source:
    """Where water enters: ``kind`` reservoir or pumping_station, its node among the mains' nodes."""

    kind: str
    node: int
    xy: np.ndarray
    height_m: float


@dataclass(frozen=True, slots=True)
class Mains:
    """Mains between nodes: one for each street section (in its order and direction), then one a source.

    ``street`` numbers streets for ages and materials; a source's main runs from the source to the street.
    """

    xy: np.ndarray
    height_m: np.ndarray
    start: np.ndarray
    end: np.ndarray
    line: np.ndarray
    street: np.ndarray
    name: np.ndarray
    sections: int
    sources: tuple[Source, ...]

    def __len__(self) -> int:
        return len(self.line)

    @property
    def length_m(self) -> np.ndarray:
        """Return the length of each main."""
        return np.asarray(shapely.length(self.line))

    @property
    def degree(self) -> np.ndarray:
        """Return how many mains meet at each node."""
        return np.bincount(np.concatenate((self.start, self.end)), minlength=len(self.xy))


@dataclass(frozen=True, slots=True)
class Makeup:
    """What each main is: bore and trade diameter (mm), material, laying year, delivery points behind it.

    ``tree`` leads every node to the source that feeds it first; ``closes_loop`` marks the mains that it
    needs not.
    """

    bore_mm: np.ndarray
    diameter_mm: np.ndarray
    material: np.ndarray
    year: np.ndarray
    behind: np.ndarray
    tree: Tree
    closes_loop: np.ndarray


def side_of(lines: np.ndarray, offset_m: float | np.ndarray) -> np.ndarray:
    """Return the signed offsets that keep lines on one side of every street, whichever way it is drawn."""
    chord = shapely.get_coordinates(shapely.get_point(lines, -1)) - shapely.get_coordinates(
        shapely.get_point(lines, 0)
    )
    return np.where(chord[:, 0] * SIDE[1] - chord[:, 1] * SIDE[0] >= 0, 1.0, -1.0) * offset_m


def lay_mains(streets: Streets, height_m: np.ndarray, obstacles: shapely.STRtree) -> Mains:
    """Return the mains of the streets and of the sources; ``height_m`` is the ground at the streets' nodes.

    Sources stand where ``obstacles`` (streets and buildings) leave most room.
    """
    sites = _sites(streets, height_m)
    node_xy = streets.xy + 0.5 * OFFSET_M * SIDE
    lines = offset_lines(
        streets.line, side_of(streets.line, OFFSET_M), node_xy[streets.start], node_xy[streets.end]
    )
    source_xy = np.array([_free_spot(node_xy[node], obstacles) for _, node in sites])
    nodes = np.array([node for _, node in sites])
    sources = tuple(
        Source(kind, len(node_xy) + i, source_xy[i], float(height_m[node]))
        for i, (kind, node) in enumerate(sites)
    )
    return Mains(
        xy=np.vstack((node_xy, source_xy)),
        height_m=np.concatenate((height_m, height_m[nodes])),
        start=np.concatenate((streets.start, [source.node for source in sources])),
        end=np.concatenate((streets.end, nodes)),
        line=np.concatenate((lines, straight(source_xy, node_xy[nodes]))),
        street=np.concatenate((streets.group, streets.group.max() + 1 + np.arange(len(sites)))),
        name=np.concatenate((streets.name, np.full(len(sites), "", dtype=object))),
        sections=len(streets),
        sources=sources,
    )


def _sites(streets: Streets, height_m: np.ndarray) -> list[tuple[str, int]]:
    """Return where reservoirs (high, spread out) and pumping stations (low) feed the streets."""
    count = max(2, round(streets.length_m.sum() / 1000 / _KM_PER_RESERVOIR))
    sector = _sectors(streets.xy, count)
    usable = streets.degree > 1
    high = np.where(usable, height_m, -np.inf)
    reservoirs = [int(np.argmax(np.where(sector == i, high, -np.inf))) for i in range(count)]
    # low, but not on the quay
    gap_m = np.where(usable, np.abs(height_m - np.quantile(height_m, _STATION_LEVEL)), np.inf)
    stations = [
        int(np.argmin(np.where(sector == i * _RESERVOIRS_PER_STATION, gap_m, np.inf)))
        for i in range(max(1, count // _RESERVOIRS_PER_STATION))
    ]
    sites = [("reservoir", node) for node in reservoirs] + [("pumping_station", node) for node in stations]
    return [site for i, site in enumerate(sites) if site[1] not in {node for _, node in sites[:i]}]


def _sectors(xy: np.ndarray, count: int) -> np.ndarray:
    """Return the sector of each node, around centres that lie far from each other."""
    centres = [int(np.hypot(*(xy - xy.mean(axis=0)).T).argmax())]
    apart_m = np.full(len(xy), np.inf)
    for _ in range(count - 1):
        apart_m = np.minimum(apart_m, np.hypot(*(xy - xy[centres[-1]]).T))
        centres.append(int(apart_m.argmax()))
    nearest: np.ndarray = cKDTree(xy[centres]).query(xy)[1]
    return nearest


def _free_spot(xy: np.ndarray, obstacles: shapely.STRtree) -> np.ndarray:
    """Return the place near ``xy`` that is farthest from streets and buildings."""
    angle, reach_m = np.meshgrid(np.linspace(0, 2 * np.pi, 24, endpoint=False), _FEED_M)
    spots = xy + (np.stack((np.cos(angle), np.sin(angle))) * reach_m).reshape(2, -1).T
    _, clearance_m = obstacles.query_nearest(shapely.points(spots), return_distance=True, all_matches=False)
    best: np.ndarray = spots[clearance_m.argmax()]
    return best


def size_mains(mains: Mains, streets: Streets, customers: np.ndarray, *, seed: int) -> Makeup:
    """Return what the mains are made of, for ``customers`` delivery points on each street section."""
    rng = stream(seed, "mains")
    major = np.isin(streets.kind, list(MAJOR))
    effort = mains.length_m.copy()
    effort[: len(streets)][major] *= _MAJOR_PREFERENCE
    roots = np.array([source.node for source in mains.sources])
    tree = cheapest_tree(mains.start, mains.end, effort, effort, roots, nodes=len(mains.xy))
    behind, closes_loop = _load(mains, tree, customers)
    bore = bores_for("water", behind)
    share = behind / max(behind.max(), 1.0)
    for least, trunk_mm in _TRUNK_SHARES:
        bore = np.where((share >= least) & ~closes_loop, np.maximum(bore, trunk_mm), bore)
    street_bore = bore[: len(streets)]
    street_bore[major] = np.maximum(street_bore[major], 150)
    # a loop carries water for fires both ways, and so does a crossing
    street_bore[closes_loop[: len(streets)]] = np.maximum(street_bore[closes_loop[: len(streets)]], 100)
    street_bore[streets.kind == "crossing"] = np.maximum(street_bore[streets.kind == "crossing"], 100)
    bore[len(streets) :] = np.maximum(bore[len(streets) :], _FEED_BORE_MM)
    middle = shapely.get_coordinates(shapely.line_interpolate_point(mains.line, 0.5, normalized=True))
    year = laying_years(rng, middle, mains.street)
    material = makings("water_mains").choose(rng, year, bore, mains.street)
    return Makeup(
        bore_mm=bore,
        diameter_mm=trade_diameters(bore, material),
        material=material,
        year=year,
        behind=behind,
        tree=tree,
        closes_loop=closes_loop,
    )


def _load(mains: Mains, tree: Tree, customers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the delivery points that each main feeds, and which mains the tree does without."""
    own = np.concatenate((customers, np.zeros(len(mains) - len(customers))))
    closes_loop = np.ones(len(mains), dtype=bool)
    fed = np.flatnonzero(tree.edge >= 0)
    closes_loop[tree.edge[fed]] = False
    amount = np.zeros(len(mains.xy))
    amount[fed] = own[tree.edge[fed]]
    # half of a loop's customers drink from either end
    loops = np.flatnonzero(closes_loop)
    for ends in (mains.start, mains.end):
        np.add.at(amount, ends[loops], own[loops] / 2)
    through = gather(tree, amount)
    behind = own.copy()
    behind[tree.edge[fed]] = through[fed]
    return behind, closes_loop
