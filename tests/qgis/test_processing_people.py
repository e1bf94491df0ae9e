# SPDX-License-Identifier: GPL-3.0-or-later
"""People, means, figures, rules and the journal through Processing; what is written can be undone."""

from datetime import date, datetime, timedelta

import pytest
from qgis.core import NULL, QgsProcessingException
from regard.core.ids import AgentId
from regard.core.resources import Absence, Agent, Equipment, Subcontractor
from regard.core.supplies import Booking, JobState, SubcontractJob
from regard.planner.figures.figures import figures_of
from regard.planner.running.alternatives import find_alternatives
from regard.planner.tours.tour_problem import Team
from regard.steering.figures.periods import parse_period
from regard.store.workspaces import create_workspace, open_workspace
from regard.tests.qgis.tables import rows
from regard.workorders.history import ClosedIntervention
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.rule_versions import RuleVersion
from shapely.geometry import Point

BURST, METER, HYDRANT = (f"VA-2026-AEP-0000{number}" for number in (1, 2, 4))
DAY, AT = "2026-06-03", "2026-06-03T08:00:00"
NOW = datetime(2026, 6, 3, 8)


@pytest.fixture
def add(asked):
    """Return a function that adds records to the town."""

    def add(*records):
        def write(workspace):
            with workspace.command("test", who="test") as transaction:
                transaction.add(records)

        asked(write)

    return add


def past_meter(number, end):
    """Return a meter that took an hour and a half."""
    start, agents = end - timedelta(minutes=90), (AgentId("AG1"),)
    times = (end - timedelta(days=2), start, end)
    place = ("Z1", "meter", "", Point(687300, 6924006))
    return ClosedIntervention(f"OI-{number:03}", "AEP-CPT-REM", *times, agents, 1, *place, "done", "")


def test_alternatives_are_those_of_the_use_case_the_cheapest_first(answer, town, asked):
    day = date(2026, 6, 3)
    expected = asked(lambda workspace: find_alternatives(workspace, HYDRANT, day=day, now=NOW))
    found = answer("alternatives", WORKSPACE=str(town), ORDER=HYDRANT, DAY=DAY, NOW=AT)
    assert found["WAY_COUNT"] == len(expected) > 0
    table = rows(found["WAYS"])
    assert [(row["kind"], row["cost_min"]) for row in table] == [(w.kind, w.cost_min) for w in expected]
    assert [row["agents"] for row in table] == [", ".join(way.agents) for way in expected]


def test_the_agents_of_a_day_say_who_is_away_and_what_they_hold(answer, town, asked):
    answer("addabsence", WORKSPACE=str(town), AGENT="AG1", FIRST=DAY, LAST=DAY)
    found = answer("agents", WORKSPACE=str(town), DAY=DAY)
    team = asked(lambda workspace: Team.of(workspace, date.fromisoformat(DAY)))
    table = {row["agent_id"]: row for row in rows(found["AGENTS"])}
    assert set(table) == {agent.agent_id for agent in team.agents}
    assert [one for one, row in table.items() if row["away"]] == ["AG1"]
    assert found["PRESENT_COUNT"] == len(team.agents) - 1
    second = next(agent for agent in team.agents if agent.agent_id == "AG2")
    assert table["AG2"]["skills"] == ", ".join(sorted(team.skills(second, date.fromisoformat(DAY))))


def test_people_go_out_as_files_and_come_back_into_another_workspace(answer, town, tmp_path):
    out, other = tmp_path / "people", tmp_path / "other.gpkg"
    written = answer("exportresources", WORKSPACE=str(town), FOLDER=str(out))
    counts = {row["file"]: row["count"] for row in rows(written["RECORDS"])}
    create_workspace(other).close()
    found = answer("importresources", WORKSPACE=str(other), FOLDER=str(out))
    assert found["RECORD_COUNT"] == sum(counts.values()) > 10
    workspace = open_workspace(other)
    assert sorted(one.name for one in workspace.all(Agent)) == [
        "Hélène Martin",
        "Karim Benali",
        "Léa Fontaine",
    ]
    workspace.close()


