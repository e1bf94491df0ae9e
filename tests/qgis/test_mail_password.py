# SPDX-License-Identifier: GPL-3.0-or-later
"""The mail password comes from QGIS's own encrypted store."""

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig
from regard.core.errors import InputError
from regard.qgis_bridge.mail_password import password_of_qgis


@pytest.fixture
def stored(qgis_app):
    manager = QgsApplication.authManager()
    manager.setMasterPassword("a master password", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("mail")
    config.setConfig("username", "regard")
    config.setConfig("password", "s3cret-é")
    manager.storeAuthenticationConfig(config)
    yield config.id()
    manager.removeAuthenticationConfig(config.id())


def test_the_password_is_asked_of_qgis(stored):
    assert password_of_qgis(stored)("regard", "mail.example") == "s3cret-é"


def test_another_user_and_an_unknown_configuration_are_refused(stored):
    with pytest.raises(InputError, match="not that of the mail user somebody"):
        password_of_qgis(stored)("somebody", "mail.example")
    with pytest.raises(InputError, match="no authentication 'zzzzzzz'"):
        password_of_qgis("zzzzzzz")("regard", "mail.example")
