# SPDX-License-Identifier: GPL-3.0-or-later
"""A real QGIS without a display, a golden town to show in it, and the plugin loaded on demand."""

import importlib.util
import json
import os
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from qgis.core import QgsApplication, QgsProcessingFeedback, QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QLocale, QThreadPool
from regard.plugin import RegardPlugin
from regard.qgis_bridge.native import load_wheels_apart
from regard.qgis_bridge.tasks import pool_of

# before any test imports them, as in QGIS Desktop
load_wheels_apart()

HERE = Path(__file__).resolve().parent
SCRIPTS = HERE.parents[1] / "scripts"


def _module(name, folder=HERE):
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def golden():
    """Return the module that builds the golden town."""
    return _module("golden_town")


@pytest.fixture(scope="session")
def built_town(golden, tmp_path_factory):
    """Return the golden town's workspace; read-only by agreement."""
    return golden.build(tmp_path_factory.mktemp("town"))


@pytest.fixture
def town(built_town, tmp_path):
    """Return a copy of the golden town's workspace to write to."""
    return shutil.copy2(built_town, tmp_path / "town.gpkg")


BURST = "VA-2026-AEP-00001"
FOUND_AT_THE_BURST = {
    "started_at": "2026-06-03 09:00",
    "ended_at": "2026-06-03 11:00",
    "agents": "AG1",
    "result": "done",
    "asset": "P03",
    "repair_point": "687520,6924000",
    "repaired": "01",
    "defect": "02",
    "material": "02",
    "dn": "125",
    "comment": "clamp on a clean break",
}


@pytest.fixture
def place(town):
    """Return where the workspace is that a dispatcher works in; tests of a server say otherwise."""
    return str(town)


@pytest.fixture
def burst_closed(place):
    """Close the town's burst with what the field found on P03, and return when that was."""
    from regard.planner.closing.close_order import close_order
    from regard.store.workspaces import open_workspace
    from regard.workorders.closing.handed_in import HandedIn
    from regard.workorders.orders import OrderState, WorkOrder
    from regard.workorders.rulebook import load_rule_book

    later, found = datetime(2026, 6, 3, 18), dict(FOUND_AT_THE_BURST)
    workspace = open_workspace(place)
    order = workspace.get(WorkOrder, BURST)
    with workspace.command("go", who="test") as writing:
        writing.save(replace(order, state=OrderState.IN_PROGRESS, started_at=datetime(2026, 6, 3, 9)))
    handed = HandedIn(json.dumps(found), author="AG1", fields=found, photos=("before.jpg",))
    close_order(workspace, BURST, handed, book=load_rule_book(), now=later, who="test")
    workspace.close()
    return later


@pytest.fixture
def asked(town):
    """Return a function that asks a question of the writable town between two runs."""

    from regard.store.workspaces import open_workspace

    def asked(question):
        workspace = open_workspace(town)
        try:
            return question(workspace)
        finally:
            workspace.close()

    return asked


@pytest.fixture
def on_server(built_town):
    """Return the address of a copy of the town in a schema of its own on the server that PGHOST names."""
    from regard.store.tables import RECORD_KINDS
    from regard.store.workspaces import create_workspace, open_workspace
    from sqlalchemy import create_engine, text

    e = os.environ
    assert "PGHOST" in e, "no server: run it as scripts/run_tests.py does, pg_virtualenv -t pytest ..."
    address = f"{e.get('PGUSER', '')}@{e['PGHOST']}:{e.get('PGPORT', '5432')}"
    # one for each process of the tests
    name = f"regard_{e.get('PYTEST_XDIST_WORKER', 'alone')}"
    engine = create_engine(f"postgresql+psycopg://{address}/postgres")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    url = f"postgresql://{address}/{name}?schema=nord"
    town, server = open_workspace(str(built_town)), create_workspace(url)
    with server.command("copy", who="test") as transaction:
        for kind in RECORD_KINDS.values():
            transaction.add(town.all(kind))
    for name in town.layer_names():
        server.write_layer(name, town.read_layer(name))
    town.close()
    server.close()
    return url


@pytest.fixture
def project(qgis_app):
    """Return the open project, empty; what a test put in is taken out again."""
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture(scope="session", autouse=True)
def quiet_end(qgis_app):
    """Let threads and deferred deletions finish before QGIS is shut down: after that they would crash."""
    yield
    pool_of(QgsApplication.taskManager()).waitForDone()
    QThreadPool.globalInstance().waitForDone()
    for _ in range(3):
        qgis_app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qgis_app.processEvents()
    # pytest-qgis undoes this connection at the end and fails if it was lost on the way
    QgsProject.instance().legendLayersAdded.connect(qgis_app.processEvents)


