# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace opens through a connection of QGIS; its password is in QGIS's encrypted store only."""

import os
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsDataSourceUri,
    QgsProject,
    QgsProviderRegistry,
    QgsSettings,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWizard
from regard.core.errors import InputError
from regard.qgis_bridge.stored_logins import kept_login, stored_connections
from regard.store.workspaces import open_workspace
from regard.ui.starting import settings
from regard.workorders.orders import WorkOrder
from sqlalchemy import create_engine, text

PASSWORD = "s3cret-of-martine"
# the server is that of all processes of the tests
USER = f"martine_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


@pytest.fixture
def martine(on_server):
    """Return the address of the town as QGIS sees it, with a login that needs a password."""
    engine = create_engine(on_server.replace("postgresql", "postgresql+psycopg").partition("?")[0])
    with engine.begin() as connection:
        connection.execute(text(f"CREATE ROLE {USER} SUPERUSER LOGIN PASSWORD '{PASSWORD}'"))
    yield urlsplit(on_server)
    with engine.begin() as connection:
        connection.execute(text(f"DROP OWNED BY {USER}"))
        connection.execute(text(f"DROP ROLE {USER}"))
    engine.dispose()


@pytest.fixture
def authcfg(qgis_app):
    manager = QgsApplication.authManager()
    manager.setMasterPassword("a master password", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("martine")
    config.setConfig("username", USER)
    config.setConfig("password", PASSWORD)
    manager.storeAuthenticationConfig(config)
    yield config.id()
    manager.removeAuthenticationConfig(config.id())


@pytest.fixture
def connect():
    """Return a function that keeps a connection in QGIS."""
    metadata, made = QgsProviderRegistry.instance().providerMetadata("postgres"), []

    def connect(name, place, *, user="", password="", authcfg="", port=None):
        uri = QgsDataSourceUri()
        given = (place.hostname, str(port or place.port), place.path.lstrip("/"), user, password)
        uri.setConnection(*given, QgsDataSourceUri.SslMode.SslPrefer, authcfg)
        kept = {"saveUsername": bool(user), "savePassword": bool(password)}
        metadata.saveConnection(metadata.createConnection(uri.uri(False), kept), name)
        made.append(name)

    yield connect
    for name in made:
        metadata.deleteConnection(name)


@pytest.fixture
def looking(plugin, qtbot):
    """Return a function that opens the window for servers and looks at a connection."""

    def looking(name):
        plugin.window.actions.actions["connect"].trigger()
        server = plugin.window.start.server
        qtbot.waitUntil(server.isVisible, timeout=5_000)
        server.connection.setCurrentText(name)
        QTest.mouseClick(server.look, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not server.progress.is_busy, timeout=30_000)
        return server

    return looking


def test_the_password_stays_with_qgis(plugin, martine, authcfg, connect, looking, qtbot):
    connect("Valmont", martine, authcfg=authcfg)
    server = looking("Valmont")
    assert [server.schemas.item(row).text() for row in range(server.schemas.count())] == ["nord"]
    QTest.mouseClick(server.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=30_000)
    url = plugin.window.state.url
    assert url.endswith(f"?schema=nord&authcfg={authcfg}")
    layers = QgsProject.instance().mapLayers().values()
    assert layers and all(layer.isValid() for layer in layers)
    everything = [url, *settings.recent_workspaces(), *(layer.source() for layer in layers)]
    everything += [str(QgsSettings().value(key)) for key in QgsSettings().allKeys()]
    assert not [text for text in everything if PASSWORD in text]


def test_a_change_of_another_dispatcher_is_heard_of_through_that_login(
    plugin, martine, authcfg, connect, looking, on_server, qtbot
):
    connect("Valmont", martine, authcfg=authcfg)
    QTest.mouseClick(looking("Valmont").ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=30_000)
    qtbot.wait(1_500)
    other = open_workspace(on_server)
    first = other.all(WorkOrder)[0]
    with other.command("edit", who="B") as transaction:
        transaction.save(replace(first, address="12 rue Neuve"))
    other.close()
    qtbot.waitUntil(
        lambda: any("12 rue Neuve" in row.order.address for row in plugin.window.state.orders), timeout=5_000
    )


def test_a_password_that_qgis_keeps_in_plain_text_is_taken_into_its_encrypted_store_when_asked_to(
    plugin, martine, authcfg, connect, looking, qtbot
):
    connect("Old", martine, user=USER, password=PASSWORD)
    assert [one.has_plain_password for one in stored_connections() if one.name == "Old"] == [True]
    server = looking("Old")
    assert "plain text" in server.notice.text()
    assert server.schemas.count() == 0
    assert kept_login(next(one for one in stored_connections() if one.name == "Old")) == ""
    QTest.mouseClick(server.encrypt, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: server.schemas.count() > 0, timeout=30_000)
    QTest.keyClick(server.schemas, Qt.Key.Key_Return)
    QTest.mouseClick(server.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=30_000)
    assert PASSWORD not in plugin.window.state.url
    assert "authcfg=" in plugin.window.state.url


def test_a_wrong_password_and_a_server_that_is_away_are_said_there(martine, authcfg, connect, looking):
    config = QgsAuthMethodConfig("Basic")
    config.setId(authcfg)
    config.setName("martine")
    config.setConfig("username", USER)
    config.setConfig("password", "wrong")
    QgsApplication.authManager().updateAuthenticationConfig(config)
    connect("Wrong", martine, authcfg=authcfg)
    connect("Away", martine, authcfg=authcfg, port=1)
    server = looking("Wrong")
    assert "martine" in server.notice.text() and "wrong" not in server.notice.text()
    assert not server.ok.isEnabled()
    server.reject()
    assert "the server does not answer" in looking("Away").notice.text()


def test_a_workspace_is_made_in_a_schema_of_its_own(
    plugin, martine, authcfg, connect, built_town, on_server, qtbot
):
    connect("Valmont", martine, authcfg=authcfg)
    plugin.window.start.make_new()
    wizard = plugin.window.start.wizard
    wizard.place.on_server.setChecked(True)
    QTest.mouseClick(wizard.place.server, Qt.MouseButton.LeftButton)
    server = plugin.window.start.server
    server.connection.setCurrentText("Valmont")
    QTest.mouseClick(server.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(server.schema.isEnabled, timeout=30_000)
    for name, word in (("nord", "already"), ("Sud 1", "small letters")):
        server.schema.setText(name)
        assert word in server.notice.text() and not server.ok.isEnabled()
    server.schema.setText("sud")
    QTest.mouseClick(server.ok, Qt.MouseButton.LeftButton)
    wizard.next()
    QTest.keyClicks(wizard.source.path, str(built_town))
    wizard.next()
    qtbot.waitUntil(wizard.roles.isComplete, timeout=60_000)
    wizard.next()
    qtbot.waitUntil(wizard.check.isComplete, timeout=60_000)
    wizard.next()
    QTest.mouseClick(wizard.button(QWizard.WizardButton.FinishButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(plugin.window.state.url), timeout=120_000)
    assert f"schema=sud&authcfg={authcfg}" in plugin.window.state.url
    made = open_workspace(on_server.replace("schema=nord", "schema=sud"))
    assert "aep_canalisation" in made.layer_names()
    made.close()


def test_outside_qgis_such_an_address_says_what_to_do(martine):
    place = f"postgresql://{martine.hostname}:{martine.port}{martine.path}"
    with pytest.raises(InputError, match="only QGIS can open it"):
        open_workspace(f"{place}?schema=nord&authcfg=abcdefg")
