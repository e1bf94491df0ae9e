# SPDX-License-Identifier: GPL-3.0-or-later
"""Look at the dig of an order again, after its outline or the networks around it changed.

Conflicts, notice and means follow; what differs is kept with the order. A notice that was sent stays as it
was sent: what it did not tell is said, and who is still to be asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

import geopandas as gpd
from shapely.geometry import Polygon

from ...core.messages import Message
from ...network.digging.conflicts import ConflictRules, find_conflicts
from ...workorders.catalogue import JobStandard
from ...workorders.facts import AssetFacts, NetworkNear
from ...workorders.notices import Dig, decide_notice, urgency_ground
from ...workorders.orders import WorkOrder
from ...workorders.requirements import Requirements, dangers, require
from ...workorders.rulebook import RuleBook
from ...workorders.teleservice.records import NoticeOperator
from ..company import counts_sundays, digs_itself
from ..dig_size import width_m
from ..life.gathered import first
from ..ports import Transaction, Workspace
from ..records import DigChange, Footprint, OrderConflict, OrderNotice
from ..sites.order_records import conflict_records, notice_record, sent_on
from ..sites.site_study import networks_near
from .dig_changes import change_records, network_changes


@dataclass(frozen=True, slots=True)
class Ground:
    """What digs are looked at by: the networks of others, the rules, the moment and who asks."""

    third_party: gpd.GeoDataFrame | None
    conflict_rules: ConflictRules
    book: RuleBook
    now: datetime
    who: str


@dataclass(frozen=True, slots=True)
class DigAgain:
    """A dig before and after; ``changes`` say what differs and are empty when nothing does."""

    before: DigState
    after: DigState
    changes: tuple[DigChange, ...]

    @property
    def said(self) -> tuple[Message, ...]:
        """Return what differs as messages."""
        return tuple(change.said for change in self.changes)

    def write(self, transaction: Transaction) -> None:
        """Write what differs within a command."""
        before, after = self.before, self.after
        if after.dig != before.dig:
            transaction.save(after.dig)
        kept = {one.conflict_id: one for one in before.conflicts}
        for conflict in after.conflicts:
            known = kept.pop(conflict.conflict_id, None)
            if known is None:
                transaction.add([conflict])
            elif (again := replace(conflict, version=known.version)) != known:
                transaction.save(again)
        for gone in kept.values():
            transaction.remove(gone)
        if after.notice is not None and after.notice != before.notice:
            transaction.save(after.notice)
        if after.order != before.order:
            transaction.save(after.order)
        transaction.add(self.changes)


@dataclass(frozen=True, slots=True)
class DigState:
    """An order with its dig, the networks near it, and its notice."""

    order: WorkOrder
    dig: Footprint
    conflicts: tuple[OrderConflict, ...]
    notice: OrderNotice | None


def look_again(
    workspace: Workspace, order: WorkOrder, before: Footprint, after: Footprint, *, ground: Ground, cause: str
) -> DigAgain:
    """Return what changes for an order whose dig ``before`` is now ``after``, or the same on new ground.

    Equipment and skills are added, never taken away. ``InputError`` when the dig is larger than one notice
    may cover. O(log n + near networks).
    """
    state = DigState(
        order=order,
        dig=before,
        conflicts=tuple(workspace.all(OrderConflict, order_id=order.order_id)),
        notice=first(workspace.all(OrderNotice, order_id=order.order_id)),
    )
    conflicts = _conflicts(order, after.geometry, ground)
    standard = ground.book.catalogue.jobs.get(order.code)
    added = _added(standard, state, after, conflicts, ground) if standard else None
    notice = _notice(
        standard,
        state,
        after,
        conflicts,
        ground,
        own_works=digs_itself(workspace),
        count_sundays=counts_sundays(workspace),
    )
    renewed = _with_means(order, added) if added else order
    if notice and state.notice and notice.earliest_start != state.notice.earliest_start:
        renewed = replace(renewed, earliest_start=notice.earliest_start if order.digs else None)
    named = workspace.all(NoticeOperator, order_id=order.order_id)
    said = [
        *_dig_changes(before, after),
        *network_changes(state.conflicts, conflicts),
        *_notice_changes(state, notice, conflicts, named={one.operator for one in named}),
        *_means_changes(order, renewed),
    ]
    changes = change_records(
        workspace, order, state.notice, said, cause=cause, now=ground.now, who=ground.who
    )
    return DigAgain(state, DigState(renewed, after, conflicts, notice), tuple(changes))


def _conflicts(order: WorkOrder, dig: Polygon, ground: Ground) -> tuple[OrderConflict, ...]:
    if ground.third_party is None:
        return ()
    found = find_conflicts(dig, ground.third_party, rules=ground.conflict_rules)
    return tuple(conflict_records(order.order_id, found, ground.third_party))


def _near(conflicts: tuple[OrderConflict, ...]) -> tuple[NetworkNear, ...]:
    ordered = sorted(conflicts, key=lambda one: one.edge_m)
    return networks_near(ordered)


def _added(
    standard: JobStandard,
    before: DigState,
    after: Footprint,
    conflicts: tuple[OrderConflict, ...],
    ground: Ground,
) -> tuple[Requirements, Requirements]:
    """Return what the dig took before and takes now, as far as ground and size decide it."""
    urgent = bool(urgency_ground(standard, priority=before.order.priority, law=ground.book.law))

    def needs(dig: Footprint, near: tuple[OrderConflict, ...]) -> Requirements:
        # a dig of the catalogue has the width of the catalogue, whatever its outline measures
        width = width_m(dig.geometry) if dig.drawn_by else None
        facts = AssetFacts(depth_m=dig.depth_m, width_m=width, networks=_near(near))
        return require(standard, facts, urgent=urgent, rules=ground.book.resources)

    return needs(before.dig, before.conflicts), needs(after, conflicts)


def _with_means(order: WorkOrder, needs: tuple[Requirements, Requirements]) -> WorkOrder:
    former, latter = needs

    def grown(name: str) -> tuple[str, ...]:
        new = [one for one in getattr(latter, name) if one not in getattr(former, name)]
        return tuple(dict.fromkeys((*getattr(order, name), *new)))

    return replace(
        order,
        duration_min=order.duration_min + max(0, latter.duration_min - former.duration_min),
        crew=max(order.crew, latter.crew) if latter.crew > former.crew else order.crew,
        skills=grown("skills"),
        crew_skills=grown("crew_skills"),
        equipment=grown("equipment"),
        hazards=grown("hazards"),
    )


def _notice(
    standard: JobStandard | None,
    state: DigState,
    after: Footprint,
    conflicts: tuple[OrderConflict, ...],
    ground: Ground,
    *,
    own_works: bool,
    count_sundays: bool | None,
) -> OrderNotice | None:
    """Return the notice decided anew; one that was sent stays, and so do the dates of an urgent one."""
    known = state.notice
    if known is None or standard is None or not state.order.digs:
        return known
    law = ground.book.law
    dig = Dig(
        area_m2=after.area_m2,
        urgency=urgency_ground(standard, priority=state.order.priority, law=law),
        networks=_near(conflicts),
        own_works=own_works,
        # a DICT alone follows a DT that was answered
        dt_answered=known.kind == "DICT",
    )
    found = decide_notice(dig, received=ground.now, law=law, count_sundays=count_sundays)
    if known.sent_at is not None:
        return known
    decided = notice_record(state.order.order_id, found)
    decided = replace(decided, number=known.number, on_paper=known.on_paper, version=known.version)
    decided = sent_on(decided, ground.now.date(), law=law, count_sundays=count_sundays)
    # nothing that the dig decides differs: its dates stay those of the day on which they were counted
    same = replace(
        decided,
        send_by=known.send_by,
        answer_by=known.answer_by,
        earliest_start=known.earliest_start,
        start_by=known.start_by,
        reason_params={**decided.reason_params, **_dates(known)},
    )
    return same if known.kind == decided.kind else decided


def _dates(notice: OrderNotice) -> dict[str, str]:
    return {
        name: notice.reason_params[name] for name in ("answer_by", "start") if name in notice.reason_params
    }


def _dig_changes(before: Footprint, after: Footprint) -> Iterator[Message]:
    if before.geometry != after.geometry or before.depth_m != after.depth_m:
        yield Message(
            "dig_change.footprint",
            {
                "before": f"{before.area_m2:.1f}",
                "after": f"{after.area_m2:.1f}",
                "depth": "" if after.depth_m is None else f"{after.depth_m:.2f}",
            },
        )


def _notice_changes(
    state: DigState, notice: OrderNotice | None, conflicts: tuple[OrderConflict, ...], *, named: set[str]
) -> Iterator[Message]:
    known = state.notice
    if known is None or known.kind == "none":
        return
    if notice is not None and notice.kind != known.kind:
        yield Message("dig_change.notice", {"before": known.kind, "after": notice.kind})
    # the teleservice asks whom it names, on our maps or not
    asked = named | {one.operator for one in state.conflicts}
    for operator in dict.fromkeys(one.operator for one in conflicts if one.operator not in asked):
        if known.sent_at is not None:
            yield Message("dig_change.to_ask", {"operator": operator, "number": known.number})


def _means_changes(before: WorkOrder, after: WorkOrder) -> Iterator[Message]:
    if after.duration_min != before.duration_min:
        yield Message("dig_change.duration", {"before": before.duration_min, "after": after.duration_min})
    for hazard in dangers(after.hazards):
        if hazard not in before.hazards:
            yield Message("dig_change.hazard", {"hazard": f"hazard.{hazard}"})
