# SPDX-License-Identifier: GPL-3.0-or-later
"""What speaks against a change of an asset, as far as its own values tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ...core.messages import Message
from ..assets.roles import CHOICES, Role
from ..layouts.mapping import is_flag
from ..layouts.standards import standards

Severity = Literal["error", "warning", "info"]

# class A of a rigid network, order of 15 February 2012, article 1
CLASS_A_M = 0.4

_LIMITS: Mapping[str, tuple[float, float]] = {
    "diameter_mm": (4, 4000),
    "depth_m": (0, 20),
    "flow_m3_h": (0, 2000),
    "static_pressure_bar": (0, 40),
    "dynamic_pressure_bar": (0, 40),
}
_STATES = ("open", "closed", "stuck_open", "stuck_closed", "unusable", "missing")


@dataclass(frozen=True, slots=True)
class ChangeFinding:
    """One thing against a change: an error keeps it from being written, a warning wants a look."""

    severity: Severity
    message: Message

    @property
    def is_error(self) -> bool:
        """Tell whether the change cannot be accepted as it is."""
        return self.severity == "error"


def error(code: str, **params: object) -> ChangeFinding:
    """Return a finding that keeps a change from being written."""
    return ChangeFinding("error", Message(code, params))


def warning(code: str, **params: object) -> ChangeFinding:
    """Return a finding that wants a look."""
    return ChangeFinding("warning", Message(code, params))


def value_findings(role: str, values: Mapping[str, str], *, today: date) -> Iterator[ChangeFinding]:
    """Yield the values that no code list or figure of an asset allows."""
    for name, text in values.items():
        if not text:
            continue
        known = _codes(role, name)
        if known and text not in known:
            yield error("asset_change.code", attribute=name, found=text, expected=", ".join(known))
        elif name.endswith("_year"):
            if not (text.isdigit() and 1800 <= int(text) <= today.year):
                yield error("asset_change.figure", attribute=name, found=text, least=1800, most=today.year)
        elif name in _LIMITS:
            least, most = _LIMITS[name]
            number = _number(text)
            if number is None or not least <= number <= most:
                yield error(
                    "asset_change.figure", attribute=name, found=text, least=f"{least:g}", most=f"{most:g}"
                )


def accuracy_findings(
    *, moved_m: float | None, claimed: str, mapped: str, method: str, reached: str
) -> Iterator[ChangeFinding]:
    """Yield what does not fit together of a survey: how far it moves, which class is claimed and was mapped.

    ``reached`` is the class that the method of survey reaches.
    """
    if claimed == "A" and reached != "A":
        yield warning("asset_change.class_method", found=method or "-", reached=reached)
    if moved_m is not None and mapped == "A" and moved_m > CLASS_A_M:
        yield warning("asset_change.class_mapped", moved_m=f"{moved_m:.2f}", limit_m=f"{CLASS_A_M:g}")


def _codes(role: str, name: str) -> tuple[str, ...]:
    if name == "material":
        return tuple(code for code in standards()["raepa"].domains["materiau"])
    if name == "supprepare":
        return ("01", "02", "03")
    if name == "defreparee":
        return ("00", "01", "02", "03", "04", "05", "06", "99")
    if name == "accuracy_xy":
        return ("A", "B", "C")
    if name == "state":
        return _STATES
    if is_flag(name):
        return ("true", "false")
    known = {one.value: one for one in Role}
    return tuple(filter(None, CHOICES.get((known[role], name), ()))) if role in known else ()


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
