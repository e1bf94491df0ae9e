# SPDX-License-Identifier: GPL-3.0-or-later
"""How the command behaves as a program: output, language, interruption, what nobody foresaw."""

import json
import signal
import subprocess
import sys

import pytest
from regard.cli.main import MODULES
from regard.cli.steering import summary
from regard.core.version import __version__
from regard.store.meta import SCHEMA_VERSION


def start(*arguments, **options):
    command = [sys.executable, "-m", "regard.cli", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def test_the_module_is_the_command():
    run = start("--version")
    assert (run.communicate(timeout=60), run.returncode) == ((f"regard {__version__}\n", ""), 0)


def test_json_is_one_document_on_stdout_and_nothing_else(town, golden_file):
    run = start("network", "import", town, golden_file, "--json")
    out, _ = run.communicate(timeout=120)
    assert run.returncode == 0
    assert json.loads(out)["assets"]["water_pipe"] == 9


def test_help_lists_every_command(regard):
    for arguments in ((), ("--help",)):
        run = regard(*arguments)
        assert run.code == 0
        assert all(f"\n  {name} " in run.out for name in MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_every_command_has_help(regard, name):
    run = regard(name, "--help")
    assert (run.code, run.err) == (0, "")
    assert "Usage: regard" in run.out


@pytest.mark.parametrize(
    ("environment", "options", "heading"),
    [
        ({"LC_ALL": "fr_FR.UTF-8"}, (), "Vannes à fermer"),
        ({"LC_ALL": "", "LANG": "fr_FR.UTF-8"}, (), "Vannes à fermer"),
        ({"LC_ALL": "de_DE.UTF-8"}, (), "Valves to close"),
        ({"LC_ALL": "fr_FR.UTF-8"}, ("--lang", "en"), "Valves to close"),
        ({"LC_ALL": "C"}, ("--lang", "fr"), "Vannes à fermer"),
    ],
)
def test_the_language_is_the_systems_or_the_one_asked_for(
    town, regard, monkeypatch, environment, options, heading
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    shown = regard("network", "isolate", town, "--asset", "P03", *options).out
    assert heading in shown


def test_errors_are_said_in_french_too(tmp_path, regard):
    run = regard("summary", tmp_path / "none.gpkg", "--lang", "fr")
    assert run.err.startswith(f"erreur : {tmp_path}/none.gpkg : espace de travail introuvable")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("summary",), "Il manque l'argument « TARGET »"),
        (("plan", "x"), "Il manque l'option « --day »"),
        (("deadline",), "Il manque l'option « --kind » ; au choix DT, DICT, DT-DICT, reminder"),
        (("workspace",), "Il manque une commande"),
        (("paint", "x"), "Il n'y a pas de commande « paint » ; proches : 'plan', 'explain'"),
        (("network", "zzz"), "Il n'y a pas de commande « zzz » (--help"),
        (("summary", "x", "--js"), "Il n'y a pas d'option --js ; proches : --json"),
        (("summary", "x", "--colour"), "Il n'y a pas d'option --colour (--help"),
        (("plan", "x", "--day"), "L'option « --day » attend une valeur"),
        (("summary", "x", "--json=3"), "L'option « --json » ne prend pas de valeur"),
        (("summary", "a", "b", "c"), "La commande n'en attend pas tant : b c"),
        (
            ("plan", "x", "--day", "1999"),
            "Valeur incorrecte pour « --day » : « 1999 » n'est pas une date comme",
        ),
        (("plan", "x", "--day", "2026-06-03", "--days", "x"), "« --days » : ce n'est pas un nombre entier"),
        (("plan", "x", "--day", "2026-06-03", "--days", "999"), "« --days » : c'est plus que 366"),
        (("plan", "x", "--day", "2026-06-03", "--seed", "-1"), "« --seed » : c'est moins que 0"),
        (("demo", "build", "d", "--seconds", "x"), "« --seconds » : ce n'est pas un nombre"),
        (("deadline", "--kind", "DIC"), "« --kind » : « DIC » n'est aucun de 'DT', 'DICT'"),
        (("network", "isolate", "x", "--at", "1"), "« --at » : « 1 » n'est pas un X,Y en mètres"),
    ],
)
def test_wrong_usage_is_told_in_french(regard, arguments, said):
    run = regard("--lang", "fr", *arguments)
    assert run.code == 2
    assert run.err.startswith("erreur : ")
    assert said in run.err


