# SPDX-License-Identifier: GPL-3.0-or-later
"""Mails are read however they are made; what is broken is left out."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.workorders.intake.mail_text import phone_in, read_copied_mail, read_mail

HEAD = b"From: Ada <ada@example.org>\nSubject: leak\nDate: Wed, 3 Jun 2026 06:12:00 +0000\n"


def read(content):
    return read_mail(content, time_zone="Europe/Paris")


def test_the_date_is_on_the_clock_of_the_service():
    assert read(HEAD + b"\nhello").sent_at == datetime(2026, 6, 3, 8, 12)


def test_the_plain_text_wins_over_the_page_and_attachments():
    parts = (
        b'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n'
        b"--b\nContent-Type: text/html\n\n<p>page</p>\n"
        b"--b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nattached\n"
        b"--b\nContent-Type: text/plain; charset=iso-8859-1\n\nfuite \xe9norme\n--b--\n"
    )
    assert read(HEAD + parts).body == "fuite énorme"


def test_a_page_is_read_as_its_words():
    page = b"<style>p{}</style><p>Fuite&nbsp;&eacute;norme</p><br>rue X<script>x()</script>"
    assert read(HEAD + b"Content-Type: text/html\n\n" + page).body == "Fuite énorme\nrue X"


@pytest.mark.parametrize(
    ("content", "body"),
    [
        (b"Content-Type: text/plain; charset=no-such\n\nfuite \xe9norme", "fuite énorme"),
        (b"Content-Type: text/plain; charset=utf-8\n\nfuite \xe9norme", "fuite énorme"),
        (b"Content-Transfer-Encoding: base64\n\nZnVpdGU=", "fuite"),
        (b"Content-Transfer-Encoding: base64\n\nno base64 at all!", None),
        (b'Content-Type: multipart/mixed; boundary="gone"\n\nno part', None),
        (b"\nwords\x00\x07 here\n> quoted\n--\nsignature", "words here"),
    ],
)
def test_broken_bodies_are_read_as_far_as_they_go(content, body):
    found = read(HEAD + content)
    assert (found.sender, found.subject) == ("Ada", "leak")
    assert body is None or found.body == body


@pytest.mark.parametrize(
    "head", [b"Date: yesterday\n", b"Date: Wed, 99 Jun 2026 06:12:00\n", b"Date:\n", b""]
)
def test_a_date_that_is_none_is_left_out(head):
    assert read(b"From: a@b.fr\n" + head + b"\nx").sent_at is None


@pytest.mark.parametrize(
    "head", [b"Subject: =?no-such?q?x?=\n", b"Subject: =?utf-8?b?###?=\n", b"Subject: \xff\xfe\n"]
)
def test_a_subject_that_cannot_be_decoded_is_no_error(head):
    assert isinstance(read(b"From: a@b.fr\n" + head + b"\nx").subject, str)


@given(st.binary(max_size=400))
def test_any_bytes_are_read(content):
    found = read(content)
    assert "\x00" not in found.text


@given(
    st.binary(max_size=300), st.sampled_from([b"multipart/mixed; boundary=b", b"text/html", b"text/plain"])
)
def test_any_body_under_any_head_is_read(content, kind):
    found = read(HEAD + b"Content-Type: " + kind + b"\n\n--b\n" + content + b"\n--b--")
    assert found.sender == "Ada"


@given(st.text(max_size=300))
def test_any_copied_text_is_read(text):
    read_copied_mail(text)
    phone_in(text)


@pytest.mark.parametrize(
    ("head", "sent"),
    [
        ("Envoyé le : mercredi 03/06/2026 08:12", datetime(2026, 6, 3, 8, 12)),
        ("Date: 2026-06-03 8:12", datetime(2026, 6, 3, 8, 12)),
        ("Date: 33/13/2026 08:12", None),
        ("Date: demain", None),
    ],
)
def test_a_copied_mail_begins_with_its_labels(head, sent):
    found = read_copied_mail(
        f"\nDe : Ada Roc <ada@example.org>\n{head}\nÀ : eau@example.org\nObjet : fuite : rue X\n\nOui."
    )
    assert (found.sender, found.address, found.subject) == ("Ada Roc", "ada@example.org", "fuite : rue X")
    assert (found.sent_at, found.body) == (sent, "Oui.")


def test_a_text_without_labels_is_all_words():
    found = read_copied_mail("Fuite au 12 rue X\nmerci")
    assert (found.sender, found.subject, found.body) == ("", "", "Fuite au 12 rue X\nmerci")


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("au 06.00.00.00.01 merci", "06 00 00 00 01"),
        ("tel +33 6 00 00 00 01", "06 00 00 00 01"),
        ("0033600000001", "06 00 00 00 01"),
        ("+33 (0)3 44 00 00 00", "03 44 00 00 00"),
        ("client 0600000000123", ""),
        ("12 rue X, 60000 Valmont", ""),
        ("0012345678", ""),
    ],
)
def test_french_telephone_numbers_are_found(text, phone):
    assert phone_in(text) == phone
