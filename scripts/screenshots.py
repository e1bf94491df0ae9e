#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Take the pictures of the window in docs/images again, on a copy of a demonstration.

Usage: screenshots.py DEMO [--language fr] [--into FOLDER] [--only NAME,...] [--dark]; DEMO is what
scripts/demo.sh made. The guide in French shows those in docs/images/fr. Needs QGIS, xvfb-run. QGIS runs
this same file (``--code``), which then finds ``REGARD_PICTURES``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

SIZE = (1600, 1000)
BURST = "VA-2026-AEP-00052"
CALM = {
    "danger": "no",
    "leak_place": "road",
    "leak_flow": "gusher",
    "water_entering_building": "no",
    "road_subsiding": "no",
}
_PATIENCE_S = 600
# an A4 page is then some 800 pixels wide: the smallest text can be read
DOSSIER_DPI = 96


def main() -> None:
    """Copy the demonstration, start QGIS on the copy, tell what was not taken."""
    root = Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("demo", type=Path)
    parser.add_argument("--language", default="en", choices=("en", "fr"))
    parser.add_argument("--into", type=Path, default=root / "docs" / "images")
    parser.add_argument("--only", default="", help="names of pictures, with commas between them")
    parser.add_argument("--dark", action="store_true", help="in QGIS's dark theme")
    asked = parser.parse_args()
    asked.into.mkdir(parents=True, exist_ok=True)
    locale = {"en": "en_GB", "fr": "fr_FR"}[asked.language]
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(asked.demo, Path(folder) / "demo")
        if not asked.only or "emergency" in asked.only.split(","):
            sys.path.insert(0, str(Path(__file__).resolve().parent))
            from standby_crew import add_standby

            add_standby(copy / "town.gpkg")
        environment = {
            **os.environ,
            # names of types of work and dates follow it, texts of the window --lang
            "LANG": f"{locale}.UTF-8",
            "REGARD_PICTURES": str(asked.into.resolve()),
            "REGARD_PICTURES_ONLY": asked.only,
            "REGARD_PICTURES_DARK": "1" if asked.dark else "",
        }
        screen = f"-screen 0 {SIZE[0]}x{SIZE[1]}x24"
        desktop = ["bash", str(root / "scripts" / "gui.sh"), str(copy), "--lang", locale]
        command = ["xvfb-run", "-a", "-s", screen, *desktop, "--code", str(Path(__file__).resolve())]
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)


class Photographer:
    """Drives the window of a running QGIS and keeps pictures of it."""

    def __init__(self, iface: Any, window: Any, folder: Path) -> None:
        self.main = iface.mainWindow()
        self.canvas = iface.mapCanvas()
        self.window = window
        self.folder = folder

    def wait(self, holds: Callable[[], object]) -> None:
        """Wait for something, then until no work is left and the map is drawn."""
        from qgis.PyQt.QtTest import QTest

        end = time.monotonic() + _PATIENCE_S
        while not holds() or self.window.jobs.busy or self.canvas.isDrawing():
            if time.monotonic() > end:
                raise TimeoutError
            QTest.qWait(100)
        QTest.qWait(500)
        if self.canvas.isDrawing():
            self.wait(holds)

    def ask(self, action: str) -> None:
        """Trigger a command of the toolbar."""
        self.window.actions.actions[action].trigger()
        self.wait(lambda: True)

    def keep(self, name: str, widget: Any = None) -> None:
        """Keep a picture, without the messages of ended work."""
        from qgis.PyQt.QtTest import QTest
        from qgis.utils import iface

        self.wait(lambda: True)
        iface.messageBar().clearWidgets()
        QTest.qWait(1000)
        (widget or self.main).grab().save(str(self.folder / f"{name}.png"))
        print("kept", name, flush=True)

    def close_docks(self) -> None:
        """Leave list, map and order alone on the screen."""
        from qgis.PyQt.QtWidgets import QDockWidget

        kept = (self.window.orders.dock, self.window.order.dock)
        for dock in self.main.findChildren(QDockWidget):
            if dock not in kept:
                dock.hide()
        self.wait(lambda: True)


def the_map(at: Photographer) -> None:
    """Take list, map and order."""
    at.window.state.select_order(BURST)
    at.keep("qgis_window")


def order_panel(at: Photographer) -> None:
    """Take the networks of an order."""
    at.window.state.select_order(BURST)
    at.wait(lambda: True)
    at.window.order.dock.tabs.setCurrentIndex(2)
    at.keep("order_panel")
    at.window.order.dock.tabs.setCurrentIndex(0)


def planning_board(at: Photographer) -> None:
    """Take the tours along the hours."""
    at.ask("board")
    at.wait(lambda: at.window.board.dock.view.board.plan_id)
    at.keep("planning_board")


