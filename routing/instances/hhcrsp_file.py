# SPDX-License-Identifier: GPL-3.0-or-later
"""What an HHCRSP file says, checked field by field; times and distances in its own units."""

from __future__ import annotations

import json
from functools import reduce
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from ...core.errors import InputError
from .reading import read_text

# times 1,000 and added up, larger values would not fit into the whole numbers of the engine
_Units = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True)


class Need(_Entry):
    """One carer that a patient needs."""

    service: str
    duration: _Units | None = None


class Synchronization(_Entry):
    """How the second of two carers follows the first."""

    type: Literal["simultaneous", "sequential"]
    distance: tuple[_Units, _Units] = (0.0, 0.0)


class Patient(_Entry):
    """Somebody to be visited."""

    id: str
    time_window: tuple[_Units, _Units]
    required_caregivers: Annotated[tuple[Need, ...], Field(min_length=1, max_length=2)]
    synchronization: Synchronization | None = None

    @property
    def is_together(self) -> bool:
        """Tell whether all carers start at the same moment."""
        return self.synchronization is None or self.synchronization.type == "simultaneous"

    @property
    def lag(self) -> tuple[float, float]:
        """Return how long after the first carer the second starts, at least and at most."""
        if self.synchronization is None or self.is_together:
            return 0.0, 0.0
        return self.synchronization.distance

    @model_validator(mode="after")
    def _in_order(self) -> Patient:
        for name, (least, most) in (("time_window", self.time_window), ("distance", self.lag)):
            if most < least:
                raise PydanticCustomError("order", "{name} must not end before it starts", {"name": name})
        if len(self.required_caregivers) == 2 and self.synchronization is None:
            raise PydanticCustomError("together", "synchronization is needed where two carers come")
        return self


class Service(_Entry):
    """A kind of care."""

    id: str
    default_duration: _Units | None = None


class Carer(_Entry):
    """Somebody who visits."""

    id: str
    abilities: tuple[str, ...]


class HhcrspFile(_Entry):
    """The whole file; places are the office (0), then the patients in order."""

    name: str = ""
    patients: Annotated[tuple[Patient, ...], Field(min_length=1)]
    services: tuple[Service, ...]
    caregivers: Annotated[tuple[Carer, ...], Field(min_length=1)]
    central_offices: Annotated[tuple[dict[str, Any], ...], Field(min_length=1, max_length=1)]
    distances: tuple[tuple[_Units, ...], ...]

    @model_validator(mode="after")
    def _complete(self) -> HhcrspFile:
        places = len(self.patients) + 1
        if len(self.distances) != places or any(len(row) != places for row in self.distances):
            raise PydanticCustomError("square", "distances must be {count} x {count}", {"count": places})
        usual = {service.id: service.default_duration for service in self.services}
        for patient in self.patients:
            for need in patient.required_caregivers:
                if need.duration is None and usual.get(need.service) is None:
                    raise PydanticCustomError(
                        "duration",
                        "{patient} needs a duration for {name}",
                        {"patient": patient.id, "name": need.service},
                    )
        return self

    def duration(self, need: Need) -> float:
        """Return how long a carer stays."""
        if need.duration is not None:
            return need.duration
        return next(s.default_duration or 0.0 for s in self.services if s.id == need.service)

    def horizon(self, scale: int) -> int:
        """Return a moment, in parts of the unit, that no useful tour passes."""
        work = sum(
            self.duration(need) + patient.lag[1]
            for patient in self.patients
            for need in patient.required_caregivers
        )
        ways = 2 * sum(max(row) for row in self.distances)
        return round((max(patient.time_window[1] for patient in self.patients) + work + ways) * scale)


def read_hhcrsp_file(path: Path) -> HhcrspFile:
    """Return what a file says; ``InputError`` names the field that is wrong, and what was found there."""
    try:
        data = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise InputError("instance.not_json", file=path, line=error.lineno, reason=error.msg) from error
    try:
        return HhcrspFile.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        expected = first["msg"]
        raise InputError(
            "instance.json", file=path, field=_field(first), found=_found(data, first), expected=expected
        ) from error


def _field(error: ErrorDetails) -> str:
    names = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in error["loc"])
    return "".join(names).lstrip(".") or "-"


def _found(data: Any, error: ErrorDetails) -> str:
    """Return what stands in the wrong field, cut short."""
    if error["type"] == "missing":
        return ""
    where = error["loc"]
    found = reduce(lambda value, part: value[part], where, data) if where else error["msg"]
    text = json.dumps(found, ensure_ascii=False)
    return text if len(text) < 60 else f"{text[:60]}…"
