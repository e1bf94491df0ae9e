# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithms that write work on a schema of a server as on a file, journaled and undone there."""

from datetime import date

import pytest
from qgis.core import QgsProcessingException
from regard.core.resources import Absence
from regard.planner.life.advance import order_history
from regard.store.workspaces import open_workspace
from regard.tests.qgis.tables import rows
from regard.workorders.orders import OrderState, Priority, WorkOrder
from regard.workorders.requests import ServiceRequest
from regard.workorders.rule_versions import RuleVersion

BURST, METER, HYDRANT = (f"VA-2026-AEP-0000{number}" for number in (1, 2, 4))
DAY, AT = "2026-06-03", "2026-06-03T08:00:00"


@pytest.fixture
def there(on_server):
    """Return a function that asks a question of the schema between two runs."""

    def there(question):
        workspace = open_workspace(on_server)
        try:
            return question(workspace)
        finally:
            workspace.close()

    return there


def test_an_order_is_put_off_and_that_is_taken_back_on_a_server(answer, on_server, there):
    seen = there(lambda workspace: workspace.order_versions([METER])[METER])
    given = {"ORDER": METER, "CAUSE": "weather", "NOW": AT}
    with pytest.raises(QgsProcessingException, match=METER):
        answer("postpone", WORKSPACE=on_server, SEEN=seen + 1, **given)
    done = answer("postpone", WORKSPACE=on_server, SEEN=seen, **given)
    assert done["STATE"] == "rescheduled"
    assert there(lambda workspace: workspace.get(WorkOrder, METER)).state is OrderState.RESCHEDULED
    lines = [line["command"] for line in answer("journal", WORKSPACE=on_server)["JOURNAL"].getFeatures()]
    taken_back = answer("undo", WORKSPACE=on_server)["UNDONE"]
    assert taken_back == lines[-1]
    assert there(lambda workspace: workspace.get(WorkOrder, METER)).state is OrderState.PLANNED


def test_the_life_of_orders_on_a_server(answer, on_server, there):
    """A day leaves, a gate tells what it asks for, messages are planned, a problem is noted."""
    gone = answer("dispatchday", WORKSPACE=on_server, DAY=DAY, NOW=AT)
    assert METER in {row["order_id"] for row in rows(gone["ORDERS"])}
    assert there(lambda workspace: order_history(workspace, METER))[-1].to_state is OrderState.DISPATCHED
    lacks = rows(answer("gate", WORKSPACE=on_server, ORDER=BURST, NOW=AT)["LACKS"])
    assert any("Gaz de Valmont" in row["text"] for row in lacks)
    said = {"OPERATOR": "Gaz de Valmont", "ANSWERED": AT, "CONTACT": "Mme Roux"}
    answer("operatoranswer", WORKSPACE=on_server, ORDER=BURST, **said)
    left = rows(answer("gate", WORKSPACE=on_server, ORDER=BURST, NOW=AT)["LACKS"])
    assert len(left) == len(lacks) - 1
    planned = answer("planmessages", WORKSPACE=on_server, ORDER=BURST, NOW=AT)
    assert len(rows(planned["MESSAGES"])) > 0
    problem = answer("noteproblem", WORKSPACE=on_server, ORDER=BURST, TEXT="V5 turns", NOW=AT)["PROBLEM"]
    listed = rows(answer("problems", WORKSPACE=on_server, ORDER=BURST)["PROBLEMS"])
    assert [row["problem_id"] for row in listed] == [problem]


def test_people_and_means_on_a_server(answer, on_server, there):
    """An absence, a booking that holds, a plan that is checked, and skills of the zones."""
    given = {"AGENT": "AG2", "FIRST": "2026-06-08", "LAST": "2026-06-12"}
    answer("addabsence", WORKSPACE=on_server, **given)
    (away,) = rows(answer("absences", WORKSPACE=on_server)["ABSENCES"])
    assert (away["agent_id"], away["agent"]) == ("AG2", "Léa Fontaine")
    assert there(lambda workspace: workspace.all(Absence))[0].last_day == date(2026, 6, 12)
    assert len(rows(answer("checkplan", WORKSPACE=on_server, DAY=DAY, NOW=AT)["CHECKS"])) > 0
    assert answer("alternatives", WORKSPACE=on_server, ORDER=HYDRANT, DAY=DAY, NOW=AT)["WAY_COUNT"] > 0
    assert len(rows(answer("skillmatrix", WORKSPACE=on_server, DAY=DAY)["MATRIX"])) > 0


def test_a_call_and_its_order_on_a_server(answer, on_server, there):
    """A request is taken at a place, put into the register, ordered, and given another priority."""
    call = {"CALLER": "Mme Roc", "DESCRIPTION": "compteur bloqué", "CODE": "AEP-CPT-REM", "PHONE": "3949"}
    asked = rows(answer("callquestions", WORKSPACE=on_server, CODE=call["CODE"])["QUESTIONS"])
    first = {row["key"]: row["answers"].partition(":")[0] for row in asked if row["mandatory"]}
    said = ";".join(f"{key}={value}" for key, value in first.items())
    place = {"POINT": "687300,6924001 [EPSG:2154]", "ANSWERS": said}
    taken = answer("newrequest", WORKSPACE=on_server, NOW=AT, **call, **place)
    request = taken["REQUEST"]
    assert there(lambda workspace: workspace.get(ServiceRequest, request)).caller == "Mme Roc"
    answer("acknowledgerequests", WORKSPACE=on_server, CHOSEN=request, NOW=AT)
    made = answer("qualifyrequests", WORKSPACE=on_server, NOW=AT)
    assert made["ORDER_COUNT"] == 1
    answer("setpriority", WORKSPACE=on_server, ORDER=METER, PRIORITY=0, REASON="school", NOW=AT)
    assert there(lambda workspace: workspace.get(WorkOrder, METER)).priority is Priority.P1
    listed = rows(answer("orderslist", WORKSPACE=on_server)["ORDERS"])
    assert METER in {row["order_id"] for row in listed}


def test_figures_and_rules_on_a_server(answer, on_server, there, tmp_path):
    """What was planned and done, the figures of a week, and a version of the rules that comes in."""
    assert answer("outcomes", WORKSPACE=on_server, FIRST=DAY, LAST=DAY)["PLANNED_COUNT"] > 0
    assert len(rows(answer("figures", WORKSPACE=on_server, PERIOD="2026-W23", NOW=AT)["FIGURES"])) > 0
    folder = tmp_path / "rules"
    answer("exportrules", WORKSPACE=on_server, FOLDER=str(folder), DAY=DAY)
    numbering = folder / "numbering.yaml"
    text = numbering.read_text(encoding="utf-8")
    numbering.write_text(text.replace("service: VA", "service: XY"), encoding="utf-8")
    answer("importrules", WORKSPACE=on_server, FOLDER=str(folder), VALID_FROM=DAY, NOW=AT)
    assert len(there(lambda workspace: workspace.all(RuleVersion))) == 1
    found = answer("search", WORKSPACE=on_server, TEXT=METER)
    assert METER in {row["key"] for row in rows(found["HITS"])}
