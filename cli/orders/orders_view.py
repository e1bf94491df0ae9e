# SPDX-License-Identifier: GPL-3.0-or-later
"""Work orders for people: as rows, and one with all that was found for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from types import MappingProxyType

from rich.console import RenderableType
from rich.table import Table

from ...core.messages import Message
from ...core.rules import Label
from ...planner.intake.order_sheet import OrderSheet
from ...planner.records import OrderConflict, OrderNotice, PlanStop
from ...workorders.duration_parts import DurationPart
from ...workorders.intake.overrides import PriorityOverride
from ...workorders.orders import WorkOrder
from ...workorders.rulebook import RuleBook
from ..session import Session
from ..tables import facts, listed, rows
from ..wording import distance, duration, job, means_name, moment, number, word
from .order_steps import tree_shown

_MOST_CONFLICTS = 12


def order_rows(
    session: Session,
    orders: Sequence[WorkOrder],
    rules: RuleBook,
    versions: Mapping[str, int] = MappingProxyType({}),
) -> Table:
    """Return orders as rows, with the versions that commands take as ``seen`` if they are known."""
    names = ["order", "priority", "state", "job", "due_at", "address", "asset"] + ["seen"] * bool(versions)
    return rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                order.order_id,
                order.priority.value,
                word(session, f"state.{order.state.value}"),
                job(session, order, rules),
                moment(order.due_at),
                order.address,
                order.asset_id,
                *([versions[order.order_id]] if versions else ()),
            )
            for order in orders
        ),
        right=[7],
    )


def sheet_data(found: OrderSheet, seen: int) -> dict[str, object]:
    """Return one order's sheet for programs, with the version that commands take as ``seen``."""
    return {field.name: getattr(found, field.name) for field in fields(found)} | {"seen": seen}


def sheet(session: Session, found: OrderSheet, rules: RuleBook, seen: int) -> Iterator[RenderableType]:
    """Show one order's sheet, with the version that commands take as ``seen``."""
    notice = notice_facts(session, found.notice) if found.notice else ()
    version = (session.say("label.seen"), seen)
    yield facts([*_order_facts(session, found, rules), *_network_facts(session, found), *notice, version])
    if len(found.tree.orders) > 1 or found.tree.steps:
        yield ""
        yield from tree_shown(session, found.tree)
    if found.conflicts:
        yield ""
        yield from conflict_rows(session, found.conflicts)
    if found.stops:
        yield ""
        yield stop_rows(session, found)


def _order_facts(session: Session, found: OrderSheet, rules: RuleBook) -> Iterator[tuple[str, object]]:
    order = found.order
    work = f"{duration(order.duration_min * 60)} × {order.crew}"
    asset = f"{word(session, f'role.{order.asset_role}')} {order.asset_id}"
    score = number(session, order.score, 1)
    yield session.say("label.order"), f"{order.order_id}  {job(session, order, rules)}"
    yield session.say("label.priority"), f"{word(session, f'priority.{order.priority.value}')} ({score})"
    yield session.say("label.factors"), _factors(session, order, rules)
    yield session.say("label.rules_version"), order.rules_version
    if found.override is not None:
        yield session.say("label.override"), _override(session, found.override)
    yield session.say("label.state"), word(session, f"state.{order.state.value}")
    yield session.say("label.address"), order.address
    yield session.say("label.due_at"), moment(order.due_at)
    yield session.say("label.asset"), asset if order.asset_id else None
    yield session.say("label.work"), work
    if len(found.duration) > 1:
        yield session.say("label.why_duration"), why_duration(session, found.duration)
    yield session.say("label.skills"), _names(session, rules, [*order.skills, *order.crew_skills])
    yield session.say("label.equipment"), _names(session, rules, order.equipment)
    yield session.say("label.parts"), listed(_parts(session, order, rules))
    for request in found.tree.requests or ([found.request] if found.request else []):
        yield session.say("label.request"), f"{request.request_id}: {request.description}"


def why_duration(session: Session, parts: Iterable[DurationPart]) -> str:
    """Return what the minutes of an order are made of."""
    language = session.language
    return ", ".join(
        f"{part.minutes:+d} min {part.said.spoken(language)} ({part.source})"
        if isinstance(part.said, Label)
        else f"{part.minutes:+d} min {session.text(part.said)}"
        for part in parts
    ).removeprefix("+")


