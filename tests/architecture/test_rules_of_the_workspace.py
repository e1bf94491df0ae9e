# SPDX-License-Identifier: GPL-3.0-or-later
"""Use cases, commands and windows go by the rules of the workspace, never by the files shipped."""

import ast

# what reads a shipped file: of the workspace's versions, or of what no service changes
READERS = {
    "load_address_rules",
    "load_catalogue",
    "load_change_rules",
    "load_chains",
    "load_closure_rules",
    "load_communication",
    "load_conflict_rules",
    "load_contracts",
    "load_criticality",
    "load_dossier_rules",
    "load_execution",
    "load_intake_rules",
    "load_job_packs",
    "load_law",
    "load_life_rules",
    "load_means",
    "load_numbering",
    "load_questions",
    "load_resource_rules",
    "load_road_occupancy",
    "load_rule_book",
    "load_teleservice",
    "planning_rules",
    "relaxation_rules",
    "resource_settings",
    "road_rules",
    "running_rules",
    "shut_off_rules",
    "shipped_tour_rules",
}
FOLDERS = {"planner", "store", "cli", "qgis_bridge", "ui"}
# where the readers themselves are
DEFINED = {"planner/running_rules.py", "planner/shut_off_rules.py", "planner/rule_versions.py"}


def read_shipped(tree):
    named = {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    return sorted(named & READERS)


def test_no_use_case_reads_a_shipped_file(shipped):
    found = {
        source.path: read_shipped(source.tree)
        for source in shipped
        if source.folder in FOLDERS and source.path not in DEFINED
    }
    assert {path: names for path, names in found.items() if names} == {}


def test_every_reader_is_a_function_of_the_code(shipped):
    defined = {
        node.name for one in shipped for node in ast.walk(one.tree) if isinstance(node, ast.FunctionDef)
    }
    assert defined >= READERS


def test_a_reader_is_seen():
    assert read_shipped(ast.parse("from ..workorders.law import AntiDamageLaw, load_law")) == ["load_law"]
