# SPDX-License-Identifier: GPL-3.0-or-later
"""Take a dataclass of arrays apart into plain arrays and a description in JSON, and put it together again.

Nothing that is read can run code: arrays hold numbers, texts are UTF-8, geometries are coordinates or WKB,
and the only classes made are dataclasses, named tuples, enums and dictionaries of this package.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import shapely
from shapely import Geometry, GeometryType

from .lazy_arrays import LazyArray, lazy_geometries
from .text_arrays import NotPlain, join_texts, number_values, split_texts

Array = npt.NDArray[Any]
Spec = Any

_PACKAGE = __name__.rpartition(".store.")[0]
_LAYERS = ("core.", "network.")
_RAGGED = {int(kind) for kind in (GeometryType.POINT, GeometryType.LINESTRING)}


class Packer:
    """Takes values apart; ``arrays`` fills with what the specs returned refer to by number."""

    def __init__(self) -> None:
        self.arrays: list[Array] = []
        self._known: dict[int, Spec] = {}
        self._kept: list[object] = []

    def pack(self, value: object) -> Spec:
        """Return the spec of a value; ``NotPlain`` when it holds something else than data."""
        match value:
            case Enum():
                return {"enum": _class_name(type(value)), "value": value.value}
            case None | bool() | int() | float() | str():
                return {"plain": value}
            case np.generic():
                return {"plain": value.item()}
            case LazyArray():
                return self._once(value.made)
            case np.ndarray():
                return self._once(value)
            case Geometry():
                return {"wkb": shapely.to_wkb(value, hex=True)}
            case _:
                return self._compound(value)

    def _compound(self, value: object) -> Spec:
        if isinstance(value, Mapping):
            return self._mapping(value)
        if isinstance(value, tuple | list):
            parts = [self.pack(item) for item in value]
            if hasattr(value, "_fields"):
                return {"named": _class_name(type(value)), "of": parts}
            return {"list": parts, "tuple": isinstance(value, tuple)}
        if is_dataclass(value) and not isinstance(value, type):
            named = {field.name: self.pack(getattr(value, field.name)) for field in fields(value)}
            return {"data": _class_name(type(value)), "of": named}
        raise NotPlain(type(value).__name__)

    def _mapping(self, value: Mapping[Any, object]) -> Spec:
        pairs = [[self.pack(key), self.pack(item)] for key, item in value.items()]
        own = type(value).__module__.startswith(_PACKAGE + ".")
        return {"map": pairs, "class": _class_name(type(value)) if own else ""}

    def _once(self, array: Array) -> Spec:
        """Pack an array that several places share only once."""
        if id(array) not in self._known:
            self._kept.append(array)
            self._known[id(array)] = {"shared": len(self._known), "of": self._array(array)}
        return self._known[id(array)]

    def _array(self, array: Array) -> Spec:
        if array.dtype != object:
            return {"array": self._add(array)}
        if not len(array) or isinstance(array[0], str):
            try:
                return {"texts": self._add(join_texts(array)), "count": len(array)}
            except NotPlain:
                pass
        if isinstance(array[0], Geometry):
            return self._geometries(array)
        values, code = number_values(array)
        return {"values": values, "code": self._add(code)}

    def _geometries(self, array: Array) -> Spec:
        kinds = np.unique(shapely.get_type_id(array))
        if len(kinds) == 1 and int(kinds[0]) in _RAGGED and not shapely.has_z(array).any():
            _, coordinates, offsets = shapely.to_ragged_array(array)
            parts = [self._add(np.asarray(part)) for part in (coordinates, *offsets)]
            return {"ragged": int(kinds[0]), "of": parts}
        wkb = [b"" if item is None else shapely.to_wkb(item) for item in array]
        sizes = np.array([len(item) for item in wkb], dtype=np.int64)
        blob = np.frombuffer(b"".join(wkb), dtype=np.uint8)
        return {"blobs": self._add(blob), "sizes": self._add(sizes)}

    def _add(self, array: Array) -> int:
        self.arrays.append(array)
        return len(self.arrays) - 1


class Unpacker:
    """Puts values together from specs; a damaged spec raises some ``Exception``."""

    def __init__(self, arrays: list[Array]) -> None:
        self._arrays = arrays
        self._shared: dict[int, Array | LazyArray] = {}

    def unpack(self, spec: Spec) -> Any:
        """Return the value of a spec."""
        match spec:
            case {"plain": value}:
                return value
            case {"shared": number, "of": array}:
                if number not in self._shared:
                    self._shared[number] = self._array(array)
                return self._shared[number]
            case {"data": name, "of": parts}:
                return _class(name)(**{key: self.unpack(part) for key, part in parts.items()})
            case {"named": name, "of": parts}:
                return _class(name)(*(self.unpack(part) for part in parts))
            case {"enum": name, "value": value}:
                return _class(name)(value)
            case {"map": pairs, "class": name}:
                items = {self.unpack(key): self.unpack(item) for key, item in pairs}
                return _class(name)(items) if name else items
            case {"list": parts, "tuple": as_tuple}:
                values = [self.unpack(part) for part in parts]
                return tuple(values) if as_tuple else values
            case {"wkb": text}:
                return shapely.from_wkb(text)
        raise ValueError("unknown spec")

    def _array(self, spec: Spec) -> Array | LazyArray:
        at = self._arrays
        match spec:
            case {"array": number}:
                return cast("Array", at[number])
            case {"texts": number, "count": count}:
                return LazyArray(count, lambda: split_texts(at[number], count))
            case {"ragged": kind, "of": [coordinates, *offsets]}:
                parts = [at[number] for number in offsets]
                return lazy_geometries(GeometryType(kind), at[coordinates], parts)
            case {"blobs": blob, "sizes": sizes}:
                return np.array(list(_geometries(at[blob].tobytes(), at[sizes])), dtype=object)
            case {"values": values, "code": code}:
                return _coded(values, at[code])
        raise ValueError("unknown spec of an array")


def _coded(values: list[object], code: Array) -> LazyArray:
    known = np.empty(len(values), dtype=object)
    known[:] = values
    return LazyArray(len(code), lambda: np.asarray(known[code], dtype=object))


def _geometries(blob: bytes, sizes: Array) -> Iterator[Geometry | None]:
    end = np.cumsum(sizes)
    for first, last in zip(end - sizes, end, strict=True):
        yield shapely.from_wkb(blob[first:last]) if last > first else None


def _class_name(kind: type) -> str:
    module, name = kind.__module__.removeprefix(_PACKAGE + "."), kind.__qualname__
    if not module.startswith(_LAYERS):
        raise NotPlain(f"{kind.__module__}.{name}")
    return f"{module}:{name}"


def _class(name: str) -> Any:
    module, _, kind = name.partition(":")
    if not module.startswith(_LAYERS):
        raise ValueError(name)
    found = getattr(importlib.import_module(f"{_PACKAGE}.{module}"), kind)
    plain = isinstance(found, type) and (is_dataclass(found) or issubclass(found, (Enum, tuple, dict)))
    if not plain:
        raise ValueError(name)
    return found
