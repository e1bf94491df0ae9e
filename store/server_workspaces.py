# SPDX-License-Identifier: GPL-3.0-or-later
"""Which schemas of a database hold a workspace."""

from __future__ import annotations

from contextlib import closing

import sqlalchemy as sa

from .journal import COMMAND, META
from .workspaces import open_backend

_SCHEMAS = sa.text(
    "SELECT n.nspname FROM pg_namespace n WHERE has_schema_privilege(n.oid, 'USAGE') AND 2 = ("
    "SELECT count(*) FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname IN (:meta, :command)) "
    "ORDER BY n.nspname"
)


def schemas_with_workspace(url: str) -> list[str]:
    """Return the schemas that hold a workspace and may be used, by name.

    ``InputError`` or ``Failure`` when the server cannot be reached or lets nobody in.
    """
    with closing(open_backend(url)) as database, database.reading() as connection:
        return list(connection.scalars(_SCHEMAS, {"meta": META.name, "command": COMMAND.name}))
