# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers, problems, remarks, alerts and pages of orders, stocks, duties, checks of a plan in Processing."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from qgis.core import NULL, QgsProcessingException
from regard.core.ids import AgentId
from regard.core.people import CallOut
from regard.core.resources import StockLine, Subcontractor
from regard.planner.life.overview import day_loads
from regard.planner.plans.precheck import precheck
from regard.planner.records import Footprint, OrderNotice
from regard.planner.resources.decisions import ProposalDecision
from regard.planner.resources.people import agent_card, restrict
from regard.planner.resources.stock import pick_lists
from regard.store.workspaces import open_workspace
from regard.tests.qgis.tables import rows
from regard.tests.unit.workorders.teleservice.consultations import answered, declaration, network, zipped
from regard.workorders.informing.messages import OrderMessage
from regard.workorders.informing.remarks import FieldRemark
from regard.workorders.life.records import Alert, HydrantNote, OperatorAnswer, Permit, RestorationNote
from regard.workorders.teleservice.records import NoticeConsultation
from regard.workorders.teleservice.rules import load_teleservice
from regard.workorders.teleservice.xml_writer import write_declaration
from shapely.geometry import MultiPolygon

BURST, METER, HYDRANT = (f"VA-2026-AEP-0000{number}" for number in (1, 2, 4))
SEWER = "VA-2026-ASS-00003"
DAY, AT = "2026-06-03", "2026-06-03T08:00:00"
NOW = datetime(2026, 6, 3, 8)


def test_what_a_gate_asks_for_is_noted_until_the_order_may_leave(answer, town, asked):
    def lacking():
        return {row["text"] for row in rows(answer("gate", WORKSPACE=str(town), ORDER=BURST)["LACKS"])}

    before = lacking()
    spoken = [text for text in before if "Gaz de Valmont" in text]
    given = {"OPERATOR": "Gaz de Valmont", "ANSWERED": AT, "CONTACT": "Mme Roux", "REFERENCE": "G-1"}
    answer("operatoranswer", WORKSPACE=str(town), ORDER=BURST, **given)
    (noted,) = asked(lambda workspace: workspace.all(OperatorAnswer, order_id=BURST))
    assert (noted.answered_at, noted.contact, noted.reference) == (NOW, "Mme Roux", "G-1")
    assert len(spoken) == 1
    assert spoken[0] not in lacking()
    asked(lambda workspace: workspace.undo(who="test"))
    assert lacking() == before


def test_a_notice_that_was_sent_starts_its_clock(answer, town, asked):
    given = {"NUMBER": "2026060300001A", "SENT": AT, "WAY": 1}
    done = answer("noticesent", WORKSPACE=str(town), ORDER=BURST, **given)
    (notice,) = asked(lambda workspace: workspace.all(OrderNotice, order_id=BURST))
    assert (notice.number, notice.sent_at) == ("2026060300001A", NOW)
    assert done["EARLIEST_START"] == f"{notice.earliest_start:%Y-%m-%d %H:%M}"


def test_a_consultation_brings_operators_number_and_plans(answer, town, asked, tmp_path):
    dig = asked(lambda workspace: workspace.get(Footprint, BURST)).geometry
    form = write_declaration(
        declaration("ATU", footprint=MultiPolygon([dig.buffer(1.0)])), rules=load_teleservice()
    )
    number = "2026060300123A"
    document = answered(form, number=number, networks=[network("GAZ DE VALMONT"), network("Fibre 60", "NS")])
    file = tmp_path / "consultation.zip"
    file.write_bytes(zipped({f"{number}_description.xml": document, "plans/gaz.pdf": b"%PDF gaz"}))
    given = {"FILE": str(file), "SAME": "GAZ DE VALMONT=Gaz de Valmont", "NOW": AT}
    found = answer("importconsultation", WORKSPACE=str(town), ORDER=BURST, **given)
    assert (found["NUMBER"], found["KIND"], found["FILE_COUNT"]) == (number, "ATU", 1)
    sensitive = {row["operator"]: row["sensitive"] for row in rows(found["OPERATORS"])}
    assert sensitive == {"Gaz de Valmont": True, "Fibre 60": False}
    assert asked(lambda workspace: workspace.get(NoticeConsultation, BURST)).number == number
    asked(lambda workspace: workspace.undo(who="test"))
    assert asked(lambda workspace: workspace.all(NoticeConsultation)) == []
    with pytest.raises(QgsProcessingException, match="A=B"):
        answer("importconsultation", WORKSPACE=str(town), ORDER=BURST, **{**given, "SAME": "Gaz de Valmont"})


