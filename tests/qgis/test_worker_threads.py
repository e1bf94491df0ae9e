# SPDX-License-Identifier: GPL-3.0-or-later
"""Task after task uses pyproj on the threads of QGIS's pool, which outlive Python's view of them."""

import subprocess
import sys

from qgis.core import QgsApplication
from regard.qgis_bridge.tasks import JobRunner


def test_tasks_that_use_projections_follow_each_other(qgis_app, qtbot):
    import pyproj

    runner, found = JobRunner(QgsApplication.taskManager()), []
    for _ in range(8):
        runner.start(
            "projections",
            lambda _: pyproj.Transformer.from_crs("EPSG:2154", "EPSG:4326").transform(700_000, 6_600_000),
            succeeded=found.append,
            failed=found.append,
        )
        qtbot.waitUntil(lambda: not runner.busy, timeout=10_000)
    latitude, longitude = found[0]
    assert (round(latitude, 1), round(longitude, 1)) == (46.5, 3.0)
    assert found == [found[0]] * 8


SEEN_FLAGS = """
import os, sys, threading, time
from regard.qgis_bridge.native import load_wheels_apart

class Look:
    seen = []

    def find_spec(self, name, path=None, target=None):
        if name in ("shapely.lib", "pyogrio._io", "pyproj._crs"):
            time.sleep(0.05)
            self.seen.append(bool(sys.getdlopenflags() & os.RTLD_DEEPBIND))

before = sys.getdlopenflags()
sys.meta_path.insert(0, Look())
late = [threading.Timer(0.02 * n, load_wheels_apart) for n in range(8)]
[thread.start() for thread in late]
[thread.join() for thread in late]
print(Look.seen, sys.getdlopenflags() == before)
"""


def test_wheels_are_loaded_apart_whoever_asks_meanwhile():
    run = subprocess.run([sys.executable, "-c", SEEN_FLAGS], capture_output=True, text=True)
    assert run.stdout == "[True, True, True] True\n", run.stderr
