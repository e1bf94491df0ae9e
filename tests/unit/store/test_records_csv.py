# SPDX-License-Identifier: GPL-3.0-or-later
"""CSV files as people write them become records, or one line says what is wrong where."""

from dataclasses import fields
from datetime import date, datetime, time

import pytest
from regard.core.errors import InputError
from regard.core.resources import Agent, SkillGrant, StockLine, Subcontractor, Zone
from regard.store.records_csv import read_records
from regard.workorders.orders import WorkOrder
from regard.workorders.requests import ServiceRequest
from shapely.geometry import Point, Polygon

HEADER = "request_id,received_at,caller,phone,customer_ref,address,x,y,code,description,danger,contract_id"
LINE = "DI-1,2026-06-03 08:12,Mme Élan,06 12,C1,3 rue du Puits,687520.5,6924000,AEP-CASSE,Fuite,yes,CT"
ORDER_DEFAULTS = {
    field.name: None
    for field in fields(WorkOrder)
    if field.name not in ("order_id", "duration_min", "place", "parts")
}


@pytest.fixture
def write(tmp_path):
    def write(*lines, encoding="utf-8"):
        path = tmp_path / "requests.csv"
        path.write_bytes("\n".join(lines).encode(encoding))
        return path

    return write


def refusal(path, kind=ServiceRequest, **options):
    with pytest.raises(InputError) as refused:
        read_records(path, kind, **options)
    assert "\n" not in str(refused.value)
    return str(refused.value).removeprefix(str(path))


def test_a_line_becomes_a_record(write):
    (request,) = read_records(write(HEADER, LINE), ServiceRequest)
    assert request == ServiceRequest(
        request_id="DI-1",
        received_at=datetime(2026, 6, 3, 8, 12),
        caller="Mme Élan",
        phone="06 12",
        customer_ref="C1",
        address="3 rue du Puits",
        place=Point(687520.5, 6924000),
        code="AEP-CASSE",
        description="Fuite",
        danger=True,
        contract_id="CT",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_spreadsheets_file_is_read(write, encoding, delimiter):
    lines = (line.replace(",", delimiter) for line in (HEADER, LINE))
    (request,) = read_records(write(*lines, encoding=encoding), ServiceRequest)
    assert (request.caller, request.place.x) == ("Mme Élan", 687520.5)


def test_quoted_cells_may_hold_the_delimiter_and_lines(write):
    line = LINE.replace("3 rue du Puits", '"3, rue du ""Puits""\nbâtiment B"')
    second = LINE.replace("DI-1", "DI-2").replace("yes", "perhaps")
    assert refusal(write(HEADER, line, "", second)).startswith(", line 5, column danger: found 'perhaps'")
    (request,) = read_records(write(HEADER, line), ServiceRequest)
    assert request.address == '3, rue du "Puits"\nbâtiment B'


@pytest.mark.parametrize(
    ("words", "truth"),
    [(("yes", "True", "1", "OUI", "vrai"), True), (("no", "FALSE", "0", "non", "Faux"), False)],
)
def test_truth_is_said_in_two_languages(write, words, truth):
    lines = [LINE.replace("yes", word).replace("DI-1", word) for word in words]
    assert [request.danger for request in read_records(write(HEADER, *lines), ServiceRequest)] == [truth] * 5


def test_lists_mappings_and_decimal_commas(write):
    path = write(
        "subcontractor_id;name;skills;phone;hourly_rate_eur", 'S1;Terrassier;"AIPR_ENC; SS4";01;62,50'
    )
    assert read_records(path, Subcontractor) == [
        Subcontractor("S1", "Terrassier", ("AIPR_ENC", "SS4"), "01", 62.5)
    ]
    lines = (f"{HEADER},answers,window_start", f"{LINE},flow=gusher; since = 2 h,2026-06-04 14:00")
    (request,) = read_records(write(*lines), ServiceRequest)
    assert request.answers == {"flow": "gusher", "since": "2 h"}
    assert request.window_start == datetime(2026, 6, 4, 14)


def test_days_and_times_of_day(write):
    grant = write("grant_id,agent_id,skill,valid_from,valid_until", "G1,AG1,SS4,2024-01-01,2027-01-01")
    assert read_records(grant, SkillGrant)[0].valid_until == date(2027, 1, 1)
    agent = write(
        "agent_id,name,x,y,zone,day_start,day_end,lunch_start,lunch_end,lunch_min,overtime_min,vehicle",
        "AG1,Ada,1,2,Z1,07:30,16:30,12:00,13:30,45,30,van",
    )
    assert read_records(agent, Agent)[0].day_start == time(7, 30)


def test_other_geometries_are_given_as_wkt(write):
    lines = ("zone_id,name,field_manager,geometry", 'Z1,Nord,F,"POLYGON ((0 0, 4 0, 4 3, 0 0))"')
    assert read_records(write(*lines), Zone)[0].geometry == Polygon([(0, 0), (4, 0), (4, 3)])
    broken = write(lines[0], "Z1,Nord,F,here")
    assert refusal(broken, Zone) == ", line 2, column geometry: found 'here', expected a geometry in WKT"


def test_defaults_stand_in_for_columns_and_empty_cells(write):
    header, line = HEADER.removesuffix(",contract_id"), LINE.removesuffix(",CT")
    (request,) = read_records(write(header, line), ServiceRequest, defaults={"contract_id": "TOWN"})
    assert request.contract_id == "TOWN"
    (request,) = read_records(
        write(HEADER, LINE.removesuffix("CT")), ServiceRequest, defaults={"contract_id": "TOWN"}
    )
    assert request.contract_id == "TOWN"


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("received_at", "03/06/2026", "a date and time such as 2026-06-03 08:12"),
        ("received_at", "2026-06-03", "a date and time such as 2026-06-03 08:12"),
        ("received_at", "2026-06-03T08:12Z", "a date and time such as 2026-06-03 08:12"),
        ("received_at", "", "a date and time such as 2026-06-03 08:12"),
        ("x", "here", "a number such as 12.5"),
        ("x", "inf", "a number such as 12.5"),
        ("y", "", "a number such as 12.5"),
        ("danger", "perhaps", "yes or no"),
        ("request_id", "", "some text"),
    ],
)
def test_a_bad_cell_is_named_with_what_was_expected(write, column, cell, expected):
    cells = dict(zip(HEADER.split(","), LINE.split(","), strict=True)) | {column: cell}
    said = refusal(write(HEADER, ",".join(cells.values())))
    assert said == f", line 2, column {column}: found '{cell}', expected {expected}"


