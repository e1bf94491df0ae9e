# SPDX-License-Identifier: GPL-3.0-or-later
"""From a closed leak to the layers and back: criterion CAP-2.4.f, on either database."""

import json
from dataclasses import replace
from datetime import datetime

import pytest
from regard.cli.main import main
from regard.core.errors import InputError
from regard.network.changes.feature_edits import GEOMETRY, FeatureEdit, as_geometry, as_text
from regard.planner.asset_changes.correct import correct
from regard.planner.asset_changes.decide import accept, accept_all, accept_safe, reject, undo
from regard.planner.asset_changes.review import Reviewer, list_changes
from regard.store.errors import StaleWrite
from regard.workorders.asset_changes.records import AssetChange, ChangeState
from regard.workorders.orders import WorkOrder
from shapely.geometry import LineString, Point

NOW = datetime(2026, 6, 3, 18, 30)
LEAK = "OI-2026-0417"
REPAIR = f"{LEAK}/repair_water/REP-2026-0417"
MATERIAL = f"{LEAK}/material_found/P03"
PIPES = ("aep_canalisation", "id_canalisation")
REPAIRS = ("raepa_reparaep_p", "idrepar")


@pytest.fixture
def look(workspace, rules):
    """Return a function that reviews one waiting change."""

    def look(change_id):
        reviewer = Reviewer(workspace, rules=rules, now=NOW, who="G. Petit")
        return reviewer.look(workspace.get(AssetChange, change_id))

    return look


@pytest.fixture
def decide(workspace, rules):
    return lambda change_id, **more: accept(
        workspace, change_id, rules=rules, now=NOW, who="G. Petit", **more
    )


def touch(workspace, key, before, after, layer=PIPES):
    """Edit a feature as another program would, unknown to the review."""
    with workspace.command("other edit", who="QGIS") as transaction:
        transaction.edit_layers([FeatureEdit(*layer, key, before, after)])


def codes(findings):
    return [one.message.code for one in findings]


def test_a_closed_leak_proposes_a_repair_its_material_and_its_valves(workspace, close):
    close(LEAK, "valves: {V4: open, V5: open}")
    found = {one.change_id: one for one in list_changes(workspace)}
    assert set(found) == {
        REPAIR,
        MATERIAL,
        f"{LEAK}/valves_left/V4",
        f"{LEAK}/valves_left/V5",
    }
    repair = found[REPAIR]
    assert repair.after == {
        "supprepare": "01",
        "defreparee": "02",
        "idsuprepar": "P03",
        "daterepar": "2026-06-03",
    }
    assert (repair.place.x, repair.place.y) == (687520, 6924000)
    assert found[MATERIAL].is_confirmation
    assert found[MATERIAL].before == {"material": "02"}


def test_accepting_writes_the_rows_with_their_date_and_source_and_undo_restores_them(
    workspace, close, row, rules
):
    close(LEAK, "valves: {V4: open, V5: open}")
    before = {
        "P03": row(*PIPES, "P03"),
        "V4": row("aep_vanne", "id_aep_vanne", "V4"),
        "V5": row("aep_vanne", "id_aep_vanne", "V5"),
    }
    done = accept_safe(workspace, rules=rules, now=NOW, who="G. Petit")
    assert not done.left
    assert len(done.accepted) == 4
    repair = row(*REPAIRS, "REP-2026-0417")
    assert {name: repair[name] for name in ("x", "y", "supprepare", "defreparee", "idsuprepar")} == {
        "x": 687520.0,
        "y": 6924000.0,
        "supprepare": "01",
        "defreparee": "02",
        "idsuprepar": "P03",
    }
    assert repair["daterepar"].startswith("2026-06-03")
    pipe = row(*PIPES, "P03")
    assert (pipe["date_maj"], pipe["origine_maj"]) == ("2026-06-03", f"{LEAK} (G. Petit)")
    assert pipe["materiau"] == "amci"
    for change in reversed(done.accepted):
        undo(workspace, change.change_id, who="G. Petit")
    assert row(*REPAIRS, "REP-2026-0417") is None
    assert before == {
        "P03": row(*PIPES, "P03"),
        "V4": row("aep_vanne", "id_aep_vanne", "V4"),
        "V5": row("aep_vanne", "id_aep_vanne", "V5"),
    }
    assert {one.state for one in workspace.all(AssetChange)} == {ChangeState.PROPOSED}
    assert workspace.discrepancies() == []


