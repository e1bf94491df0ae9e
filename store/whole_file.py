# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a file whole or not at all."""

from __future__ import annotations

from pathlib import Path

from ..core.errors import Failure


def write_whole(path: Path, content: bytes | str) -> None:
    """Write a file beside its place and move it there; ``Failure`` leaves what was there before."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise Failure("file.unwritable", file=path, reason=error.strerror or error) from error
