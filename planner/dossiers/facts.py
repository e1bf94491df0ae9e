# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that the dossier of an order says, as one value for a page, a print or a command."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from ...core.messages import Message
from ...network.digging.conflicts import ConflictRules
from ...workorders.dossier import DossierCondition, DossierRules
from ...workorders.life.gate_facts import GateFacts
from ...workorders.life.gates import GateRules, findings
from ...workorders.orders import OrderState
from ...workorders.rulebook import RuleBook
from ..informing.framework import Framework, execution_framework
from ..intake.order_sheet import OrderSheet
from ..life.gathered import gather_facts
from ..notices.dig_changes import changes_of
from ..notices.photos import Photo, photos_of
from ..ports import Workspace
from ..records import DigChange
from ..rule_versions import DatedRules
from .completeness import Held, Score, score_of
from .dig import Dig, dig_of
from .hazards import Hazard, hazards_of
from .near import NearNetworks, near_networks
from .networks_known import networks_known


@dataclass(frozen=True, slots=True)
class DossierBooks:
    """The rule files that a dossier is made by; read once for a batch."""

    conflicts: ConflictRules
    dated: DatedRules
    orders: RuleBook


def dossier_books(workspace: Workspace, *, day: date) -> DossierBooks:
    """Return the rules that a workspace goes by on a day."""
    dated = DatedRules(workspace)
    return DossierBooks(conflicts=dated.conflicts_on(day), dated=dated, orders=dated.on(day))


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """One dossier; ``dig`` is None where nothing is dug.

    ``gate`` has operators with what they answered, permits and the notice; ``refusals`` say what keeps the
    order from being dispatched at the moment ``made_at``.
    """

    framework: Framework
    gate: GateFacts
    dig: Dig | None
    near: tuple[NearNetworks, ...]
    hazards: tuple[Hazard, ...]
    score: Score
    refusals: tuple[Message, ...]
    rules: DossierRules
    conflict_rules: ConflictRules
    changes: tuple[DigChange, ...]
    photos: tuple[Photo, ...]
    crs: str
    made_at: datetime

    @property
    def sheet(self) -> OrderSheet:
        """Return the sheet of the order."""
        return self.framework.sheet

    @property
    def order_id(self) -> str:
        """Return the number of the order."""
        return str(self.sheet.order.order_id)

    @property
    def valves(self) -> tuple[str, ...]:
        """Return the valves to close, in the order of operation."""
        return self.sheet.outage.close if self.sheet.outage else ()


def dossier_facts(
    workspace: Workspace, order_id: str, *, now: datetime, books: DossierBooks | None = None
) -> DossierFacts:
    """Gather the dossier of an order; ``InputError`` when it does not exist."""
    read = books or dossier_books(workspace, day=now.date())
    framework = execution_framework(workspace, order_id, rules=read.orders.execution)
    sheet = framework.sheet
    gate = gather_facts(workspace, sheet.order, read.dated, day=now.date())
    standard = read.orders.catalogue.jobs.get(sheet.order.code)
    dig = dig_of(sheet.footprint, standard.excavation if standard else None) if sheet.footprint else None
    near = near_networks(sheet.conflicts, dig)
    holding = frozenset(_conditions(gate))
    held = Held(
        sheet=sheet,
        gate=gate,
        networks=networks_known(workspace, sheet),
        has_hours=framework.start is not None,
        has_rules=bool(framework.recalled.rules),
    )
    return DossierFacts(
        framework=framework,
        gate=gate,
        dig=dig,
        near=near,
        hazards=hazards_of(
            sheet.order, near, rules=read.orders.dossier, conflict_rules=read.conflicts, holding=holding
        ),
        score=score_of(held, rules=read.orders.dossier, holding=holding),
        refusals=findings(OrderState.DISPATCHED, gate, GateRules(read.orders.life, read.orders.law, now)),
        rules=read.orders.dossier,
        conflict_rules=read.conflicts,
        changes=changes_of(workspace, order_id),
        photos=photos_of(workspace, order_id),
        crs=workspace.crs,
        made_at=now,
    )


def _conditions(gate: GateFacts) -> Iterator[DossierCondition]:
    if gate.order.digs:
        yield "digs"
    if gate.works_on_pressure or gate.cut is not None:
        yield "cut"
