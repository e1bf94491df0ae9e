# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing an order and correcting what was handed in, command by command."""

import pytest
from regard.cli.orders.closing import limits
from regard.cli.session import Session
from regard.workorders.closing.forms import FormField

NOW = "2026-06-03T18:00"
ORDERS = """order_id;code;x;y;duration_min;priority;received_at;due_at;state;started_at
OI-1;AEP-REL;688900;6925100;10;P4;2026-06-01 08:00;2026-06-10 17:00;in_progress;2026-06-03 09:00
"""
DATA = """started_at: 2026-06-03 09:00
ended_at: 2026-06-03 09:10
agents: [AG2]
result: done
reading_type: real
photos: [index.jpg]
"""


@pytest.fixture
def at_work(staffed, write, done):
    done("orders", "import", staffed, write("orders.csv", ORDERS))
    write("index.jpg", "a photo")
    return staffed


def test_an_order_goes_back_is_asked_about_and_closed(at_work, write, done, regard):
    data = write("data.yaml", DATA)
    close = ("close", at_work, "--order", "OI-1", "--data", data, "--now", NOW)
    sent_back = done(*close)
    assert (sent_back["state"], sent_back["findings"][0]["field"]) == ("to_correct", "old_index")
    shown = regard(*close, "--lang", "fr").out
    assert "à corriger : old_index manque, attendu : un nombre" in shown
    ask = ("corrections", "ask", at_work, "OI-1", "old_index", "--agent", "AG2", "--reason", "missing")
    asked = done(*ask, "--due", "2026-06-05 12:00", "--now", NOW)
    (listed,) = done("corrections", "list", at_work, "--now", "2026-06-05T12:30")["corrections"]
    assert (listed["correction_id"], listed["is_overdue"]) == (asked["correction_id"], True)
    assert len(done("corrections", "remind", at_work, "--now", "2026-06-05T12:30")["reminders"]) == 1
    answered = done("corrections", "answer", at_work, asked["correction_id"], "1482", "--by", "AG2")
    assert answered["state"] == "closed"
    done(
        "corrections", "set", at_work, "OI-1", "old_index", "1483", "--reason", "misread", "--by", "D. Martin"
    )
    changes = done("corrections", "changes", at_work, "OI-1")
    assert changes["fields"]["old_index"] == {"value": "1483", "original": ""}
    assert [one["new_value"] for one in changes["changes"]] == ["1482", "1483"]
    assert "D. Martin" in regard("corrections", "changes", at_work, "OI-1").out


@pytest.mark.parametrize(("language", "most"), [("en", "1,000,000"), ("fr", "1\u202f000\u202f000")])
def test_the_limits_of_a_form_are_written_out(language, most):
    field = FormField(en="Customers", fr="Abonnés", kind="whole", least=0, most=1_000_000)
    assert limits(Session(language), field) == f"0 … {most}"


def test_without_data_the_form_is_listed_with_codes_and_units(at_work, done, regard):
    form = done("close", at_work, "--order", "OI-1")
    assert form["fields"]["old_index"] == {
        "label": "Index found",
        "kind": "number",
        "needed": "done",
        "unit": "m³",
        "least": 0.0,
        "most": None,
        "values": {},
    }
    assert form["fields"]["reading_type"]["values"]["self"] == "told by the customer"
    assert form["photos"] == 1
    shown = regard("close", at_work, "--order", "OI-1", "--lang", "fr").out
    assert "auto-relève" in shown
    assert "un nombre" in shown
    assert "m³" in shown
    assert done("orders", "show", at_work, "OI-1")["order"]["state"] == "in_progress"


def test_mistakes_in_a_file_name_line_and_field(at_work, write, regard):
    run = regard("close", at_work, "--order", "OI-1", "--data", write("d.yaml", DATA + "old_idx: 3\n"))
    assert run.code == 2
    assert "line 7: no field is called 'old_idx' here (near: old_index" in run.err
    run = regard("close", at_work, "--order", "OI-1", "--data", "none.yaml")
    assert (run.code, run.err) == (2, "error: none.yaml: no such file\n")


def test_a_photo_that_is_not_beside_the_file_is_refused_by_line_and_nothing_is_written(
    at_work, write, regard, done
):
    data = write("d.yaml", DATA.replace("index.jpg", "index.jpg, indx.jpg"))
    run = regard("close", at_work, "--order", "OI-1", "--data", data, "--now", NOW)
    said = (
        "line 6, column photos: found 'indx.jpg', expected a file that lies beside this one (near: index.jpg"
    )
    assert (run.code, said in run.err) == (2, True)
    assert done("orders", "show", at_work, "OI-1")["order"]["state"] == "in_progress"
