# SPDX-License-Identifier: GPL-3.0-or-later
"""Formulas of indicators: arithmetic over named measures, which knows nothing else of the language.

Python's own parser reads them; only numbers, names, ``+ - * /``, brackets and ``p50(x)``, ``p80(x)``,
``p90(x)`` are allowed, so that a formula that somebody edits can neither call nor reach anything.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

PERCENTILES: Mapping[str, float] = MappingProxyType({"p50": 50.0, "p80": 80.0, "p90": 90.0})
_LONGEST = 400

Total = Callable[[str], float | None]
Percentile = Callable[[str, float], float | None]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read; ``sums`` and ``spreads`` name the measures that it adds up or orders."""

    text: str
    tree: ast.expr
    sums: tuple[str, ...]
    spreads: tuple[str, ...]

    def value(self, total: Total, percentile: Percentile) -> float | None:
        """Return what the formula gives; None when a measure is not known or a whole is nothing."""
        return _value(self.tree, total, percentile)


def parse_formula(text: str) -> Formula:
    """Read a formula; ``ValueError`` says which part of it is none."""
    if len(text) > _LONGEST:
        raise ValueError(text[:_LONGEST])
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ValueError(text) from error
    found = list(_parts(tree))
    sums = tuple(dict.fromkeys(name for kind, name in found if kind == "sum"))
    spreads = tuple(dict.fromkeys(name for kind, name in found if kind == "spread"))
    return Formula(text.strip(), tree, sums, spreads)


def _parts(node: ast.expr) -> Iterator[tuple[str, str]]:
    """Yield the measures of an expression; ``ValueError`` names what is not allowed."""
    match node:
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right=right):
            yield from _parts(left)
            yield from _parts(right)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield from _parts(operand)
        case ast.Constant(value=bool()):
            raise ValueError(ast.unparse(node))
        case ast.Constant(value=int() | float()):
            return
        case ast.Name(id=name):
            yield "sum", name
        case ast.Call(func=ast.Name(id=called), args=[ast.Name(id=name)], keywords=[]) if (
            called in PERCENTILES
        ):
            yield "spread", name
        case _:
            raise ValueError(ast.unparse(node))


def _value(node: ast.expr, total: Total, percentile: Percentile) -> float | None:
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            return _joined(op, _value(left, total, percentile), _value(right, total, percentile))
        case ast.UnaryOp(operand=operand):
            inner = _value(operand, total, percentile)
            return None if inner is None else -inner
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name(id=name):
            return total(name)
        case ast.Call(func=ast.Name(id=called), args=[ast.Name(id=name)]):
            return percentile(name, PERCENTILES[called])
    raise AssertionError(ast.unparse(node))


def _joined(op: ast.operator, left: float | None, right: float | None) -> float | None:
    if left is None or right is None:
        return None
    if isinstance(op, ast.Div):
        return left / right if right else None
    if isinstance(op, ast.Mult):
        return left * right
    return left + right if isinstance(op, ast.Add) else left - right