def test_a_dict_follows_the_dt_of_its_number(answer, town, asked):
    def project(workspace):
        notice = workspace.get(OrderNotice, BURST)
        with workspace.command("test", who="test") as transaction:
            transaction.save(replace(notice, kind="DT-DICT"))

    asked(project)
    done = answer("followdt", WORKSPACE=str(town), ORDER=BURST, DT="2026050300007D", NOW=AT)
    notice = asked(lambda workspace: workspace.get(OrderNotice, BURST))
    assert notice.kind == "DICT"
    assert done["ANSWER_BY"] == notice.answer_by.isoformat()


def test_permits_hydrants_and_customers_told_are_noted(answer, town, asked):
    told = {"KIND": "mayor_told", "ASKED": AT, "AUTHORITY": "Valmont"}
    answer("permit", WORKSPACE=str(town), ORDER=BURST, **told)
    (permit,) = asked(lambda workspace: workspace.all(Permit, order_id=BURST))
    assert (permit.kind, permit.asked_at) == ("mayor_told", NOW)
    answer("hydrant", WORKSPACE=str(town), HYDRANT="PI-014", STATE=1, NOTE="dry", NOW=AT)
    (hydrant,) = asked(lambda workspace: workspace.all(HydrantNote))
    assert (hydrant.hydrant_id, hydrant.available, hydrant.note) == ("PI-014", False, "dry")
    some = answer("waterback", WORKSPACE=str(town), ORDER=BURST, CUSTOMERS="PL-P09-03", NOW=AT)
    assert some["TOLD_COUNT"] == 1
    assert answer("waterback", WORKSPACE=str(town), ORDER=BURST, NOW=AT)["TOLD_COUNT"] == 23
    (noted,) = asked(lambda workspace: workspace.all(RestorationNote))
    assert len(noted.customers) == 23


def test_a_problem_is_weighed_on_the_network_and_decided(answer, town):
    given = {"ORDER": BURST, "TEXT": "V5 turns without end", "NOW": AT}
    problem = answer("noteproblem", WORKSPACE=str(town), **given)["PROBLEM"]
    way = {"PROBLEM": problem, "TEXT": "close further out", "UNUSABLE": "V5", "WAIT_MIN": 40}
    put = answer("addwayout", WORKSPACE=str(town), **way)
    (option,) = rows(put["OPTIONS"])
    assert (option["option_id"], option["customers"], option["wait_min"]) == (put["OPTION"], 50, 40)
    assert "V5" not in option["close"].split(", ")
    decided = {"PROBLEM": problem, "OPTION": put["OPTION"], "REASON": "water first", "NOW": AT}
    answer("decideproblem", WORKSPACE=str(town), **decided)
    listed = answer("problems", WORKSPACE=str(town), ORDER=BURST)
    (kept,) = rows(listed["PROBLEMS"])
    assert (kept["decision"], kept["reason"], listed["PROBLEM_COUNT"]) == (put["OPTION"], "water first", 1)
    assert [row["chosen"] for row in rows(listed["OPTIONS"])] == [True]


def test_a_remark_gets_its_answer_and_the_agent_a_message(answer, town, asked):
    given = {"ORDER": METER, "AGENT": "AG1", "KIND": 1, "TEXT": "V7 is not there", "SUBJECT": "V7", "NOW": AT}
    name = answer("addremark", WORKSPACE=str(town), **given)["REMARK"]
    said = {"REMARK": name, "TEXT": "taken off the map", "ACCEPTED": True, "NOW": AT}
    answer("answerremark", WORKSPACE=str(town), **said)
    kept = asked(lambda workspace: workspace.get(FieldRemark, name))
    assert (kept.kind.value, kept.answer, kept.accepted) == ("map", "taken off the map", True)
    listed = answer("remarks", WORKSPACE=str(town), ZONE="Z1")
    assert (listed["RECEIVED_COUNT"], listed["ANSWERED_COUNT"]) == (1, 1)
    assert [row["remark_id"] for row in rows(listed["REMARKS"])] == [name]
    assert [one.ref for one in asked(lambda workspace: workspace.all(OrderMessage, order_id=METER))] == [
        "AG1"
    ]


def test_parts_are_listed_moved_and_picked(answer, town, asked, golden):
    def fill(workspace):
        with workspace.command("test", who="test") as transaction:
            transaction.add([StockLine("AG1/clamp", AgentId("AG1"), "repair_clamp_125", 3)])

    asked(fill)
    move = {"PART": "repair_clamp_125", "QUANTITY": 2, "FROM": "AG1", "TO": "AG2"}
    answer("movestock", WORKSPACE=str(town), **move)
    listed = rows(answer("stock", WORKSPACE=str(town), PART="repair_clamp_125")["STOCK"])
    assert {row["holder"]: row["quantity"] for row in listed} == {"AG1": 1, "AG2": 2}
    with pytest.raises(QgsProcessingException, match="AG1"):
        answer("movestock", WORKSPACE=str(town), **move)
    expected = asked(lambda workspace: pick_lists(workspace, date(2026, 6, 3)))
    picked = answer("picklists", WORKSPACE=str(town), DAY=DAY)
    assert picked["PICKS"].featureCount() == sum(len(own.needs) for own in expected) > 0
    assert picked["TO_ORDER_COUNT"] == sum(sum(own.to_order.values()) for own in expected)
    assert all(row["agent"] == golden.AGENTS[row["agent_id"]] for row in rows(picked["PICKS"]))


