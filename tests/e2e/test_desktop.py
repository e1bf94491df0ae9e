# SPDX-License-Identifier: GPL-3.0-or-later
"""QGIS Desktop with the plugin on the demonstration town, driven by mouse and keyboard, in both languages."""

import json
import os
import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DRIVE = Path(__file__).with_name("drive.py")
PICTURES = ROOT / "var" / "test-reports" / "e2e"
LARGEST_S = {"open": 15.0, "select": 3.0}


@pytest.fixture(scope="session", params=["fr", "en"])
def seen(request, demo, tmp_path_factory):
    """Return what the drive saw in one language."""
    language = request.param
    out = PICTURES / language
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    profiles = tmp_path_factory.mktemp(f"profiles-{language}")
    settings = profiles / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        f"[PythonPlugins]\nregard=true\n[locale]\noverrideFlag=true\nuserLocale={language}\nglobalLocale={language}\n"
    )
    plugins = tmp_path_factory.mktemp("plugins")
    (plugins / "regard").symlink_to(ROOT)
    environment = os.environ | {
        "QGIS_PLUGINPATH": str(plugins),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "REGARD_E2E_PROJECT": str(demo / "regard.qgz"),
        "REGARD_E2E_OUT": str(out),
    }
    environment.pop("QT_QPA_PLATFORM", None)
    command = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", "qgis", "--nologo", "--noversioncheck"]
    command += ["--profiles-path", str(profiles), "--code", str(DRIVE)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180)
    (out / "qgis.log").write_text(run.stdout + run.stderr)
    assert (out / "seen.json").exists(), f"QGIS did not come to the end: {run.stderr[-3000:]}"
    return json.loads((out / "seen.json").read_text()) | {"language": language, "out": out}


def test_the_drive_came_to_its_end_without_an_error(seen):
    assert seen["errors"] == []
    assert seen["done"]


def test_no_box_stood_in_the_way(seen):
    assert seen["boxes"] == []


def test_the_message_log_holds_no_complaint_of_ours(seen):
    ours = [entry for entry in seen["log"] if entry[0] == "Regard" or "regard" in entry[2].lower()]
    bad = [entry for entry in ours if entry[1] in (1, 2)]
    tracebacks = [entry for entry in seen["log"] if "Traceback" in entry[2]]
    assert (bad, tracebacks) == ([], [])


def test_the_project_opens_with_every_layer(seen):
    assert seen["steps"]["invalid"] == []
    assert len(seen["steps"]["layers"]) > 20
    assert seen["steps"]["orders"] == 55


def test_a_burst_shows_its_cut_its_networks_and_its_tour(seen):
    steps = seen["steps"]
    assert steps["valves"] > 0
    words = {
        "fr": ("AEP-CASSE", "À fermer", "ATU", "Sur site"),
        "en": ("AEP-CASSE", "Close, in this order", "ATU", "On site"),
    }[seen["language"]]
    pages = (steps["asset"], steps["cut"], steps["networks"], steps["resources"])
    assert [word for word, page in zip(words, pages, strict=True) if word not in page] == []


def test_an_order_left_out_says_why(seen):
    assert {"fr": "Non planifié", "en": "Not planned"}[seen["language"]] in seen["steps"]["why"]


def test_the_list_filters(seen):
    assert 0 < seen["steps"]["P1"] < seen["steps"]["orders"]
    assert seen["steps"]["found"].startswith(("1 ", "2 ", "3 ", "4 "))


def test_no_text_is_cut_off(seen):
    overflowing = [name for name, value in seen["steps"].items() if name.endswith("overflow") and value]
    assert (seen["clipped"], overflowing) == ([], [])


def test_the_french_window_speaks_french(seen):
    entries = ET.parse(ROOT / "i18n" / "regard_fr.ts").iter("message")
    pairs = ((entry.findtext("source", ""), entry.findtext("translation", "")) for entry in entries)
    english = {source for source, translation in pairs if translation and translation != source}
    shown = {text for text in (*seen["texts"], *seen["steps"]["layers"]) if text in english}
    assert seen["language"] == "en" or shown == set()


def test_the_plugin_stops_and_starts_again(seen):
    steps = seen["steps"]
    assert steps["unloaded"] and steps["started"]
    assert steps["docks left"] == []


def test_the_window_answers_soon(seen):
    slow = {name: seen["steps"][name] for name, most in LARGEST_S.items() if seen["steps"][name] > most}
    assert slow == {}


@pytest.mark.parametrize("name", ["town", "burst", "left_out"])
def test_the_pictures_show_something(seen, name):
    picture = seen["out"] / f"{name}.png"
    assert picture.stat().st_size > 100_000
