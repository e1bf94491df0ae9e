# SPDX-License-Identifier: GPL-3.0-or-later
"""The roles of a workspace on a server, as their rule file says them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from functools import cache
from pathlib import Path

from pydantic import model_validator

from ..core.rules import RULES_FOLDER, DatedRules, Label, Rule, misfit, one_of, read_rules

SERVER_ROLES = RULES_FOLDER / "server_roles.yaml"


class Right(Enum):
    """What a role may do with the tables of a group."""

    WRITE = "write"
    READ = "read"
    HIDDEN = "hidden"


class Role(Rule):
    """What one role may do; ``rights`` names every group of tables."""

    label: Label
    rights: dict[str, Right]
    layers: Right
    settings: Right

    @property
    def writes(self) -> bool:
        """Tell whether the role writes records, and with them the journal."""
        return Right.WRITE in self.rights.values()


class RoleRules(DatedRules):
    """The groups of tables, and the roles with their rights on each."""

    groups: dict[str, tuple[str, ...]]
    roles: dict[str, Role]

    @model_validator(mode="after")
    def _complete(self) -> RoleRules:
        for name, role in self.roles.items():
            if set(role.rights) != set(self.groups):
                raise misfit(", ".join(role.rights), one_of("", sorted(self.groups)), "roles", name, "rights")
        return self

    def right(self, role: str, table: str) -> Right:
        """Return what a role may do with a record table; one that no group names is hidden."""
        own = self.roles[role].rights
        return next((own[name] for name, tables in self.groups.items() if table in tables), Right.HIDDEN)

    def hidden(self, role: str, tables: Iterable[str]) -> tuple[str, ...]:
        """Return the tables of which a role sees nothing."""
        return tuple(sorted(table for table in tables if self.right(role, table) is Right.HIDDEN))


@cache
def load_role_rules(path: Path = SERVER_ROLES) -> RoleRules:
    """Return the roles of a file (by default those that come with Regard)."""
    return read_rules(path, RoleRules)
