# SPDX-License-Identifier: GPL-3.0-or-later
"""A dispatcher at work in a process of her own: makes steps with the use cases, and answers each.

Every step has ``do``, the time ``now`` on her clock, and what else it takes. The answer says what was
``done``, or what was ``refused``; anything else that goes wrong is ``broken``.
"""

import json
import os
import resource
import signal
import traceback
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from regard.core.errors import RegardError
from regard.core.ids import AgentId
from regard.core.progress import SilentProgress
from regard.planner.assets.asset_base import AssetBase
from regard.planner.closing.close_order import close_order
from regard.planner.field.package import field_package
from regard.planner.field.take_in import take_in
from regard.planner.intake.places import find_place
from regard.planner.intake.qualify_day import qualify_requests
from regard.planner.intake.take_call import Call, take_call
from regard.planner.life.advance import advance_order, dispatch_day
from regard.planner.life.known_facts import form_for
from regard.planner.life.requeue import not_done, postpone
from regard.planner.plan_versions import plan_in_force
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import PlanStop
from regard.planner.resources.people import add_absence
from regard.planner.rule_versions import rule_book_of
from regard.planner.running.emergency import accept_offer, find_offers
from regard.planner.running.replan import Disruption, replan
from regard.planner.running.running_day import accept_proposal
from regard.planner.tours.plan_options import PlanOptions
from regard.store.attachment_folder import attachment_folder
from regard.store.field_files import write_field_package
from regard.store.field_results import field_result
from regard.store.workspaces import open_workspace
from regard.tests.postgis.operation.answers import answers_of_a_caller, sound_closure
from regard.workorders.closing.handed_in import Entry, handed_in
from regard.workorders.intake.registration import form
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.requests import ServiceRequest
from shapely.geometry import Point

STEPS = 150


