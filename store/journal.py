# SPDX-License-Identifier: GPL-3.0-or-later
"""The append-only journal: who changed which record when, by which command, from what to what."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from ..core.errors import InputError
from .columns import WallClock

metadata = sa.MetaData()

META = sa.Table(
    "meta",
    metadata,
    sa.Column("fid", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("value", sa.Text, nullable=False),
)

COMMAND = sa.Table(
    "command",
    metadata,
    sa.Column("command_id", sa.Integer, primary_key=True),
    sa.Column("at", WallClock, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("undoes", sa.Integer),
    # filled in by a server alone, whatever the program that writes says
    sa.Column("login", sa.Text),
    sqlite_autoincrement=True,
)

JOURNAL = sa.Table(
    "journal",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("command_id", sa.Integer, sa.ForeignKey(COMMAND.c.command_id), nullable=False, index=True),
    sa.Column("table", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("before", sa.Text),
    sa.Column("after", sa.Text),
    sa.Index("ix_journal_record", "table", "key"),
    sqlite_autoincrement=True,
)
# removals are few among all lines, and looked for by what they took away
sa.Index(
    "ix_journal_removed",
    JOURNAL.c.table,
    sqlite_where=JOURNAL.c.after.is_(None),
    postgresql_where=JOURNAL.c.after.is_(None),
)

_REFUSE_SQLITE = """
CREATE TRIGGER {table}_keeps_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
"""
_REFUSE_POSTGRESQL = """
CREATE OR REPLACE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$;
CREATE TRIGGER {table}_keeps_{verb} BEFORE {verb} ON {table} EXECUTE FUNCTION journal_is_append_only()
"""

# security definer functions and SET ROLE change the current user, never the session's
_LOGIN_POSTGRESQL = """
CREATE OR REPLACE FUNCTION command_has_login() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NEW.login := session_user; RETURN NEW; END $$;
CREATE TRIGGER command_has_login BEFORE INSERT ON command FOR EACH ROW EXECUTE FUNCTION command_has_login()
"""
NOTE_LOGIN: sa.DDL = sa.DDL(_LOGIN_POSTGRESQL)  # type: ignore[no-untyped-call]


def _keep_append_only(table: sa.Table) -> None:
    for dialect, refuse in (("sqlite", _REFUSE_SQLITE), ("postgresql", _REFUSE_POSTGRESQL)):
        for verb in ("UPDATE", "DELETE", *(["TRUNCATE"] if dialect == "postgresql" else [])):
            statement = refuse.format(table=table.name, verb=verb)
            ddl: sa.DDL = sa.DDL(statement)  # type: ignore[no-untyped-call]
            sa.event.listen(table, "after_create", ddl.execute_if(dialect=dialect))


_keep_append_only(COMMAND)
sa.event.listen(COMMAND, "after_create", NOTE_LOGIN.execute_if(dialect="postgresql"))
_keep_append_only(JOURNAL)


@dataclass(frozen=True, slots=True)
class Change:
    """One record written: ``before`` is None for a new one, ``after`` is None for a removed one (JSON)."""

    table: str
    key: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line of the journal; ``undoes`` is the command that this one took back.

    ``who`` is what the program said; ``login`` is that of the server, empty in a file.
    """

    seq: int
    command_id: int
    at: datetime
    who: str
    command: str
    undoes: int | None
    change: Change
    login: str = ""

    @property
    def author(self) -> str:
        """Return who wrote it, with the login of the server where that is another name."""
        return f"{self.who} ({self.login})" if self.login not in ("", self.who) else self.who


@dataclass(slots=True)
class JournalWriter:
    """Writes the changes of one command in the transaction that made them."""

    connection: sa.Connection
    name: str
    who: str
    at: datetime
    undoes: int | None = None

    def write(self, changes: list[Change]) -> int | None:
        """Append the changes under one command and return it; one that changed nothing leaves no line."""
        if not changes:
            return None
        command = sa.insert(COMMAND).values(at=self.at, who=self.who, name=self.name, undoes=self.undoes)
        command_id = self.connection.execute(command.returning(COMMAND.c.command_id)).scalar_one()
        rows = [
            {"command_id": command_id, "table": c.table, "key": c.key, "before": c.before, "after": c.after}
            for c in changes
        ]
        self.connection.execute(sa.insert(JOURNAL), rows)
        return int(command_id)