@pytest.fixture(autouse=True)
def greeted(qgis_app):
    """Run as somebody who has seen the first window."""
    QgsSettings().setValue("regard/start/greeted", True)
    QgsSettings().remove("regard/start/recent")


@pytest.fixture(autouse=True)
def in_english():
    """Run in English whatever the machine speaks."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def desktop(qgis_app, project):
    """Return a window of QGIS, shown."""
    desktop = _module("desktop").Desktop()
    desktop.window.show()
    yield desktop
    desktop.canvas.waitWhileRendering()
    desktop.window.close()
    desktop.bridge.deleteLater()
    desktop.window.deleteLater()
    qgis_app.sendPostedEvents()


@pytest.fixture
def plugin(desktop, monkeypatch):
    """Return the plugin, loaded in English."""
    monkeypatch.setattr("regard.plugin.user_locale", lambda: "en_GB")
    plugin = RegardPlugin(desktop)
    plugin.initGui()
    yield plugin
    plugin.unload()


@pytest.fixture
def provider(qgis_processing):
    """Return the Processing provider, registered."""
    from regard.qgis_bridge.processing.provider import RegardProvider

    provider = RegardProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def answer(provider):
    """Return a function that runs an algorithm with all its layers in memory, and gives the outputs."""
    import processing

    def answer(algorithm, **parameters):
        given = {**_sinks(algorithm, "memory:"), **parameters}
        return processing.run(f"regard:{algorithm}", given, feedback=QgsProcessingFeedback())

    return answer


@pytest.fixture
def load(provider, project):
    """Return a function that runs an algorithm, loads its layers and gives each with its legend, by name."""
    import processing

    def load(algorithm, **parameters):
        sinks = _sinks(algorithm, "TEMPORARY_OUTPUT")
        found = processing.runAndLoadResults(f"regard:{algorithm}", {**sinks, **parameters})
        layers = {name: project.mapLayer(found[name]) for name in sinks}
        return {name: Loaded(layer, _legend(layer)) for name, layer in layers.items()}

    return load


@pytest.fixture
def standby():
    """Have a crew at hand that has no tour yet."""


@pytest.fixture
def early():
    """Begin before anybody has left."""


@pytest.fixture
def hands(request, plugin, place, golden, desktop):
    """Return the hands of a dispatcher who has the town, its list and its board before her."""
    from regard.network.assets.roles import Role
    from regard.planner.assets.asset_base import AssetBase
    from regard.planner.import_records import import_records
    from regard.planner.intake.addresses import import_addresses
    from regard.planner.running.desk_moment import DESK_MOMENT
    from regard.store.workspaces import open_workspace
    from regard.workorders.informing.contacts import CustomerContact

    is_closed = "burst_closed" in request.fixturenames
    now = request.getfixturevalue("burst_closed") if is_closed else golden.NOW
    if "early" in request.fixturenames:
        now = now.replace(hour=6, minute=0)
    workspace = open_workspace(place)
    workspace.set_setting(DESK_MOMENT, now.isoformat())
    houses = [("Rue des Saules", "60000", "Valmont", str(n), 687299.0 + n, 6924003.0) for n in range(1, 31)]
    import_addresses(workspace, houses)
    point = min(AssetBase(workspace).frames[Role.DELIVERY_POINT]["asset_id"])
    customer = CustomerContact(point, "Mme Roc", mobile="06 39 98 00 01", address="3 rue des Saules")
    import_records(workspace, [customer], name="contacts", who="test")
    workspace.close()
    if "standby" in request.fixturenames:
        _module("standby_crew", SCRIPTS).add_standby(place, like="AG1")
    desktop.window.resize(1600, 1000)
    window = plugin.window
    window.board._clock = lambda: now
    window.actions.actions["board"].trigger()
    window.workspaces.open(place)
    gestures = _module("gestures").Gestures()
    report = "tasks_server.json" if "://" in place else "tasks.json"
    hands = _module("hands").Hands(window, gestures, desktop, report=report)
    hands.settle(lambda: window.state.orders and window.board._read and window.calling.calls._desk)
    yield hands
    gestures.leave()


class Loaded(NamedTuple):
    """A layer in the project and the texts of its legend."""

    layer: QgsVectorLayer
    legend: list[str]


def _sinks(algorithm, where):
    found = QgsApplication.processingRegistry().algorithmById(f"regard:{algorithm}")
    wanted = found.destinationParameterDefinitions()
    return {parameter.name(): where for parameter in wanted if parameter.type() == "sink"}


def _legend(layer):
    # a table is not drawn
    return [item.label() for item in layer.renderer().legendSymbolItems()] if layer.isSpatial() else []