class Dispatcher:
    """Answers the steps; each is one use case or what a dispatcher does in one go."""

    def __init__(self, url, who, folder):
        self.now, self.who, self.folder = datetime(2026, 6, 1), who, Path(folder)
        self.workspace = open_workspace(url, clock=lambda: self.now, wait_s=30)
        self.base, self.base_day = None, None

    def at(self, now):
        """Look at the clock; the maps are read anew every morning."""
        self.now = datetime.fromisoformat(now)
        if self.base_day != self.now.date():
            self.base, self.base_day = AssetBase(self.workspace), self.now.date()

    @property
    def book(self):
        return rule_book_of(self.workspace, self.now.date())

    def call(self, ref, caller, phone, code, x, y, said):
        """Take a call, unless it is in the register already: who is cut off looks first."""
        known = self.workspace.all(ServiceRequest, source_ref=ref)
        if known:
            return known[0].request_id
        asked = form(self.book.questions, self.book.catalogue[code])
        call = Call(
            *(caller, phone, said, self.now, code), source_ref=ref, answers=answers_of_a_caller(asked)
        )
        place = find_place(self.workspace, self.base, at=Point(x, y))
        taken = take_call(self.workspace, self.base, call, place, rules=self.book, now=self.now, who=self.who)
        return taken.request.request_id

    def qualify(self):
        found = qualify_requests(self.workspace, self.base, rules=self.book, now=self.now, who=self.who)
        return [order.order_id for order in found.orders]

    def plan(self, day, seed):
        options = PlanOptions(day=date.fromisoformat(day), iterations=STEPS, seed=seed)
        return plan_days(self.workspace, options, now=self.now, who=self.who).plan.plan_id

    def dispatch(self, day):
        done = dispatch_day(self.workspace, date.fromisoformat(day), now=self.now, who=self.who)
        return [order.order_id for order in done.orders]

    def stops(self, day):
        """Tell the work of a day by its stops: order, agent, start and end."""
        on = date.fromisoformat(day)
        plan = plan_in_force(self.workspace, on)
        stops = self.workspace.all(PlanStop, plan_id=plan.plan_id, day=on, task="work")
        return [(s.order_id, s.agent_id, s.start.isoformat(), s.end.isoformat()) for s in stops]

    def begin(self, order):
        found = self.workspace.get(WorkOrder, order)
        if found.state is OrderState.DISPATCHED:
            advance_order(self.workspace, order, OrderState.IN_PROGRESS, now=self.now, who=self.who)
        return self.workspace.get(WorkOrder, order).state.value

    def answers(self, order, agent, started, ended):
        """Tell what an agent would answer for an order."""
        found = self.workspace.get(WorkOrder, order)
        form = form_for(found, self.book)
        return sound_closure(
            found, form, agent, datetime.fromisoformat(started), datetime.fromisoformat(ended)
        )

    def hand_in(self, order, values):
        entries = [Entry(name, text, line) for line, (name, text) in enumerate(values.items(), start=1)]
        own = form_for(self.workspace.get(WorkOrder, order), self.book)
        handed = handed_in(entries, own, file="report", raw=json.dumps(values), order_id=order)
        done = close_order(self.workspace, order, handed, book=self.book, now=self.now, who=self.who)
        return done.order.state.value

    def missed(self, order, cause):
        found = self.workspace.get(WorkOrder, order)
        if found.state is not OrderState.RESCHEDULED:
            not_done(self.workspace, order, cause, now=self.now, who=self.who)
        return self.workspace.get(WorkOrder, order).state.value

    def put_off(self, order, cause):
        found = self.workspace.get(WorkOrder, order)
        if found.state is not OrderState.RESCHEDULED:
            postpone(self.workspace, order, cause, now=self.now, who=self.who)
        return self.workspace.get(WorkOrder, order).state.value

    def emergency(self, order, day):
        found = find_offers(self.workspace, order, day=date.fromisoformat(day), now=self.now)
        if not found.offers:
            return None
        return accept_offer(self.workspace, found, 1, now=self.now, who=self.who).plan_id

    def absent(self, agent, last, day):
        """Note that an agent leaves for some days, and give the rest of the day's work to others."""
        on = date.fromisoformat(day)
        add_absence(self.workspace, agent, on + timedelta(days=1), date.fromisoformat(last), who=self.who)
        return self._replanned(Disruption(absent=AgentId(agent)), on)

    def breakdown(self, order, minutes, day):
        """A van breaks down on its way: an order ends later."""
        return self._replanned(Disruption(late_order=order, late_min=minutes), date.fromisoformat(day))

    def _replanned(self, disruption, day):
        found = replan(self.workspace, disruption, day=day, now=self.now, iterations=STEPS)
        return accept_proposal(
            self.workspace, found.proposal, name="replan", now=self.now, who=self.who
        ).plan_id

    def pack(self, agent, day, name, room=None):
        """Write the package of an agent's day; with ``room`` no file of this process may grow beyond it."""
        on = date.fromisoformat(day)
        found = field_package(
            self.workspace, self.base, agent, on, book=self.book, now=self.now, workspace_id="town"
        )
        with little_room(room):
            write_field_package(self.folder / name, found)
        return str(self.folder / name)

    def bring(self, source):
        with field_result(Path(source), crs=self.workspace.crs) as result:
            taken = take_in(
                self.workspace,
                result,
                book=self.book,
                attachments=attachment_folder(self.workspace, self.folder / "files"),
                now=self.now,
                who=self.who,
                progress=SilentProgress(),
            )
        return [(one.order_id, one.outcome.value, one.state) for one in taken]

    def undo(self):
        """Take back the last own command, if this process made one."""
        if not self.workspace.made:
            return None
        return self.workspace.undo(who=self.who, command_id=self.workspace.made[-1]).command


@contextmanager
def little_room(size):
    """Let no file grow beyond a size for a while; None: whatever it needs."""
    if size is None:
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def own_mb():
    """Return the memory that this process holds now, but for what it shares with the one it comes from."""
    lines = (line.split() for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:])
    return sum(int(kb) for name, kb, *_ in lines if name.startswith("Private_")) / 1024


def obey(dispatcher, step):
    """Return the answer to one step."""
    step = dict(step)
    name, now = step.pop("do"), step.pop("now")
    try:
        dispatcher.at(now)
        return {"done": getattr(dispatcher, name)(**step)}
    except RegardError as error:
        return {"refused": error.message.code, "said": str(error)}
    except Exception:  # noqa: BLE001 - whatever a user would see as a traceback is told
        return {"broken": f"{name} {step}\n{traceback.format_exc()}"}


def work(line, other_end, url, who, folder):
    """Obey the steps that come along a line until it is closed."""
    other_end.close()
    # by this name the faults find her at the server
    os.environ["PGAPPNAME"] = who
    dispatcher = None
    while True:
        try:
            step = line.recv()
        except EOFError:
            return
        try:
            dispatcher = dispatcher or Dispatcher(url, who, folder)
        except RegardError as error:
            answer = {"refused": error.message.code, "said": str(error)}
        else:
            answer = obey(dispatcher, step)
        line.send({**answer, "memory_mb": own_mb()})
