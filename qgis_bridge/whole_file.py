# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are there whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..core.errors import Failure


def put(path: Path, write: Callable[[Path], object]) -> None:
    """Write a file under another name and move it into place once complete; ``Failure`` if that fails."""
    partial = path.with_stem(f".{path.stem}-partial")
    try:
        write(partial)
        partial.replace(path)
    except OSError as error:
        raise Failure("print.not_written", file=str(path)) from error
    finally:
        partial.unlink(missing_ok=True)
