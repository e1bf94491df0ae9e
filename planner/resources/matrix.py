# SPDX-License-Identifier: GPL-3.0-or-later
"""The skills of a zone, signed off by its field manager."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...core.errors import InputError
from ...core.people import MatrixSignOff
from ...core.resources import Agent, SkillGrant, Zone
from ...workorders.resources.skill_matrix import SkillMatrix, skill_matrix
from ..ports import Workspace
from ..rule_versions import rule_book_of


@dataclass(frozen=True, slots=True)
class ZoneMatrix:
    """The matrix of a zone, its field manager, and the last sign-off; ``is_changed`` since then."""

    matrix: SkillMatrix
    field_manager: str
    signed: MatrixSignOff | None
    is_changed: bool


def zone_matrices(workspace: Workspace, day: date, *, zone: str = "") -> tuple[ZoneMatrix, ...]:
    """Return the matrix of every zone, or of one; an unknown zone raises ``InputError``."""
    zones = [workspace.get(Zone, zone)] if zone else workspace.all(Zone)
    agents, grants = workspace.all(Agent), workspace.all(SkillGrant)
    signed = sorted(workspace.all(MatrixSignOff), key=lambda own: own.signed_on)
    known = {own.zone: own for own in signed if own.signed_on <= day}
    rules = rule_book_of(workspace, day)
    skills, single_point = tuple(rules.means.skills), rules.settings.single_point
    found = []
    for own in zones:
        matrix = skill_matrix(own.zone_id, agents, grants, skills=skills, day=day, single_point=single_point)
        last = known.get(own.zone_id)
        found.append(ZoneMatrix(matrix, own.field_manager, last, bool(last and last.digest != matrix.digest)))
    return tuple(found)


def sign_off(workspace: Workspace, zone: str, *, by: str, on: date, who: str) -> MatrixSignOff:
    """Sign a zone's matrix off; only its field manager may, and once a day."""
    (found,) = zone_matrices(workspace, on, zone=zone)
    if by != found.field_manager:
        raise InputError("matrix.manager", zone=zone, found=by, expected=found.field_manager or "-")
    signed = MatrixSignOff(f"{zone}/{on}", zone, by, on, found.matrix.digest)
    with workspace.command("sign off skills", who=who) as transaction:
        transaction.add([signed])
    return signed


def matrix_rows(matrices: tuple[ZoneMatrix, ...]) -> Iterator[dict[str, object]]:
    """Yield the matrices as rows of a table: zone, skill, coverage, single point, agent, valid until."""
    for own in matrices:
        for row in own.matrix.rows:
            for agent, until in sorted(row.until.items()):
                yield {
                    "zone": own.matrix.zone,
                    "skill": row.skill,
                    "coverage": row.coverage,
                    "single_point": "yes" if row.is_single_point else "no",
                    "agent_id": agent,
                    "valid_until": until,
                    "signed_by": own.signed.signed_by if own.signed else "",
                    "signed_on": own.signed.signed_on if own.signed else "",
                }
