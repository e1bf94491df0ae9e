# SPDX-License-Identifier: GPL-3.0-or-later
"""Random accepts, undos and edits by others: the layers always hold what the journal, replayed, says.

A few runs here; 2,000 with ``REGARD_SOAK=1``, 50 one after another on each of 40 workspaces: each run replays
all that its workspace has lived through.
"""

import json
import os
import random

import pytest
from regard.core.errors import RegardError
from regard.network.changes.feature_edits import FeatureEdit, same
from regard.planner.asset_changes.correct import correct
from regard.planner.asset_changes.decide import accept, accept_safe, undo
from regard.store.layer_edits import edit_of
from regard.workorders.asset_changes.records import AssetChange, ChangeState

LEAK = "OI-2026-0417"
PIPES = ("aep_canalisation", "id_canalisation")
SOAK = bool(os.environ.get("REGARD_SOAK"))
WORKSPACES, RUNS, STEPS = (40, 50, 20) if SOAK else (1, 6, 12)


def state_of(workspace):
    """Return every feature of the layers that may change, by layer and id."""
    found = {}
    for layer, key in (PIPES, ("aep_vanne", "id_aep_vanne"), ("raepa_reparaep_p", "idrepar")):
        if layer in workspace.layer_names():
            keys = [str(name) for name in workspace.read_layer(layer)[key]]
            for name, rows in workspace.layer_rows(layer, key, keys).items():
                found[layer, name] = dict(rows[0])
    return found


def replayed(start, journal):
    """Fold the journal's lines of layers over what there was at the start."""
    state = {feature: dict(row) for feature, row in start.items()}
    for line in journal:
        if line.change.table in ("asset_change", "work_order", "closure") or "#key" not in (
            line.change.after or line.change.before or ""
        ):
            continue
        edit = edit_of(line.change)
        feature = (edit.table, edit.key)
        if edit.after is None:
            state.pop(feature)
        else:
            state[feature] = {**(state.get(feature) or {}), **edit.after}
    return state


def alike(one, other):
    names = {*one, *other}
    return all(same(one.get(name), other.get(name)) for name in names)


def step(workspace, rules, dice, now):
    """Do one thing that somebody may do; what is refused changes nothing."""
    changes = workspace.all(AssetChange)
    waiting = [one for one in changes if one.state is ChangeState.PROPOSED]
    accepted = [one for one in changes if one.state is ChangeState.ACCEPTED]
    what = dice.choice(("accept", "accept", "batch", "undo", "undo", "edit", "correct", "journal undo"))
    if what == "accept" and waiting:
        accept(workspace, dice.choice(waiting).change_id, rules=rules, now=now, who="G")
    elif what == "batch":
        accept_safe(workspace, rules=rules, now=now, who="G")
    elif what == "undo" and accepted:
        undo(workspace, dice.choice(accepted).change_id, who="G")
    elif what == "correct" and waiting:
        chosen = dice.choice(waiting)
        if "material" in chosen.after:
            correct(workspace, chosen.change_id, values={"material": dice.choice(("11", "12"))}, who="G")
    elif what == "journal undo":
        workspace.undo(who="G")
    elif what == "edit":
        row = workspace.layer_rows(*PIPES, ["P03"])["P03"][0]
        name, values = dice.choice((("materiau", ("fd", "fg", "amci")), ("diametre_equivalent", (125, 150))))
        edit = FeatureEdit(*PIPES, "P03", {name: row[name]}, {name: dice.choice(values)})
        with workspace.command("other edit", who="QGIS") as transaction:
            transaction.edit_layers([edit])


@pytest.mark.parametrize("number", range(WORKSPACES))
def test_the_layers_hold_what_the_replayed_journal_says(number, workspace, close, rules):
    from datetime import datetime

    close(LEAK, "dn: 125", "valves: {V4: open, V5: stuck_open}", "depth: 1.1")
    accept(
        workspace, f"{LEAK}/repair_water/REP-2026-0417", rules=rules, now=datetime(2026, 6, 3, 19), who="G"
    )
    start, begun = state_of(workspace), len(workspace.journal())
    refused = 0
    for seed in range(number * RUNS, (number + 1) * RUNS):
        dice = random.Random(seed)
        for _ in range(STEPS):
            try:
                step(workspace, rules, dice, datetime(2026, 6, 3, 20))
            except RegardError:
                refused += 1
        now, expected = state_of(workspace), replayed(start, workspace.journal()[begun:])
        assert now.keys() == expected.keys(), seed
        assert all(alike(now[feature], expected[feature]) for feature in now), seed
        for change in workspace.all(AssetChange):
            assert (change.state is ChangeState.ACCEPTED) == bool(change.edits), (seed, change.change_id)
            assert json.loads(change.edits or "[]") is not None
        assert workspace.discrepancies() == []
    assert 0 < refused < RUNS * STEPS
