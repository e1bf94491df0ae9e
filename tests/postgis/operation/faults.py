# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong: processes die, connections break, clocks are set, disks fill up, files are damaged."""

import math
import time
from datetime import timedelta

import psycopg
from psycopg import sql

IN_A_STEP = ("killed", "cut", "clock", "full server disk", "server down")
OF_A_STEP = ("full field disk", "corrupt field package")
# refusals by which the store tells a fault, or that somebody else was first: who reads one asks again
TOLD = frozenset(
    {
        "workspace.disconnected",
        "workspace.unreachable",
        "workspace.write_failed",
        "workspace.locked",
        "record.stale",
    }
)
# within the server's own journal of writes, and beyond it but within the tables of a town with its history
ROOMS = (8192, 17 * 2**20)
WRONG_CLOCK_STEPS = 6


class Faults:
    """Strikes a share of the steps at random; each kind that has not struck yet comes before the others."""

    def __init__(self, rng, database, *, share):
        self.rng, self.database, self.share = rng, database, share
        self.left = list(IN_A_STEP + OF_A_STEP)
        self.counted = dict.fromkeys(self.left, 0)
        self.behind, self.wrong_steps, self.names = timedelta(), 0, []

    def due(self, kind):
        """Tell whether a fault that is a step of its own strikes now."""
        if kind in self.left:
            self.left.remove(kind)
        elif self.rng.random() > self.share:
            return False
        self.counted[kind] += 1
        return True

    def strike(self, seat):
        """Let something happen to a dispatcher who is in the middle of a step, or let it be."""
        self.wrong_steps -= 1
        if self.wrong_steps == 0:
            self.behind = timedelta()
        if self.rng.random() > self.share:
            return
        waiting = [kind for kind in self.left if kind in IN_A_STEP]
        kind = self.rng.choice(waiting or IN_A_STEP)
        if kind in self.left:
            self.left.remove(kind)
        self.counted[kind] += 1
        if kind == "clock":
            self.behind = self.rng.choice((1, -1)) * timedelta(minutes=65)
            self.wrong_steps = WRONG_CLOCK_STEPS
            return
        time.sleep(math.exp(self.rng.uniform(math.log(0.003), math.log(1.5))))
        if kind == "killed":
            seat.kill()
        elif kind == "cut":
            self._each_backend(seat.name, "SELECT pg_terminate_backend({})")
        else:
            room = self.rng.choice(ROOMS)
            command = "kill -9 {}" if kind == "server down" else f"prlimit --fsize={room}:{room} --pid {{}}"
            self._each_backend(seat.name, "COPY (SELECT 1) TO PROGRAM {}", command)
            self.names.append(seat.name)

    def over(self):
        """Make room again, and wait until the server answers."""
        for _ in range(600):
            try:
                while self.names:
                    self._each_backend(self.names[-1], "SELECT pg_terminate_backend({})")
                    self.names.pop()
                with psycopg.connect(self.database):
                    return
            except psycopg.Error:
                time.sleep(0.05)
        raise AssertionError("the server did not come back")

    def _each_backend(self, name, query, command="{}"):
        """Run a query about every process of the server that works for somebody."""
        with psycopg.connect(self.database, autocommit=True) as server:
            asked = "SELECT pid FROM pg_stat_activity WHERE application_name = %s"
            for (pid,) in server.execute(asked, [name]).fetchall():
                value = pid if command == "{}" else command.format(pid)
                try:
                    server.execute(sql.SQL(query).format(sql.Literal(value)))
                except psycopg.Error:
                    # gone meanwhile, or the whole server with it
                    return
