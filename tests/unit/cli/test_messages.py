# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard messages``, ``customers`` and ``directory`` as a dispatcher uses them."""

import csv
import socket

import pytest
from aiosmtpd.controller import Controller

WITHOUT_MOBILE = {("P03", 5), ("P09", 7)}
CONTACTS = "customer_ref,name,phone,mobile\n" + "".join(
    f"C-{pipe}-{number:02},Abonné {number} É,0344010203,{mobile}\n"
    for pipe, count in (("P03", 14), ("P09", 9))
    for number in range(1, count + 1)
    for mobile in ["" if (pipe, number) in WITHOUT_MOBILE else "0639980001"]
)
DIRECTORY = (
    "addressee_id;kind;name;email;channels\n"
    "MAIRIE;town_hall;Mairie de Valmont;mairie@valmont.example;\n"
    "SDIS;fire_service;SDIS 60;codis@sdis60.example;hydrant_back=email\n"
)
REQUEST = """request_id,received_at,caller,phone,customer_ref,address,x,y,code,description,danger,contract_id
DI-1,2026-06-03 07:20,Mme Élan,0600000001,,3 rue du Puits,687520,6924000,AEP-FUI-CAN,fuite,no,VA-2024
"""
START = ("--start", "2026-06-11 09:00", "--now", "2026-06-03 10:00")


@pytest.fixture
def cut(town, write, done):
    """Return a workspace with an order that cuts water, and the order's id."""
    done("requests", "import", town, write("r.csv", REQUEST))
    (order,) = done("requests", "qualify", town, "--now", "2026-06-03 08:00")["orders"]
    assert done("customers", "import", town, write("c.csv", CONTACTS)) == {"imported": 23}
    assert done("directory", "import", town, write("d.csv", DIRECTORY)) == {"imported": 2}
    return town, order


def test_plan_list_export_print_and_log(cut, done, regard, tmp_path):
    town, order = cut
    done("messages", "service", town, "--name", "Syndicat des eaux", "--phone", "0344000000")
    planned = done("messages", "plan", town, "--order", order, *START)
    assert planned["gaps"] == []
    assert planned["coverage"]["total"] == 23
    shown = regard("messages", "list", town, "--order", order, "--lang", "fr")
    assert "SMS 21, avis en boîte 2 -> 23 sur 23 couverts, 0 prévenu" in shown.out
    purpose = "cut_urgent" if "cut_urgent" in str(planned) else "cut_planned"
    sms = tmp_path / "sms.csv"
    assert done("messages", "export", town, "--order", order, "--purpose", purpose, "--out", sms, *START) == {
        "file": str(sms),
        "messages": 21,
    }
    with sms.open(encoding="utf-8", newline="") as lines:
        assert {row["number"] for row in csv.DictReader(lines)} == {"+33639980001"}
    letters = tmp_path / "avis.pdf"
    options = ("--order", order, "--purpose", purpose, "--out", letters, *START)
    assert done("messages", "letters", town, *options)["messages"] == 2
    assert letters.read_bytes().startswith(b"%PDF")
    logged = ("--order", order, "--purpose", purpose, "--channel", "sms", "--outcome", "sent")
    assert len(done("messages", "log", town, *logged, "--by", "D. Martin")["attempts"]) == 21
    assert done("messages", "list", town, "--order", order)["plan"]["coverage"]["told"] == 21
    again = regard("messages", "export", town, "--order", order, "--purpose", purpose, "--out", sms, *START)
    assert (again.code, again.err) == (
        2,
        f"error: order {order} has no open message by sms that can be told now\n",
    )


def test_what_a_message_says(cut, done, regard):
    town, order = cut
    planned = done("messages", "plan", town, "--order", order, *START)
    call = next(m for m in planned["messages"] if m["purpose"] == "cut_sensitive")
    said = done("messages", "show", town, "--message", call["message_id"], *START)
    assert "Ne pas couper sans réponse." in said["text"]
    assert call["message_id"] in str(said)


