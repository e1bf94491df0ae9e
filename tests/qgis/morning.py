# SPDX-License-Identifier: GPL-3.0-or-later
"""A dispatcher at work in the window: calls, crews, cuts, plans, undoes; and what must hold."""

from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.assets.asset_base import AssetBase
from regard.planner.informing.cut_customers import customers_of_order
from regard.planner.plan_versions import current_plan
from regard.planner.records import Outage, PlanStop
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.planner.running.plan_in_force import read_plan_in_force
from regard.planner.running.replan import Disruption, replan
from regard.planner.running.running_day import Proposal
from regard.store.workspaces import open_workspace
from regard.ui.board import commands
from regard.workorders.informing.messages import OrderMessage
from regard.workorders.orders import OrderState, WorkOrder

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
OVER = {OrderState.DONE, OrderState.CLOSED, OrderState.CANCELLED}


@dataclass(frozen=True)
class Phone:
    """A call: who, where (x, y), the type of work and the caller's words."""

    caller: str
    place: tuple[float, float]
    code: str
    words: str


class Dispatcher:
    """Works in the plugin's window; what has no dock of its own is written by the window's writer."""

    def __init__(self, window, desktop, qtbot):
        self.window = window
        self.bar = desktop
        self.qtbot = qtbot

    @property
    def url(self):
        return self.window.state.url

    def ask(self, question):
        """Return what a function finds in the workspace."""
        workspace = open_workspace(self.url)
        try:
            return question(workspace)
        finally:
            workspace.close()

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.window.jobs.busy, timeout=120_000)

    def at(self, moment):
        """Let the clock of the desk stand at a moment."""
        self.ask(lambda workspace: workspace.set_setting(DESK_MOMENT, moment.isoformat()))
        self.window.board._clock = lambda: moment
        # it remembers the moment that the workspace stood at when it was opened
        self.window.calling.calls._desk = None
        self.window.workspaces.refresh()
        self.settle()

    def take_call(self, phone):
        """Take a call in the dock and return its main order."""
        self.window.actions.actions["new_request"].trigger()
        self.settle()
        dock = self.window.calling.calls.dock
        QTest.keyClicks(dock.caller, phone.caller)
        QTest.keyClicks(dock.phone, "0639980001")
        # QTest has no keys for letters with accents
        dock.words.insertPlainText(phone.words)
        dock.code.setCurrentIndex(dock.code.findData(phone.code))
        dock.code.activated.emit(dock.code.currentIndex())
        dock.take_place(phone.place)
        self._looked()
        while asked := self._open_questions():
            self._answer(asked)
            self._looked()
        before = self.window.state.order_id
        QTest.mouseClick(dock.save, LEFT)
        self.qtbot.waitUntil(lambda: self.window.state.order_id not in ("", before), timeout=30_000)
        self.settle()
        return self.window.state.order_id

    def _looked(self):
        calls = self.window.calling.calls
        self.qtbot.waitUntil(
            lambda: not calls._pause.isActive() and not self.window.jobs.busy, timeout=30_000
        )

    def _open_questions(self):
        fields = self.window.calling.calls.dock.questions.fields.values()
        return [field for field in fields if field.is_mandatory and not field.answer]

    def _answer(self, fields):
        for field in fields:
            if field.line is not None:
                QTest.keyClicks(field.line, "1")
            else:
                QTest.mouseClick(field.choices.get("no") or next(iter(field.choices.values())), LEFT)

    def send_crew(self, order_id):
        """Accept the best crew for an order; tell whether there was one."""
        self.look_for_crew(order_id)
        dock = self.window.calling.crew.dock
        if not dock.accept.isEnabled():
            return False
        QTest.mouseClick(dock.accept, LEFT)
        self.qtbot.waitUntil(lambda: bool(dock.result.text()), timeout=60_000)
        self.settle()
        return True

    def look_for_crew(self, order_id):
        """Have the crews for an order offered."""
        self.window.state.select_order(order_id)
        self.window.actions.actions["emergency"].trigger()
        dock = self.window.calling.crew.dock
        self.qtbot.waitUntil(lambda: bool(dock.site.toPlainText()), timeout=120_000)
        self.settle()

    def shown(self, order_id):
        """Return the state of an order in the list."""
        rows = self.window.state.orders
        return next(row.order.state.value for row in rows if row.order.order_id == order_id)

    def cut_and_tell(self, order_id):
        """Store the cut of an order as it is drawn, and prepare the messages to everybody whom it takes."""
        self.window.state.select_order(order_id)
        self.window.actions.actions["isolate"].trigger()
        self.settle()
        isolating = self.window.isolating
        QTest.mouseClick(isolating.dock.store, LEFT)
        self.qtbot.waitUntil(lambda: bool(isolating.dock.result.text()), timeout=60_000)
        self.settle()
        QTest.mouseClick(isolating.dock.customers, LEFT)
        QTest.mouseClick(isolating.dialog.messages, LEFT)
        self.qtbot.waitUntil(lambda: "wait to be sent" in isolating.dock.result.text(), timeout=60_000)
        self.settle()

    def plan(self):
        """Plan the day in the dialog and accept all of it."""
        self.window.actions.actions["plan"].trigger()
        planning = self.window.planning
        self.qtbot.waitUntil(lambda: bool(planning.dialog.agents.ticked()), timeout=60_000)
        self.settle()
        planning.dialog.seconds.setValue(2)
        QTest.mouseClick(planning.dialog.start, LEFT)
        self.settle()
        assert planning._found is not None, planning.dialog.hint.text()
        result = planning.dialog.result
        QTest.mouseClick(result.accept_all, LEFT)
        self.settle()
        assert "is in force" in result.state.text(), (result.state.text(), self.bar.messages())
        planning.dialog.close()

    def replan(self, disruption, now):
        """Plan the rest of the day again and accept it."""

        def write(workspace):
            found = replan(workspace, disruption, day=now.date(), now=now, iterations=300)
            return commands.accept(workspace, found.proposal, name="replan", now=now, who="dispatcher")

        self.write("Planning the rest of the day", write)

    def write(self, title, write):
        self.window.board.writer.write(title, write)
        self.settle()

    def ctrl_z(self, *, again=False):
        """Press Ctrl+Z in the list of orders, or Ctrl+Shift+Z to have it again."""
        tree = self.window.orders.dock.tree
        tree.setFocus()
        QTest.keyClick(tree, Qt.Key.Key_Z, CTRL | SHIFT if again else CTRL)
        self.settle()

    def stands(self):
        """Return what is stored of plan, orders and messages: what an undo must bring back."""
        return self.ask(_stands)


