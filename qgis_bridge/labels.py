# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that come from the rule files: kinds of work, skills, equipment, parts; and reasons in words.

The rule files and what reads them are imported when they are first asked for: they take longer than QGIS
should wait for a plugin.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale

from .messages import say

if TYPE_CHECKING:
    from ..core.rules import Label
    from ..workorders.orders import WorkOrder


def job_text(order: WorkOrder) -> str:
    """Return the kind of work by its name in the catalogue, or as the order has it."""
    label = job_labels().get(order.code)
    return label.spoken(_language()) if label else order.label


def means_text(name: str) -> str:
    """Return a skill, a kind of equipment, a tool or a part by its name."""
    label = means_labels().get(name)
    return label.spoken(_language()) if label else name


@cache
def job_labels() -> Mapping[str, Label]:
    """Return the names of the catalogue by code; the first call reads the rule files."""
    from ..workorders.catalogue import load_catalogue

    return {code: standard.label for code, standard in load_catalogue().jobs.items()}


@cache
def means_labels() -> Mapping[str, Label]:
    """Return the names of skills, equipment, tools and parts; the first call reads the rule files."""
    from ..workorders.means import load_means

    means = load_means()
    return {**means.skills, **means.equipment, **means.tools, **means.parts}


def _language() -> str:
    return QLocale().name()[:2]


def reason_text(code: str, detail: str) -> str:
    """Return why somebody cannot take an order."""
    from ..planner.reasons import reason_message

    return say(reason_message(code, detail, name_of=means_text))
