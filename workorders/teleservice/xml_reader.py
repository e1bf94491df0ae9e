# SPDX-License-Identifier: GPL-3.0-or-later
"""Declarations and the answers of the teleservice, read from its XML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any, TypeVar
from xml.etree import ElementTree as ET

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ...core.errors import InputError
from ...core.messages import Message
from .declaration import (
    Consultation,
    Declaration,
    NoticeKind,
    OperatorNetwork,
    Party,
    Urgency,
    Works,
    WorksPlace,
)
from .footprint import read_gml
from .form import FORMS, Codec
from .rules import TeleserviceRules

ANSWERED = "dossierConsultation"

_ELEMENTS: Mapping[str, NoticeKind] = MappingProxyType(
    {"DT": "DT", "DICT": "DICT", "dtDictConjointes": "DT-DICT", "ATU": "ATU"}
)
_FLAGS: Mapping[str, bool] = MappingProxyType({"true": True, "1": True, "false": False, "0": False})
T = TypeVar("T")


def _flag(text: str) -> bool:
    if text not in _FLAGS:
        raise ValueError(text)
    return _FLAGS[text]


def _clock(text: str) -> time:
    return time.fromisoformat(text).replace(tzinfo=None)


_READ: Mapping[Codec, tuple[Callable[[str], object], Message]] = MappingProxyType(
    {
        "text": (str, Message("expected.text")),
        "texts": (str, Message("expected.text")),
        "flag": (_flag, Message("expected.flag")),
        "whole": (int, Message("expected.whole")),
        "number": (float, Message("expected.number")),
        "date": (lambda text: date.fromisoformat(text[:10]), Message("expected.date")),
        "time": (_clock, Message("expected.time")),
    }
)


def read_declaration(data: bytes, *, file: str, rules: TeleserviceRules) -> Declaration:
    """Return the declaration of a document, submitted or answered; ``InputError`` names file and field."""
    root, namespace = _document(data, file=file, rules=rules)
    return _declaration(root, namespace, file=file, rules=rules)


def read_consultation(data: bytes, *, file: str, rules: TeleserviceRules) -> Consultation:
    """Return the answer of the teleservice: its number and date, the declaration, the operators' networks.

    Entities and DTDs are refused (defusedxml).

    Raises
    ------
    InputError
        The document is no XML, not of a known schema, larger than it may be, or lacks what it must hold.
    """
    root, namespace = _document(data, file=file, rules=rules)
    reader = _Reader(root, namespace, file)
    if root.tag != f"{{{namespace}}}{ANSWERED}":
        raise reader.misfit(".", root.tag.rpartition("}")[2], ANSWERED)
    form = next(child for child in root if child.tag.rpartition("}")[2] in _ELEMENTS)
    head = _Reader(form, namespace, file)
    consulted = head.text("dateDeLaDeclaration") or head.text("date")
    try:
        consulted_at = datetime.fromisoformat(consulted).replace(tzinfo=None)
    except ValueError as error:
        raise reader.misfit("dateDeLaDeclaration", consulted or "-", Message("expected.moment")) from error
    networks = root.findall(f"{{{namespace}}}listeDesOuvrages/{{{namespace}}}ouvrage")
    return Consultation(
        number=head.text("noConsultationDuTeleservice", required=True),
        consulted_at=consulted_at,
        schema=namespace.removeprefix(rules.namespace),
        declaration=_declaration(root, namespace, file=file, rules=rules),
        networks=tuple(_network(_Reader(element, namespace, file)) for element in networks),
    )


def _document(data: bytes, *, file: str, rules: TeleserviceRules) -> tuple[ET.Element, str]:
    """Return the root of a document and its namespace, one of those that the rules know."""
    if len(data) > rules.description_bytes:
        raise InputError("archive.too_large", file=file, found=file)
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ET.ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise InputError("teleservice.xml", file=file, reason=str(error) or type(error).__name__) from error
    namespace, _, name = root.tag.removeprefix("{").rpartition("}")
    schemas = [f"{rules.namespace}{schema}" for schema in rules.schemas]
    if namespace not in schemas:
        raise InputError(
            "teleservice.field",
            file=file,
            field="xmlns",
            found=namespace or name,
            expected=", ".join(schemas),
        )
    if not any(child.tag.rpartition("}")[2] in _ELEMENTS for child in root):
        raise InputError("teleservice.field", file=file, field=name, found="-", expected=", ".join(_ELEMENTS))
    return root, namespace


class _Reader:
    """Reads texts under one element, and names the file and path of what cannot be used."""

    def __init__(self, element: ET.Element, namespace: str, file: str) -> None:
        self.element = element
        self.namespace = namespace
        self.file = file

    def find(self, path: str) -> list[ET.Element]:
        return self.element.findall("/".join(f"{{{self.namespace}}}{name}" for name in path.split("/")))

    def text(self, path: str, *, required: bool = False) -> str:
        found = next((text for e in self.find(path) if (text := (e.text or "").strip())), "")
        if required and not found:
            raise self.misfit(path, "-", Message("expected.text"))
        return found

    def value(self, path: str, codec: Codec) -> Any:
        """Return the value at a path; None where there is none, a tuple of ``texts``."""
        texts = [text for element in self.find(path) if (text := (element.text or "").strip())]
        if codec == "texts":
            return tuple(texts) or None
        if not texts:
            return None
        read, expected = _READ[codec]
        try:
            return read(texts[0])
        except ValueError as error:
            raise self.misfit(path, texts[0], expected) from error

    def misfit(self, path: str, found: object, expected: object) -> InputError:
        return InputError("teleservice.field", file=self.file, field=path, found=found, expected=expected)


def _declaration(root: ET.Element, namespace: str, *, file: str, rules: TeleserviceRules) -> Declaration:
    name = next(name for child in root if (name := child.tag.rpartition("}")[2]) in _ELEMENTS)
    kind = _ELEMENTS[name]
    found: dict[str, Any] = {}
    outline: ET.Element | None = None
    for part in FORMS[kind]:
        for element in _Reader(root, namespace, file).find(part.element):
            reader = _Reader(element, namespace, file)
            for field in part.fields:
                if field.codec == "surface":
                    outline = next(iter(reader.find(field.path)), outline)
                elif field.attribute and not field.derived and found.get(field.attribute) is None:
                    found[field.attribute] = reader.value(field.path, field.codec)
    if outline is None:
        raise InputError("teleservice.field", file=file, field="emprise", found="-", expected="gml:Polygon")
    footprint, crs = read_gml(outline, file=file, areas=rules.areas)
    known = {name: value for name, value in found.items() if value is not None}
    return Declaration(
        kind=kind,
        footprint=footprint,
        crs=crs,
        owner=_record(Party, "owner", known),
        contractor=_record(Party, "contractor", known),
        place=_record(WorksPlace, "place", known),
        works=_record(Works, "works", known),
        urgency=_record(Urgency, "urgency", known),
        **{name: value for name, value in known.items() if "." not in name},
    )


def _record(kind: type[T], prefix: str, known: Mapping[str, Any]) -> T:
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: known[key] for name in names if (key := f"{prefix}.{name}") in known})


def _network(reader: _Reader) -> OperatorNetwork:
    """Return one operator's network; schema 3.0 keeps its contact under zones, and mails one level deeper."""
    folder = "contact" if reader.find("contact") else "listeDesZones/zone/contact"

    def contact(*names: str) -> str:
        return next((text for name in names if (text := reader.text(f"{folder}/{name}"))), "")

    call = "pourLesReseauxSensiblesPourLaSecuriteUniquement"
    return OperatorNetwork(
        operator=reader.text(f"{folder}/societe", required=True),
        agency=contact("agence"),
        category=reader.text("categorieOuvrage"),
        works_class=reader.text("classeOuvrage"),
        code=reader.text("codeOuvrage"),
        name=reader.text("denominationOuvrage"),
        position=reader.text("positionnementOuvrage"),
        status=reader.text("statut"),
        phone=contact("telephone"),
        emergency_phone=contact("telephoneUrgence"),
        damage_phone=contact("telEndommagement"),
        email=contact("courriel", "mailObligatoire/courriel"),
        emergency_email=contact("mailUrgence", "mailUrgence/courriel"),
        fax=contact("fax"),
        postcode=contact("codePostal"),
        commune=contact("commune"),
        instructions=contact("consigne"),
        reads_files=bool(
            reader.value(f"{folder}/gestionDesFichiersDematerialises/gereLesFichiersDematerialises", "flag")
        ),
        crosses_footprint=reader.value("polygoneConcerne", "flag"),
        called=reader.text(f"{call}/nomDuRepresentantDeLExploitantContacte"),
        called_on=reader.value(f"{call}/dateDuContactTelephonique", "date"),
        called_at=reader.value(f"{call}/heureDuContactTelephonique", "time"),
    )
