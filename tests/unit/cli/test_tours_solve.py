# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard tours solve``: the answer in the instance's units, the solution file, bad input."""

import pytest

TINY = """TINY

VEHICLE
NUMBER     CAPACITY
  2         30

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0          0          0          0       100          0
    1      3          4         10          0        10         10
    2      1          1         20         20        60         10
"""
LENGTH = 5 + 13**0.5 + 2**0.5


@pytest.fixture
def tiny(write):
    return write("tiny.txt", TINY)


@pytest.fixture
def solved(regard):
    """Return a function that solves an instance; progress shows where kernels are compiled first."""

    def solved(instance, *options):
        run = regard("tours", "solve", instance, "--seconds", "0.2", *options, "--json")
        assert run.code == 0
        return run.data

    return solved


def test_the_answer_is_in_the_units_of_the_instance(solved, tiny):
    data = solved(tiny, "--seed", "3")
    assert data["instance"] == "TINY"
    assert data["cost"] == pytest.approx(LENGTH)
    assert (data["feasible"], data["violations"], data["unplanned"]) == (True, [], [])
    assert [route["visits"] for route in data["routes"]] == [["1", "2"]]
    assert data["iterations"] > 0
    assert data["seconds"] < 60


def test_people_get_a_table(regard, tiny):
    run = regard("tours", "solve", tiny, "--seconds", "0.2")
    assert run.code == 0
    assert "TINY" in run.out
    assert "10.020" in run.out
    assert "1 2" in run.out


def test_what_nobody_can_visit_is_named_before_the_search_and_the_rest_is_planned(regard, write):
    # the window of the second customer opens after the day
    instance = write("late.txt", TINY.replace("20        60", "200       260"))
    run = regard("tours", "solve", instance, "--seconds", "0.2", "--json")
    assert run.code == 0
    assert [(one["visit"], one["code"]) for one in run.data["findings"]] == [("2", "window_outside")]
    assert [route["visits"] for route in run.data["routes"]] == [["1"]]
    assert run.data["unplanned"] == ["2"]
    assert run.err.startswith("note: visit 2 cannot be planned: nobody works within")


def test_the_solution_is_written_in_the_layout_of_the_format(solved, tiny, tmp_path):
    out = tmp_path / "tiny.sol"
    solved(tiny, "--format", "solomon", "--out", out)
    assert out.read_text() == "Route #1: 1 2\nCost: 10.0197648378\n"


def test_what_cannot_be_served_is_a_violation(solved, write):
    late = write("late.txt", TINY.replace("0        10  ", "0         4  "))
    data = solved(late)
    assert (data["feasible"], data["unplanned"]) == (False, ["1"])
    assert data["violations"] == ["unplanned 1"]


@pytest.mark.parametrize(
    ("old", "new", "options", "said"),
    [
        ("3          4", "3          x", (), "line 11, YCOORD.: found 'x', expected a number"),
        ("", "", ("--format", "tsplib"), "No format is called 'tsplib'"),
        ("", "", ("--format", "hhcrsp"), "line 1: cannot be read as JSON"),
        ("", "", ("--out", "/nowhere/x.sol"), "/nowhere: no such file"),
    ],
)
def test_bad_input_is_one_line(regard, write, old, new, options, said):
    run = regard("tours", "solve", write("tiny.txt", TINY.replace(old, new)), "--seconds", "0.2", *options)
    assert (run.code, run.out) == (2, "")
    assert run.err.count("\n") == 1
    assert said in run.err


def test_a_missing_file_is_named(regard, tmp_path):
    run = regard("tours", "solve", tmp_path / "none.txt")
    assert run.code == 2
    assert "no such file" in run.err
