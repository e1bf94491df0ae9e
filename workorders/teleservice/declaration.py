# SPDX-License-Identifier: GPL-3.0-or-later
"""What a DT, DICT, joint DT-DICT or ATU declares, and what the teleservice gives back for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal

from pyproj import CRS, Geod
from shapely import orient_polygons
from shapely.geometry import MultiPolygon

NoticeKind = Literal["DT", "DICT", "DT-DICT", "ATU"]


@dataclass(frozen=True, slots=True)
class Party:
    """A company or public body, as the forms ask for it."""

    name: str = ""
    complement: str = ""
    number: str = ""
    street: str = ""
    locality: str = ""
    postcode: str = ""
    commune: str = ""
    siret: str = ""
    contact: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class WorksPlace:
    """Where the works are; ``insee`` is the code of the commune."""

    address: str = ""
    postcode: str = ""
    commune: str = ""
    insee: str = ""


@dataclass(frozen=True, slots=True)
class Works:
    """What is done, how and when; ``natures`` and ``techniques`` are the teleservice's three-letter codes."""

    natures: tuple[str, ...] = ()
    description: str = ""
    techniques: tuple[str, ...] = ()
    other_technique: str = ""
    max_depth_cm: int | None = None
    changes_profile: bool = False
    trenchless: bool = False
    shares_investigations: bool = False
    wants_overhead_plans: bool = False
    starts_on: date | None = None
    starts_at: time | None = None
    duration_days: int | None = None
    duration_half_days: int | None = None


@dataclass(frozen=True, slots=True)
class Urgency:
    """The grounds on which an ATU may start at once (R.554-32)."""

    safety: bool = False
    continuity_of_service: bool = False
    people_and_property: bool = False
    force_majeure: bool = False


@dataclass(frozen=True, slots=True)
class Declaration:
    """One notice to declare.

    ``owner`` answers for the project (or orders the urgent works), ``contractor`` does them; ``footprint`` is
    in ``crs``, written ``EPSG:…``.
    """

    kind: NoticeKind
    footprint: MultiPolygon
    crs: str
    reference: str = ""
    nature: str = "INITIAL"
    is_over: bool = False
    owner: Party = field(default_factory=Party)
    contractor: Party = field(default_factory=Party)
    place: WorksPlace = field(default_factory=WorksPlace)
    works: Works = field(default_factory=Works)
    urgency: Urgency = field(default_factory=Urgency)
    signatory: str = ""

    @property
    def is_to_come(self) -> bool:
        """Tell whether the works are still to come, so that the operators have to answer."""
        return not self.is_over

    @property
    def area_m2(self) -> float:
        """Return the area of the footprint, on the ellipsoid where the CRS is in degrees."""
        crs = CRS.from_user_input(self.crs)
        if crs.is_projected:
            return round(self.footprint.area, 2)
        geod = crs.get_geod() or Geod(ellps="GRS80")
        return round(abs(geod.geometry_area_perimeter(orient_polygons(self.footprint))[0]), 2)


@dataclass(frozen=True, slots=True)
class OperatorNetwork:
    """One network of an operator in the zone, with whom to reach about it.

    ``category`` is S, NS or NSFS, ``works_class`` one of the teleservice's classes; ``crosses_footprint`` is
    None where the teleservice does not say. The last three fields tell of the telephone call that an ATU
    near sensitive networks asks for.
    """

    operator: str
    agency: str
    category: str
    works_class: str
    code: str
    name: str = ""
    position: str = ""
    status: str = ""
    phone: str = ""
    emergency_phone: str = ""
    damage_phone: str = ""
    email: str = ""
    emergency_email: str = ""
    fax: str = ""
    postcode: str = ""
    commune: str = ""
    instructions: str = ""
    reads_files: bool = False
    crosses_footprint: bool | None = None
    called: str = ""
    called_on: date | None = None
    called_at: time | None = None

    @property
    def is_sensitive(self) -> bool:
        """Tell whether it is sensitive for safety, or to be treated so."""
        return self.category != "NS"


@dataclass(frozen=True, slots=True)
class Consultation:
    """The answer of the teleservice to a declaration; ``number`` and date are those of the consultation."""

    number: str
    consulted_at: datetime
    schema: str
    declaration: Declaration
    networks: tuple[OperatorNetwork, ...]
