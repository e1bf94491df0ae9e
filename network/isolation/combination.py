# SPDX-License-Identifier: GPL-3.0-or-later
"""Several shut-offs at once: what only their combination takes away."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..assets.arrays import Ints
from ..assets.sorted_ids import listed
from ..topology.pieces import draw
from ..water.water_network import WaterNetwork
from .cuts import Cut, starved_by
from .losses import losses_in
from .results import Combination


def combine(network: WaterNetwork, cut: Cut, *, others: Sequence[Ints]) -> Combination:
    """Return what a cut and the valves closed for ``others`` take away beyond what each takes away alone.

    Without a declared source nobody knows what a second cut takes away: nothing is reported.
    """
    shut = np.unique(np.concatenate([cut.close, *others]))
    alone = np.concatenate([cut.affected, *(starved_by(network, other) for other in others)])
    together = starved_by(network, shut)
    more = losses_in(network, np.setdiff1d(together, alone))
    mains = network.mains
    return Combination(
        close=listed(mains.devices.ids[shut]),
        customers=more.customers,
        sensitive_customers=more.sensitive_customers,
        hydrants=more.hydrants,
        length_m=more.length_m,
        geometry=draw(mains.pieces, more.pieces, mains.lines),
    )
