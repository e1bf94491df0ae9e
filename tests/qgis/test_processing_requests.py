# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests, messages and closing through Processing: what is written, under whose name."""

import getpass
from dataclasses import replace
from datetime import datetime, timedelta

import geopandas as gpd
import pytest
from qgis.core import (
    QgsPointXY,
    QgsProcessingException,
)
from regard.core.ids import RequestId
from regard.planner.informing.letters import PRINTED
from regard.planner.records import Outage
from regard.store.workspaces import open_workspace
from regard.workorders.informing.contacts import CustomerContact
from regard.workorders.informing.messages import OrderMessage
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.requests import RequestState, ServiceRequest
from shapely.affinity import translate
from shapely.geometry import box

AT = "2026-06-03T08:00:00"


def column(layer, name):
    return [feature[name] for feature in layer.getFeatures()]


@pytest.fixture
def reading(built_town):
    workspace = open_workspace(built_town)
    yield workspace
    workspace.close()


def request_file(folder, *, code="AEP-CPT-REM"):
    path = folder / "requests.csv"
    path.write_text(
        "request_id;received_at;caller;phone;customer_ref;address;x;y;code;description;danger;contract_id\n"
        f"DI-2026-0900;2026-06-03 07:50;M. Roy;0639980003;;9 rue;687310;6924006;{code};Compteur;no;VA-2024\n"
    )
    return path


def test_requests_of_a_file_become_orders(answer, town, asked, tmp_path):
    found = answer("importrequests", WORKSPACE=str(town), SOURCE=str(request_file(tmp_path)))
    assert found["REQUEST_COUNT"] == 1
    assert column(found["REQUESTS"], "request_id") == ["DI-2026-0900"]
    assert "M. Roy" not in str([f.attributes() for f in found["REQUESTS"].getFeatures()])
    made = answer("qualifyrequests", WORKSPACE=str(town), NOW=AT)
    assert (made["ORDER_COUNT"], made["UNCLEAR_COUNT"]) == (1, 0)
    assert column(made["ORDERS"], "request_id") == ["DI-2026-0900"]
    request = asked(lambda workspace: workspace.get(ServiceRequest, "DI-2026-0900"))
    assert [request.order_id] == column(made["ORDERS"], "order_id")
    lines = asked(lambda workspace: workspace.journal()[-2:])
    assert {line.who for line in lines} == {getpass.getuser()}


def test_a_mistake_in_a_file_is_named_and_nothing_is_taken(answer, town, asked, tmp_path):
    before = asked(lambda workspace: len(workspace.keys(ServiceRequest)))
    with pytest.raises(QgsProcessingException, match="line 2, column code: found 'NOPE'"):
        answer("importrequests", WORKSPACE=str(town), SOURCE=str(request_file(tmp_path, code="NOPE")))
    assert asked(lambda workspace: len(workspace.keys(ServiceRequest))) == before


BAN = """id;numero;rep;nom_voie;code_postal;nom_commune;x;y
60_1;12;;Rue des Saules;60000;Valmont;687523;6924003
60_2;12;bis;Rue des Saules;60000;Valmont;687525;6924003
60_3;1;;Place Haute;60000;Valmont;687110;6924010
"""


def test_an_address_is_found_whatever_its_spelling(answer, town, tmp_path):
    base = tmp_path / "ban.csv"
    base.write_text(BAN, encoding="utf-8")
    found = answer("importaddresses", WORKSPACE=str(town), SOURCE=str(base))
    assert (found["ADDRESS_COUNT"], found["STREET_COUNT"]) == (3, 2)
    places = answer("findaddress", WORKSPACE=str(town), TEXT="12bis r. des saulles")["PLACES"]
    first = next(places.getFeatures())
    assert (first["rank"], first["is_exact_number"]) == (1, True)
    assert first.geometry().asPoint() == QgsPointXY(687525, 6924003)


