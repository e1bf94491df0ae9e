# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with the networks, as JSON and for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from ...network.assets.results import Correction, Defect
from ..session import Session
from ..tables import rows
from ..wording import place, word

_MOST_DEFECTS = 30


def audit_data(found: Sequence[Defect]) -> dict[str, object]:
    """Return every defect as JSON, with how many there are of each severity and kind."""
    return {
        "counts": Counter(defect.severity for defect in found),
        "kinds": Counter(_kind(defect) for defect in found),
        "defects": [
            {
                "severity": defect.severity,
                "kind": _kind(defect),
                "role": defect.role,
                "asset_id": defect.asset_id,
                "place": defect.place,
                "message": defect.message,
                "correction": defect.correction,
            }
            for defect in found
        ],
    }


def audit(session: Session, found: Sequence[Defect]) -> Iterator[RenderableType]:
    """Show how many defects there are of each kind, then the most severe ones."""
    if not found:
        yield session.say("cli.no_defect")
        return
    counts = Counter((defect.severity, _kind(defect)) for defect in found)
    headings = [session.say(f"label.{name}") for name in ("severity", "problem", "count")]
    yield rows(
        headings,
        (
            (word(session, f"severity.{severity}"), word(session, f"defect.{kind}"), count)
            for (severity, kind), count in counts.items()
        ),
        right=[2],
    )
    yield ""
    headings = [
        session.say(f"label.{name}") for name in ("severity", "assets", "problem", "place", "correction")
    ]
    yield rows(headings, (_line(session, defect) for defect in found[:_MOST_DEFECTS]))
    if len(found) > _MOST_DEFECTS:
        yield session.say("cli.more", count=len(found) - _MOST_DEFECTS)


def _kind(defect: Defect) -> str:
    return defect.message.code.rpartition(".")[2]


def _line(session: Session, defect: Defect) -> tuple[object, ...]:
    return (
        word(session, f"severity.{defect.severity}"),
        word(session, f"role.{defect.role}"),
        session.text(defect.message),
        None if defect.place is None else place(defect.place, 2),
        _proposal(session, defect.correction),
    )


def _proposal(session: Session, correction: Correction | None) -> str | None:
    if correction is None:
        return None
    said = word(session, f"correction.{correction.action}")
    return session.say("correction.to_review", correction=said) if correction.needs_review else said
