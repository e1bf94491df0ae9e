# SPDX-License-Identifier: GPL-3.0-or-later
"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that holds the words looked for.

    ``table`` is its table, ``key`` its id, ``order_id`` the order that it is or leads to (empty: none), and
    ``text`` what was searched in it.
    """

    table: str
    key: str
    order_id: str
    text: str