def test_the_load_of_the_days_grows_short_when_somebody_is_away(answer, built_town):
    found = rows(answer("dayloads", WORKSPACE=str(built_town), DAY=DAY, DAYS=2, ABSENT="AG1")["LOADS"])
    workspace = open_workspace(built_town)
    expected = day_loads(workspace, date(2026, 6, 3), 2, absent="AG1")
    workspace.close()
    assert [(row["load_min"], row["short_min"]) for row in found] == [
        (one.load_min, one.short_min) for one in expected
    ]
    assert found[0]["load_min"] > 0


def test_a_plan_is_checked_order_by_order_and_what_is_rejected_leaves_it(answer, town, asked):
    expected = asked(lambda workspace: precheck(workspace, date(2026, 6, 3), now=NOW))
    found = answer("checkplan", WORKSPACE=str(town), DAY=DAY, NOW=AT)
    table = rows(found["CHECKS"])
    assert [row["order_id"] for row in table] == [one.order_id for one in expected]
    assert found["WRONG_COUNT"] == sum(not one.is_sound for one in expected)
    answer("decideorder", WORKSPACE=str(town), ORDER=HYDRANT, DAY=DAY, NOW=AT)
    rejected = {"ORDER": METER, "DECISION": 1, "REASON": "not today", "DAY": DAY, "NOW": AT}
    answer("decideorder", WORKSPACE=str(town), **rejected)
    made = asked(lambda workspace: {one.order_id: one.accepted for one in workspace.all(ProposalDecision)})
    assert made == {HYDRANT: True, METER: False}
    after = rows(answer("checkplan", WORKSPACE=str(town), DAY=DAY, NOW=AT)["CHECKS"])
    assert {row["order_id"]: row["accepted"] for row in after if row["accepted"] != NULL} == {HYDRANT: True}


