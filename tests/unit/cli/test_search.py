# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard search`` finds what a caller names, and ``orders list --day`` what a day is about."""


def test_a_request_is_found_by_its_caller_without_the_accent(town, done, requests_csv):
    done("requests", "import", town, requests_csv)
    (hit,) = done("search", town, "elan", "PUITS")["hits"]
    assert (hit["table"], hit["key"], hit["order_id"]) == ("service_request", "DI-1", "")


def test_people_read_what_was_found(town, regard, requests_csv, orders_csv):
    regard("requests", "import", town, requests_csv)
    regard("orders", "import", town, orders_csv)
    shown = regard("search", town, "OI-03")
    assert (shown.code, shown.err) == (0, "")
    assert "OI-03" in shown.out.splitlines()[1]
    assert regard("search", town, "nowhere").out == "Nothing holds these words.\n"


def test_a_day_lists_what_is_due_by_its_end_or_has_an_appointment(town, done, orders_csv):
    done("orders", "import", town, orders_csv)
    day = done("orders", "list", town, "--day", "2026-06-03")["orders"]
    assert [order["order_id"] for order in day] == ["OI-01", "OI-02", "OI-05"]
    assert len(done("orders", "list", town, "--day", "2026-06-10")["orders"]) == 6
    assert done("orders", "list", town, "--day", "2026-06-03", "--state", "done")["orders"] == []
