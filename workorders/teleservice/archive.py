# SPDX-License-Identifier: GPL-3.0-or-later
"""Unpack an archive from outside without trusting it: names that climb, bombs and links are refused."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath

from ...core.errors import InputError
from .rules import ArchiveLimits

_CHUNK = 1 << 16
_MAGIC = b"PK\x03\x04"


@dataclass(slots=True)
class _Budget:
    """What may still be unpacked, over an archive and those inside it."""

    limits: ArchiveLimits
    files: int = field(init=False)
    total_bytes: int = field(init=False)

    def __post_init__(self) -> None:
        self.files = self.limits.files
        self.total_bytes = self.limits.total_bytes


def is_archive(data: bytes) -> bool:
    """Tell whether bytes begin as a zip archive does."""
    return data.startswith(_MAGIC)


def unpack(data: bytes, *, file: str, limits: ArchiveLimits) -> dict[str, bytes]:
    """Return every file of a zip archive by its path, those of archives inside it under the archive's own.

    Nothing is written to disk. Sizes are counted while unpacking: what the archive claims is not believed.

    Raises
    ------
    InputError
        The archive is broken or encrypted, or a path leaves its folder, is a link or is given twice, or a
        limit on number, size, packing or nesting is passed; the message names the entry.
    """
    return dict(_unpacked(data, file=file, budget=_Budget(limits), depth=1))


def _unpacked(data: bytes, *, file: str, budget: _Budget, depth: int) -> Iterator[tuple[str, bytes]]:
    if depth > budget.limits.nested:
        raise InputError("archive.too_deep", file=file, limit=budget.limits.nested)
    seen: set[str] = set()
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for entry in archive.infolist():
                path = _safe_path(entry, file)
                if entry.is_dir():
                    continue
                if path.casefold() in seen:
                    raise InputError("archive.unsafe", file=file, found=path)
                seen.add(path.casefold())
                content = _content(archive, entry, file=file, budget=budget)
                if is_archive(content) and path.lower().endswith(".zip"):
                    inner = _unpacked(content, file=f"{file}/{path}", budget=budget, depth=depth + 1)
                    yield from ((f"{path}/{name}", part) for name, part in inner)
                else:
                    yield path, content
    except InputError:
        raise
    # the library lets errors of many kinds through when an archive is broken on purpose
    except Exception as error:
        raise InputError("archive.broken", file=file, reason=str(error) or type(error).__name__) from error


def _safe_path(entry: zipfile.ZipInfo, file: str) -> str:
    """Return an entry's path inside the archive; refuse one that leads elsewhere."""
    name = entry.filename.replace("\\", "/")
    path = PurePosixPath(name)
    unsafe = (
        path.is_absolute()
        or ".." in path.parts
        or not path.parts
        or ":" in name
        or any(ord(letter) < 32 for letter in name)
        or stat.S_ISLNK(entry.external_attr >> 16)
    )
    if unsafe:
        raise InputError("archive.unsafe", file=file, found=entry.filename)
    return str(path)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, file: str, budget: _Budget) -> bytes:
    """Return an entry's bytes, counted against the budget as they come."""
    limits = budget.limits
    budget.files -= 1
    allowed = min(limits.file_bytes, budget.total_bytes, max(entry.compress_size, 1) * limits.ratio)
    parts: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while budget.files >= 0 and size <= allowed and (part := stream.read(_CHUNK)):
            parts.append(part)
            size += len(part)
    if budget.files < 0 or size > allowed:
        raise InputError("archive.too_large", file=file, found=entry.filename)
    budget.total_bytes -= size
    return b"".join(parts)
