# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the streets drain to: outlets at low points, and a ground that falls towards them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .lines import spread
from .streets import Streets
from .trees import Tree, cheapest_tree, parts_of

LONGEST_JACKED_M = 60.0
# how far outlets lie apart: a share of the town's width, within limits
_FOUL_APART = (0.2, 400.0, 3000.0)
_STORM_APART = (0.09, 200.0, 1500.0)
_LOW_GROUND = 0.4
# one metre of climb is worth this detour, and falling slower than the least fall is a climb
_DETOUR_PER_CLIMB_M = 80.0
_LEAST_FALL = 0.005
# the ground is raised where it would hold water back, a little less than sewers need
_GROUND_FALL = 0.003
# deeper hollows stay, and their foul water has to be lifted
_MOST_RAISED_M = 12.0


@dataclass(frozen=True, slots=True)
class Catchments:
    """The ground at the streets' nodes (metres above the sea) and the nodes where foul and storm sewers end.

    Every foul outlet is also a storm outlet.
    """

    ground_m: np.ndarray
    foul_outlets: np.ndarray
    storm_outlets: np.ndarray


def drain(streets: Streets, height_m: np.ndarray) -> Catchments:
    """Return the catchments of streets with nodes at ``height_m``; hollows are filled so that they drain."""
    drained = sewered(streets)
    start, end = streets.start[drained], streets.end[drained]
    foul = _outlets(streets.xy, start, end, height_m, _FOUL_APART)
    storm = np.union1d(foul, _outlets(streets.xy, start, end, height_m, _STORM_APART))
    length_m = streets.length_m[drained]
    ground_m = height_m
    for outlets, most_m in ((foul, _MOST_RAISED_M), (storm, np.inf)):
        tree = falling_tree(start, end, length_m, ground_m, outlets)
        ground_m = _raised(tree, length_m, ground_m, most_m)
    return Catchments(ground_m, foul, storm)


def _raised(tree: Tree, length_m: np.ndarray, ground_m: np.ndarray, most_m: float) -> np.ndarray:
    """Return the ground raised, by ``most_m`` at most, so that it falls along the tree."""
    ground = ground_m.tolist()
    parent = tree.parent.tolist()
    step_m = np.where(tree.edge >= 0, _GROUND_FALL * length_m[tree.edge], 0.0).tolist()
    for node in tree.outward.tolist():
        if parent[node] >= 0:
            wanted = ground[parent[node]] + step_m[node]
            ground[node] = max(ground[node], min(wanted, ground[node] + most_m))
    return np.array(ground)


def sewered(streets: Streets) -> np.ndarray:
    """Return the street sections that can have a sewer: all but long crossings."""
    return np.flatnonzero((streets.kind != "crossing") | (streets.length_m <= LONGEST_JACKED_M))


def falling_tree(
    start: np.ndarray, end: np.ndarray, length_m: np.ndarray, ground_m: np.ndarray, outlets: np.ndarray
) -> Tree:
    """Return the tree along which sewage climbs least on its way to an outlet."""
    rise_m = ground_m[end] - ground_m[start]
    least_m = _LEAST_FALL * length_m
    along = length_m + _DETOUR_PER_CLIMB_M * np.maximum(rise_m + least_m, 0.0)
    against = length_m + _DETOUR_PER_CLIMB_M * np.maximum(-rise_m + least_m, 0.0)
    return cheapest_tree(start, end, along, against, outlets, nodes=len(ground_m))


def _outlets(
    xy: np.ndarray,
    start: np.ndarray,
    end: np.ndarray,
    height_m: np.ndarray,
    apart: tuple[float, float, float],
) -> np.ndarray:
    """Return low points that lie apart, at least one in each connected part."""
    count = len(height_m)
    lowest_beside = np.full(count, np.inf)
    np.minimum.at(lowest_beside, start, height_m[end])
    np.minimum.at(lowest_beside, end, height_m[start])
    used = np.isfinite(lowest_beside)
    share, least_m, most_m = apart
    apart_m = float(np.clip(share * np.sqrt(np.prod(np.ptp(xy[used], axis=0))), least_m, most_m))
    pits = np.flatnonzero(used & (height_m <= lowest_beside))
    pits = pits[np.argsort(height_m[pits], kind="stable")]
    part = parts_of(start, end, nodes=count)
    lowest_of_part = pits[np.unique(part[pits], return_index=True)[1]]
    # on high ground water runs on, even out of a hollow
    low = pits[height_m[pits] <= np.quantile(height_m, _LOW_GROUND)]
    return np.union1d(lowest_of_part, low[spread(xy[low], apart_m)])
