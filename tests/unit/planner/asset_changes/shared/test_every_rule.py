# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule from closure data to a proposal, accepted into the layers and taken back, on either database."""

from datetime import datetime

import pytest
from regard.planner.asset_changes.decide import accept, undo
from regard.planner.asset_changes.review import Reviewer, list_changes
from regard.workorders.asset_changes.records import AssetChange
from regard.workorders.asset_changes.rules import load_change_rules

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
    elsewhere = {"repair_sewer", "new_connection_sewer", "said_of_the_map"}
    assert set(load_change_rules().rules) == tried | elsewhere


def test_work_that_was_not_done_proposes_nothing(workspace, close):
    base = "author: AG1\nstarted_at: 2026-06-03 09:00\nended_at: 2026-06-03 10:00\nagents: [AG1]\n"
    close("OI-04", base=f"{base}result: not_done\ncause: absent\navailable: no\nphotos: [a.jpg]\n{{more}}")
    assert list_changes(workspace) == []
