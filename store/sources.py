# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a network comes from, and how it is read: files, a server; a standard, a mapping of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..core.errors import InputError
from ..network.layouts.standards import standards
from ..planner.assets.import_network import AUTO
from ..planner.assets.network_layout import OwnMapping
from ..planner.ports import LayerSource
from .layer_files import open_layers
from .workspaces import is_server, require_driver

_MAPPING_SUFFIXES = (".yaml", ".yml")


@contextmanager
def opened(source: str) -> Iterator[LayerSource]:
    """Open the layers of a file, of a folder of files or of schemas (``postgresql://…/db?schema=a,b``).

    ``InputError`` when the source is missing or cannot be read.
    """
    if not is_server(source):
        yield open_layers(source)
        return
    require_driver()
    from .postgis_source import opened_schemas

    with opened_schemas(source) as layers:
        yield layers


def standard_of(text: str) -> tuple[str, OwnMapping | None]:
    """Return the standard that a text names, or the mapping whose file it is.

    ``InputError`` when it is neither, or the mapping has a mistake.
    """
    if text == AUTO or text in standards():
        return text, None
    path = Path(text)
    if path.suffix.lower() not in _MAPPING_SUFFIXES:
        raise InputError("mapping.standard_unknown", found=text)
    try:
        own = OwnMapping(path.read_text(encoding="utf-8"), path.name)
    except FileNotFoundError as error:
        raise InputError("file.missing", file=path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("file.unreadable", file=path, reason=error) from error
    own.read()
    return AUTO, own
