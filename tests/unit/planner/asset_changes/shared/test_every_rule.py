# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule from closure data to a proposal, accepted into the layers and taken back, on either database."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.ids import AssetId
from regard.network.changes.feature_edits import GEOMETRY, as_geometry
from regard.planner.asset_changes.decide import accept, undo
from regard.planner.asset_changes.review import Reviewer, list_changes
from regard.planner.import_records import import_records
from regard.tests.unit.planner.days import order
from regard.workorders.asset_changes.records import AssetChange
from regard.workorders.asset_changes.rules import load_change_rules
from regard.workorders.orders import OrderState

NOW = datetime(2026, 6, 3, 18, 30)
LEAK = "OI-2026-0417"
PIPES = ("aep_canalisation", "id_canalisation")
VALVES = ("aep_vanne", "id_aep_vanne")
METERS = ("aep_point_mesure", "id_aep_point_mesure")
LENGTHS = ("maintained_lengths", "length_id")
CONNECTIONS = ("aep_canalisation_branchement", "id_canalisation")
PEI = ("pei", "id_gestion")
HYDRANT = ("static_pressure: 5", "flow_1_bar: 61.5")
JETTED = ("from_manhole: R03", "to_manhole: R04", "length: 51", "pipes: [E3]")

# rule, order, what the field says beside, the change's asset, the row written, columns that it then has
CASES = [
    ("repair_water", LEAK, (), "REP-2026-0417", ("raepa_reparaep_p", "idrepar"), {"idsuprepar": "P03"}),
    ("material_found", LEAK, (), "P03", PIPES, {"materiau": "amci", "date_maj": "2026-06-03"}),
    ("diameter_found", LEAK, ("dn: 125",), "P03", PIPES, {"diametre_equivalent": 125}),
    (
        "pipe_surveyed",
        LEAK,
        ("precision_class: A", 'repair_point: "687520,6924001.5"'),
        "P03",
        PIPES,
        {"origine_maj": f"{LEAK} (G. Petit)"},
    ),
    ("pipe_changes", LEAK, ('changes_at: "687450,6924000"', 'material_beyond: "11"'), "P03", PIPES, {}),
    (
        "valves_left",
        LEAK,
        ("valves: {V5: {state: stuck_open, note: rust}}",),
        "V5",
        VALVES,
        {"blocage": "oui"},
    ),
    ("valve_found", "OI-03", ("state_found: closed",), "V4", VALVES, {"etat_ouverture": "fermee"}),
    (
        "device_replaced",
        "OI-08",
        ("state_found: open", "replaced: yes", "new_year: 2026", "new_dn: 125"),
        "V5",
        VALVES,
        {"diametre": 125},
    ),
    (
        "device_surveyed",
        "OI-03",
        (
            "state_found: open",
            'surveyed_at: "687406,6924000.2"',
            "precision_class: A",
            "survey_method: GNSS RTK",
        ),
        "V4",
        VALVES,
        {"precision_xy": "A"},
    ),
    (
        "meter_replaced",
        "OI-02",
        ("old_index: 10", "new_index: 0", "reading_type: real", "new_serial: D26", "dn: 20", "year: 2026"),
        "C-77",
        METERS,
        {"numero_serie": "D26", "calibre": 20, "annee_fabrication": 2026},
    ),
    ("hydrant_available", "OI-04", (*HYDRANT, "available: no"), "PI-014", PEI, {"disponible": False}),
    (
        "hydrant_measured",
        "OI-04",
        (*HYDRANT, "available: yes"),
        "PI-014",
        PEI,
        {"debit": 61.5, "press_stat": 5},
    ),
    (
        "new_connection_water",
        "OI-05",
        (
            "length: 8",
            "dn: 25",
            'material: "18"',
            "delivery_point: PL-N1",
            'as_built: "687500,6924150;687500,6924158"',
        ),
        "PL-N1",
        ("aep_point_livraison", "id_point_livraison"),
        {"type_usager": "domestique", "origine_maj": "OI-05 (G. Petit)"},
    ),
    (
        "abandoned",
        "OI-06",
        ("abandoned: [BR-P03-01]",),
        "BR-P03-01",
        CONNECTIONS,
        {"etat_service": "abandon"},
    ),
    ("jetted", "OI-07", JETTED, "OI-07/E3", LENGTHS, {"pipe_id": "E3", "length_m": 51}),
    (
        "inspected",
        "OI-09",
        ("report: RV-1", "coded_file: RV-1.xml", "pipes: [E3]", "grade: 3"),
        "OI-09/E3",
        LENGTHS,
        {"done": "inspected", "grade": "3"},
    ),
]
# held by no column of these layers: the change says so, what it does write is proved in the table above
WITHOUT_COLUMN = [
    ("depth_found", LEAK, ("depth: 1.2",), "P03", PIPES),
    ("valve_direction", "OI-03", ("state_found: open", "direction: clockwise"), "V4", VALVES),
]


@pytest.mark.parametrize(
    ("rule", "order", "said", "asset", "layer", "columns"), CASES, ids=[c[0] for c in CASES]
)
def test_rule(workspace, close, row, rules, rule, order, said, asset, layer, columns):
    said_names = {line.partition(":")[0] for line in said}
    from regard.tests.unit.planner.asset_changes.shared import conftest

    base = (
        "\n".join(line for line in conftest.LEAK.splitlines() if line.partition(":")[0] not in said_names)
        if order == LEAK
        else None
    )
    before = row(*layer, asset) if layer[0] in workspace.layer_names() else None
    close(order, *said, base=base)
    change = workspace.get(AssetChange, f"{order}/{rule}/{asset}")
    looked = Reviewer(workspace, rules=rules, now=NOW, who="G. Petit").look(change)
    assert not looked.errors
    accept(workspace, change.change_id, rules=rules, now=NOW, who="G. Petit")
    held = row(*layer, asset)
    assert {name: held[name] for name in columns} == columns
    undo(workspace, change.change_id, who="G. Petit")
    assert row(*layer, asset) == before


