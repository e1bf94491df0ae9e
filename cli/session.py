# SPDX-License-Identifier: GPL-3.0-or-later
"""One run of the command: the language it speaks, what it prints and where."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from rich.console import Console, RenderableType

from ..core.errors import InputError
from ..core.messages import Message, said_text, templates
from ..core.progress import Progress
from ..core.secrets import without_secrets
from ..core.translations import SOURCE_LANGUAGE, translator
from .plain import plain
from .progress import terminal_progress

if TYPE_CHECKING:
    from rich.text import Text

    from ..store.workspace import SqlWorkspace
    from ..workorders.rule_versions import RuleVersion
    from ..workorders.rulebook import RuleBook

# columns when the output goes to a file or another program: no line is broken for want of room
_UNBOUNDED = 400


def system_language() -> str:
    """Return the language of the environment, English when Regard does not speak it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = os.environ.get(name)
        if locale:
            try:
                translator(locale)
            except InputError:
                return SOURCE_LANGUAGE
            return locale[:2].lower()
    return SOURCE_LANGUAGE


@dataclass(slots=True)
class Session:
    """What every command is given."""

    language: str = field(default_factory=system_language)
    as_json: bool = False
    debug: bool = False
    _versions: Sequence[tuple[RuleVersion, Mapping[str, str]]] = ()
    _seen: tuple[str, str, int] | None = None
    _as_of: datetime | None = None
    _stands_at: datetime | None = None

    def speak(self, language: str) -> None:
        """Change the language; ``InputError`` when Regard does not speak it."""
        translator(language)
        self.language = language[:2].lower()

    def expect(self, kind: str, key: str, version: int | None) -> None:
        """Have the workspaces that are opened from now on refuse an order that is not as it was seen.

        It is named by its own id (``order``), or by that of a ``correction`` of its data.
        """
        self._seen = None if version is None else (kind, key, version)

    def judge_as_of(self, *moments: date | datetime | None) -> None:
        """Have rules that are asked for without a time be those of the first time or day that is given."""
        given = next((one for one in moments if one is not None), None)
        is_day = given is not None and not isinstance(given, datetime)
        self._as_of = datetime.combine(given, time()) if is_day else given

    def text(self, message: Message) -> str:
        """Return a message in the user's language."""
        return message.render(translator(self.language))

    def say(self, code: str, /, **params: object) -> str:
        """Return the text of a code in the user's language."""
        return self.text(Message(code, params))

    def emit(self, data: object, shown: Iterable[RenderableType]) -> None:
        """Print the result: ``data`` as one JSON document, or what is shown to people."""
        if self.as_json:
            document = json.dumps(plain(data, self.text), ensure_ascii=False, indent=2, allow_nan=False)
            sys.stdout.write(f"{document}\n")
            return
        console = _Spoken(self.language)
        if not console.is_terminal:
            console.width = _UNBOUNDED
        with console.capture() as captured:
            for part in shown:
                console.print(part)
        sys.stdout.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())

    def complain(self, message: Message) -> None:
        """Print one line of error; programs tell it by the exit code, whatever its language."""
        line = without_secrets(" ".join(self.say("cli.error", sentence=message).split()))
        sys.stderr.write(f"{line}\n")

    def warn(self, message: Message) -> None:
        """Print one line on stderr of what the user should know before the result."""
        line = without_secrets(" ".join(self.say("cli.warning", sentence=message).split()))
        sys.stderr.write(f"{line}\n")

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """Show how far long work is, on stderr."""
        with terminal_progress(self._phase) as progress:
            yield progress

    @contextmanager
    def workspace(self, target: str) -> Iterator[SqlWorkspace]:
        """Open a workspace for the time of a command."""
        # loading what reads maps takes a second, in which Ctrl-C must already be heard
        from ..planner.rule_versions import stored_versions
        from ..planner.running.desk_moment import standing_moment
        from ..store.workspaces import open_workspace

        workspace = open_workspace(target)
        try:
            self._versions = stored_versions(workspace)
            self._stands_at = standing_moment(workspace)
            if self._seen is not None:
                _expect(workspace, *self._seen)
            yield workspace
        finally:
            workspace.close()

    def rule_book(self, now: datetime | None = None) -> RuleBook:
        """Return the rules in force at a time in the workspace that was opened last.

        By default it is the time or the day that the command is about, else that of the desk.
        """
        from ..planner.rule_versions import book_in_force

        return book_in_force(self._versions, self.now(now or self._as_of).date())

    def now(self, given: datetime | None = None) -> datetime:
        """Return the moment that a command acts at: the one given, else that of the desk.

        It is the moment that the workspace opened last stands still at, as the window has it, else the clock.
        """
        return given or self._stands_at or datetime.now().replace(microsecond=0)

    def rules_of(self, target: str, now: datetime | None = None) -> RuleBook:
        """Return the rules in force at a time in a workspace that is opened later."""
        with self.workspace(target):
            return self.rule_book(now)

    def _phase(self, text: str) -> str:
        return self.say(text) if text in templates() else text


class _Spoken(Console):
    """Writes each cell or line that is a day or a moment as the language does: 03/06/2026 08:12 in French."""

    def __init__(self, language: str) -> None:
        super().__init__(markup=False, highlight=False, emoji=False)
        self._translate = translator(language)

    def render_str(self, text: str, **options: Any) -> Text:
        """Return a text with its style, as rich asks for every text that it measures or prints."""
        return super().render_str(said_text(text, self._translate), **options)


def _expect(workspace: SqlWorkspace, kind: str, key: str, version: int) -> None:
    from ..workorders.closing.records import CorrectionRequest

    order = workspace.get(CorrectionRequest, key).order_id if kind == "correction" else key
    workspace.expect(order, version)


def require_zone(workspace: SqlWorkspace, zone: str) -> None:
    """Refuse a zone that there is not: without a word its list would be as empty as that of a quiet one."""
    from ..core.resources import Zone

    if zone:
        workspace.get(Zone, zone)
