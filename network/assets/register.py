# SPDX-License-Identifier: GPL-3.0-or-later
"""Find assets by their business id, and name the nearest ids when there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...core.errors import InputError
from ...core.ids import AssetId
from ...core.near_names import near_names
from .arrays import Ints, Objects, as_ints
from .defects import refuse_unusable
from .results import Defect
from .roles import Role


@dataclass(frozen=True)
class _Rows:
    """The rows of each id; the index is made at the first question."""

    ids: Objects

    @cached_property
    def _last(self) -> dict[str, int]:
        return dict(zip(self.ids.tolist(), range(len(self.ids)), strict=True))

    @cached_property
    def _several(self) -> dict[str, list[int]]:
        """Return the rows of the ids that the data repeat."""
        if len(self._last) == len(self.ids):
            return {}
        rows: dict[str, list[int]] = {}
        for row, name in enumerate(self.ids.tolist()):
            rows.setdefault(name, []).append(row)
        return {name: found for name, found in rows.items() if len(found) > 1}

    def of(self, asset: str) -> Ints:
        last = self._last.get(asset)
        return as_ints([] if last is None else self._several.get(asset, [last]))


@dataclass(frozen=True, slots=True)
class Register:
    """The ids of a network by role; one id may be on several rows when the data repeat it."""

    index: Mapping[Role, _Rows]

    @staticmethod
    def of(ids: Mapping[Role, Objects]) -> Register:
        """Return the register of the ids of each role, in the order in which roles are searched."""
        return Register({role: _Rows(values) for role, values in ids.items()})

    def rows(self, role: Role, asset: str) -> Ints:
        """Return the rows of an asset in a role, empty when there is none, in O(1) once indexed."""
        return self.index[role].of(asset) if role in self.index else as_ints([])

    def find(
        self, asset: AssetId, role: Role | None = None, *, defects: Iterable[Defect] = ()
    ) -> tuple[Role, Ints]:
        """Return the first role that knows an asset, or ``role``, and its rows there.

        An ``InputError`` says which of the ``defects`` has kept it out of the network, else names near ids.
        """
        asked = self.index if role is None else (role,)
        for known in asked:
            rows = self.rows(known, asset)
            if len(rows):
                return known, rows
        if not any(len(self.rows(known, asset)) for known in self.index):
            refuse_unusable(asset, defects)
        raise InputError("network.asset_unknown", asset=asset, near=self._near(asset, *asked))

    def has_valve(self, asset: str) -> bool:
        """Tell whether an asset is a valve."""
        return len(self.rows(Role.VALVE, asset)) > 0

    def require_valve(self, asset: str) -> None:
        """Raise an ``InputError`` that names near ids unless an asset is a valve."""
        if not self.has_valve(asset):
            raise InputError("network.valve_unknown", asset=asset, near=self._near(asset, Role.VALVE))

    def _near(self, asset: str, *roles: Role) -> str:
        names = {str(name) for role in roles if role in self.index for name in self.index[role].ids}
        return near_names(asset, names, most=5)
