# SPDX-License-Identifier: GPL-3.0-or-later
"""Instance files of benchmarks: what is read, what a plan costs in the file's own units, what is refused."""

from __future__ import annotations

import json

import pytest
from regard.core.errors import InputError
from regard.routing.check.checker import check
from regard.routing.engine.solve import solve
from regard.routing.instances.formats import read_instance
from regard.routing.instances.instance import MANDATORY_MIN, missing, visits_of
from regard.routing.instances.trsp import least_duration, read_trsp_file
from regard.routing.model.problem import Cost, Role, Solution, Stop

SOLOMON = """TINY

VEHICLE
NUMBER     CAPACITY
  2         30

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0          0          0          0       100          0
    1      3          4         10          0        50         10
    2      1          1         20         20        60         10
"""
PRIZE = """NAME : TINY
TYPE : PCVRPTW
DIMENSION : 3
VEHICLES : 1
CAPACITY : 200
SERVICE_TIME : 9
EDGE_WEIGHT_TYPE : EUC_2D
NODE_COORD_SECTION
1 0 0
2 1 1
3 40 0
DEMAND_SECTION
1 0
2 10
3 10
TIME_WINDOW_SECTION
1 0 100
2 0 50
3 10 90
PRIZE_SECTION
1 0
2 21
3 18
DEPOT_SECTION
1
-1
EOF
"""
DEPOTS = """NAME: TINY
TYPE: MDVRPTW
EDGE_WEIGHT_TYPE: EUC_2D
DIMENSION: 4
VEHICLES: 2
CAPACITY: 200
NODE_COORD_SECTION
1\t0\t0
2\t10\t0
3\t1\t1
4\t9\t0
DEMAND_SECTION
1\t0
2\t0
3\t5
4\t5
SERVICE_TIME_SECTION
1\t0
2\t0
3\t2
4\t2
TIME_WINDOW_SECTION
1\t0\t100
2\t0\t100
3\t0\t50
4\t0\t50
VEHICLES_DEPOT_SECTION
1\t1
2\t2
DEPOT_SECTION
1
2
EOF
"""
TRSP = """TINY

INFO
CREW COUNT  SKILLS  TOOLS   SPARE PARTS
1      2       2       2

DEPOT TECHNICIANS AND REQUESTS
ID   X     Y     TWS    TWE    Serv   SKILLS   TOOLS    SPARE PARTS
0    0     0     0      500    0      []       []       []
1    0     0     0      500    0      [0,1]    [1]      [3,0]
2    3     4     100    150    10     [1]      [1]      [1,0]
3    3     0     200    220    10     [0]      []       [0,0]
"""
HHCRSP = {
    "patients": [
        {
            "id": "p1",
            "time_window": [10.0, 20.0],
            "required_caregivers": [{"service": "s1"}, {"service": "s2", "duration": 5.5}],
            "synchronization": {"type": "simultaneous"},
        },
        {"id": "p2", "time_window": [0, 1.25], "required_caregivers": [{"service": "s2"}]},
    ],
    "services": [{"id": "s1", "default_duration": 5.5}, {"id": "s2", "default_duration": 5.5}],
    "caregivers": [{"id": "c1", "abilities": ["s1"]}, {"id": "c2", "abilities": ["s2"]}],
    "central_offices": [{"id": "d", "location": [0, 0]}],
    "distances": [[0, 4.125, 2], [4.125, 0, 3], [2, 3, 0]],
}


@pytest.fixture
def read(tmp_path):
    """Return a function that reads an instance from its text."""

    def read(text, layout="auto"):
        path = tmp_path / "tiny"
        path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return read_instance(path, layout)

    return read


def planned(instance, *routes):
    """Return a plan with these visits (index or index and role) on each tour, and what the checker says."""
    steps = tuple(
        tuple(Stop(*step) if isinstance(step, tuple) else Stop(step) for step in route) for route in routes
    )
    made = {step.visit for route in steps for step in route}
    left = tuple(v.visit_id for number, v in enumerate(instance.problem.visits) if number not in made)
    solution = Solution(steps, left, Cost(), 0.0, 1, 0, 0.0)
    return solution, check(instance.problem, solution)


def test_solomon_is_read_in_thousandths(read):
    instance = read(SOLOMON)
    problem = instance.problem
    assert instance.name == "TINY"
    assert [(shift.start_s, shift.end_s) for shift in problem.shifts] == [(0, 100_000)] * 2
    assert [visit.windows for visit in problem.visits] == [((0, 50_000),), ((20_000, 60_000),)]
    assert problem.travel.seconds[0].tolist() == [0, 5000, 1415]
    assert {visit.value_min for visit in problem.visits} == {MANDATORY_MIN}


def test_solomon_costs_the_exact_distance(read):
    instance = read(SOLOMON)
    solution, checked = planned(instance, (0, 1), ())
    assert not checked.violations
    assert instance.cost(solution, checked) == pytest.approx(5 + 13**0.5 + 2**0.5, abs=1e-12)
    assert instance.text(solution, checked) == "Route #1: 1 2\nCost: 10.0197648378\n"


