# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are broken, or made to do harm, are refused with a reason; nothing else comes of them."""

import stat
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.tests.unit.workorders.teleservice.consultations import answered, declaration, network, zipped
from regard.workorders.teleservice.archive import unpack
from regard.workorders.teleservice.archived import ConsultationFile, read_consultation_file
from regard.workorders.teleservice.rules import load_teleservice
from regard.workorders.teleservice.xml_writer import write_declaration

RULES = load_teleservice()
LIMITS = RULES.archive.model_copy(
    update={"files": 5, "total_bytes": 50_000, "file_bytes": 20_000, "ratio": 100, "nested": 2}
)
GOOD = answered(write_declaration(declaration("ATU"), rules=RULES), networks=[network(), network(zones=True)])
GOOD_ZIP = zipped({"1_description.xml": GOOD, "plans/a.pdf": b"%PDF" * 20})


def refused(data, match):
    with pytest.raises(InputError, match=match):
        read_consultation_file(data, file="c", rules=RULES)


@pytest.mark.parametrize(
    ("old", "new", "match"),
    [
        (b"2.2", b"9.9", "field xmlns: found '.*9.9', expected .*2.1"),
        (b"<societe>GAZ \xc3\x8eLE</societe>", b"", "societe: found '-', expected a text"),
        (b"2026060300123D", b"", "noConsultationDuTeleservice: found '-', expected a text"),
        (b"2026-06-03T08:40:00+02:00", b"soon", "found 'soon', expected a date and time"),
        (
            b"<dateDebutDesTravaux>2026-06-03",
            b"<dateDebutDesTravaux>3 June",
            "found '3 June', expected a date",
        ),
        (b"EPSG::2154", b"EPSG::1", "srsName: found '.*EPSG::1', expected one EPSG code"),
        (b"687603.0 6924000.0", b"x y", "posList: found '.*', expected numbers"),
        (b"687603.0 6924003.0 687600.0 6924000.0", b"1 2", "expected a closed ring"),
        (b"<ATU>", b"<ATU2>", "cannot be read as XML"),
        (b"true</gere", b"maybe</gere", "found 'maybe', expected true or false"),
    ],
)
def test_a_field_that_cannot_be_used_is_named(old, new, match):
    assert old in GOOD
    refused(GOOD.replace(old, new), match)


@pytest.mark.parametrize(
    "document",
    [
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>',
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>',
    ],
)
def test_entities_and_outside_grammars_are_not_followed(document):
    refused(document, "cannot be read as XML")


@pytest.mark.parametrize(
    "name", ["../../evil", "/etc/passwd", "a/../../b", "..\\evil", "C:\\evil", "a/\x01b", "c:evil"]
)
def test_a_path_that_leaves_its_folder_is_refused(name):
    with pytest.raises(InputError, match="leads out of its folder"):
        unpack(zipped({name: b"x"}), file="c", limits=LIMITS)


def test_a_link_and_a_name_given_twice_are_refused():
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    for data in (buffer.getvalue(), zipped({"A.pdf": b"1", "a.PDF": b"2"})):
        with pytest.raises(InputError, match="is a link or is given twice"):
            unpack(data, file="c", limits=LIMITS)


@pytest.mark.parametrize(
    "files",
    [
        {"bomb": bytes(19_000)},
        {"large": bytes(range(256)) * 100},
        {f"{n}": b"x" for n in range(6)},
        {f"{n}": bytes(range(256)) * 70 for n in range(4)},
    ],
)
def test_an_archive_that_unpacks_to_too_much_is_refused(files):
    with pytest.raises(InputError, match="larger than such an archive may hold"):
        unpack(zipped(files), file="c", limits=LIMITS)


def test_an_archive_that_lies_about_sizes_is_counted_as_it_comes():
    data = bytearray(zipped({"a": bytes(range(256)) * 100}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    with pytest.raises(InputError):
        unpack(bytes(data), file="c", limits=LIMITS)


def test_archives_within_archives_end_somewhere():
    data = b"x"
    for level in range(4):
        data = zipped({f"{level}.zip" if level else "x": data})
    with pytest.raises(InputError, match="more than 2 deep"):
        unpack(data, file="c", limits=LIMITS)


@given(data=st.data(), packed=st.booleans())
def test_damaged_files_are_read_or_refused(data, packed):
    document = bytearray(GOOD_ZIP if packed else GOOD)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(document) - 1))
        change = data.draw(st.sampled_from(("byte", "cut", "repeat", "drop")))
        if change == "byte":
            document[at] = data.draw(st.integers(0, 255))
        elif change == "cut" and at > 4:
            del document[at:]
        elif change == "repeat":
            document[at:at] = document[at : at + data.draw(st.integers(1, 60))]
        else:
            del document[at : at + data.draw(st.integers(1, 60))]
        if not document:
            break
    try:
        found = read_consultation_file(bytes(document), file="c", rules=RULES)
    except InputError as error:
        assert "c" in str(error)
    else:
        assert isinstance(found, ConsultationFile)


@given(st.binary(max_size=300))
def test_noise_is_refused(data):
    refused(data, "c")
    refused(b"PK\x03\x04" + data, "c")
