# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk through Processing: lists, alerts that leave, actions, photos, agents; all can be undone."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from qgis.core import QgsProcessingException
from qgis.PyQt.QtGui import QImage
from regard.core.ids import AgentId
from regard.core.resources import Absence, Agent
from regard.planner.figures.figures import orders_behind
from regard.planner.records import OrderNotice
from regard.steering.figures.periods import parse_period
from regard.store.smtp_mail import Security, SmtpSettings, write_mail_settings
from regard.store.workspaces import open_workspace
from regard.tests.qgis.tables import rows
from regard.tests.unit.mail_server import Inbox
from regard.workorders.informing.actions import TeamAction
from regard.workorders.informing.contacts import Addressee
from regard.workorders.life.records import Alert
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.requests import RequestState, ServiceRequest

BURST, METER = "VA-2026-AEP-00001", "VA-2026-AEP-00002"
DAY, AT, NOW = "2026-06-03", "2026-06-03T08:00:00", datetime(2026, 6, 3, 8)
MAIL = "petit@valmont.example"


@pytest.fixture
def write(asked):
    """Return a function that adds new records to the town and keeps changed ones."""

    def write(*, new=(), changed=()):
        def writing(workspace):
            with workspace.command("test", who="test") as transaction:
                transaction.add(new)
                for record in changed:
                    transaction.save(record)

        asked(writing)

    return write


def undo(asked):
    asked(lambda workspace: workspace.undo(who="test"))


def test_orders_are_listed_by_urgency_with_the_version_to_write_against(answer, built_town):
    found = answer("orderslist", WORKSPACE=str(built_town))
    workspace = open_workspace(built_town)
    orders = {order.order_id: order for order in workspace.all(WorkOrder)}
    versions, today = workspace.order_versions(list(orders)), rows(found["ORDERS"])
    workspace.close()
    assert found["ORDER_COUNT"] == len(orders) == len(today)
    assert {row["order_id"]: row["seen"] for row in today} == versions
    ranks = [(orders[row["order_id"]].priority.value, orders[row["order_id"]].due_at) for row in today]
    assert ranks == sorted(ranks)
    urgent = answer("orderslist", WORKSPACE=str(built_town), PRIORITY=1, STATE="planned", DAY=DAY)
    wanted = {
        name
        for name, order in orders.items()
        if order.priority.value == "P1" and order.state is OrderState.PLANNED
    }
    assert {row["order_id"] for row in rows(urgent["ORDERS"])} == wanted != set()


def test_who_waits_longest_for_a_word_is_in_front_and_goes_when_told(answer, town, asked):
    queue = answer("requestsqueue", WORKSPACE=str(town), NOW=AT)
    waiting = rows(queue["QUEUE"])
    assert queue["REQUEST_COUNT"] == len(waiting) > 1
    limits = [row["limit_at"].toPyDateTime() for row in waiting]
    assert limits == sorted(limits)
    by_name = {one.request_id: one for one in asked(lambda workspace: workspace.all(ServiceRequest))}
    for row in waiting:
        minutes = (NOW - by_name[row["request_id"]].received_at).total_seconds() / 60
        assert row["waited_min"] == minutes
    assert "Martin" not in str(waiting)
    first = waiting[0]["request_id"]
    answer("acknowledgerequests", WORKSPACE=str(town), CHOSEN=first, NOW=AT)
    left = rows(answer("requestsqueue", WORKSPACE=str(town), NOW=AT)["QUEUE"])
    assert [row["request_id"] for row in left] == [row["request_id"] for row in waiting[1:]]


def test_assets_around_a_place_are_proposed_for_the_type_of_work(answer, built_town):
    place = {"WORKSPACE": str(built_town), "POINT": "687530,6924003"}
    every = answer("requestsnear", **place)
    found = rows(every["ASSETS"])
    assert every["ASSET_COUNT"] == len(found) > 0
    distances = [row["distance_m"] for row in found]
    assert distances == sorted(distances)
    burst = {row["role"] for row in rows(answer("requestsnear", CODE="AEP-CASSE", **place)["ASSETS"])}
    assert burst < {row["role"] for row in found}


def test_requests_close_with_their_orders_and_open_again_by_undo(answer, town, asked, write):
    with pytest.raises(QgsProcessingException, match=METER):
        answer("closerequests", WORKSPACE=str(town), ORDER=METER, NOW=AT)
    order = asked(lambda workspace: workspace.get(WorkOrder, METER))
    write(changed=[replace(order, state=OrderState.CLOSED)])
    done = answer("closerequests", WORKSPACE=str(town), ORDER=METER, NOW=AT)
    (row,) = rows(done["REQUESTS"])
    assert (done["REQUEST_COUNT"], row["request_id"]) == (1, order.request_id)
    assert [one["caller"] for one in rows(done["CALLERS"])] == ["Mme Martin"]

    def state(workspace):
        return workspace.get(ServiceRequest, order.request_id).state

    assert asked(state) is RequestState.CLOSED
    undo(asked)
    assert asked(state) is not RequestState.CLOSED


