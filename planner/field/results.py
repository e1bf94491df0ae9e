# SPDX-License-Identifier: GPL-3.0-or-later
"""What came back from the field, whatever it came in: answers by order, with photos."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ...workorders.closing.forms import JobForm
from ...workorders.closing.handed_in import Entry

# closer than this the point of an answer was not moved
_SAME_PLACE_M = 0.001


@dataclass(frozen=True, slots=True)
class FieldPhoto:
    """A photo by its path in the package; ``read`` gives None where it is not there."""

    name: str
    read: Callable[[], bytes | None]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """The answers for one order: entries, photos, and what of the order was packed.

    ``place`` is where the point of the answer lies now, ``packed_place`` where it was put: metres.
    """

    order_id: str
    file: str
    entries: tuple[Entry, ...]
    photos: tuple[FieldPhoto, ...] = ()
    packed: Mapping[str, str] = field(default_factory=dict)
    place: tuple[float, float] | None = None
    packed_place: tuple[float, float] | None = None

    def entries_for(self, form: JobForm) -> tuple[Entry, ...]:
        """Return the entries; a point that was moved answers the first place asked for that has no answer."""
        asked = next((name for name, one in form.fields.items() if one.kind == "place"), None)
        if asked is None or self.place is None or not self._was_moved():
            return self.entries
        if any(entry.name == asked and entry.text.strip() for entry in self.entries):
            return self.entries
        others = [entry for entry in self.entries if entry.name != asked]
        return (*others, Entry(asked, f"{self.place[0]:.3f},{self.place[1]:.3f}", 1))

    def _was_moved(self) -> bool:
        if self.place is None or self.packed_place is None:
            return self.place is not None
        return max(abs(a - b) for a, b in zip(self.place, self.packed_place, strict=True)) > _SAME_PLACE_M


@dataclass(frozen=True, slots=True)
class FieldResult:
    """One file or folder that came back; ``header`` tells which package it is, None for a bare table.

    ``raw`` is the file with the answers as it came, ``layer_crs`` what its layers say of theirs.
    """

    name: str
    raw: bytes
    rows: Sequence[FieldRow]
    header: Mapping[str, str] | None = None
    layer_crs: frozenset[str] = frozenset()

    @property
    def package_id(self) -> str:
        """Return the package's name, empty for a bare table."""
        return self.header.get("package_id", "") if self.header else ""
