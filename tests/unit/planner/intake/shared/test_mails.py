# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail becomes a request: sender, words, place and the types that they suggest."""

from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.planner.intake.addresses import ADDRESS_LAYER
from regard.planner.intake.from_mail import take_mail
from regard.planner.intake.request_sheet import request_sheet
from regard.workorders.intake.mail_text import read_copied_mail, read_mail
from regard.workorders.requests import ServiceRequest
from shapely.geometry import Point

NOW = datetime(2026, 6, 3, 8, 30)
MAIL = """From: =?utf-8?q?Mme_=C3=89lodie_Roc?= <elodie.roc@example.org>
To: eau@example.org
Subject: =?utf-8?q?Grosse_fuite_rue_des_Saules?=
Date: Wed, 3 Jun 2026 08:12:00 +0200
Message-ID: <a1@example.org>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Bonjour,
il y a une grosse fuite devant le 12 rue des Saules à Valmont depuis ce matin.
Vous pouvez me joindre au 06.00.00.00.01.
--
Élodie Roc, 3 avenue du Parc
"""


@pytest.fixture
def take(desk, rules):
    def take(mail, at=None):
        return take_mail(
            desk.workspace, desk.base, mail, rules=rules, now=NOW, who="D. Martin", file="a.eml", at=at
        )

    return take


def saved(text=MAIL):
    return read_mail(text.encode(), time_zone="Europe/Paris")


def test_a_mail_gives_sender_phone_place_and_suggested_types(desk, take):
    taken = take(saved())
    request = desk.workspace.get(ServiceRequest, taken.request.request_id)
    assert (request.caller, request.email, request.phone) == (
        "Mme Élodie Roc",
        "elodie.roc@example.org",
        "06 00 00 00 01",
    )
    assert (request.received_at, request.channel) == (datetime(2026, 6, 3, 8, 12), "mail")
    assert (request.address, request.place) == ("12 Rue des Saules, 60000 Valmont", Point(687523, 6924003))
    assert request.description.startswith("Grosse fuite rue des Saules\nBonjour")
    assert request.code == ""
    assert {one.code for one in taken.suggestions} >= {"AEP-CASSE", "AEP-FUI-CAN"}


def test_danger_is_still_to_ask(desk, take, rules):
    taken = take(saved())
    sheet = request_sheet(desk.workspace, desk.base, taken.request.request_id, rules=rules, now=NOW)
    assert sheet.to_ask[0] == "danger"
    assert (taken.request.danger, taken.request.answers) == (False, None)


def test_a_mail_is_taken_once(take):
    first = take(saved()).request.request_id
    with pytest.raises(InputError, match=f"a.eml, Message-ID: this mail is request {first} already"):
        take(saved())


def test_a_mail_about_the_burst_that_somebody_called_about_may_be_a_duplicate(desk, take):
    desk.take(request_id="DI-2026-0417", minutes=-20)
    assert take(saved()).duplicates == ("DI-2026-0417",)


def test_a_mail_that_names_no_known_address_needs_a_place(desk, take):
    elsewhere = saved(MAIL.replace("rue des Saules", "chemin du Bois").replace("_rue_des_Saules", ""))
    with pytest.raises(InputError, match=r"a\.eml, address: the words name no known address"):
        take(elsewhere)
    assert desk.workspace.all(ServiceRequest) == []
    assert take(elsewhere, at=Point(687300, 6924000)).request.place == Point(687300, 6924000)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("From: =?utf-8?q?Mme_=C3=89lodie_Roc?= <elodie.roc@example.org>\n", "", "From"),
        (MAIL[MAIL.index("Subject") :], "Date: Wed, 3 Jun 2026 08:12:00 +0200\n\n", "Subject"),
    ],
)
def test_a_mail_without_sender_or_words_names_the_field(take, old, new, field):
    with pytest.raises(InputError, match=rf"a\.eml, {field}: found ''"):
        take(saved(MAIL.replace(old, new)))


def test_a_mail_from_the_future_was_received_when_it_was_read(take):
    late = saved(MAIL.replace("3 Jun 2026 08:12", "3 Jun 2036 08:12"))
    assert take(late).request.received_at == NOW


def test_without_an_address_base_that_is_said(workspace, rules):
    assert ADDRESS_LAYER not in workspace.layer_names()
    with pytest.raises(InputError, match="no address base to find it in"):
        take_mail(workspace, None, saved(), rules=rules, now=NOW, who="x", file="a.eml")


def test_a_copied_mail_is_read_too(take):
    head = "De : Jean Roc <j.roc@example.org>\nEnvoyé : 03/06/2026 à 08:10\nObjet : fuite\n"
    text = f"{head}\nAu 12 rue des Saules."
    request = take(read_copied_mail(text)).request
    assert (request.caller, request.received_at) == ("Jean Roc", datetime(2026, 6, 3, 8, 10))
    assert request.address.startswith("12 Rue des Saules")