def _stands(workspace):
    plan = current_plan(workspace)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id)
    return (
        plan.plan_id,
        {(s.order_id, s.task, s.role): (s.agent_id, s.start) for s in stops},
        {order.order_id: order.state for order in workspace.all(WorkOrder)},
        {message.message_id: message.state for message in workspace.all(OrderMessage)},
    )


def sick(agent_id):
    return Disruption(absent=agent_id)


def late(order_id, minutes):
    return Disruption(late_order=order_id, late_min=minutes)


def broken_rules(workspace, now):
    """Return the rules that the plan in force breaks by the checker, as it stands."""
    in_force = read_plan_in_force(workspace, now.date())
    rest = in_force.rest(now)
    proposal = Proposal(in_force, rest, rest.routes, rest.order)
    return proposal.checked.violations


def untold_customers(workspace):
    """Return the customers of stored cuts to whom no message goes, by order."""
    base = AssetBase(workspace)
    untold = {}
    for outage in workspace.all(Outage):
        told = {message.ref for message in workspace.all(OrderMessage, order_id=outage.order_id)}
        cut = customers_of_order(workspace, base, outage.order_id)
        if missed := {one.ref for one in cut.customers} - told:
            untold[outage.order_id] = missed
    return untold


def unexplained(window, workspace):
    """Return the orders that are neither planned nor over, and of which the board gives no reason."""
    board = window.board.dock.view.board
    reasons = {order.order_id: order.reasons for order in board.waiting}
    return {
        order.order_id: order.state.value
        for order in workspace.all(WorkOrder)
        if order.state not in OVER and order.order_id not in board.places and not reasons.get(order.order_id)
    }
