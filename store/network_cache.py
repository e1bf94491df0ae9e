# SPDX-License-Identifier: GPL-3.0-or-later
"""Built networks kept in the user's cache folder, for as long as nothing that they were built from changes.

An entry is named after the workspace and after everything that the network follows from: the state of the
layers, the rule and standard files, the code. An entry that cannot be read, for whatever reason, is built
again.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np
from shapely.errors import ShapelyError

from ..core.cache_folders import NETWORKS, cache_bases
from .dataclass_arrays import Packer, Unpacker
from .text_arrays import NotPlain

N = TypeVar("N")

_FORMAT = 1
_SUFFIX = ".network.npz"
_SPEC = "spec"
# building sooner than this takes no longer than reading
WORTH_S = 0.5
_ROOT = Path(__file__).resolve().parents[1]
FOLLOWED = (
    "core/**/*.py",
    "network/**/*.py",
    "planner/assets/asset_base.py",
    "planner/assets/network_layout.py",
    "store/*_arrays.py",
    "store/*_layers.py",
    "resources/standards/**/*",
    "resources/rules/**/*",
    "metadata.txt",
)
# all that reading a file that is cut off, damaged or somebody else's can raise
_DAMAGE = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ImportError,
    EOFError,
    RuntimeError,
    MemoryError,
    SyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ShapelyError,
)


@dataclass(frozen=True, slots=True)
class NetworkCache:
    """The kept networks of one workspace."""

    folder: Path
    workspace: str
    worth_s: float

    def fetch(
        self,
        name: str,
        state: Mapping[str, str],
        build: Callable[[], N],
        *,
        is_current: Callable[[], bool],
    ) -> N:
        """Return the network ``name`` of the layers in a state: a kept one, else one built and then kept.

        ``state`` must have been read before the layers are; ``is_current`` tells whether it still holds once
        the network is built, without which it is not kept. Errors of ``build`` come through; those of the
        cache never do.
        """
        owner = f"{hashlib.sha256(self.workspace.encode()).hexdigest()[:16]}-{name}"
        key = json.dumps([_FORMAT, code_digest(), self.workspace, sorted(state.items())])
        entry = self.folder / f"{owner}-{hashlib.sha256(key.encode()).hexdigest()[:32]}{_SUFFIX}"
        found = read_entry(entry)
        if found is not None:
            return cast("N", found)
        start = time.perf_counter()
        network = build()
        if time.perf_counter() - start >= self.worth_s and is_current():
            with suppress(OSError, NotPlain):
                write_entry(entry, network)
                self._drop_others(owner, entry)
        return network

    def _drop_others(self, owner: str, entry: Path) -> None:
        for old in self.folder.glob(f"{owner}-*{_SUFFIX}"):
            if old != entry:
                old.unlink(missing_ok=True)


def read_entry(entry: Path) -> Any | None:
    """Return what an entry holds, None when there is none or it cannot be used."""
    if not entry.is_file():
        return None
    try:
        with entry.open("rb") as stream, np.load(stream, allow_pickle=False) as kept:
            spec = json.loads(kept[_SPEC].tobytes().decode())
            arrays = [kept[f"a{number}"] for number in range(spec["arrays"])]
        return Unpacker(arrays).unpack(spec["value"])
    except _DAMAGE:
        return None


def write_entry(entry: Path, network: object) -> None:
    """Keep a network; the entry appears whole or not at all, whoever else writes it at the same time."""
    packer = Packer()
    spec = {"value": packer.pack(network), "arrays": len(packer.arrays)}
    text = np.frombuffer(json.dumps(spec).encode(), dtype=np.uint8)
    arrays = {f"a{number}": array for number, array in enumerate(packer.arrays)}
    entry.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=entry.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            np.savez(stream, **{_SPEC: text}, **arrays)
        Path(part).replace(entry)
    finally:
        Path(part).unlink(missing_ok=True)


@cache
def code_digest() -> str:
    """Return the digest of the code that runs; it is taken once."""
    return digest_of(_ROOT)


def digest_of(root: Path, followed: Sequence[str] = FOLLOWED) -> str:
    """Return a digest of the code and the data files in a package that a network follows from."""
    digest = hashlib.sha256()
    for file in sorted({file for pattern in followed for file in root.glob(pattern) if file.is_file()}):
        content = file.read_bytes()
        # with its size, one file cannot be taken for two
        digest.update(f"{file.relative_to(root).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def networks_folder() -> Path | None:
    """Return the folder of kept networks in the user's cache, None when none can be had.

    REGARD_CACHE_DIR, XDG_CACHE_HOME, LOCALAPPDATA or ~/.cache, the first that can be written.
    """
    for base in cache_bases(NETWORKS):
        folder = base / "networks"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    return None
