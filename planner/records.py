# SPDX-License-Identifier: GPL-3.0-or-later
"""What the use cases store beside orders: outages, traces, conflicts, notices, plans and their stops."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from shapely.geometry import LineString, MultiLineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from ..core.ids import AgentId, AssetId, OrderId, PlanId
from ..core.messages import Message

# what a stored parameter that is a message itself begins with
_SAID = ("verdict.", "hazard.")


@dataclass(frozen=True, slots=True)
class Outage:
    """The water cut that an order needs: one row an order; it does without the ``unusable`` valves."""

    order_id: OrderId
    asset_id: AssetId
    close: tuple[str, ...]
    already_closed: tuple[str, ...]
    pipes: tuple[str, ...]
    customers: tuple[str, ...]
    sensitive_customers: tuple[str, ...]
    hydrants: tuple[str, ...]
    length_m: float
    volume_m3: float
    already_dry: bool
    geometry: MultiLineString
    unusable: tuple[str, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class OrderLink:
    """A tie between two orders; ``kind`` is a ``routing.LinkKind``, the lags are in minutes.

    ``origin`` is ``chain`` for the steps of a job, ``shut_off`` for two orders done under one water cut.
    """

    link_id: str
    first_id: OrderId
    second_id: OrderId
    kind: str
    min_lag_min: int
    max_lag_min: int | None
    origin: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class ValveNote:
    """What was last found of a valve on site: one row a valve; ``state`` is a ``network.ValveState``."""

    valve_id: AssetId
    state: str
    noted_at: datetime
    note: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class Trace:
    """The sewer traced from an order's asset: one row an order and direction."""

    trace_id: str
    order_id: OrderId
    asset_id: AssetId
    direction: str
    pipes: tuple[str, ...]
    customers: tuple[str, ...]
    gullies: tuple[str, ...]
    outfalls: tuple[str, ...]
    length_m: float
    geometry: MultiLineString
    version: int = 0


@dataclass(frozen=True, slots=True)
class Footprint:
    """The excavation of an order; ``depth_m`` None: that of its type of work.

    ``drawn_by`` is who drew it on the map, empty when it follows from the catalogue's dimensions.
    """

    order_id: OrderId
    area_m2: float
    geometry: Polygon
    depth_m: float | None = None
    drawn_by: str = ""
    drawn_at: datetime | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class ClosedRoad:
    """A road that a command closed from its first day to its last, both included; None: until further notice.

    ``way`` is an OpenStreetMap way, which the geometry then only shows; 0: the streets along what is drawn.
    """

    closed_id: str
    first_day: date
    last_day: date | None
    way: int
    reason: str
    geometry: BaseGeometry
    version: int = 0


@dataclass(frozen=True, slots=True)
class OrderConflict:
    """One third-party network near the excavation of an order."""

    conflict_id: str
    order_id: OrderId
    network_id: AssetId
    network_type: str
    label: str
    operator: str
    emergency_phone: str
    accuracy_class: str
    is_sensitive: bool
    edge_m: float
    effective_m: float | None
    verdict: str
    geometry: LineString | MultiLineString
    depth_m: float | None = None
    corridor_m: float | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class AnsweredNetwork:
    """A line of a plan that an operator answered with, as a third-party network from ``answered_on`` on.

    ``network_type`` is a PCRS code; ``file`` the plan that it came in. Sizes that nobody knows are None.
    """

    asset_id: AssetId
    operator: str
    network_type: str
    label: str
    accuracy_class: str
    is_rigid: bool
    is_sensitive: bool
    emergency_phone: str
    answered_on: date
    file: str
    geometry: LineString | MultiLineString
    diameter_mm: float | None = None
    depth_m: float | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class DigChange:
    """What changed around the dig of an order after it was studied; kept for good.

    ``cause`` is ``third_party`` or ``footprint``; ``code`` and ``params`` say it as a message.
    ``notice_number`` and ``after_notice`` tell whether the notice was sent by then, and under which number.
    """

    change_id: str
    order_id: OrderId
    at: datetime
    who: str
    cause: str
    code: str
    params: dict[str, str]
    after_notice: bool = False
    notice_number: str = ""
    version: int = 0

    @property
    def said(self) -> Message:
        """Return the change as a message; parameters that are codes of messages are said as these."""
        return Message(
            self.code,
            {
                name: Message(value) if value.startswith(_SAID) else value
                for name, value in self.params.items()
            },
        )


