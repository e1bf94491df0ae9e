# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold what Regard writes for the teleservice against the teleservice's own schema, which is not shipped.

Usage: check_teleservice.py SCHEMA [FILES...]     (FILES: written by `regard notices prefill`)
       check_teleservice.py SCHEMA --outline      (write anew what the tests know of the schema)

Without files, one declaration of each kind is written and checked. Needs lxml. Names of INSEE and geometry of
GML are imported by the schema from the web: here their types are stood in for, geometry has tests of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import yaml
from lxml import etree

OUTLINE = Path(__file__).parents[1] / "tests/unit/workorders/teleservice/schema_2_2.yaml"
ROOT = "dossierConsultationReferencement"
_XS = "{http://www.w3.org/2001/XMLSchema}"
_MARKS = {("1", "1"): "", ("0", "1"): "?", ("0", "unbounded"): "*", ("1", "unbounded"): "+"}
_HEAD = """\
# What the teleservice takes (schema 2.2, root {root}):
# names, their order and number, codes. Facts read from the published schema by scripts/check_teleservice.py,
# which holds this file against it; parts that Regard never writes are left out.
# A mark after a name: ? at most once, + at least once, {{1,5}} one to five times.
"""
_STAND_INS = {
    "insee": """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://xml.insee.fr/schema"
        targetNamespace="http://xml.insee.fr/schema">
        <xs:simpleType name="SIRETType"><xs:restriction base="xs:string"><xs:pattern value="[0-9]{14}"/>
        </xs:restriction></xs:simpleType>
        <xs:simpleType name="CodeCommuneType"><xs:restriction base="xs:string">
        <xs:pattern value="[0-9AB]{5}"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="CodePaysIsoType"><xs:restriction base="xs:string"/></xs:simpleType>
        <xs:simpleType name="NomDeFamilleSeulType"><xs:restriction base="xs:string"/></xs:simpleType>
        <xs:complexType name="PrenomsOfficielsSeulsType"><xs:sequence>
        <xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
        <xs:complexType name="PaysType"><xs:sequence>
        <xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
        </xs:schema>""",
    "opengis": """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
        targetNamespace="http://www.opengis.net/gml/3.2"><xs:complexType name="MultiSurfaceType"><xs:sequence>
        <xs:any namespace="##targetNamespace" processContents="skip" maxOccurs="unbounded"/></xs:sequence>
        <xs:anyAttribute processContents="skip"/></xs:complexType></xs:schema>""",
}
# parts of the forms that Regard never writes
_UNUSED = {"PaysType", "informationsDTsimplifiee", "investigationsComplementairesDT"}


class _StandIns(etree.Resolver):
    """Gives the schemas that are imported from the web out of this file."""

    def resolve(self, url: str, public_id: str, context: object) -> object:  # noqa: ARG002
        """Return the stand-in for an address."""
        return next((self.resolve_string(s, context) for name, s in _STAND_INS.items() if name in url), None)


def schema_at(path: Path) -> etree.XMLSchema:
    """Return the teleservice's schema, ready to validate."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_StandIns())
    return etree.XMLSchema(etree.parse(str(path), parser))


def outline_of(path: Path) -> dict[str, object]:
    """Return the types that the root of a declaration to submit reaches, each as its particles in order."""
    top = ET.parse(path).getroot()
    types = {one.get("name", ""): one for one in top if one.tag in (f"{_XS}complexType", f"{_XS}simpleType")}
    root = next(one for one in top.iter(f"{_XS}element") if one.get("name") == ROOT)
    found: dict[str, object] = {}
    _read(ROOT, root.find(f"{_XS}complexType"), types, found)
    return found


def _read(name: str, shape: ET.Element, types: dict[str, ET.Element], found: dict[str, object]) -> None:
    found[name] = None
    if shape.tag == f"{_XS}simpleType":
        rule = shape.find(f"{_XS}restriction")
        codes = [one.get("value") for one in rule.iter(f"{_XS}enumeration")]
        found[name] = {"codes": codes} if codes else {"pattern": rule.find(f"{_XS}pattern").get("value")}
        return
    found[name] = list(_particles(name, shape.find(f"{_XS}sequence"), types, found))


def _particles(
    owner: str, group: ET.Element, types: dict[str, ET.Element], found: dict[str, object]
) -> Iterator[object]:
    for one in group:
        if one.tag == f"{_XS}choice":
            yield {"one_of": list(_particles(owner, one, types, found))}
        elif one.tag == f"{_XS}sequence":
            yield {"all_of": list(_particles(owner, one, types, found))}
        elif one.tag == f"{_XS}element":
            kind = (one.get("type") or f"{owner}.{one.get('name')}").rpartition(":")[2]
            shape = one.find(f"{_XS}complexType") if one.get("type") is None else types.get(kind)
            if kind in _UNUSED or (shape is not None and _is_empty(shape)):
                continue
            if shape is not None and kind not in found:
                _read(kind, shape, types, found)
            yield f"{one.get('name')}{_mark(one)} {kind}"


def _is_empty(shape: ET.Element) -> bool:
    return shape.tag == f"{_XS}complexType" and shape.find(f"{_XS}sequence") is None


def _mark(element: ET.Element) -> str:
    least, most = element.get("minOccurs", "1"), element.get("maxOccurs", "1")
    return _MARKS.get((least, most)) if (least, most) in _MARKS else f"{{{least},{most}}}"


def main(schema: Path, arguments: list[str]) -> int:
    """Check files, or one declaration of each kind; return how many do not fit."""
    if arguments == ["--outline"]:
        text = yaml.safe_dump(outline_of(schema), sort_keys=False, allow_unicode=True, width=110)
        OUTLINE.write_text(_HEAD.format(root=ROOT) + text, encoding="utf-8")
        return 0
    bad = int(yaml.safe_load(OUTLINE.read_text(encoding="utf-8")) != outline_of(schema))
    print(f"{OUTLINE.name}: {'is not what the schema says' if bad else 'as the schema'}")
    judge = schema_at(schema)
    for name, document in _documents(arguments):
        fits = judge.validate(document)
        bad += not fits
        print(f"{name}: {'valid' if fits else judge.error_log}")
    return bad


def _documents(files: list[str]) -> Iterator[tuple[str, object]]:
    if files:
        yield from ((file, etree.parse(file)) for file in files)
        return
    from regard.tests.unit.workorders.teleservice.consultations import declaration
    from regard.workorders.teleservice.rules import load_teleservice
    from regard.workorders.teleservice.xml_writer import write_declaration

    for kind in ("DT", "DICT", "DT-DICT", "ATU"):
        yield kind, etree.fromstring(write_declaration(declaration(kind), rules=load_teleservice()))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
