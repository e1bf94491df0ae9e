# SPDX-License-Identifier: GPL-3.0-or-later
"""Proposed changes looked at: what speaks against each, what it does downstream, what it would write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from shapely.geometry import MultiLineString

from ...core.errors import InputError
from ...core.messages import Message
from ...core.progress import Progress, SilentProgress
from ...network.assets.roles import Role
from ...network.changes.checks import ChangeFinding, accuracy_findings, error, value_findings, warning
from ...network.changes.effects import (
    NetworkChange,
    changed_frames,
    connection_effects,
    rebuilt,
    removal_effects,
    split_effects,
    touches,
    valve_effects,
)
from ...network.changes.feature_edits import as_geometry
from ...network.topology.attachments import TOUCH_M
from ...workorders.asset_changes.records import AssetChange, ChangeState
from ...workorders.asset_changes.rules import ChangeRules
from ..assets.asset_base import AssetBase
from ..conditions import Where
from ..ports import Workspace
from .asset_tables import AssetTables
from .edits import Written, delivery_of, split_id, written
from .own_layers import OWN_LAYERS
from .propose import roles_of

# what changes where water or sewage goes: the network is built with it to see
_TOPOLOGICAL = ("split", "abandon", "connection")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A change with its findings, its effects in words, and what it would write; None where it cannot."""

    change: AssetChange
    findings: tuple[ChangeFinding, ...]
    effects: tuple[Message, ...]
    written: Written | None
    is_safe: bool

    @property
    def errors(self) -> tuple[ChangeFinding, ...]:
        """Return what keeps it from being written."""
        return tuple(one for one in self.findings if one.is_error)


