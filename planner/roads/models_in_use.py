# SPDX-License-Identifier: GPL-3.0-or-later
"""The travel models of the open workspace: a window looks at the same roads again at every gesture."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock

from ...routing.roads.road_travel import RoadTravel


@dataclass(slots=True)
class _Kept:
    """The model of one vehicle, None before it is built; who builds it holds the lock."""

    lock: Lock = field(default_factory=Lock)
    model: RoadTravel | None = None


class ModelsInUse:
    """The models of one workspace in one state of its layers, for each vehicle; those of another let go."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state: Hashable = None
        self._models: dict[Hashable, _Kept] = {}

    def of(self, state: Hashable, vehicle: Hashable, build: Callable[[], RoadTravel]) -> RoadTravel:
        """Return the model of a vehicle, built once for a state.

        Who asks for the same one meanwhile waits for it; others are built beside it.
        """
        with self._lock:
            if state != self._state:
                self._state, self._models = state, {}
            kept = self._models.setdefault(vehicle, _Kept())
        with kept.lock:
            if kept.model is None:
                kept.model = build()
            return kept.model


MODELS_IN_USE = ModelsInUse()
