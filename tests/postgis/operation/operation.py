# SPDX-License-Identifier: GPL-3.0-or-later
"""Some weeks of a service: two dispatchers, thirty agents, and everything that goes wrong meanwhile.

What happens is drawn from a seed. Two steps at a time are made side by side, one by each dispatcher; a fault
hits some of them. Who does not hear an answer asks again, as people do.
"""

import multiprocessing
import random
import shutil
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from regard.tests.postgis.operation.device import answer_in, damaged
from regard.tests.postgis.operation.dispatcher import work
from regard.tests.postgis.operation.faults import TOLD

processes = multiprocessing.get_context("fork")
CAUSES = ("customer_absent", "no_access", "weather")


@dataclass
class Ledger:
    """What people were told is stored."""

    calls: list = field(default_factory=list)
    gone: list = field(default_factory=list)
    handed_in: dict = field(default_factory=dict)
    moves: list = field(default_factory=list)
    steps: Counter = field(default_factory=Counter)
    refused: Counter = field(default_factory=Counter)
    seconds: Counter = field(default_factory=Counter)
    broken: list = field(default_factory=list)
    memory_mb: dict = field(default_factory=dict)


class Seat:
    """A dispatcher's process, started anew whenever it died."""

    def __init__(self, name, url, folder):
        self.name, self.url, self.folder = name, url, folder
        self.process = self.line = None

    def send(self, step):
        if self.process is None or not self.process.is_alive():
            self._start()
        self.line.send(step)

    def hear(self):
        """Return the answer, None from a process that died before it gave one."""
        try:
            return self.line.recv()
        except (EOFError, ConnectionResetError):
            return None

    def kill(self):
        self.process.kill()
        self.process.join()

    def close(self):
        if self.process is not None:
            self.line.close()
            self.process.join(timeout=60)
            self.process.close()
            self.process = None

    def _start(self):
        self.close()
        self.line, theirs = processes.Pipe()
        self.process = processes.Process(
            target=work, args=(theirs, self.line, self.url, self.name, self.folder)
        )
        self.process.start()
        theirs.close()


