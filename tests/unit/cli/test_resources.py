# SPDX-License-Identifier: GPL-3.0-or-later
"""People and means by commands, from files to the ways around a missing means."""

import pytest

DAY = ("--day", "2026-06-03")
FILES = {
    "depots.csv": "depot_id,name,x,y,opens,closes\nD1,Dépôt,686000,6923500,07:00,18:00\n",
    "agents.csv": (
        "agent_id,name,x,y,zone,day_start,day_end,lunch_start,lunch_end,lunch_min,overtime_min,vehicle,depot\n"
        "AG1,Ada,686000,6923500,Z1,07:45,16:30,12:00,14:00,45,0,van,D1\n"
        "AG2,Blaise,686000,6923500,Z1,08:00,16:30,12:00,14:00,45,0,van,\n"
    ),
    "skills.csv": (
        "grant_id,agent_id,skill,valid_from,valid_until\n"
        "G1,AG1,TERR,2025-01-01,2027-01-01\nG2,AG2,PI,2025-01-01,2027-01-01\n"
    ),
    "equipment.csv": "equipment_id,kind,agent_id\nASP-1,suction_excavator,AG1\n",
    "bookings.csv": (
        "booking_id,equipment_id,starts_at,ends_at,note\nB1,ASP-1,2026-06-03 08:00,2026-06-03 12:00,Sud\n"
    ),
    "stock.csv": "stock_id,holder,part,quantity\nS1,D1,repair_clamp,2\n",
    "subcontractors.csv": (
        "subcontractor_id,name,skills,phone,hourly_rate_eur\nST-02,Vallon,TERR;PI,0199000001,78\n"
    ),
    "prices.csv": "price_id,subcontractor_id,code,unit,price_eur\nP1,ST-02,ASS-ITV,m,4.2\n",
    "restrictions.csv": (
        "restriction_id,agent_id,kind,first_day,last_day\nR1,AG2,no_night_call_out,2026-06-01,2026-06-30\n"
    ),
    "on_call.csv": "duty_id,agent_id,starts_at,ends_at\nD1,AG1,2026-06-03 17:00,2026-06-04 07:00\n",
    "call_outs.csv": "call_out_id,agent_id,starts_at,ends_at\nC1,AG2,2026-05-30 22:00,2026-05-30 23:00\n",
    "crews.csv": "crew_id,name,agents,zone\nC1,Nord,AG1;AG2,Z1\n",
}
ORDER = (
    "order_id;code;priority;received_at;due_at;x;y;duration_min;skills;parts\n"
    "OI-01;AEP-ENQ;P2;2026-06-01 08:00;2026-06-03 18:00;687520;6924000;150;TERR;repair_clamp=1\n"
)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "resources"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def town(regard, folder, tmp_path):
    """Return a workspace with the people and means, and one order."""
    town = tmp_path / "town.gpkg"
    (tmp_path / "orders.csv").write_text(ORDER, encoding="utf-8")
    for run in (
        ("workspace", "create", town, "--crs", "EPSG:2154"),
        ("resources", "import", town, folder),
        ("orders", "import", town, tmp_path / "orders.csv"),
    ):
        done = regard(*run)
        assert done.code == 0, done.err
    return town


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        (
            "bookings.csv",
            "B2,ASP-1,2026-06-03 11:00,2026-06-03 15:00,",
            "taken by the booking B1, from 2026-06-03 08:00",
        ),
        (
            "bookings.csv",
            "B2,ASP-9,2026-06-04 11:00,2026-06-04 15:00,",
            "line 3, column equipment_id: found 'ASP-9'",
        ),
        ("bookings.csv", "B2,ASP-1,2026-06-04 11:00,2026-06-04 10:00,", "line 3, column ends_at"),
        (
            "restrictions.csv",
            "R2,AG1,bad_back,2026-06-01,2026-06-30",
            "line 3, column kind: found 'bad_back'",
        ),
        ("crews.csv", "C2,Sud,AG1;AG9,Z1", "line 3, column agents: found 'AG1;AG9'"),
        ("prices.csv", "P2,ST-9,ASS-ITV,m,4", "line 3, column subcontractor_id: found 'ST-9'"),
        ("prices.csv", "P1,ST-02,ASS-ITV,m,4", "line 3, column price_id: 'P1' is already used on line 2"),
        ("stock.csv", "S2,D9,repair_clamp,2", "line 3, column holder: found 'D9'"),
        ("depots.csv", "D2,Sud,1,1,18:00,07:00", "line 3, column closes"),
    ],
)
def test_a_wrong_line_is_named_with_its_field(regard, folder, tmp_path, file, line, said):
    with (folder / file).open("a", encoding="utf-8") as out:
        out.write(f"{line}\n")
    town = tmp_path / "town.gpkg"
    regard("workspace", "create", town, "--crs", "EPSG:2154")
    run = regard("resources", "import", town, folder)
    assert run.code == 2
    assert file in run.err
    assert said in run.err
    assert regard("agents", "show", town, "AG1").code == 2