def test_what_must_be_made_and_is_not_is_missing(read):
    instance = read(SOLOMON)
    solution, _ = planned(instance, (0,), ())
    assert missing(instance.problem, solution) == ["2"]
    assert visits_of(instance.problem, solution) == [["1"], []]


def test_prizes_are_paid_for_what_is_left_out(read):
    instance = read(PRIZE)
    solution, checked = planned(instance, (0,))
    # 1.414... x 10, truncated, there and back; the prize of the other
    assert instance.cost(solution, checked) == 14 + 14 + 180
    assert checked.total * 60 == pytest.approx(14 + 14 + 180)
    assert not missing(instance.problem, solution)
    assert instance.text(solution, checked) == "Route #1: 1\nCost: 208\n"


def test_prizes_are_read_with_several_depots(read):
    prizes = "PRIZE_SECTION\n1\t0\n2\t0\n3\t7\n4\t0\nDEPOT_SECTION"
    instance = read(DEPOTS.replace("MDVRPTW", "PCVRPTW").replace("DEPOT_SECTION\n1\n", f"{prizes}\n1\n"))
    assert [shift.start_place for shift in instance.problem.shifts] == [0, 1]
    solution, checked = planned(instance, (), (1,))
    # there and back from the second depot; the prize of the other
    assert instance.cost(solution, checked) == 10 + 10 + 70
    # whose a route is shows by its place
    assert instance.text(solution, checked) == "Route #1:\nRoute #2: 3\nCost: 90\n"


def test_a_client_without_a_prize_has_to_be_visited(read):
    instance = read(PRIZE.replace("3 18", "3 0"))
    solution, _ = planned(instance, (0,))
    assert missing(instance.problem, solution) == ["2"]


def test_each_vehicle_has_its_depot(read):
    instance = read(DEPOTS)
    assert [shift.start_place for shift in instance.problem.shifts] == [0, 1]
    solution, checked = planned(instance, (), (1, 0))
    assert instance.cost(solution, checked) == 1000 + 8062 + 9055
    assert instance.text(solution, checked) == "Route #1:\nRoute #2: 3 2\nCost: 18117\n"


def test_a_tour_leaves_as_late_as_costs_no_time(tmp_path):
    path = tmp_path / "tiny"
    path.write_text(TRSP)
    file = read_trsp_file(path)
    assert [line.skills for line in file.crew] == [(0, 1)]
    assert [line.parts for line in file.requests] == [(1, 0), (0, 0)]
    # 5 there, served 150-160, 4 on, wait until 200, served until 210, 3 back; left at 145
    assert least_duration(file, file.distances(), [1, 2, 3]) == pytest.approx(213 - 145)


def test_carers_come_together_and_tardiness_counts(read):
    instance = read(HHCRSP)
    together = instance.problem.visits[0]
    assert together.roles == (Role(frozenset({"s1"})), Role(frozenset({"s2"})))
    assert (together.earliest_s, together.due_s, together.duration_s) == (10_000, 20_000, 5_500)
    solution, checked = planned(instance, ((0, 0),), (1, (0, 1)))
    # c1: 4.125 twice; c2: 2 + 3 + 4.125; p2 starts at 2, 0.75 after its window
    assert instance.cost(solution, checked) == pytest.approx((8.25 + 9.125 + 0.75 + 0.75) / 3)
    written = json.loads(instance.text(solution, checked))
    assert written["global_ordering"] == ["p2", "p1"]
    assert written["routes"][1]["locations"][1] == {
        "arrival_time": 10.5,
        "departure_time": 16.0,
        "patient": "p1",
        "service": "s2",
    }


def test_a_second_carer_may_follow_the_first(read):
    patient = HHCRSP["patients"][0] | {"synchronization": {"type": "sequential", "distance": [15, 30]}}
    instance = read(HHCRSP | {"patients": [patient, HHCRSP["patients"][1]]})
    assert [role.lag_s for role in instance.problem.visits[0].roles] == [(0, 0), (15_000, 30_000)]


