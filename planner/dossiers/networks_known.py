# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether anything is known of the networks of others around a dig."""

from __future__ import annotations

from dataclasses import dataclass

from ..assets.answered_networks import THIRD_PARTY_LAYER
from ..intake.order_sheet import OrderSheet
from ..ports import Workspace
from ..records import AnsweredNetwork


@dataclass(frozen=True, slots=True)
class NetworksKnown:
    """``has_layer``: the workspace holds networks of others; ``near``: how many of them lie near the dig."""

    has_layer: bool
    near: int
    has_footprint: bool

    @property
    def were_looked_for(self) -> bool:
        """Tell whether the networks around the dig were looked for: that there are none is an answer too."""
        return self.near > 0 or (self.has_layer and self.has_footprint)


def networks_known(workspace: Workspace, sheet: OrderSheet) -> NetworksKnown:
    """Return what is known of the networks around the dig of an order."""
    return NetworksKnown(
        has_layer=THIRD_PARTY_LAYER in workspace.layer_names() or bool(workspace.keys(AnsweredNetwork)),
        near=len(sheet.conflicts),
        has_footprint=sheet.footprint is not None,
    )
