# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of a field where equality does not say it: some of several values, or a range."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """A condition on one field of the records asked for.

    ``among`` gives the values that it may have (None is one that is not known); ``at_least`` and ``below``
    the range that it lies in, of which a field that is None is no part. All that is given must hold.
    """

    field: str
    among: Collection[object] | None = None
    at_least: object = None
    below: object = None
