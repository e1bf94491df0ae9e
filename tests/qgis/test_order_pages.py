# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of the ORDER dock say what the use cases found."""

from regard.planner.intake.order_sheet import order_sheet
from regard.store.workspaces import open_workspace
from regard.ui.order_pages import asset_page


def test_the_asset_page_says_why_the_work_takes_that_long(qgis_app, built_town):
    workspace = open_workspace(built_town)
    try:
        burst, meter = (order_sheet(workspace, name) for name in ("VA-2026-AEP-00001", "VA-2026-AEP-00002"))
    finally:
        workspace.close()
    assert [part.minutes for part in burst.duration] == [330, 60]
    page = asset_page(burst)
    told = page.partition("Why this long")[2]
    assert "330 min standard of the type of work" in told
    assert "+60 min Asbestos procedure" in told
    assert "R.4412-144" in told
    # a bare standard needs no explanation
    assert "Why this long" not in asset_page(meter)