def test_skills_that_will_lack_are_told_ahead_and_alerted_if_asked(answer, town, asked, write):
    given = {"WORKSPACE": str(town), "DAY": "2026-06-01", "NOW": AT}
    everybody = asked(lambda workspace: workspace.all(Agent))
    before = {row["skill"] for row in rows(answer("lookahead", **given)["GAPS"])}
    away = (date(2026, 6, 3), date(2026, 6, 5))
    write(new=[Absence(f"A-{one.agent_id}", one.agent_id, *away) for one in everybody])
    found = answer("lookahead", ZONE="Z1", **given)
    gaps = rows(found["GAPS"])
    assert found["GAP_COUNT"] == len(gaps) > len(before)
    assert found["ALERT_COUNT"] == 0
    assert asked(lambda workspace: workspace.all(Alert)) == []
    new = [row for row in gaps if row["skill"] not in before]
    assert {(row["first_day"], row["last_day"], row["lead_days"]) for row in new} == {
        ("2026-06-03", "2026-06-05", 2)
    }
    assert all(row["name"] in row["text"] for row in new)
    alerted = answer("lookahead", ALERT=True, **given)["ALERT_COUNT"]
    assert alerted == len(asked(lambda workspace: workspace.all(Alert))) > 0
    undo(asked)
    assert asked(lambda workspace: workspace.all(Alert)) == []


def test_actions_of_a_team_are_noted_listed_and_done(answer, town, asked):
    given = {"ZONE": "Z1", "TEXT": "Order clamps", "OWNER": "M. Petit", "DUE": "2026-06-10", "NOW": AT}
    (made,) = rows(answer("addaction", WORKSPACE=str(town), ORDER=BURST, **given)["ACTIONS"])
    answer("addaction", WORKSPACE=str(town), **{**given, "TEXT": "Call the mayor", "DUE": "2026-06-05"})
    assert (made["owner"], made["due_on"], made["order_id"]) == ("M. Petit", "2026-06-10", BURST)
    listed = answer("actions", WORKSPACE=str(town), ZONE="Z1")
    assert [row["text"] for row in rows(listed["ACTIONS"])] == ["Call the mayor", "Order clamps"]
    assert (listed["ACTION_COUNT"], listed["OPEN_COUNT"]) == (2, 2)
    done = {"ACTION": made["action_id"], "NOW": "2026-06-04T09:30:00"}
    answer("actiondone", WORKSPACE=str(town), **done)
    assert answer("actions", WORKSPACE=str(town))["OPEN_COUNT"] == 1
    stored = asked(lambda workspace: workspace.get(TeamAction, made["action_id"]))
    assert stored.done_at == datetime(2026, 6, 4, 9, 30)
    with pytest.raises(QgsProcessingException, match=made["action_id"]):
        answer("actiondone", WORKSPACE=str(town), **done)
    undo(asked)
    assert asked(lambda workspace: workspace.get(TeamAction, made["action_id"])).done_at is None


def test_alerts_leave_by_mail_once_and_the_others_are_to_tell(answer, town, asked, write, serve):
    inbox = Inbox()
    write(new=[Addressee("D1", "stores_manager", "M. Petit", email=MAIL)])
    answer("raisealerts", WORKSPACE=str(town), DAY=DAY, NOW=AT)
    stored = {one.alert_id: one for one in asked(lambda workspace: workspace.all(Alert))}
    by_mail = {name for name, one in stored.items() if one.sent_to == MAIL}
    assert set() < by_mail < set(stored)
    without = answer("sendalerts", WORKSPACE=str(town), NOW=AT)
    assert (without["SENT_COUNT"], without["TO_TELL_COUNT"]) == (0, len(stored))
    settings = SmtpSettings("127.0.0.1", serve(inbox), Security.NONE, "", "eau@valmont.example")
    asked(lambda workspace: write_mail_settings(workspace, settings, who="test"))
    done = answer("sendalerts", WORKSPACE=str(town), NOW=AT)
    assert {letter["To"] for letter in inbox.letters} == {MAIL}
    assert (done["SENT_COUNT"], done["FAILED_COUNT"]) == (len(by_mail), 0) == (len(inbox.letters), 0)
    assert {row["alert_id"] for row in rows(done["DELIVERIES"])} == by_mail
    assert {row["alert_id"] for row in rows(done["TO_TELL"])} == set(stored) - by_mail
    again = answer("sendalerts", WORKSPACE=str(town), NOW=AT)
    assert (again["SENT_COUNT"], again["TO_TELL_COUNT"]) == (0, len(stored) - len(by_mail))


