# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace as if some records were in it: what would follow from them is asked before they are stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from ..ports import Workspace


class _Supposed:
    """Answers for a workspace, with more records of some classes; writes nothing by itself."""

    def __init__(self, workspace: Workspace, records: Sequence[object]) -> None:
        self._workspace = workspace
        self._records = tuple(records)

    def all(self, kind: type, **conditions: Any) -> list[Any]:
        """Return the records of a class, and the supposed ones where no condition is asked."""
        found: list[Any] = list(self._workspace.all(kind, **conditions))
        return found if conditions else [*found, *(one for one in self._records if isinstance(one, kind))]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._workspace, name)


def supposing(workspace: Workspace, records: Sequence[object]) -> Workspace:
    """Return a workspace as if it had some records more: for questions, never to write through."""
    return cast("Workspace", _Supposed(workspace, records)) if records else workspace
