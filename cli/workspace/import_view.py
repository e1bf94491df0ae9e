# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import brought in, and the mapping it proposes, as JSON and for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from ...network.assets.results import Defect
from ...planner.assets.import_network import ImportedNetwork
from ..session import Session
from ..tables import facts, listed, rows
from ..wording import number, word

_SHOWN = 20


def import_data(result: ImportedNetwork) -> dict[str, object]:
    """Return an import as JSON data."""
    return {
        "assets": {role.value: count for role, count in result.counts.items()},
        "layers": result.layers,
        "skipped": result.skipped,
        "recognised": [
            {
                "layer": layer.table,
                "standard": layer.standard,
                "roles": [role.value for role in layer.roles],
                "fields": len(layer.known_fields),
                "unknown_fields": layer.unknown_fields,
            }
            for layer in result.recognised
        ],
        "reprojected": result.reprojected or {},
        "retired": result.retired,
        "unusable": _rows_data(result.unusable),
        "doubtful": _rows_data(result.doubtful),
        "remarks": result.remarks,
    }


def imported(session: Session, result: ImportedNetwork) -> Iterator[RenderableType]:
    """Show the assets that came in, how each layer was read, and what is odd about it."""
    counts = [
        (word(session, f"role.{role.value}"), number(session, count)) for role, count in result.counts.items()
    ]
    yield rows((session.say("label.assets"), session.say("label.count")), counts, right=[1])
    if result.recognised:
        yield _recognised(session, result)
    said = {
        "skipped": result.skipped,
        "reprojected": [
            session.say("cli.came_from", layer=layer, crs=crs)
            for layer, crs in (result.reprojected or {}).items()
        ],
        "retired": result.retired,
    }
    told = [(session.say(f"label.{name}"), listed(what)) for name, what in said.items() if what]
    if told:
        yield facts(told)
    yield from _rows(session, "unusable", result.unusable)
    yield from _rows(session, "doubtful", result.doubtful)
    yield from (session.text(remark) for remark in result.remarks)


def _rows_data(wrong: Sequence[Defect]) -> list[dict[str, object]]:
    return [{"role": defect.role, "asset": defect.asset_id, "message": defect.message} for defect in wrong]


def _rows(session: Session, label: str, wrong: Sequence[Defect]) -> Iterator[RenderableType]:
    if not wrong:
        return
    yield session.say(f"label.{label}")
    yield from (session.text(defect.message) for defect in wrong[:_SHOWN])
    if len(wrong) > _SHOWN:
        yield session.say("cli.and_more", count=len(wrong) - _SHOWN)


def proposal_data(proposal: str) -> dict[str, object]:
    """Return a proposed mapping as JSON data."""
    return {"proposal": proposal}


def _recognised(session: Session, result: ImportedNetwork) -> RenderableType:
    names = ("layer", "role", "fields", "unknown_fields")
    lines = [
        (
            layer.table,
            ", ".join(word(session, f"role.{role.value}") for role in layer.roles),
            len(layer.known_fields),
            listed(layer.unknown_fields),
        )
        for layer in result.recognised
    ]
    return rows([session.say(f"label.{name}") for name in names], lines, right=[2])
