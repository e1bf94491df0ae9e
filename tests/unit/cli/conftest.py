# SPDX-License-Identifier: GPL-3.0-or-later
"""Run commands as a user would, on workspaces made by other commands."""

import json
import re
import shutil
from dataclasses import dataclass

import pytest
from regard.cli import tables
from regard.cli.main import main

HOME = "686000,6923500"
AGENTS = f"""agent_id,name,x,y,zone,day_start,day_end,lunch_start,lunch_end,lunch_min,overtime_min,vehicle
AG1,Ada,{HOME},Z1,08:00,16:30,12:00,13:00,0,0,van
AG2,Blaise,{HOME},Z1,08:00,16:30,12:00,13:00,0,0,van
"""
SKILLS = "grant_id,agent_id,skill,valid_from,valid_until\n" + "\n".join(
    f"{agent}-{skill},{agent},{skill},2024-01-01,2027-12-31"
    for agent, skills in {
        "AG1": ("AIPR_OP", "TERR", "SS4", "PI"),
        "AG2": ("COMPTEUR", "AIPR_OP", "PI"),
    }.items()
    for skill in skills
)
JUNE_3 = "2026-06-03"
# code, x, y, minutes, skills, earliest and latest start of service
JOBS = [
    ("AEP-FUI-CAN", 687520, 6924000, 150, '"AIPR_OP;TERR;SS4"', f"{JUNE_3} 08:00", f"{JUNE_3} 12:00"),
    ("AEP-CPT-REM", 688900, 6925100, 30, "COMPTEUR", f"{JUNE_3} 09:00", f"{JUNE_3} 11:00"),
    ("AEP-CPT-REM", 684300, 6922600, 45, "COMPTEUR", "", ""),
    ("AEP-PI-CTL", 688300, 6923200, 60, "PI", "", ""),
    ("AEP-CPT-REM", 683900, 6924900, 40, "COMPTEUR", f"{JUNE_3} 14:00", f"{JUNE_3} 16:00"),
    ("AEP-BRT-SUP", 686700, 6925600, 90, "AIPR_OP", "", ""),
]
ORDERS = (
    "order_id;priority;received_at;due_at;code;x;y;duration_min;skills;window_start;window_end\n"
    + "\n".join(
        f"OI-{number:02};P3;2026-06-01 08:00;2026-06-10 17:00;" + ";".join(map(str, job))
        for number, job in enumerate(JOBS, start=1)
    )
)
REQUESTS = """request_id,received_at,caller,phone,customer_ref,address,x,y,code,description,danger,contract_id
DI-1,2026-06-03 07:20,Mme Élan,0600000001,,3 rue du Puits,687520,6924000,AEP-CASSE,Conduite cassée,yes,VA-2024
DI-2,2026-06-03 07:30,M. Roc,0600000001,,8 rue du Puits,687300,6924001,AEP-CPT-REM,Compteur bloqué,no,VA-2024
DI-3,2026-06-03 07:40,M. Ru,0600000001,,place Basse,687110,6924010,,bzzz,no,VA-2024
"""

VALVE_REQUEST = f"""{REQUESTS.partition(chr(10))[0]}
DI-1,2026-06-03 07:20,Mme Élan,0600000001,,3 rue du Puits,687520,6924000,AEP-VAN-REM,Vanne,no,VA-2024
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def data(self):
        """Return the one JSON document on stdout."""
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def in_english(monkeypatch, tmp_path):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def numbers_in_words(monkeypatch):
    """Have no table hold a number with decimals that is not written as the language does."""

    def cell(value):
        assert not isinstance(value, float), f"{value} is written with a decimal point in every language"
        return str(value)

    monkeypatch.setattr(tables, "_cell", cell)


@pytest.fixture
def new_url(tmp_path):
    """Return the path of a workspace that does not exist yet."""
    return str(tmp_path / "town.gpkg")


@pytest.fixture
def regard(capsys):
    """Return a function that runs a command in this process."""

    def regard(*arguments):
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Run(code, printed.out, printed.err)

    return regard


@pytest.fixture
def done(regard):
    """Return a function that runs a command with ``--json`` and gives its data; it must succeed."""

    def done(*arguments):
        run = regard(*arguments, "--json")
        # on a slow machine progress is shown
        told = [line for line in run.err.splitlines() if not re.match(r" *\d+%", line)]
        assert (run.code, told) == (0, [])
        return run.data

    return done


@pytest.fixture(scope="session")
def golden_workspace(golden_file):
    """Return a workspace with the golden network, made by commands; tests work on copies."""
    town = golden_file.with_name("town.gpkg")
    assert main(["workspace", "create", str(town)]) == 0
    assert main(["network", "import", str(town), str(golden_file)]) == 0
    return town


@pytest.fixture
def town(golden_workspace, tmp_path):
    """Return a workspace with the golden network."""
    return shutil.copy(golden_workspace, tmp_path / "town.gpkg")


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a text file and gives its path."""

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def staffed(town, write, done):
    """Return a workspace with the golden network and two agents."""
    folder = write("people/agents.csv", AGENTS).parent
    write("people/skills.csv", SKILLS)
    assert done("resources", "import", town, folder) == {"records": {"Agent": 2, "SkillGrant": 7}}
    return town


@pytest.fixture
def requests_csv(write):
    return write("requests.csv", REQUESTS)


@pytest.fixture
def orders_csv(write):
    return write("orders.csv", ORDERS)


@pytest.fixture
def valve(town, write, done):
    """Return the order of a valve to replace, a dig that can wait."""
    done("requests", "import", town, write("requests.csv", VALVE_REQUEST))
    return done("requests", "qualify", town, "--now", "2026-06-03 08:30")["orders"][0]
