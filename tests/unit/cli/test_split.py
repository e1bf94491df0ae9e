# SPDX-License-Identifier: GPL-3.0-or-later
"""Splitting an order and setting its quantity at the command line."""

import pytest

NOW = ("--now", "2026-06-03T09:00")
ORDERS = """order_id;code;x;y;duration_min;priority;received_at;due_at;quantity;state
OI-1;ASS-CUR-P;688900;6925100;420;P4;2026-06-01 08:00;2026-06-30 17:00;550;qualified
OI-2;AEP-FUI-CAN;688900;6925100;10;P4;2026-06-01 08:00;2026-06-10 17:00;;qualified
OI-3;ASS-CUR-P;688900;6925100;420;P4;2026-06-01 08:00;2026-06-30 17:00;550;dispatched
"""


@pytest.fixture
def jetting(staffed, write, done):
    done("orders", "import", staffed, write("orders.csv", ORDERS))
    return staffed


def test_a_quantity_sets_the_time_and_undo_takes_it_back(jetting, done, regard):
    counted = done("orders", "quantity", jetting, "OI-1", "300", *NOW)
    # 0.76 min a metre at half of them: 250 m less are 190 min less
    assert (counted["order"]["quantity"], counted["order"]["duration_min"]) == (300, 420 - 190)
    assert counted["p50"] < counted["p80"]
    assert "300 metres" in regard("orders", "quantity", jetting, "OI-1", "300", *NOW).out
    assert "300 mètres" in regard("orders", "quantity", jetting, "OI-1", "300", *NOW, "--lang", "fr").out
    done("workspace", "undo", jetting)
    done("workspace", "undo", jetting)
    done("workspace", "undo", jetting)
    assert done("orders", "show", jetting, "OI-1")["order"]["quantity"] == 550


@pytest.mark.parametrize(
    ("order", "amount", "said"),
    [
        ("OI-2", "3", "AEP-FUI-CAN"),
        ("OI-3", "3", "dispatched"),
        ("OI-9", "3", "OI-9"),
        ("OI-1", "0", "QUANTITY"),
        ("OI-1", "-4", "-4"),
        ("OI-1", "many", "QUANTITY"),
    ],
)
def test_a_quantity_that_does_not_do_is_refused(jetting, regard, order, amount, said):
    run = regard("orders", "quantity", jetting, order, amount, *NOW)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert "Traceback" not in run.err


def test_an_order_is_split_by_quantities_shown_first_and_then_written(jetting, done, regard):
    split = ("orders", "split", jetting, "OI-1", "--quantity", "300,250", *NOW)
    draft = done(*split, "--dry-run")
    assert (draft["written"], len(done("orders", "list", jetting)["orders"])) == (False, 3)
    made = done(*split)
    assert [(one["order_id"], one["quantity"]) for one in made["parts"]] == [("OI-1", 300), ("OI-1-2", 250)]
    assert sum(one["duration_min"] for one in made["parts"]) == 420
    assert [(one["first_id"], one["second_id"]) for one in made["links"]] == [("OI-1", "OI-1-2")]
    assert "OI-1-2" in regard("orders", "list", jetting).out


@pytest.mark.parametrize(
    ("ways", "lags"),
    [
        (("--minutes", "220,200"), [0]),
        (("--days", "3"), [600, 600]),
        (("--minutes", "220,200", "--min-lag", "45"), [45]),
        (("--phase", "banks=200", "--phase", "bed"), [0]),
        (("--minutes", "220,200", "--any-order"), []),
    ],
)
def test_each_way_gives_parts_that_follow_each_other(jetting, done, ways, lags):
    made = done("orders", "split", jetting, "OI-1", *ways, *NOW)
    assert sum(one["duration_min"] for one in made["parts"]) == 420
    assert [one["min_lag_min"] for one in made["links"]] == lags


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "--minutes"),
        (("--minutes", "220,200", "--days", "2"), "--minutes"),
        (("--minutes", "220,x"), "220,x"),
        (("--minutes", "nan,200"), "nan,200"),
        (("--minutes", "100,100"), "420"),
        (("--minutes", "420"), "2"),
        (("--days", "99"), "99"),
        (("--quantity", "300,300"), "600"),
        (("--phase", "a=b", "--phase", "c"), "--phase: found 'b'"),
        (("--minutes", "220,200", "--cut", "one"), "no water cut"),
        (("--minutes", "220,200", "--material-in", "5"), "5"),
    ],
)
def test_parts_that_do_not_do_are_refused_and_nothing_is_written(jetting, regard, done, options, said):
    run = regard("orders", "split", jetting, "OI-1", *options, *NOW)
    assert (run.code, run.out) == (2, "")
    assert said in run.err.replace(str(jetting), "")
    assert len(done("orders", "list", jetting)["orders"]) == 3


def test_what_has_left_is_not_split_and_says_so_in_french(jetting, regard):
    run = regard("orders", "split", jetting, "OI-3", "--days", "2", *NOW, "--lang", "fr")
    assert run.code == 2
    assert run.err.startswith("erreur : OI-3")
    assert "réparti" in run.err or "transmis" in run.err or "envoyé" in run.err


def test_a_permit_noted_for_one_part_is_told_to_be_that_of_the_other(jetting, done, regard):
    done("orders", "split", jetting, "OI-1", "--days", "2", *NOW)
    permit = ("orders", "permit", jetting, "OI-1", "traffic_order", "--granted", "2026-06-02")
    shown = regard(*permit).out
    assert "Also for the other parts of the same dig: OI-1-2" in shown
    assert done(*permit, "--only-this")["parts"] == []