def test_all_that_happened_to_an_order_is_a_table_and_a_page(answer, town, tmp_path):
    answer("moveorder", WORKSPACE=str(town), ORDER=METER, STATE="cancelled", REASON="twice", NOW=AT)
    page = tmp_path / "history.html"
    found = answer("dossierhistory", WORKSPACE=str(town), ORDER=METER, PAGE=str(page))
    events = rows(found["EVENTS"])
    assert found["EVENT_COUNT"] == len(events) > 2
    moments = [row["at"].toPyDateTime() for row in events]
    assert moments == sorted(moments)
    assert {"Mme Martin"} <= {row["who"] for row in events}
    assert any("twice" in row["text"] for row in events)
    text = page.read_text(encoding="utf-8")
    assert METER in text
    assert "twice" in text


def test_the_orders_behind_an_indicator_add_up_to_its_measures(answer, town, write, asked):
    order = asked(lambda workspace: workspace.get(WorkOrder, METER))
    write(changed=[replace(order, state=OrderState.CLOSED, started_at=NOW, ended_at=NOW.replace(hour=9))])
    period, code = "2026-06", "backlog_orders"
    expected = asked(lambda workspace: orders_behind(workspace, parse_period(period), code, as_of=NOW))
    found = answer("kpiorders", WORKSPACE=str(town), PERIOD=period, INDICATOR=code, NOW=AT)
    assert found["ORDER_COUNT"] == len(expected) > 0
    told = {(row["order_id"], row["measure"]): row["value"] for row in rows(found["ORDERS"])}
    names = ("order", "zone", "code")
    assert told == {
        (one["order"], measure): value
        for one in expected
        for measure, value in one.items()
        if measure not in names
    }


def test_a_photo_is_kept_with_an_order_once(answer, town, tmp_path, asked):
    picture = tmp_path / "hole.png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(picture))
    given = {"ORDER": BURST, "FILE": str(picture), "NOW": AT}
    photo = answer("orderphoto", WORKSPACE=str(town), **given)["PHOTO"]
    lines = asked(lambda workspace: len(workspace.journal()))
    assert photo.startswith(BURST)
    assert answer("orderphoto", WORKSPACE=str(town), **given)["PHOTO"] == photo
    assert asked(lambda workspace: len(workspace.journal())) == lines
    kept = [path for path in (tmp_path / "town_files").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in kept] == [picture.read_bytes()]
    picture.write_text("no picture", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"hole\.png"):
        answer("orderphoto", WORKSPACE=str(town), **given)


def test_a_notice_on_paper_gives_the_operators_more_days(answer, town, asked, write):
    def stored(workspace):
        (notice,) = workspace.all(OrderNotice, order_id=BURST)
        return notice

    write(changed=[replace(asked(stored), kind="DT-DICT")])
    given = {"WORKSPACE": str(town), "ORDER": BURST, "NOW": AT}
    online, on_paper = answer("noticeway", WAY=0, **given), answer("noticeway", WAY=1, **given)
    notice = asked(stored)
    assert notice.on_paper
    assert on_paper["ANSWER_BY"] == notice.answer_by.isoformat() > online["ANSWER_BY"] > DAY
    assert on_paper["EARLIEST_START"] == f"{notice.earliest_start:%Y-%m-%d %H:%M}" > online["EARLIEST_START"]
    undo(asked)
    assert not asked(stored).on_paper
    sent = answer("noticesent", WORKSPACE=str(town), ORDER=BURST, NUMBER="2026060300001A", SENT=AT)
    # a day, without an hour
    assert sent["ANSWER_BY"] == asked(stored).answer_by.isoformat() > DAY
    with pytest.raises(QgsProcessingException, match="2026060300001A"):
        answer("noticeway", WAY=1, **given)


def test_edited_rules_are_checked_without_being_taken_in(answer, town, asked, tmp_path):
    folder = tmp_path / "rules"
    written = answer("exportrules", WORKSPACE=str(town), FOLDER=str(folder))["FILE_COUNT"]
    before = asked(lambda workspace: len(workspace.journal()))
    assert answer("checkrules", WORKSPACE=str(town), FOLDER=str(folder))["FILE_COUNT"] == written
    (folder / "life.yaml").write_text("not_done: 3", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"life\.yaml"):
        answer("checkrules", WORKSPACE=str(town), FOLDER=str(folder))
    assert asked(lambda workspace: len(workspace.journal())) == before


