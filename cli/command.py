# SPDX-License-Identifier: GPL-3.0-or-later
"""How a function becomes a command: it is given the session and takes the options that all share."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, TypeVar, get_type_hints

import typer

from .arguments import Day, Now
from .session import Session

F = TypeVar("F", bound=Callable[..., None])

_SHARED = {
    "as_json": (
        Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")],
        False,
    ),
    "language": (Annotated[str, typer.Option("--lang", help="fr or en; by default the system's.")], ""),
    "debug": (Annotated[bool, typer.Option("--debug", help="Show where an unforeseen error arose.")], False),
}

_SEEN = (
    Annotated[
        int | None,
        typer.Option(
            "--seen",
            min=0,
            metavar="VERSION",
            help="The version of the order that you looked at, as shown by: regard orders show; "
            "refused if it has changed since.",
        ),
    ],
    None,
)


def command(group: typer.Typer, name: str, *, seen: str | tuple[str, ...] = "") -> Callable[[F], F]:
    """Register a function as the command ``name``.

    Its first parameter is the ``Session``; the others are Typer's arguments and options. The command also
    takes ``--json``, ``--lang`` and ``--debug``, which set the session up. ``seen`` is the parameter that
    names the order that it changes (``order``), or the ``correction`` of one; of several the first that is
    given counts. It then takes ``--seen`` too.
    """
    changed = (seen,) if isinstance(seen, str) else seen
    shared = {**_SHARED, "seen": _SEEN} if seen else _SHARED

    def register(function: F) -> F:
        def invoke(ctx: typer.Context, **values: Any) -> None:
            session: Session = ctx.obj
            session.as_json = values.pop("as_json")
            session.debug = values.pop("debug")
            session.speak(values.pop("language") or session.language)
            if seen:
                named = next(one for one in changed if values[one])
                session.expect(named, values[named], values.pop("seen"))
            session.judge_as_of(*(values[name] for name in dated))
            function(session, **values)

        hints = get_type_hints(function, include_extras=True)
        dated = [name for name, kind in (("now", Now), ("day", Day)) if hints.get(name) == kind]
        _, *own = signature(function).parameters.values()
        parameters = [
            Parameter("ctx", Parameter.KEYWORD_ONLY, annotation=typer.Context),
            *(item.replace(kind=Parameter.KEYWORD_ONLY, annotation=hints[item.name]) for item in own),
            *(
                Parameter(option, Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
                for option, (annotation, default) in shared.items()
            ),
        ]
        invoke.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
        invoke.__annotations__ = {item.name: item.annotation for item in parameters}
        invoke.__doc__ = function.__doc__
        group.command(name)(invoke)
        return function

    return register