def test_an_unknown_code_names_the_near_ones(write):
    path = write(HEADER, LINE, LINE.replace("DI-1", "DI-2").replace("AEP-CASSE", "AEP-CASE"))
    known = {"code": {"AEP-CASSE", "AEP-PURGE", "ASS-DEB"}}
    assert refusal(path, known=known) == (
        ", line 3, column code: found 'AEP-CASE', expected one of AEP-CASSE, …"
    )
    header = "subcontractor_id,name,skills,phone,hourly_rate_eur"
    path = write(header, "S1,Terrassier,SS4;SS5,01,62.5")
    assert refusal(path, Subcontractor, known={"skills": {"SS4", "COMPTEUR"}}) == (
        ", line 2, column skills: found 'SS4;SS5', expected one of SS4, …"
    )
    path = write(HEADER, LINE.replace("AEP-CASSE", ""))
    assert read_records(path, ServiceRequest, known=known)[0].code == ""


def test_an_enumeration_lists_its_values(write):
    said = refusal(write(f"{HEADER},state", f"{LINE},newish"))
    assert said == (
        ", line 2, column state: found 'newish', "
        "expected one of closed, converted, merged, new, qualified, rejected"
    )


def test_the_first_mistake_is_told_and_the_others_counted(write):
    bad = LINE.replace("yes", "perhaps").replace("687520.5", "here")
    said = refusal(write(HEADER, bad, bad))
    assert said.startswith(", line 2, column x: found 'here'")
    assert said.endswith("(and 4 more)")


def test_a_key_used_twice_names_both_lines(write):
    assert refusal(write(HEADER, LINE, "", LINE)) == (
        ", line 4, column request_id: 'DI-1' is already used on line 2"
    )


