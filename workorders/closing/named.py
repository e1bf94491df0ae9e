# SPDX-License-Identifier: GPL-3.0-or-later
"""Does what a closure names exist: the asset that was worked on, the agents who did it?"""

from __future__ import annotations

from collections.abc import Iterator

from ...core.messages import Message
from ...core.near_names import near_names
from .forms import KnownAgents, KnownAsset
from .known import Finding, Known
from .records import Closure
from .values import items_of, text_of


def known_asset(check: KnownAsset, closure: Closure, known: Known) -> Iterator[Finding]:
    """Find an asset that no layer holds: nothing that is measured from it could be checked."""
    found = text_of(closure.fields, check.field)
    if found and known.is_unmapped:
        near = near_names(found, known.asset_ids)
        message = Message("closure.unknown_asset", {"field": check.field, "found": found, "near": near})
        yield Finding(check.field, check.severity, found, near, message)


def known_agents(check: KnownAgents, closure: Closure, known: Known) -> Iterator[Finding]:
    """Find people who are none of the service nor of its subcontractors."""
    for found in dict.fromkeys(items_of(text_of(closure.fields, check.field))):
        if known.agents and found not in known.agents:
            near = near_names(found, known.agents)
            params = {"field": check.field, "found": found, "near": near}
            message = Message("closure.unknown_agent", params)
            yield Finding(check.field, check.severity, found, near, message)
