# SPDX-License-Identifier: GPL-3.0-or-later
"""Give and take roles in a workspace on a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ..core.errors import InputError
from ..core.near_names import near_names
from .backend import LOCK_WAIT_S
from .role_rules import RoleRules, load_role_rules
from .workspaces import is_server, require_driver, workspace_meta

if TYPE_CHECKING:
    from .server_rights import Rights


def grant_role(url: str, *, role: str, user: str, rules: RoleRules | None = None) -> str:
    """Give a login of the server a role in a workspace; return the name of the group that it joined.

    The groups are made where they are not there yet, and their rights are set anew.

    Raises
    ------
    InputError
        The workspace is a file, the role or the login is unknown, or whoever asks may not do that.
    """
    with _rights(url, role, user, rules or load_role_rules()) as rights:
        rights.make_groups()
        rights.renew()
        rights.join(role, user)
        return rights.group(role)


def revoke_role(url: str, *, role: str, user: str, rules: RoleRules | None = None) -> str:
    """Take a role away from a login; return the name of the group that it left; errors as above."""
    with _rights(url, role, user, rules or load_role_rules()) as rights:
        rights.make_groups()
        rights.leave(role, user)
        return rights.group(role)


@contextmanager
def _rights(url: str, role: str, user: str, rules: RoleRules) -> Iterator[Rights]:
    if not is_server(url):
        raise InputError("roles.file", target=url)
    if role not in rules.roles:
        raise InputError("roles.unknown", found=role, expected=", ".join(rules.roles))
    require_driver()
    from .postgis import open_postgis
    from .server_rights import Rights

    with closing(open_postgis(url, wait_s=LOCK_WAIT_S)) as database:
        workspace_meta(database)
        with database.writing() as connection:
            logins = list(connection.scalars(sa.text("SELECT rolname FROM pg_roles")))
            if user not in logins:
                own = (name for name in logins if not name.startswith("pg_"))
                raise InputError("roles.user", found=user, near=near_names(user, own))
            yield Rights(connection, database.schema, rules)
