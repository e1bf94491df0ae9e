# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules edited as files: what a workspace takes in, its commands go by."""

from contextlib import closing
from datetime import datetime, timedelta

from regard.core.ids import AssetId, OrderId
from regard.planner.import_records import import_records
from regard.store.workspaces import open_workspace
from regard.tests.unit.cli.conftest import REQUESTS
from regard.workorders.history import ClosedIntervention
from shapely.geometry import Point

NOW = "2026-06-03T07:45"
# 25 repairs on asbestos cement: half took 185 min at most, eight in ten 240
PAST_MIN = [*range(160, 184, 2), 185, *range(200, 212, 2), 240, *[240, 250, 260, 270, 280]]


def test_what_is_imported_is_what_orders_are_judged_by(staffed, requests_csv, tmp_path, done, regard):
    folder = tmp_path / "rules"
    done("rules", "export", folder, "--csv")
    table = folder / "catalogue.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace(";330;540;", ";111;222;"), encoding="utf-8")
    numbering = folder / "numbering.yaml"
    numbering.write_text(
        numbering.read_text(encoding="utf-8").replace("service: VA", "service: XY"), encoding="utf-8"
    )
    assert "catalogue.yaml" in done("rules", "check", folder)["files"]
    done("rules", "import", staffed, folder, "--from", "2026-06-01", "--by", "D. Martin", "--now", NOW)
    (version,) = done("rules", "list", staffed)["versions"]
    assert (version["version_id"], version["who"]) == ("R1", "D. Martin")
    assert "R1" in regard("rules", "list", staffed).out
    again = regard("rules", "import", staffed, folder, "--from", "2026-06-02", "--now", NOW)
    assert (again.code, again.err) == (
        2,
        "error: nothing differs from the rules in force on 2026-06-02\n",
    )
    done("requests", "import", staffed, requests_csv)
    orders = regard("requests", "qualify", staffed, "--now", NOW, "--json").data["orders"]
    assert orders[0] == "XY-2026-AEP-00001"
    order = done("orders", "show", staffed, orders[0])["order"]
    assert order["rules_version"].startswith("R1: catalogue ")
    # 111 minutes of the table and 60 for asbestos cement
    assert order["duration_min"] == 171
    told = done("orders", "show", staffed, orders[0])["duration"]
    assert [part["minutes"] for part in told] == [111, 60]
    shown = regard("orders", "show", staffed, orders[0], "--lang", "fr").out
    assert "111 min durée standard" in shown
    assert "+60 min Procédure amiante (Code du travail R.4412-144" in shown
    own = done("catalogue", "show", "AEP-CASSE", "--of", staffed, "--day", "2026-06-01")
    assert own["job"]["duration_min"] == {"p50": 111, "p80": 222}
    assert own["version"].startswith("R1: ")


def test_the_catalogue_is_shown_with_what_makes_a_work_take_longer(done, regard):
    assert len(done("catalogue", "show")["jobs"]) == 43
    found = done("catalogue", "show", "AEP-CPT-REM")
    assert [(one["label"]["en"], one["minutes"]) for one in found["longer"]] == [
        ("Meter of DN 40 or more", 95)
    ]
    shown = regard("catalogue", "show", "AEP-CPT-REM", "--lang", "fr").out
    assert "Compteur de DN 40 ou plus" in shown
    assert "+95" in shown
    unknown = regard("catalogue", "show", "AEP-CPT-RM")
    assert unknown.code == 2
    assert "AEP-CPT-REM" in unknown.err


def test_a_modifier_that_cannot_be_is_refused_with_its_line(tmp_path, done, regard):
    folder = tmp_path / "rules"
    done("rules", "export", folder)
    file = folder / "resource_rules.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in (("minutes: 95", "minutes: -95"), ("codes: [AEP-CPT-REM]", "code: [AEP-CPT-REM]")):
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        refused = regard("rules", "check", folder)
        assert refused.code == 2
        assert "resource_rules.yaml, line" in refused.err
        assert "modifiers.large_meter" in refused.err