def last_command(connection: sa.Connection) -> int:
    """Return the number of the latest command, 0 before the first."""
    return int(connection.scalar(sa.select(sa.func.max(COMMAND.c.command_id))) or 0)


def moments(connection: sa.Connection, first: int, last: int) -> dict[int, datetime]:
    """Return the commands between two numbers, both included, each with the moment that was noted with it."""
    query = sa.select(COMMAND.c.command_id, COMMAND.c.at).where(COMMAND.c.command_id.between(first, last))
    return {row.command_id: row.at for row in connection.execute(query)}


def entries(
    connection: sa.Connection,
    *,
    command_id: int | None = None,
    keys: Collection[str] | None = None,
    tables: Collection[str] = (),
    last: int | None = None,
) -> list[JournalEntry]:
    """Return the journal in the order it was written, of one command or about some record keys if asked.

    ``tables`` are those in which keys are looked up; ``last`` is how many lines to return, the latest ones.
    """
    query = sa.select(JOURNAL, COMMAND).join_from(JOURNAL, COMMAND).order_by(JOURNAL.c.seq.desc())
    if command_id is not None:
        query = query.where(JOURNAL.c.command_id == command_id)
    if keys is not None:
        # the index begins with the table
        query = query.where(JOURNAL.c.table.in_(tables), JOURNAL.c.key.in_(keys))
    rows = connection.execute(query.limit(last).set_label_style(_LABELS)).mappings()
    return [_entry(row) for row in rows][::-1]


_LABELS = sa.LABEL_STYLE_TABLENAME_PLUS_COL


def _entry(row: sa.RowMapping) -> JournalEntry:
    change = Change(row["journal_table"], row["journal_key"], row["journal_before"], row["journal_after"])
    return JournalEntry(
        seq=row["journal_seq"],
        command_id=row["command_command_id"],
        at=row["command_at"],
        who=row["command_who"],
        command=row["command_name"],
        undoes=row["command_undoes"],
        change=change,
        login=row["command_login"] or "",
    )


def changes(connection: sa.Connection) -> Iterator[Change]:
    """Yield what every line says was changed, oldest first, without holding them all."""
    c = JOURNAL.c
    query = sa.select(c.table, c.key, c.before, c.after).order_by(c.seq)
    for row in connection.execution_options(yield_per=5000).execute(query):
        yield Change(*row)


def last_author(connection: sa.Connection, table: str, key: str) -> tuple[str, datetime | None]:
    """Return who last wrote a record, and when."""
    query = (
        sa.select(COMMAND.c.who, COMMAND.c.at)
        .join_from(JOURNAL, COMMAND)
        .where(JOURNAL.c.table == table, JOURNAL.c.key == key)
        .order_by(JOURNAL.c.seq.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return (row.who, row.at) if row else ("", None)


def _undoable(connection: sa.Connection, command_id: int | None) -> int | None:
    """Return the command if it still stands; without one, the latest that does and took none back itself.

    What took an undo back did the command again: it can be undone like any other.
    """
    ids = COMMAND.c.command_id
    rows = connection.execute(sa.select(ids, COMMAND.c.undoes).where(COMMAND.c.undoes.is_not(None)))
    undone = {row.command_id: row.undoes for row in rows}
    taken_back = set(undone.values())
    if command_id is not None:
        is_there = connection.execute(sa.select(ids).where(ids == command_id)).scalar() is not None
        return command_id if is_there and command_id not in taken_back else None
    is_undo: dict[int, bool] = {}
    for made in sorted(undone):
        is_undo[made] = not is_undo.get(undone[made], False)
    gone = taken_back | {made for made, takes_back in is_undo.items() if takes_back}
    newest_first = sa.select(ids).order_by(ids.desc())
    with connection.execute(newest_first, execution_options={"yield_per": 500}) as result:
        return next((one for one in result.scalars() if one not in gone), None)


def to_undo(connection: sa.Connection, command_id: int | None) -> list[JournalEntry]:
    """Return the journal of the command to undo; ``InputError`` when none is left to undo."""
    wanted = _undoable(connection, command_id)
    found = entries(connection, command_id=wanted) if wanted is not None else []
    if not found:
        raise InputError("journal.nothing_to_undo", command=command_id or "-")
    return found
