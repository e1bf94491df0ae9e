# SPDX-License-Identifier: GPL-3.0-or-later
"""Parameters of algorithms with the texts that explain them, and what the user gave as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..messages import tr
from ..wording import word
from .base import FeedbackProgress
from .desk_now import desk_now
from .place import list_of

if TYPE_CHECKING:
    from shapely.geometry import Point

    from ...planner.ports import Workspace
    from ...workorders.rulebook import RuleBook

ORDER, SEEN, NOW = "ORDER", "SEEN", "NOW"
FIRST, LAST = "FIRST", "LAST"
Input = tuple[QgsProcessingParameterDefinition, str]
Inputs = Iterator[Input]
Results = Iterator[QgsProcessingOutputDefinition]
T = TypeVar("T")


def text_input(name: str, label: str, explanation: str, *, optional: bool = False) -> Input:
    """Return a text to give."""
    return QgsProcessingParameterString(name, label, optional=optional), explanation


def moment_input(name: str, label: str, explanation: str, *, optional: bool = False) -> Input:
    """Return a date with a time to give."""
    both = QgsProcessingParameterDateTime.Type.DateTime
    return QgsProcessingParameterDateTime(name, label, both, None, optional), explanation


def day_input(name: str, label: str, explanation: str, *, optional: bool = False) -> Input:
    """Return a date to give."""
    date_only = QgsProcessingParameterDateTime.Type.Date
    return QgsProcessingParameterDateTime(name, label, date_only, None, optional), explanation


def whole_input(
    name: str,
    label: str,
    explanation: str,
    default: int | None = None,
    *,
    least: int = 0,
    most: int = 2**31 - 1,
) -> Input:
    """Return a whole number to give; without a default it may be left out."""
    number, kind = QgsProcessingParameterNumber, QgsProcessingParameterNumber.Type.Integer
    return number(name, label, kind, default, default is None, least, most), explanation


def figure_input(name: str, label: str, explanation: str, *, least: float = 0.0) -> Input:
    """Return a number that may be left out."""
    number, kind = QgsProcessingParameterNumber, QgsProcessingParameterNumber.Type.Double
    return number(name, label, kind, None, True, least), explanation


def flag_input(name: str, label: str, explanation: str) -> Input:
    """Return a yes or no, no by default."""
    return QgsProcessingParameterBoolean(name, label, False), explanation


def choice_input(name: str, label: str, explanation: str, options: Sequence[str]) -> Input:
    """Return one of some options by its number; the first by default."""
    return QgsProcessingParameterEnum(name, label, list(options), defaultValue=0), explanation


def in_words(group: str, values: Sequence[str]) -> list[str]:
    """Return stored values in words, such as those of ``priority``, for a list to choose from.

    Without the library that reads the words they stay as they are: the algorithm then says what is missing.
    """
    try:
        return [word(f"{group}.{value}") for value in values]
    except ImportError:
        return list(values)


def now_input(explanation: str) -> Input:
    """Return the moment that something counts from, now when none is given."""
    return moment_input(NOW, tr("Judge as at"), explanation, optional=True)


def order_input(explanation: str) -> Input:
    """Return the number of an order that is asked about."""
    return text_input(ORDER, tr("Order"), explanation)


def seen_input() -> Input:
    """Return the version of an order that was looked at; for models and batches, so not shown at first."""
    parameter, explanation = whole_input(
        SEEN,
        tr("Only if still at version"),
        tr("The version of the order that was looked at; if it has changed since, nothing is written."),
    )
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter, explanation


def changed_order_inputs(explanation: str) -> Inputs:
    """Yield the number of an order that is written to, and the version of it that was seen."""
    yield order_input(explanation)
    yield seen_input()


def period_inputs() -> Inputs:
    """Yield the first and the last day to look at."""
    yield day_input(FIRST, tr("First day"), tr("The first day that counts."))
    yield day_input(LAST, tr("Last day"), tr("The last day that counts, included."))


def number_result(name: str, label: str) -> QgsProcessingOutputDefinition:
    """Return a number that is handed out."""
    return QgsProcessingOutputNumber(name, label)


def text_result(name: str, label: str) -> QgsProcessingOutputDefinition:
    """Return a text that is handed out."""
    return QgsProcessingOutputString(name, label)


@dataclass(frozen=True)
class Given:
    """What the user gave: plain values by the names of the parameters, None where nothing was given."""

    algorithm: QgsProcessingAlgorithm
    parameters: dict[str, Any]
    context: QgsProcessingContext
    progress: FeedbackProgress
    workspace: Workspace

    def text(self, name: str) -> str:
        """Return a text without blanks around it, empty when none is given."""
        return str(self.algorithm.parameterAsString(self.parameters, name, self.context)).strip()

    def texts(self, name: str) -> list[str]:
        """Return the parts of a text that separates them by commas."""
        return list_of(self.text(name))

    def lines(self, name: str) -> list[str]:
        """Return the parts of a text that separates them by semicolons or line ends."""
        parts = self.text(name).replace("\n", ";").split(";")
        return [part.strip() for part in parts if part.strip()]

    def pairs(self, name: str) -> dict[str, str]:
        """Return pairs written ``A=B``, separated by semicolons or line ends."""
        found: dict[str, str] = {}
        for pair in self.lines(name):
            own, _, other = (part.strip() for part in pair.partition("="))
            if not (own and other) or own in found:
                self._refuse(name, "A=B")
            found[own] = other
        return found

    def file(self, name: str) -> Path:
        """Return a file or folder."""
        return Path(self.text(name))

    def output_file(self, name: str) -> Path:
        """Return a file to write."""
        return Path(self.algorithm.parameterAsFileOutput(self.parameters, name, self.context))

    def flag(self, name: str) -> bool:
        """Return a yes or no."""
        return bool(self.algorithm.parameterAsBool(self.parameters, name, self.context))

    def whole(self, name: str) -> int | None:
        """Return a whole number."""
        if not self._has(name):
            return None
        return int(self.algorithm.parameterAsInt(self.parameters, name, self.context))

    def figure(self, name: str) -> float | None:
        """Return a number."""
        if not self._has(name):
            return None
        return float(self.algorithm.parameterAsDouble(self.parameters, name, self.context))

    def choice(self, name: str, values: Sequence[T]) -> T:
        """Return the value that stands for the option that was chosen."""
        return values[self.algorithm.parameterAsEnum(self.parameters, name, self.context)]

    def moment(self, name: str) -> datetime | None:
        """Return a date with its time, to the minute."""
        if not self._has(name):
            return None
        found = self.algorithm.parameterAsDateTime(self.parameters, name, self.context)
        day, clock = found.date(), found.time()
        if not found.isValid():
            self._refuse(name, tr("a time such as 2026-06-03 08:30"))
        return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())

    def some_moment(self, name: str) -> datetime:
        """Return a date with its time that must be given."""
        found = self.moment(name)
        if found is None:
            self._refuse(name, tr("a time such as 2026-06-03 08:30"))
        return found

    def day(self, name: str) -> date | None:
        """Return a date."""
        if not self._has(name):
            return None
        found = self.algorithm.parameterAsDateTime(self.parameters, name, self.context).date()
        if not found.isValid():
            self._refuse(name, tr("a date such as 2026-06-03"))
        return date(found.year(), found.month(), found.day())

    def clock(self, name: str) -> time | None:
        """Return a time of day that was given as a text."""
        if not self._has(name):
            return None
        try:
            found = time.fromisoformat(self.text(name))
        except ValueError:
            found = None
        if found is None or found.tzinfo is not None:
            self._refuse(name, tr("a time of day such as 07:30"))
        return found

    def some_day(self, name: str) -> date:
        """Return a date that must be given."""
        found = self.day(name)
        if found is None:
            self._refuse(name, tr("a date such as 2026-06-03"))
        return found

    def period(self) -> tuple[date, date]:
        """Return the first and the last day; refused when they are the wrong way round."""
        first, last = self.some_day(FIRST), self.some_day(LAST)
        if last < first:
            raise QgsProcessingException(tr("The last day is before the first one."))
        return first, last

    @property
    def now(self) -> datetime:
        """Return the moment to judge at, that of the desk when none is given."""
        return self.moment(NOW) or desk_now(self.workspace)

    def rules(self, workspace: Workspace) -> RuleBook:
        """Return the rules of a workspace that are in force at the moment to judge at."""
        from ...planner.rule_versions import rule_book_of

        return rule_book_of(workspace, self.now.date())

    def point(self, name: str, crs: str) -> Point | None:
        """Return a point in a CRS."""
        if not self._has(name):
            return None
        from shapely.geometry import Point

        reference = QgsCoordinateReferenceSystem(crs)
        place = self.algorithm.parameterAsPoint(self.parameters, name, self.context, reference)
        return Point(place.x(), place.y())

    def _has(self, name: str) -> bool:
        """Tell whether there is a value, be it the default of what was left out."""
        if self.parameters.get(name) not in (None, ""):
            return True
        asked = self.algorithm.parameterDefinition(name)
        return asked is not None and asked.defaultValue() is not None

    def _refuse(self, name: str, expected: str) -> NoReturn:
        label = self.algorithm.parameterDefinition(name).description()
        text = tr("{label}: found '{found}', expected {expected}")
        raise QgsProcessingException(
            text.format(label=label, found=self.parameters.get(name) or "", expected=expected)
        )