def test_the_journal_takes_a_whole_batch_back(workspace, close, row, rules):
    close(LEAK)
    before = row(*PIPES, "P03")
    accept_safe(workspace, rules=rules, now=NOW, who="G. Petit")
    workspace.undo(who="G. Petit")
    assert row(*PIPES, "P03") == before
    assert row(*REPAIRS, "REP-2026-0417") is None
    assert workspace.get(AssetChange, MATERIAL).state is ChangeState.PROPOSED


def test_a_feature_that_changed_meanwhile_is_not_overwritten(workspace, close, look, decide, row):
    close(LEAK)
    change = correct(workspace, MATERIAL, values={"material": "11"}, who="G. Petit")
    assert change.corrected
    touch(workspace, "P03", {"materiau": "amci"}, {"materiau": "fg"})
    looked = look(MATERIAL)
    assert codes(looked.findings) == ["asset_change.stale", "asset_change.asbestos"]
    params = looked.findings[0].message.params
    assert (params["before"], params["now"], params["wanted"]) == ("02", "12", "11")
    with pytest.raises(InputError, match="02 when proposed, 12 now; the field says 11"):
        decide(MATERIAL)
    assert row(*PIPES, "P03")["materiau"] == "fg"
    correct(workspace, MATERIAL, values={"material": "11"}, who="G. Petit")
    decide(MATERIAL)
    assert row(*PIPES, "P03")["materiau"] == "fd"


def test_undo_leaves_later_edits_of_other_columns_and_refuses_those_of_its_own(workspace, close, decide, row):
    close(LEAK)
    correct(workspace, MATERIAL, values={"material": "11"}, who="G. Petit")
    decide(MATERIAL)
    touch(workspace, "P03", {"diametre_equivalent": 150}, {"diametre_equivalent": 125})
    undo(workspace, MATERIAL, who="G. Petit")
    assert row(*PIPES, "P03")["materiau"] == "amci"
    assert row(*PIPES, "P03")["diametre_equivalent"] == 125
    decide(MATERIAL)
    touch(workspace, "P03", {"materiau": "fd"}, {"materiau": "fg"})
    with pytest.raises(StaleWrite, match="materiau is now fg, you wanted fd"):
        undo(workspace, MATERIAL, who="G. Petit")
    assert row(*PIPES, "P03")["materiau"] == "fg"
    assert workspace.get(AssetChange, MATERIAL).state is ChangeState.ACCEPTED


def test_undo_of_the_first_of_two_changes_keeps_the_stamp_of_the_second(workspace, close, decide, row):
    close(LEAK, "dn: 125")
    decide(f"{LEAK}/diameter_found/P03")
    correct(workspace, MATERIAL, values={"material": "11"}, who="G. Petit")
    decide(MATERIAL)
    touch(workspace, "P03", {"origine_maj": f"{LEAK} (G. Petit)"}, {"origine_maj": "later"})
    undo(workspace, f"{LEAK}/diameter_found/P03", who="G. Petit")
    pipe = row(*PIPES, "P03")
    assert (pipe["diametre_equivalent"], pipe["materiau"], pipe["origine_maj"]) == (150, "fd", "later")


def test_a_split_is_told_in_plain_words_and_written(workspace, close, look, decide, row):
    close(LEAK, 'changes_at: "687500,6924000"', 'material_beyond: "11"', "dn_beyond: 125")
    change = f"{LEAK}/pipe_changes/P03"
    looked = look(change)
    assert [one.english() for one in looked.effects] == ["splits P03 and moves 7 customers to P03b"]
    assert not looked.is_safe
    decide(change)
    first, second = row(*PIPES, "P03"), row(*PIPES, "P03b")
    assert (first["noeudinitial"], first["noeudterminal"]) == ("B", None)
    assert (second["noeudinitial"], second["noeudterminal"]) == (None, "C")
    assert (second["materiau"], second["diametre_equivalent"]) == ("fd", 125)
    undo(workspace, change, who="G. Petit")
    assert row(*PIPES, "P03b") is None
    assert row(*PIPES, "P03")["noeudterminal"] == "C"


