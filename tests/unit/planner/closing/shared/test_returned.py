# SPDX-License-Identifier: GPL-3.0-or-later
"""What came back from the field stands somewhere: closed, wrong, sent back, kept open, not done."""

from datetime import datetime, timedelta

import pytest
from regard.core.errors import InputError
from regard.core.ids import AssetId, OrderId
from regard.planner.closing.corrections import answer_correction
from regard.planner.closing.returned import Standing, returned_orders, send_back
from regard.planner.import_records import import_records
from regard.planner.records import Outage
from regard.planner.rule_versions import rule_book_of
from regard.workorders.closing.records import Closure, CorrectionRequest
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import MultiLineString

NOW = datetime(2026, 6, 3, 18)
MORNING = datetime(2026, 6, 3)
PURGE = """started_at: 2026-06-03 10:00
ended_at: 2026-06-03 10:25
agents: [AG1]
result: done
photos: [p.jpg]
parts: {repair_clamp: 1}
"""
WRONG = "new_index: 0\nnew_serial: D26FA001\n"


def standings(workspace, *, since=MORNING):
    found = returned_orders(workspace, since=since, now=NOW)
    return [(one.order.order_id, one.standing) for one in found]


def only(workspace):
    (one,) = returned_orders(workspace, since=MORNING, now=NOW)
    return one


def test_what_was_closed_without_a_fault_is_closed(workspace, close, meter_data):
    close("OI-02", meter_data(1512))
    assert standings(workspace) == [("OI-02", Standing.CLOSED)]
    # of another day
    assert standings(workspace, since=NOW + timedelta(hours=1)) == []


def test_what_is_wrong_is_sent_back_in_one_command(workspace, close, meter_data):
    close("OI-02", meter_data(1512).replace(WRONG, ""))
    wrong = only(workspace)
    assert wrong.standing is Standing.WRONG
    fields = [found.field for found in wrong.to_send_back]
    assert fields == ["new_index", "new_serial"]
    before = len(workspace.made)
    asked = send_back(workspace, "OI-02", dict.fromkeys(fields, "missing"), now=NOW, who="F")
    assert len(workspace.made) == before + 1
    within = timedelta(hours=load_rule_book().closure.correction_within_h)
    assert {(one.agent_id, one.field, one.due_at) for one in asked} == {
        ("AG2", field, NOW + within) for field in fields
    }
    sent = only(workspace)
    assert (sent.standing, sent.to_send_back, len(sent.asked)) == (Standing.ASKED, (), 2)


def test_who_sends_back_what_was_sent_back_is_told(workspace, close, meter_data):
    close("OI-02", meter_data(1512).replace(WRONG, ""))
    reasons = {"new_index": "missing", "new_serial": "missing"}
    send_back(workspace, "OI-02", {"new_index": "missing"}, now=NOW, who="F")
    (rest,) = send_back(workspace, "OI-02", reasons, now=NOW, who="G")
    assert rest.field == "new_serial"
    with pytest.raises(InputError, match="nothing is left to be corrected"):
        send_back(workspace, "OI-02", reasons, now=NOW, who="G")


def test_what_is_still_open_is_there_on_later_days(workspace, close, meter_data):
    close("OI-02", meter_data(1512).replace(WRONG, ""))
    assert standings(workspace, since=NOW + timedelta(days=3)) == [("OI-02", Standing.WRONG)]


def test_a_part_that_was_answered_leaves_the_rest_asked(workspace, close, meter_data):
    close("OI-02", meter_data(1512).replace(WRONG, ""))
    asked = send_back(workspace, "OI-02", {"new_index": "missing", "new_serial": "?"}, now=NOW, who="F")
    book = rule_book_of(workspace, NOW.date())
    answer_correction(workspace, asked[0].correction_id, "0", book=book, now=NOW, who="AG2")
    left = only(workspace)
    assert left.standing is Standing.ASKED
    assert [one.field for one in left.asked] == ["new_serial"]


def test_a_sound_order_that_a_gate_holds_is_kept_open(workspace, close):
    lines = MultiLineString([[(687500, 6924000), (687540, 6924000)]])
    cut = Outage(OrderId("OI-03"), AssetId("P03"), ("V4",), (), ("P03",), (), (), (), 40.0, 1.0, False, lines)
    import_records(workspace, [cut], name="import", who="test")
    close("OI-03", PURGE)
    held = only(workspace)
    assert held.standing is Standing.HELD
    assert [one.english() for one in held.lacks] == ["valve V4: note how it was left"]


def test_what_was_not_done_waits_for_another_day(workspace, close, meter_data):
    text = "author: AG2\nstarted_at: 2026-06-03 09:00\nended_at: 2026-06-03 09:05\nagents: [AG2]\n"
    close("OI-02", text + "result: not_done\ncause: absent\n")
    assert standings(workspace) == [("OI-02", Standing.NOT_DONE)]


def test_what_is_wrong_comes_first(workspace, close, meter_data):
    close("OI-02", meter_data(1512))
    close("OI-03", PURGE.replace("ended_at", "comment"))
    assert [standing for _, standing in standings(workspace)] == [Standing.WRONG, Standing.CLOSED]


def test_whom_to_ask_must_be_known(workspace, close, meter_data):
    close(
        "OI-02",
        meter_data(1512).replace(WRONG, "").replace("AG2]", "AG99]").replace("author: AG2", "author: B"),
    )
    with pytest.raises(InputError, match=r"whom to ask is not known \(found: AG99, B\)"):
        send_back(workspace, "OI-02", {"new_index": "missing"}, now=NOW, who="F")
    assert workspace.all(CorrectionRequest) == []


def test_what_nobody_handed_in_cannot_be_sent_back(workspace):
    assert workspace.all(Closure) == []
    with pytest.raises(InputError, match="OI-02"):
        send_back(workspace, "OI-02", {"new_index": "missing"}, now=NOW, who="F")
