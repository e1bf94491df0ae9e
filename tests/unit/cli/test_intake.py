# SPDX-License-Identifier: GPL-3.0-or-later
"""From the call to the order at the command line, and what it says of bad input."""

import gzip

import geopandas as gpd
import pytest
from shapely.geometry import Point, box

BAN = """id;numero;rep;nom_voie;code_postal;nom_commune;x;y;lon;lat
60_1;12;;Rue des Saules;60000;Valmont;687523;6924003;;
60_2;12;bis;Rue des Saules;60000;Valmont;687525;6924003;;
60_3;1;;Place Haute;60000;Valmont;687110;6924010;;
""".replace(";lon;lat", "").replace(";;\n", "\n")
MAIL = """From: M. Roc <roc@example.org>
Subject: grosse fuite
Date: Wed, 3 Jun 2026 08:12:00 +0200
Message-ID: <1@example.org>

Il y a de l'eau sur la route devant le 12 rue des Saules, tel 06 00 00 00 02.
"""
CLICK = Point(687523, 6924003)
ANSWERS = ("danger=no", "leak_place=road", "water_entering_building=no", "road_subsiding=suspected")
NOW = ("--now", "2026-06-03T08:15")


def answered(*pairs):
    return [word for pair in pairs for word in ("--answer", pair)]


def call(*more, at="687523,6924003", code="AEP-CASSE", received="2026-06-03T08:12"):
    who = ("--caller", "Mme Martin", "--phone", "06 00 00 00 01", "--description", "water on the road")
    return (*who, "--code", code, "--received", received, *(("--at", at) if at else ()), *more)


@pytest.fixture
def addresses(town, write, done):
    return done("addresses", "import", town, write("ban.csv", BAN))


@pytest.mark.parametrize(
    ("said", "guessed", "unknown_number"),
    [
        ("12 rue des Saules", False, False),
        ("12 rue des sauls", True, False),
        ("14 rue des Saules", False, True),
    ],
)
def test_the_desk_reads_back_the_place_that_was_understood(
    town, addresses, said, guessed, unknown_number, regard
):
    shown = regard("requests", "add", town, *call(*answered(*ANSWERS), "--address", said, at="")).out
    shown = " ".join(shown.split())
    assert "Rue des Saules" in shown
    assert (f"'{said}'" in shown and "Ask the caller" in shown) is guessed
    assert ("lacks that number" in shown) is unknown_number
    assert "Acknowledge by 2026-06-03 08:42" in shown


def test_an_answer_to_a_type_that_nobody_named_says_so(town, regard):
    words = (
        "--caller",
        "M. Roc",
        "--phone",
        "0600000001",
        "--description",
        "blabla",
        "--at",
        "687523,6924003",
    )
    run = regard("requests", "add", town, *words, *answered("danger=no", "leak_place=road"))
    assert run.code == 2
    assert "names no type of work" in run.err and "leak_place" in run.err


def test_a_call_goes_its_way_to_closed_orders(town, addresses, done):
    assert addresses == {"addresses": 3, "streets": 2}
    first = done("requests", "add", town, *call(*answered(*ANSWERS), "--id", "DI-2026-0417"))
    assert first["assets"][0]["asset_id"] == "P03"
    assert round(first["assets"][0]["chainage_m"]) == 123
    second = done("requests", "add", town, *call(*answered(*ANSWERS), at="687563,6924003"))
    assert (second["request"]["request_id"], second["duplicates"]) == ("DI-2026-0418", ["DI-2026-0417"])
    queue = done("requests", "queue", town, "--now", "2026-06-03T08:43")["to_acknowledge"]
    assert [(one["request_id"], one["waited_min"], one["age"]) for one in queue] == [
        ("DI-2026-0417", 31, "red"),
        ("DI-2026-0418", 31, "red"),
    ]
    done("requests", "acknowledge", town, "DI-2026-0417", "DI-2026-0418", "--now", "2026-06-03T08:20")
    listed = done("requests", "list", town, *NOW)["requests"]
    assert [(one["waited_min"], one["age"], one["on_site_by"]) for one in listed] == [
        (8, "green", "2026-06-03T09:12:00")
    ] * 2
    done("requests", "merge", town, "DI-2026-0418", "--into", "DI-2026-0417", *NOW)
    main, after = done("requests", "qualify", town, "--chains", *NOW)["orders"]
    sheet = done("orders", "show", town, main)
    assert [one["request_id"] for one in sheet["tree"]["requests"]] == ["DI-2026-0417", "DI-2026-0418"]
    assert [one["order_id"] for one in sheet["tree"]["orders"]] == [main, after]
    assert len(sheet["tree"]["steps"]) == 12
    shown = done("requests", "show", town, "DI-2026-0418")
    assert (shown["orders"], shown["registered"]["request"]["merged_into"]) == ([main, after], "DI-2026-0417")


