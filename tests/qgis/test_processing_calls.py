# SPDX-License-Identifier: GPL-3.0-or-later
"""From the call to the order through Processing: calls, register, trees, priorities; all can be undone."""

import pytest
from qgis.core import QgsProcessingException
from regard.planner.records import OrderLink, Outage
from regard.tests.qgis.tables import rows
from regard.workorders.informing.contacts import Addressee, CustomerContact
from regard.workorders.intake.overrides import PriorityOverride
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.requests import RequestState, ServiceRequest

BURST, METER, RENEWAL = "VA-2026-AEP-00001", "VA-2026-AEP-00002", "VA-2026-AEP-00005"
AT = "2026-06-03T08:00:00"
PLACE = "687530,6924003"
CALL = {"CALLER": "M. Dialo", "PHONE": "0639980002", "DESCRIPTION": "De l'eau jaillit de la route"}
ANSWERS = "danger=no"


def call(answer, town, **other):
    given = {**CALL, "POINT": PLACE, "CODE": "AEP-CASSE", "NOW": AT, "ANSWERS": all_answers(answer, town)}
    return answer("newrequest", WORKSPACE=str(town), **{**given, **other})


def all_answers(answer, town):
    """Return the first answer that each mandatory question offers, as one text."""
    asked = rows(answer("callquestions", WORKSPACE=str(town), CODE="AEP-CASSE")["QUESTIONS"])
    first = {row["key"]: row["answers"].partition(":")[0] for row in asked if row["mandatory"]}
    return "; ".join(f"{key}={said or 'x'}" for key, said in first.items())


def test_words_lead_to_a_type_and_its_questions_danger_first(answer, built_town):
    found = answer("callquestions", WORKSPACE=str(built_town), DESCRIPTION="casse de conduite")
    types = rows(found["TYPES"])
    assert found["CODE"] == types[0]["code"] == "AEP-CASSE"
    questions = rows(found["QUESTIONS"])
    assert questions[0]["key"] == "danger"
    assert questions[0]["mandatory"]


def test_a_call_becomes_a_request_near_its_assets_and_names_what_it_repeats(answer, town, asked):
    made = call(answer, town)
    request = asked(lambda workspace: workspace.get(ServiceRequest, made["REQUEST"]))
    assert (request.caller, request.code, request.state) == ("M. Dialo", "AEP-CASSE", RequestState.NEW)
    assert made["DUPLICATES"] == "DI-2026-0001"
    assert rows(made["ASSETS"])[0]["asset_id"] == "P03"
    (feature,) = made["REQUESTS"].getFeatures()
    assert (feature.geometry().asPoint().x(), feature["request_id"]) == (687530, made["REQUEST"])
    asked(lambda workspace: workspace.undo(who="test"))
    assert made["REQUEST"] not in asked(lambda workspace: workspace.keys(ServiceRequest))


def test_the_type_of_a_call_may_be_told_later(answer, town, asked):
    name = call(answer, town, CODE="", ANSWERS=ANSWERS, DESCRIPTION="Venez voir")["REQUEST"]
    given = {"REQUEST": name, "CODE": "AEP-CASSE", "ANSWERS": all_answers(answer, town), "NOW": AT}
    answer("answerquestions", WORKSPACE=str(town), **given)
    assert asked(lambda workspace: workspace.get(ServiceRequest, name)).code == "AEP-CASSE"


def test_requests_are_acknowledged_and_rejected(answer, town, asked):
    name = call(answer, town)["REQUEST"]
    answer("acknowledgerequests", WORKSPACE=str(town), CHOSEN=f"{name}", NOW=AT)
    answer("rejectrequest", WORKSPACE=str(town), REQUEST=name, REASON="not our network")
    kept = asked(lambda workspace: workspace.get(ServiceRequest, name))
    assert kept.acknowledged_at is not None
    assert (kept.state, kept.reason) == (RequestState.REJECTED, "not our network")