def test_agents_are_added_edited_and_shown(regard, town):
    assert regard("agents", "add", town, "AG3", "--name", "Curie", "--home", "686000,6923500").code == 0
    edited = regard("agents", "edit", town, "AG3", "--contact", "sms", "--day-start", "07:15", "--json")
    assert (edited.data["agent"]["contact"], edited.data["agent"]["day_start"]) == ("sms", "07:15:00")
    assert regard("agents", "restrict", town, "AG3", "--kind", "no_call_out", "--from", "2026-06-01",
                  "--until", "2026-06-30").code == 0  # fmt: skip
    shown = regard("agents", "show", town, "AG2")
    assert "no_night_call_out until 2026-06-30" in shown.out
    refused = regard(
        "agents", "on-call", town, "AG2", "--from", "2026-06-03 17:00", "--until", "2026-06-04 07:00"
    )
    assert (refused.code, "not to be called out" in refused.err) == (2, True)
    late = regard(
        "agents", "called-out", town, "AG1", "--from", "2026-06-02 22:00", "--until", "2026-06-02 23:00"
    )
    assert late.code == 0
    wrong = regard("agents", "edit", town, "AG3", "--phone", "abc")
    assert (wrong.code, "phone: found 'abc', expected a telephone number" in wrong.err) == (2, True)
    wrong = regard("agents", "edit", town, "AG3", "--day-start", "25:00")
    assert (wrong.code, "not a time of day" in wrong.err) == (2, True)


def test_absences_are_added_listed_and_removed(regard, town):
    made = regard(
        "absences", "add", town, "--agent", "AG1", "--from", "2026-06-04", "--until", "2026-06-05", "--json"
    )
    assert made.data["first_day"] == "2026-06-04"
    assert [own["agent_id"] for own in regard("absences", "list", town, "--json").data["absences"]] == ["AG1"]
    assert regard("absences", "remove", town, made.data["absence_id"]).code == 0
    assert regard("absences", "list", town, "--json").data == {"absences": []}


def test_equipment_is_booked_once_and_freed(regard, town):
    span = ("--from", "2026-06-03 11:00", "--until", "2026-06-03 15:00")
    refused = regard("equipment", "book", town, "ASP-1", *span, "--lang", "fr")
    assert refused.code == 2
    assert "est pris de 03/06/2026 08:00 à 03/06/2026 12:00 par la réservation B1 (Sud)" in refused.err
    assert "08:00" in regard("equipment", "list", town, *DAY).out
    assert "08:00" not in regard("equipment", "list", town).out
    assert regard("equipment", "free", town, "B1").code == 0
    assert regard("equipment", "book", town, "ASP-1", *span).code == 0


def test_stock_is_moved_and_picked(regard, town):
    move = ("stock", "move", town, "--part", "repair_clamp", "--from", "D1", "--to", "AG2")
    assert regard(*move, "--quantity", "3").code == 2
    assert regard(*move, "--quantity", "1").code == 0
    lines = regard("stock", "list", town, "--json").data["stock"]
    assert {line["holder"]: line["quantity"] for line in lines} == {"D1": 1, "AG2": 1}
    plan = regard(
        "plan", town, *DAY, "--iterations", "20", "--seconds", "20", "--now", "2026-06-03 07:00", "--json"
    )
    stops = plan.data["tours"][0]["stops"]
    assert [(stop["task"], stop["parts"]) for stop in stops] == [
        ("pick_up", ["repair_clamp=1"]),
        ("work", []),
    ]
    (picked,) = regard("stock", "picklist", town, *DAY, "--json").data["lists"]
    assert (picked["agent"], picked["load"], picked["order"]) == ("AG1", {"repair_clamp": 1}, {})
    assert "dépôt" in regard("stock", "picklist", town, *DAY, "--lang", "fr").out
    assert "1 × Repair clamp" in regard("orders", "show", town, "OI-01").out


