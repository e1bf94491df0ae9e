# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the town's address base in the format of the French one (BAN): a row for each address with water."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from pyproj import Transformer

from .communes import Commune, communes_of
from .customers import Customers

_COLUMNS = ("numero", "rep", "nom_voie", "code_postal", "nom_commune", "lon", "lat")
_ADDRESS = re.compile(r"(\d+)\s*(bis|ter|quater|[a-z])?\s+(.+)", re.IGNORECASE)


def write_addresses(customers: Customers, path: Path, *, crs: str) -> tuple[Commune, ...]:
    """Write each address of the customers once, where the first of them is; return the municipalities."""
    places: dict[tuple[str, str, str], tuple[float, float]] = {}
    for address, (x, y) in zip(customers.address, customers.xy, strict=True):
        found = _ADDRESS.fullmatch(str(address))
        if found:
            number, suffix, street = found.groups()
            places.setdefault((number, (suffix or "").lower(), street), (float(x), float(y)))
    by_street: dict[str, list[tuple[float, float]]] = {}
    for (_, _, street), place in sorted(places.items()):
        by_street.setdefault(street, []).append(place)
    communes = communes_of(by_street)
    where = {street: commune for commune in communes for street in commune.streets}
    to_degrees = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(_COLUMNS)
        for (number, suffix, street), place in sorted(places.items()):
            lon, lat = to_degrees.transform(*place)
            own = where[street]
            row = (number, suffix, street, own.postcode, own.name, f"{lon:.7f}", f"{lat:.7f}")
            writer.writerow(row)
    return communes