def test_the_register_speaks_french(town, regard):
    regard("requests", "add", town, *call(*answered(*ANSWERS)))
    shown = regard("requests", "list", town, "--now", "2026-06-03T08:43", "--lang", "fr").out
    assert "31 min, en retard" in shown
    asked = regard("requests", "questions", "--description", "fuite rue grosse", "--lang", "fr").out
    assert "Casse sur canalisation" in asked
    assert "Pour les distinguer : Quel débit ?" in asked
    assert "Main burst" in regard("requests", "questions", "--description", "fuite rue grosse").out


def test_what_to_ask_begins_with_danger(done):
    asked = done("requests", "questions", "--code", "AEP-CASSE")
    assert asked["questions"][0]["key"] == "danger"
    assert [one["key"] for one in asked["questions"] if one["mandatory"]] == [
        "danger",
        "leak_place",
        "water_entering_building",
        "road_subsiding",
    ]


def test_words_lead_to_types_and_the_question_between_them(done):
    asked = done("requests", "questions", "--description", "fuite rue grosse")
    assert {one["code"] for one in asked["suggestions"]} == {"AEP-CASSE", "AEP-FUI-CAN"}
    assert [one["question"] for one in asked["between"]] == ["leak_flow"]


def test_places_are_found_by_address_and_parcel(town, addresses, tmp_path, done):
    found = done("addresses", "find", town, "12bis r. des saulles")["addresses"]
    assert (found[0]["label"], found[0]["is_exact_number"]) == ("12 bis Rue des Saules, 60000 Valmont", True)
    near = done("requests", "near", town, "--address", "12 rue des saules", "--code", "AEP-CASSE")
    assert near["assets"][0]["asset_id"] == "P03"
    frame = gpd.GeoDataFrame({"id": ["60159000AB0123"]}, geometry=[box(0, 0, 2, 2)], crs="EPSG:2154")
    frame.to_file(tmp_path / "cadastre.gpkg", layer="parcelles")
    assert done("parcels", "import", town, tmp_path / "cadastre.gpkg") == {"parcels": 1}
    assert done("parcels", "find", town, "AB 123")["parcels"][0]["place"] == [1, 1]


def test_a_compressed_address_base_is_read(town, tmp_path, done):
    (tmp_path / "ban.csv.gz").write_bytes(gzip.compress(BAN.encode()))
    assert done("addresses", "import", town, tmp_path / "ban.csv.gz")["addresses"] == 3


def test_longitudes_and_latitudes_become_metres(town, write, done):
    rows = "numero;nom_voie;code_postal;nom_commune;lon;lat\n1;Rue X;60000;V;3;46.5\n"
    done("addresses", "import", town, write("ban.csv", rows))
    x, y = (done("addresses", "find", town, "1 rue x")["addresses"][0][name] for name in ("x", "y"))
    assert (round(x), round(y)) == (700000, 6600000)


