# SPDX-License-Identifier: GPL-3.0-or-later
"""What the gates look at: an order with what the network, the law and the people around it say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from ...core.messages import Message
from ..orders import WorkOrder
from .records import OperatorAnswer, Permit


@dataclass(frozen=True, slots=True)
class Cut:
    """The water cut of an order: the valves to operate, the hydrants and customers without water."""

    valves: tuple[str, ...] = ()
    hydrants: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """The works notice of an order as decided and sent; ``kind`` ``none``: the law asks for none.

    ``on_paper``: it goes by post, ``received_on`` is when the operators had it. ``has_consultation``: what
    the teleservice answered was imported.
    """

    kind: str
    earliest_start: datetime | None = None
    answer_by: date | None = None
    start_by: date | None = None
    sent_at: datetime | None = None
    number: str = ""
    on_paper: bool = False
    received_on: date | None = None
    has_consultation: bool = False

    @property
    def teleservice_was_asked(self) -> bool:
        """Tell whether its answer is here, or the notice was sent under the number that it gave."""
        return self.has_consultation or (self.sent_at is not None and bool(self.number))

    @property
    def is_needed(self) -> bool:
        """Tell whether the law asks for one."""
        return self.kind != "none"

    @property
    def is_urgent(self) -> bool:
        """Tell whether the dig starts without waiting for answers (R.554-32)."""
        return self.kind == "ATU"


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator with networks near the dig; ``sensitive`` where one of them is."""

    name: str
    sensitive: bool
    phone: str = ""
    answer: OperatorAnswer | None = None

    @property
    def has_answered(self) -> bool:
        """Tell whether its answer is there."""
        return self.answer is not None and self.answer.answered_at is not None

    @property
    def is_deemed_in_zone(self) -> bool:
        """Tell whether its networks are taken to lie in the excavation zone for want of an answer."""
        return self.answer is not None and self.answer.deemed_at is not None


@dataclass(frozen=True, slots=True)
class Found:
    """What was last noted of a valve or a hydrant on site; ``in_service``: open, or available."""

    in_service: bool
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class Reinstatement:
    """The order that makes the final surface: when it is planned or done, None where there is none."""

    order_id: str
    day: date | None


@dataclass(frozen=True, slots=True)
class GateFacts:
    """All that the gates of one order look at.

    ``works_on_pressure``: the type of work shuts the main off. ``starts_at`` is the start in the plan in
    force; ``leaves_surface``: the dig leaves a road or pavement to make good. ``closure_findings`` come from
    the checks of the closure data, ``customers_untold`` counts those who were cut off and not told that the
    water is back; ``mayor_was_told`` by a message. ``undeclared_m2`` is what of the dig lies outside the
    footprint that was declared.
    """

    order: WorkOrder
    works_on_pressure: bool = False
    cut: Cut | None = None
    notice: Notice | None = None
    operators: tuple[Operator, ...] = ()
    permits: tuple[Permit, ...] = ()
    undeclared_m2: float = 0.0
    starts_at: datetime | None = None
    valves: Mapping[str, Found] = field(default_factory=dict)
    hydrants: Mapping[str, Found] = field(default_factory=dict)
    customers_untold: int = 0
    mayor_was_told: bool = False
    leaves_surface: bool = False
    reinstatements: tuple[Reinstatement, ...] = ()
    closure_findings: tuple[Message, ...] = ()

    @property
    def made_elsewhere(self) -> bool:
        """Tell whether the order came ready-made: no request and no score of ours stand behind it."""
        return not self.order.request_id and not self.order.score_detail

    @property
    def work_began(self) -> bool:
        """Tell whether somebody was at work on site."""
        return self.order.started_at is not None
