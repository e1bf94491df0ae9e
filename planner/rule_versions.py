# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of a workspace: imported as dated versions, those in force on a day, their files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from ..core.errors import InputError
from ..core.rules import RULES_FOLDER, parse_rules, rule_text
from ..network.assets.audit_rules import FILE as AUDIT
from ..network.assets.audit_rules import AuditRules
from ..network.assets.roles import Role
from ..network.digging.conflicts import ConflictRules
from ..network.sewers.rules import FILE as SEWERS
from ..network.sewers.rules import SewerRules
from ..routing.roads.road_rules import FILE as ROADS
from ..routing.roads.road_rules import RoadRules
from ..steering.coverage_rules import FILE as COVERAGE
from ..steering.coverage_rules import CoverageRules
from ..steering.figures.indicator_rules import FILE as INDICATORS
from ..steering.figures.indicator_rules import IndicatorRules
from ..steering.programme.programme_rules import FILE as PROGRAMME
from ..steering.programme.programme_rules import ProgrammeRules
from ..workorders.orders import WorkOrder
from ..workorders.rule_versions import RuleFile, RuleVersion, in_force
from ..workorders.rulebook import PARTS, RuleBook, read_rule_book
from .ports import Workspace
from .tour_rules import TOUR_PARTS, TourRules, read_tour_rules

# as many versions as one run ever compares
_KEPT = 4


CONFLICTS = "third_party.yaml"
# the files of a version: by which requests become orders and orders tours, indicators, coverage maps,
# what the networks of others near a dig mean, the programme of next year, which roads are driven how fast,
# which way and how fast sewers run, and which gaps of the maps are defects
RULE_FILES = (*PARTS, *TOUR_PARTS, INDICATORS, COVERAGE, CONFLICTS, PROGRAMME, ROADS, SEWERS, AUDIT)


class DatedRules:
    """The rules of a workspace on any day; each version is read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._versions = workspace, workspace.all(RuleVersion)
        self._read: dict[str, tuple[RuleBook, TourRules]] = {}

    def on(self, day: date) -> RuleBook:
        """Return the rules in force on a day."""
        return self._both(day)[0]

    def tours_on(self, day: date) -> TourRules:
        """Return the figures of tours in force on a day."""
        return self._both(day)[1]

    def conflicts_on(self, day: date) -> ConflictRules:
        """Return what the networks of others near a dig mean on a day."""
        version = in_force(self._versions, day)
        texts = shipped_texts() if version is None else _texts_of(self._workspace, version)
        return _conflicts(texts[CONFLICTS])

    def _both(self, day: date) -> tuple[RuleBook, TourRules]:
        version = in_force(self._versions, day)
        if version is None:
            return _shipped()
        if version.version_id not in self._read:
            texts = _texts_of(self._workspace, version)
            self._read[version.version_id] = _read(version.version_id, tuple(sorted(texts.items())))
        return self._read[version.version_id]


def rule_book_of(workspace: Workspace, day: date) -> RuleBook:
    """Return the rules in force on a day: the workspace's own, or else those that come with Regard."""
    return DatedRules(workspace).on(day)


def tour_rules_of(workspace: Workspace, day: date) -> TourRules:
    """Return the figures of tours in force on a day, as ``rule_book_of`` does the rules of orders."""
    return DatedRules(workspace).tours_on(day)


def conflict_rules_of(workspace: Workspace, day: date) -> ConflictRules:
    """Return what the networks of others near a dig mean on a day, as ``rule_book_of`` does of orders."""
    return DatedRules(workspace).conflicts_on(day)


def road_rules_of(workspace: Workspace, day: date = date.max) -> RoadRules:
    """Return which roads are driven and how fast on a day, by default by the version that holds last."""
    return _roads(rule_texts(workspace, day)[ROADS])


def network_texts(workspace: Workspace) -> dict[str, str]:
    """Return the files by which layers become networks, where the version that holds last has its own."""
    shipped, texts = shipped_texts(), rule_texts(workspace, date.max)
    return {name: texts[name] for name in (SEWERS, AUDIT) if texts[name] != shipped[name]}


def sewer_rules_of(texts: Mapping[str, str]) -> SewerRules | None:
    """Return which way and how fast sewers run by ``network_texts``, None for what comes with Regard."""
    return parse_rules(texts[SEWERS], SewerRules, file=SEWERS) if SEWERS in texts else None


def audit_rules_of(texts: Mapping[str, str]) -> AuditRules | None:
    """Return which gaps of the maps are defects by ``network_texts``, None for what comes with Regard."""
    return parse_rules(texts[AUDIT], AuditRules, file=AUDIT) if AUDIT in texts else None


def programme_rules_of(workspace: Workspace, day: date) -> ProgrammeRules:
    """Return the figures of next year in force on a day, as ``rule_book_of`` does of orders."""
    return read_programme(rule_texts(workspace, day)[PROGRAMME], rule_book_of(workspace, day))


