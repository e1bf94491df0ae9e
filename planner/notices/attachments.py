# SPDX-License-Identifier: GPL-3.0-or-later
"""Where plans and letters that come with an answer are kept: a folder that somebody outside hands in."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Protocol


class Attachments(Protocol):
    """A folder of attachments."""

    def kept(self, files: Mapping[str, bytes]) -> AbstractContextManager[None]:
        """Keep files by their path in the folder for good, unless what follows fails: then they are gone."""


def stored_name(digest: str, *parts: str) -> str:
    """Return a path inside the folder for a file of a digest: plain letters, no part leads elsewhere."""
    *folders, name = (_plain(part) for part in parts)
    return "/".join([*folders, f"{digest[:12]}_{name}"])


_LONGEST = 80


def _plain(text: str) -> str:
    letters = "".join(one if one.isascii() and (one.isalnum() or one in "-_.") else "_" for one in text)
    # the end of a name tells its kind
    return letters.lstrip(".")[-_LONGEST:].lstrip(".") or "_"
