# SPDX-License-Identifier: GPL-3.0-or-later
"""Many processes on the same orders, and processes killed at any moment: nothing is lost or half-written."""

import multiprocessing
import os
import random
import signal
import time
from dataclasses import replace

import pytest
from regard.core.errors import InputError
from regard.core.resources import StockLine
from regard.store.errors import StaleWrite
from regard.store.workspaces import open_workspace
from regard.workorders.orders import WorkOrder

WHOLE = bool(os.environ.get("REGARD_SOAK"))
CHANGES = 10_000 if WHOLE else 400
KILLS = 200 if WHOLE else 12
ORDERS = 20
processes = multiprocessing.get_context("fork")


@pytest.fixture
def writers(new_url):
    """Return how many processes write at once."""
    return 8 if new_url.startswith("postgresql://") else 4


def change_orders(url, writer, changes, barrier):
    rng = random.Random(writer)
    workspace = open_workspace(url, wait_s=60)
    barrier.wait()
    for number in range(changes):
        key = f"OI-{rng.randrange(ORDERS):02}"
        while not changed(workspace, key, f"W{writer}-{number}"):
            pass
    workspace.close()


def changed(workspace, key, name):
    """Add one to the score of an order and a record of one's own, in one command."""
    order = workspace.get(WorkOrder, key)
    try:
        with workspace.command("add one", who=name) as transaction:
            transaction.save(replace(order, score=order.score + 1))
            transaction.add([StockLine(name, "depot", "seal", 1)])
    except (StaleWrite, InputError) as refused:
        if refused.message.code not in ("record.stale", "workspace.locked"):
            raise
        return False
    return True


def test_many_processes_lose_and_double_nothing(workspace, order, writers):
    orders = [replace(order, order_id=f"OI-{number:02}", score=0.0) for number in range(ORDERS)]
    with workspace.command("open", who="F") as transaction:
        transaction.add(orders)
    barrier = processes.Barrier(writers)
    each = CHANGES // writers
    running = [
        processes.Process(target=change_orders, args=(workspace.url, number, each, barrier))
        for number in range(writers)
    ]
    started = time.monotonic()
    for process in running:
        process.start()
    for process in running:
        process.join(timeout=3600)
    print(f"{each * writers} changes by {writers} processes in {time.monotonic() - started:.1f} s")
    assert [process.exitcode for process in running] == [0] * writers
    found = workspace.all(WorkOrder)
    assert sum(o.score for o in found) == sum(o.version for o in found) == each * writers
    assert workspace.count(StockLine) == each * writers
    journal = workspace.journal()
    assert len(journal) == ORDERS + 2 * each * writers
    assert len({entry.seq for entry in journal}) == len(journal)
    assert len({entry.who for entry in journal}) == each * writers + 1
    assert workspace.discrepancies() == []


def write_for_ever(url, first, told):
    workspace = open_workspace(url, wait_s=60)
    told.send(0)
    for number in range(first, first + 1_000_000):
        order = workspace.get(WorkOrder, "OI-00")
        with workspace.command("go on", who="F") as transaction:
            transaction.add([StockLine(f"S{number}-{part}", "depot", "seal", number) for part in range(3)])
            transaction.save(replace(order, score=order.score + 1))
        told.send(number)


def kill_a_writer(url, first, rng):
    """Kill a process after some whole commands, somewhere within the next; return how many it told of."""
    ours, theirs = processes.Pipe()
    writer = processes.Process(target=write_for_ever, args=(url, first, theirs))
    writer.start()
    ours.recv()
    told = rng.randint(1, 4)
    began = time.monotonic()
    for _ in range(told):
        ours.recv()
    time.sleep(rng.uniform(0.0, 1.2) * (time.monotonic() - began) / told)
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    return told


def test_a_process_killed_at_any_moment_leaves_whole_commands(workspace, order):
    with workspace.command("open", who="F") as transaction:
        transaction.add([replace(order, order_id="OI-00", score=0.0)])
    rng = random.Random(5)
    url, least = workspace.url, 0
    workspace.close()
    for kill in range(KILLS):
        least += kill_a_writer(url, kill * 1_000_000, rng)
        again = open_workspace(url, wait_s=60)
        assert again.discrepancies() == []
        lines, score = again.count(StockLine), again.get(WorkOrder, "OI-00").score
        assert lines == 3 * score
        assert score >= least
        again.close()
    print(f"{KILLS} kills after {score:.0f} whole commands")
