# SPDX-License-Identifier: GPL-3.0-or-later
"""A consultation as it is downloaded: one XML file, or a zip with the plans and letters beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...core.errors import InputError
from .archive import is_archive, unpack
from .declaration import Consultation
from .rules import TeleserviceRules
from .xml_reader import read_consultation

_DESCRIPTION = "_description.xml"


@dataclass(frozen=True, slots=True)
class ConsultationFile:
    """A consultation with the files that came with it, by their path in the archive."""

    consultation: Consultation
    attachments: Mapping[str, bytes]


def read_consultation_file(data: bytes, *, file: str, rules: TeleserviceRules) -> ConsultationFile:
    """Return the consultation of a zip or XML file, read safely (``archive.unpack``, ``read_consultation``).

    ``InputError`` when the archive holds no ``…_description.xml``, or more than one.
    """
    if not is_archive(data):
        return ConsultationFile(read_consultation(data, file=file, rules=rules), {})
    parts = unpack(data, file=file, limits=rules.archive)
    descriptions = [path for path in parts if path.lower().endswith(_DESCRIPTION)]
    if len(descriptions) != 1:
        found = ", ".join(descriptions) or "-"
        raise InputError(
            "teleservice.field", file=file, field="zip", found=found, expected=f"1 …{_DESCRIPTION}"
        )
    description = descriptions[0]
    consultation = read_consultation(parts.pop(description), file=f"{file}/{description}", rules=rules)
    return ConsultationFile(consultation, parts)
