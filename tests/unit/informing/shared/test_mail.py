# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages that go by mail reach a real SMTP server once each, whatever breaks in between."""

import socket
import ssl
import subprocess
import threading
from dataclasses import replace
from datetime import datetime

import pytest
from aiosmtpd.smtp import AuthResult
from regard.core.errors import InputError
from regard.planner.informing.attempts import log_attempts
from regard.planner.informing.plan_messages import communication_plan
from regard.planner.informing.send_mail import send_by_mail
from regard.store.smtp_mail import (
    Security,
    SmtpMailer,
    SmtpSettings,
    read_mail_settings,
    write_mail_settings,
)
from regard.tests.unit.mail_server import Inbox, free_port
from regard.workorders.informing.messages import MessageAttempt, MessageState, OrderMessage, Outcome

NOW = datetime(2026, 6, 3, 10, 30)
SECRET = "s3cret-pässword"
# the town hall's notice and the fire service's: the two that go by mail before the cut
MAILS = 2


def mailer(port, *, security=Security.NONE, user="", host="127.0.0.1", timeout_s=5, password=""):
    settings = SmtpSettings(host, port, security, user, "eau@valmont.example", timeout_s)
    return SmtpMailer(settings, lambda user, host: password, lambda: NOW)


@pytest.fixture
def send(valmont, order, make_plan, author):
    make_plan(order.order_id)

    def send(carrier, templates=None):
        return send_by_mail(
            valmont,
            author(order.order_id, templates=templates),
            carrier,
            clock=lambda: NOW,
            who="D. Martin",
        )

    return send


def states(workspace):
    before = datetime(2026, 6, 11)
    mails = [m for m in workspace.all(OrderMessage) if m.channel.value == "email" and m.due_at < before]
    return {message.purpose: message.state for message in mails}


def test_each_message_arrives_once_with_its_accents(send, serve, valmont):
    inbox = Inbox()
    port = serve(inbox)
    done = send(mailer(port))
    assert [delivery.outcome for delivery in done.made] == [Outcome.SENT] * MAILS
    by_address = {letter["To"]: letter for letter in inbox.letters}
    letter = by_address["mairie@valmont.example"]
    assert letter["Subject"].startswith("Coupure d'eau le jeudi 11 juin 2026")
    text = letter.get_content()
    assert "de 9 h 00 à" in text
    assert "Les abonnés concernés sont prévenus par nos soins." in text
    assert "Syndicat des eaux du Val d'Aronde" in text
    assert send(mailer(port)).made == ()
    assert len(inbox.letters) == MAILS
    assert set(states(valmont).values()) == {MessageState.SENT}
    assert len({letter["Message-ID"] for letter in inbox.letters}) == MAILS


def test_the_restoration_is_not_sent_before_the_work_is_over(send, serve):
    inbox = Inbox()
    send(mailer(serve(inbox)))
    assert [letter["Subject"] for letter in inbox.letters if "nouveau" in letter["Subject"]] == []
    assert len(inbox.letters) == MAILS


def test_a_refused_address_is_told_and_may_be_tried_again(send, serve, valmont):
    inbox = Inbox(refused=["mairie@valmont.example"])
    done = send(mailer(serve(inbox)))
    outcomes = {delivery.to: delivery.outcome for delivery in done.made}
    assert outcomes == {"mairie@valmont.example": Outcome.FAILED, "codis@sdis60.example": Outcome.SENT}
    refused = next(delivery for delivery in done.made if delivery.outcome is Outcome.FAILED)
    assert "550 no such mailbox" in refused.reason.english()
    inbox.refused = ()
    assert [delivery.outcome for delivery in send(mailer(serve(inbox))).made] == [Outcome.SENT]
    attempts = valmont.all(MessageAttempt, order_id=done.order_id)
    assert [a.outcome for a in attempts if "town_hall" in a.message_id] == [Outcome.FAILED, Outcome.SENT]


def test_without_a_server_nothing_is_sent_and_the_rest_is_not_tried(send, valmont):
    done = send(mailer(free_port()))
    assert [delivery.outcome for delivery in done.made] == [Outcome.FAILED]
    assert set(states(valmont).values()) == {MessageState.FAILED, MessageState.PLANNED}


def test_a_server_that_does_not_answer_times_out(send, valmont):
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        done = send(mailer(mute.getsockname()[1], timeout_s=1))
    assert [delivery.outcome for delivery in done.made] == [Outcome.FAILED]


class Deaf(threading.Thread):
    """A server that takes a letter over and hangs up without a word: nobody knows whether it has it."""

    def __init__(self):
        super().__init__(daemon=True)
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.taken = 0
        self.start()

    def run(self):
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            with connection, connection.makefile("rwb") as lines:
                self.talk(lines)

    def talk(self, lines):
        self.say(lines, "220 here")
        for line in lines:
            if line.strip() == b"DATA":
                self.say(lines, "354 go on")
            elif line.strip() == b".":
                self.taken += 1
                return
            elif self.expects_answer(line):
                self.say(lines, "250 OK")

    @staticmethod
    def expects_answer(line):
        return line.split(b" ")[0].strip().upper() in {b"EHLO", b"MAIL", b"RCPT"}

    @staticmethod
    def say(lines, text):
        lines.write(f"{text}\r\n".encode())
        lines.flush()


