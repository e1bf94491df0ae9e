# SPDX-License-Identifier: GPL-3.0-or-later
"""Compile kernels to machine code without the GIL, once for an installation and not once for a process."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
from numba.core import config

from .cache_folders import KERNELS, cache_bases

F = TypeVar("F", bound=Callable[..., object])

_PACKAGES = ("core", "network", "routing")


def compiled(function: F) -> F:
    """Return the function compiled on its first call; later processes load it from the cache folder.

    It must not create arrays, views apart: it works in those that it is handed. So it need not count
    references to them, which takes three quarters of the time of small functions.
    """
    options: dict[str, Any] = {"cache": True, "nogil": True, "_nrt": False}
    with _numba_cache(cache_folder()):
        return cast("F", numba.njit(**options)(function))


@cache
def cache_folder() -> Path:
    """Return the folder of compiled kernels: NUMBA_CACHE_DIR, the user's cache, or a temporary folder.

    It is named after the kernels' sources, because numba looks only at the file of the function itself and
    would keep a caller whose callee has changed.
    """
    root = Path(__file__).resolve().parents[1]
    sources = sorted(source for package in _PACKAGES for source in (root / package).rglob("kernel_*.py"))
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]
    for base in cache_bases(KERNELS):
        folder = base / f"kernels-{digest}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                return folder
        except OSError:
            continue
    return Path(tempfile.mkdtemp(prefix="regard-"))


def is_compiled(function: Callable[..., object]) -> bool:
    """Tell whether some process of this installation has compiled a kernel for some arguments."""
    module, name = function.__module__.rpartition(".")[2], function.__qualname__
    return any(cache_folder().glob(f"*/{module}.{name}-*.nbi"))


@contextmanager
def _numba_cache(folder: Path) -> Iterator[None]:
    """Have numba keep what is declared inside in ``folder``, and leave its setting to others as it was."""
    settings: Any = config
    before = settings.CACHE_DIR
    settings.CACHE_DIR = str(folder)
    try:
        yield
    finally:
        settings.CACHE_DIR = before