def test_customers_past_a_blocked_valve(cut, done, tmp_path):
    town, order = cut
    out = tmp_path / "customers.csv"
    found = done("customers", "list", town, "--order", order, "--out", out)
    assert (found["count"], found["customers"][0]["ref"]) == (23, "C-P09-03")
    assert out.read_text(encoding="utf-8").startswith("ref,name,is_sensitive")
    assert done("customers", "list", town, "--order", order, "--unusable", "V5")["count"] == 50


def test_mistakes_are_one_line(cut, regard, write, done):
    town, order = cut
    bad = write("bad.csv", "addressee_id;kind;name;channels\nX;town_hall;Mairie;any=pigeon\n")
    run = regard("directory", "import", town, bad)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "'X' has the channel 'pigeon'" in run.err
    assert done("directory", "list", town)["directory"][0]["addressee_id"] == "MAIRIE"
    run = regard("messages", "log", town, "--order", order, "--outcome", "sent")
    assert (run.code, "no message is chosen" in run.err) == (2, True)
    run = regard("messages", "send", town, "--order", order)
    assert (run.code, "mail server: host" in run.err) == (2, True)
    run = regard("messages", "mail-server", town, "--host", "x", "--sender", "a@b.fr", "--security", "no")
    assert (run.code, "tls, starttls, none" in run.err) == (2, True)


class Inbox:
    """Keeps the addresses that a real local server took letters for."""

    def __init__(self):
        self.to = []

    async def handle_DATA(self, server, session, envelope):
        self.to += envelope.rcpt_tos
        return "250 taken over"


def test_mail_leaves_once_through_a_server(cut, done, regard):
    town, order = cut
    done("messages", "plan", town, "--order", order, *START)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    inbox = Inbox()
    server = Controller(inbox, hostname="127.0.0.1", port=port)
    server.start()
    try:
        address = ("--host", "127.0.0.1", "--port", port, "--sender", "eau@valmont.example")
        done("messages", "mail-server", town, *address, "--security", "none")
        first = regard("messages", "send", town, "--order", order, *START, "--by", "D. Martin")
        assert (first.code, "mairie@valmont.example: sent" in first.out) == (0, True)
        sent = sorted(inbox.to)
        again = regard("messages", "send", town, "--order", order, *START, "--lang", "fr")
        assert (again.code, "Rien à envoyer." in again.out) == (0, True)
    finally:
        server.stop()
    assert sorted(inbox.to) == sent
    assert set(sent) == {"mairie@valmont.example", "codis@sdis60.example"}
    log = done("messages", "list", town, "--order", order)["attempts"]
    assert {attempt["who"] for attempt in log} == {"D. Martin"}


@pytest.mark.parametrize("column", ["phone", "mobile"])
def test_a_contact_with_a_number_that_is_none_is_refused_by_line(town, write, regard, done, column):
    numbers = {"phone": "0344010203", "mobile": "0639980001", column: "abc"}
    rows = f"customer_ref,name,phone,mobile\nC-1,A,,\nC-2,B,{numbers['phone']},{numbers['mobile']}\n"
    run = regard("customers", "import", town, write("customers.csv", rows))
    assert (run.code, f"line 3, column {column}: found 'abc', expected a telephone" in run.err) == (2, True)
    entries = f"addressee_id;kind;name;{column}\nM;town_hall;Mairie;abc\n"
    run = regard("directory", "import", town, write("directory.csv", entries))
    assert (run.code, f"line 2, column {column}: found 'abc'" in run.err) == (2, True)
    assert done("directory", "list", town)["directory"] == []


def test_the_service_has_a_number_that_can_be_dialled(town, regard):
    run = regard("messages", "service", town, "--name", "Syndicat", "--phone", "abc")
    assert (run.code, "phone: found 'abc', expected a telephone number" in run.err) == (2, True)
