# SPDX-License-Identifier: GPL-3.0-or-later
"""What the network answers, as JSON and for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from ...network.digging.results import Conflict
from ..session import Session
from ..tables import rows
from ..wording import number, word


def conflicts(session: Session, found: Sequence[Conflict]) -> Iterator[RenderableType]:
    """Show the third-party networks around a dig."""
    if not found:
        yield session.say("cli.no_conflict")
        return
    names = ("network", "operator", "phone", "accuracy", "edge", "effective", "sensitive", "verdict")
    yield rows(
        [session.say(f"label.{name}") for name in names], (_line(session, c) for c in found), right=[4, 5]
    )
    yield session.say("cli.consult_anyway")


def _line(session: Session, conflict: Conflict) -> tuple[object, ...]:
    return (
        conflict.label or conflict.network_type,
        conflict.operator,
        conflict.emergency_phone,
        conflict.accuracy_class,
        f"{number(session, conflict.edge_m, 1)} m",
        None if conflict.effective_m is None else f"{number(session, conflict.effective_m, 1)} m",
        session.say("cli.yes") if conflict.is_sensitive else "",
        word(session, f"verdict.{conflict.verdict}"),
    )