def test_two_calls_about_one_burst_are_one_tree_with_two_callers(answer, town, asked):
    name = call(answer, town)["REQUEST"]
    done = answer("mergerequests", WORKSPACE=str(town), CHOSEN=name, INTO="DI-2026-0001", NOW=AT)
    assert (done["ORDER"], done["REQUEST_COUNT"]) == (BURST, 1)
    assert asked(lambda workspace: workspace.get(ServiceRequest, name)).state is RequestState.MERGED
    told = answer("callers", WORKSPACE=str(town), ORDER=BURST)
    assert [row["caller"] for row in rows(told["CALLERS"])] == ["Mme Martin", "M. Dialo"]
    assert told["CALLER_COUNT"] == 2


def test_orders_follow_each_other_but_never_in_a_circle(answer, town, asked):
    answer("linkorders", WORKSPACE=str(town), FIRST=BURST, THEN=METER, MIN_LAG=60)
    (link,) = asked(lambda workspace: workspace.all(OrderLink))
    assert (link.first_id, link.second_id, link.min_lag_min, link.max_lag_min) == (BURST, METER, 60, None)
    with pytest.raises(QgsProcessingException, match=f"{BURST}.*{METER}"):
        answer("linkorders", WORKSPACE=str(town), FIRST=METER, THEN=BURST)
    answer("unlinkorders", WORKSPACE=str(town), FIRST=BURST, THEN=METER)
    assert asked(lambda workspace: workspace.all(OrderLink)) == []


def test_steps_are_laid_out_linked_and_reported_done_in_their_order(answer, town):
    made = answer("layoutsteps", WORKSPACE=str(town), ORDER=RENEWAL, NOW=AT)
    steps = rows(made["STEPS"])
    assert made["STEP_COUNT"] == len(steps) > 1
    first, after = steps[0], next(row for row in steps if row["follows"])
    with pytest.raises(QgsProcessingException):
        answer("stepdone", WORKSPACE=str(town), ORDER=RENEWAL, STEP=after["key"], NOW=AT)
    answer("stepdone", WORKSPACE=str(town), ORDER=RENEWAL, STEP=first["key"], NOW=AT)
    tree = answer("ordertree", WORKSPACE=str(town), ORDER=RENEWAL)
    done = [row["key"] for row in rows(tree["STEPS"]) if row["done_at"]]
    assert done == [first["key"]]
    assert RENEWAL in {row["order_id"] for row in rows(tree["ORDERS"])}


def test_a_priority_is_set_with_its_reason_and_taken_back(answer, town, asked):
    before = asked(lambda workspace: workspace.get(WorkOrder, METER))
    with pytest.raises(QgsProcessingException, match="say why"):
        answer("setpriority", WORKSPACE=str(town), ORDER=METER, PRIORITY=0, NOW=AT)
    given = {"ORDER": METER, "PRIORITY": 1, "REASON": "school", "NOW": AT}
    assert answer("setpriority", WORKSPACE=str(town), **given)["PRIORITY"] == "P2"
    kept = asked(lambda workspace: workspace.get(PriorityOverride, METER))
    assert (kept.reason, kept.judged) == ("school", before.priority)
    assert answer("judgeagain", WORKSPACE=str(town), ORDER=METER, NOW=AT)["PRIORITY"] == "P2"
    answer("setpriority", WORKSPACE=str(town), ORDER=METER, PRIORITY=4)
    assert asked(lambda workspace: workspace.get(WorkOrder, METER)).priority is before.priority


def test_an_order_that_has_changed_since_it_was_seen_keeps_its_priority(answer, town, asked):
    seen = asked(lambda workspace: workspace.order_versions([METER])[METER])
    given = {"ORDER": METER, "PRIORITY": 0, "REASON": "school", "NOW": AT}
    with pytest.raises(QgsProcessingException, match=METER):
        answer("setpriority", WORKSPACE=str(town), SEEN=seen + 1, **given)
    assert asked(lambda workspace: workspace.all(PriorityOverride)) == []
    assert asked(lambda workspace: workspace.get(WorkOrder, METER)).state is OrderState.PLANNED