def test_a_parcel_is_found_in_a_cadastre(answer, town, tmp_path):
    base = tmp_path / "parcelles.geojson"
    ids = ["60159000AB0123", "60159000AB0007"]
    squares = [box(687000 + 50 * n, 6924100, 687040 + 50 * n, 6924140) for n in range(2)]
    gpd.GeoDataFrame({"id": ids}, geometry=squares, crs="EPSG:2154").to_crs(4326).to_file(base)
    assert answer("importparcels", WORKSPACE=str(town), SOURCE=str(base))["PARCEL_COUNT"] == 2
    found = answer("findparcel", WORKSPACE=str(town), TEXT="ab 123")
    (place,) = found["PLACES"].getFeatures()
    assert (place["parcel_id"], found["PARCEL_COUNT"]) == (ids[0], 1)
    assert place.geometry().asPoint().distance(QgsPointXY(687020, 6924120)) < 0.1


def test_without_an_address_base_nothing_is_found_in_it(answer, built_town):
    with pytest.raises(QgsProcessingException, match="address"):
        answer("findaddress", WORKSPACE=str(built_town), TEXT="rue")


def test_a_call_that_may_repeat_another_is_joined_to_it(answer, town, asked):
    def add(workspace):
        model = workspace.get(ServiceRequest, "DI-2026-0001")
        again = replace(
            model,
            request_id=RequestId("DI-2026-0901"),
            received_at=model.received_at + timedelta(minutes=20),
            place=translate(model.place, 30, 40),
            state=RequestState.NEW,
            order_id="",
            version=0,
        )
        with workspace.command("test", who="test") as transaction:
            transaction.add([again])

    asked(add)
    found = answer("requestduplicates", WORKSPACE=str(town))
    pairs = {(f["request_id"], f["repeats"]): f for f in found["DUPLICATES"].getFeatures()}
    assert found["DUPLICATE_COUNT"] == len(pairs)
    pair = pairs["DI-2026-0901", "DI-2026-0001"]
    assert (pair["distance_m"], pair["minutes_later"]) == (50, 20)
    assert pair.geometry().length() == pytest.approx(50)
    assert {request for request, _ in pairs} == {"DI-2026-0901"}


def test_a_search_shows_where_things_are(answer, built_town, reading):
    hits = reading.search("compteur", limit=20)
    found = answer("search", WORKSPACE=str(built_town), TEXT="compteur")
    assert column(found["HITS"], "key") == [hit.key for hit in hits]
    assert found["HIT_COUNT"] == len(hits) == 2
    assert all(feature.hasGeometry() for feature in found["HITS"].getFeatures())
    assert answer("search", WORKSPACE=str(built_town), TEXT="zzzz")["HIT_COUNT"] == 0


@pytest.fixture
def cut_order(asked):
    """Return the order whose cut takes most customers; one of them takes an SMS."""

    def add(workspace):
        cut = max(workspace.all(Outage), key=lambda one: len(one.customers))
        with workspace.command("test", who="test") as transaction:
            transaction.add([CustomerContact("C-P09-04", "Mme Roy", mobile="0639980002")])
        return cut.order_id

    return asked(add)


def test_sms_and_letters_of_an_order_are_files(answer, town, asked, cut_order, tmp_path):
    given = {"WORKSPACE": str(town), "ORDER": cut_order, "NOW": AT}
    sms = tmp_path / "sms.csv"
    written = answer("exportmessages", **given, UPDATE=True, KIND=0, FILE=str(sms))
    lines = sms.read_text(encoding="utf-8").splitlines()
    assert written["MESSAGE_COUNT"] == len(lines) - 1 == 1
    assert lines[1].startswith("+33639980002,Mme Roy,")
    assert asked(lambda workspace: workspace.journal()[-1].who) == getpass.getuser()
    letters = tmp_path / "letters.pdf"
    printed = answer("exportmessages", **given, KIND=1, FILE=str(letters))["MESSAGE_COUNT"]
    messages = asked(lambda workspace: workspace.all(OrderMessage, order_id=cut_order))
    assert printed == sum(message.channel in PRINTED for message in messages) > 0
    assert letters.read_bytes().startswith(b"%PDF")


