# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that has no room left, loses a connection or goes down in the middle of a command."""

import os
import random
import signal
import time

import psycopg
import pytest
import sqlalchemy as sa
from regard.core.errors import Failure, RegardError
from regard.core.resources import StockLine
from regard.store.workspaces import create_workspace, open_workspace

CRASHES = 20 if os.environ.get("REGARD_SOAK") else 2
# a file of the server's own journal of writes is as large from the start, and must still be written
ROOM = 20 * 1024 * 1024


@pytest.fixture
def workspace(new_url):
    workspace = create_workspace(new_url)
    with workspace.command("open", who="F") as transaction:
        transaction.add([StockLine("S0", "depot", "seal", 0)])
    yield workspace
    workspace.close()


@pytest.fixture
def server(database):
    with psycopg.connect(database, autocommit=True) as connection:
        yield connection


def backend_pid(transaction):
    return transaction.connection.scalar(sa.func.pg_backend_pid())


def leave_room(server, pid):
    """Forbid a process of the server files larger than the room; only the server's own user may."""
    server.execute(f"COPY (SELECT 1) TO PROGRAM 'prlimit --fsize={ROOM}:{ROOM} --pid {pid}'")


def test_a_server_without_room_says_so_and_nothing_is_half_written(workspace, server):
    # what does not compress, and does not fit
    text = random.Random(1).randbytes(ROOM).hex()

    def fill():
        with workspace.command("fill", who="F") as transaction:
            leave_room(server, backend_pid(transaction))
            transaction.add([StockLine("S1", "depot", "seal", 1)])
            transaction.add([StockLine("S2", "depot", text, 1)])

    with pytest.raises(Failure, match=r"cannot be written .*; nothing was changed") as failed:
        fill()
    assert "\n" not in str(failed.value)
    workspace.close()
    again = open_workspace(workspace.url)
    assert [line.stock_id for line in again.all(StockLine)] == ["S0"]
    assert again.discrepancies() == []
    again.close()


def write_until_it_breaks(workspace, number):
    """Write commands; the server goes down in the middle of one of them."""
    for own in range(1000):
        with workspace.command("go on", who="F") as transaction:
            transaction.add([StockLine(f"S{number}-{own}-{part}", "depot", "seal", 1) for part in range(3)])
            if own == number % 5:
                os.kill(backend_pid(transaction), signal.SIGKILL)
            transaction.add([StockLine(f"S{number}-{own}-last", "depot", "seal", 1)])


def opened_again(url):
    for _ in range(200):
        try:
            return open_workspace(url)
        except Failure:
            time.sleep(0.05)
    raise AssertionError("the server did not come back")


def test_a_server_that_goes_down_leaves_whole_commands(workspace):
    for number in range(CRASHES):
        again = opened_again(workspace.url)
        with pytest.raises(RegardError, match="the connection to the server was lost; nothing was changed"):
            write_until_it_breaks(again, number)
        again.close()
        again = opened_again(workspace.url)
        assert again.discrepancies() == []
        own = [x.stock_id for x in again.all(StockLine) if x.stock_id.startswith(f"S{number}-")]
        assert len(own) == 4 * (number % 5)
        again.close()
