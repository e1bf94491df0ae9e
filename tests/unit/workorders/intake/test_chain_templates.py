# SPDX-License-Identifier: GPL-3.0-or-later
"""Chains are dated data: sound where they come with Regard, refused where they cannot be."""

import pytest
from regard.core.errors import InputError
from regard.workorders.intake.chain_templates import CHAINS, laid_out, load_chains
from regard.workorders.intake.intake_rules import INTAKE, load_intake_rules
from regard.workorders.orders import Priority
from regard.workorders.rulebook import load_rule_book


def test_every_type_and_priority_has_one_chain_at_most():
    chains = load_chains()
    pairs = [(code, p) for one in chains.templates.values() for code, ps in one.jobs.items() for p in ps]
    assert len(pairs) == len(set(pairs))


def test_a_leak_that_can_wait_is_programmed_works(rules):
    assert rules.chains.of("AEP-FUI-CAN", Priority.P1) is rules.chains.templates["urgent_main_leak"]
    assert rules.chains.of("AEP-FUI-CAN", Priority.P3) is rules.chains.templates["programmed_works"]
    assert rules.chains.of("AEP-REL", Priority.P4) is None


def test_every_type_that_digs_is_told_dug_and_reinstated_in_that_order(rules):
    dug = [standard for standard in rules.catalogue.standards() if standard.digs]
    assert {"AEP-FUI-BRT", "AEP-BAC", "AEP-PI-REP", "ASS-TAMP", "ASS-REP-CAN", "ASS-BRT-REP"} <= {
        standard.code for standard in dug
    }
    for standard in dug:
        for priority in Priority:
            chain = rules.chains.of(standard.code, priority)
            assert chain is not None, (standard.code, priority)
            before = _all_before(chain)
            dig = next(key for key in ("excavate", "works") if key in before)
            assert before[dig] & {"consult_operators", "declare"}, (standard.code, priority)
            assert dig in before["reinstatement"]
            assert chain.steps["reinstatement"].order == "AEP-REF"
            assert "reinstatement" in before["update_gis"]


def _all_before(chain):
    before = {}
    for key, follows in chain.follows().items():
        before[key] = set(follows).union(*(before[one] for one in follows))
    return before


@pytest.mark.parametrize(
    ("code", "priority", "steps"),
    [
        ("AEP-FUI-BRT", Priority.P2, ["shut_connection", "consult_operators", "excavate", "repair"]),
        ("AEP-PI-REP", Priority.P2, ["out_of_service", "close_valves", "repair", "retest", "available"]),
        ("AEP-BAC", Priority.P2, ["secure", "excavate", "repair", "backfill"]),
        ("ASS-TAMP", Priority.P1, ["secure", "consult_operators", "excavate", "repair", "backfill"]),
        ("ASS-REP-CAN", Priority.P1, ["bypass", "excavate", "repair", "restore_flow", "backfill"]),
        ("ASS-BRT-REP", Priority.P2, ["bypass", "excavate", "repair", "restore_flow", "backfill"]),
        ("AEP-FUI-BRT", Priority.P3, ["declare", "permit", "mark_out", "announce_cut", "works"]),
        ("ASS-REP-CAN", Priority.P3, ["declare", "permit", "mark_out", "announce", "works", "survey"]),
    ],
)
def test_a_dig_has_the_steps_of_its_kind(rules, code, priority, steps):
    found = list(rules.chains.of(code, priority).steps)
    assert [key for key in found if key in steps] == steps


def test_notice_and_permit_go_side_by_side(rules):
    steps = {step.key: step.follows for step in laid_out(rules.chains.templates["new_connection"])}
    assert steps["declare"] == steps["permit"] == ("quote",)
    assert steps["mark_out"] == ("declare", "permit")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "follows: [declare, permit]",
            "follows: [declare, paint]",
            "field templates.programmed_works.steps.mark_out.follows",
        ),
        ("declare: {where: desk, follows: []", "declare: {where: desk, follows: [works]", "no circle"),
        ("min_lag_min: 2880", "min_lag_min: -1", "min_lag_min"),
        ("max_lag_min: 14400", "max_lag_min: 14400\\n        min_lag_min: 14401", "at least 14401"),
        ("where: desk", "where: moon", "where"),
        ("AEP-RDF: [P1", "AEP-RDF: [P9", "P9"),
    ],
)
def test_a_chain_that_cannot_be_is_refused_with_its_line(tmp_path, old, new, said):
    path = tmp_path / "chains.yaml"
    text = CHAINS.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new.replace("\\n", "\n"), 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"chains\.yaml, line \d+") as refusal:
        load_chains(path)
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("chains.yaml", "AEP-RDF: [P1", "AEP-NONE: [P1", "AEP-NONE"),
        ("chains.yaml", "order: AEP-REF", "order: AEP-REFF", "AEP-REFF"),
        ("intake.yaml", "contract_id: VA-2024", "contract_id: VA-1", "VA-1"),
        ("questions.yaml", "gusher: AEP-CASSE", "gusher: AEP-CASE", "AEP-CASE"),
        ("questions.yaml", "seep: AEP-FUI-CAN", "drip: AEP-FUI-CAN", "drip"),
    ],
)
def test_names_that_other_rules_do_not_list_are_refused(tmp_path, name, old, new, said):
    for file in CHAINS.parent.iterdir():
        text = file.read_text(encoding="utf-8")
        assert file.name != name or old in text
        replaced = text.replace(old, new) if file.name == name else text
        (tmp_path / file.name).write_text(replaced, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        load_rule_book(tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("amber_from: 0.5", "amber_from: 1.5"),
        ("distance_m: 60", "distance_m: 0"),
        ("time_zone: Europe/Paris", "time_zone: Europe/Valmont"),
        ("most: 8", "most: 0"),
    ],
)
def test_figures_of_intake_that_cannot_be_are_refused(tmp_path, old, new):
    path = tmp_path / "intake.yaml"
    path.write_text(INTAKE.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=r"intake\.yaml, line \d+"):
        load_intake_rules(path)