def _factors(session: Session, order: WorkOrder, rules: RuleBook) -> str:
    """Return the points of each factor with the fact that they come from."""
    sources = order.score_sources or {}
    return "; ".join(
        f"{word(session, f'factor.{name}')} {number(session, points, 1)}"
        + _source(session, rules, sources.get(name))
        for name, points in order.score_detail.items()
        if points
    )


def _source(session: Session, rules: RuleBook, source: str | None) -> str:
    if source is None:
        return ""
    name, _, found = source.partition("=")
    for asked in rules.questions.sets.values():
        if name in asked:
            question = asked[name]
            reply = question.answers[found].spoken(session.language) if found in question.answers else found
            return f" ({question.spoken(session.language)} {reply})"
    return f" ({session.text(Message(f'evidence.{name}', {'found': found}))})"


def _override(session: Session, kept: PriorityOverride) -> str:
    return session.say(
        "cli.override",
        priority=kept.priority.value,
        judged=kept.judged.value,
        by=kept.by,
        at=moment(kept.at),
        reason=kept.reason,
    )


def _names(session: Session, rules: RuleBook, keys: Iterable[str]) -> str:
    return listed([means_name(session, rules, key) for key in dict.fromkeys(keys)], separator="; ")


def _parts(session: Session, order: WorkOrder, rules: RuleBook) -> list[str]:
    return [f"{count} × {means_name(session, rules, part)}" for part, count in order.parts.items()]


def _network_facts(session: Session, found: OrderSheet) -> Iterator[tuple[str, object]]:
    if found.outage is not None:
        yield session.say("label.close"), listed(found.outage.close)
        yield session.say("label.customers"), listed(found.outage.customers)
        yield session.say("label.sensitive_customers"), listed(found.outage.sensitive_customers)
        yield session.say("label.hydrants"), listed(found.outage.hydrants)
    for trace in found.traces:
        length = distance(session, trace.length_m)
        yield session.say(f"label.{trace.direction}"), f"{length}; {listed(trace.pipes)}"


def notice_facts(session: Session, notice: OrderNotice) -> Iterator[tuple[str, object]]:
    """Return what there is to know of a notice."""
    yield session.say("label.notice"), word(session, f"notice_kind.{notice.kind}")
    yield session.say("label.reason"), session.text(notice.reason)
    if notice.kind == "none":
        return
    yield session.say("label.notice_way"), session.say(f"notice_way.{notice.way}")
    yield session.say("label.received_on"), moment(notice.received_on)
    yield session.say("label.send_by"), moment(notice.send_by)
    yield session.say("label.answer_by"), moment(notice.answer_by)
    yield session.say("label.earliest_start"), moment(notice.earliest_start)
    yield session.say("label.start_by"), moment(notice.start_by)
    yield session.say("label.call_first"), listed(notice.call_first)
    yield session.say("label.write_to"), listed(notice.write_to)
    yield session.say("label.law_version"), notice.law_version


def conflict_rows(session: Session, conflicts: Sequence[OrderConflict]) -> Iterator[RenderableType]:
    """Show the networks near a dig, the most dangerous first; say how many more there are."""
    names = ("network", "operator", "phone", "accuracy", "edge", "verdict")
    shown = conflicts[:_MOST_CONFLICTS]
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                conflict.label or conflict.network_type,
                conflict.operator,
                conflict.emergency_phone,
                conflict.accuracy_class,
                f"{number(session, conflict.edge_m, 1)} m",
                word(session, f"verdict.{conflict.verdict}"),
            )
            for conflict in shown
        ),
        right=[4],
    )
    if len(conflicts) > len(shown):
        yield session.say("cli.more", count=len(conflicts) - len(shown))


def task(session: Session, stop: PlanStop) -> str:
    """Return what an agent does at a stop."""
    rules = session.rule_book()
    loads = (
        f"{count} × {means_name(session, rules, part)}"
        for part, _, count in (p.partition("=") for p in stop.parts)
    )
    return session.say(f"stop.{stop.task}", valves=", ".join((*stop.valves, *loads)))


def stop_rows(session: Session, found: OrderSheet) -> Table:
    """Return where an order stands in the plan in force."""
    names = ("agent", "task", "arrive", "start", "end")
    return rows(
        [session.say(f"label.{name}") for name in names],
        (
            (agent.name, task(session, stop), moment(stop.arrive), moment(stop.start), moment(stop.end))
            for agent, stop in zip(found.crew, found.stops, strict=True)
        ),
    )