def test_a_mistake_in_a_file_is_named_and_nothing_comes_in(answer, town, asked, tmp_path):
    (tmp_path / "absences.csv").write_text(
        "absence_id,agent_id,first_day,last_day\nA1,AG1,2026-06-08,2026-06-01\nA2,AG1,2026-06-08,x\n",
        encoding="utf-8",
    )
    with pytest.raises(QgsProcessingException, match=r"absences\.csv"):
        answer("importresources", WORKSPACE=str(town), FOLDER=str(tmp_path))
    assert asked(lambda workspace: workspace.all(Absence)) == []


def test_an_absence_is_noted_listed_and_taken_back(answer, town, asked):
    given = {"AGENT": "AG2", "FIRST": "2026-06-08", "LAST": "2026-06-12"}
    name = answer("addabsence", WORKSPACE=str(town), **given)["ABSENCE"]
    listed = answer("absences", WORKSPACE=str(town))
    assert listed["ABSENCE_COUNT"] == 1
    assert [(row["agent_id"], row["last_day"]) for row in rows(listed["ABSENCES"])] == [("AG2", "2026-06-12")]
    assert answer("removeabsence", WORKSPACE=str(town), ABSENCE=name)["AGENT"] == "AG2"
    assert asked(lambda workspace: workspace.all(Absence)) == []
    asked(lambda workspace: workspace.undo(who="test"))
    assert [one.absence_id for one in asked(lambda workspace: workspace.all(Absence))] == [name]


def test_equipment_is_booked_once_and_given_up(answer, town, asked, add):
    add(Equipment("PUMP-1", "pump", AgentId("AG1")))
    given = {"EQUIPMENT_ID": "PUMP-1", "FROM": "2026-06-03T09:00:00", "UNTIL": "2026-06-03T11:00:00"}
    name = answer("bookequipment", WORKSPACE=str(town), ORDER=BURST, NOTE="dry the pit", **given)["BOOKING"]
    with pytest.raises(QgsProcessingException, match=name):
        answer("bookequipment", WORKSPACE=str(town), **given)
    (pump,) = (
        row
        for row in rows(answer("equipment", WORKSPACE=str(town), DAY=DAY)["EQUIPMENT"])
        if row["equipment_id"] == "PUMP-1"
    )
    assert (pump["with"], pump["booked"], pump["bookings"]) == ("AG1", "03/06 09:00 - 03/06 11:00", name)
    assert answer("freeequipment", WORKSPACE=str(town), BOOKING=name)["EQUIPMENT_ID"] == "PUMP-1"
    assert asked(lambda workspace: workspace.all(Booking)) == []


def test_an_order_goes_to_a_subcontractor_that_answers(answer, town, asked, add):
    skills = asked(lambda workspace: workspace.get(WorkOrder, METER)).skills
    add(Subcontractor("TP1", "Travaux publics", tuple(skills), "0344000009", 55.0))
    seen = asked(lambda workspace: workspace.order_versions([METER])[METER])
    given = {"ORDER": METER, "COMPANY": "TP1", "DAY": "2026-06-01", "SEEN": seen}
    number = answer("subcontract", WORKSPACE=str(town), **given)["NUMBER"]
    listed = answer("subcontracts", WORKSPACE=str(town), DAY="2026-06-30")
    assert [(row["number"], row["unanswered"]) for row in rows(listed["JOBS"])] == [(number, True)]
    assert listed["UNANSWERED_COUNT"] == 1
    answer("advancesubcontract", WORKSPACE=str(town), NUMBER=number, STATE=0, DAY="2026-06-02")
    job = asked(lambda workspace: workspace.get(SubcontractJob, number))
    assert (job.state, job.answered_on) == (JobState.ACCEPTED, date(2026, 6, 2))