def test_an_agent_is_added_with_an_ordinary_day_and_changed(answer, town, asked):
    new = {"AGENT": "AG9", "NAME": "Zoé Blanc", "HOME": "687100,6924000", "ZONE": "Z1", "DAY_START": "07:15"}
    (card,) = rows(answer("addagent", WORKSPACE=str(town), **new)["AGENTS"])
    assert (card["day_start"], card["day_end"], card["vehicle"]) == ("07:15", "16:30", "van")
    (card,) = rows(
        answer("editagent", WORKSPACE=str(town), AGENT="AG9", DAY_END="17:00", LUNCH_MIN=30, VEHICLE=2)[
            "AGENTS"
        ]
    )
    assert (card["day_start"], card["day_end"], card["lunch_min"]) == ("07:15", "17:00", 30)
    stored = asked(lambda workspace: workspace.get(Agent, "AG9"))
    assert (stored.name, stored.vehicle, stored.day_end) == ("Zoé Blanc", "truck", time(17))
    undo(asked)
    assert asked(lambda workspace: workspace.get(Agent, "AG9")).vehicle == "van"
    undo(asked)
    assert AgentId("AG9") not in {one.agent_id for one in asked(lambda workspace: workspace.all(Agent))}


def test_only_its_field_manager_signs_the_skills_of_a_zone(answer, town, asked):
    given = {"WORKSPACE": str(town), "ZONE": "Z1", "DAY": DAY}
    with pytest.raises(QgsProcessingException, match=r"F\. Leroy"):
        answer("signoffskills", SIGNED_BY="D. Martin", **given)

    def signer():
        (zone,) = rows(answer("skillmatrix", **given)["ZONES"])
        return zone["signed_by"] or ""

    assert answer("signoffskills", SIGNED_BY="F. Leroy", **given)["SIGNATURE"] == f"Z1/{DAY}"
    assert signer() == "F. Leroy"
    undo(asked)
    assert signer() != "F. Leroy"


def test_the_service_that_messages_come_from_is_named(answer, town, asked):
    given = {"NAME": "Eau de Valmont", "PHONE": "0237000000", "ADDRESS": "1 place Haute, 60000 Valmont"}
    answer("setservice", WORKSPACE=str(town), **given)

    def settings(workspace):
        return [workspace.setting(f"service.{name}") for name in ("name", "phone", "address")]

    assert asked(settings) == list(given.values())
    undo(asked)
    assert asked(settings) != list(given.values())


@pytest.mark.parametrize(
    ("algorithm", "given", "words"),
    [
        ("orderslist", {"STATE": "gone"}, "gone"),
        ("orderslist", {"DAY": "soon"}, "DAY"),
        ("requestsqueue", {"NOW": "soon"}, "NOW"),
        ("requestsnear", {"POINT": "687530,6924003", "CODE": "AEP-NOPE"}, "AEP-NOPE"),
        ("requestsnear", {"ASSET": "P999"}, "P999"),
        ("closerequests", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("lookahead", {"DAY": DAY, "ZONE": "Z9"}, "Z9"),
        ("actions", {"ZONE": "Z9"}, "Z9"),
        ("addaction", {"ZONE": "Z9", "TEXT": "x", "OWNER": "y", "DUE": DAY}, "Z9"),
        ("actiondone", {"ACTION": "A-9"}, "A-9"),
        ("sendalerts", {"NOW": "soon"}, "NOW"),
        ("kpiorders", {"PERIOD": "summer", "INDICATOR": "backlog_orders"}, "summer"),
        ("kpiorders", {"PERIOD": "2026-06", "INDICATOR": "luck"}, "luck"),
        ("orderphoto", {"ORDER": BURST, "FILE": "/nowhere/hole.png"}, "hole.png"),
        ("noticeway", {"ORDER": METER}, METER),
        ("addagent", {"AGENT": "AG1", "NAME": "Twice", "HOME": "687100,6924000"}, "AG1"),
        ("addagent", {"AGENT": "AG9", "NAME": "x", "HOME": "687100,6924000", "ZONE": "Z9"}, "Z9"),
        ("editagent", {"AGENT": "AG1", "DAY_START": "early"}, "early"),
        ("editagent", {"AGENT": "AG77", "NAME": "x"}, "AG77"),
        ("editagent", {"AGENT": "AG1"}, "AG1"),
        ("setservice", {"NAME": "Eau", "PHONE": "call us"}, "call us"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(answer, built_town, algorithm, given, words):
    with pytest.raises(QgsProcessingException, match=words):
        answer(algorithm, WORKSPACE=str(built_town), **given)


def test_a_page_for_an_unknown_order_is_not_written(answer, built_town, tmp_path):
    page = tmp_path / "history.html"
    with pytest.raises(QgsProcessingException, match="VA-1999-1"):
        answer("dossierhistory", WORKSPACE=str(built_town), ORDER="VA-1999-1", PAGE=str(page))
    assert not page.exists()
