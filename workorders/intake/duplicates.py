# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that may be about one thing: the same kind, at the same place, within a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

import numpy as np
from shapely import STRtree

from ...core.ids import RequestId
from ..catalogue import Catalogue
from ..requests import PROGRAMME, RequestState, ServiceRequest
from ..suggestion import suggest_codes
from .intake_rules import SamePlaceAndTime

_OVER = frozenset({RequestState.REJECTED, RequestState.CLOSED})


def kind_of(request: ServiceRequest, catalogue: Catalogue) -> str:
    """Return what a request is about: the questions of its type, its code where it has none, "" if unknown.

    Where the call centre chose no type, the likeliest of the caller's words counts.
    """
    code = request.code
    if not code:
        suggested = suggest_codes(request.description, catalogue)
        code = suggested[0].code if suggested else ""
    standard = catalogue.jobs.get(code)
    if standard is None:
        return code
    return f"{standard.network} {standard.questions}" if standard.questions else code


def possible_duplicates(
    requests: Sequence[ServiceRequest],
    *,
    rules: SamePlaceAndTime,
    kind: Callable[[ServiceRequest], str],
) -> Mapping[RequestId, tuple[RequestId, ...]]:
    """Return for each request the earlier ones that it may repeat, the nearest first.

    Earlier is by receipt, then by id. A kind that is not known ("") fits every kind; requests that are
    rejected or closed are left aside. O(n log n + pairs in reach).
    """
    live = [one for one in requests if one.state not in _OVER and not one.place.is_empty]
    if not live:
        return {}
    places = np.array([one.place for one in live], dtype=object)
    later, earlier = STRtree(places).query(places, predicate="dwithin", distance=rules.distance_m)
    kinds = [kind(one) for one in live]
    within = timedelta(hours=rules.hours)
    found: dict[RequestId, list[tuple[float, RequestId]]] = {}
    for this, other in zip(later.tolist(), earlier.tolist(), strict=True):
        one, former = live[this], live[other]
        if (former.received_at, former.request_id) >= (one.received_at, one.request_id):
            continue
        # neighbours of a programme are not the same work said twice
        if one.channel == former.channel == PROGRAMME:
            continue
        alike = kinds[this] == kinds[other] or not (kinds[this] and kinds[other])
        if alike and one.received_at - former.received_at <= within:
            distance_m = one.place.distance(former.place)
            found.setdefault(one.request_id, []).append((distance_m, former.request_id))
    return {key: tuple(former for _, former in sorted(near)) for key, near in found.items()}
