# SPDX-License-Identifier: GPL-3.0-or-later
"""Which names a layer or a schema may have: they end up in SQL as identifiers, so they are few and plain."""

from __future__ import annotations

import re

from ..core.errors import InputError
from .journal import metadata as journal_metadata
from .tables import RECORD_KINDS

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,55}")
_RESERVED_PREFIXES = ("gpkg_", "rtree_", "sqlite_", "pg_")


def is_plain_identifier(name: str) -> bool:
    """Tell whether a name is safe as an identifier in both databases."""
    return bool(_PLAIN.fullmatch(name)) and not name.lower().startswith(_RESERVED_PREFIXES)


def require_layer_name(name: str) -> None:
    """Raise ``InputError`` when a layer's name is not plain or is one of the workspace's own tables."""
    taken = {*RECORD_KINDS, *journal_metadata.tables}
    if not is_plain_identifier(name) or name.lower() in taken:
        raise InputError("layer.name", layer=name)
