# SPDX-License-Identifier: GPL-3.0-or-later
"""Dated versions of the rules of a workspace: which one is in force on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """One version of the rules; of two that hold from one day the later import counts."""

    version_id: str
    number: int
    valid_from: date
    imported_at: datetime
    who: str
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One file of a version, as text."""

    file_id: str
    version_id: str
    name: str
    text: str
    version: int = 0


def in_force(versions: Iterable[RuleVersion], day: date) -> RuleVersion | None:
    """Return the version in force on a day, None before the first: the rules that come with Regard."""
    begun = (one for one in versions if one.valid_from <= day)
    return max(begun, key=lambda one: (one.valid_from, one.number), default=None)
