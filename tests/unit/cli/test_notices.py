# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices at the command line: consultations in, the list of a day, files that mean harm."""

import os
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from regard.planner.records import Footprint
from regard.store.workspaces import open_workspace
from regard.tests.unit.workorders.teleservice.consultations import answered, declaration, network, zipped
from regard.workorders.teleservice.rules import load_teleservice
from regard.workorders.teleservice.xml_writer import write_declaration
from shapely.geometry import MultiPolygon

NUMBER = "2026060300123D"
FUZZED = int((os.environ.get("REGARD_SOAK") and 10_000) or 40)


@pytest.fixture
def consultation(town, valve):
    """Return the XML of a consultation for the order, and the same as a zip."""
    with closing(open_workspace(town)) as workspace:
        dig = workspace.get(Footprint, valve).geometry
    form = write_declaration(
        declaration("DT-DICT", footprint=MultiPolygon([dig.buffer(1)])), rules=load_teleservice()
    )
    document = answered(form, number=NUMBER, networks=[network("Gaz de Valmont"), network("Chaleur")])
    return document, zipped({f"{NUMBER}_description.xml": document, "plan.pdf": b"%PDF"})


def test_a_consultation_is_imported_listed_and_undone(town, valve, consultation, done, tmp_path):
    file = tmp_path / "c.zip"
    file.write_bytes(consultation[1])
    found = done("notices", "import", town, file, "--order", valve, "--sent", "2026-06-03 09:00")
    assert (found["number"], found["outside_m2"], found["changed"]) == (NUMBER, 0.0, True)
    assert [path.name[13:] for path in (tmp_path / "town_files").rglob("*.pdf")] == ["plan.pdf"]
    (one,) = done("notices", "list", town, "--day", "2026-06-13")["notices"]
    assert (one["order"], one["state"], one["answer_by"]) == (valve, "sent", "2026-06-12")
    assert one["earliest_start"] == "2026-06-15T08:00:00"
    assert {"Gaz de Valmont", "Chaleur"} <= {operator["operator"] for operator in one["operators"]}
    assert "remind Chaleur (0 800 00 00 00): no answer by 2026-06-12" in one["tasks"]
    assert not done("notices", "import", town, file, "--order", valve)["changed"]
    done("workspace", "undo", town)
    (one,) = done("notices", "list", town, "--day", "2026-06-13")["notices"]
    assert (one["state"], one["number"]) == ("to_send", "")


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-05-10 08:00", ""),
        (
            "2026-05-20 08:00",
            "traffic order: the usual day to ask is past; ask today, by 2026-05-31 at the latest.",
        ),
        ("2026-06-01 08:00", "traffic order: LATE, the last day to ask was 2026-05-31"),
    ],
)
def test_a_permit_that_is_late_to_be_asked_for_is_told(town, valve, regard, today, said):
    found = regard("notices", "road", town, "--order", valve, "--number", "D12", "--built-up", "--now", today)
    assert "president of the departmental council" in found.out
    assert said in found.out
    assert ("to ask" in found.out) is bool(said)


