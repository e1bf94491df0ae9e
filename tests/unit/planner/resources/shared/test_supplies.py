# SPDX-License-Identifier: GPL-3.0-or-later
"""Equipment, stock and subcontractors in a workspace."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.core.resources import Equipment, StockLine
from regard.core.supplies import Booking, JobState, SubcontractJob
from regard.planner.resources import equipment, stock, subcontracts
from regard.store.errors import StaleWrite
from regard.workorders.orders import WorkOrder

EIGHT, NOON = datetime(2026, 6, 3, 8), datetime(2026, 6, 3, 12)


def test_equipment_is_not_booked_twice(service):
    first = equipment.book(service, "ASP-1", EIGHT, NOON, who="test", note="zone Sud")
    with pytest.raises(
        InputError, match=rf"from 2026-06-03 08:00 to 2026-06-03 12:00 by the booking {first.booking_id}"
    ):
        equipment.book(service, "ASP-1", datetime(2026, 6, 3, 11), datetime(2026, 6, 3, 15), who="test")
    with pytest.raises(InputError, match="60 min lie between two uses"):
        equipment.book(service, "ASP-1", NOON, datetime(2026, 6, 3, 15), who="test")
    equipment.free(service, first.booking_id, who="test")
    equipment.book(service, "ASP-1", NOON, datetime(2026, 6, 3, 15), who="test")


def test_two_who_book_at_once_do_not_both_get_it(service):
    piece = service.get(Equipment, "ASP-1")
    equipment.book(service, "ASP-1", EIGHT, NOON, who="one")
    with pytest.raises(StaleWrite), service.command("book equipment", who="two") as transaction:
        transaction.save(piece)
        transaction.add([Booking("ASP-1/9", "ASP-1", EIGHT, NOON)])
    assert len(service.all(Booking)) == 1


def test_equipment_that_is_taken_is_offered_later_or_for_hire(service):
    equipment.book(service, "ASP-1", EIGHT, NOON, who="test")
    offer = equipment.equipment_offers(service, "suction_excavator", EIGHT, 150)
    assert (offer.equipment_id, offer.start, offer.is_moved) == ("ASP-1", datetime(2026, 6, 3, 13), True)
    assert offer.hire_eur == 1450
    day = equipment.equipment_on(service, date(2026, 6, 3))
    assert day[0].free == (
        (datetime(2026, 6, 3), datetime(2026, 6, 3, 7)),
        (datetime(2026, 6, 3, 13), datetime(2026, 6, 4)),
    )
    none = equipment.equipment_offers(service, "hoist", EIGHT, 60)
    assert (none.equipment_id, none.start, none.hire_eur) == ("", None, None)


def test_parts_are_moved_in_one_command_that_can_be_undone(service):
    stock.move_stock(service, "repair_clamp", 1, origin="D1", target="AG2", who="test")
    held = {line.holder: line.quantity for line in service.all(StockLine, part="repair_clamp")}
    assert held == {"D1": 1, "AG1": 0, "AG2": 1}
    service.undo(who="test")
    assert service.get(StockLine, "D1-repair_clamp").quantity == 2
    with pytest.raises(InputError, match="D1 holds 2 of repair_clamp, not 3"):
        stock.move_stock(service, "repair_clamp", 3, origin="D1", target="AG2", who="test")
    with pytest.raises(InputError, match=r"no van or depot is called 'D2' \(near: D1"):
        stock.move_stock(service, "repair_clamp", 1, origin="D1", target="D2", who="test")


def test_cap_1_5_c_a_job_is_sent_accepted_and_done_under_its_number(service, leak):
    inspection = replace(leak, order_id="OI-07", code="ASS-ITV", skills=("ITV",), crew_skills=(), parts={})
    with service.command("add", who="test") as transaction:
        transaction.add([inspection])
    sent = subcontracts.send_job(
        service, "OI-07", "ST-03", on=date(2026, 6, 3), who="D", quantity=220, number="BC-2026-051"
    )
    assert (sent.quantity, sent.unit, sent.price_eur, sent.due_on) == (220, "m", 924.0, date(2026, 6, 5))
    assert subcontracts.subcontracts(service, today=date(2026, 6, 5)).unanswered == ()
    assert subcontracts.subcontracts(service, today=date(2026, 6, 8)).unanswered == (sent,)
    subcontracts.advance_job(service, "BC-2026-051", JobState.ACCEPTED, on=date(2026, 6, 4), who="D")
    assert subcontracts.subcontracts(service, today=date(2026, 6, 8)).unanswered == ()
    subcontracts.advance_job(service, "BC-2026-051", JobState.DONE, on=date(2026, 6, 10), who="D")
    job = service.get(SubcontractJob, "BC-2026-051")
    assert (job.sent_on, job.answered_on, job.done_on) == (
        date(2026, 6, 3),
        date(2026, 6, 4),
        date(2026, 6, 10),
    )


def test_an_order_goes_to_one_subcontractor_who_holds_its_skills(service):
    with pytest.raises(InputError, match="Azur ITV lacks AIPR_OP, SS4, TERR"):
        subcontracts.send_job(service, "OI-01", "ST-03", on=date(2026, 6, 3), who="D")
    job = subcontracts.send_job(service, "OI-01", "ST-02", on=date(2026, 6, 3), who="D")
    assert (job.number, job.quantity, job.unit, job.price_eur) == ("BC-2026-001", 2.5, "h", 195.0)
    with pytest.raises(InputError, match="is with ST-02 already, by the job BC-2026-001"):
        subcontracts.send_job(service, "OI-01", "ST-02", on=date(2026, 6, 3), who="D")
    subcontracts.advance_job(service, "BC-2026-001", JobState.REFUSED, on=date(2026, 6, 4), who="D")
    again = subcontracts.send_job(service, "OI-01", "ST-02", on=date(2026, 6, 4), who="D")
    assert again.number == "BC-2026-002"
    assert service.get(WorkOrder, "OI-01").order_id in subcontracts.given_away(service)
