# SPDX-License-Identifier: GPL-3.0-or-later
"""Declarations as the XML that the teleservice takes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from operator import attrgetter
from xml.etree import ElementTree as ET

from .declaration import Declaration
from .footprint import GML, write_gml
from .form import FORMS, FormField
from .rules import TeleserviceRules

TO_SUBMIT = "dossierConsultationReferencement"


def write_declaration(declaration: Declaration, *, rules: TeleserviceRules) -> bytes:
    """Return a declaration as an XML document of the schema that the rules name, to submit or to keep.

    Fields that are not known are left out; ``dossier.missing_fields`` tells which of them the form requires.
    """
    namespace = f"{rules.namespace}{rules.written_schema}"
    ET.register_namespace("", namespace)
    ET.register_namespace("gml", GML)
    root = ET.Element(f"{{{namespace}}}{TO_SUBMIT}")
    for part in FORMS[declaration.kind]:
        form = _at(root, part.element, namespace)
        for field in part.fields:
            _write_field(form, field, declaration, namespace=namespace, rules=rules)
    # the schema asks for the letter of the consultation, which the teleservice gives
    ET.SubElement(root, f"{{{namespace}}}lettreConsultation").text = ""
    ET.SubElement(root, f"{{{namespace}}}typeDemande").text = declaration.kind
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _write_field(
    form: ET.Element, field: FormField, declaration: Declaration, *, namespace: str, rules: TeleserviceRules
) -> None:
    if field.codec == "surface":
        folder, _, name = field.path.rpartition("/")
        parent = _at(form, folder, namespace)
        parent.append(write_gml(declaration.footprint, declaration.crs, tag=f"{{{namespace}}}{name}"))
        return
    source: object = rules if field.attribute.startswith("receipt.") else declaration
    value = field.always or attrgetter(field.attribute)(source)
    folder, _, name = field.path.rpartition("/")
    for text in _texts(value):
        ET.SubElement(_at(form, folder, namespace), f"{{{namespace}}}{name}").text = text


def _texts(value: object) -> Iterator[str]:
    """Yield what is written for a value: nothing when it is unknown, one text for each of several."""
    if isinstance(value, bool):
        yield "true" if value else "false"
    elif isinstance(value, (date, time)):
        yield value.isoformat()
    elif isinstance(value, tuple):
        yield from value
    elif value is not None and value != "":
        yield str(value)


def _at(element: ET.Element, path: str, namespace: str) -> ET.Element:
    """Return the element at a path, the last of its name on each level, made where it is missing."""
    for name in filter(None, path.split("/")):
        tag = f"{{{namespace}}}{name}"
        last = element[-1] if len(element) and element[-1].tag == tag else element.find(tag)
        element = ET.SubElement(element, tag) if last is None else last
    return element
