# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window costs: start of the plugin, opening, selecting, and what many switches leave behind.

Needs QGIS's Python: ``QT_QPA_PLATFORM=offscreen python benchmarks/bench_window.py [WORKSPACE...]``. Every
figure is by the clock and in processor time of the whole process. Each workspace is opened; selections and
switches are measured on the first, ``--selections`` and ``--switches`` say how many.
``large_workspace.fill`` makes one of 300,000 orders.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from regard.qgis_bridge.native import load_wheels_apart

ROOT = Path(__file__).resolve().parents[1]
DESKTOP = ROOT / "tests" / "qgis" / "desktop.py"
DEMO = ROOT / "var" / "demo" / "town.gpkg"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspaces", nargs="*", default=[str(DEMO)], metavar="WORKSPACE")
    parser.add_argument("--selections", type=int, default=1000)
    parser.add_argument("--switches", type=int, default=50)
    asked = parser.parse_args()
    application = QgsApplication([], True)
    application.initQgis()
    QgsSettings().setValue("regard/start/greeted", True)
    desktop = _desktop()
    desktop.window.show()
    print(f"{'':32}{'clock':>10}{'processor':>12}")
    # tests and QGIS do so before anything imports them
    load_wheels_apart()
    window = _start(desktop)
    QCoreApplication.processEvents()
    _measured("libraries read ahead, beside it", lambda: _until(lambda: not window.jobs.busy))
    for workspace in asked.workspaces:
        _open(window, desktop, workspace, f"open {Path(workspace).stem}, the first time")
        _open(window, desktop, workspace, f"open {Path(workspace).stem}, again")
    first = asked.workspaces[0]
    _open(window, desktop, first, "back to the first")
    _select(window, asked.selections)
    if asked.switches > 1:
        _switch(window, first, asked.switches)


def _start(desktop: Any) -> Any:
    from regard.plugin import RegardPlugin

    def start() -> Any:
        plugin = RegardPlugin(desktop)
        plugin.initGui()
        return plugin.window

    return _measured("start of the plugin", start)


def _open(window: Any, desktop: Any, url: str, name: str) -> None:
    def orders() -> None:
        window.workspaces.open(url)
        _until(lambda: bool(window.state.orders) or desktop.bar.items())
        if not window.state.orders:
            # one that is refused, as of an older schema, is never shown
            sys.exit("\n".join(desktop.messages()))

    _measured(f"{name}: list shown", orders)
    _measured("  and what goes on after it", lambda: _until(lambda: not window.jobs.busy))


def _select(window: Any, count: int) -> None:
    """Select one order after the other: how soon list and map point at it, and how soon its page is shown."""
    ids = [row.order.order_id for row in window.state.orders]
    ring, page = [], []
    before = _rss_mb()
    for number in range(count):
        order_id = ids[number % len(ids)]
        started, spent = time.perf_counter(), time.process_time()
        window.state.select_order(order_id)
        assert window.map_view.highlight.place is not None
        ring.append((time.perf_counter() - started, time.process_time() - spent))
        _until(lambda order_id=order_id: order_id in window.order.dock.title.text())
        page.append((time.perf_counter() - started, time.process_time() - spent))
        # the next one begins on a quiet window
        _until(lambda: not window.jobs.busy)
    for what, times in (("highlight", ring), ("its page", page)):
        clock, processor = zip(*times, strict=True)
        for name, share in (("median", 0.5), ("95 in 100", 0.95)):
            at = min(count - 1, int(share * count))
            _line(f"selection to {what}, {name}", sorted(clock)[at], sorted(processor)[at])
    print(f"memory before and after {count} selections: {before:.0f} and {_rss_mb():.0f} MB", flush=True)


def _switch(window: Any, url: str, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        other = shutil.copy2(url, Path(folder) / "other.gpkg")
        halves = []
        for number in range(count):
            window.workspaces.open(str(other if number % 2 == 0 else url))
            _until(lambda: bool(window.state.orders) and not window.jobs.busy)
            if number + 1 in (count // 2, count):
                _settle()
                halves.append((_rss_mb(), _objects(), len(QgsProject.instance().mapLayers()), _open_files()))
        window.state.open_workspace("")
    for name, (memory, _, layers, files) in zip(("half of the switches", "all"), halves, strict=True):
        print(f"after {name}: {memory:.0f} MB, {layers} layers, {files} open files")
    grown = halves[1][1] - halves[0][1]
    print("objects that grew:", {name: n for name, n in grown.most_common(12) if n >= count // 4} or "none")


def _measured(name: str, run: Callable[[], Any]) -> Any:
    started, spent = time.perf_counter(), time.process_time()
    result = run()
    _line(name, time.perf_counter() - started, time.process_time() - spent)
    return result


def _line(name: str, clock_s: float, processor_s: float) -> None:
    print(f"{name:<44}{1000 * clock_s:>8.0f} ms{1000 * processor_s:>8.0f} ms", flush=True)


def _until(holds: Callable[[], bool], *, seconds: float = 900) -> None:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            sys.exit("it did not come to an end")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QgsApplication.instance().processEvents()
        time.sleep(0.002)


def _settle() -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QgsApplication.instance().processEvents()
        gc.collect()


def _objects() -> Counter[str]:
    return Counter(type(one).__qualname__ for one in gc.get_objects())


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def _rss_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def _desktop() -> Any:
    spec = importlib.util.spec_from_file_location("desktop", DESKTOP)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Desktop()


if __name__ == "__main__":
    main()
    # threads of QGIS would be waited for
    sys.stdout.flush()
    import os

    os._exit(0)
