# SPDX-License-Identifier: GPL-3.0-or-later
"""Join the pieces of ways into streets that run from one junction or dead end to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one way between two cuts: metres, and seconds along and against its drawing (None: closed).

    ``number`` is the same however the piece is turned.
    """

    number: int
    start: int
    end: int
    lonlat: NDArray[np.float64]
    length_m: float
    forward_s: float | None
    backward_s: float | None
    osmid: int
    tags: Mapping[str, str]

    def turned(self) -> Piece:
        """Return the same piece drawn the other way round."""
        return Piece(
            number=self.number,
            start=self.end,
            end=self.start,
            lonlat=self.lonlat[::-1],
            length_m=self.length_m,
            forward_s=self.backward_s,
            backward_s=self.forward_s,
            osmid=self.osmid,
            tags=self.tags,
        )

    @property
    def way_open(self) -> tuple[bool, bool]:
        """Return whether one may drive along it, and against it."""
        return self.forward_s is not None, self.backward_s is not None


def keep_connected(pieces: list[Piece]) -> tuple[list[Piece], dict[str, float]]:
    """Keep the largest network in which every place can be driven to from every other, and back.

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
    return [piece for piece, keep in zip(pieces, kept, strict=True) if keep], dropped


def join_streets(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return the chains of pieces between junctions, dead ends and places where the traffic rule changes.

    The pieces of a chain are turned so that each starts where the one before ends, and so that the chain can
    be driven in that direction. Every piece is in exactly one chain. Linear.
    """
    leaving: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        leaving[piece.start].append(piece)
        leaving[piece.end].append(piece.turned())
    through = {node for node, out in leaving.items() if _is_through(out)}
    done: set[int] = set()
    # a ring that meets nothing has no junction: its first node then serves as one
    starts = [node for node in leaving if node not in through] + list(through)
    return [chain for node in starts for chain in _chains_from(node, leaving, through, done)]


def _is_through(out: list[Piece]) -> bool:
    """Tell whether a node only continues one street into another, with the same directions open."""
    if len(out) != 2 or out[0].end == out[0].start:
        return False
    return out[0].way_open == out[1].way_open[::-1]


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
        if chain[0].forward_s is None:
            chain = [part.turned() for part in reversed(chain)]
        yield chain
