# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of closure data: one small function a kind of rule, each yields what does not fit together.

No check fails on any text: what cannot be read is told by ``presence`` and left alone here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from ...core.folding import folded
from ...core.messages import Message
from ...core.near_names import near_names
from . import forms
from .forms import ClosureRules, JobForm
from .known import Finding, Known
from .material import content, quantities, valves_left
from .named import known_agents, known_asset
from .presence import presence
from .readings import not_below, usual_rate
from .records import Closure
from .values import items_of, moment_of, number_of, text_of

Rule = Callable[[Any, Closure, Known], Iterator[Finding]]


def closure_findings(
    closure: Closure, form: JobForm, rules: ClosureRules, known: Known
) -> tuple[Finding, ...]:
    """Return what is wrong with closure data, errors first. O(fields and checks)."""
    found = [*presence(closure, form), *_unknown_fields(closure, form)]
    asked = form.fields.keys()
    for check in rules.checks.values():
        field = getattr(check, "field", getattr(check, "first", None))
        limited = getattr(check, "forms", ())
        if (field is None or field in asked) and (not limited or set(limited) & set(form.names)):
            found += CHECKS[check.kind](check, closure, known)
    return tuple(sorted(found, key=lambda one: not one.is_error))


def in_order(check: forms.InOrder, closure: Closure, known: Known) -> Iterator[Finding]:  # noqa: ARG001
    """Find an end before its start."""
    start, end = _moments(closure, check.first, check.second)
    if start is not None and end is not None and end < start:
        params = {"first": check.first, "start": _said(start), "second": check.second, "end": _said(end)}
        message = Message("closure.out_of_order", params)
        yield Finding(check.second, check.severity, _said(end), f">= {_said(start)}", message)


def longest(check: forms.Longest, closure: Closure, known: Known) -> Iterator[Finding]:
    """Find work that took longer than can be meant."""
    start, end = _moments(closure, check.first, check.second)
    if start is None or end is None:
        return
    limit_min = check.hours * 60 if check.hours else (check.standards or 0) * known.standard_min
    took_min = (end - start) / timedelta(minutes=1)
    if limit_min and took_min > limit_min:
        params = {"found": round(took_min), "limit": round(limit_min)}
        message = Message("closure.too_long", params)
        yield Finding(check.second, check.severity, f"{took_min:.0f} min", f"<= {limit_min:.0f} min", message)


def not_later(check: forms.NotLater, closure: Closure, known: Known) -> Iterator[Finding]:
    """Find a moment that is still to come."""
    moment = moment_of(text_of(closure.fields, check.field))
    if moment is not None and moment > known.now:
        params = {"field": check.field, "found": _said(moment), "now": _said(known.now)}
        message = Message("closure.in_the_future", params)
        yield Finding(check.field, check.severity, _said(moment), f"<= {_said(known.now)}", message)


def near_asset(check: forms.NearAsset, closure: Closure, known: Known) -> Iterator[Finding]:
    """Find a place that lies off the asset; a sure survey that is off by little says that the map is."""
    distance_m = known.distances_m.get(check.field)
    if distance_m is None or distance_m <= check.within_m:
        return
    is_sure = bool(check.surveyed) and all(
        text_of(closure.fields, name) in values for name, values in check.surveyed.items()
    )
    is_map_off = is_sure and distance_m <= check.surveyed_within_m
    params = {
        "field": check.field,
        "found": round(distance_m, 1),
        "asset": known.asset_id,
        "limit": f"{check.within_m:g}",
        "classes": ", ".join(value for values in check.surveyed.values() for value in values),
    }
    message = Message("closure.map_off" if is_map_off else "closure.far_from_asset", params)
    severity = "warning" if is_map_off else check.severity
    yield Finding(check.field, severity, f"{distance_m:.1f} m", f"<= {check.within_m:g} m", message)


def same_as_asset(check: forms.SameAsAsset, closure: Closure, known: Known) -> Iterator[Finding]:
    """Find a value that is not the one of the layers."""
    text, mapped = text_of(closure.fields, check.field), known.asset.get(check.column, "").strip()
    if not text or not mapped or folded(text) == folded(mapped):
        return
    number = number_of(text)
    if number is not None and number == number_of(mapped):
        return
    params = {"field": check.field, "found": text, "asset": known.asset_id, "expected": mapped}
    yield Finding(check.field, check.severity, text, mapped, Message("closure.discrepancy", params))


def same_length(check: forms.SameLength, closure: Closure, known: Known) -> Iterator[Finding]:
    """Find a length that is not that of its pipes, when every one of them is known."""
    pipes = items_of(text_of(closure.fields, check.pipes))
    for pipe in pipes:
        if known.lengths_m and pipe not in known.lengths_m:
            params = {"field": check.pipes, "found": pipe, "near": near_names(pipe, known.lengths_m)}
            message = Message("closure.unknown_pipe", params)
            yield Finding(check.pipes, check.severity, pipe, str(params["near"]), message)
    length_m = number_of(text_of(closure.fields, check.field))
    if length_m is None or not pipes or not known.lengths_m.keys() >= set(pipes):
        return
    mapped_m = sum(known.lengths_m[pipe] for pipe in dict.fromkeys(pipes))
    if abs(length_m - mapped_m) > check.share * mapped_m:
        params = {"field": check.field, "found": f"{length_m:g}", "expected": f"{mapped_m:.0f}"}
        message = Message("closure.length", params)
        yield Finding(check.field, check.severity, f"{length_m:g} m", f"{mapped_m:.0f} m", message)


CHECKS: Mapping[str, Rule] = MappingProxyType(
    {
        "in_order": in_order,
        "longest": longest,
        "not_later": not_later,
        "not_below": not_below,
        "usual_rate": usual_rate,
        "known_asset": known_asset,
        "known_agents": known_agents,
        "near_asset": near_asset,
        "same_as_asset": same_as_asset,
        "same_length": same_length,
        "content": content,
        "valves_left": valves_left,
        "quantities": quantities,
    }
)


def _unknown_fields(closure: Closure, form: JobForm) -> Iterator[Finding]:
    for name, text in closure.fields.items():
        if name not in form.fields and text.strip():
            near = near_names(name, form.fields)
            message = Message("closure.unknown_field", {"field": name, "near": near})
            yield Finding(name, "warning", text, near, message)


def _moments(closure: Closure, *names: str) -> list[datetime | None]:
    return [moment_of(text_of(closure.fields, name)) for name in names]


def _said(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
