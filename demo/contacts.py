# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom the service can reach: its directory and its customers, as CSV files; nobody in them exists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from ..store.csv_writing import write_csv
from .chance import stream
from .customers import Customers
from .settings import settings

_DIRECTORY = ("addressee_id", "kind", "name", "phone", "mobile", "email", "address", "zone", "customer_refs")
_CUSTOMERS = ("customer_ref", "name", "phone", "mobile", "email", "address", "is_sensitive")
_SENSITIVE = "medical"


def write_contacts(customers: Customers, folder: Path, *, seed: int) -> dict[str, int]:
    """Write ``directory.csv`` and ``customers.csv``; return the rows of each."""
    known = settings("contacts")
    return {
        "directory.csv": write_csv(folder / "directory.csv", _DIRECTORY, _directory(customers, known)),
        "customers.csv": write_csv(folder / "customers.csv", _CUSTOMERS, _customers(customers, known, seed)),
    }


def _directory(customers: Customers, known: dict[str, Any]) -> Iterator[dict[str, object]]:
    yield from known["directory"]
    wanted = np.flatnonzero(np.isin(customers.note.astype(str), known["establishments"]))
    for number, row in enumerate(wanted, start=1):
        yield {
            "addressee_id": f"E{number:03d}",
            "kind": "establishment",
            "name": f"{customers.note[row]}, {customers.address[row]}",
            "phone": f"01 99 00 {60 + number // 100 % 40:02d} {number % 100:02d}",
            "email": f"accueil{number:03d}@etablissement.example",
            "address": customers.address[row],
            "customer_refs": (customers.refs[row],),
        }


def _customers(customers: Customers, known: dict[str, Any], seed: int) -> Iterator[dict[str, object]]:
    """Yield the customers who gave a way to be reached, all of the sensitive ones among them, by phone."""
    rng = stream(seed, "contacts")
    shares = known["customers"]
    refs, rows = np.unique(customers.refs.astype(str), return_index=True)
    first, family = (np.array(known[name]) for name in ("first_names", "family_names"))
    drawn = rng.random((len(refs), len(shares)))
    named = rng.integers(0, len(first), len(refs)), rng.integers(0, len(family), len(refs))
    ends = rng.integers(0, 10_000, len(refs))
    for index, (ref, row) in enumerate(zip(refs, rows, strict=True)):
        is_sensitive = bool(customers.user_type[row] == _SENSITIVE)
        gave = {name: drawn[index, column] < share for column, (name, share) in enumerate(shares.items())}
        if not ref or not (is_sensitive or any(gave.values())):
            continue
        number = f"{ends[index] // 100:02d} {ends[index] % 100:02d}"
        yield {
            "customer_ref": ref,
            "name": f"{first[named[0][index]]} {family[named[1][index]]}",
            "phone": f"01 99 00 {number}" if gave["phone"] or is_sensitive else "",
            "mobile": f"06 39 98 {number}" if gave["mobile"] else "",
            "email": f"client.{ref.casefold()}@exemple.example" if gave["email"] else "",
            "address": customers.address[row],
            "is_sensitive": "yes" if is_sensitive else "no",
        }