def test_columns_must_be_those_of_the_record(write):
    assert refusal(write(HEADER.replace("code", "kode"), LINE)) == (
        ": column 'kode' is unknown; expected one of code, …"
    )
    assert refusal(write(f"{HEADER},code", f"{LINE},X")) == ": column 'code' is there twice"
    header = HEADER.removesuffix(",contract_id")
    assert refusal(write(header, LINE.removesuffix(",CT"))) == (
        f": column 'contract_id' is missing; found {header.replace(',', ', ')}"
    )


def test_a_row_must_be_as_wide_as_the_header(write):
    assert refusal(write(HEADER, LINE, f"{LINE},more")) == (
        ", line 3: has 13 cells where the first line names 12 columns"
    )


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_said_to_be_empty(tmp_path, content):
    path = tmp_path / "requests.csv"
    path.write_bytes(content)
    assert refusal(path) == ": is empty; the first line must name the columns"


def test_other_files_are_not_csv(tmp_path):
    path = tmp_path / "requests.csv"
    path.write_bytes(b"PK\x03\x04\x00\x00")
    assert refusal(path) == ": is not a CSV text file"
    assert refusal(tmp_path).startswith(": cannot be read")
    assert refusal(tmp_path / "none.csv") == ": no such file"


def test_a_quote_that_never_closes_names_its_line(write):
    assert refusal(write(HEADER, LINE, 'DI-2,"2026')).startswith(", line 3: cannot be read as CSV")


def test_a_header_alone_is_no_record(write):
    assert read_records(write(HEADER), ServiceRequest) == []


def test_counts_of_parts_must_be_whole(write):
    path = write("stock_id,holder,part,quantity", "S1,depot,seal,2.5")
    said = ", line 2, column quantity: found '2.5', expected a whole number, 0 or more"
    assert refusal(path, StockLine) == said


def test_orders_read_their_parts_as_counts(write):
    header = (
        "order_id,request_id,code,label,state,priority,score,score_detail,rules_version,received_at,due_at,x,y,"
        "address,zone,asset_role,asset_id,asset_distance_m,duration_min,crew,skills,crew_skills,equipment,"
        "parts,digs"
    )
    line = "O1,,C,l,qualified,P1,1,,v,2026-06-03 08:00,2026-06-03 09:00,1,2,,,,,0,30,1,,,,{},no"
    (order,) = read_records(write(header, line.format("seal=2;clamp=1")), WorkOrder)
    assert (order.parts, order.skills) == ({"seal": 2, "clamp": 1}, ())
    said = refusal(write(header, line.format("seal=two")), WorkOrder)
    assert said == ", line 2, column parts: found 'seal=two', expected pairs such as a=1;b=2"


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("duration_min", "-5"),
        ("duration_min", "99999999999"),
        ("x", "nan"),
        ("y", "1e300"),
        ("parts", "=3"),
    ],
)
def test_figures_that_no_work_can_have_are_refused(write, column, cell):
    values = {"order_id": "O1", "duration_min": "30", "x": "1", "y": "2", "parts": "gasket=1", column: cell}
    path = write(",".join(values), ",".join(values.values()))
    assert refusal(path, WorkOrder, defaults=ORDER_DEFAULTS).startswith(
        f", line 2, column {column}: found '{cell}', expected "
    )


def test_a_time_of_day_has_no_time_zone(write):
    path = write("agent_id,day_start", "AG1,08:00+02:00")
    given = dict.fromkeys((field.name for field in fields(Agent)), 0) | {"home": Point(0, 0)}
    del given["day_start"]
    assert refusal(path, Agent, defaults=given | {"x": 0.0, "y": 0.0}).startswith(
        ", line 2, column day_start: found '08:00+02:00', expected a time such as 08:30"
    )


def test_a_window_that_ends_before_it_starts_is_refused(write):
    pair = [("window_start", "window_end")]
    header = f"{HEADER},window_start,window_end"
    fine = write(header, f"{LINE},2026-06-04 14:00,2026-06-04 14:00", f"{LINE.replace('DI-1', 'DI-2')},,")
    assert len(read_records(fine, ServiceRequest, in_order=pair)) == 2
    assert refusal(write(header, f"{LINE},2026-06-04 14:00,2026-06-04 08:00"), in_order=pair) == (
        ", line 2, column window_end: found '2026-06-04 08:00',"
        " expected nothing before window_start (2026-06-04 14:00)"
    )