CALLS = """request_id,received_at,caller,phone,customer_ref,address,x,y,code,description,danger,contract_id
DI-1,2026-06-03 07:20,Mme Élan,06 39 98 12 34,,3 rue du Puits,687520,6924000,AEP-CASSE,Casse,yes,VA-2024
DI-2,{received},M. Roc,{phone},,8 rue du Puits,687300,6924001,AEP-CPT-REM,Compteur,no,VA-2024
"""


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"phone": "abc"}, "line 3, column phone: found 'abc', expected a telephone number"),
        (
            {"received": "2026-06-03 08:21"},
            "line 3, column received_at: found '2026-06-03 08:21', expected no later than now (2026-06-03",
        ),
    ],
)
def test_a_file_with_a_call_to_come_or_a_number_that_is_none_is_refused_whole(
    town, write, regard, done, values, said
):
    sound = {"phone": "", "received": "2026-06-03 08:20"}
    run = regard("requests", "import", town, write("c.csv", CALLS.format(**(sound | values))), *NOW)
    assert (run.code, said in run.err) == (2, True), run.err
    assert done("requests", "list", town, *NOW)["requests"] == []
    assert done("requests", "import", town, write("c.csv", CALLS.format(**sound)), *NOW) == {"imported": 2}


def test_a_mail_is_a_request(town, addresses, write, done):
    taken = done("requests", "import", town, write("a.eml", MAIL), "--now", "2026-06-03T08:30")
    request = taken["request"]
    assert (request["caller"], request["phone"], request["place"]) == (
        "M. Roc",
        "06 00 00 00 02",
        [687523, 6924003],
    )
    answers = answered("danger=yes", "leak_place=road", "water_entering_building=no", "road_subsiding=no")
    changed = done("requests", "answer", town, request["request_id"], "--code", "AEP-CASSE", *answers)[
        "request"
    ]
    assert (changed["danger"], changed["code"]) == (True, "AEP-CASSE")


@pytest.fixture
def layer(tmp_path):
    """Return a function that writes requests as a layer; what is given replaces columns."""

    def layer(places=(CLICK,), **values):
        columns = {
            "request_id": "DI-9",
            "received_at": "2026-06-03 08:12",
            "caller": "Mairie",
            "phone": "0600000001",
            "customer_ref": "",
            "address": "rue X",
            "code": "AEP-CASSE",
            "description": "casse",
            "danger": True,
            "contract_id": "VA-2024",
        } | values
        frame = gpd.GeoDataFrame([columns] * len(places), geometry=list(places), crs="EPSG:2154")
        frame.to_file(tmp_path / "calls.gpkg", layer="calls")
        return tmp_path / "calls.gpkg"

    return layer


def test_requests_of_a_layer_are_imported(town, layer, done):
    assert done("requests", "import", town, layer()) == {"imported": 1}
    (request,) = done("requests", "list", town, *NOW)["requests"]
    assert (request["place"], request["danger"], request["channel"]) == ([687523, 6924003], True, "layer")