def test_an_appointment_moves_the_start_and_a_reminder_runs(
    town, valve, consultation, done, regard, tmp_path
):
    file = tmp_path / "c.xml"
    file.write_bytes(consultation[0])
    done("notices", "import", town, file, "--order", valve, "--sent", "2026-06-03 09:00")
    done("orders", "answer", town, valve, "Chaleur", "--appointment", "2026-06-16")
    # 9 + 15 days after 3 June, no holiday between
    assert (
        "start from 2026-06-29"
        in regard("notices", "show", town, "--order", valve, "--now", "2026-06-10 08:00").out
    )
    assert done("orders", "show", town, valve)["order"]["earliest_start"] == "2026-06-29T08:00:00"
    done("orders", "answer", town, valve, "Chaleur", "--at", "2026-06-16 10:00")
    assert done("orders", "show", town, valve)["order"]["earliest_start"] == "2026-06-15T08:00:00"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "cannot be read as XML"),
        (b"PK\x03\x04 broken", "cannot be unpacked"),
        (zipped({"../../evil_description.xml": b"x"}), "leads out of its folder"),
        (zipped({"a.txt": b"x"}), "expected 1 …_description.xml"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "cannot be read as XML"),
        (zipped({"1_description.xml": b"x", "bomb": bytes(40_000_000)}), "larger than such an archive"),
    ],
    ids=["empty", "broken", "climbs", "bare", "entity", "bomb"],
)
def test_a_file_that_means_harm_is_one_line_and_nothing_is_written(town, valve, regard, tmp_path, data, said):
    file = tmp_path / "in" / "c.zip"
    file.parent.mkdir()
    file.write_bytes(data)
    before = sorted(path for path in tmp_path.rglob("*"))
    run = regard("notices", "import", town, file, "--order", valve)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert said in run.err
    assert sorted(path for path in tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.zip", "--order", "{order}"), "nowhere.zip: no such file"),
        (("{file}", "--order", "OI-0"), "OI-0"),
        (("{file}", "--order", "{order}", "--same", "Gaz"), "'Gaz' is not written A=B"),
        (("{file}", "--order", "{order}", "--same", "Gas=Gaz"), "names no company 'Gas'"),
        (("{file}", "--order", "{order}", "--sent", "2026-06-01 09:00"), "before the consultation"),
    ],
)
def test_a_wrong_word_is_named(town, valve, consultation, regard, tmp_path, arguments, said):
    file = tmp_path / "c.xml"
    file.write_bytes(consultation[0])
    words = [word.format(file=file, order=valve) for word in arguments]
    run = regard("notices", "import", town, *words)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert said in run.err


@settings(max_examples=FUZZED, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_consultations_are_read_or_refused(
    town, valve, consultation, regard, tmp_path, monkeypatch, data
):
    # what climbs out of a folder, or is written where the command runs, is seen
    monkeypatch.chdir(tmp_path)
    around = set(tmp_path.parent.iterdir())
    document = bytearray(data.draw(st.sampled_from(consultation)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(document) - 1))
        size = data.draw(st.integers(0, 4))
        document[at : at + size] = data.draw(st.binary(max_size=4))
    folder = tmp_path / "fuzz"
    folder.mkdir(exist_ok=True)
    file = folder / "c.zip"
    file.write_bytes(bytes(document))
    run = regard("notices", "import", town, file, "--order", valve, "--replace")
    assert run.code in (0, 2), run.err
    assert "Traceback" not in run.err
    assert run.code == 0 or run.err.count("\n") == 1
    assert set(tmp_path.parent.iterdir()) == around
    allowed = {"fuzz", "town.gpkg", "town_files", "requests.csv"}
    assert {path.name for path in tmp_path.iterdir()} <= allowed | {
        "config",
        "town.gpkg-wal",
        "town.gpkg-shm",
    }


def test_the_conflicts_of_an_order_are_reported_and_written(town, valve, done, regard, tmp_path):
    found = done("notices", "conflicts", town, "--order", valve, "--html", tmp_path / "report.html")
    gas = next(one for one in found["networks"] if one["network"] == "GAZ PE63")
    assert (gas["accuracy_class"], gas["corridor_m"], gas["sensitive"]) == ("A", 0.5, True)
    assert found["disclaimer"].startswith("Open data and maps never replace")
    assert "GAZ PE63" in (tmp_path / "report.html").read_text(encoding="utf-8")
    shown = regard("notices", "conflicts", town, "--order", valve).out
    assert "Technique allowed" in shown and "never replace" in shown
    assert regard("notices", "conflicts", town, "--order", "OI-99").code == 2


def test_a_photo_is_kept_with_an_order_and_in_its_dossier(town, valve, done, regard, tmp_path):
    photo = tmp_path / "hole.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(20))
    kept = done("orders", "photo", town, valve, photo)["photo"]
    assert (tmp_path / "town_files" / kept["stored_as"]).read_bytes() == photo.read_bytes()
    dossier = done("dossier", town, "--order", valve, "--out", tmp_path / "out", "--now", "2026-06-03 08:30")
    assert [one["name"] for one in dossier["photos"]] == ["hole.jpg"]
    assert "data:image/jpeg;base64," in (tmp_path / "out" / "dossier.html").read_text(encoding="utf-8")
    photo.write_text("no picture", encoding="utf-8")
    run = regard("orders", "photo", town, valve, photo)
    assert (run.code, run.err) == (2, "error: hole.jpg: neither a JPEG nor a PNG picture\n")
