# SPDX-License-Identifier: GPL-3.0-or-later
"""Small expressions in mapping files: columns, numbers and texts, ``+ - * /``, comparisons, ``and or not``.

Nothing else is understood, so that a mapping from elsewhere can do no harm.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pandas as pd

from .arrays import Objects
from .cleaning import text_of

_Read = Callable[[str], Objects]
_ARITHMETIC: Mapping[type[ast.operator], Callable[[pd.Series, pd.Series], pd.Series]] = MappingProxyType(
    {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
)
_COMPARISONS: Mapping[type[ast.cmpop], Callable[[pd.Series, pd.Series], pd.Series]] = MappingProxyType(
    {
        ast.Eq: operator.eq,
        ast.NotEq: operator.ne,
        ast.Lt: operator.lt,
        ast.LtE: operator.le,
        ast.Gt: operator.gt,
        ast.GtE: operator.ge,
    }
)
_PLAIN = (ast.Expression, ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.Name, ast.Load)
_SIGNS = (ast.USub, ast.Not, ast.And, ast.Or)


class ExpressionMistake(Exception):
    """What is wrong with the text of an expression, in words."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that was checked; ``columns`` are those that it names."""

    tree: ast.Expression
    columns: tuple[str, ...]

    @staticmethod
    def of(text: str) -> Expression:
        """Return the expression of a text; ``ExpressionMistake`` says what it may not hold."""
        try:
            tree = ast.parse(text.strip(), mode="eval")
        except SyntaxError as error:
            raise ExpressionMistake(f"an expression such as 'diameter * 25.4' ({error.msg})") from error
        for node in ast.walk(tree):
            if not _is_allowed(node):
                raise ExpressionMistake(
                    f"columns, numbers, texts, + - * /, comparisons, and, or, not; not '{ast.unparse(node)}'"
                )
        names = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
        return Expression(tree, tuple(dict.fromkeys(names)))

    def values(self, read: _Read) -> Objects:
        """Return a value a row; ``read`` gives a column. With a text in it, ``+`` joins texts."""
        as_text = any(
            isinstance(node, ast.Constant) and isinstance(node.value, str) for node in ast.walk(self.tree)
        )
        return np.asarray(_value(self.tree.body, read, as_text=as_text), dtype=object)


def _is_allowed(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str | int | float)
    return isinstance(node, _PLAIN + _SIGNS) or type(node) in {*_ARITHMETIC, *_COMPARISONS}


def _value(node: ast.expr, read: _Read, *, as_text: bool) -> pd.Series:
    match node:
        case ast.Name():
            values = read(node.id)
            return (
                pd.Series(text_of(values)) if as_text else pd.to_numeric(pd.Series(values), errors="coerce")
            )
        case ast.Constant():
            return str(node.value) if as_text else node.value  # type: ignore[return-value]
        case ast.UnaryOp():
            inner = _value(node.operand, read, as_text=as_text)
            return ~inner if isinstance(node.op, ast.Not) else -inner
        case ast.BinOp():
            return _ARITHMETIC[type(node.op)](
                _value(node.left, read, as_text=as_text), _value(node.right, read, as_text=as_text)
            )
        case ast.BoolOp():
            parts = [_value(part, read, as_text=_has_text(part)) for part in node.values]
            joined = parts[0]
            for part in parts[1:]:
                joined = joined & part if isinstance(node.op, ast.And) else joined | part
            return joined
        case ast.Compare():
            return _compared(node, read)
    raise ExpressionMistake(ast.unparse(node))


def _compared(node: ast.Compare, read: _Read) -> pd.Series:
    sides = [node.left, *node.comparators]
    as_text = any(_has_text(side) for side in sides)
    values = [_value(side, read, as_text=as_text) for side in sides]
    result = _COMPARISONS[type(node.ops[0])](values[0], values[1])
    for number, op in enumerate(node.ops[1:], start=1):
        result = result & _COMPARISONS[type(op)](values[number], values[number + 1])
    return result


def _has_text(node: ast.expr) -> bool:
    return any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in ast.walk(node))
