# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workspace is called in the window."""

from __future__ import annotations

from pathlib import Path


def workspace_name(url: str) -> str:
    """Return what a workspace is called: its file, or its schema on a server."""
    if "://" not in url:
        return Path(url).stem
    schema = url.partition("schema=")[2].partition("&")[0]
    return schema or "regard"
