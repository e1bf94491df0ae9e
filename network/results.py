# SPDX-License-Identifier: GPL-3.0-or-later
"""Results of the network's questions, as plain frozen values keyed by business ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shapely import Geometry
from shapely.geometry import MultiLineString, Point

from ..core.ids import AssetId
from ..core.messages import Message


@dataclass(frozen=True, slots=True)
class Correction:
    """A change that would mend a defect without losing anything.

    ``action`` is ``move_end``, ``move_point``, ``merge_parts`` or ``set_value``; ``geometry`` is what the
    asset would be drawn as, ``column`` and ``value`` what would be written. Most corrections write down what
    the build took for granted and change no answer; those that ``needs_review`` join what it left apart or
    only guessed, so somebody who knows the place must look first.
    """

    action: str
    geometry: Geometry | None = None
    column: str = ""
    value: str = ""
    needs_review: bool = False


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing wrong with the asset base: how severe, where, which asset, in words, and how to mend it."""

    severity: str
    role: str
    asset_id: AssetId
    place: Point | None
    message: Message
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class ValveReason:
    """Why a valve is on the list, in words."""

    valve: AssetId
    message: Message


@dataclass(frozen=True, slots=True)
class NextRing:
    """The cut if one valve of the plan does not hold: what is closed then, and what it costs on top.

    ``close`` is the whole list of that cut; ``extra_`` fields hold what the first plan did not cut off.
    ``can_isolate`` is False when no valve is left to close and a source still feeds the place.
    """

    valve: AssetId
    close: tuple[AssetId, ...]
    extra_customers: tuple[AssetId, ...]
    extra_sensitive: tuple[AssetId, ...]
    extra_hydrants: tuple[AssetId, ...]
    extra_length_m: float
    can_isolate: bool
    geometry: MultiLineString


@dataclass(frozen=True, slots=True)
class Combination:
    """What several cuts at once take away beyond what each takes away alone."""

    close: tuple[AssetId, ...]
    customers: tuple[AssetId, ...]
    sensitive_customers: tuple[AssetId, ...]
    hydrants: tuple[AssetId, ...]
    length_m: float
    geometry: MultiLineString


@dataclass(frozen=True, slots=True)
class Isolation:
    """What closing off one place takes and costs.

    ``close`` lists the valves to operate, in the order of closing; ``reopen`` in that of opening again;
    ``already_closed`` those of the boundary that are shut anyway. ``secondary_pipes`` and
    ``secondary_customers`` are the parts of ``pipes`` and ``customers`` that no valve separates but that
    nothing feeds any more. ``customers`` begins with ``sensitive_customers``, the ones to warn first.
    ``relies_on`` are check valves: nothing but they keeps water out. ``already_dry`` says that no source
    reached the place before the cut, ``already_dry_customers`` which of the ``customers`` none reached.
    ``next_rings`` runs along ``close``.
    Lengths in metres, volume in cubic metres.
    """

    asset: AssetId
    point: Point
    close: tuple[AssetId, ...]
    reopen: tuple[AssetId, ...]
    already_closed: tuple[AssetId, ...]
    reasons: tuple[ValveReason, ...]
    pipes: tuple[AssetId, ...]
    secondary_pipes: tuple[AssetId, ...]
    nodes: tuple[str, ...]
    length_m: float
    volume_m3: float
    customers: tuple[AssetId, ...]
    sensitive_customers: tuple[AssetId, ...]
    secondary_customers: tuple[AssetId, ...]
    customers_by_category: Mapping[str, int]
    hydrants: tuple[AssetId, ...]
    already_dry: bool
    geometry: MultiLineString
    next_rings: tuple[NextRing, ...] = ()
    combination: Combination | None = None
    relies_on: tuple[AssetId, ...] = ()
    already_dry_customers: tuple[AssetId, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def customer_count(self) -> int:
        """Return how many delivery points lose water."""
        return len(self.customers)


@dataclass(frozen=True, slots=True)
class Arrival:
    """When what enters the sewers arrives at a named point: seconds, and metres along the first way.

    ``last_s`` is by the longest way, None where a loop leads there. ``only_by_overflow`` says that water
    comes there only when a sewer above is full.
    """

    asset_id: AssetId
    role: str
    label: str
    first_s: float
    last_s: float | None
    distance_m: float
    only_by_overflow: bool = False


@dataclass(frozen=True, slots=True)
class SewerTrace:
    """What lies upstream or downstream of an asset; lengths in metres.

    ``directions`` counts the pipes by what tells their direction (see ``network.sewer_flow``); ``loops``
    holds the pipes of each loop; ``overflow_pipes`` those that only an overflow joins to the place.
    ``arrivals``, downstream only, are in order; ``assumed_m`` is the length whose speed rests on defaults.
    """

    asset: AssetId
    direction: str
    pipes: tuple[AssetId, ...]
    nodes: tuple[str, ...]
    length_m: float
    customers: tuple[AssetId, ...]
    gullies: tuple[AssetId, ...]
    outfalls: tuple[AssetId, ...]
    geometry: MultiLineString
    notes: tuple[Message, ...] = ()
    pumps: tuple[AssetId, ...] = ()
    directions: Mapping[str, int] = field(default_factory=dict)
    arrivals: tuple[Arrival, ...] = ()
    loops: tuple[tuple[AssetId, ...], ...] = ()
    overflow_pipes: tuple[AssetId, ...] = ()
    assumed_m: float = 0.0

    @property
    def customer_count(self) -> int:
        """Return how many connections the trace serves."""
        return len(self.customers)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One third-party network near a dig (rule built on R.554-27 code de l'environnement; metres).

    ``edge_m`` runs from the edge of the excavation to the drawn line; ``effective_m`` is that less the
    positional uncertainty, None when the position is unknown (class C). ``verdict`` is one of
    ``in_corridor``, ``to_mark_out``, ``position_unknown``, ``consult``.
    """

    asset_id: AssetId
    network_type: str
    label: str
    operator: str
    emergency_phone: str
    accuracy_class: str
    is_sensitive: bool
    edge_m: float
    effective_m: float | None
    verdict: str