@pytest.mark.parametrize(
    ("places", "values", "said"),
    [
        ([Point(0, 0)], {"code": "AEP-CASE"}, "calls.gpkg, line 1, column code: found 'AEP-CASE'"),
        ([Point(0, 0)], {"received_at": "soon"}, "line 1, column received_at: found 'soon'"),
        ([CLICK], {"phone": "abc"}, "line 1, column phone: found 'abc', expected a telephone number"),
        (
            [CLICK],
            {"received_at": "2099-06-03 08:12"},
            "line 1, column received_at: found '2099-06-03 08:12', expected no later than now (",
        ),
        ([CLICK] * 2, {}, "line 2, column request_id: 'DI-9' is already used on line 1"),
        ([box(0, 0, 1, 1)], {}, "line 1, column geometry: found 'Polygon', expected a point"),
        ([Point(0, 0)], {"colour": "red"}, "column 'colour' is unknown"),
        ([Point(0, 0)], {"answers": "colour=red"}, "line 1, column answers: found 'colour=red'"),
    ],
)
def test_a_layer_with_a_mistake_is_refused_whole(town, layer, regard, done, places, values, said):
    run = regard("requests", "import", town, layer(places, **values))
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert done("requests", "list", town, *NOW)["requests"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("requests", "add", "T", *call()), "answers are missing: danger (yes, no)"),
        (("requests", "add", "T", *call("--answer", "danger")), "answer 'danger': expected KEY=ANSWER"),
        (("requests", "add", "T", *call(*answered("danger=no", "danger=yes"))), "each key once"),
        (("requests", "add", "T", *call(*answered(*ANSWERS), at="")), "say where it is"),
        (("requests", "add", "T", *call(*answered(*ANSWERS), at="2.1,49.4")), "longitude"),
        (("requests", "add", "T", *call(*answered(*ANSWERS), "--address", "x", at="")), "addresses import"),
        (("requests", "add", "T", *call(*answered(*ANSWERS), "--parcel", "AB 1", at="")), "parcels import"),
        (
            ("requests", "add", "T", *call(*answered(*ANSWERS), "--asset", "Q1", at="")),
            "no asset is called 'Q1'",
        ),
        (("requests", "add", "T", *call(received="soon")), "'soon' is not a time"),
        (
            ("requests", "add", "T", *call(*NOW, received="2026-06-03 08:21")),
            "no later than now (2026-06-03 08:15",
        ),
        (
            ("requests", "add", "T", *call("--phone", "abc")),
            "phone: found 'abc', expected a telephone number",
        ),
        (("requests", "add", "T", "--description", "x"), "Missing option '--caller'"),
        (("requests", "questions", "--code", "AEP-CASE"), "AEP-CASSE"),
        (("requests", "answer", "T", "DI-9"), "service request 'DI-9' does not exist"),
        (("requests", "show", "T", "DI-9"), "service request 'DI-9' does not exist"),
        (("requests", "acknowledge", "T", "DI-9"), "service request 'DI-9' does not exist"),
        (("requests", "reject", "T", "DI-9", "--reason", "x"), "service request 'DI-9' does not exist"),
        (("requests", "merge", "T", "DI-9", "--into", "DI-8"), "service request 'DI-8' does not exist"),
        (("requests", "merge", "T", "DI-9"), "Missing option '--into'"),
        (("requests", "close", "T", "--order", "OI-9"), "work order 'OI-9' does not exist"),
        (("requests", "callers", "T", "--order", "OI-9"), "work order 'OI-9' does not exist"),
        (("requests", "near", "T"), "say where it is"),
        (("requests", "import", "T", "none.eml"), "none.eml: no such file"),
        (("requests", "import", "T", "x.csv", "--at", "1,2"), "--at is for a mail"),
        (("orders", "chain", "T", "OI-9"), "work order 'OI-9' does not exist"),
        (("orders", "step", "T", "OI-9", "repair"), "work order 'OI-9' does not exist"),
        (("orders", "judge", "T", "OI-9"), "work order 'OI-9' does not exist"),
        (("orders", "link", "T", "--first", "OI-9", "--then", "OI-8"), "work order 'OI-9' does not exist"),
        (("orders", "link", "T", "--first", "OI-9"), "Missing option '--then'"),
        (
            ("orders", "link", "T", "--first", "a", "--then", "b", "--steps-of", "O", "--min-lag", "3"),
            "for orders",
        ),
        (("orders", "unlink", "T", "--first", "OI-9", "--then", "OI-8"), "OI-8 does not follow OI-9"),
        (("orders", "prioritise", "T", "OI-9"), "give either --priority or --take-back"),
        (("orders", "prioritise", "T", "OI-9", "--priority", "P1"), "work order 'OI-9' does not exist"),
        (("orders", "prioritise", "T", "OI-9", "--priority", "P9"), "'P9' is not one of"),
        (("addresses", "find", "T", "12 rue X"), "has no address base"),
        (("addresses", "import", "T", "none.csv"), "none.csv: no such file"),
        (("parcels", "find", "T", "AB 1"), "has no parcels"),
        (("parcels", "import", "T", "none.gpkg"), "none.gpkg: no such file"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_nothing_is_saved(town, regard, done, arguments, said):
    run = regard(*(town if word == "T" else word for word in arguments))
    assert (run.code, run.out, len(run.err.splitlines())) == (2, "", 1)
    assert said in run.err
    assert done("requests", "list", town, *NOW)["requests"] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("numero;nom_voie;code_postal;nom_commune\n", "column 'lon' is missing"),
        ("numero;code_postal;nom_commune;lon;lat\n", "column 'nom_voie' is missing"),
        ("numero;nom_voie;code_postal;nom_commune;lon;lat\n", "is empty"),
        (
            "numero;nom_voie;code_postal;nom_commune;lon;lat\nx;R;6;V;3;46\n",
            "line 2, column numero: found 'x'",
        ),
        (
            "numero;nom_voie;code_postal;nom_commune;lon;lat\n1;;6;V;3;46\n",
            "line 2, column nom_voie: found ''",
        ),
        ("numero;nom_voie;code_postal;nom_commune;lon;lat\n1;R;6;V;3;96\n", "line 2, column lat: found '96'"),
        (
            "numero;nom_voie;code_postal;nom_commune;lon;lat\n1;R;6;V;nan;46\n",
            "line 2, column lon: found 'nan'",
        ),
        ("numero;nom_voie;code_postal;nom_commune;lon;lat\n1;R;6;V;;\n", "(and 1 more)"),
        ("numero;nom_voie;code_postal;nom_commune;lon;lat\n1;R;6\n", "line 2: has 3 cells"),
    ],
)
def test_an_address_base_with_a_mistake_is_refused_whole(town, write, regard, text, said):
    run = regard("addresses", "import", town, write("ban.csv", text))
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert "has no address base" in regard("addresses", "find", town, "1 r").err


