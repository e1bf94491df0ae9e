# SPDX-License-Identifier: GPL-3.0-or-later
"""What a mail says, however badly it is made: sender, subject, words, moment, telephone number.

A mail is a file as mail programs save it (RFC 5322, ``.eml``) or text that was copied out of one, with or
without its first lines (``From:``, ``Objet :``…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

# what is read of a mail: more is no call
_MOST_SIGNS = 20_000
_HIDDEN_TAGS = frozenset({"style", "script", "head", "title"})
_BREAKING_TAGS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3"})
# the first lines of a mail as mail programs copy them, in French and English
_COPIED = tuple(
    (name, re.compile(rf"\s*{label}\s*:", re.IGNORECASE))
    for name, label in (
        ("sender", r"(?:from|de|exp[ée]diteur)"),
        ("subject", r"(?:subject|objet|sujet)"),
        ("sent", r"(?:date|sent|envoy[ée](?: le)?)"),
        ("", r"(?:to|[àa]|cc|cci|bcc|pour|destinataires?)"),
    )
)
_PHONE = re.compile(r"(?<![\d+])(?:(?:\+|00)33[\s.()-]*0?[\s.()-]*|0)[\s.-]?([1-9])((?:[\s.-]*\d){8})(?!\d)")
_ISO_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2})")
_FRENCH_MOMENT = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s+(?:à\s+)?(\d{1,2})[:h](\d{2}))")


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail; what it does not say is empty, ``sent_at`` None. The moment is on the service's clock."""

    sender: str
    address: str
    subject: str
    body: str
    sent_at: datetime | None
    message_id: str

    @property
    def text(self) -> str:
        """Return the subject and the words under it."""
        return f"{self.subject}\n{self.body}".strip()


def read_mail(content: bytes, *, time_zone: str) -> Mail:
    """Return a saved mail; what is broken in it is left out, never an error."""
    message = message_from_bytes(content)
    sender, address = parseaddr(_header(message, "From"))
    return Mail(
        sender=_one_line(sender),
        address=_one_line(address),
        subject=_one_line(_header(message, "Subject")),
        body=_own_words(_body(message)),
        sent_at=_sent_at(_header(message, "Date"), time_zone),
        message_id=_one_line(_header(message, "Message-ID")).strip("<>"),
    )


def read_copied_mail(text: str) -> Mail:
    """Return a mail that was copied as text: lines such as ``Objet : fuite``, then its words."""
    said: dict[str, str] = {}
    lines = _clean(text).splitlines()
    at = 0
    for at, line in enumerate([*lines, ""]):
        found = next((name for name, label in _COPIED if label.match(line)), None)
        if found is None and (line.strip() or at >= len(lines)):
            break
        if found:
            said[found] = line.partition(":")[2].strip()
    sender, address = parseaddr(said.get("sender", ""))
    return Mail(
        sender=_one_line(sender),
        address=_one_line(address if "@" in address else ""),
        subject=_one_line(said.get("subject", "")),
        body=_own_words("\n".join(lines[at:])),
        sent_at=_written_moment(said.get("sent", "")),
        message_id="",
    )


def phone_in(text: str) -> str:
    """Return the first French telephone number of a text as ``06 12 34 56 78``, empty when there is none."""
    found = _PHONE.search(text)
    if found is None:
        return ""
    digits = "0" + found[1] + re.sub(r"\D", "", found[2])
    return " ".join(digits[start : start + 2] for start in range(0, 10, 2))


def _header(message: Message, name: str) -> str:
    raw = message.get(name, "")
    try:
        return str(make_header(decode_header(raw)))
    except (HeaderParseError, UnicodeError, LookupError, ValueError):
        return str(raw)


def _body(message: Message) -> str:
    """Return the words of a mail: its plain text, else those of its page."""
    pages = ""
    for part in message.walk():
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain":
            text = _decoded(part)
            if text.strip():
                return text
        elif kind == "text/html" and not pages:
            pages = _words_of_page(_decoded(part))
    return pages


def _decoded(part: Message) -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    for charset in (part.get_content_charset() or "utf-8", "utf-8"):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return content.decode("cp1252", errors="replace")


class _Page(HTMLParser):
    """Gathers the words of an HTML page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin a line, or a part that is not shown."""
        self._hidden += tag in _HIDDEN_TAGS
        if tag in _BREAKING_TAGS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a part that is not shown."""
        if tag in _HIDDEN_TAGS:
            self._hidden = max(0, self._hidden - 1)

    def handle_data(self, data: str) -> None:
        """Take the words that are shown."""
        if not self._hidden:
            self.words.append(data)


def _words_of_page(page: str) -> str:
    reader = _Page()
    reader.feed(page[: 10 * _MOST_SIGNS])
    return "".join(reader.words)


def _own_words(text: str) -> str:
    """Return the words of the sender: no answered mail, no signature."""
    return "\n".join(_until_signature(_clean(text).splitlines())).strip()[:_MOST_SIGNS]


def _until_signature(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if line.rstrip() == "--" or line.startswith("-----"):
            return
        if not line.lstrip().startswith(">"):
            yield " ".join(line.split())


def _clean(text: str) -> str:
    """Return a text without signs that show nothing."""
    spaced = re.sub(r"[^\S\n]", " ", text)
    return "".join(sign for sign in spaced if sign == "\n" or sign.isprintable())


def _one_line(text: str) -> str:
    return " ".join(_clean(text.replace("\n", " ")).split())


def _sent_at(text: str, time_zone: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is not None:
            moment = moment.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment


def _written_moment(text: str) -> datetime | None:
    try:
        if found := _ISO_MOMENT.search(text):
            return datetime.fromisoformat(f"{found[1]} {found[2]:0>5}")
        if found := _FRENCH_MOMENT.search(text):
            day, month, year, hour, minute = (int(part) for part in found.groups())
            return datetime(year, month, day, hour, minute)
    except ValueError:
        return None
    return None
