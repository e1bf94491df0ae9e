# SPDX-License-Identifier: GPL-3.0-or-later
"""Tour sheets on paper: each stop with its hours, valves, parts, people; the algorithm."""

import pytest
from qgis.core import QgsLayoutItemLabel, QgsProject
from regard.core.errors import InputError
from regard.planner.plans.tour_sheet import tour_sheets
from regard.qgis_bridge.layers import open_layers
from regard.qgis_bridge.processing.tour_sheets import TourSheets
from regard.qgis_bridge.project import fill_project
from regard.qgis_bridge.tour_sheet import tour_sheet
from regard.store.workspaces import open_workspace


@pytest.fixture
def workspace(built_town):
    workspace = open_workspace(str(built_town))
    yield workspace
    workspace.close()


def texts_of(layout):
    labels = [item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
    cells = [
        cell.content() for table in layout.multiFrames() for row in table.tableContents() for cell in row
    ]
    return "\n".join(map(str, labels + cells))


def test_a_sheet_says_what_its_agent_needs_and_shows_nobody_elses_work(
    workspace, built_town, golden, qgis_app
):
    sheets = tour_sheets(workspace, golden.NOW.date())
    project, layers = QgsProject(), open_layers(str(built_town))
    fill_project(project, str(built_town), layers)
    for sheet in sheets:
        text = texts_of(tour_sheet(project, layers, sheet))
        assert sheet.agent.name in text
        for one in sheet.stops:
            assert one.order.order_id in text
            assert all(valve in text for valve in one.stop.valves)
            if one.request is not None and one.stop.task == "work":
                assert one.request.phone in text
            if one.outage is not None:
                assert one.stop.task != "work" or all(valve in text for valve in one.outage.close)
                # how many are sensitive, never who
                assert not any(customer in text for customer in one.outage.sensitive_customers)
        numbers = {feature["order_id"] for feature in layers["orders"].getFeatures()}
        assert numbers == {one.order.order_id for one in sheet.stops}
    assert any(one.outage and one.outage.close for sheet in sheets for one in sheet.stops)
    layers.clear()
    project.clear()


def test_an_agent_without_a_tour_is_refused_by_name(workspace, golden):
    with pytest.raises(InputError, match="AG9"):
        tour_sheets(workspace, golden.NOW.date(), agent_id="AG9")


def test_the_algorithm_writes_a_file_for_each_agent(workspace, built_town, golden, tmp_path, qgis_app):
    day = golden.NOW.date()
    given = {"WORKSPACE": str(built_town), "DAY": day.isoformat(), "FOLDER": str(tmp_path)}
    answer, is_done = TourSheets().run(given, *_run_in())
    assert is_done
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(f"{day}-{s.agent.agent_id}.pdf" for s in tour_sheets(workspace, day))
    assert answer["COUNT"] == len(names)
    assert all(path.read_bytes().startswith(b"%PDF") for path in tmp_path.iterdir())


def _run_in():
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    return QgsProcessingContext(), QgsProcessingFeedback()
