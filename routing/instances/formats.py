# SPDX-License-Identifier: GPL-3.0-or-later
"""Which format a file has, and its reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from ...core.errors import InputError
from .depots import read_depots
from .hhcrsp import read_hhcrsp
from .instance import Instance
from .prize import read_prize
from .reading import read_text
from .solomon import read_solomon
from .trsp import read_trsp
from .vrplib import VrplibFile

AUTO = "auto"


def _read_vrplib(path: Path) -> Instance:
    file = VrplibFile.read(path)
    return read_prize(file) if "PRIZE" in file.sections else read_depots(file)


READERS: Mapping[str, Callable[[Path], Instance]] = MappingProxyType(
    {"solomon": read_solomon, "vrplib": _read_vrplib, "trsp": read_trsp, "hhcrsp": read_hhcrsp}
)


def read_instance(path: Path, layout: str = AUTO) -> Instance:
    """Return the instance of a file; the layout is told from the text unless it is named.

    ``InputError`` names the file, line and field of what is wrong, and tells when no layout fits.
    """
    if layout == AUTO:
        layout = _layout_of(path)
    if layout not in READERS:
        raise InputError("instance.format", found=layout, expected=", ".join((AUTO, *READERS)))
    return READERS[layout](path)


def _layout_of(path: Path) -> str:
    text = read_text(path)
    if text.lstrip().startswith("{"):
        return "hhcrsp"
    for word, layout in (("CREW COUNT", "trsp"), ("NODE_COORD_SECTION", "vrplib"), ("CUST", "solomon")):
        if word in text:
            return layout
    raise InputError("instance.unknown", file=path, expected=", ".join(READERS))