def test_a_letter_lost_on_the_way_is_unknown_and_never_sent_again(send, serve, valmont, order):
    deaf = Deaf()
    done = send(mailer(deaf.port, timeout_s=1))
    deaf.listening.close()
    assert [delivery.outcome for delivery in done.made] == [Outcome.UNKNOWN] * MAILS
    inbox = Inbox()
    again = send(mailer(serve(inbox)))
    assert (again.made, inbox.letters) == ((), [])
    assert sorted(again.unknown) == sorted(delivery.message_id for delivery in done.made)
    plan = communication_plan(valmont, order.order_id, now=NOW)
    assert sorted(plan.unknown) == sorted(again.unknown)
    one = valmont.get(OrderMessage, again.unknown[0])
    log_attempts(valmont, [one], Outcome.FAILED, at=NOW, who="D. Martin", note="not in their mailbox")
    assert [delivery.message_id for delivery in send(mailer(serve(inbox))).made] == [one.message_id]


def test_a_run_that_dies_while_sending_leaves_the_message_unknown(send, serve, valmont):
    class Dying:
        def send(self, mail):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        send(Dying())
    inbox = Inbox()
    done = send(mailer(serve(inbox)))
    assert len(done.unknown) == 1
    assert len(inbox.letters) == MAILS - 1


def test_a_message_that_another_run_has_taken_is_passed_over(send, serve, valmont):
    inbox = Inbox()
    port = serve(inbox)

    class Overtaken:
        """The other run sends all of it while this one hands over its first letter."""

        sent = 0

        def send(self, mail):
            if not self.sent:
                self.sent = 1
                send(mailer(port))
            mailer(port).send(mail)

    send(Overtaken())
    assert len({letter["Message-ID"] for letter in inbox.letters}) == len(inbox.letters) == MAILS


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    key, crt = folder / "key.pem", folder / "crt.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*command, *names, "-keyout", key, "-out", crt], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(crt, key)
    return context, crt


def check_password(server, session, envelope, mechanism, data):
    is_right = data.login == b"regard" and data.password == SECRET.encode()
    return AuthResult(success=is_right, handled=is_right)


@pytest.fixture
def secure_port(serve, certificate, monkeypatch):
    """Return the port of a server that speaks STARTTLS and asks for the password."""
    context, trusted = certificate
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    inbox = Inbox()
    options = {"authenticator": check_password, "auth_required": True, "require_starttls": True}
    return serve(inbox, tls_context=context, **options), inbox


def secure(port, password=SECRET):
    return mailer(port, security=Security.STARTTLS, user="regard", host="localhost", password=password)


def test_starttls_with_a_password(send, secure_port):
    port, inbox = secure_port
    assert [delivery.outcome for delivery in send(secure(port)).made] == [Outcome.SENT] * MAILS
    assert len(inbox.letters) == MAILS


def test_a_wrong_password_is_refused_and_told_nowhere(send, secure_port, valmont):
    port, inbox = secure_port
    done = send(secure(port, password="wr0ng-word"))
    assert ([delivery.outcome for delivery in done.made], inbox.letters) == ([Outcome.FAILED], [])
    told = repr(done) + repr(valmont.journal()) + repr(valmont.all(MessageAttempt))
    assert "wr0ng-word" not in told
    assert "535" in done.made[0].reason.english()


def test_an_untrusted_certificate_is_refused(send, secure_port, monkeypatch, tmp_path):
    port, inbox = secure_port
    (tmp_path / "none.pem").write_text("")
    monkeypatch.delenv("SSL_CERT_FILE")
    done = send(secure(port))
    assert ([delivery.outcome for delivery in done.made], inbox.letters) == ([Outcome.FAILED], [])
    assert "certificate" in done.made[0].reason.english()


def test_a_server_without_starttls_is_refused(send, serve):
    inbox = Inbox()
    done = send(secure(serve(inbox)))
    assert ([delivery.outcome for delivery in done.made], inbox.letters) == ([Outcome.FAILED], [])


def test_a_mistake_in_a_text_stops_all_before_anything_leaves(send, serve, valmont, tmp_path):
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "hydrant_out.txt").write_text("[long]\nHydrant\n{{ hydrant }}\n", encoding="utf-8")
    inbox = Inbox()
    with pytest.raises(InputError, match=r"hydrant_out\.txt, line 3.*'hydrant'.*hydrants"):
        send(mailer(serve(inbox)), templates=tmp_path)
    assert inbox.letters == []
    assert set(states(valmont).values()) == {MessageState.PLANNED}


def test_settings_are_kept_without_a_password(valmont):
    settings = SmtpSettings("mail.valmont.example", 465, Security.TLS, "regard", "eau@valmont.example")
    write_mail_settings(valmont, settings, who="D. Martin")
    assert read_mail_settings(valmont) == settings
    with pytest.raises(InputError, match="open connection"):
        replace(settings, security=Security.NONE).checked()
    with pytest.raises(InputError, match="sender"):
        replace(settings, sender="eau").checked()


def test_a_missing_password_is_named_before_anything_is_tried(send, secure_port):
    port, _ = secure_port
    with pytest.raises(InputError, match="REGARD_SMTP_PASSWORD"):
        send(secure(port, password=""))
