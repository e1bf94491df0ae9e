# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts and valves of a closure: does the work's title fit its content, can the quantities be meant?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...core.folding import folded
from ...core.messages import Message
from ...core.near_names import near_names
from .forms import Content, Quantities, ValvesLeft
from .known import Finding, Known
from .records import Closure

PARTS = "parts"
VALVES = "valves"


def content(check: Content, closure: Closure, known: Known) -> Iterator[Finding]:
    """Find parts that work with such a title never uses."""
    used = [part for part in check.parts if closure.parts.get(part, 0) > 0]
    title = next((one for one in known.titles if _says(one, check.words)), None)
    if title is not None and used:
        params = {"title": title, "parts": ", ".join(used)}
        message = Message("closure.title", params)
        yield Finding(PARTS, check.severity, ", ".join(used), title, message)


def valves_left(check: ValvesLeft, closure: Closure, known: Known) -> Iterator[Finding]:
    """Find valves left shut, that there are not, or in a state that is none."""
    for valve, state in closure.valves.items():
        if known.valves and valve not in known.valves:
            near = near_names(valve, known.valves)
            message = Message("closure.unknown_valve", {"valve": valve, "near": near})
            yield Finding(VALVES, check.severity, valve, near, message)
        if known.valve_states and state not in known.valve_states:
            expected = Message("cell.one_of", {"values": ", ".join(sorted(known.valve_states))})
            params = {"field": f"{VALVES}.{valve}", "found": state, "expected": expected}
            message = Message("closure.value", params)
            yield Finding(VALVES, "error", state, expected.english(), message)
        elif state in check.states:
            note = closure.valve_notes.get(valve, "").strip()
            message = Message("closure.valve_left", {"valve": valve, "state": state, "note": note})
            yield Finding(VALVES, "warning" if note else check.severity, state, "open", message)


def quantities(check: Quantities, closure: Closure, known: Known) -> Iterator[Finding]:
    """Find parts that are unknown, fewer than one, or far more than such work takes."""
    for part, count in closure.parts.items():
        if known.parts and part not in known.parts:
            near = near_names(part, known.parts)
            message = Message("closure.unknown_part", {"part": part, "near": near})
            yield Finding(PARTS, check.severity, part, near, message)
            continue
        most = max(check.at_least, int(check.standards * known.standard_parts.get(part, 0)))
        if not 1 <= count <= most:
            message = Message("closure.quantity", {"part": part, "found": count, "most": most})
            yield Finding(PARTS, check.severity, str(count), f"1-{most}", message)


def _says(title: str, words: tuple[str, ...]) -> bool:
    said = folded(title)
    return any(re.search(rf"\b{re.escape(folded(word))}\b", said) for word in words)
