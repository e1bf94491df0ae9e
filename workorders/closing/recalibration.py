# SPDX-License-Identifier: GPL-3.0-or-later
"""Durations learned from what was done: half and eight in ten of the actual times, by type and modifiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import yaml

from ...core.errors import InputError
from ..catalogue import Catalogue, JobStandard
from ..history import ClosedIntervention
from ..requirements import ResourceRules, added_min

_DONE = "done"


@dataclass(frozen=True, slots=True)
class Actuals:
    """The actual times of one type of work at places with some hazards, against its standard.

    ``standard_min`` is the median of the catalogue with the minutes that the hazards add.
    """

    code: str
    hazards: tuple[str, ...]
    jobs: int
    p50_min: float
    p80_min: float
    standard_min: int

    @property
    def is_standard_below(self) -> bool:
        """Tell whether the standard is below half of the actual times."""
        return self.standard_min < self.p50_min


@dataclass(frozen=True, slots=True)
class Proposal:
    """The standard of a type of work as it is, and as its actual times make it; minutes without modifiers.

    ``old_each_min`` and ``new_each_min`` are the medians and eighths of its pace for one unit; they are the
    same where the quantities done say nothing.
    """

    code: str
    jobs: int
    old_p50_min: int
    old_p80_min: int
    new_p50_min: int
    new_p80_min: int
    old_each_min: tuple[float, float] | None = None
    new_each_min: tuple[float, float] | None = None

    @property
    def is_changed(self) -> bool:
        """Tell whether anything would change."""
        if self.new_each_min != self.old_each_min:
            return True
        return (self.old_p50_min, self.old_p80_min) != (self.new_p50_min, self.new_p80_min)


def actuals(
    history: Iterable[ClosedIntervention], *, catalogue: Catalogue, resources: ResourceRules
) -> tuple[Actuals, ...]:
    """Return the actual times by type and hazards, in the order of their names. O(n log n)."""
    groups: dict[tuple[str, tuple[str, ...]], list[float]] = defaultdict(list)
    for one in _usable(history, catalogue):
        if one.quantity and catalogue[one.code].pace:
            # so many metres are held against the pace, not against the usual time
            continue
        groups[one.code, tuple(sorted(one.hazards))].append(one.duration_min)
    return tuple(
        Actuals(
            code=code,
            hazards=hazards,
            jobs=len(times),
            p50_min=percentile(times, 50),
            p80_min=percentile(times, 80),
            standard_min=catalogue[code].duration_min.p50 + added_min(hazards, resources),
        )
        for (code, hazards), times in sorted(groups.items())
    )


def proposals(
    history: Iterable[ClosedIntervention],
    *,
    catalogue: Catalogue,
    resources: ResourceRules,
    least_jobs: int,
) -> tuple[Proposal, ...]:
    """Return new standards for the types with enough jobs; the minutes of modifiers are taken off each."""
    times: dict[str, list[float]] = defaultdict(list)
    each: dict[str, list[float]] = defaultdict(list)
    for one in _usable(history, catalogue):
        own_min = one.duration_min - added_min(one.hazards, resources)
        pace = catalogue[one.code].pace
        if pace is not None and one.quantity:
            each[one.code].append((own_min - pace.setup_min) / one.quantity)
        else:
            times[one.code].append(own_min)
    made = (
        _proposal(catalogue[code], times[code], each[code], least_jobs) for code in sorted({*times, *each})
    )
    return tuple(one for one in made if one is not None)


def _proposal(
    standard: JobStandard, times: list[float], each: list[float], least_jobs: int
) -> Proposal | None:
    """Return the new standard of a type of work; None without enough jobs of either kind."""
    old, pace = standard.duration_min, standard.pace
    if max(len(times), len(each)) < least_jobs:
        return None
    p50, p80 = old.p50, old.p80
    if len(times) >= least_jobs:
        p50 = max(1, round(percentile(times, 50)))
        p80 = max(p50, round(percentile(times, 80)))
    old_each = new_each = (pace.p50, pace.p80) if pace else None
    if len(each) >= least_jobs:
        median = max(0.01, round(percentile(each, 50), 2))
        new_each = (median, max(median, round(percentile(each, 80), 2)))
    jobs = sum(len(own) for own in (times, each) if len(own) >= least_jobs)
    return Proposal(standard.code, jobs, old.p50, old.p80, p50, p80, old_each, new_each)


def percentile(values: list[float], share: float) -> float:
    """Return the value that ``share`` per cent stay under, linear between neighbours."""
    return float(np.percentile(values, share))


def with_paces(text: str, paces: Mapping[str, tuple[float, float]]) -> str:
    """Return the text of a catalogue with other minutes for each unit; everything else stays."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    edits = []
    for code, job in _pairs(_pairs(root).get("jobs")).items():
        pace = _pairs(_pairs(job).get("pace"))
        for name, value in zip(("p50", "p80"), paces.get(code, ()), strict=False):
            node = pace[name]
            edits.append((node.start_mark.index, node.end_mark.index, f"{value:g}"))
    for start, end, said in sorted(edits, reverse=True):
        text = f"{text[:start]}{said}{text[end:]}"
    return text


def with_durations(text: str, durations: Mapping[str, tuple[int, int]], *, file: str) -> str:
    """Return the text of a catalogue with other durations; everything else stays, comments too.

    ``InputError`` when a type has no duration in the text.
    """
    spans = _spans(text)
    for code in sorted(durations, key=lambda code: spans.get(code, (0, 0)), reverse=True):
        if code not in spans:
            raise InputError("rules.reference", file=file, field="jobs", found=code, expected=file)
        start, end = spans[code]
        p50, p80 = durations[code]
        text = f"{text[:start]}{{p50: {p50}, p80: {p80}}}{text[end:]}"
    return text


def _spans(text: str) -> dict[str, tuple[int, int]]:
    """Return where the duration of each type stands in a text."""
    spans = {}
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    for code, job in _pairs(_pairs(root).get("jobs")).items():
        duration = _pairs(job).get("duration_min")
        if duration is not None:
            start, end = duration.start_mark.index, duration.end_mark.index
            # one in block style ends where the next name begins
            spans[code] = (start, start + len(text[start:end].rstrip()))
    return spans


def _pairs(node: yaml.Node | None) -> dict[str, yaml.Node]:
    return {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def _usable(history: Iterable[ClosedIntervention], catalogue: Catalogue) -> Iterable[ClosedIntervention]:
    """Return what was done whole, of types that there are, and took time; parts only by quantity."""
    done = (one for one in history if one.result == _DONE and one.code in catalogue and one.duration_min > 0)
    return (one for one in done if not one.part_of or (one.quantity and catalogue[one.code].pace))