@dataclass(frozen=True, slots=True)
class OrderNotice:
    """The notice that the law asks for before an order starts, with its reason as a message.

    ``number`` is the one that the teleservice gave it when it was sent. ``on_paper``: it goes by post
    instead of the teleservice, ``received_on`` is the day on which the operators had it.
    """

    order_id: OrderId
    kind: str
    reason_code: str
    reason_params: dict[str, str]
    send_by: date | None
    answer_by: date | None
    earliest_start: datetime | None
    start_by: date | None
    call_first: tuple[str, ...]
    write_to: tuple[str, ...]
    law_version: str
    state: str
    sent_at: datetime | None = None
    number: str = ""
    on_paper: bool = False
    received_on: date | None = None
    version: int = 0

    @property
    def reason(self) -> Message:
        """Return why this notice, or none, is needed."""
        return Message(self.reason_code, self.reason_params)

    @property
    def way(self) -> str:
        """Return how it goes to the operators: ``paper`` or ``teleservice``."""
        return "paper" if self.on_paper else "teleservice"


@dataclass(frozen=True, slots=True)
class Plan:
    """One version of the tours of some days.

    ``cost`` gives every term of the objective in minutes, ``total`` their sum weighted by the preset
    ``objective``.
    """

    plan_id: PlanId
    first_day: date
    days: int
    created_at: datetime
    seed: int
    seconds: float
    objective: str
    cost: dict[str, float]
    total: float
    version: int = 0

    @property
    def number(self) -> int:
        """Return which of the plans of its first day it is, counted from 1."""
        return int(self.plan_id.rpartition("/")[2])


@dataclass(frozen=True, slots=True)
class PlanStop:
    """One stop of a tour; ``travel_s`` and ``distance_m`` are those of the way to it.

    ``task`` is ``work``, or ``close`` or ``reopen`` for the ``valves`` of the order's water cut, in the order
    of operating them, or ``pick_up`` for a call at the depot on the way to the order; ``parts`` are then what
    to load for the rest of the tour, as ``part=count``.
    """

    stop_id: str
    plan_id: PlanId
    agent_id: AgentId
    day: date
    sequence: int
    order_id: OrderId
    role: int
    arrive: datetime
    start: datetime
    end: datetime
    travel_s: int
    distance_m: int
    place: Point
    task: str = "work"
    valves: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class PlanTour:
    """One agent's day in a plan, with its way along the roads."""

    tour_id: str
    plan_id: PlanId
    agent_id: AgentId
    day: date
    stops: int
    leaves_at: datetime
    returns_at: datetime
    travel_s: int
    distance_m: int
    work_s: int
    overtime_s: int
    colour: str
    geometry: LineString | MultiLineString | None
    version: int = 0


@dataclass(frozen=True, slots=True)
class PlanUnplanned:
    """An order that a plan leaves out; ``reasons`` is a list of {agent, day, code, detail}."""

    unplanned_id: str
    plan_id: PlanId
    order_id: OrderId
    reasons: list[dict[str, str]]
    version: int = 0


@dataclass(frozen=True, slots=True)
class OrderPin:
    """Who must make an order, all of its crew, and on which day, by a dispatcher: one row an order."""

    order_id: OrderId
    agents: tuple[str, ...]
    day: date
    who: str
    pinned_at: datetime
    version: int = 0