def change_of_day(at: Photographer) -> None:
    """Take what follows from an agent who leaves."""
    planning_board_shown(at)
    view = at.window.board.dock.view
    number, _ = view.board.places["VA-2026-ASS-00054"][0]
    at.window.changing.begin("absence", agent_id=view.board.rows[number].agent_id)
    at.keep("change_of_day")


def readiness(at: Photographer) -> None:
    """Take what the coming days lack."""
    at.window.state.select_order(BURST)
    at.ask("readiness")
    at.keep("readiness")


def new_request(at: Photographer) -> None:
    """Take a call that is being typed."""
    type_a_call(at)
    at.keep("new_request")


def emergency(at: Photographer) -> None:
    """Take whom to send to a burst that has just been called in."""
    type_a_call(at)
    calls, crew = at.window.calling.calls, at.window.calling.crew
    for key, said in CALM.items():
        calls.dock.questions.fields[key].choices[said].click()
        at.wait(lambda: not calls._pause.isActive())
    calls.save()
    at.wait(calls.dock.saved.isVisible)
    at.ask("emergency")
    at.wait(lambda: crew.dock.offers.count() > 0)
    at.keep("emergency")


def isolate(at: Photographer) -> None:
    """Take the cut of the burst past a valve that cannot be used."""
    at.window.state.select_order(BURST)
    at.ask("isolate")
    isolating = at.window.isolating
    at.wait(lambda: isolating.dock.valves.topLevelItemCount() > 1)
    isolating.dock.valves.toggled.emit(isolating._found.isolation.close[0])
    at.wait(lambda: "unusable" in {valve.state for valve in isolating._found.valves})
    at.keep("isolate")
    isolating.clear()
    isolating.clear()


def plan_dialog(at: Photographer) -> None:
    """Take a plan that was searched, before and after."""
    at.ask("plan")
    planning = at.window.planning
    at.wait(lambda: planning.dialog.agents.ticked())
    planning.dialog.seconds.setValue(10)
    planning.dialog.started.emit()
    at.wait(lambda: planning._found is not None)
    at.keep("plan_dialog", planning.dialog)
    planning.dialog.close()


def type_a_call(at: Photographer) -> None:
    """Type a call about a burst beside the one of the day."""
    from qgis.PyQt.QtTest import QTest

    at.ask("new_request")
    dock = at.window.calling.calls.dock
    QTest.keyClicks(dock.caller, "Mme Berti")
    QTest.keyClicks(dock.phone, "06 39 98 12 34")
    dock.words.insertPlainText("Grosse fuite, eau qui jaillit de la rue")
    dock.code.setCurrentIndex(dock.code.findData("AEP-CASSE"))
    dock.code.activated.emit(dock.code.currentIndex())
    burst = next(row.order for row in at.window.state.orders if row.order.order_id == BURST)
    dock.take_place((burst.place.x + 60.0, burst.place.y + 25.0))
    at.wait(lambda: dock.questions.fields and not at.window.calling.calls._pause.isActive())


def review(at: Photographer) -> None:
    """Take what the results of the evening before propose: a pipe that is another one half-way."""
    at.ask("review")
    table = at.window.panels.review.dock.tables["waiting"]
    at.wait(lambda: table.model.rowCount())
    row = next(row for row in table.model.rows if "/pipe_changes/" in row.key)
    table.view.setCurrentIndex(table.model.index(table.model.row_of(row.key), 0))
    at.wait(lambda: at.window.panels.review.drawn is not None)
    at.canvas.setExtent(at.window.panels.review.drawn.bands[0].asGeometry().boundingBox().buffered(60))
    at.keep("review")


def calendar(at: Photographer) -> None:
    """Take the calendar of events."""
    from qgis.PyQt.QtCore import Qt

    at.ask("figures")
    dock = at.window.panels.figures.dock
    dock.tabs.setCurrentWidget(dock.calendar)
    at.wait(lambda: dock.calendar.shown is not None)
    at.main.resizeDocks([dock], [800], Qt.Orientation.Horizontal)
    at.keep("calendar", dock)


def figures(at: Photographer) -> None:
    """Take the figures of the month, with the orders behind one."""
    at.ask("figures")
    dock = at.window.panels.figures.dock
    dock.tabs.setCurrentIndex(0)
    at.wait(lambda: dock.figures.topLevelItemCount())
    item = dock.figures.topLevelItem(3)
    dock.figures.setCurrentItem(item)
    dock.figures.itemActivated.emit(item, 0)
    at.wait(lambda: dock.orders.topLevelItemCount())
    at.keep("figures")


