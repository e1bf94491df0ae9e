# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written for the teleservice is read back as it was; its answers of every schema are read."""

import json
from dataclasses import replace
from datetime import datetime, time

import pytest
from defusedxml.ElementTree import fromstring
from pyproj import Transformer
from regard.core.errors import InputError
from regard.tests.unit.workorders.teleservice.consultations import (
    FOOTPRINT,
    answered,
    declaration,
    network,
    zipped,
)
from regard.workorders.teleservice.archived import read_consultation_file
from regard.workorders.teleservice.declaration import Party, Urgency
from regard.workorders.teleservice.footprint import geojson, read_gml, write_gml
from regard.workorders.teleservice.prefilled import form_rows, missing_fields, prefilled_files
from regard.workorders.teleservice.rules import TELESERVICE, load_teleservice
from regard.workorders.teleservice.xml_reader import read_consultation, read_declaration
from regard.workorders.teleservice.xml_writer import write_declaration
from shapely import transform
from shapely.geometry import shape

RULES = load_teleservice()
KINDS = ("DT", "DICT", "DT-DICT", "ATU")


def read(data, **options):
    return read_consultation(data, file="c.xml", rules=RULES, **options)


@pytest.mark.parametrize("kind", KINDS)
def test_a_declaration_comes_back_as_it_was_written(kind):
    written = write_declaration(declaration(kind), rules=RULES)
    assert read_declaration(written, file="d.xml", rules=RULES) == declaration(kind)
    assert missing_fields(declaration(kind)) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_holds_what_the_schema_asks_for_in_its_order(kind):
    # schemaTeleservice_2_2.xsd: the form, the letter of the consultation (once, may be empty), the kind
    root = fromstring(write_declaration(declaration(kind), rules=RULES))
    names = [child.tag.rpartition("}")[2] for child in root]
    assert names == [kind.replace("DT-DICT", "dtDictConjointes"), "lettreConsultation", "typeDemande"]


