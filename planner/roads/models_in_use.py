# SPDX-License-Identifier: GPL-3.0-or-later
"""The travel models of the open workspace: a window looks at the same roads again at every gesture."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock

from ...routing.roads.road_travel import RoadTravel


class ModelsInUse:
    """The models of one workspace in one state of its layers, for each vehicle; those of another let go."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state: Hashable = None
        self._models: dict[Hashable, RoadTravel] = {}

    def of(self, state: Hashable, vehicle: Hashable, build: Callable[[], RoadTravel]) -> RoadTravel:
        """Return the model of a vehicle, built once for a state; who asks meanwhile waits for it."""
        with self._lock:
            if state != self._state:
                self._state, self._models = state, {}
            if vehicle not in self._models:
                self._models[vehicle] = build()
            return self._models[vehicle]


MODELS_IN_USE = ModelsInUse()