def read_programme(text: str, book: RuleBook) -> ProgrammeRules:
    """Return the figures of next year of a text; its types of work must be those of the catalogue."""
    known = {"job": tuple(book.catalogue.jobs), "assets": tuple(role.value for role in Role)}
    found = parse_rules(text, ProgrammeRules, file=PROGRAMME, context=known)
    if found.calendar.kinds:
        return found
    # a version from before there was a calendar
    shipped = parse_rules(rule_text(RULES_FOLDER / PROGRAMME), ProgrammeRules, file=PROGRAMME)
    return found.model_copy(update={"calendar": shipped.calendar})


def judged_by(workspace: Workspace, order: WorkOrder) -> RuleBook:
    """Return the rules that an order was judged by: its version's, or else those that come with Regard."""
    name = order.rules_version.partition(": ")[0]
    version = next((one for one in workspace.all(RuleVersion) if one.version_id == name), None)
    if version is None:
        return shipped_book()
    return _read(name, tuple(sorted(_texts_of(workspace, version).items())))[0]


def newest_rules(workspace: Workspace) -> RuleBook:
    """Return the rules of the version that holds last: those for what has no day of its own."""
    return rule_book_of(workspace, date.max)


def stored_versions(workspace: Workspace) -> tuple[tuple[RuleVersion, dict[str, str]], ...]:
    """Return every version of a workspace with its files."""
    return tuple((one, _texts_of(workspace, one)) for one in workspace.all(RuleVersion))


def book_in_force(versions: Sequence[tuple[RuleVersion, Mapping[str, str]]], day: date) -> RuleBook:
    """Return the rules in force on a day among versions with their files."""
    version = in_force((one for one, _ in versions), day)
    if version is None:
        return shipped_book()
    texts = next(own for one, own in versions if one is version)
    return _read(version.version_id, tuple(sorted(texts.items())))[0]


def rule_texts(workspace: Workspace, day: date) -> dict[str, str]:
    """Return the files of the rules in force on a day by their names."""
    version = in_force(workspace.all(RuleVersion), day)
    return shipped_texts() if version is None else _texts_of(workspace, version)


def shipped_texts() -> dict[str, str]:
    """Return the files of the rules that come with Regard by their names."""
    return {name: rule_text(RULES_FOLDER / name) for name in RULE_FILES}


def checked_rules(texts: Mapping[str, str], *, base: Mapping[str, str]) -> dict[str, str]:
    """Return ``base`` with some files replaced, once all of them fit together.

    ``InputError`` names the file, the line and the field of a mistake.
    """
    together = {**base, **texts}
    book = read_rule_book(together)
    read_tour_rules(together, book)
    read_programme(together[PROGRAMME], book)
    parse_rules(together[INDICATORS], IndicatorRules, file=INDICATORS)
    parse_rules(together[COVERAGE], CoverageRules, file=COVERAGE)
    _conflicts(together[CONFLICTS])
    _roads(together[ROADS])
    parse_rules(together[SEWERS], SewerRules, file=SEWERS)
    parse_rules(together[AUDIT], AuditRules, file=AUDIT)
    return together


def import_rules(
    workspace: Workspace,
    texts: Mapping[str, str],
    *,
    valid_from: date,
    now: datetime,
    who: str,
    note: str = "",
    name: str = "import rules",
) -> RuleVersion:
    """Store rules as a new version that holds from a day on; files that are not given stay as they are then.

    Raises
    ------
    InputError
        A mistake in a file (file, line, field), or nothing that differs from the rules of that day.
    """
    before = rule_texts(workspace, valid_from)
    together = checked_rules(texts, base=before)
    if together == before:
        raise InputError("rules.unchanged", day=valid_from)
    number = 1 + max((one.number for one in workspace.all(RuleVersion)), default=0)
    version = RuleVersion(f"R{number}", number, valid_from, now, who, note)
    files = [RuleFile(f"R{number}/{file}", f"R{number}", file, text) for file, text in together.items()]
    with workspace.command(name, who=who) as transaction:
        transaction.add([version, *files])
    return version


def shipped_book() -> RuleBook:
    """Return the rules that come with Regard."""
    return _shipped()[0]


def shipped_tour_rules() -> TourRules:
    """Return the figures of tours that come with Regard."""
    return _shipped()[1]


@lru_cache(maxsize=1)
def _shipped() -> tuple[RuleBook, TourRules]:
    texts = shipped_texts()
    book = read_rule_book(texts)
    return book, read_tour_rules(texts, book)


def _texts_of(workspace: Workspace, version: RuleVersion) -> dict[str, str]:
    files = workspace.all(RuleFile, version_id=version.version_id)
    # a file that a later release of Regard adds is the one that comes with it
    return {**shipped_texts(), **{one.name: one.text for one in files}}


@lru_cache(maxsize=_KEPT)
def _conflicts(text: str) -> ConflictRules:
    return parse_rules(text, ConflictRules, file=CONFLICTS)


@lru_cache(maxsize=_KEPT)
def _roads(text: str) -> RoadRules:
    return parse_rules(text, RoadRules, file=ROADS)


@lru_cache(maxsize=_KEPT)
def _read(name: str, texts: tuple[tuple[str, str], ...]) -> tuple[RuleBook, TourRules]:
    book = read_rule_book(dict(texts), name=name)
    return book, read_tour_rules(dict(texts), book)
