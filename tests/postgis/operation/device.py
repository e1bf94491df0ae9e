# SPDX-License-Identifier: GPL-3.0-or-later
"""A device of the field: fills a package in, and what can become of the package on its way back."""

import sqlite3
from contextlib import closing

from regard.store.field_files import DATA, PHOTO_FOLDER

BESIDE = frozenset({"photos"})


def answer_in(folder, answered):
    """Fill in the answers for some orders; return those that the package has a row for."""
    filled = {}
    with closing(sqlite3.connect(folder / DATA)) as data:
        # triggers of the spatial index ask for functions that only GDAL has
        for (name,) in data.execute(
            "select name from sqlite_master where type='trigger' and name like 'rtree%'"
        ).fetchall():
            data.execute(f'drop trigger "{name}"')
        tables = [name for (name,) in data.execute("select table_name from gpkg_contents")]
        for order, values in answered:
            for table in (name for name in tables if name.startswith("result_")):
                if not data.execute(f'select 1 from "{table}" where order_id = ?', [order]).fetchone():
                    continue
                own = {name: text for name, text in values.items() if name not in BESIDE}
                sets = ", ".join(f'"{name}" = ?' for name in own)
                data.execute(f'update "{table}" set {sets} where order_id = ?', [*own.values(), order])
                filled[order] = values
                for name in filter(None, values.get("photos", "").split(";")):
                    data.execute(
                        "insert into photos (order_id, photo) values (?, ?)",
                        [order, f"{PHOTO_FOLDER}/{name}"],
                    )
                    (folder / PHOTO_FOLDER / name).write_bytes(f"photo {name}".encode())
        data.commit()
    return filled


def damaged(zipped, rng):
    """Return a copy of a file that was cut off on its way, or in which some bytes are others."""
    data = bytearray(zipped.read_bytes())
    if rng.random() < 0.5:
        del data[rng.randrange(1, len(data)) :]
    else:
        for _ in range(50):
            data[rng.randrange(len(data))] = rng.randrange(256)
    copy = zipped.with_name(f"damaged_{zipped.name}")
    copy.write_bytes(data)
    return copy
