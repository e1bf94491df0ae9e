# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way water runs in every sewer, and what says so."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra

from ..assets.arrays import Bools, Bytes, Floats, Ints, Objects, as_ints
from ..assets.cleaning import Assets
from ..assets.results import Defect
from ..topology.joints import Joints
from .columns import optional_flags, optional_texts
from .levels import Inverts, inverts_of
from .rules import SewerRules

# what decides a direction, the most trusted first
SOURCES = ("flow_code", "pump", "inverts", "nodes", "own_fall", "digitising")
_CODE, _PUMP, _INVERTS, _NODES, _OWN_FALL, _DIGITISING = range(6)
# what is said of a pipe when the second source denies the first
_DENIALS = {
    (_CODE, _PUMP): "network.flow_code_pump",
    (_CODE, _INVERTS): "network.flow_code_inverts",
    (_CODE, _NODES): "network.flow_code_nodes",
    (_INVERTS, _NODES): "network.flow_inverts_nodes",
}


@dataclass(frozen=True, slots=True)
class Flow:
    """The direction of every pipe: against its drawing where ``is_backward``; ``source`` indexes ``SOURCES``.

    ``inverts`` are those where water enters and leaves; ``fall_m`` is how far the pipe falls along the flow,
    by them or else by its manholes, NaN where no level tells; ``is_forced`` marks mains under pressure.
    """

    is_backward: Bools
    source: Bytes
    inverts: Inverts
    fall_m: Floats
    is_forced: Bools


@dataclass(frozen=True, slots=True)
class _Levels:
    """The inverts of every pipe as given; how far its manholes fall along its drawing, NaN for unknown."""

    inverts: Inverts
    nodes_m: Floats


def decide_flow(
    pipes: Assets,
    joints: Joints,
    *,
    length_m: Floats,
    node_level_m: Floats,
    pump_nodes: Ints,
    rules: SewerRules,
) -> tuple[Flow, list[Defect]]:
    """Return the direction of every pipe, and a defect where what tells it disagrees, in O(n log n).

    The data's flow code decides; in mains under pressure the pump that feeds them; else inverts that rise the
    way the pipe is drawn; else the inverts of its manholes; else the drawing. Inverts that fall that way come
    after the manholes: standards call the ends "amont" and "aval", upper and lower, so that correct data fall
    however the pipe is drawn. Only a rise tells that the ends are meant as drawn, and the drawing is wrong.
    Levels that differ by less than the rules' decisive fall, or by an impossible slope, say nothing.
    A pipe that rises from a pump is a main under pressure even when the data do not say so.
    """
    levels = _levels(pipes, joints, rules.steepest * length_m, node_level_m)
    rises = levels.inverts.fall_m <= -rules.decisive_fall_m
    is_forced = optional_flags(pipes, "is_forced") | (rises & np.isin(joints.start, pump_nodes))
    from_pump = _from_pump(joints, is_forced, pump_nodes)
    votes = _votes(optional_texts(pipes, "flow"), from_pump, levels, is_forced=is_forced, rules=rules)
    source = np.argmax(votes != 0, axis=0)
    is_backward = votes[source, np.arange(len(pipes))] < 0
    inverts = levels.inverts.along(is_backward=is_backward, is_forced=is_forced)
    nodes_m = np.where(is_backward, -levels.nodes_m, levels.nodes_m)
    fall_m = np.where(np.isnan(inverts.fall_m), nodes_m, inverts.fall_m)
    flow = Flow(is_backward, source.astype(np.uint8), inverts, fall_m, is_forced)
    return flow, _remarks(pipes, votes, source)


def _levels(pipes: Assets, joints: Joints, possible_m: Floats, node_level_m: Floats) -> _Levels:
    nodes_m = node_level_m[joints.start] - node_level_m[joints.end]
    nodes_m = np.where(np.abs(nodes_m) <= possible_m, nodes_m, np.nan)
    return _Levels(inverts_of(pipes, possible_m=possible_m), nodes_m)


def _votes(code: Objects, from_pump: Ints, levels: _Levels, *, is_forced: Bools, rules: SewerRules) -> Ints:
    """Return what each source, a row, says of each pipe: 1 for as drawn, -1 for backward, 0 for nothing."""
    votes = as_ints(np.zeros((len(SOURCES), len(code))))
    votes[_CODE] = as_ints(code == "forward") - as_ints(code == "backward")
    votes[_PUMP] = from_pump
    own = np.where(is_forced, 0, _sign(levels.inverts.fall_m, rules))
    votes[_INVERTS], votes[_OWN_FALL] = np.minimum(own, 0), np.maximum(own, 0)
    votes[_NODES] = np.where(is_forced, 0, _sign(levels.nodes_m, rules))
    votes[_DIGITISING] = 1
    return votes


def _sign(fall_m: Floats, rules: SewerRules) -> Ints:
    """Return 1 for a decisive fall, -1 for a decisive rise, else 0."""
    return as_ints(fall_m >= rules.decisive_fall_m) - as_ints(fall_m <= -rules.decisive_fall_m)


def _from_pump(joints: Joints, is_forced: Bools, pump_nodes: Ints) -> Ints:
    """Return 1 where a main under pressure leads away from its only pump, -1 where it is drawn towards it.

    Connected mains with several pumps, or none, are left undecided: which one pushes is not known.
    """
    away = as_ints(np.zeros(len(is_forced)))
    mains = np.flatnonzero(is_forced)
    if not len(mains) or not len(pump_nodes):
        return away
    start, end = joints.start[mains], joints.end[mains]
    size = len(joints)
    graph = csr_matrix((np.ones(len(mains)), (start, end)), shape=(size, size))
    part = connected_components(graph, directed=False)[1]
    pumps = np.unique(pump_nodes)
    alone = np.bincount(part[pumps], minlength=size)[part[start]] == 1
    steps = dijkstra(graph, directed=False, unweighted=True, indices=pumps, min_only=True)
    nearer = np.sign(np.nan_to_num(steps[end], posinf=0) - np.nan_to_num(steps[start], posinf=0))
    away[mains] = np.where(alone, nearer, 0)
    return away


def _remarks(pipes: Assets, votes: Ints, source: Ints) -> list[Defect]:
    """Return the pipes drawn against the flow, and those where a source denies the one that was followed."""
    chosen = votes[source, np.arange(len(pipes))]
    by_levels = (source == _INVERTS) | (source == _NODES)
    found = pipes.defects(by_levels & (chosen < 0), severity="info", code="network.against_the_fall")
    for (first, other), code in _DENIALS.items():
        denied = (source == first) & (votes[other] * chosen < 0)
        found += pipes.defects(denied, severity="warning", code=code)
    return found