def test_what_was_planned_is_held_against_what_was_done(answer, town):
    answer("dispatchday", WORKSPACE=str(town), DAY=DAY, NOW=AT)
    given = {"CAUSE": "customer_absent", "NOTE": "nobody opened", "NOW": AT}
    answer("notdone", WORKSPACE=str(town), ORDER=METER, **given)
    found = answer("outcomes", WORKSPACE=str(town), FIRST=DAY, LAST=DAY)
    assert (found["PLANNED_COUNT"], found["DONE_COUNT"], found["NOT_DONE_COUNT"]) == (4, 0, 1)
    assert [(row["cause"], row["label"], row["count"]) for row in rows(found["CAUSES"])] == [
        ("customer_absent", "customer absent", 1)
    ]
    (missed,) = rows(found["MISSED"])
    assert (missed["order_id"], missed["comment"]) == (METER, "nobody opened")
    by = {(row["by"], row["group"]): row["planned"] for row in rows(found["TALLIES"])}
    assert by["all", ""] == by["zone", "Z1"] == 4
    put_off = answer("postponements", WORKSPACE=str(town), FIRST=DAY, LAST=DAY)
    assert put_off["POSTPONED_COUNT"] == 1
    assert [row["cumulated_share"] for row in rows(put_off["PARETO"])] == [1.0]


def test_figures_are_those_of_the_use_case(answer, built_town):
    found = answer("figures", WORKSPACE=str(built_town), PERIOD="2026-06", NOW=AT)
    workspace = open_workspace(built_town)
    expected = figures_of(workspace, parse_period("2026-06"), as_of=NOW)
    workspace.close()
    whole = {row["indicator"]: row["value"] for row in rows(found["FIGURES"]) if not row["group"]}
    assert found["FIGURE_COUNT"] == len(expected) == len(whole)
    assert {one.rule.code: one.value for one in expected} == {
        code: None if value == NULL else value for code, value in whole.items()
    }
    one = answer("figures", WORKSPACE=str(built_town), PERIOD="2026-06", INDICATORS=next(iter(whole)))
    assert one["FIGURE_COUNT"] == 1


def test_durations_are_learned_and_become_a_version_of_the_rules(answer, town, asked, add):
    ends = [datetime(2026, 5, day, 12) for day in range(1, 13)]
    add(*(past_meter(number, end) for number, end in enumerate(ends)))
    given = {"LEAST_JOBS": 10, "NOW": AT}
    looked = answer("recalibrate", WORKSPACE=str(town), **given)
    (proposed,) = (row for row in rows(looked["PROPOSALS"]) if row["code"] == "AEP-CPT-REM")
    assert (looked["PROPOSAL_COUNT"], looked["VERSION"]) == (1, "")
    assert (proposed["jobs"], proposed["new_p50_min"]) == (12, 90)
    assert {row["jobs"] for row in rows(looked["ACTUALS"])} == {12}
    version = answer("recalibrate", WORKSPACE=str(town), ACCEPT="AEP-CPT-REM", **given)["VERSION"]
    listed = answer("ruleversions", WORKSPACE=str(town))
    assert [row["version_id"] for row in rows(listed["VERSIONS"])] == [version]
    asked(lambda workspace: workspace.undo(who="test"))
    assert asked(lambda workspace: workspace.all(RuleVersion)) == []


def test_rules_go_out_as_files_and_come_back_as_a_version(answer, town, tmp_path):
    folder = tmp_path / "rules"
    out = answer("exportrules", WORKSPACE=str(town), FOLDER=str(folder), AS_TABLE=True)
    assert out["FILE_COUNT"] == len(list(folder.iterdir())) > 10
    with pytest.raises(QgsProcessingException, match=str(folder)):
        answer("exportrules", WORKSPACE=str(town), FOLDER=str(folder))
    life = folder / "life.yaml"
    life.write_text(life.read_text(encoding="utf-8").replace('"weather"', '"storm"'), encoding="utf-8")
    given = {"FOLDER": str(folder), "VALID_FROM": DAY, "NOTE": "storm", "NOW": AT}
    version = answer("importrules", WORKSPACE=str(town), **given)["VERSION"]
    (listed,) = rows(answer("ruleversions", WORKSPACE=str(town))["VERSIONS"])
    assert (listed["version_id"], listed["valid_from"], listed["note"]) == (version, DAY, "storm")
    causes = rows(answer("causes", WORKSPACE=str(town))["CAUSES"])
    assert "storm" in {row["cause"] for row in causes}
    life.write_text("not_done: 3", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"life\.yaml"):
        answer("importrules", WORKSPACE=str(town), **given)