class Reviewer:
    """Looks at changes of one workspace as it was found; the network is built at the first that needs it."""

    def __init__(self, workspace: Workspace, *, rules: ChangeRules, now: datetime, who: str) -> None:
        self._workspace = workspace
        self._rules = rules
        self._now = now
        self._who = who
        self.tables = AssetTables(workspace)
        self._base: AssetBase | None = None

    @property
    def base(self) -> AssetBase:
        """Return the asset base."""
        if self._base is None:
            self._base = AssetBase(self._workspace)
        return self._base

    def prepare(self, changes: Iterable[AssetChange]) -> None:
        """Read at once what many changes are about."""
        for role, ids in roles_of(changes):
            if role in {one.value for one in Role}:
                self.tables.read(Role(role), ids)
            elif role in OWN_LAYERS:
                self.tables.read_own(role, ids)

    def look(self, change: AssetChange, *, with_effects: bool = True) -> Reviewed:
        """Return a change with all that is to be known before it is accepted."""
        findings = list(value_findings(change.role, change.after, today=self._now.date()))
        plan: Written | None = None
        if not findings:
            try:
                plan = written(self.tables, change, at=self._now, who=self._who)
            except InputError as refused:
                findings.append(ChangeFinding("error", refused.message))
        if plan is not None:
            findings += self._stale(plan)
            findings += self._not_held(plan)
        findings += self._survey(change)
        findings += self._asbestos(change)
        rule = self._rules.rules.get(change.rule)
        is_batched = bool(rule and rule.batch)
        effects = (
            self._effects(change) if with_effects and plan is not None and not is_stale(findings) else ()
        )
        findings += [warning("asset_change.cuts_off")] if _cuts_off(effects) else []
        weighty = [one for one in findings if one.severity != "info"]
        return Reviewed(change, tuple(findings), effects, plan, is_batched and not weighty)

    def _stale(self, plan: Written) -> Iterator[ChangeFinding]:
        for one in plan.stale:
            yield error(
                "asset_change.stale",
                attribute=one.attribute,
                before=one.proposed_from or "-",
                now=one.now or "-",
                wanted=one.wanted or "-",
            )

    @staticmethod
    def _not_held(plan: Written) -> Iterator[ChangeFinding]:
        if plan.not_held:
            said = {"attributes": ", ".join(plan.not_held)}
            yield ChangeFinding("info", Message("asset_change.not_held", said))

    def _asbestos(self, change: AssetChange) -> Iterator[ChangeFinding]:
        """Yield that nobody would be warned of asbestos any more, where a pipe is said to hold none."""
        was, is_ = change.before.get("material", ""), change.after.get("material", "")
        if was in self._rules.asbestos and is_ and is_ not in self._rules.asbestos:
            yield warning("asset_change.asbestos", was=was, now=is_)

    def _survey(self, change: AssetChange) -> Iterator[ChangeFinding]:
        """Yield what is wrong with where a change lies: far off, joined to nothing, its class."""
        if change.kind == "repair":
            yield from self._repair(change)
        shape, before = as_geometry(change.shape_after), as_geometry(change.shape_before)
        if change.kind in ("move", "connection"):
            claimed, method = change.after.get("accuracy_xy", ""), change.after.get("located_by", "")
            moved_m = before.distance(shape) if before is not None and shape is not None else None
            yield from accuracy_findings(
                moved_m=moved_m,
                claimed=claimed,
                mapped=change.before.get("accuracy_xy", ""),
                method=method,
                reached=self._rules.class_of(method),
            )
            if moved_m is not None and moved_m > self._rules.within_m:
                yield warning(
                    "asset_change.far", moved_m=f"{moved_m:.1f}", limit_m=f"{self._rules.within_m:g}"
                )
        on = {"valve": Role.WATER_PIPE, "hydrant": Role.WATER_PIPE, "service_connection": Role.WATER_PIPE}
        on |= {"sewer_connection": Role.SEWER_PIPE}
        if shape is not None and change.kind in ("move", "connection") and change.role in on:
            role = on[change.role]
            if not touches(shape, self.base.frame(role), within_m=TOUCH_M):
                yield warning(
                    "asset_change.joins_nothing", role=Message(f"role.{role.value}"), limit_m=TOUCH_M
                )

    def _repair(self, change: AssetChange) -> Iterator[ChangeFinding]:
        """Yield what is wrong with a repair point: its asset unknown, or far from it."""
        asset, place = change.after.get("idsuprepar", ""), change.place
        roles = [Role(role) for role in self._rules.rules[change.rule].roles]
        held = next((rows for role in roles if (rows := self.tables.held(role, asset))), None)
        if held is None:
            yield warning("asset_change.repaired_unknown", asset=asset or "-")
            return
        shape = as_geometry(held[0][1].get("geometry"))
        if shape is None or place is None:
            return
        off_m = shape.distance(place)
        if off_m > self._rules.within_m:
            yield warning("asset_change.far", moved_m=f"{off_m:.1f}", limit_m=f"{self._rules.within_m:g}")

    def _effects(self, change: AssetChange) -> tuple[Message, ...]:
        if change.kind == "valve_states" or "state" in change.after:
            if not self.base.has(Role.WATER_PIPE) or change.before == change.after:
                return ()
            before, after = change.before.get("state", ""), change.after["state"]
            return valve_effects(self.base.water, change.asset_id, before=before, after=after)
        if change.kind not in _TOPOLOGICAL:
            return ()
        return self._rebuilt(change)

    def _rebuilt(self, change: AssetChange) -> tuple[Message, ...]:
        """Return what a change does to the network, built with it; sewers tell none."""
        role = Role(change.role)
        if role not in (Role.WATER_PIPE, Role.SERVICE_CONNECTION) or not self.base.has(Role.WATER_PIPE):
            return ()
        frames, before = self.base.frames, self.base.water
        if change.kind == "connection":
            line_id, delivery = delivery_of(change)
            frames = changed_frames(
                frames,
                NetworkChange(role, line_id, change.after, as_geometry(change.shape_after), is_new=True),
            )
            end = NetworkChange(Role.DELIVERY_POINT, change.asset_id, geometry=delivery, is_new=True)
            return connection_effects(rebuilt(changed_frames(frames, end), before), change.asset_id)
        shape = as_geometry(change.shape_after)
        second = split_id(self.tables, change) if isinstance(shape, MultiLineString) else ""
        altered = NetworkChange(role, change.asset_id, change.after, shape, second_id=second)
        after = rebuilt(changed_frames(frames, altered), before)
        if change.kind == "split":
            return split_effects(before, after, altered)
        return removal_effects(before, after, altered)


def is_stale(findings: Iterable[ChangeFinding]) -> bool:
    """Tell whether what a change was proposed of has changed meanwhile."""
    return any(one.message.code == "asset_change.stale" for one in findings)


def list_changes(
    workspace: Workspace,
    *,
    state: ChangeState | None = ChangeState.PROPOSED,
    order_id: str = "",
    zone: str = "",
    kind: str = "",
    role: str = "",
) -> list[AssetChange]:
    """Return the changes in a state (None: in any), the oldest work first."""
    where = [Where("state", among=[state])] if state else []
    equal = {"order_id": order_id, "zone": zone, "kind": kind, "role": role}
    found = workspace.all(AssetChange, where=where, **{name: text for name, text in equal.items() if text})
    return sorted(found, key=lambda one: (one.worked_at, one.change_id))


def review(
    workspace: Workspace,
    changes: Sequence[AssetChange],
    *,
    rules: ChangeRules,
    now: datetime,
    who: str,
    progress: Progress | None = None,
) -> tuple[Reviewed, ...]:
    """Return changes with what speaks against them and what they do; the layers are read once."""
    watch = progress or SilentProgress()
    reviewer = Reviewer(workspace, rules=rules, now=now, who=who)
    reviewer.prepare(changes)
    found = []
    for done, change in enumerate(changes):
        if done % 500 == 0:
            watch.check()
            watch.report(done / len(changes))
        found.append(reviewer.look(change))
    return tuple(found)


def _cuts_off(effects: Iterable[Message]) -> bool:
    return any(one.code == "asset_effect.dry" for one in effects)
