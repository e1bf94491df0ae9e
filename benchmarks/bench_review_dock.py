# SPDX-License-Identifier: GPL-3.0-or-later
"""The dock of asset changes with 20,000 of them: issue 8, filling, scrolling and choosing are smooth.

Needs QGIS's Python: ``QT_QPA_PLATFORM=offscreen python bench_review_dock.py [--changes N]``. Every figure
is by the clock and in processor time of the main thread alone, which is what keeps a frame waiting: aim 33 ms
a frame when scrolling, 100 ms until a chosen row is marked.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench_window import _desktop, _start, _until
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from regard.qgis_bridge.native import load_wheels_apart

_FRAMES = 200
_CHOSEN = 30


class Times:
    """Times of one kind, by the clock and of the main thread's processor, in milliseconds."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.clock: list[float] = []
        self.worked: list[float] = []

    def measure(self, run: Callable[[], object]) -> None:
        """Run something and note what it took."""
        clock, worked = time.perf_counter(), time.thread_time()
        run()
        self.clock.append(1000 * (time.perf_counter() - clock))
        self.worked.append(1000 * (time.thread_time() - worked))

    def show(self) -> None:
        """Print the median and the longest."""
        parts = [f"{sorted(kept)[len(kept) // 2]:8.1f}{max(kept):9.1f}" for kept in (self.clock, self.worked)]
        print(f"{self.name:44}{''.join(parts)}", flush=True)


def make(folder: Path, changes: int) -> str:
    """Return a workspace with changes that wait; every fifth is old, zones and confidences differ."""
    from bench_asset_review import NOW, network, proposal
    from regard.planner.import_records import import_records
    from regard.planner.running.desk_moment import DESK_MOMENT
    from regard.store.workspaces import create_workspace
    from regard.tests.unit.planner.days import order

    path = folder / "changes.gpkg"
    if path.exists():
        return str(path)
    workspace = create_workspace(path, crs="EPSG:2154")
    workspace.write_layers(network(changes))
    made = [
        replace(
            proposal(number),
            zone=f"Z{number % 5}",
            confidence=("sure", "likely", "check")[number % 3],
            worked_at=NOW - timedelta(days=number % 10),
        )
        for number in range(changes)
    ]
    day = [order(f"OI-{number:06}", made[number].place, 60, (), None) for number in range(50)]
    import_records(workspace, [*made, *day], name="import", who="bench")
    workspace.set_setting(DESK_MOMENT, NOW.isoformat())
    workspace.close()
    return str(path)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=20_000)
    asked = parser.parse_args()
    application = QgsApplication([], True)
    application.initQgis()
    QgsSettings().setValue("regard/start/greeted", True)
    desktop = _desktop()
    desktop.window.resize(1600, 1000)
    desktop.window.show()
    load_wheels_apart()
    with tempfile.TemporaryDirectory(prefix="regard-bench-") as folder:
        url = make(Path(folder), asked.changes)
        window = _start(desktop)
        _until(lambda: not window.jobs.busy)
        window.workspaces.open(url)
        _until(lambda: bool(window.state.orders) and not window.jobs.busy)
        print(f"{'ms':44}{'clock: median, max':>17}{'main thread: same':>18}")
        measure(window, asked.changes)


def measure(window: Any, changes: int) -> None:
    """Open the dock, scroll, choose, filter, decide."""
    waiting = fill(window, changes)
    scroll(waiting)
    choose(window, waiting, changes)
    press_chips(window.panels.review.dock, waiting)
    decide(window, waiting, changes)


def fill(window: Any, changes: int) -> Any:
    """Open the dock and return its table of changes that wait."""
    loop = Times("rounds of the loop while the dock is read")
    began = time.perf_counter()
    window.actions.actions["review"].trigger()
    dock = window.panels.review.dock
    waiting = dock.tables["waiting"]
    while dock.pages.currentIndex() != 1 or len(waiting.model.rows) != changes or window.jobs.busy:
        loop.measure(QCoreApplication.processEvents)
        time.sleep(0.001)
    print(f"open until all is shown: {time.perf_counter() - began:.2f} s")
    loop.show()
    return waiting


def scroll(waiting: Any) -> None:
    """Scroll by the wheel and by the bar."""
    view, bar = waiting.view, waiting.view.verticalScrollBar()
    frames = Times("a frame when scrolling by the wheel")
    for _ in range(_FRAMES):
        frames.measure(lambda: (bar.setValue(bar.value() + 3), view.viewport().repaint()))
    frames.show()
    frames = Times("a frame when dragging the bar")
    for number in range(_FRAMES):
        at = bar.maximum() * number // _FRAMES
        frames.measure(lambda at=at: (bar.setValue(at), view.viewport().repaint()))
    frames.show()


def choose(window: Any, waiting: Any, changes: int) -> None:
    """Click rows all over the table."""
    view = waiting.view
    marked, told = Times("a click until the row is marked"), Times("a click until its details are shown")
    for number in range(_CHOSEN):
        index = waiting.model.index(number * (changes // _CHOSEN), 0)
        view.scrollTo(index)
        place = view.visualRect(index).center()

        def click(place: object = place) -> None:
            modifier = Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)
            view.viewport().repaint()

        def tell(click: Callable[[], None] = click) -> None:
            marked.measure(click)
            _until(lambda: not window.jobs.busy)

        told.measure(tell)
        assert waiting.current is waiting.model.rows[index.row()]
    marked.show()
    told.show()


def press_chips(dock: Any, waiting: Any) -> None:
    """Press chips and let them go."""
    pressed = Times("a chip pressed or let go")
    for chip in _chips(dock)[:6]:
        for _ in range(2):
            pressed.measure(
                lambda chip=chip: (QTest.mouseClick(chip, Qt.MouseButton.LeftButton), waiting.view.repaint())
            )
    pressed.show()


def decide(window: Any, waiting: Any, changes: int) -> None:
    """Accept the chosen one, and wait for the queue without it."""
    loop = Times("rounds of the loop after a decision")
    began = time.perf_counter()
    QTest.keyClick(waiting.view, Qt.Key.Key_A)
    while window.jobs.busy or len(waiting.model.rows) == changes:
        loop.measure(QCoreApplication.processEvents)
        time.sleep(0.001)
    print(f"accepted until the queue is shown anew: {time.perf_counter() - began:.2f} s")
    loop.show()


def _chips(dock: Any) -> list[Any]:
    from qgis.PyQt.QtWidgets import QAbstractButton

    return [one for one in dock.chips["waiting"].findChildren(QAbstractButton) if one.isVisible()]


if __name__ == "__main__":
    main()