def test_the_journal_says_what_was_done_and_any_command_of_it_is_taken_back(answer, town, asked):
    given = {"PRIORITY": 0, "REASON": "school", "NOW": AT}
    answer("setpriority", WORKSPACE=str(town), ORDER=METER, **given)
    answer("moveorder", WORKSPACE=str(town), ORDER=BURST, STATE="cancelled", REASON="twice", NOW=AT)
    lines = rows(answer("journal", WORKSPACE=str(town), RECORD=METER, LATEST=2)["JOURNAL"])
    number = lines[-1]["command_id"]
    done = answer("undo", WORKSPACE=str(town), COMMAND=number)
    assert (done["COMMAND"], done["UNDONE"]) == (number, lines[-1]["command"])
    assert asked(lambda workspace: workspace.get(WorkOrder, METER)).priority.value != "P1"
    assert asked(lambda workspace: workspace.get(WorkOrder, BURST)).state is OrderState.CANCELLED
    with pytest.raises(QgsProcessingException, match=str(number)):
        answer("undo", WORKSPACE=str(town), COMMAND=number)


def test_what_is_left_out_has_its_default(answer, built_town):
    assert answer("journal", WORKSPACE=str(built_town))["LINE_COUNT"] == 20
    assert answer("journal", WORKSPACE=str(built_town), LATEST=None)["LINE_COUNT"] == 20
    assert answer("journal", WORKSPACE=str(built_town), LATEST=30)["LINE_COUNT"] == 30
    assert answer("dayloads", WORKSPACE=str(built_town), DAY=DAY)["LOADS"].featureCount() == 7


@pytest.mark.parametrize(
    ("algorithm", "given", "words"),
    [
        ("alternatives", {"ORDER": "VA-1999-1", "DAY": DAY}, "VA-1999-1"),
        ("importresources", {"FOLDER": "/nowhere"}, "nowhere"),
        ("addabsence", {"AGENT": "AG9", "FIRST": DAY, "LAST": DAY}, "AG9"),
        ("addabsence", {"AGENT": "AG1", "FIRST": DAY, "LAST": "2026-06-01"}, "last day"),
        ("removeabsence", {"ABSENCE": "A9"}, "A9"),
        ("bookequipment", {"EQUIPMENT_ID": "PUMP-9", "FROM": AT, "UNTIL": "2026-06-03T09:00:00"}, "PUMP-9"),
        ("freeequipment", {"BOOKING": "B9"}, "B9"),
        ("subcontract", {"ORDER": METER, "COMPANY": "TP9"}, "TP9"),
        ("advancesubcontract", {"NUMBER": "BC-9"}, "BC-9"),
        ("outcomes", {"FIRST": DAY, "LAST": "2026-06-01"}, "last day"),
        ("postponements", {"FIRST": DAY, "LAST": "2026-06-01"}, "last day"),
        ("figures", {"PERIOD": "summer"}, "summer"),
        ("figures", {"PERIOD": "2026-06", "INDICATORS": "luck"}, "luck"),
        ("recalibrate", {"ACCEPT": "AEP-CPT-REM", "NOW": AT}, "AEP-CPT-REM"),
        ("undo", {"COMMAND": 99999}, "99999"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(answer, built_town, algorithm, given, words):
    with pytest.raises(QgsProcessingException, match=words):
        answer(algorithm, WORKSPACE=str(built_town), **given)