class Operation:
    """Plays days on a workspace; ``calls`` is how many come on an ordinary day."""

    def __init__(self, url, folder, requests, *, seed, calls, faults):
        self.rng, self.requests, self.calls = random.Random(seed), [r for r in requests if r.code], calls
        self.seats = [Seat(name, url, folder) for name in ("A. Petit", "D. Martin")]
        self.ledger, self.folder, self.faults = Ledger(), folder, faults
        self.number, self.packed_agent, self.package = 0, "", None

    def close(self):
        for seat in self.seats:
            seat.close()

    # one step

    def ask(self, *steps, now):
        """Make up to two steps side by side, each until there is an answer; return the answers."""
        answers, began = [None] * len(steps), time.monotonic()
        for attempt in range(4):
            open_ = [number for number, answer in enumerate(answers) if answer is None]
            for number in open_:
                self.seats[number].send({**steps[number], "now": (now - self.faults.behind).isoformat()})
            if open_ and attempt == 0:
                self.faults.strike(self.seats[self.rng.choice(open_)])
            for number in open_:
                answers[number] = self._heard(number, steps[number])
            self.faults.over()
            if None not in answers:
                self.ledger.seconds[steps[0]["do"]] += time.monotonic() - began
                return answers
            now += timedelta(minutes=1)
        return answers

    def _heard(self, number, step):
        """Return what was done, a refusal as ``{"refused": …}``, None where it must be asked again."""
        seat = self.seats[number]
        answer = seat.hear()
        if answer is None:
            return None
        self.ledger.memory_mb.setdefault(seat.name, []).append(round(answer.pop("memory_mb")))
        if "broken" in answer:
            self.ledger.broken.append(answer["broken"])
            return answer
        if "refused" in answer:
            self.ledger.refused[f"{step['do']}: {answer['refused']}"] += 1
            return None if answer["refused"] in TOLD else answer
        self.ledger.steps[step["do"]] += 1
        return answer

    def one(self, step, *, now):
        """Make one step and return what was done, None where it was refused."""
        (answer,) = self.ask(step, now=now)
        return answer.get("done") if answer else None

    # one day

    def day(self, day, *, storm=False):
        """Play a working day from 6:30 to 18:00."""
        at = datetime.combine(day, datetime.min.time())
        name = day.isoformat()
        self.take_calls(self.calls * (3 if storm else 1), at + timedelta(hours=6, minutes=30))
        self.one({"do": "qualify"}, now=at + timedelta(hours=7))
        self.one(
            {"do": "plan", "day": name, "seed": self.rng.randrange(1000)},
            now=at + timedelta(hours=7, minutes=5),
        )
        for order in self.one({"do": "dispatch", "day": name}, now=at + timedelta(hours=7, minutes=20)) or ():
            self.ledger.moves.append((order, "dispatched"))
        self.morning_packages(name, at + timedelta(hours=7, minutes=25))
        self.mishaps(name, at + timedelta(hours=9))
        self.take_calls(3, at + timedelta(hours=9, minutes=30))
        self.emergencies(name, at + timedelta(hours=9, minutes=40))
        self.field_work(name, at + timedelta(hours=18))
        self.take_back(at + timedelta(hours=18, minutes=30))

    def take_calls(self, count, now):
        calls = [self._call() for _ in range(count)]
        for first in range(0, count, 2):
            pair = calls[first : first + 2]
            for step, answer in zip(pair, self.ask(*pair, now=now), strict=True):
                if answer and "done" in answer:
                    self.ledger.calls.append(step["ref"])
            now += timedelta(minutes=1)

    def _call(self):
        self.number += 1
        model = self.rng.choice(self.requests)
        dx, dy = self.rng.uniform(-8, 8), self.rng.uniform(-8, 8)
        return {
            "do": "call",
            "ref": f"CALL-{self.number:05}",
            "caller": f"Caller {self.number}",
            "phone": f"06 39 98 {self.number // 100 % 100:02} {self.number % 100:02}",
            "code": model.code,
            "x": model.place.x + dx,
            "y": model.place.y + dy,
            "said": model.description,
        }

    def morning_packages(self, name, now):
        """Pack the day of one agent; where the disk is full nothing is left behind."""
        stops = self.one({"do": "stops", "day": name}, now=now) or []
        if not stops:
            return
        self.packed_agent = self.rng.choice(sorted({agent for _, agent, _, _ in stops}))
        step = {"do": "pack", "agent": self.packed_agent, "day": name, "name": f"{name}-{self.packed_agent}"}
        if self.faults.due("full field disk"):
            answer = self.one({**step, "room": 50_000}, now=now)
            assert answer is None, "a package was written into a disk without room"
            left = [path for path in self.folder.iterdir() if path.name != "files"]
            assert not [path for path in left if name in path.name or path.name.startswith(".")], left
        self.package = self.one(step, now=now)

    def mishaps(self, name, now):
        """An agent leaves, a van breaks down, an order is put off."""
        stops = self.one({"do": "stops", "day": name}, now=now) or []
        later = [stop for stop in stops if stop[2] > (now + timedelta(hours=2)).isoformat()]
        if later and self.rng.random() < 0.5:
            agent = self.rng.choice(later)[1]
            last = now.date() + timedelta(days=self.rng.randint(1, 3))
            step = {"do": "absent", "agent": agent, "last": last.isoformat(), "day": name}
            self.one(step, now=now)
        if later and self.rng.random() < 0.5:
            step = {"do": "breakdown", "order": self.rng.choice(later)[0], "minutes": 45, "day": name}
            self.one(step, now=now + timedelta(minutes=5))
        if later and self.rng.random() < 0.5:
            step = {"do": "put_off", "order": self.rng.choice(later)[0], "cause": self.rng.choice(CAUSES)}
            if self.one(step, now=now + timedelta(minutes=8)):
                self.ledger.moves.append((step["order"], "rescheduled"))

    def emergencies(self, name, now):
        """What came in while people are out goes into the running day, one order by each dispatcher."""
        made = self.one({"do": "qualify"}, now=now) or []
        steps = [{"do": "emergency", "order": order, "day": name} for order in made[:2]]
        if steps:
            self.ask(*steps, now=now + timedelta(minutes=2))
            for order in self.one({"do": "dispatch", "day": name}, now=now + timedelta(minutes=4)) or ():
                self.ledger.moves.append((order, "dispatched"))

    def field_work(self, name, evening):
        """Every order that left is begun, and handed in or not done; one agent's come as a package."""
        stops = self.one({"do": "stops", "day": name}, now=evening) or []
        by_order = {}
        for order, agent, start, end in stops:
            by_order.setdefault(
                order, (order, agent, datetime.fromisoformat(start), datetime.fromisoformat(end))
            )
        work = sorted(by_order.values(), key=lambda one: one[2])
        packed = []
        for first in range(0, len(work), 2):
            self._worked(work[first : first + 2], evening, packed)
        if self.package and packed:
            self._bring_back(packed, evening)

    def _worked(self, pair, evening, packed):
        begun = self.ask(*({"do": "begin", "order": one[0]} for one in pair), now=pair[-1][2])
        steps, going = [], []
        for one, answer in zip(pair, begun, strict=True):
            order, agent, start, end = one
            if not answer or answer.get("done") != "in_progress":
                continue
            self.ledger.moves.append((order, "in_progress"))
            ended = min(max(end, start + timedelta(minutes=10)), evening - timedelta(minutes=10))
            step = {
                "do": "answers",
                "order": order,
                "agent": agent,
                "started": start.isoformat(),
                "ended": ended.isoformat(),
            }
            values = self.one(step, now=evening)
            if agent == self.packed_agent and self.package:
                packed.append((order, values))
            elif self.rng.random() < 0.08:
                steps.append({"do": "missed", "order": order, "cause": self.rng.choice(CAUSES)})
                going.append((order, None))
            elif values:
                steps.append({"do": "hand_in", "order": order, "values": values})
                going.append((order, values))
        for (order, values), answer in zip(
            going, self.ask(*steps, now=evening) if steps else [], strict=True
        ):
            if not answer or "done" not in answer:
                continue
            self.ledger.moves.append((order, "done" if values else "rescheduled"))
            if values:
                self.ledger.handed_in[order] = values

    def _bring_back(self, packed, evening):
        """Hand in what came back from the field: twice, and damaged before that."""
        folder = Path(self.package)
        filled = answer_in(folder, packed)
        zipped = Path(shutil.make_archive(str(folder), "zip", folder.parent, folder.name))
        if self.faults.due("corrupt field package"):
            self.one({"do": "bring", "source": str(damaged(zipped, self.rng))}, now=evening)
        for _ in range(2):
            for order, outcome, _ in self.one({"do": "bring", "source": str(zipped)}, now=evening) or ():
                if outcome in ("taken", "already") and order in filled:
                    self.ledger.handed_in[order] = filled[order]
                    self.ledger.moves.append((order, "done"))
        shutil.rmtree(folder)
        zipped.unlink()
        self.package = None

    def take_back(self, now):
        """A call that was taken by mistake is taken back; it is not in the register then."""
        step = self._call()
        before = self.seats[0].process
        if not self.one(step, now=now) or self.seats[0].process is not before:
            return
        if self.one({"do": "undo"}, now=now) == "register request":
            self.ledger.gone.append(step["ref"])

    def memory(self):
        """Return what each dispatcher's process held last, in MB."""
        return {name: held[-1] for name, held in self.ledger.memory_mb.items()}