@pytest.mark.parametrize(
    ("algorithm", "given", "words"),
    [
        ("noticesent", {"ORDER": METER, "NUMBER": "1", "SENT": AT}, METER),
        ("operatoranswer", {"ORDER": BURST, "OPERATOR": "Nobody", "ANSWERED": AT}, "Nobody"),
        ("operatoranswer", {"ORDER": BURST, "OPERATOR": "Gaz de Valmont"}, "remind"),
        ("importconsultation", {"ORDER": BURST, "FILE": "/none.zip"}, "none.zip"),
        ("followdt", {"ORDER": METER, "DT": "1"}, METER),
        ("permit", {"ORDER": BURST, "KIND": "licence"}, "licence"),
        ("hydrant", {"HYDRANT": "PI-999"}, "PI-999"),
        ("waterback", {"ORDER": METER}, METER),
        ("waterback", {"ORDER": BURST, "CUSTOMERS": "PL-P99-01"}, "PL-P99-01"),
        ("noteproblem", {"ORDER": "VA-1999-1", "TEXT": "x"}, "VA-1999-1"),
        ("addwayout", {"PROBLEM": "P-9999", "TEXT": "x"}, "P-9999"),
        ("decideproblem", {"PROBLEM": "P-9999", "OPTION": "P-9999/1"}, "P-9999"),
        ("problems", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("addremark", {"ORDER": METER, "AGENT": "AG9", "TEXT": "x"}, "AG9"),
        ("answerremark", {"REMARK": "R-9999", "TEXT": "x"}, "R-9999"),
        ("stock", {"HOLDER": "AG9"}, "AG9"),
        ("movestock", {"PART": "gold", "FROM": "AG1", "TO": "AG2"}, "gold"),
        ("picklists", {"DAY": "2027-01-04"}, "2027-01-04"),
        ("dayloads", {"DAY": DAY, "ABSENT": "AG9"}, "AG9"),
        ("checkplan", {"DAY": "2027-01-04"}, "2027-01-04"),
        ("decideorder", {"ORDER": METER, "DAY": DAY, "DECISION": 1}, "say why"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(answer, built_town, algorithm, given, words):
    with pytest.raises(QgsProcessingException, match=words):
        answer(algorithm, WORKSPACE=str(built_town), **given)


def test_alerts_are_raised_once_answered_and_taken_up(answer, town, asked):
    given = {"DAY": DAY, "NOW": AT}
    raised = answer("raisealerts", WORKSPACE=str(town), **given)
    stored = asked(lambda workspace: workspace.all(Alert))
    assert raised["ALERT_COUNT"] == len(stored) > 1
    assert answer("raisealerts", WORKSPACE=str(town), **given)["ALERT_COUNT"] == 0
    first, second = stored[0].alert_id, stored[1].alert_id
    told = answer("alerttold", WORKSPACE=str(town), ALERT=second, NOTE="left word", NOW=AT)
    assert [row["state"] for row in rows(told["ALERTS"])] == ["sent"]
    answer("replytoalert", WORKSPACE=str(town), ALERT=first, REPLY="on its way", NOW=AT)
    assert asked(lambda workspace: workspace.get(Alert, first)).reply == "on its way"
    up = answer("escalatealerts", WORKSPACE=str(town), NOW="2026-06-10T08:00:00")
    assert first not in {row["alert_id"] for row in rows(up["ALERTS"])}
    assert up["ALERT_COUNT"] == len(stored) - 1
    listed = {row["alert_id"]: row["reply"] for row in rows(answer("alerts", WORKSPACE=str(town))["ALERTS"])}
    assert listed[first] == "on its way"


def test_a_briefing_and_a_framework_are_pages(answer, built_town, tmp_path):
    briefing, framework = tmp_path / "briefing.html", tmp_path / "framework.html"
    answer("briefing", WORKSPACE=str(built_town), ZONE="Z1", DAY=DAY, PAGE=str(briefing))
    assert "Nord" in briefing.read_text(encoding="utf-8")
    done = answer("framework", WORKSPACE=str(built_town), ORDER=BURST, PAGE=str(framework))
    assert done["PAGE"] == str(framework)
    assert BURST in framework.read_text(encoding="utf-8")


def test_a_subcontractor_gets_a_pack_that_is_never_written_over(answer, town, asked, tmp_path):
    def add(workspace):
        with workspace.command("test", who="test") as transaction:
            transaction.add([Subcontractor("HYDRO", "Hydrocurage", ("CURAGE",), "0344000009", 95.0)])

    asked(add)
    given = {"ORDER": SEWER, "COMPANY": "HYDRO", "ALONG": 1, "FOLDER": str(tmp_path / "pack")}
    done = answer("jobpack", WORKSPACE=str(town), **given)
    assert done["ASSET_COUNT"] > 0
    assert {file.suffix for file in (tmp_path / "pack").iterdir()} == {".html", ".gpkg", ".csv"}
    with pytest.raises(QgsProcessingException, match="pack"):
        answer("jobpack", WORKSPACE=str(town), **given)


def test_duties_and_call_outs_are_noted_and_who_is_spared_stays_so(answer, town, asked):
    night = {"AGENT": "AG2", "FROM": "2026-06-03T20:00:00", "UNTIL": "2026-06-04T07:00:00"}
    duty = answer("oncall", WORKSPACE=str(town), **night)["DUTY"]
    out = {"AGENT": "AG2", "FROM": "2026-06-04T01:00:00", "UNTIL": "2026-06-04T03:00:00", "ORDER": BURST}
    answer("calledout", WORKSPACE=str(town), **out)
    days = (date(2026, 6, 3), date(2026, 6, 30))
    asked(lambda workspace: restrict(workspace, "AG3", "no_call_out", *days, who="test"))
    with pytest.raises(QgsProcessingException, match="AG3"):
        answer("oncall", WORKSPACE=str(town), **{**night, "AGENT": "AG3"})
    card = asked(lambda workspace: agent_card(workspace, "AG2"))
    assert [one.duty_id for one in card.duties] == [duty]
    (kept,) = asked(lambda workspace: workspace.all(CallOut))
    assert (kept.agent_id, kept.order_id) == ("AG2", BURST)


@pytest.mark.parametrize(
    ("algorithm", "given", "words"),
    [
        ("alerttold", {"ALERT": "A-9"}, "A-9"),
        ("replytoalert", {"ALERT": "A-9", "REPLY": "x"}, "A-9"),
        ("briefing", {"ZONE": "Z9", "DAY": DAY, "PAGE": "/tmp/none.html"}, "Z9"),
        ("framework", {"ORDER": "VA-1999-1", "PAGE": "/tmp/none.html"}, "VA-1999-1"),
        ("jobpack", {"ORDER": BURST, "COMPANY": "TP9", "FOLDER": "/tmp/none"}, "TP9"),
        ("oncall", {"AGENT": "AG9", "FROM": AT, "UNTIL": "2026-06-04T08:00:00"}, "AG9"),
        ("calledout", {"AGENT": "AG9", "FROM": AT, "UNTIL": "2026-06-03T09:00:00"}, "AG9"),
    ],
)
def test_what_is_not_there_is_named(answer, built_town, algorithm, given, words):
    with pytest.raises(QgsProcessingException, match=words):
        answer(algorithm, WORKSPACE=str(built_town), **given)