@pytest.mark.parametrize(
    ("algorithm", "given", "words"),
    [
        ("callquestions", {"CODE": "AEP-CASE"}, "AEP-CASSE"),
        ("newrequest", {**CALL, "POINT": PLACE, "CODE": "AEP-CASSE"}, "danger"),
        ("newrequest", {**CALL, "ANSWERS": ANSWERS}, "place"),
        ("newrequest", {**CALL, "POINT": PLACE, "ANSWERS": "danger"}, "KEY=ANSWER"),
        ("answerquestions", {"REQUEST": "DI-9", "ANSWERS": ANSWERS}, "DI-9"),
        ("acknowledgerequests", {"CHOSEN": "DI-9"}, "DI-9"),
        ("rejectrequest", {"REQUEST": "DI-2026-0001", "REASON": "no"}, "DI-2026-0001"),
        ("mergerequests", {"CHOSEN": "DI-2026-0001", "INTO": "DI-2026-0001"}, "DI-2026-0001"),
        ("callers", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("layoutsteps", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("ordertree", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("stepdone", {"ORDER": METER, "STEP": "dig"}, "has no steps"),
        ("linkorders", {"FIRST": METER, "THEN": "VA-1999-1"}, "VA-1999-1"),
        ("linkorders", {"FIRST": "1", "THEN": "2", "TREE": METER, "MIN_LAG": 5}, "not for steps"),
        ("unlinkorders", {"FIRST": METER, "THEN": BURST}, METER),
        ("setpriority", {"ORDER": METER, "PRIORITY": 4}, METER),
        ("judgeagain", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(answer, built_town, algorithm, given, words):
    with pytest.raises(QgsProcessingException, match=words):
        answer(algorithm, WORKSPACE=str(built_town), **given)


def test_orders_made_elsewhere_come_in_and_are_studied_on_the_map(answer, town, asked, tmp_path):
    file = tmp_path / "orders.csv"
    file.write_text(
        "order_id,code,received_at,due_at,x,y,priority,duration_min\n"
        "X-1,AEP-CASSE,2026-06-03 07:00,2026-06-03 12:00,687520,6924003,P1,180\n",
        encoding="utf-8",
    )
    made = answer("importorders", WORKSPACE=str(town), SOURCE=str(file), NOW=AT)
    assert (made["ORDER_COUNT"], [row["order_id"] for row in rows(made["ORDERS"])]) == (1, ["X-1"])
    assert answer("studyorder", WORKSPACE=str(town), ORDER="X-1", NOW=AT)["ASSET"] == "P03"
    assert len(asked(lambda workspace: workspace.all(Outage, order_id="X-1"))) == 1
    with pytest.raises(QgsProcessingException, match="X-1"):
        answer("importorders", WORKSPACE=str(town), SOURCE=str(file), NOW=AT)
    file.write_text(file.read_text(encoding="utf-8").replace("AEP-CASSE", "AEP-CASE"), encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="AEP-CASE"):
        answer("importorders", WORKSPACE=str(town), SOURCE=str(file), NOW=AT)
    with pytest.raises(QgsProcessingException, match="VA-1999-1"):
        answer("studyorder", WORKSPACE=str(town), ORDER="VA-1999-1", NOW=AT)


def test_contacts_come_in_all_or_none(answer, town, asked, tmp_path):
    file = tmp_path / "contacts.csv"
    file.write_text("customer_ref,name,phone\nC-P03-01,M. Dialo,0344010203\n", encoding="utf-8")
    assert answer("importcontacts", WORKSPACE=str(town), SOURCE=str(file))["CONTACT_COUNT"] == 1
    halls = tmp_path / "halls.csv"
    halls.write_text("addressee_id,kind,name,phone\nM1,town_hall,Mairie,abc\n", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="abc"):
        answer("importcontacts", WORKSPACE=str(town), SOURCE=str(halls), KIND=1)
    assert asked(lambda workspace: workspace.all(Addressee)) == []
    assert [one.name for one in asked(lambda workspace: workspace.all(CustomerContact))] == ["M. Dialo"]
