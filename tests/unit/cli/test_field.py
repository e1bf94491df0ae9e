# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard remarks``, ``problems``, ``notes``, ``actions``, ``briefing`` and the sheets of an order."""

import pytest

REQUEST = """request_id,received_at,caller,phone,customer_ref,address,x,y,code,description,danger,contract_id
DI-1,2026-06-03 07:20,Mme Élan,0600000001,,3 rue du Puits,687520,6924000,AEP-FUI-CAN,fuite,no,VA-2024
"""
ZONE = "Z1"


@pytest.fixture
def leak(staffed, write, done):
    done("requests", "import", staffed, write("r.csv", REQUEST))
    (order,) = done("requests", "qualify", staffed, "--now", "2026-06-03 08:00")["orders"]
    return staffed, order


def test_a_remark_and_its_answer(leak, done, regard):
    town, order = leak
    said = ("--order", order, "--agent", "AG1", "--kind", "map", "--subject", "V4", "--by", "D. Martin")
    remark = done("remarks", "add", town, *said, "--text", "V4 en face", "--now", "2026-06-03 14:00")
    assert remark["remark_id"] == "R-0001"
    done("remarks", "answer", town, "R-0001", "--text", "corrigé", "--accepted", "--now", "2026-06-05 09:00")
    shown = regard("remarks", "list", town, "--lang", "fr")
    assert "1 reçues, 1 répondues, médiane 2 jours" in shown.out
    again = regard("remarks", "answer", town, "R-0001", "--text", "x")
    assert (again.code, again.err.count("\n")) == (2, 1)


def test_a_problem_and_its_decision(leak, done, regard):
    town, order = leak
    problem = done("problems", "add", town, "--order", order, "--text", "voiture sur V5", "--by", "AG1")
    key = problem["problem_id"]
    wider = done("problems", "option", town, key, "--text", "plus loin", "--unusable", "V5")
    assert (sorted(wider["close"]), wider["customers"]) == (["V4", "V6", "V8"], 50)
    done("problems", "option", town, key, "--text", "fourrière", "--wait", "40")
    decided = done("problems", "decide", town, key, f"{key}/2", "--by", "F. Leroy")
    assert decided["problem"]["decided_by"] == "F. Leroy"
    assert "F. Leroy" in regard("problems", "list", town, "--order", order).out


def test_a_note_is_shown_to_its_readers_only(leak, done, regard):
    town, order = leak
    facts = ("--facts", "désaccord sur le blindage", "--reader", "F. Leroy", "--by", "D. Martin")
    assert done("notes", "add", town, "--order", order, *facts) == {"note_id": "N-0001"}
    assert len(done("notes", "list", town, "--order", order, "--by", "F. Leroy")["notes"]) == 1
    assert done("notes", "list", town, "--order", order, "--by", "AG1") == {"notes": []}
    everything = (
        regard("workspace", "journal", town, "--json").out
        + regard("dossier-history", town, "--order", order, "--json").out
    )
    assert "restricted_note" in everything
    assert "blindage" not in everything


def test_the_sheets_of_an_order(leak, done, regard, tmp_path):
    town, order = leak
    sheet = tmp_path / "cadre.html"
    found = done("framework", town, "--order", order, "--html", sheet)
    assert "Stop if a flexible network moved > 10 cm." in found["stop_work"]
    assert sheet.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert "Arrêt des travaux" in regard("framework", town, "--order", order, "--lang", "fr").out
    events = done("dossier-history", town, "--order", order)["events"]
    assert events[0]["kind"] == "request"
    run = regard("jobpack", town, "--order", order, "--subcontractor", "ST-03", "--out", tmp_path / "p")
    assert (run.code, "ST-03" in run.err) == (2, True)
    run = regard("briefing", town, "--zone", "Z9", "--day", "2026-06-05")
    assert (run.code, run.err.count("\n")) == (2, 1)
    for words in (("remarks", "list"), ("actions", "list"), ("assets", "proposals"), ("assets", "review")):
        run = regard(*words, town, "--zone", "Z9")
        assert (run.code, run.out, "zone 'Z9' does not exist" in run.err) == (2, "", True)
    for words in (("lookahead",), ("skills", "ahead")):
        run = regard(*words, town, "--zone", "Z9", "--day", "2026-06-05")
        assert (run.code, run.out, "zone 'Z9' does not exist" in run.err) == (2, "", True)
    run = regard("actions", "done", town, "A-0001")
    assert (run.code, "A-0001" in run.err) == (2, True)


def test_a_dossier_is_written_whole_or_not_at_all(leak, done, regard, tmp_path):
    town, order = leak
    out = tmp_path / "dossier"
    found = done("dossier", town, "--order", order, "--out", out)
    assert sorted(path.name for path in out.iterdir()) == ["dossier.gpkg", "dossier.html", "dossier.json"]
    assert (found["there"], found["total"], found["complete"]) == (8, 12, False)
    again = regard("dossier", town, "--order", order, "--out", out)
    assert (again.code, again.err.count("\n")) == (2, 1)
    assert not list(tmp_path.glob(".dossier*"))
    shown = regard("dossier", town, "--order", order, "--out", tmp_path / "zwei", "--lang", "fr").out
    assert "ne remplacent jamais" in shown