@pytest.mark.parametrize(("rule", "order", "said", "asset", "layer"), WITHOUT_COLUMN)
def test_what_no_column_holds_is_told(workspace, close, rules, rule, order, said, asset, layer):
    close(order, *said)
    change = workspace.get(AssetChange, f"{order}/{rule}/{asset}")
    found = Reviewer(workspace, rules=rules, now=NOW, who="G. Petit").look(change).findings
    assert [one.message.code for one in found] == ["asset_change.not_held"]


def test_every_rule_is_tried():
    tried = {case[0] for case in (*CASES, *WITHOUT_COLUMN)}
    # the sewers below, the remark in test_review.py
    elsewhere = {"repair_sewer", "new_connection_sewer", "said_of_the_map"}
    assert set(load_change_rules().rules) == tried | elsewhere


@pytest.fixture
def sewer_works(workspace):
    """Add a repair of the sewer E3 and a new connection to it; return a place on it."""
    (pipe,) = workspace.layer_rows("ass_canalisation", "id_canalisation", ["E3"])["E3"]
    place = as_geometry(pipe[GEOMETRY]).interpolate(0.5, normalized=True)
    works = [
        replace(
            order(name, place, 60, (), None),
            code=code,
            state=OrderState.IN_PROGRESS,
            asset_role="sewer_pipe",
            asset_id=AssetId("E3"),
            started_at=datetime(2026, 6, 3, 8),
        )
        for name, code in (("OI-20", "ASS-REP-CAN"), ("OI-21", "ASS-BRT-NEUF"))
    ]
    import_records(workspace, works, name="import", who="test")
    return place


def decided_and_taken_back(workspace, row, rules, change_id, layer, key):
    """Accept a change, return the row that it writes, and see that it is gone when taken back."""
    change = workspace.get(AssetChange, change_id)
    assert not Reviewer(workspace, rules=rules, now=NOW, who="G. Petit").look(change).errors
    accept(workspace, change_id, rules=rules, now=NOW, who="G. Petit")
    held = row(*layer, key)
    undo(workspace, change_id, who="G. Petit")
    assert row(*layer, key) is None
    return held


def test_a_repaired_sewer_gets_its_repair_point(workspace, close, row, rules, sewer_works):
    at = f'repair_point: "{sewer_works.x},{sewer_works.y}"'
    close("OI-20", "asset: E3", at, 'repaired: "01"', 'defect: "04"', 'material: "13"')
    layer = ("raepa_reparass_p", "idrepar")
    held = decided_and_taken_back(workspace, row, rules, "OI-20/repair_sewer/REP-20", layer, "REP-20")
    assert (held["idsuprepar"], held["supprepare"], held["defreparee"]) == ("E3", "01", "04")
    assert (held["x"], held["y"]) == pytest.approx((sewer_works.x, sewer_works.y), abs=0.01)


def test_a_new_sewer_connection_is_drawn_from_its_survey(workspace, close, row, rules, sewer_works):
    x, y = sewer_works.x, sewer_works.y
    survey = f'as_built: "{x + 6},{y + 6};{x},{y}"'
    close("OI-21", "length: 8.5", "dn: 160", 'material: "27"', "delivery_point: BS-N1", survey)
    reviewer = Reviewer(workspace, rules=rules, now=NOW, who="G. Petit")
    (found,) = reviewer.look(workspace.get(AssetChange, "OI-21/new_connection_sewer/BS-N1")).errors
    # nothing is taken for drawn that no layer holds
    assert found.message.code == "asset_change.no_layer"
    pipes = workspace.read_layer("ass_canalisation")
    workspace.write_layer("ass_canalisation_branchement", pipes[pipes["id_canalisation"] != "E3"])
    layer = ("ass_canalisation_branchement", "id_canalisation")
    held = decided_and_taken_back(
        workspace, row, rules, "OI-21/new_connection_sewer/BS-N1", layer, "BR-BS-N1"
    )
    assert as_geometry(held[GEOMETRY]).length == pytest.approx(72**0.5, abs=0.01)
    again = Reviewer(workspace, rules=rules, now=NOW, who="G. Petit")
    told = again.look(workspace.get(AssetChange, "OI-21/new_connection_sewer/BS-N1")).findings
    assert {one.message.code for one in told} >= {"asset_change.not_held"}


def test_the_way_a_valve_closes_is_written_where_the_layer_has_a_column_for_it(workspace, close, row, rules):
    valves = workspace.read_layer("aep_vanne").assign(sens_fermeture="fah")
    workspace.write_layer("aep_vanne", valves)
    close("OI-03", "state_found: open", "direction: clockwise")
    accept(workspace, "OI-03/valve_direction/V4", rules=rules, now=NOW, who="G. Petit")
    assert row(*VALVES, "V4")["sens_fermeture"] == "fsh"
    undo(workspace, "OI-03/valve_direction/V4", who="G. Petit")
    assert row(*VALVES, "V4")["sens_fermeture"] == "fah"


def test_work_that_was_not_done_proposes_nothing(workspace, close):
    base = "author: AG1\nstarted_at: 2026-06-03 09:00\nended_at: 2026-06-03 10:00\nagents: [AG1]\n"
    close("OI-04", base=f"{base}result: not_done\ncause: absent\navailable: no\nphotos: [a.jpg]\n{{more}}")
    assert list_changes(workspace) == []
