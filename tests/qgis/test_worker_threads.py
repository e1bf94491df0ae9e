# SPDX-License-Identifier: GPL-3.0-or-later
"""Task after task uses pyproj on the threads of QGIS's pool, which outlive Python's view of them."""

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