def test_a_job_goes_to_a_subcontractor(regard, town):
    send = ("subcontract", "send", town, "--order", "OI-01", "--to", "ST-02", "--on", "2026-06-03")
    sent = regard(*send, "--number", "BC-2026-051", "--json")
    assert (sent.data["number"], sent.data["state"], sent.data["price_eur"]) == ("BC-2026-051", "sent", 195.0)
    late = regard("subcontract", "list", town, "--on", "2026-06-08")
    assert "No answer from ST-02 to BC-2026-051" in late.out
    assert regard("subcontract", "done", town, "BC-2026-051", "--on", "2026-06-08").code == 2
    assert regard("subcontract", "accept", town, "BC-2026-051", "--on", "2026-06-04").code == 0
    done = regard("subcontract", "done", town, "BC-2026-051", "--on", "2026-06-10", "--json")
    assert (done.data["answered_on"], done.data["done_on"]) == ("2026-06-04", "2026-06-10")


def test_ways_around_a_missing_means_are_listed(regard, town):
    ask = ("means", "alternatives", town, "--order", "OI-01", *DAY, "--now", "2026-06-03 07:00")
    regard("absences", "add", town, "--agent", "AG1", "--from", "2026-06-03", "--until", "2026-06-03")
    found = regard(*ask, "--json").data["alternatives"]
    assert [(way["kind"], way["breaks_deadline"]) for way in found] == [
        ("subcontractor", False),
        ("other_day", True),
    ]
    assert "sous-traitant" in regard(*ask, "--lang", "fr").out


def test_a_plan_is_checked_and_its_orders_decided(regard, town):
    regard("plan", town, *DAY, "--iterations", "20", "--seconds", "20", "--now", "2026-06-03 07:00")
    now = ("--now", "2026-06-03 07:30")
    (checked,) = regard("means", "check", town, *DAY, *now, "--json").data["orders"]
    assert (checked["order"], checked["agents"], checked["wrong"]) == ("OI-01", ["AG1"], {})
    assert "nothing found" in regard("means", "check", town, *DAY, *now).out
    assert regard("means", "reject", town, "--order", "OI-01", *DAY, *now, "--reason", "road").code == 0
    assert regard("means", "accept", town, "--order", "OI-01", *DAY, *now).code == 2


def test_the_matrix_is_written_as_csv(regard, town, tmp_path):
    table = tmp_path / "matrix.csv"
    assert regard("means", "matrix", town, *DAY, "--csv", table).code == 0
    assert table.read_text(encoding="utf-8").startswith(
        "zone;skill;coverage;single_point;agent_id;valid_until"
    )
    refused = regard("means", "matrix", town, *DAY, "--csv", tmp_path / "no" / "matrix.csv")
    assert (refused.code, "cannot be written" in refused.err) == (2, True)


def test_what_is_exported_can_be_imported_and_exported_again(regard, town, tmp_path):
    regard("agents", "edit", town, "AG1", "--home", "686000.125,6923500.0625")
    out, other, again = tmp_path / "out", tmp_path / "other.gpkg", tmp_path / "again"
    written = regard("resources", "export", town, out, "--json")
    assert written.data["files"] == {name: text.count("\n") - 1 for name, text in FILES.items()}
    assert regard("workspace", "create", other, "--crs", "EPSG:2154").code == 0
    assert regard("resources", "import", other, out).code == 0
    assert regard("resources", "export", other, again).code == 0
    for name in FILES:
        assert (again / name).read_text(encoding="utf-8") == (out / name).read_text(encoding="utf-8")
    assert "686000.125" in (out / "agents.csv").read_text(encoding="utf-8")
    refused = regard("resources", "export", town, out)
    assert (refused.code, "is not an empty folder" in refused.err) == (2, True)
