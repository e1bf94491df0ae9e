# SPDX-License-Identifier: GPL-3.0-or-later
"""What a new communication plan makes of the messages that are stored, told or on their way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from .messages import OPEN, TOLD, MessageState, OrderMessage
from .rules import CommunicationRules, due_at

_GONE = TOLD | {MessageState.SENDING}

# purpose, addressee, and the valve on whose failure it hangs
Family = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """The messages to add and those to save."""

    added: tuple[OrderMessage, ...]
    saved: tuple[OrderMessage, ...]


def merge_plan(
    stored: Iterable[OrderMessage],
    planned: Sequence[OrderMessage],
    *,
    now: datetime,
    rules: CommunicationRules,
) -> PlanChanges:
    """Return how the stored messages change so that they say what is planned now.

    What nobody was told yet is brought up to date or called off. What was told stays, and a message that puts
    it right is planned beside it: the same purpose for another start, or the rule's revocation when it is no
    longer so. A message that may be on its way is left alone.
    """
    known = {message.message_id: message for message in stored}
    told = _last_told(known.values(), rules)
    wanted = {message.message_id: message for message in (_in_place(m, known, told) for m in planned)}
    families = {_family(message) for message in planned}
    wanted |= {message.message_id: message for message in _revocations(told, families, now=now, rules=rules)}
    added = tuple(message for name, message in wanted.items() if name not in known)
    changed = (_changed(message, wanted.get(name)) for name, message in known.items())
    saved = tuple(new for new, old in zip(changed, known.values(), strict=True) if new != old)
    return PlanChanges(added, saved)


def _family(message: OrderMessage) -> Family:
    return message.purpose, message.ref, message.if_valve


def _last_told(messages: Iterable[OrderMessage], rules: CommunicationRules) -> dict[Family, OrderMessage]:
    """Return what each family was told last, without what was taken back since."""
    messages = tuple(messages)
    taken_back = {m.replaces for m in messages if m.purpose in rules.revocations and m.state in _GONE}
    found: dict[Family, OrderMessage] = {}
    for message in sorted(messages, key=lambda m: m.sent_at or datetime.min):
        if message.state in _GONE and message.purpose not in rules.revocations:
            found[_family(message)] = message
    return {family: message for family, message in found.items() if message.message_id not in taken_back}


def _in_place(
    message: OrderMessage, known: Mapping[str, OrderMessage], told: Mapping[Family, OrderMessage]
) -> OrderMessage:
    """Return the message under the id of what says the same already, else under one that is free."""
    last = told.get(_family(message))
    if last is not None and last.about_start == message.about_start:
        return replace(message, message_id=last.message_id)
    replaces = last.message_id if last else ""
    name, number = message.message_id, 1
    while name in known and known[name].state in _GONE:
        suffix = f"#{number}" if number > 1 else ""
        name = f"{message.message_id}@{message.about_start:%Y-%m-%dT%H:%M}{suffix}"
        number += 1
    return replace(message, message_id=name, replaces=replaces)


def _changed(old: OrderMessage, wanted: OrderMessage | None) -> OrderMessage:
    """Return a stored message as it is planned now; a due time that counts from now is not pushed back."""
    if old.state in _GONE:
        return old
    if wanted is None:
        return replace(old, state=MessageState.CANCELLED)
    state = old.state if old.state in OPEN else MessageState.PLANNED
    due = wanted.due_at if wanted.about_start != old.about_start else min(old.due_at, wanted.due_at)
    return replace(wanted, state=state, due_at=due, text=old.text, version=old.version)


def _revocations(
    told: Mapping[Family, OrderMessage],
    families: set[Family],
    *,
    now: datetime,
    rules: CommunicationRules,
) -> Iterator[OrderMessage]:
    """Yield what takes back the messages that people were told and that are no longer so."""
    for family, message in told.items():
        rule = rules.messages.get(message.purpose)
        if rule is None or not rule.revoked_by or family in families:
            continue
        due = rules.revocations[rule.revoked_by].due
        yield replace(
            message,
            message_id=f"{message.message_id}!{rule.revoked_by}",
            purpose=rule.revoked_by,
            due_at=due_at(due, now=now, start=message.about_start, end=message.about_start, notice=now),
            replaces=message.message_id,
            state=MessageState.PLANNED,
            sent_at=None,
            sent_id="",
            answered_at=None,
            answer="",
            version=0,
        )
