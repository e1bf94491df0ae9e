# SPDX-License-Identifier: GPL-3.0-or-later
"""dBASE III tables with the exact field types that a standard asks for, which GDAL widens as it likes."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from ..network.layouts.exports import FieldType
from .whole_file import write_whole

_ENCODING = "utf-8"


def write_dbf(path: Path, frame: pd.DataFrame, types: Mapping[str, FieldType], *, on: date) -> None:
    """Write the columns of ``types``, in their order, and the ``.cpg`` that names the encoding.

    Text that is too long in bytes is cut between two characters; ``on`` is the day of the header.
    """
    record = 1 + sum(kind.width for kind in types.values())
    head = struct.pack(
        "<BBBBIHH20x", 3, on.year - 1900, on.month, on.day, len(frame), 33 + 32 * len(types), record
    )
    fields = b"".join(
        struct.pack("<11sc4xBB14x", name.encode("ascii")[:10], kind.kind.encode(), kind.width, kind.decimals)
        for name, kind in types.items()
    )
    columns = [[_cell(value, kind) for value in frame[name]] for name, kind in types.items()]
    rows = b"".join(b" " + b"".join(cells) for cells in zip(*columns, strict=True))
    write_whole(path, head + fields + b"\r" + rows + b"\x1a")
    write_whole(path.with_suffix(".cpg"), b"UTF-8")


def _cell(value: Any, kind: FieldType) -> bytes:
    if value is None or value is pd.NaT or value != value:
        return b" " * kind.width
    if kind.kind == "N":
        return f"{float(value):{kind.width}.{kind.decimals}f}".encode("ascii")[: kind.width]
    if kind.kind == "D":
        return pd.Timestamp(value).strftime("%Y%m%d").encode("ascii")
    text = str(value).encode(_ENCODING)[: kind.width].decode(_ENCODING, errors="ignore")
    return text.encode(_ENCODING).ljust(kind.width)
