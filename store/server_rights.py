# SPDX-License-Identifier: GPL-3.0-or-later
"""Rights in a PostgreSQL workspace: a group for each kind of user, with no more than its rules say.

Rights on tables follow from the record classes, so that a table that is added later has its rights as well.
What is hidden from a role is hidden by row security, in its own table and in the journal: a program that
reads such a table meets an empty one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from . import postgis_layers
from .journal import COMMAND, JOURNAL, META
from .meta import SETTING
from .role_rules import Right, Role, RoleRules, load_role_rules
from .tables import RECORD_KINDS

_LONGEST_NAME = 63
_READ, _WRITE, _APPEND = "SELECT", "SELECT, INSERT, UPDATE, DELETE", "SELECT, INSERT"
_LAYER_CHANGE = "layer_change"


def renew_rights(connection: sa.Connection, schema: str, *, layers: Iterable[str] | None = None) -> None:
    """Give the groups that there are their rights on tables that are new: all, or only some layers."""
    rights = Rights(connection, schema, load_role_rules())
    if not rights.known():
        return
    if layers is None:
        rights.renew()
    else:
        rights.renew_layers(layers)


class Rights:
    """Sets the rights of the groups of one schema, in an open transaction of the owner of its tables."""

    def __init__(self, connection: sa.Connection, schema: str, rules: RoleRules) -> None:
        self._connection = connection
        self._schema = schema
        self._rules = rules
        self._database = str(connection.exec_driver_sql("SELECT current_database()").scalar_one())

    def group(self, role: str) -> str:
        """Return the name of the group of a role: groups belong to a server, not to a database."""
        name = f"{self._database}_{self._schema}_{role}"
        if len(name.encode()) <= _LONGEST_NAME:
            return name
        digest = hashlib.sha256(f"{self._database}.{self._schema}".encode()).hexdigest()[:16]
        return f"regard_{digest}_{role}"

    def quoted(self, name: str) -> str:
        """Return a name as an identifier."""
        return self._connection.dialect.identifier_preparer.quote_identifier(name)

    def known(self) -> dict[str, Role]:
        """Return the roles whose groups there are."""
        names = {self.group(role): role for role in self._rules.roles}
        query = sa.text("SELECT rolname FROM pg_roles WHERE rolname = ANY(:names)")
        found = self._connection.scalars(query, {"names": list(names)})
        return {names[name]: self._rules.roles[names[name]] for name in found}

    def join(self, role: str, user: str) -> None:
        """Make a login a member of the group of a role."""
        self._do(f"GRANT {self.quoted(self.group(role))} TO {self.quoted(user)}")

    def leave(self, role: str, user: str) -> None:
        """Take a login out of the group of a role."""
        self._do(f"REVOKE {self.quoted(self.group(role))} FROM {self.quoted(user)}")

    def make_groups(self) -> None:
        """Make the groups that are not there yet; nobody can log in as one."""
        for role in self._rules.roles.keys() - self.known().keys():
            self._do(f"CREATE ROLE {self.quoted(self.group(role))} NOLOGIN")

    def renew(self) -> None:
        """Take all rights away from the groups, then give each what its rules say."""
        roles = self.known()
        everyone = ", ".join(self.quoted(self.group(role)) for role in roles)
        schema = self.quoted(self._schema)
        self._do(f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {everyone}")
        self._do(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {schema} FROM {everyone}")
        self._do(f"GRANT USAGE ON SCHEMA {schema} TO {everyone}")
        for name in RECORD_KINDS:
            self._set_records(name, roles)
        self._set_journal(roles)
        self._set_settings(roles)
        self.renew_layers(postgis_layers.names(self._connection, self._schema))

    def renew_layers(self, layers: Iterable[str]) -> None:
        """Give the groups their rights on layers, and on what tells that layers have changed."""
        roles = self.known()
        for role, rights in roles.items():
            for layer in layers:
                if rights.layers is not Right.HIDDEN:
                    self._grant(role, layer, _WRITE if rights.layers is Right.WRITE else _READ)
            if self._has_table(_LAYER_CHANGE):
                self._grant(role, _LAYER_CHANGE, _READ)

    def _set_records(self, table: str, roles: dict[str, Role]) -> None:
        self._drop_policies(table)
        rights = {role: self._rules.right(role, table) for role in roles}
        is_hidden = Right.HIDDEN in rights.values()
        verb = "ENABLE" if is_hidden else "DISABLE"
        self._do(f"ALTER TABLE {self._named(table)} {verb} ROW LEVEL SECURITY")
        for role, right in rights.items():
            self._grant(role, table, _WRITE if right is Right.WRITE else _READ)
            if is_hidden and right is not Right.HIDDEN:
                self._policy(table, role, "ALL", "USING (true) WITH CHECK (true)")

    def _set_journal(self, roles: dict[str, Role]) -> None:
        for table in (COMMAND.name, JOURNAL.name):
            self._drop_policies(table)
            for role, rights in roles.items():
                self._grant(role, table, _APPEND if rights.writes else _READ)
        self._do(f"ALTER TABLE {self._named(JOURNAL.name)} ENABLE ROW LEVEL SECURITY")
        for role in roles:
            hidden = ", ".join(f"'{name}'" for name in self._rules.hidden(role, RECORD_KINDS))
            shown = f'USING ("table" NOT IN ({hidden}))' if hidden else "USING (true)"
            self._policy(JOURNAL.name, role, "SELECT", shown)
            self._policy(JOURNAL.name, role, "INSERT", "WITH CHECK (true)")

    def _set_settings(self, roles: dict[str, Role]) -> None:
        self._drop_policies(META.name)
        self._do(f"ALTER TABLE {self._named(META.name)} ENABLE ROW LEVEL SECURITY")
        of_settings = f"(starts_with(name, '{SETTING}'))"
        for role, rights in roles.items():
            writes = rights.settings is Right.WRITE
            self._grant(role, META.name, _WRITE if writes else _READ)
            self._policy(META.name, role, "SELECT", "USING (true)")
            if writes:
                self._policy(META.name, role, "INSERT", f"WITH CHECK {of_settings}")
                self._policy(META.name, role, "DELETE", f"USING {of_settings}")
                self._policy(META.name, role, "UPDATE", f"USING {of_settings} WITH CHECK {of_settings}")

    def _grant(self, role: str, table: str, rights: str) -> None:
        group = self.quoted(self.group(role))
        self._do(f"GRANT {rights} ON {self._named(table)} TO {group}")
        if "INSERT" in rights:
            for sequence in self._sequences(table):
                self._do(f"GRANT USAGE ON SEQUENCE {sequence} TO {group}")

    def _sequences(self, table: str) -> Iterator[str]:
        query = sa.text(
            "SELECT s.oid::regclass::text FROM pg_class s JOIN pg_depend d ON d.objid = s.oid "
            "WHERE s.relkind = 'S' AND d.refobjid = CAST(:name AS regclass) AND d.deptype IN ('a', 'i')"
        )
        yield from self._connection.scalars(query, {"name": self._named(table)}).all()

    def _policy(self, table: str, role: str, verb: str, condition: str) -> None:
        name = self.quoted(f"regard_{role}_{verb.lower()}")
        group = self.quoted(self.group(role))
        self._do(f"CREATE POLICY {name} ON {self._named(table)} FOR {verb} TO {group} {condition}")

    def _drop_policies(self, table: str) -> None:
        query = sa.text(
            "SELECT policyname FROM pg_policies WHERE schemaname = :schema AND tablename = :table"
        )
        for name in self._connection.scalars(query, {"schema": self._schema, "table": table}).all():
            self._do(f"DROP POLICY {self.quoted(name)} ON {self._named(table)}")

    def _has_table(self, name: str) -> bool:
        return sa.inspect(self._connection).has_table(name, schema=self._schema)

    def _named(self, table: str) -> str:
        return f"{self.quoted(self._schema)}.{self.quoted(table)}"

    def _do(self, statement: str) -> None:
        self._connection.exec_driver_sql(statement.replace("%", "%%"))