def coverage_tab(at: Photographer) -> None:
    """Take the map of holes in coverage with their list."""
    at.ask("figures")
    tab = at.window.panels.figures.dock.coverage
    at.window.panels.figures.dock.tabs.setCurrentWidget(tab)
    at.wait(lambda: tab.draw.isEnabled())
    tab.draw.click()
    at.wait(lambda: tab.shown is not None)
    at.keep("coverage_tab")


def wizard_check(at: Photographer) -> None:
    """Take what the wizard tells of layers before it brings them in."""
    own = Path(at.window.state.url).parent / "sources" / "network.gpkg"
    at.window.start.begin()
    at.window.start.dialog.new.click()
    wizard = at.window.start.wizard
    wizard.place.file.setText(str(own.with_name("new.gpkg")))
    wizard.next()
    wizard.source.path.setText(str(own))
    wizard.next()
    at.wait(lambda: not wizard.roles.progress.is_busy)
    wizard.next()
    at.wait(lambda: not wizard.check.progress.is_busy)
    at.keep("wizard_check", wizard)
    wizard.close()


def returning(at: Photographer) -> None:
    """Take the evening: the results of the day taken in, what is to be sent back."""
    import regard

    sys.path.insert(0, str(Path(regard.__file__).parent / "scripts"))
    from field_day import evening

    with tempfile.TemporaryDirectory() as folder:
        table = evening(Path(at.window.state.url), Path(folder))
        at.window.workspaces.refresh()
        at.ask("returning")
        dock = at.window.panels.returning.dock
        at.window.panels.returning.take([table])
        at.wait(lambda: dock.said.text())
    at.wait(lambda: dock.tables["returned"].current)
    at.keep("returning")


def dossier(at: Photographer) -> None:
    """Take the first pages of a dossier, dangers and both plans, side by side."""
    from datetime import datetime

    from qgis.core import QgsLayoutExporter
    from qgis.PyQt.QtCore import QSize, Qt
    from qgis.PyQt.QtGui import QImage, QPainter
    from regard.planner.dossiers.facts import dossier_books, dossier_facts
    from regard.qgis_bridge.dossier_batch import open_project
    from regard.qgis_bridge.dossier_pages import dossier_layout
    from regard.store.workspaces import open_workspace

    now, workspace = datetime(2026, 6, 3, 7), open_workspace(at.window.state.url)
    try:
        books = dossier_books(workspace, day=now.date())
        facts = dossier_facts(workspace, BURST, now=now, books=books)
        with open_project(workspace.url) as (project, layers):
            layout, drawn = dossier_layout(project, layers, facts, books.orders)
            exporter = QgsLayoutExporter(layout)
            pages = [exporter.renderPageToImage(page, QSize(), DOSSIER_DPI) for page in range(3)]
            del exporter, layout, drawn
    finally:
        workspace.close()
    width, height = sum(page.width() for page in pages), max(page.height() for page in pages)
    whole = QImage(width, height, QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.white)
    painter, left = QPainter(whole), 0
    for page in pages:
        painter.drawImage(left, 0, page)
        left += page.width()
    painter.end()
    whole.save(str(at.folder / "dossier.png"))
    print("kept dossier", flush=True)


def planning_board_shown(at: Photographer) -> None:
    """Have the board on the screen."""
    if not at.window.board.dock.isVisible():
        at.ask("board")
    at.wait(lambda: at.window.board.dock.view.board.plan_id)


PICTURES = (
    the_map,
    order_panel,
    readiness,
    dossier,
    new_request,
    isolate,
    planning_board,
    change_of_day,
    plan_dialog,
    emergency,
    review,
    calendar,
    figures,
    coverage_tab,
    wizard_check,
    # last: it closes the orders of the day
    returning,
)
_FILES = {"the_map": "qgis_window"}


def photograph() -> None:
    """Take the pictures from inside QGIS; one that cannot be taken does not hold up the others."""
    from qgis.utils import iface, plugins

    iface.mainWindow().resize(*SIZE)
    if os.environ.get("REGARD_PICTURES_DARK"):
        from qgis.core import QgsApplication

        QgsApplication.instance().setUITheme("Night Mapping")
    at = Photographer(iface, plugins["regard"].window, Path(os.environ["REGARD_PICTURES"]))
    at.wait(lambda: at.window.state.orders)
    only = set(filter(None, os.environ.get("REGARD_PICTURES_ONLY", "").split(",")))
    failed = 0
    for take in PICTURES:
        if not only or _FILES.get(take.__name__, take.__name__) in only:
            at.close_docks()
            try:
                take(at)
            except Exception:  # noqa: BLE001
                failed = 1
                traceback.print_exc()
    sys.stdout.flush()
    os._exit(failed)


if os.environ.get("REGARD_PICTURES"):
    photograph()
elif __name__ == "__main__":
    main()
