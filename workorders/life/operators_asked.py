# SPDX-License-Identifier: GPL-3.0-or-later
"""What is missing of the consultation of the teleservice and of the operators of sensitive networks.

Gates and readiness ask the same. Law: code de l'environnement R.554-20, R.554-32.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core.messages import Message
from .gate_facts import Notice, Operator


def consultation_lacks(notice: Notice, operators: Sequence[Operator]) -> Iterator[Message]:
    """Yield that the teleservice was not asked before a dig, whatever layers show.

    What they do not show may lie there all the same, and they name no operator for certain. A declaration
    that is not sent lacks more than that: its caller says so.
    """
    if not notice.is_needed or notice.teleservice_was_asked:
        return
    if notice.is_urgent:
        yield Message(_how_blind(operators))
    elif notice.sent_at is not None:
        yield Message("gate.no_consultation", {"kind": notice.kind})


def answer_lacks(notice: Notice, operators: Sequence[Operator]) -> Iterator[Message]:
    """Yield the operators of sensitive networks without an answer: no start without it.

    For an urgent notice the answer is a call, of which name, day and hour are kept; networks of one that
    does not answer count as in the zone.
    """
    if not notice.is_needed:
        return
    for operator in operators:
        if not operator.sensitive or (notice.is_urgent and operator.is_deemed_in_zone):
            continue
        if not operator.has_answered:
            code = "gate.call_missing" if notice.is_urgent else "gate.sensitive_answer_missing"
            yield Message(code, {"operator": operator.name, "phone": operator.phone})
        elif notice.is_urgent and operator.answer is not None and not operator.answer.contact:
            yield Message("gate.contact_missing", {"operator": operator.name})


def _how_blind(operators: Sequence[Operator]) -> str:
    """Return the message that says what is known of the networks near an urgent dig without asking."""
    if any(operator.sensitive for operator in operators):
        return "gate.known_from_layers"
    return "gate.no_sensitive_known" if operators else "gate.no_network_known"
