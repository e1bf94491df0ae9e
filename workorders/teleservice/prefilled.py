# SPDX-License-Identifier: GPL-3.0-or-later
"""A form filled in as far as the order tells: its rows to print, what is missing, and its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from xml.etree import ElementTree as ET

from .declaration import Declaration
from .footprint import geojson, write_gml
from .form import FormField, form_fields
from .rules import TeleserviceRules
from .xml_writer import write_declaration


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a printed form; ``field`` names the label in the rules."""

    field: str
    value: object
    required: bool

    @property
    def is_missing(self) -> bool:
        """Tell whether the form requires it and nothing is given."""
        return self.required and self.value in (None, "", ())


def form_rows(declaration: Declaration) -> tuple[FormRow, ...]:
    """Return the rows of a declaration's form, its footprint apart, in the order of the form."""
    return tuple(
        FormRow(field.attribute, _value(declaration, field), field.required)
        for field in form_fields(declaration.kind)
        if field.codec != "surface"
    )


def missing_fields(declaration: Declaration) -> tuple[str, ...]:
    """Return the required fields that nothing fills; an ATU needs one ground of urgency at least."""
    missing = [row.field for row in form_rows(declaration) if row.is_missing]
    grounds = [row.value for row in form_rows(declaration) if row.field.startswith("urgency.")]
    if grounds and not any(grounds):
        missing.append("urgency")
    return tuple(missing)


def prefilled_files(declaration: Declaration, *, stem: str, rules: TeleserviceRules) -> Mapping[str, bytes]:
    """Return the files of a pre-filled dossier by name: form as XML, footprint as GML 3.2 and GeoJSON."""
    outline = write_gml(declaration.footprint, declaration.crs)
    return {
        f"{stem}_declaration.xml": write_declaration(declaration, rules=rules),
        f"{stem}_emprise.gml": ET.tostring(outline, encoding="utf-8", xml_declaration=True),
        f"{stem}_emprise.geojson": geojson(declaration.footprint, declaration.crs).encode(),
    }


def _value(declaration: Declaration, field: FormField) -> object:
    return attrgetter(field.attribute)(declaration)
