# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders and requests are found by what is written in them, whoever wrote it last."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from regard.core.folding import folded
from regard.store import search_geopackage, search_postgis
from regard.store.growth import grow
from regard.store.spellings import asked_words, holds
from regard.workorders.orders import WorkOrder
from regard.workorders.requests import ServiceRequest
from shapely.geometry import Point

CALL = ServiceRequest(
    request_id="DI-01",
    received_at=datetime(2026, 6, 3, 8),
    caller="Mme Héloïse d'Œuvre",
    phone="06 39 98 12 34",
    customer_ref="AB-1042",
    address="3, rue du Puits-l'Évêque",
    place=Point(0, 0),
    code="AEP-FUI-CAN",
    description="fuite sous le trottoir, 100 % du débit_ perdu",
    danger=False,
    contract_id="C",
    order_id="OI-01",
)


@pytest.fixture
def known(workspace, order):
    with workspace.command("open", who="F") as transaction:
        transaction.add([CALL, replace(order, address="12 avenue des Tilleuls", asset_id="VAN-7")])
    return workspace


def found(workspace, text, **options):
    return [(hit.table, hit.key) for hit in workspace.search(text, **options)]


@pytest.mark.parametrize(
    "text",
    [
        "heloise",
        "HÉLOÏSE",
        "oeuvre",
        "d'œuvre",
        "0",
        "98 12",
        "ab-1042",
        "eveque puits",
        "100 %",
        "débit_",
        "DI-01",
    ],
)
def test_a_request_is_found_by_caller_customer_address_or_words(known, text):
    assert ("service_request", "DI-01") in found(known, text)


NUMBER_WRITTEN = ["06 39 98 12 34", "0639981234", "06.39.98.12.34", "06-39-98-12-34", "+33 6 39 98 12 34"]


@pytest.mark.parametrize("noted", [*NUMBER_WRITTEN, "+33639981234", "0033 6 39 98 12 34"])
def test_a_telephone_number_is_found_however_it_is_written(known, noted):
    with known.command("note", who="F") as transaction:
        transaction.save(replace(CALL, phone=noted))
    for asked in [*NUMBER_WRITTEN, "98 12 34", "heloise 98 12 34 puits"]:
        assert (asked, found(known, asked)) == (asked, [("service_request", "DI-01")])
    for other in ("06 39 98 12 35", "0639981235", "34 12 98", "brule 98 12 34"):
        assert (other, found(known, other)) == (other, [])


def test_old_ones_are_found_among_many_later_ones(known, order, monkeypatch):
    monkeypatch.setattr(search_postgis, "_LATEST", 3)
    later = [replace(order, order_id=f"X{n}", address="12 rue Haute", asset_id="") for n in range(9)]
    with known.command("more", who="F") as transaction:
        transaction.add(later)
    assert found(known, "tilleuls") == found(known, "va") == [("work_order", "OI-01")]
    assert found(known, "le") == [("work_order", "OI-01"), ("service_request", "DI-01")]
    assert [key for _, key in found(known, "casse", limit=10)] == [
        *(f"X{n}" for n in range(8, -1, -1)),
        "OI-01",
    ]
    assert [key for _, key in found(known, "rue haute", limit=5)] == [f"X{n}" for n in range(8, 3, -1)]


@pytest.mark.parametrize("text", ["tilleuls 12", "van-7", "casse", "z1", "P"])
def test_an_order_is_found_by_address_asset_or_label(known, text):
    assert ("work_order", "OI-01") in found(known, text)


@pytest.mark.parametrize("text", ["heloise tilleuls", "%%", "puits_", "x' OR 1=1 --", '"', "", "zzz", "99 %"])
def test_what_is_not_there_is_not_found(known, text):
    assert found(known, text) == []


def test_the_one_called_so_comes_first_and_a_request_tells_its_order(known, order):
    with known.command("more", who="F") as transaction:
        transaction.add([replace(order, order_id="OI-012", label="voir OI-01")])
    assert found(known, "oi-01")[0] == ("work_order", "OI-01")
    assert {hit.order_id for hit in known.search("heloise")} == {"OI-01"}
    assert len(found(known, "oi-01")) == 3
    assert len(found(known, "oi-01", limit=2)) == 2


def test_what_is_changed_removed_or_undone_is_found_as_it_is(known):
    with known.command("rename", who="F") as transaction:
        transaction.save(replace(CALL, caller="M. Noël Brûlé"))
    assert (found(known, "brule"), found(known, "heloise")) == ([("service_request", "DI-01")], [])
    known.undo(who="F")
    assert (found(known, "brule"), found(known, "heloise")) == ([], [("service_request", "DI-01")])
    with known.command("drop", who="F") as transaction:
        transaction.remove(known.get(ServiceRequest, "DI-01"))
    assert found(known, "heloise") == []


def test_what_another_program_writes_is_found(known):
    with known.backend.writing() as connection:
        connection.exec_driver_sql("UPDATE work_order SET address = 'place Gelée'")
    assert found(known, "gelee") == [("work_order", "OI-01")]
    assert found(known, "tilleuls") == []
    with known.backend.writing() as connection:
        connection.exec_driver_sql("DELETE FROM work_order")
    assert found(known, "gelee") == []


def test_a_workspace_of_before_is_searched_once_it_has_grown(known):
    with known.backend.writing() as connection:
        if connection.dialect.name == "sqlite":
            for statement in ("TABLE search_index", "TABLE search_stale"):
                connection.exec_driver_sql(f"DROP {statement}")
            for table in ("work_order", "service_request"):
                for verb in ("insert", "update", "delete"):
                    connection.exec_driver_sql(f"DROP TRIGGER search_{table}_{verb}")
        else:
            connection.exec_driver_sql("DROP FUNCTION search_folded CASCADE")
        grow(connection)
    assert found(known, "heloise") == [("service_request", "DI-01")]


WORDS = st.text(alphabet="aàÂbŒ1 -'%_\"", min_size=1, max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(labels=st.lists(WORDS, min_size=1, max_size=6), asked=WORDS)
def test_search_finds_what_reading_everything_finds(workspace, order, labels, asked):
    orders = [
        replace(order, order_id=f"X{n}", label=text, request_id="", code="", address="", zone="", asset_id="")
        for n, text in enumerate(labels)
    ]
    with workspace.command("open", who="F") as transaction:
        transaction.add(orders)
    words = asked_words(folded(asked))
    wanted = [o for o in orders if words and holds(folded(f"{o.order_id}\n{o.label}"), words)]
    assert sorted(key for _, key in found(workspace, asked)) == [o.order_id for o in wanted]
    with workspace.command("tidy", who="F") as transaction:
        for record in orders:
            transaction.remove(record)


def test_without_an_index_the_same_is_found(known, monkeypatch):
    monkeypatch.setattr(search_geopackage, "is_able", lambda: False)
    assert found(known, "heloise puits") == [("service_request", "DI-01")]
    with known.command("rename", who="F") as transaction:
        transaction.save(replace(CALL, caller="M. Noël Brûlé"))
    assert found(known, "noel brule") == [("service_request", "DI-01")]
    monkeypatch.undo()
    assert found(known, "noel brule") == [("service_request", "DI-01")]
    assert known.count(WorkOrder) == 1
