# SPDX-License-Identifier: GPL-3.0-or-later
"""Levels in the sewers, in metres: the inverts of pipes, of pieces of them, and of the nodes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..assets.arrays import Bools, Floats
from ..assets.cleaning import Assets
from ..topology.pieces import Pieces
from .standing import OnSewer


@dataclass(frozen=True, slots=True)
class Inverts:
    """The inverts of every pipe, first those of the ends called upper; NaN where they are not known."""

    upper_m: Floats
    lower_m: Floats

    @property
    def fall_m(self) -> Floats:
        """Return how far every pipe falls from the first end to the second."""
        return self.upper_m - self.lower_m

    def along(self, *, is_backward: Bools, is_forced: Bools) -> Inverts:
        """Return the inverts of the ends where water enters and leaves every pipe.

        In a pipe drawn against the flow "upper" means the end drawn first to some services and the end where
        water enters to others; the reading in which water falls is taken, and nothing is known when either
        level is missing. Mains under pressure may rise: there it means the end drawn first.
        """
        unsure, turned = is_backward & ~is_forced, is_backward & is_forced
        high_m, low_m = np.maximum(self.upper_m, self.lower_m), np.minimum(self.upper_m, self.lower_m)
        return Inverts(
            np.select([unsure, turned], [high_m, self.lower_m], self.upper_m),
            np.select([unsure, turned], [low_m, self.upper_m], self.lower_m),
        )


def inverts_of(pipes: Assets, *, possible_m: Floats) -> Inverts:
    """Return the inverts as the data give them, without those that differ by more than is possible."""
    upper_m, lower_m = pipes.numbers("invert_up_m"), pipes.numbers("invert_down_m")
    # a part of a broken line has no levels of its own
    split = np.bincount(pipes.row, minlength=1)[pipes.row] > 1
    void = split | (np.abs(upper_m - lower_m) > possible_m)
    return Inverts(np.where(void, np.nan, upper_m), np.where(void, np.nan, lower_m))


def node_levels(manholes: Assets, standing: OnSewer, *, nodes: int) -> Floats:
    """Return the lowest invert of the manholes on every node, NaN without one."""
    level_m = np.full(nodes, np.inf)
    invert_m = manholes.numbers("invert_level_m")
    known = (standing.node >= 0) & np.isfinite(invert_m)
    np.minimum.at(level_m, standing.node[known], invert_m[known])
    return np.where(np.isfinite(level_m), level_m, np.nan)


def upper_levels(inverts: Inverts, pieces: Pieces, *, length_m: Floats, is_backward: Bools) -> Floats:
    """Return the invert where water enters every piece, between those of its pipe along the flow."""
    pipe = pieces.line
    whole_m = length_m[pipe]
    run_m = np.where(is_backward[pipe], whole_m - pieces.end_m, pieces.start_m)
    first_m = inverts.upper_m[pipe]
    between_m = first_m - inverts.fall_m[pipe] * run_m / whole_m
    # where water enters the pipe itself, its other end need not be known
    return np.where(run_m > 0, between_m, first_m)
