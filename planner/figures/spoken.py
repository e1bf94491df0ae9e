# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures as a table, with zones, types and causes under the names that people know them by."""

from __future__ import annotations

from collections.abc import Iterable

from ...core.messages import Message
from ...core.resources import Zone
from ...steering.figures.figure import Figure
from ...steering.figures.periods import Period
from ...steering.figures.sentence import NameOf, Say, sentence
from ...workorders.rulebook import RuleBook
from ..ports import Workspace


def names_of(workspace: Workspace, book: RuleBook, say: Say, *, language: str) -> NameOf:
    """Return how zones, types and causes are called in a language."""
    zones = {zone.zone_id: zone.name for zone in workspace.all(Zone)}
    jobs, causes = book.catalogue.jobs, book.life.not_done

    def name_of(dimension: str, code: str) -> str:
        if dimension == "zone":
            return zones.get(code) or code or say(Message("figure.no_zone"))
        if dimension == "code" and code in jobs:
            return jobs[code].label.spoken(language)
        if dimension == "cause" and code in causes:
            return causes[code].label.spoken(language)
        return code

    return name_of


def figure_table(
    found: Iterable[Figure], period: Period, say: Say, name_of: NameOf, *, language: str
) -> list[dict[str, object]]:
    """Return figures as rows of a table: one for the whole, one for each zone, team and type."""
    table: list[dict[str, object]] = []
    for one in found:
        about: dict[str, object] = {
            "period": period.name,
            "indicator": one.rule.code,
            "name": one.rule.label.spoken(language),
            "unit": one.rule.unit,
        }
        whole = {
            "group": "",
            "value": one.value,
            "previous": one.previous,
            "year_before": one.year_before,
            "target": one.rule.target,
            "formula": one.rule.formula,
            "sentence": sentence(one, say, name_of, language=language),
        }
        table.append({**about, **whole})
        groups = (*one.zones, *one.teams, *one.types)
        table += [{**about, "group": part.group, "value": part.value} for part in groups]
    return table
