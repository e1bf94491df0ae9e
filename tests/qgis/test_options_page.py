# SPDX-License-Identifier: GPL-3.0-or-later
"""The page in the options of QGIS: kept when it is accepted, the password never in the workspace."""

from contextlib import closing

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsSettings
from qgis.PyQt.QtTest import QTest
from regard.store.smtp_mail import Security, SmtpSettings, read_mail_settings
from regard.store.workspaces import open_workspace
from regard.ui.order_panel.mail import AUTH_SETTING
from regard.ui.starting import settings

PASSWORD = "s3cret-of-the-mail"


@pytest.fixture
def authcfg(qgis_app):
    manager = QgsApplication.authManager()
    manager.setMasterPassword("a master password", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("mail")
    config.setConfig("username", "regard")
    config.setConfig("password", PASSWORD)
    manager.storeAuthenticationConfig(config)
    yield config.id()
    manager.removeAuthenticationConfig(config.id())
    QgsSettings().remove(AUTH_SETTING)
    QgsSettings().remove("regard/start/open")


@pytest.fixture
def page(plugin, desktop, qtbot):
    """Return a function that opens the page as QGIS does."""

    def page():
        (factory,) = desktop.options
        made = factory.createWidget(desktop.window)
        qtbot.addWidget(made)
        made.show()
        return made

    return page


def type_into(edit, text):
    edit.clear()
    QTest.keyClicks(edit, text)


def test_without_a_workspace_only_the_start_can_be_chosen(page, authcfg):
    shown = page()
    assert not shown.mail.isEnabled()
    assert "Open a workspace" in shown.notice.text()
    QTest.keyClicks(shown.at_start, "open")
    shown.apply()
    assert settings.opened_at_start() == "last"
    assert page().at_start.currentData() == "last"


def test_the_mail_server_is_kept_in_the_workspace_and_its_password_in_qgis(
    plugin, desktop, page, town, authcfg, qtbot
):
    plugin.window.workspaces.open(str(town))
    shown = page()
    qtbot.waitUntil(shown.mail.isEnabled, timeout=20_000)
    type_into(shown.host, "smtp.valmont.fr")
    type_into(shown.user, "regard")
    type_into(shown.sender, "eau@valmont.fr")
    shown.authentication.setConfigId(authcfg)
    shown.apply()
    qtbot.waitUntil(lambda: any("is kept" in text for text in desktop.messages()), timeout=20_000)
    with closing(open_workspace(str(town))) as workspace:
        found = read_mail_settings(workspace)
    assert found == SmtpSettings("smtp.valmont.fr", 587, Security.STARTTLS, "regard", "eau@valmont.fr")
    assert QgsSettings().value(AUTH_SETTING) == authcfg
    kept = [str(QgsSettings().value(key)) for key in QgsSettings().allKeys()]
    assert not [text for text in kept if PASSWORD in text]
    assert PASSWORD.encode() not in town.read_bytes()


def test_a_sender_that_is_no_address_is_refused_in_plain_words(plugin, desktop, page, town, authcfg, qtbot):
    plugin.window.workspaces.open(str(town))
    shown = page()
    qtbot.waitUntil(shown.mail.isEnabled, timeout=20_000)
    type_into(shown.host, "smtp.valmont.fr")
    type_into(shown.sender, "nobody")
    shown.apply()
    qtbot.waitUntil(lambda: any("nobody" in text for text in desktop.messages()), timeout=20_000)
    with closing(open_workspace(str(town))) as workspace:
        assert read_mail_settings(workspace).host == ""
