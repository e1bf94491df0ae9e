# SPDX-License-Identifier: GPL-3.0-or-later
"""The communication plan of an order: every addressee, message, channel and due time, from dated rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ...core.ids import OrderId
from .contacts import Addressee, Channel, Reachable, choose_channel
from .messages import OrderMessage
from .rules import CommunicationRules, Condition, MessageRule, due_at


@dataclass(frozen=True, slots=True)
class PlanB:
    """Whom a cut takes in addition if one valve does not hold."""

    valve: str
    sensitive: tuple[Reachable, ...]
    customer_refs: frozenset[str]


@dataclass(frozen=True, slots=True)
class CommunicationFacts:
    """What is known of an order when its communication is planned.

    ``customers`` lose water, the sensitive ones among them first; ``is_urgent`` says that the work cannot
    wait for a notice. ``notice_hours`` is the contract's, None where it sets none.
    """

    order_id: OrderId
    now: datetime
    start: datetime
    end: datetime
    is_cut: bool = False
    is_urgent: bool = False
    is_urgent_dig: bool = False
    is_planned: bool = False
    hydrants: tuple[str, ...] = ()
    zone: str = ""
    notice_hours: float | None = None
    customers: tuple[Reachable, ...] = ()
    plan_b: tuple[PlanB, ...] = ()
    operators_to_call: tuple[Reachable, ...] = ()
    operators_to_write: tuple[Reachable, ...] = ()
    agents: tuple[Reachable, ...] = ()
    directory: tuple[Addressee, ...] = ()


def as_reachable(entry: Addressee) -> Reachable:
    """Return an entry of the directory as somebody to tell."""
    return Reachable(
        ref=entry.addressee_id,
        name=entry.name,
        phone=entry.phone,
        mobile=entry.mobile,
        email=entry.email,
        address=entry.address,
        town=entry.town,
        language=entry.language,
        channels=entry.channels,
    )


def plan_messages(facts: CommunicationFacts, rules: CommunicationRules) -> tuple[OrderMessage, ...]:
    """Return the messages that an order needs, in the order of the rules, the sensitive customers first.

    Where nobody of a kind is in the directory, or no channel reaches somebody, the message is there all the
    same with the channel ``NONE``: it is a gap that somebody must fill.
    """
    holding = _conditions(facts)
    found: list[OrderMessage] = []
    for purpose, rule in rules.messages.items():
        if not holding.issuperset(rule.when):
            continue
        for who, valve in _audience(rule, facts):
            message = _message(purpose, rule, who, valve, facts, rules)
            if not (rule.optional and message.channel is Channel.NONE):
                found.append(message)
    return tuple(found)


def _conditions(facts: CommunicationFacts) -> frozenset[Condition]:
    held: dict[Condition, bool] = {
        "cut": facts.is_cut,
        "planned_cut": facts.is_cut and not facts.is_urgent,
        "urgent_cut": facts.is_cut and facts.is_urgent,
        "hydrant_out": bool(facts.hydrants),
        "urgent_dig": facts.is_urgent_dig,
        "planned": facts.is_planned,
    }
    return frozenset(name for name, holds in held.items() if holds)


def _audience(rule: MessageRule, facts: CommunicationFacts) -> Iterator[tuple[Reachable, str]]:
    """Yield whom a rule tells, with the valve on whose failure that hangs (empty: told in any case)."""
    sensitive = tuple(customer for customer in facts.customers if customer.is_sensitive)
    lists: Mapping[str, Sequence[Reachable]] = {
        "customers": facts.customers,
        "sensitive_customers": sensitive,
        "establishments": _establishments(facts, {customer.ref for customer in facts.customers}),
        "operators_to_call": facts.operators_to_call,
        "operators_to_write": facts.operators_to_write,
        "agents": facts.agents,
    }
    told = lists[rule.to] if rule.to in lists else _of_kind(rule.to, facts)
    yield from ((who, "") for who in told)
    if not rule.plan_b:
        return
    seen = {who.ref for who in told}
    for ring in facts.plan_b:
        others = (
            ring.sensitive if rule.to == "sensitive_customers" else _establishments(facts, ring.customer_refs)
        )
        yield from ((who, ring.valve) for who in others if who.ref not in seen)


def _establishments(facts: CommunicationFacts, refs: Iterable[str]) -> tuple[Reachable, ...]:
    cut = set(refs)
    return tuple(as_reachable(entry) for entry in facts.directory if cut.intersection(entry.customer_refs))


def _of_kind(kind: str, facts: CommunicationFacts) -> tuple[Reachable, ...]:
    """Return the entries of a kind for the order's zone; somebody without a name where there is none."""
    entries = [entry for entry in facts.directory if entry.kind == kind]
    own = [entry for entry in entries if entry.zone == facts.zone and facts.zone]
    found = own or [entry for entry in entries if not entry.zone]
    return tuple(as_reachable(entry) for entry in found) or (Reachable(ref="", name=""),)


def _message(
    purpose: str,
    rule: MessageRule,
    who: Reachable,
    valve: str,
    facts: CommunicationFacts,
    rules: CommunicationRules,
) -> OrderMessage:
    channel, found = choose_channel(
        who,
        purpose,
        rule.channels,
        country=rules.phone.country,
        prefixes=rules.phone.mobile_prefixes,
    )
    parts = (facts.order_id, purpose, who.ref or "-", *([valve] if valve else []))
    return OrderMessage(
        message_id="/".join(parts),
        order_id=facts.order_id,
        purpose=purpose,
        actor=rule.to,
        ref=who.ref,
        name=who.name,
        channel=channel,
        reach=found,
        language=who.language,
        due_at=due_at(
            rule.due, now=facts.now, start=facts.start, end=facts.end, notice=notice_at(facts, rules)
        ),
        about_start=facts.start,
        if_valve=valve,
        points=who.points,
    )


def notice_at(facts: CommunicationFacts, rules: CommunicationRules) -> datetime:
    """Return by when a cut is announced: the contract's notice before its start, at once if it is urgent."""
    if facts.is_urgent:
        return facts.now
    hours = facts.notice_hours if facts.notice_hours is not None else rules.cut_notice_hours.value
    return facts.start - timedelta(hours=hours)