def test_wrong_usage_is_told_in_the_language_named_after_it(regard):
    assert "Il n'y a pas d'option --colour" in regard("summary", "x", "--colour", "--lang=fr").err
    assert (
        "« --at » : « 1 » n'est pas un X,Y"
        in regard("network", "isolate", "x", "--at", "1", "--lang", "fr").err
    )


def test_the_language_may_come_before_the_command(town, regard):
    for options in (("--lang", "fr"), ("--lang=fr",)):
        assert "Vannes à fermer" in regard(*options, "network", "isolate", town, "--asset", "P03").out
    assert "Valves to close" in (
        regard("--lang", "fr", "network", "isolate", town, "--asset", "P03", "--lang", "en").out
    )
    unknown = regard("--lang", "de", "summary", town)
    assert (unknown.code, unknown.err) == (2, "error: Regard does not speak 'de'; it speaks en, fr\n")


def test_french_figures_have_a_decimal_comma(town, regard):
    assert "4,5 m³" in regard("network", "isolate", town, "--at", "687520,6924000", "--lang", "fr").out
    assert "4.5 m³" in regard("network", "isolate", town, "--at", "687520,6924000", "--lang", "en").out


def test_an_interrupted_command_says_so_and_leaves_nothing(staffed, orders_csv, done):
    done("orders", "import", staffed, orders_csv)
    run = start("plan", staffed, "--day", "2026-06-03", "--now", "2026-06-03T07:45", "--seconds", "60")
    while "searching for the tours" not in run.stderr.readline():
        assert run.poll() is None
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=30)
    assert (run.returncode, out) == (130, "")
    assert err.splitlines()[-1] == "error: Stopped."
    assert "Traceback" not in err
    assert done("summary", staffed)["plan_id"] is None


def test_what_nobody_foresaw_is_one_line_and_a_log(town, regard, monkeypatch, tmp_path):
    def fail(_):
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(summary, "day_summary", fail)
    log = tmp_path / "config" / "regard" / "regard.log"
    run = regard("summary", town)
    assert (run.code, run.out) == (1, "")
    assert run.err == (
        "error: something happened that Regard did not foresee: ZeroDivisionError('by nought'). "
        f"The details are in {log}\n"
    )
    assert "Traceback" in log.read_text()
    assert "Traceback" in regard("summary", town, "--debug").err


def test_output_may_be_cut_short_by_a_pipe(town):
    run = start("network", "isolate", town, "--at", "687520,6924000", "--json")
    run.stdout.close()
    assert run.stderr.read() == ""
    run.wait(timeout=60)
    run.stderr.close()


def test_a_workspace_describes_itself(town, done, regard):
    info = done("workspace", "info", town)
    assert info["crs"] == "EPSG:2154"
    assert info["records"]["work_order"] == 0
    assert "aep_canalisation" in info["layers"]
    assert "aep_canalisation" in regard("workspace", "info", town).out


def test_a_workspace_of_this_version_needs_no_migration(town, done):
    version = SCHEMA_VERSION
    assert done("workspace", "migrate", town) == {
        "from_version": version,
        "to_version": version,
        "backup": None,
    }


def test_a_workspace_may_be_in_another_crs(tmp_path, done):
    town = tmp_path / "reunion.gpkg"
    assert done("workspace", "create", town, "--crs", "EPSG:2975")["crs"] == "EPSG:2975"
    assert done("workspace", "info", town)["crs"] == "EPSG:2975"