def test_an_order_keeps_the_rules_by_which_it_was_judged(staffed, write, tmp_path, done):
    head, first, second, *_ = REQUESTS.splitlines()
    done("requests", "import", staffed, write("one.csv", f"{head}\n{first}\n"))
    (before,) = done("requests", "qualify", staffed, "--now", NOW)["orders"]
    folder = tmp_path / "rules"
    done("rules", "export", folder)
    catalogue = folder / "catalogue.yaml"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(
        text.replace("{p50: 330, p80: 540}", "{p50: 300, p80: 500}")
        .replace("{p50: 25, p80: 40}", "{p50: 20, p80: 30}")
        .replace('version: "2026.1"', 'version: "2026.2"'),
        encoding="utf-8",
    )
    done("rules", "import", staffed, folder, "--from", "2026-06-01", "--by", "D. Martin", "--now", NOW)
    done("requests", "import", staffed, write("two.csv", f"{head}\n{second}\n"))
    (after,) = done("requests", "qualify", staffed, "--now", NOW)["orders"]
    old, new = (done("orders", "show", staffed, one)["order"] for one in (before, after))
    assert old["rules_version"].startswith("catalogue 2026.1, ")
    assert old["duration_min"] == 330 + 60
    assert new["rules_version"].startswith("R1: catalogue 2026.2, ")
    assert new["code"] == "AEP-CPT-REM"
    assert new["duration_min"] == 20


def test_a_mistake_is_told_by_line_and_nothing_is_stored(staffed, tmp_path, regard, done):
    folder = tmp_path / "rules"
    done("rules", "export", folder, "--csv")
    table = folder / "catalogue.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace(";330;540;", ";0;540;"), encoding="utf-8")
    for command in (("check", folder), ("import", staffed, folder)):
        run = regard("rules", *command)
        assert run.code == 2
        assert "catalogue.csv, line 3, column p50: found '0'" in run.err
    assert done("rules", "list", staffed)["versions"] == []


def test_recalibration_shows_and_stores_only_what_is_accepted(staffed, done, regard):
    shown = done("catalogue", "recalibrate", staffed, "--now", NOW)
    assert (shown["actuals"], shown["proposals"], shown["version"]) == ([], [], None)
    run = regard("catalogue", "recalibrate", staffed, "--now", NOW, "--accept", "AEP-PURGE", "--lang", "fr")
    assert (run.code, run.err) == (
        2,
        "erreur : AEP-PURGE : aucune nouvelle durée n'est proposée (il y a : -)\n",
    )


def repair(number, minutes):
    start = datetime(2026, 3, 2, 8) + timedelta(days=number)
    return ClosedIntervention(
        order_id=OrderId(f"OI-{number}"),
        code="AEP-FUI-CAN",
        received_at=start,
        started_at=start,
        ended_at=start + timedelta(minutes=minutes),
        agents=(),
        crew=2,
        zone="Z1",
        asset_role="water_pipe",
        asset_id=AssetId("P03"),
        place=Point(687520, 6924000),
        result="done",
        cause="",
        hazards=("asbestos_cement",),
    )


def test_the_past_year_says_that_a_standard_is_too_short(staffed, tmp_path, done, regard):
    folder = tmp_path / "rules"
    done("rules", "export", folder)
    catalogue = folder / "catalogue.yaml"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace("{p50: 270, p80: 420}", "{p50: 90, p80: 140}"), encoding="utf-8")
    done("rules", "import", staffed, folder, "--from", "2026-06-01", "--now", NOW)
    with closing(open_workspace(staffed)) as workspace:
        import_records(workspace, [*map(repair, range(25), PAST_MIN)], name="import", who="test")
    shown = done("catalogue", "recalibrate", staffed, "--now", NOW)
    (actual,), (proposal,) = shown["actuals"], shown["proposals"]
    # 90 min and 60 for asbestos cement
    assert (actual["jobs"], actual["standard_min"], actual["p50_min"], actual["p80_min"]) == (
        25,
        150,
        185,
        240,
    )
    assert (proposal["code"], proposal["new_p50_min"], proposal["new_p80_min"]) == ("AEP-FUI-CAN", 125, 180)
    assert "standard below P50" in regard("catalogue", "recalibrate", staffed, "--now", NOW).out
    accepted = ("--accept", "AEP-FUI-CAN", "--from", "2026-06-04")
    stored = done("catalogue", "recalibrate", staffed, "--now", NOW, *accepted)["version"]
    assert stored == "R2"