def test_a_remark_on_the_map_is_a_ticket_that_is_answered(workspace, close, decide):
    from regard.planner.informing.remarks import add_remark
    from regard.workorders.informing.remarks import FieldRemark, RemarkKind

    remark = add_remark(
        workspace,
        LEAK,
        agent_id="AG1",
        kind=RemarkKind.MAP,
        text="V4 is on the other pavement",
        subject="V4",
        now=datetime(2026, 6, 3, 12),
        who="AG1",
    )
    close(LEAK)
    change = f"{LEAK}/said_of_the_map/{remark.remark_id}"
    assert workspace.get(AssetChange, change).after["text"] == "V4 is on the other pavement"
    decide(change, answer="moved, thank you")
    answer = workspace.get(FieldRemark, remark.remark_id)
    assert (answer.accepted, answer.answer, answer.answered_by) == (True, "moved, thank you", "G. Petit")
    undo(workspace, change, who="G. Petit")
    assert workspace.get(FieldRemark, remark.remark_id).answered_at is None


def test_what_is_rejected_says_why_and_a_decision_is_final(workspace, close, decide):
    close(LEAK)
    with pytest.raises(InputError, match="say why"):
        reject(workspace, MATERIAL, reason=" ", now=NOW, who="G. Petit")
    reject(workspace, MATERIAL, reason="seen in another excavation", now=NOW, who="G. Petit")
    with pytest.raises(InputError, match=r"is rejected already, by G\. Petit"):
        decide(MATERIAL)
    with pytest.raises(InputError, match="is rejected, not accepted"):
        undo(workspace, MATERIAL, who="G. Petit")


def test_closing_twice_proposes_once_and_a_correction_brings_it_up_to_date(workspace, close):
    close(LEAK)
    close(LEAK)
    assert len(list_changes(workspace)) == 2
    assert workspace.get(WorkOrder, LEAK).state.value in ("done", "closed")


def test_an_id_that_is_taken_and_one_on_two_rows_are_named(workspace, close, decide, row):
    close(LEAK)
    decide(REPAIR)
    held = row(*REPAIRS, "REP-2026-0417")
    undo(workspace, REPAIR, who="G. Petit")
    touch(workspace, "REP-2026-0417", None, held, REPAIRS)
    with pytest.raises(InputError, match="REP-2026-0417' is in layer 'raepa_reparaep_p' already"):
        decide(REPAIR)
    copy = {**row(*PIPES, "P01"), "id_canalisation": "P03"}
    frame = workspace.read_layer("aep_canalisation")
    frame.loc[frame["id_canalisation"] == "P01", "id_canalisation"] = "P03"
    workspace.write_layers({"aep_canalisation": frame})
    assert copy["id_canalisation"] == "P03"
    with pytest.raises(InputError, match="2 features of layer 'aep_canalisation' are called 'P03'"):
        decide(MATERIAL)


def test_a_closed_valve_tells_who_loses_water_and_is_not_batched(workspace, close, look, rules):
    # V1 is the only way out of the reservoir
    close("OI-03", "state_found: open", "valves: {V1: {state: closed, note: works}}")
    looked = look("OI-03/valves_left/V1")
    assert [one.english() for one in looked.effects] == ["89 customers lose water, 1 of them sensitive"]
    assert codes(looked.findings) == ["asset_change.cuts_off"]
    left = accept_safe(workspace, rules=rules, now=NOW, who="G. Petit").left
    assert [one.change.change_id for one in left] == ["OI-03/valves_left/V1"]


def test_a_pipe_leaves_asbestos_only_after_a_look(workspace, close, look, decide, row, rules):
    close(LEAK, base=ASBESTOS_GONE)
    assert codes(look(MATERIAL).findings) == ["asset_change.asbestos"]
    accept_safe(workspace, rules=rules, now=NOW, who="G. Petit")
    assert row(*PIPES, "P03")["materiau"] == "amci"
    decide(MATERIAL)
    assert row(*PIPES, "P03")["materiau"] == "fd"


@pytest.fixture
def fourteen(workspace, close):
    """Return the ids of 14 changes that four closed orders propose."""
    close(LEAK)
    valves = ", ".join(f"V{number}: open" for number in range(1, 9))
    close("OI-03", "state_found: open", f"valves: {{{valves}}}")
    close("OI-04", "static_pressure: 5", "flow_1_bar: 62", "available: yes")
    meter = ("old_index: 10", "new_index: 0", "reading_type: real", "new_serial: D26", "dn: 20", "year: 2026")
    close("OI-02", *meter)
    return [one.change_id for one in list_changes(workspace)]