@pytest.mark.parametrize("schema", ["2.1", "2.2", "3.0"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_of_every_schema_is_read(kind, schema):
    telecom = network("TÉLÉCOM", "NS", "COMMUNICATIONS_ELECTRONIQUES_ET_LIGNES_ELECTRIQUES_ECLAIRAGE_TBT")
    document = answered(
        write_declaration(declaration(kind), rules=RULES),
        schema=schema,
        networks=[network(zones=schema == "3.0"), telecom],
    )
    consultation = read(document)
    assert (consultation.number, consultation.schema) == ("2026060300123D", schema)
    assert consultation.consulted_at == datetime(2026, 6, 3, 8, 40)
    assert consultation.declaration == declaration(kind)
    gas, telecom = consultation.networks
    assert (gas.operator, gas.emergency_phone, gas.email) == ("GAZ ÎLE", "0 800 00 00 00", "dict@gaz.example")
    assert (gas.is_sensitive, telecom.is_sensitive) == (True, False)
    assert gas.reads_files and gas.crosses_footprint


def test_a_category_that_is_not_known_counts_as_sensitive():
    document = answered(
        write_declaration(declaration(), rules=RULES),
        networks=[network(category="NSFS"), network(category="X"), network(category="")],
    )
    assert [found.is_sensitive for found in read(document).networks] == [True, True, True]


def test_the_call_to_a_sensitive_operator_is_read():
    call = (
        "<pourLesReseauxSensiblesPourLaSecuriteUniquement><nomDuRepresentantDeLExploitantContacte>A. Durand"
        "</nomDuRepresentantDeLExploitantContacte><heureDuContactTelephonique>08:50:00Z"
        "</heureDuContactTelephonique></pourLesReseauxSensiblesPourLaSecuriteUniquement>"
    )
    document = answered(write_declaration(declaration("ATU"), rules=RULES), networks=[network(extra=call)])
    (found,) = read(document).networks
    assert (found.called, found.called_at, found.called_on) == ("A. Durand", time(8, 50), None)


def test_what_the_form_requires_is_named_when_it_is_missing():
    atu = declaration("ATU", owner=replace(declaration("ATU").owner, phone=""), urgency=Urgency())
    assert missing_fields(atu) == ("owner.phone", "urgency")
    assert "contractor.name" in missing_fields(declaration("DICT", contractor=Party()))
    rows = {row.field: row.value for row in form_rows(declaration("DICT"))}
    assert (rows["works.max_depth_cm"], rows["place.insee"]) == (145, "60057")


def test_the_prefilled_dossier_has_the_footprint_in_both_forms():
    files = prefilled_files(declaration(), stem="OI-01", rules=RULES)
    assert sorted(files) == ["OI-01_declaration.xml", "OI-01_emprise.geojson", "OI-01_emprise.gml"]
    outline = fromstring(files["OI-01_emprise.gml"])
    assert read_gml(outline, file="g", areas=RULES.areas) == (FOOTPRINT, "EPSG:2154")
    (feature,) = json.loads(files["OI-01_emprise.geojson"])["features"]
    to_lambert = Transformer.from_crs("EPSG:4326", "EPSG:2154", always_xy=True)
    back = transform(shape(feature["geometry"]), to_lambert.transform, interleaved=False)
    assert back.hausdorff_distance(FOOTPRINT) < 0.02


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4171", "EPSG:2154", "EPSG:2975"])
def test_a_footprint_keeps_its_place_in_every_crs(crs):
    lambert = "EPSG:2154"
    to_crs = Transformer.from_crs(lambert, crs, always_xy=True)
    if crs == "EPSG:2975":
        placed = transform(FOOTPRINT, lambda pairs: pairs - [687514 - 340000, 6923998 - 7650000])
    else:
        placed = transform(FOOTPRINT, to_crs.transform, interleaved=False)
    assert read_gml(write_gml(placed, crs), file="g", areas=RULES.areas) == (placed, crs)


@pytest.mark.parametrize("latitude_first", [True, False])
def test_the_short_name_of_a_crs_leaves_the_axes_to_where_they_fall(latitude_first):
    ring = [(2.46, 49.41), (2.47, 49.41), (2.47, 49.42), (2.46, 49.41)]
    pairs = [(y, x) if latitude_first else (x, y) for x, y in ring]
    positions = " ".join(f"{a} {b}" for a, b in pairs)
    element = fromstring(
        '<g xmlns:gml="http://www.opengis.net/gml/3.2" srsName="EPSG:4326"><gml:Polygon><gml:exterior>'
        f"<gml:LinearRing><gml:posList>{positions}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></g>"
    )
    footprint, crs = read_gml(element, file="g", areas=RULES.areas)
    assert (footprint.bounds, crs) == ((2.46, 49.41, 2.47, 49.42), "EPSG:4326")


def test_the_area_is_of_the_ground_in_every_crs():
    metric = declaration()
    degrees = transform(
        FOOTPRINT, Transformer.from_crs("EPSG:2154", "EPSG:4326", always_xy=True).transform, interleaved=False
    )
    assert metric.area_m2 == pytest.approx(48.5)
    assert declaration(footprint=degrees, crs="EPSG:4326").area_m2 == pytest.approx(48.5, rel=0.002)
    assert "Polygon" in geojson(degrees, "EPSG:4326")


def test_a_zip_brings_the_plans_with_it():
    document = answered(write_declaration(declaration(), rules=RULES), networks=[network()])
    inner = zipped({"2026060300123D_GAZ_1.pdf": b"%PDF-1.4"})
    data = zipped(
        {"2026060300123D_description.xml": document, "2026060300123D_emprise.pdf": b"%PDF-", "gaz.zip": inner}
    )
    found = read_consultation_file(data, file="c.zip", rules=RULES)
    assert found.consultation.declaration == declaration()
    assert dict(found.attachments) == {
        "2026060300123D_emprise.pdf": b"%PDF-",
        "gaz.zip/2026060300123D_GAZ_1.pdf": b"%PDF-1.4",
    }
    assert read_consultation_file(document, file="c.xml", rules=RULES).attachments == {}


@pytest.mark.parametrize("count", [0, 2])
def test_a_zip_holds_one_description(count):
    data = zipped({f"{number}_description.xml": b"<a/>" for number in range(count)} | {"plan.pdf": b"%PDF"})
    with pytest.raises(InputError, match=r"c\.zip, field zip: found '.*', expected 1 …_description\.xml"):
        read_consultation_file(data, file="c.zip", rules=RULES)


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("natures: [TER]", "natures: [TERR]", "works.natures"),
        ("techniques: [MAN]", "techniques: [MAIN]", "works.techniques"),
        ("mini_digger: PEL", "mini_digger: PELLE", "works.techniques_by_equipment.mini_digger"),
    ],
)
def test_a_code_that_the_schema_does_not_take_is_refused(tmp_path, before, after, field):
    path = tmp_path / "teleservice.yaml"
    text = TELESERVICE.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load_teleservice(path)
    assert str(raised.value.message.params["field"]).startswith(field)