def test_a_file_that_only_looks_compressed_is_refused(town, write, regard):
    run = regard("addresses", "import", town, write("ban.csv.gz", "no gzip"))
    assert run.code == 2
    assert "ban.csv.gz: cannot be read" in run.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n", "a.eml, From: found ''"),
        ("From: a@b.fr\n\n", "a.eml, Subject: found ''"),
        ("From: a@b.fr\n\nfuite rue de la Paix", "a.eml, address: the words name no known address"),
    ],
)
def test_a_mail_that_is_no_request_names_file_and_field(town, addresses, write, regard, text, said):
    run = regard("requests", "import", town, write("a.eml", text))
    assert (run.code, run.out) == (2, "")
    assert said in run.err


def test_an_override_says_who_and_why(town, done, regard):
    done("requests", "add", town, *call(*answered(*ANSWERS), code="AEP-FUI-CAN"))
    (order,) = done("requests", "qualify", town, *NOW)["orders"]
    refused = regard("orders", "prioritise", town, order, "--priority", "P1")
    assert (refused.code, f"{order}: say why it becomes P1" in refused.err) == (2, True)
    said = ("--reason", "school exam", "--by", "D. Martin", "--now", "2026-06-03T08:31")
    kept = done("orders", "prioritise", town, order, "--priority", "P1", *said)["override"]
    assert (kept["by"], kept["at"], kept["reason"]) == ("D. Martin", "2026-06-03T08:31:00", "school exam")
    assert (
        "P1 instead of P2 by D. Martin, 2026-06-03 08:31: school exam"
        in regard("orders", "show", town, order).out
    )
    assert done("orders", "judge", town, order, *NOW)["order"]["priority"] == "P1"
    assert done("orders", "prioritise", town, order, "--take-back")["order"]["priority"] == "P2"
    changes = done("orders", "history", town, order)["priorities"]
    assert [(one["before"], one["after"], bool(one["reason"])) for one in changes] == [
        ("P2", "P1", True),
        ("P1", "P2", False),
    ]
    assert "priorité P2 > P1" in regard("orders", "history", town, order, "--lang", "fr").out


def test_steps_are_done_in_their_order(town, done, regard):
    done("requests", "add", town, *call(*answered(*ANSWERS)))
    (order,) = done("requests", "qualify", town, *NOW)["orders"]
    assert len(done("orders", "chain", town, order, *NOW)["steps"]) == 12
    early = regard("orders", "step", town, order, "reopen", *NOW)
    assert (early.code, "cannot start before this is done" in early.err) == (2, True)
    assert done("orders", "step", town, order, "1", *NOW)["step"]["key"] == "secure"
    circle = regard(
        "orders", "link", town, "--steps-of", order, "--first", "reinstatement", "--then", "excavate"
    )
    assert (circle.code, "circle" in circle.err) == (2, True)
    assert (
        done("orders", "link", town, "--steps-of", order, "--first", "1", "--then", "5")["linked"]["number"]
        == 5
    )
