# SPDX-License-Identifier: GPL-3.0-or-later
"""Which problems are so plain that a seat is priced without looking at the rest of its tour."""

from __future__ import annotations

from .kernel_book import MOVED, NEVER_S, STRANGER, Array


def note_plain(facts: Array, fits: Array) -> None:
    """Note whether a visit costs its detour exactly, and its two neighbours tell whether it may be there."""
    whole = facts[0]
    shifts = facts[1 : whole["visits_from"]]
    tasks = facts[whole["tasks_from"] : whole["tasks_to"]]
    free = all(whole[term] == 0 for term in ("waiting", "imbalance", "largest"))
    free &= whole["preference"] == 0 or not (fits[fits > 0] & STRANGER).any()
    free &= whole["moves"] == 0 or not (fits[fits > 0] & MOVED).any()
    free &= whole["lateness"] == 0 or bool((tasks["due_s"] == NEVER_S).all())
    free &= whole["overtime"] == 0 or bool((shifts["latest_s"] == shifts["end_s"]).all())
    alone = not (whole["has_meetings"] or whole["has_breaks"]) and bool((shifts["store_place"] < 0).all())
    once = bool((tasks["last_window"] - tasks["first_window"] == 1).all())
    once &= not whole["has_late"] or bool((shifts["leaves_late"] == 1).all())
    whole["is_plain"] = free and alone and once
