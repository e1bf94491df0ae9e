# SPDX-License-Identifier: GPL-3.0-or-later
"""Business ids of the assets that the networks number only by position."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .chance import numbered
from .sewer import Sewers
from .water import Mains

_PREFIXES = {"foul": ("EU", "R", "PR"), "storm": ("EP", "RP", "PRP")}


@dataclass(frozen=True, slots=True)
class SewerIds:
    """Ids of the pipes and of the nodes of a sewer; a node is called by the structure that stands there."""

    pipes: np.ndarray
    nodes: np.ndarray
    is_manhole: np.ndarray
    is_pump: np.ndarray
    is_outfall: np.ndarray


def sewer_ids(sewers: Sewers) -> SewerIds:
    """Return the ids of a sewer: EU or EP pipes, R or RP manholes, PR pumping stations, EXU outfalls."""
    pipe, manhole, pump = _PREFIXES[sewers.kind]
    is_pump = sewers.is_pump
    is_outfall = sewers.outlet & ~is_pump
    is_manhole = ~is_pump & ~is_outfall
    nodes = np.empty(len(sewers.xy), dtype=object)
    nodes[is_manhole] = numbered(manhole, int(is_manhole.sum()))
    nodes[is_pump] = numbered(pump, int(is_pump.sum()), least_digits=2)
    nodes[is_outfall] = numbered("EXU", int(is_outfall.sum()), least_digits=2)
    return SewerIds(numbered(pipe, len(sewers)), nodes, is_manhole, is_pump, is_outfall)


def main_ids(mains: Mains) -> tuple[np.ndarray, np.ndarray]:
    """Return the ids of the mains and of their nodes; a source's node is called by the source."""
    nodes = numbered("N", len(mains.xy), least_digits=5)
    for source, name in zip(mains.sources, source_ids(mains), strict=True):
        nodes[source.node] = name
    return numbered("AEP-C", len(mains), least_digits=5), nodes


def source_ids(mains: Mains) -> list[str]:
    """Return the ids of the sources: RES-01 reservoirs, CAP-01 wells of pumping stations."""
    names, seen = [], {"RES": 0, "CAP": 0}
    for source in mains.sources:
        prefix = "RES" if source.kind == "reservoir" else "CAP"
        seen[prefix] += 1
        names.append(f"{prefix}-{seen[prefix]:02d}")
    return names
