# SPDX-License-Identifier: GPL-3.0-or-later
"""Expressions of a mapping: arithmetic, comparisons and joined text over the columns of a table.

The text is read as a syntax tree of which only the few kinds of node named here are followed; it is never
run as Python. Columns go by their names, or by ``col('a name')`` where a name is not a plain word.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ...core.messages import Message
from ..assets.arrays import Objects
from ..assets.cleaning import text_of

Lookup = Callable[[str], Objects]

_ARITHMETIC: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_ORDER: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_TEXT_FUNCTIONS: Mapping[str, Callable[[str], str]] = {"upper": str.upper, "lower": str.lower}
_FUNCTIONS = ("concat", "upper", "lower", "col")


class ExpressionMistake(ValueError):
    """The text of an expression is none; ``expected`` says what should be there."""

    def __init__(self, expected: Message) -> None:
        super().__init__(expected.english())
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that was checked; ``columns`` are those that it reads."""

    body: ast.expr
    columns: tuple[str, ...]

    @staticmethod
    def of(text: str) -> Expression:
        """Return the expression of a text; ``ExpressionMistake`` when it holds anything else."""
        try:
            body = ast.parse(text.strip(), mode="eval").body
            columns = tuple(dict.fromkeys(_columns(body)))
        except (SyntaxError, RecursionError, MemoryError) as error:
            raise ExpressionMistake(Message("mapping.expression", {"found": ""})) from error
        return Expression(body, columns)

    def values(self, lookup: Lookup, *, rows: int) -> Objects:
        """Return one value a row, in O(rows); ``lookup`` gives a column.

        Arithmetic on what is no number gives NaN and comparisons with it are false; texts are compared
        without regard to case.
        """
        found = np.asarray(_value(self.body, lookup), dtype=object)
        return np.full(rows, found[()], dtype=object) if found.ndim == 0 else found


def _columns(node: ast.expr) -> Iterator[str]:
    """Yield the columns that a node reads; ``ExpressionMistake`` when it is none of the known kinds."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str | int | float):
        return
    if isinstance(node, ast.Name):
        yield node.id
        return
    if isinstance(node, ast.Call) and _function(node) == "col":
        yield _named(node)
        return
    for part in _parts(node):
        yield from _columns(part)


def _parts(node: ast.expr) -> list[ast.expr]:
    match node:
        case ast.BinOp() if type(node.op) in _ARITHMETIC:
            return [node.left, node.right]
        case ast.UnaryOp(op=ast.USub() | ast.Not()):
            return [node.operand]
        case ast.BoolOp():
            return node.values
        case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[ast.List() | ast.Tuple() as listed]):
            return [node.left, *listed.elts]
        case ast.Compare(ops=[op]) if type(op) in {*_ORDER, ast.Eq, ast.NotEq}:
            return [node.left, *node.comparators]
        case ast.Call(keywords=[]) if _function(node) in _FUNCTIONS and node.args:
            return node.args
    raise ExpressionMistake(Message("mapping.expression", {"found": ast.unparse(node)[:40]}))


def _function(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _named(node: ast.Call) -> str:
    match node.args:
        case [ast.Constant(value=str(name))]:
            return name
    raise ExpressionMistake(Message("mapping.column_name"))


def _value(node: ast.expr, lookup: Lookup) -> Any:
    match node:
        case ast.Constant():
            return node.value
        case ast.Name():
            return lookup(node.id)
        case ast.Call():
            return lookup(_named(node)) if _function(node) == "col" else _text_made(node, lookup)
        case ast.BinOp():
            with np.errstate(divide="ignore", invalid="ignore"):
                found = _ARITHMETIC[type(node.op)](_number(node.left, lookup), _number(node.right, lookup))
            return np.where(np.isfinite(found), found, np.nan)
        case ast.UnaryOp(op=ast.USub()):
            return -_number(node.operand, lookup)
        case ast.UnaryOp():
            return ~_flag(node.operand, lookup)
        case ast.BoolOp():
            join = np.logical_and if isinstance(node.op, ast.And) else np.logical_or
            return join.reduce([_flag(part, lookup) for part in node.values])
        case ast.Compare():
            return _compared(node, lookup)
    raise ExpressionMistake(Message("mapping.expression", {"found": ""}))


def _text_made(node: ast.Call, lookup: Lookup) -> Any:
    texts = [_text(part, lookup) for part in node.args]
    if _function(node) == "concat":
        joined = texts[0]
        for text in texts[1:]:
            joined = joined + text
        return joined
    return _each(_TEXT_FUNCTIONS[_function(node)], texts[0])


def _compared(node: ast.Compare, lookup: Lookup) -> Any:
    op, right = node.ops[0], node.comparators[0]
    if type(op) in _ORDER:
        return _ORDER[type(op)](_number(node.left, lookup), _number(right, lookup))
    choices = right.elts if isinstance(right, ast.List | ast.Tuple) else [right]
    same = np.logical_or.reduce([_same(node.left, choice, lookup) for choice in choices])
    return ~same if isinstance(op, ast.NotEq | ast.NotIn) else same


def _same(left: ast.expr, right: ast.expr, lookup: Lookup) -> Any:
    """Tell which values are equal: as numbers when one side is a number, else as texts."""
    if any(isinstance(side, ast.Constant) and not isinstance(side.value, str) for side in (left, right)):
        return _number(left, lookup) == _number(right, lookup)
    one, other = (_each(str.lower, _text(side, lookup)) for side in (left, right))
    return np.asarray(one == other, dtype=bool)


def _number(node: ast.expr, lookup: Lookup) -> Any:
    value = np.asarray(_value(node, lookup), dtype=object)
    return np.asarray(pd.to_numeric(pd.Series(value.ravel()), errors="coerce"), dtype=float).reshape(
        value.shape
    )


def _flag(node: ast.expr, lookup: Lookup) -> Any:
    value = np.asarray(_value(node, lookup))
    return value if value.dtype == bool else _number(node, lookup) == 1


def _text(node: ast.expr, lookup: Lookup) -> Any:
    value = np.asarray(_value(node, lookup), dtype=object)
    return text_of(value.ravel()).reshape(value.shape)


def _each(change: Callable[[str], str], texts: Objects) -> Objects:
    return np.array([change(text) for text in texts.ravel()], dtype=object).reshape(texts.shape)
