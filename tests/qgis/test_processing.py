# SPDX-License-Identifier: GPL-3.0-or-later
"""The algorithms answer the golden questions through Processing."""

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsProject
from regard.planner.plan_versions import current_plan
from regard.planner.records import PlanTour
from regard.store.workspaces import open_workspace

DAY = {"DAY": "2026-06-03", "NOW": "2026-06-03T07:45:00"}


@pytest.fixture
def run(provider):
    import processing

    def run(algorithm, **parameters):
        outputs = {"isolate": ("PIPES", "VALVES", "CUSTOMERS"), "plantours": ("TOURS",)}[algorithm]
        sinks = dict.fromkeys(outputs, "memory:")
        return processing.run(
            f"regard:{algorithm}", {**sinks, **parameters}, feedback=QgsProcessingFeedback()
        )

    return run


def ids(layer):
    return sorted(feature["asset_id"] for feature in layer.getFeatures())


def test_isolating_the_golden_leak(run, built_town):
    found = run("isolate", WORKSPACE=str(built_town), POINT="687520,6924000 [EPSG:2154]")
    assert ids(found["VALVES"]) == ["V4", "V5"]
    assert ids(found["PIPES"]) == ["P03", "P04", "P09"]
    assert found["LENGTH_M"] == pytest.approx(400, abs=0.01)
    assert found["CUSTOMER_COUNT"] == found["CUSTOMERS"].featureCount() == 23
    assert next(found["CUSTOMERS"].getFeatures())["asset_id"] == "PL-P09-03"
    drawn_m = sum(feature.geometry().length() for feature in found["PIPES"].getFeatures())
    assert drawn_m == pytest.approx(400, abs=0.2)


def test_isolating_with_a_stuck_valve(run, built_town):
    found = run("isolate", WORKSPACE=str(built_town), ASSET="P03", POINT="687520,6924000", UNUSABLE="V5")
    assert ids(found["VALVES"]) == ["V4", "V6", "V8"]
    assert found["LENGTH_M"] == pytest.approx(895, abs=0.01)
    assert found["CUSTOMER_COUNT"] == 50


def test_a_point_in_another_crs_is_transformed(run, built_town):
    found = run("isolate", WORKSPACE=str(built_town), POINT="2.8280676,49.4153432 [EPSG:4326]")
    assert ids(found["VALVES"]) == ["V4", "V5"]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"ASSET": "P99"}, "P99"),
        ({"ASSET": "P03", "UNUSABLE": "V99"}, "V99"),
        ({}, "asset, or a point"),
    ],
)
def test_what_does_not_exist_is_named(run, built_town, parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        run("isolate", WORKSPACE=str(built_town), **parameters)


def test_a_file_that_is_no_workspace_is_refused_in_one_line(run, tmp_path):
    with pytest.raises(QgsProcessingException, match="no such workspace"):
        run("isolate", WORKSPACE=str(tmp_path / "none.gpkg"), ASSET="P03")


class Impatient(QgsProcessingFeedback):
    """Cancels as soon as something is said."""

    def pushInfo(self, _):
        self.cancel()


@pytest.mark.parametrize("feedback", [Impatient(), QgsProcessingFeedback()])
def test_a_run_that_is_cancelled_gives_nothing(provider, built_town, feedback):
    import processing

    if not isinstance(feedback, Impatient):
        feedback.cancel()
    sinks = dict.fromkeys(("PIPES", "VALVES", "CUSTOMERS"), "memory:")
    found = processing.run(
        "regard:isolate", {"WORKSPACE": str(built_town), "ASSET": "P03", **sinks}, feedback=feedback
    )
    assert found == {}


def test_planning_stores_a_new_plan_and_hands_out_its_tours(run, town):
    workspace = open_workspace(town)
    before = current_plan(workspace)
    found = run("plantours", **DAY, WORKSPACE=str(town), SECONDS=0.5, SEED=7)
    after = current_plan(workspace)
    assert found["PLAN_ID"] == after.plan_id != before.plan_id
    assert after.seed == 7
    tours = workspace.all(PlanTour, plan_id=after.plan_id)
    workspace.close()
    assert {f["agent_id"]: f["stops"] for f in found["TOURS"].getFeatures()} == {
        tour.agent_id: tour.stops for tour in tours
    }
    assert found["PLANNED"] + found["UNPLANNED"] == 5


def test_a_day_without_agents_is_refused(run, town):
    workspace = open_workspace(town)
    from regard.core.resources import Absence, Agent

    with workspace.command("absences", who="test") as transaction:
        transaction.add(
            Absence(f"A-{a.agent_id}", a.agent_id, a_day, a_day)
            for a in workspace.all(Agent)
            for a_day in [current_plan(workspace).first_day]
        )
    workspace.close()
    with pytest.raises(QgsProcessingException, match="2026-06-03"):
        run("plantours", **DAY, WORKSPACE=str(town), SECONDS=0.5)


def test_a_day_that_is_over_at_the_moment_given_is_refused(run, town):
    with pytest.raises(QgsProcessingException, match="Nothing can be planned on 2026-06-03"):
        run("plantours", WORKSPACE=str(town), DAY="2026-06-03", NOW="2026-06-03T22:00:00", SECONDS=0.5)


def test_loaded_outputs_are_styled(provider, built_town, project):
    import processing

    found = processing.runAndLoadResults(
        "regard:isolate",
        {
            "WORKSPACE": str(built_town),
            "POINT": "687520,6924000",
            "PIPES": "TEMPORARY_OUTPUT",
            "VALVES": "TEMPORARY_OUTPUT",
            "CUSTOMERS": "TEMPORARY_OUTPUT",
        },
    )
    valves = QgsProject.instance().mapLayer(found["VALVES"])
    assert valves.labelsEnabled()
    assert valves.labeling().settings().fieldName == 'to_string("number")'