def test_fourteen_changes_are_listed_by_a_dry_run_that_writes_nothing(workspace, fourteen, new_url, capsys):
    lines = len(workspace.journal())
    assert main(["assets", "accept", str(new_url), *fourteen, "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["changes"]
    assert [one["change"]["change_id"] for one in told] == fourteen
    assert len(fourteen) == 14
    assert all(one["edits"] for one in told)
    assert len(workspace.journal()) == lines


def test_of_fourteen_changes_one_that_fails_keeps_all_from_the_layers(workspace, fourteen, rules, row):
    def accept_them():
        return accept_all(workspace, fourteen, rules=rules, now=NOW, who="G. Petit")

    before = row(*PIPES, "P03")
    touch(workspace, "P03", before, {**before, "materiau": "fd"})
    lines = len(workspace.journal())
    with pytest.raises(InputError, match="material_found/P03 cannot be accepted"):
        accept_them()
    assert len(workspace.journal()) == lines
    assert REPAIRS[0] not in workspace.layer_names()
    workspace.undo(who="QGIS")
    done = accept_them()
    assert len(done.accepted) == 14
    assert row(*REPAIRS, "REP-2026-0417") is not None
    workspace.undo(who="G. Petit")
    assert row(*PIPES, "P03") == before
    assert {one.state for one in workspace.all(AssetChange)} == {ChangeState.PROPOSED}


ASBESTOS_GONE = """author: AG1
started_at: 2026-06-03 09:00
ended_at: 2026-06-03 11:00
agents: [AG1]
result: done
repair_point: "687520,6924000"
repaired: "01"
defect: "02"
material: "11"
{more}
photos: [before.jpg]
"""


def test_a_place_is_corrected_as_the_change_is_drawn(workspace, close, decide, row):
    close(LEAK)
    place = Point(687521.5, 6924000.5)
    change = correct(workspace, REPAIR, shape=place, who="G. Petit")
    assert (change.place, change.corrected) == (place, True)
    decide(REPAIR)
    assert (row(*REPAIRS, "REP-2026-0417")["x"], row(*REPAIRS, "REP-2026-0417")["y"]) == (687521.5, 6924000.5)
    workspace.undo(who="G. Petit")
    workspace.undo(who="G. Petit")
    assert workspace.get(AssetChange, REPAIR).place == Point(687520, 6924000)


def test_what_a_change_is_not_drawn_as_is_refused(workspace, close):
    close(LEAK)
    with pytest.raises(InputError, match="is drawn as a point, not as a line"):
        correct(workspace, REPAIR, shape=LineString([(0, 0), (1, 1)]), who="G. Petit")
    with pytest.raises(InputError, match="its place stays as it is, not as a point"):
        correct(workspace, MATERIAL, shape=Point(687520, 6924000), who="G. Petit")
    assert not any(one.corrected for one in workspace.all(AssetChange))


def test_a_cut_or_a_bend_is_corrected_by_a_point(workspace, close, row):
    close(LEAK)
    line = as_geometry(row(*PIPES, "P03")[GEOMETRY])
    cut, bend = line.interpolate(20), Point(line.interpolate(30).x, line.interpolate(30).y + 1)
    known = workspace.get(AssetChange, REPAIR)
    with workspace.command("propose", who="test") as writing:
        for kind in ("split", "through"):
            writing.add(
                [
                    replace(
                        known,
                        change_id=f"{LEAK}/{kind}/P03",
                        rule=kind,
                        kind=kind,
                        role="water_pipe",
                        asset_id="P03",
                        before={},
                        after={},
                        shape_before=as_text(line),
                        shape_after=as_text(line),
                        version=0,
                    )
                ]
            )
    parts = as_geometry(correct(workspace, f"{LEAK}/split/P03", shape=cut, who="G").shape_after)
    assert [round(part.length, 3) for part in parts.geoms] == [20, round(line.length - 20, 3)]
    bent = as_geometry(correct(workspace, f"{LEAK}/through/P03", shape=bend, who="G").shape_after)
    assert bent.distance(bend) == pytest.approx(0, abs=1e-9)
    assert (bent.coords[0], bent.coords[-1]) == (line.coords[0], line.coords[-1])
    with pytest.raises(InputError, match="away from its ends"):
        correct(workspace, f"{LEAK}/split/P03", shape=Point(line.coords[0]), who="G")