@pytest.mark.parametrize(
    ("text", "old", "new", "said"),
    [
        (
            SOLOMON,
            "3          4         10",
            "3          x         10",
            "line 11, YCOORD.: found 'x', expected",
        ),
        (
            SOLOMON,
            "   10          0        50 ",
            "  -10          0        50 ",
            "line 11, DEMAND: found '-10'",
        ),
        (
            SOLOMON,
            "   20        60 ",
            "   70        60 ",
            "line 12, DUE DATE: found '60', expected nothing below 70",
        ),
        (
            SOLOMON,
            "60         10\n",
            "60\n",
            "line 12, SERVICE TIME: found '2 1 1 20 20 60', expected at least 7",
        ),
        (SOLOMON, "  2         30", "  2.5       30", "line 5, NUMBER: found '2.5', expected a whole number"),
        (SOLOMON, "NUMBER     CAPACITY", "", "'NUMBER' is missing"),
        (SOLOMON, "3          4 ", "nan        4 ", "line 11, XCOORD.: found 'nan', expected a number"),
        (PRIZE, "2 1 1\n", "2 1\n", "line 10, Y: found '2 1', expected at least 3 values"),
        (
            PRIZE,
            "DIMENSION : 3",
            "DIMENSION : 4",
            "line 3, DIMENSION: found '4', expected 3 (DEMAND_SECTION)",
        ),
        (PRIZE, "3 18\n", "4 18\n", "line 23, PRIZE: found '4', expected 3"),
        (PRIZE, "EUC_2D", "GEO", "line 7, EDGE_WEIGHT_TYPE: found 'GEO', expected EUC_2D"),
        (PRIZE, "CAPACITY : 200\n", "", "'CAPACITY' is missing"),
        (DEPOTS, "2\t2\nDEPOT", "2\t3\nDEPOT", "line 29, VEHICLES_DEPOT: found '3', expected 1, 2"),
        (
            DEPOTS,
            "VEHICLES: 2",
            "VEHICLES: 3",
            "line 5, VEHICLES: found '3', expected 2 (VEHICLES_DEPOT_SECTION)",
        ),
        (TRSP, "[1,0]", "[1]", "line 11, SPARE PARTS: found '[1]', expected 2 values"),
        (TRSP, "3    3     0", "5    3     0", "line 12, ID: found '5', expected 3"),
        (TRSP, "[0]      []       [0,0]", "[0]      [0,0]", "expected 3 lists in square brackets"),
        (TRSP, "[1]      [1,0]", "[a]      [1,0]", "line 11, [a]: found 'a', expected a number"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_field(read, tmp_path, text, old, new, said):
    assert old in text
    with pytest.raises(InputError) as caught:
        read(text.replace(old, new))
    assert str(caught.value).startswith(f"{tmp_path / 'tiny'}")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"patients": []}, "patients: found '[]'"),
        ({"caregivers": [{"id": "c1"}]}, "caregivers[0].abilities: found ''"),
        ({"distances": [[0, 1], [1, 0]]}, "3 x 3"),
        ({"distances": [[0, 4, -2], [4, 0, 3], [2, 3, 0]]}, "distances[0][2]: found '-2'"),
        ({"services": []}, "p1 needs a duration for s1"),
        ({"patients": [HHCRSP["patients"][0] | {"time_window": [5, 2]}]}, "time_window must not end before"),
        ({"patients": [HHCRSP["patients"][0] | {"synchronization": None}]}, "synchronization is needed"),
    ],
)
def test_a_mistake_in_json_is_named_with_its_field(read, change, said):
    with pytest.raises(InputError) as caught:
        read(HHCRSP | change)
    assert said in str(caught.value)


def test_broken_json_is_named_with_its_line(read):
    with pytest.raises(InputError, match="line 2: cannot be read as JSON"):
        read("{\n  x", "hhcrsp")


def test_a_vehicle_carries_no_more_than_its_capacity(read):
    instance = read(SOLOMON.replace("  2         30", "  2         29"))
    _, checked = planned(instance, (0, 1), ())
    assert [violation.code for violation in checked.violations] == ["part_missing"]
    _, checked = planned(instance, (0,), (1,))
    assert not checked.violations


def test_a_vehicle_is_away_no_longer_than_its_longest_tour(read):
    # 8 + 2 of service + 8.062 + 2 + 1.414: from depot 1 to both and back
    instance = read(DEPOTS.replace("CAPACITY: 200", "CAPACITY: 200\nVEHICLES_MAX_DURATION: 9"))
    _, checked = planned(instance, (0, 1), ())
    assert [violation.code for violation in checked.violations] == ["too_long"]
    solution = solve(instance.problem, seconds=5, seed=1, iterations=50)
    assert not check(instance.problem, solution).violations


def test_a_technician_fetches_at_the_depot_what_is_not_on_board(read):
    instance = read(
        TRSP.replace("[1]      [3,0]", "[0]      [0,0]").replace("1    0     0 ", "1    3     8 ")
    )
    _, checked = planned(instance, (0, 1))
    assert {violation.code for violation in checked.violations} == {"part_missing", "equipment_missing"}
    solution = solve(instance.problem, seconds=5, seed=1, iterations=50)
    checked = check(instance.problem, solution)
    assert not checked.violations
    assert instance.text(solution, checked) == "1 0 2 3\n"
    # 8.544 to the depot, 5 on, 10 of work, 4 on, 10 of work, 8 home; leaving as late as costs no time
    assert instance.cost(solution, checked) == pytest.approx(8.544 + 5 + 10 + 40 + 10 + 8, abs=0.01)


@pytest.mark.parametrize("text", ["", "x,y\n1,2\n"])
def test_a_file_of_another_kind_is_refused(read, text):
    with pytest.raises(InputError, match="is in none of the formats"):
        read(text)


def test_an_unknown_format_is_refused(read):
    with pytest.raises(InputError, match="No format is called 'tsplib'"):
        read(SOLOMON, "tsplib")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        read_instance(tmp_path / "none")
    with pytest.raises(InputError, match="cannot be read"):
        read_instance(tmp_path)


def test_a_file_that_is_no_text_is_named(tmp_path):
    path = tmp_path / "tiny"
    path.write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(InputError, match="is not a text file"):
        read_instance(path)
