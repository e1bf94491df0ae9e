# SPDX-License-Identifier: GPL-3.0-or-later
"""What an order of the coming days lacks, who is told, and what happens when nobody answers."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.core.ids import AgentId
from regard.core.resources import Absence, Equipment
from regard.core.supplies import JobState, SubcontractJob
from regard.planner.company import set_company
from regard.planner.dossiers.facts import dossier_facts
from regard.planner.import_records import import_records
from regard.planner.life.alerts import escalate_alerts, raise_alerts, reply_to_alert
from regard.planner.life.paperwork import note_answer, note_permit, note_sent
from regard.planner.life.readiness_board import readiness_board
from regard.planner.records import OrderNotice
from regard.workorders.life.readiness import Colour
from regard.workorders.life.records import Alert, Permit
from regard.workorders.orders import WorkOrder

DAY = date(2026, 6, 11)
SENT = datetime(2026, 6, 3, 8)


def items(town, today):
    (one,) = readiness_board(town.workspace, today, horizon_days=10)
    return {item.resource: item for item in one.items}


def colours(town, today):
    return {name: item.colour.value for name, item in items(town, today).items()}


def test_a_missing_traffic_order_is_amber_at_d_5_and_red_at_d_2(dig):
    notice = dig.workspace.get(OrderNotice, dig.order_id)
    assert (notice.answer_by, notice.earliest_start) == (date(2026, 6, 10), datetime(2026, 6, 11, 8))
    ready = dict.fromkeys(("people", "parts", "equipment", "subcontractor", "notices"), "green")
    for today, colour in ((1, "green"), (5, "green"), (6, "amber"), (8, "amber"), (9, "red"), (10, "red")):
        assert colours(dig, date(2026, 6, today)) == ready | {"permits": colour}
    permit = items(dig, date(2026, 6, 1))["permits"]
    assert [permit.ahead[days] for days in (10, 5, 2, 1)] == [
        Colour.GREEN,
        Colour.AMBER,
        Colour.RED,
        Colour.RED,
    ]
    assert [lack.english() for lack in permit.lacks] == ["traffic order missing (to be granted by mairie)"]


def test_a_permit_that_nobody_asked_for_is_amber_from_its_usual_delay_and_red_on_the_last_day(dig):
    (asked,) = dig.workspace.all(Permit)
    with dig.workspace.command("edit", who="test") as transaction:
        transaction.save(replace(asked, asked_at=None))
    # the road rules: as a rule 30 days before 11 June, 15 at the least
    for today, colour in (
        (date(2026, 5, 11), None),
        (date(2026, 5, 12), "amber"),
        (date(2026, 5, 26), "amber"),
        (date(2026, 5, 27), "red"),
        (date(2026, 6, 1), "red"),
    ):
        found = readiness_board(dig.workspace, today, horizon_days=10)
        assert [item.colour.value for one in found for item in one.at_risk] == ([colour] if colour else [])
    permit = items(dig, date(2026, 6, 1))["permits"]
    assert set(permit.ahead.values()) == {Colour.RED}
    assert [lack.english() for lack in permit.lacks] == [
        "traffic order not asked for (to be granted by mairie); to be asked for by 2026-05-27 at the latest"
    ]


def test_an_order_of_a_later_day_is_shown_by_the_last_day_to_send_its_declaration(dig):
    workspace = dig.workspace
    note_permit(workspace, dig.order_id, "traffic_order", who="D. Martin", granted_on=date(2026, 5, 20))
    notice = workspace.get(OrderNotice, dig.order_id)
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(notice, sent_at=None))
    # 3 June is the last day; it is watched from five days before, and from D-10 on
    for today, colour in ((28, None), (29, "amber")):
        found = readiness_board(workspace, date(2026, 5, today), horizon_days=10)
        assert [item.colour.value for one in found for item in one.at_risk] == ([colour] if colour else [])
    assert items(dig, date(2026, 6, 2))["notices"].colour is Colour.AMBER
    assert items(dig, date(2026, 6, 3))["notices"].colour is Colour.RED


def test_a_service_that_leaves_sundays_out_sends_earlier(dig):
    workspace = dig.workspace
    notice = workspace.get(OrderNotice, dig.order_id)
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(notice, sent_at=None))
    set_company(workspace, "owner: {}\ncount_sundays: false\n", file="company.yaml", who="test")
    lacks = items(dig, date(2026, 6, 1))["notices"].lacks
    assert [lack.english() for lack in lacks] == ["DICT not sent; to be sent by 2026-06-02"]


def test_a_permit_is_asked_for_by_the_first_legal_start_of_an_order_whose_day_is_before_it(dig):
    # sent on 10 June, works may start on the 18th: 15 days before is the 3rd
    note_sent(dig.workspace, dig.order_id, number="2026061000123D", sent_at=datetime(2026, 6, 10, 9), who="x")
    order = dig.workspace.get(WorkOrder, dig.order_id)
    assert order.earliest_start.date() == date(2026, 6, 18)
    (asked,) = dig.workspace.all(Permit)
    with dig.workspace.command("edit", who="test") as transaction:
        transaction.save(replace(asked, asked_at=None))
    (lack,) = items(dig, date(2026, 6, 2))["permits"].lacks
    assert lack.params["day"] == date(2026, 6, 3)


def test_urgent_works_ask_for_no_permit_ahead(dig):
    workspace = dig.workspace
    notice = workspace.get(OrderNotice, dig.order_id)
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(notice, kind="ATU"))
    assert items(dig, date(2026, 6, 1))["permits"].colour is Colour.GREEN


def test_a_granted_permit_is_ready_for_the_days_that_it_is_valid(dig):
    granted = {"granted_on": date(2026, 6, 5), "valid_from": date(2026, 6, 10)}
    note_permit(dig.workspace, dig.order_id, "traffic_order", who="D. Martin", **granted)
    assert items(dig, date(2026, 6, 9))["permits"].is_ready
    with pytest.raises(InputError, match="ends on 2026-06-09, before it begins"):
        note_permit(
            dig.workspace, dig.order_id, "traffic_order", who="D. Martin", valid_until=date(2026, 6, 9)
        )


def test_a_declaration_that_is_not_sent_says_until_when(dig):
    workspace = dig.workspace
    notice = workspace.get(OrderNotice, dig.order_id)
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(notice, sent_at=None))
    found = items(dig, date(2026, 6, 1))["notices"]
    assert found.colour is Colour.AMBER
    assert [lack.english() for lack in found.lacks] == ["DICT not sent; to be sent by 2026-06-03"]


def test_a_declaration_sent_too_late_is_told_with_its_first_day(dig):
    note_sent(dig.workspace, dig.order_id, number="2", sent_at=datetime(2026, 6, 4, 9), who="D. Martin")
    found = items(dig, date(2026, 6, 5))["notices"]
    assert [lack.english() for lack in found.lacks] == ["DICT: works may not start before 2026-06-12"]
    assert dig.workspace.get(WorkOrder, dig.order_id).earliest_start == datetime(2026, 6, 12, 8)


def test_after_the_limit_a_sensitive_operator_without_answer_is_missing(dig):
    assert items(dig, date(2026, 6, 10))["notices"].is_ready
    lacks = items(dig, date(2026, 6, 11))["notices"].lacks
    operators = {str(lack.params["operator"]) for lack in lacks}
    assert "Gaz de Valmont" in operators
    for operator in operators:
        note_answer(dig.workspace, dig.order_id, operator, who="D. Martin", answered_at=SENT)
    assert items(dig, date(2026, 6, 11))["notices"].is_ready


def test_a_declaration_sent_without_a_number_lacks_its_consultation(dig):
    workspace = dig.workspace
    notice = workspace.get(OrderNotice, dig.order_id)
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(notice, number=""))
    assert [lack.code for lack in items(dig, date(2026, 6, 9))["notices"].lacks] == ["gate.no_consultation"]


def test_an_urgent_dig_lacks_the_consultation_and_the_calls_as_its_gate_says(dig):
    workspace = dig.workspace
    notice = workspace.get(OrderNotice, dig.order_id)
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(notice, kind="ATU", sent_at=None, number=""))
    found = items(dig, DAY)["notices"]
    assert found.colour is Colour.RED
    refusals = dossier_facts(workspace, dig.order_id, now=datetime(2026, 6, 11, 9)).refusals
    asked = ("gate.known_from_layers", "gate.call_missing")
    assert {lack.code for lack in found.lacks} == set(asked)
    assert list(found.lacks) == [lack for lack in refusals if lack.code in asked]


def test_people_parts_and_equipment_are_looked_at_on_the_day(dig):
    workspace = dig.workspace
    order = workspace.get(WorkOrder, dig.order_id)
    absence = Absence("A1", AgentId("AG1"), DAY, DAY)
    import_records(workspace, [absence], name="import", who="test")
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(order, parts={**order.parts, "repair_clamp": 1}))
        for piece in workspace.all(Equipment):
            transaction.remove(piece)
    found = items(dig, date(2026, 6, 9))
    assert found["people"].colour is Colour.RED
    assert found["equipment"].colour is Colour.RED
    assert [lack.english() for lack in found["parts"].lacks] == ["repair_clamp short (1 needed)"]


def test_a_subcontractor_who_has_not_accepted_is_at_risk_and_brings_own_people(dig):
    job = SubcontractJob(
        "BC-2026-051", "ST-03", dig.order_id, JobState.SENT, 1, "u", 100.0, date(2026, 6, 3), date(2026, 6, 5)
    )
    import_records(dig.workspace, [job], name="import", who="test")
    found = items(dig, date(2026, 6, 6))
    assert found["subcontractor"].colour is Colour.RED
    assert found["people"].is_ready
    with dig.workspace.command("edit", who="test") as transaction:
        transaction.save(replace(job, state=JobState.ACCEPTED))
    assert items(dig, date(2026, 6, 6))["subcontractor"].is_ready


@pytest.fixture
def short(dig):
    """Return the dig short of a clamp, looked at on 3 June."""
    workspace = dig.workspace
    order = workspace.get(WorkOrder, dig.order_id)
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(order, parts={**order.parts, "repair_clamp": 1}))
    workspace.set_setting("alerts.stores_manager", "M. Petit")
    return dig


def test_a_part_short_alerts_the_stores_manager_and_goes_to_the_field_manager_after_a_day(short):
    workspace, at = short.workspace, datetime(2026, 6, 3, 10, 12)
    board = readiness_board(workspace, date(2026, 6, 3), horizon_days=10)
    (alert,) = raise_alerts(workspace, board, now=at, who="D. Martin")
    assert (alert.role, alert.addressee, alert.raised_at) == ("stores_manager", "M. Petit", at)
    assert "repair_clamp short (1 needed)" in alert.text
    assert escalate_alerts(workspace, now=datetime(2026, 6, 4, 10, 11), who="D. Martin") == ()
    (gone,) = escalate_alerts(workspace, now=datetime(2026, 6, 4, 10, 12), who="D. Martin")
    assert (gone.alert_id, gone.escalated_to) == (alert.alert_id, "F. Leroy")
    assert escalate_alerts(workspace, now=datetime(2026, 6, 9), who="D. Martin") == ()


def test_nobody_is_told_twice_and_a_reply_stops_the_clock(short):
    workspace, at = short.workspace, datetime(2026, 6, 3, 10, 12)
    today = date(2026, 6, 3)
    board = readiness_board(workspace, today, horizon_days=10)
    (alert,) = raise_alerts(workspace, board, now=at, who="D. Martin")
    board = readiness_board(workspace, today, horizon_days=10)
    assert board[0].alerts == (alert,)
    assert raise_alerts(workspace, board, now=at, who="D. Martin") == ()
    reply_to_alert(workspace, alert.alert_id, "comes on Friday", now=at, who="M. Petit")
    assert escalate_alerts(workspace, now=datetime(2026, 6, 9), who="D. Martin") == ()
    with pytest.raises(InputError, match="has a reply already"):
        reply_to_alert(workspace, alert.alert_id, "again", now=at, who="M. Petit")
    workspace.undo(who="D. Martin")
    assert workspace.get(Alert, alert.alert_id).replied_at is None
