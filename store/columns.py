# SPDX-License-Identifier: GPL-3.0-or-later
"""Which column keeps which type of record field, in both databases alike."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, datetime, time
from enum import Enum
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin

import sqlalchemy as sa
from pydantic import ConfigDict, TypeAdapter
from shapely.geometry.base import BaseGeometry

from .geometry import Geometry


class _DeclaredAs(sa.types.UserDefinedType[Any]):
    """A column of a type that GeoPackage names and SQLite does not check."""

    cache_ok = True

    def __init__(self, spec: str) -> None:
        self.spec = spec

    def get_col_spec(self, **_: object) -> str:
        return self.spec


class WallClock(sa.types.TypeDecorator[datetime]):
    """A naive date and time.

    GeoPackage knows only instants written with a ``Z``; GDAL writes times without a zone that way as they
    are, and so do we, so that QGIS shows the service's own clock.
    """

    impl = sa.DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        """Name the column type as the dialect does."""
        return dialect.type_descriptor(_DeclaredAs("DATETIME") if dialect.name == "sqlite" else sa.DateTime())

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> Any:
        """Encode a time; one of a time zone is refused, since it would not come back."""
        if value is not None and value.tzinfo is not None:
            raise ValueError(f"{value} is of a time zone, not of the service's clock")
        if value is None or dialect.name != "sqlite":
            return value
        return value.isoformat(timespec="milliseconds") + "Z"

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:
        """Decode a time, whatever precision QGIS wrote it with."""
        if value is None or dialect.name != "sqlite":
            return value
        return datetime.fromisoformat(str(value)).replace(tzinfo=None)


class _Encoded(sa.types.TypeDecorator[Any]):
    """Text that stands for a value: an enum's value, a time of day, JSON."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, encode: Callable[[Any], str], decode: Callable[[str], Any]) -> None:
        super().__init__()
        self.encode = encode
        self.decode = decode

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else self.encode(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:  # noqa: ARG002
        return None if value is None else self.decode(value)


class Whole(sa.types.TypeDecorator[int]):
    """A whole number; SQLite lets other programs keep anything else in the column."""

    impl = sa.Integer
    cache_ok = True

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> int | None:  # noqa: ARG002
        """Decode a whole number; ``ValueError`` for anything else."""
        if value is None or isinstance(value, int):
            return value
        raise ValueError(value)


class YesNo(sa.types.TypeDecorator[bool]):
    """Yes or no, as 1 or 0 in SQLite, which lets other programs keep anything else in the column."""

    impl = sa.Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        """Name the column type as the dialect does."""
        return dialect.type_descriptor(_DeclaredAs("BOOLEAN") if dialect.name == "sqlite" else sa.Boolean())

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> bool | None:  # noqa: ARG002
        """Decode what the database kept; ``ValueError`` for anything else."""
        if value is None or value in (0, 1):
            return None if value is None else bool(value)
        raise ValueError(value)


class Real(sa.types.TypeDecorator[float]):
    """A number; an unknown one (NaN) is kept as NULL, which is how both databases say it."""

    impl = sa.Double
    cache_ok = True

    def __init__(self, *, null_is_nan: bool) -> None:
        super().__init__()
        self.null_is_nan = null_is_nan

    def process_bind_param(
        self,
        value: float | None,
        dialect: sa.Dialect,  # noqa: ARG002
    ) -> float | None:
        """Encode a number."""
        return None if value is None or math.isnan(value) else float(value)

    def process_result_value(
        self,
        value: Any,
        dialect: sa.Dialect,  # noqa: ARG002
    ) -> float | None:
        """Decode a number; ``ValueError`` for anything else that SQLite was given."""
        if value is None:
            return float("nan") if self.null_is_nan else None
        if isinstance(value, float | int):
            return value
        raise ValueError(value)


def alternatives(hint: object) -> tuple[tuple[Any, ...], bool]:
    """Return the types that a field's hint allows beside None, and whether it allows None."""
    members = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    kinds = tuple(_plain(member) for member in members if member is not NoneType)
    return kinds, NoneType in members


def _plain(hint: Any) -> Any:
    """Return the type under a ``NewType``."""
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    return hint


def geometry_kind(hint: object) -> str | None:
    """Return the geometry column type (``POINT`` …, ``GEOMETRY`` for any) of a hint, or None."""
    kinds = (kind for kind in alternatives(hint)[0] if _is_class(kind, BaseGeometry))
    names = [kind.__name__.removeprefix("Base").upper() for kind in kinds]
    return max(names, key=len, default=None)


def _is_class(kind: object, parent: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, parent)


def column_type(hint: object, *, srid: int) -> sa.types.TypeEngine[Any]:
    """Return the column type of a record field.

    A union of a single and a multi geometry becomes a multi column, which every GIS can open. Tuples, lists
    and dictionaries are kept as JSON.
    """
    kinds, optional = alternatives(hint)
    if geometry := geometry_kind(hint):
        return Geometry(geometry, srid=srid, unwrap=len(kinds) > 1)
    (kind,) = kinds
    if _is_class(kind, Enum):
        return _Encoded(lambda member: str(member.value), kind)
    if kind is float:
        return Real(null_is_nan=not optional)
    simple = _SIMPLE.get(kind)
    return simple() if simple else _json(kind)


def _json(hint: Any) -> _Encoded:
    adapter: TypeAdapter[Any] = TypeAdapter(hint, config=ConfigDict(ser_json_inf_nan="constants"))
    return _Encoded(lambda value: adapter.dump_json(value).decode(), adapter.validate_json)


_SIMPLE: dict[object, Callable[[], sa.types.TypeEngine[Any]]] = {
    str: sa.Text,
    int: Whole,
    bool: YesNo,
    date: sa.Date,
    datetime: WallClock,
    time: lambda: _Encoded(time.isoformat, time.fromisoformat),
}
