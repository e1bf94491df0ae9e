# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of the tasks that are played on the golden town and on the demonstration alike."""

from dataclasses import replace
from datetime import datetime, timedelta
from datetime import time as dt_time
from itertools import product

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from regard.planner.plan_versions import current_plan
from regard.planner.running.hand_move import HandMoves
from regard.planner.running.running_day import accept_proposal
from regard.store.workspaces import open_workspace
from regard.workorders.orders import WorkOrder

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_STEP_PX = 100
CALM = {"danger": "no", "leak_flow": "gusher", "leak_place": "road", "water_entering_building": "no"}


def answer(hands, answers):
    """Answer questions of the call, each by a click."""
    form = hands.window.calling.calls.dock.questions
    hands.settle(lambda: set(answers) <= set(form.fields))
    for key, said in answers.items():
        hands.tick(form.fields[key].choices[said])


def save_the_burst(hands, address):
    """Answer for a burst of which caller and words are typed, say where, save, send for a crew; its order."""
    calling = hands.window.calling
    dock, site = calling.calls.dock, calling.crew.dock.site
    hands.ready()
    answer(hands, CALM | {"road_subsiding": "no"})
    hands.type(dock.address.line, address)
    popup = dock.address.completer.popup()
    hands.ready(popup.isVisible)
    hands.row(popup, popup.model().index(0, 0))
    hands.ready(lambda: dock.assets.count() > 0)
    hands.key(dock.address.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.ready(dock.saved.isVisible)
    order_id = hands.window.state.order_id
    hands.key(QApplication.focusWidget() or dock.saved.emergency, Qt.Key.Key_Space)
    hands.ready(lambda: bool(site.toPlainText()))
    return order_id


def keep_out(url, order_id):
    """Take an order out of the plan, with a window of the day before."""
    workspace = open_workspace(url)
    early = datetime.combine(current_plan(workspace).first_day, dt_time(6))
    moves = HandMoves.read(workspace, day=early.date(), now=early)
    left = moves.leave_out(order_id, code="by_hand", detail="test")
    accept_proposal(workspace, left.proposal, name="take out", now=early, who="test")
    order = workspace.get(WorkOrder, order_id)
    with workspace.command("window", who="test") as transaction:
        opens = early - timedelta(days=1) + timedelta(hours=3)
        transaction.save(replace(order, window_start=opens, window_end=opens + timedelta(hours=6)))
    workspace.close()


def drag_to_where_it_fits(hands, order_id):
    """Drag a stop over other rows in sight and drop it on the first that takes it; tell whether one did."""
    view = hands.window.board.dock.view
    layout = view.layout_now()
    # what is picked up on the way is not dragged
    number, block = next(place for place in view.board.places[order_id] if place[1].task == "work")
    left, top, _, height = layout.box_of(number, block)
    held = start = QPoint(round(left + 4), round(top + height / 2))
    tops = [layout.top_of(row) for row in range(len(view.board.rows)) if row != number]
    seen = [one for one in tops if layout.head_px <= one <= view.viewport().height() - height]
    # at the same hour, then later and later
    later = range(6, max(view.viewport().width() - start.x(), 7), _STEP_PX)
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    for further, lies in product(later, seen):
        over = QPoint(start.x() + further, round(lies + height / 2))
        for place in (held + (over - held) / 2, over):
            hands.hold_over(view.viewport(), place)
        held = over
        hands.settle(lambda: view.preview is not None)
        assert view.preview.text
        if view.preview.verdict != "breaks":
            break
    fits = view.preview.verdict != "breaks"
    QTest.mouseRelease(view.viewport(), LEFT, NONE, held)
    return fits
