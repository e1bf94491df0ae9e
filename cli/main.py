# SPDX-License-Identifier: GPL-3.0-or-later
"""The ``regard`` command: its groups, and the one place where errors become a line and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, NoReturn

import typer
from typer.main import get_command

from ..core.errors import InputError, RegardError
from ..core.messages import Message
from ..core.secrets import without_secrets
from ..core.translations import SOURCE_LANGUAGE, translator
from ..core.version import __version__
from .session import Session
from .spoken_help import speak_help
from .usage import usage_message

BAD_INPUT = 2
FAILED = 1
INTERRUPTED = 130

_LANGUAGE = "--lang"

# the module that registers each command: a run loads only the one that it needs
MODULES: Mapping[str, str] = MappingProxyType(
    {
        "demo": "workspace.demo",
        "workspace": "workspace.workspace",
        "network": "networks.network",
        "roads": "workspace.imports",
        "resources": "workspace.imports",
        "requests": "requests.requests",
        "addresses": "requests.places",
        "parcels": "requests.places",
        "orders": "orders.orders",
        "tours": "planning.tours",
        "plan": "planning.plan",
        "explain": "planning.explain",
        "emergency": "planning.day",
        "slots": "planning.day",
        "replan": "planning.day",
        "move": "planning.day",
        "notices": "digging.notices",
        "deadline": "digging.notices",
        "thirdparty": "networks.third_party",
        "messages": "informing.messages",
        "customers": "informing.customers",
        "directory": "informing.customers",
        "briefing": "informing.teams",
        "actions": "informing.teams",
        "remarks": "informing.teams",
        "problems": "informing.field_notes",
        "notes": "informing.field_notes",
        "framework": "digging.dossiers",
        "jobpack": "digging.dossiers",
        "dossier": "digging.dossiers",
        "dossier-history": "digging.dossiers",
        "summary": "steering.summary",
        "readiness": "orders.readiness",
        "alerts": "orders.readiness",
        "overview": "steering.outlook",
        "load": "steering.outlook",
        "lookahead": "steering.outlook",
        "outcomes": "steering.outlook",
        "postponements": "steering.outlook",
        "agents": "people.resources",
        "absences": "people.resources",
        "equipment": "people.supplies",
        "stock": "people.supplies",
        "subcontract": "people.supplies",
        "means": "people.means",
        "skills": "people.skills",
        "search": "workspace.search",
        "close": "orders.closing",
        "field": "asset_base.field",
        "corrections": "orders.corrections",
        "assets": "asset_base.assets",
        "rules": "workspace.rules",
        "catalogue": "workspace.rules",
        "kpi": "steering.kpi",
        "coverage": "steering.coverage",
        "programme": "steering.programme",
        "calendar": "steering.calendar",
        "report": "steering.report",
    }
)


def run() -> NoReturn:
    """Run the command of this process and leave with its exit code."""
    if not sys.warnoptions:
        # they are for us, in the tests; stderr is for the user
        warnings.simplefilter("ignore")
    code = main(sys.argv[1:])
    _flush()
    sys.exit(code)


def _flush() -> None:
    """Write what is left to write, unless the reader of a pipe has gone."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0, 2 for bad input, 1 for a failure, 130 when interrupted."""
    session = Session()
    _speak_early(session, arguments)
    try:
        code = _application(arguments, session.language)(
            list(arguments) or ["--help"], obj=session, prog_name="regard", standalone_mode=False
        )
        if code == INTERRUPTED:
            session.complain(Message("cancelled"))
        return code if isinstance(code, int) else 0
    except RegardError as error:
        session.complain(error.message)
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        session.complain(Message("cancelled"))
        return INTERRUPTED
    except Exception as error:
        usage = getattr(error, "format_message", None)
        if usage is not None:
            session.complain(usage_message(error, usage()))
            return BAD_INPUT
        session.complain(Message("cli.unforeseen", {"error": repr(error), "log": _log(error)}))
        if session.debug:
            traceback.print_exc()
        return FAILED


def _application(arguments: Sequence[str], language: str) -> Callable[..., Any]:
    asked = _command_asked(arguments)
    return _commands(MODULES.get(asked, ""), language)


@cache
def _commands(module: str, language: str = SOURCE_LANGUAGE) -> Callable[..., Any]:
    """Return the commands of one module, of all without a name: built once in a process and language."""
    root = typer.Typer(add_completion=False, rich_markup_mode=None)
    root.callback()(_root)
    for name in [module] if module else dict.fromkeys(MODULES.values()):
        import_module(f".{name}", __package__).register(root)
    commands = get_command(root)
    if language != SOURCE_LANGUAGE:
        speak_help(commands, translator(language))
    return commands


def _speak_early(session: Session, arguments: Sequence[str]) -> None:
    """Take the language from the words of the call: what is wrong with them is said before they are read."""
    for number, word in enumerate(arguments, start=1):
        option, _, value = word.partition("=")
        if option == _LANGUAGE:
            # one that Regard does not speak is refused by the command that takes it
            with suppress(InputError):
                session.speak(value or "".join(arguments[number : number + 1]))


def _command_asked(arguments: Sequence[str]) -> str:
    """Return the first word of a call that is neither the option of the language nor its value."""
    rest = list(arguments)
    while rest and rest[0].startswith(_LANGUAGE):
        del rest[: 2 if rest[0] == _LANGUAGE else 1]
    return rest[0] if rest else ""


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"regard {__version__}")
        raise typer.Exit


def _root(
    ctx: typer.Context,
    *,
    language: Annotated[str, typer.Option(_LANGUAGE, help="fr or en; before or after the command.")] = "",
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Plan the interventions of a water and sewer service."""
    session: Session = ctx.obj
    session.speak(language or session.language)


def _log(error: Exception) -> Path:
    """Append an error with its trace to the log file; return where that is."""
    path = Path(typer.get_app_dir("regard")) / "regard.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as log:
        log.write(f"{datetime.now():%Y-%m-%d %H:%M:%S} regard {__version__}\n")
        log.writelines(map(without_secrets, traceback.format_exception(error)))
    return path
