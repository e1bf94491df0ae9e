# SPDX-License-Identifier: GPL-3.0-or-later
"""Join the pieces of ways into streets that run from one junction or dead end to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

# seconds along and against the drawing, None where closed
Seconds: TypeAlias = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one way between two cuts: metres, and the seconds that a van and a truck take.

    ``local`` tells whether a van, and a truck, may only stop there. ``number`` is the same however the piece
    is turned.
    """

    number: int
    start: int
    end: int
    lonlat: NDArray[np.float64]
    length_m: float
    van_s: Seconds
    truck_s: Seconds
    local: tuple[bool, bool]
    osmid: int
    tags: Mapping[str, str]

    def turned(self) -> Piece:
        """Return the same piece drawn the other way round."""
        return Piece(
            self.number,
            self.end,
            self.start,
            self.lonlat[::-1],
            self.length_m,
            self.van_s[::-1],
            self.truck_s[::-1],
            self.local,
            self.osmid,
            self.tags,
        )

    @property
    def way_open(self) -> tuple[bool, bool]:
        """Return whether a van may drive along it, and against it."""
        return self.van_s[0] is not None, self.van_s[1] is not None

    @property
    def rule(self) -> tuple[bool, ...]:
        """Return who may drive along it, who against it, and who may only stop there."""
        return (*self.way_open, self.truck_s[0] is not None, self.truck_s[1] is not None, *self.local)


def keep_connected(pieces: list[Piece]) -> tuple[list[Piece], dict[str, float]]:
    """Keep the largest network in which a van can drive to every place from every other, and back.

    Returns the pieces kept and what was dropped: ``components``, ``pieces``, ``length_m``. Linear.
    """
    if not pieces:
        return [], {"components": 0, "pieces": 0, "length_m": 0.0}
    ends = np.array([(piece.start, piece.end) for piece in pieces])
    nodes, flat = np.unique(ends, return_inverse=True)
    first, last = flat.reshape(-1, 2).T
    along, against = np.array([piece.way_open for piece in pieces]).T
    rows = np.concatenate((first[along], last[against]))
    columns = np.concatenate((last[along], first[against]))
    arcs = coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(nodes), len(nodes)))
    count, label = connected_components(arcs.tocsr(), directed=True, connection="strong")
    length_m = np.array([piece.length_m for piece in pieces])
    inside = label[first] == label[last]
    # the size of a network is the length of its streets: a cluster of tiny service ways must not win
    weight = np.bincount(label[first[inside]], weights=length_m[inside], minlength=count)
    kept = inside & (label[first] == weight.argmax())
    dropped = {
        "components": int(count - 1),
        "pieces": int((~kept).sum()),
        "length_m": float(length_m[~kept].sum()),
    }
    return [piece for piece, keep in zip(pieces, kept.tolist(), strict=True) if keep], dropped


def join_streets(pieces: Iterable[Piece], junctions: Collection[int] = ()) -> list[list[Piece]]:
    """Return the chains of pieces between junctions, dead ends and places where the traffic rule changes.

    The pieces of a chain are turned so that each starts where the one before ends, and so that the chain can
    be driven in that direction. Every piece is in exactly one chain. ``junctions`` are nodes that must remain
    where streets end, if only two meet there. Linear.
    """
    leaving: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        leaving[piece.start].append(piece)
        leaving[piece.end].append(piece.turned())
    through = {node for node, out in leaving.items() if node not in junctions and _is_through(out)}
    done: set[int] = set()
    # a ring that meets nothing has no junction: its first node then serves as one
    starts = [node for node in leaving if node not in through] + list(through)
    return [chain for node in starts for chain in _chains_from(node, leaving, through, done)]


def _is_through(out: list[Piece]) -> bool:
    """Tell whether a node only continues one street into another, with the same rule."""
    if len(out) != 2 or out[0].end == out[0].start:
        return False
    return out[0].rule == out[1].turned().rule


def _chains_from(
    node: int, leaving: Mapping[int, list[Piece]], through: set[int], done: set[int]
) -> Iterator[list[Piece]]:
    for piece in leaving[node]:
        if piece.number in done:
            continue
        chain = [piece]
        done.add(piece.number)
        while chain[-1].end in through and chain[-1].end != node:
            here = chain[-1]
            following = next(p for p in leaving[here.end] if p.number != here.number)
            chain.append(following)
            done.add(following.number)
        if not chain[0].way_open[0]:
            chain = [part.turned() for part in reversed(chain)]
        yield chain
