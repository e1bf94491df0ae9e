# SPDX-License-Identifier: GPL-3.0-or-later
"""What the exchange with the teleservice reads and refuses: schemas, limits, code lists."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from ...core.rules import RULES_FOLDER, DatedRules, Label, Rule, misfit, one_of, read_rules

TELESERVICE = RULES_FOLDER / "teleservice.yaml"

_Count = Annotated[int, Field(gt=0)]


class ArchiveLimits(Rule):
    """How large and how deep an archive may be before it is refused."""

    files: _Count
    nested: _Count
    total_bytes: _Count
    file_bytes: _Count
    ratio: _Count
    source: str


class Receipt(Rule):
    """How the operators are asked to send their plans."""

    paper: Literal["A4", "A3", "A2", "A1", "A0"]
    colour: bool
    vector_format: Literal["DXF", "SHAPE", "MIF_MID"]


class WorksClass(Label):
    """A class of works with the PCRS code of its networks (empty: none)."""

    pcrs: str


class SoftDigging(Rule):
    """What digs where a network lies, or may lie."""

    equipment: tuple[str, ...]
    source: str


class WorksTold(Rule):
    """How an order's work is told in the teleservice's codes; keys are kinds of equipment."""

    natures: tuple[str, ...]
    techniques: tuple[str, ...]
    techniques_by_equipment: Mapping[str, str]
    others_by_equipment: Mapping[str, str]
    half_day_min: _Count
    source: str

    def half_days_of(self, duration_min: float) -> int:
        """Return the half-days, at least one, that works of so many minutes are declared with."""
        return max(1, math.ceil(duration_min / self.half_day_min))

    def days_of(self, duration_min: float) -> int:
        """Return the days, at least one, that works of so many minutes are declared with."""
        return math.ceil(self.half_days_of(duration_min) / 2)


class SchemaCodes(Rule):
    """The codes that the schema takes."""

    natures: tuple[str, ...]
    techniques: tuple[str, ...]
    declarations: tuple[str, ...] = ()
    source: str


class DeclarationNatures(Rule):
    """The nature of a DICT by the state of its works: declared first, or again and why."""

    first: str
    not_begun: str
    interrupted: str
    under_way: str
    source: str


class TeleserviceRules(DatedRules):
    """The rules of the exchange; a code that the schema does not take is refused."""

    namespace: str
    schemas: tuple[str, ...]
    written_schema: str
    archive: ArchiveLimits
    description_bytes: _Count
    areas: tuple[tuple[float, float, float, float], ...]
    receipt: Receipt
    soft_digging: SoftDigging
    codes: SchemaCodes
    # files written before renewals were told apart have none: every declaration is then the first
    declarations: DeclarationNatures | None = None
    works: WorksTold
    fields: Mapping[str, Label]
    footprint_tolerance_m: Annotated[float, Field(ge=0)]
    categories: Mapping[str, Label]
    classes: Mapping[str, WorksClass]

    @model_validator(mode="after")
    def _codes_are_those_of_the_schema(self) -> TeleserviceRules:
        works, codes = self.works, self.codes
        told: list[tuple[str, tuple[str, ...], tuple[str | int, ...]]]
        told = [(code, codes.natures, ("works", "natures", at)) for at, code in enumerate(works.natures)]
        told += [
            (code, codes.techniques, ("works", "techniques", at)) for at, code in enumerate(works.techniques)
        ]
        for kind, code in works.techniques_by_equipment.items():
            told.append((code, codes.techniques, ("works", "techniques_by_equipment", kind)))
        for field in ("first", "not_begun", "interrupted", "under_way") if self.declarations else ():
            told.append((getattr(self.declarations, field), codes.declarations, ("declarations", field)))
        for code, known, place in told:
            if code not in known:
                raise misfit(code, one_of(code, known), *place)
        return self


def load_teleservice(path: Path | None = None) -> TeleserviceRules:
    """Return the rules of a file (by default those that come with Regard)."""
    return read_rules(path or TELESERVICE, TeleserviceRules)
