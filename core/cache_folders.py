# SPDX-License-Identifier: GPL-3.0-or-later
"""Where this user's caches may lie: the folders that are tried, and what of ours is found in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

KERNELS, NETWORKS = "NUMBA_CACHE_DIR", "REGARD_CACHE_DIR"
_KERNELS = "kernels-" + "[0-9a-f]" * 12


def cache_bases(chosen: str) -> Iterator[Path]:
    """Yield the folders to try, the best first: the one that the variable ``chosen`` names, then the user's.

    The user's are ``regard`` in XDG_CACHE_HOME, in LOCALAPPDATA (Windows), and in ``~/.cache``.
    """
    if named := os.environ.get(chosen):
        yield Path(named)
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        if home := os.environ.get(variable):
            yield Path(home) / "regard"
    with suppress(RuntimeError):
        yield Path("~/.cache/regard").expanduser()


def kept_caches() -> tuple[Path, ...]:
    """Return the folders that hold caches of Regard; a folder that a variable names may hold others' too."""
    kernels = [found for base in cache_bases(KERNELS) for found in base.glob(_KERNELS)]
    networks = [base / "networks" for base in cache_bases(NETWORKS)]
    return tuple(dict.fromkeys(folder for folder in (*kernels, *networks) if folder.is_dir()))
