# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way water runs in every sewer, and what says so."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra

from .arrays import Bools, Bytes, Floats, Ints, Objects, as_ints
from .cleaning import Assets, text_of
from .joints import Joints
from .results import Defect
from .sewer_rules import SewerRules

# what decides a direction, the most trusted first
SOURCES = ("flow_code", "pump", "inverts", "nodes", "digitising")
_CODE, _PUMP, _INVERTS, _NODES, _DIGITISING = range(5)
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

    ``fall_m`` is how far the pipe falls along the flow, NaN where no level tells; ``is_forced`` marks mains
    under pressure.
    """

    is_backward: Bools
    source: Bytes
    fall_m: Floats
    is_forced: Bools


@dataclass(frozen=True, slots=True)
class _Levels:
    """How far every pipe falls along its drawing, by its own inverts and by its nodes; NaN where unknown."""

    inverts_m: Floats
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

    The data's flow code decides; in mains under pressure the pump that feeds them; else the inverts of the
    pipe, taken to belong to the ends that it is drawn from and to; else the inverts of its manholes; else the
    drawing. Levels that differ by less than the rules' decisive fall, or by an impossible slope, say nothing.
    A pipe that rises from a pump is a main under pressure even when the data do not say so.
    """
    levels = _levels(pipes, joints, length_m, node_level_m, rules)
    rises = levels.inverts_m <= -rules.decisive_fall_m
    is_forced = optional_flags(pipes, "is_forced") | (rises & np.isin(joints.start, pump_nodes))
    code = optional_texts(pipes, "flow")
    votes = as_ints(np.zeros((len(SOURCES), len(pipes))))
    votes[_CODE] = as_ints(code == "forward") - as_ints(code == "backward")
    votes[_PUMP] = _from_pump(joints, is_forced, pump_nodes)
    votes[_INVERTS] = np.where(is_forced, 0, _sign(levels.inverts_m, rules))
    votes[_NODES] = np.where(is_forced, 0, _sign(levels.nodes_m, rules))
    votes[_DIGITISING] = 1
    source = np.argmax(votes != 0, axis=0)
    is_backward = votes[source, np.arange(len(pipes))] < 0
    fall_m = np.where(np.isnan(levels.inverts_m), levels.nodes_m, levels.inverts_m)
    flow = Flow(is_backward, source.astype(np.uint8), np.where(is_backward, -fall_m, fall_m), is_forced)
    return flow, _remarks(pipes, votes, source)


def optional_texts(assets: Assets, name: str) -> Objects:
    """Return a text column, all ``""`` where the layer has none."""
    if name not in assets.frame:
        return np.full(len(assets), "", dtype=object)
    return text_of(assets.column(name))


def optional_flags(assets: Assets, name: str) -> Bools:
    """Return a yes-or-no column, all no where the layer has none; nothing is no."""
    if name not in assets.frame:
        return np.zeros(len(assets), dtype=bool)
    return np.fromiter((value is not None and value == True for value in assets.column(name)), dtype=bool)  # noqa: E712 (NaN and numpy's own booleans)


def _levels(
    pipes: Assets, joints: Joints, length_m: Floats, node_level_m: Floats, rules: SewerRules
) -> _Levels:
    inverts_m = pipes.numbers("invert_up_m") - pipes.numbers("invert_down_m")
    nodes_m = node_level_m[joints.start] - node_level_m[joints.end]
    possible_m = rules.steepest * length_m
    # a part of a broken line has no levels of its own
    split = np.bincount(pipes.row, minlength=1)[pipes.row] > 1
    return _Levels(
        np.where((np.abs(inverts_m) <= possible_m) & ~split, inverts_m, np.nan),
        np.where(np.abs(nodes_m) <= possible_m, nodes_m, np.nan),
    )


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
    """Return the pipes drawn against the flow, and those where a source denies the one that was followed.

    Against a code "backward", inverts that fall are no contradiction by themselves: some services write the
    higher end first whichever way the pipe is drawn. The manholes tell.
    """
    chosen = votes[source, np.arange(len(pipes))]
    by_levels = (source == _INVERTS) | (source == _NODES)
    found = pipes.defects(by_levels & (chosen < 0), severity="info", code="network.against_the_fall")
    for (first, other), code in _DENIALS.items():
        denied = (source == first) & (votes[other] * chosen < 0)
        if (first, other) == (_CODE, _INVERTS):
            denied &= chosen > 0
        found += pipes.defects(denied, severity="warning", code=code)
    return found
