# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules edited as files: what a workspace takes in, its commands go by."""

NOW = "2026-06-03T07:45"


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
