# SPDX-License-Identifier: GPL-3.0-or-later
"""Several processes write the same records at once, and no update is lost."""

import json
import multiprocessing
from dataclasses import replace

from regard.core.resources import StockLine
from regard.store.errors import StaleWrite
from regard.store.workspaces import open_workspace

WRITERS = 4
UPDATES = 25


def add_one_after_the_other(url, writer, barrier):
    workspace = open_workspace(url)
    barrier.wait()
    for number in range(UPDATES):
        while not added_one(workspace, f"W{writer}"):
            pass
        with workspace.command("own", who=f"W{writer}") as transaction:
            transaction.add([StockLine(f"W{writer}-{number}", "depot", "seal", 1)])
    workspace.close()


def added_one(workspace, who):
    line = workspace.get(StockLine, "shared")
    try:
        with workspace.command("add one", who=who) as transaction:
            transaction.save(replace(line, quantity=line.quantity + 1))
    except StaleWrite:
        return False
    return True


def test_no_update_is_lost_between_processes(workspace):
    with workspace.command("open", who="F") as transaction:
        transaction.add([StockLine("shared", "depot", "seal", 0)])
    processes = multiprocessing.get_context("fork")
    barrier = processes.Barrier(WRITERS)
    writers = [
        processes.Process(target=add_one_after_the_other, args=(workspace.url, number, barrier))
        for number in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=120)
    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    shared = workspace.get(StockLine, "shared")
    assert (shared.quantity, shared.version) == (WRITERS * UPDATES, WRITERS * UPDATES)
    assert workspace.count(StockLine) == 1 + WRITERS * UPDATES
    history = [json.loads(entry.change.after)["quantity"] for entry in workspace.journal(key="shared")]
    assert history == list(range(WRITERS * UPDATES + 1))