def test_an_order_without_messages_has_nothing_to_export(answer, town, cut_order, tmp_path):
    file = tmp_path / "sms.csv"
    with pytest.raises(QgsProcessingException, match="sms"):
        answer("exportmessages", WORKSPACE=str(town), ORDER=cut_order, NOW=AT, KIND=0, FILE=str(file))
    assert not file.exists()


DATA = """started_at: 2026-06-03 09:00
ended_at: 2026-06-03 09:10
agents: [AG2]
result: done
reading_type: real
photos: [index.jpg]
"""


@pytest.fixture
def at_work(asked):
    """Return an order to read a meter, which is being done."""

    def add(workspace):
        model = next(order for order in workspace.all(WorkOrder) if order.code == "AEP-CPT-REM")
        reading = replace(
            model,
            order_id="VA-2026-9002",
            request_id="",
            code="AEP-REL",
            state=OrderState.IN_PROGRESS,
            started_at=datetime(2026, 6, 3, 9),
            version=0,
        )
        with workspace.command("test", who="test") as transaction:
            transaction.add([reading])
        return reading.order_id

    return asked(add)


def test_an_order_is_sent_back_then_closed(answer, town, asked, at_work, tmp_path):
    file = tmp_path / "data.yaml"
    file.write_text(DATA, encoding="utf-8")
    (tmp_path / "index.jpg").write_text("a photo", encoding="utf-8")
    given = {"WORKSPACE": str(town), "ORDER": at_work, "NOW": "2026-06-03T18:00:00", "DATA": str(file)}
    back = answer("closeorder", **given)
    assert (back["STATE"], back["ERROR_COUNT"]) == ("to_correct", 1)
    kinds = [(f["kind"], f["field"]) for f in back["FINDINGS"].getFeatures()]
    assert ("error", "old_index") in kinds
    file.write_text(f"{DATA}old_index: 1482\n", encoding="utf-8")
    closed = answer("closeorder", **given)
    assert (closed["STATE"], closed["ERROR_COUNT"]) == ("closed", 0)
    assert asked(lambda workspace: workspace.get(WorkOrder, at_work).state) is OrderState.CLOSED
    assert asked(lambda workspace: workspace.journal()[-1].who) == getpass.getuser()


def test_a_photo_that_is_not_beside_the_file_is_refused(answer, town, asked, at_work, tmp_path):
    file = tmp_path / "data.yaml"
    file.write_text(DATA, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"line 6, column photos: found 'index\.jpg'"):
        answer("closeorder", WORKSPACE=str(town), ORDER=at_work, DATA=str(file))
    assert asked(lambda workspace: workspace.get(WorkOrder, at_work).state) is OrderState.IN_PROGRESS


def test_an_order_is_split_into_parts_that_follow_each_other(answer, town, asked):
    whole = asked(lambda workspace: next(o for o in workspace.all(WorkOrder) if o.code == "AEP-CASSE"))
    half = -(-whole.duration_min // 2)
    given = {"WORKSPACE": str(town), "ORDER": whole.order_id, "NOW": "2026-06-03T07:50:00"}
    with pytest.raises(QgsProcessingException, match="found 'half', expected numbers"):
        answer("splitorder", **given, VALUES="half")
    made = answer("splitorder", **given, VALUES=f"{half},{half}")
    assert made["PART_COUNT"] == 2
    rows = {f["order_id"]: (f["duration_min"], f["follows"]) for f in made["PARTS"].getFeatures()}
    assert rows == {
        whole.order_id: (half, ""),
        f"{whole.order_id}-2": (half, whole.order_id),
    }
    assert asked(lambda workspace: workspace.get(WorkOrder, f"{whole.order_id}-2").part_of) == whole.order_id


def test_a_field_that_no_form_has_is_named(answer, town, asked, at_work, tmp_path):
    file = tmp_path / "data.yaml"
    file.write_text(f"{DATA}old_idx: 3\n", encoding="utf-8")
    (tmp_path / "index.jpg").write_text("a photo", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="line 7: no field is called 'old_idx'"):
        answer("closeorder", WORKSPACE=str(town), ORDER=at_work, DATA=str(file))
    assert asked(lambda workspace: workspace.get(WorkOrder, at_work).state) is OrderState.IN_PROGRESS
