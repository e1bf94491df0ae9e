# SPDX-License-Identifier: GPL-3.0-or-later
"""How long 60 dossiers take, a PDF and an HTML page each, with their progress.

Needs QGIS's Python: ``QT_QPA_PLATFORM=offscreen python bench_dossiers.py [WORKSPACE [COUNT]]``. With fewer
orders than dossiers some are printed twice. Tells processor time, time by the clock and the load.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path

from qgis.core import QgsApplication
from regard.core.progress import SilentProgress
from regard.qgis_bridge.dossier_batch import write_dossiers
from regard.store.workspaces import open_workspace
from regard.workorders.orders import WorkOrder

DEMO = Path(__file__).resolve().parents[1] / "var" / "demo" / "town.gpkg"
NOW = datetime(2026, 6, 3, 7)
WANTED = 60
AIM_S = 180


class Steps(SilentProgress):
    """Keeps the shares that were reported."""

    def __init__(self) -> None:
        self.shares: list[float] = []

    def report(self, fraction: float, text: str = "") -> None:  # noqa: ARG002 - the protocol's own
        """Keep a share."""
        self.shares.append(fraction)


def main() -> None:
    """Print the dossiers of a workspace into a folder that goes away, and tell how long it took."""
    given = dict(enumerate(sys.argv[1:]))
    url, count = given.get(0, str(DEMO)), int(given.get(1, WANTED))
    application = QgsApplication([], True)
    application.initQgis()
    steps = Steps()
    workspace = open_workspace(url)
    orders = [str(one.order_id) for one in workspace.all(WorkOrder)]
    began_s, cpu_s = time.monotonic(), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        written = write_dossiers(
            workspace,
            list(islice(cycle(orders), count)),
            Path(folder),
            now=NOW,
            progress=steps,
        )
        size_mb = sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6
    took_s, cpu_s = time.monotonic() - began_s, time.process_time() - cpu_s
    workspace.close()
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(
        f"{len(written)} dossiers, {size_mb:.0f} MB: {cpu_s:.1f} s of processor, {took_s:.1f} s by the clock"
    )
    print(
        f"aim {AIM_S} s; load {load}; {len(steps.shares)} steps of progress, the last {steps.shares[-1]:.0%}"
    )
    application.exitQgis()


if __name__ == "__main__":
    main()
