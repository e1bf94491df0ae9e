# SPDX-License-Identifier: GPL-3.0-or-later
"""One record class, one table: the tables of a workspace follow from the frozen dataclasses."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Generic, TypeVar, cast, get_type_hints

import numpy as np
import shapely
import sqlalchemy as sa
from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, create_model
from shapely.geometry.base import BaseGeometry

from ..core.people import CallOut, Crew, MatrixSignOff, OnCallDuty, Restriction
from ..core.resources import Absence, Agent, Equipment, LongerDay, SkillGrant, StockLine, Subcontractor, Zone
from ..core.supplies import Booking, Depot, SubcontractJob, UnitPrice
from ..planner.records import (
    AnsweredNetwork,
    ClosedRoad,
    DigChange,
    Footprint,
    OrderConflict,
    OrderLink,
    OrderNotice,
    OrderPin,
    Outage,
    Plan,
    PlanStop,
    PlanTour,
    PlanUnplanned,
    Trace,
    ValveNote,
)
from ..planner.resources.decisions import ProposalDecision
from ..steering.programme.calendar import CalendarEvent
from ..workorders.asset_changes.records import AssetChange, AuditCount
from ..workorders.closing.records import AssetReading, Closure, CorrectionRequest, FieldChange
from ..workorders.history import ClosedIntervention
from ..workorders.informing.actions import TeamAction
from ..workorders.informing.contacts import Addressee, CustomerContact
from ..workorders.informing.messages import MessageAttempt, OrderMessage
from ..workorders.informing.problems import ProblemNote, ProblemOption
from ..workorders.informing.remarks import FieldRemark
from ..workorders.informing.restricted_notes import RestrictedNote
from ..workorders.intake.overrides import PriorityOverride
from ..workorders.intake.steps import OrderStep
from ..workorders.life.moves import OrderMove
from ..workorders.life.records import Alert, HydrantNote, OperatorAnswer, Permit, RestorationNote
from ..workorders.orders import WorkOrder
from ..workorders.requests import ServiceRequest
from ..workorders.rule_versions import RuleFile, RuleVersion
from ..workorders.teleservice.records import NoticeConsultation, NoticeFile, NoticeOperator
from .columns import alternatives, column_type, geometry_kind
from .geometry import Geometry

R = TypeVar("R")

RECORD_KINDS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "service_request": ServiceRequest,
        "work_order": WorkOrder,
        "closed_intervention": ClosedIntervention,
        "order_link": OrderLink,
        "order_step": OrderStep,
        "priority_override": PriorityOverride,
        "outage": Outage,
        "valve_note": ValveNote,
        "sewer_trace": Trace,
        "footprint": Footprint,
        "closed_road": ClosedRoad,
        "conflict": OrderConflict,
        "answered_network": AnsweredNetwork,
        "dig_change": DigChange,
        "notice": OrderNotice,
        "plan": Plan,
        "plan_stop": PlanStop,
        "plan_tour": PlanTour,
        "plan_unplanned": PlanUnplanned,
        "order_pin": OrderPin,
        "agent": Agent,
        "skill_grant": SkillGrant,
        "absence": Absence,
        "longer_day": LongerDay,
        "equipment": Equipment,
        "stock_line": StockLine,
        "subcontractor": Subcontractor,
        "zone": Zone,
        "restriction": Restriction,
        "on_call_duty": OnCallDuty,
        "call_out": CallOut,
        "crew": Crew,
        "skill_sign_off": MatrixSignOff,
        "depot": Depot,
        "booking": Booking,
        "unit_price": UnitPrice,
        "subcontract_job": SubcontractJob,
        "proposal_decision": ProposalDecision,
        "calendar_event": CalendarEvent,
        "order_move": OrderMove,
        "operator_answer": OperatorAnswer,
        "permit": Permit,
        "notice_consultation": NoticeConsultation,
        "notice_operator": NoticeOperator,
        "notice_file": NoticeFile,
        "hydrant_note": HydrantNote,
        "restoration_note": RestorationNote,
        "alert": Alert,
        "addressee": Addressee,
        "customer_contact": CustomerContact,
        "order_message": OrderMessage,
        "message_attempt": MessageAttempt,
        "field_remark": FieldRemark,
        "problem_note": ProblemNote,
        "problem_option": ProblemOption,
        "team_action": TeamAction,
        "restricted_note": RestrictedNote,
        "closure": Closure,
        "asset_reading": AssetReading,
        "field_change": FieldChange,
        "correction_request": CorrectionRequest,
        "asset_change": AssetChange,
        "audit_count": AuditCount,
        "rule_version": RuleVersion,
        "rule_file": RuleFile,
    }
)

# how the journal writes a geometry: exact, and one line
_JournaledGeometry = Annotated[
    BaseGeometry,
    BeforeValidator(lambda value: shapely.from_wkb(value) if isinstance(value, str) else value),
    PlainSerializer(lambda geometry: shapely.to_wkb(geometry, hex=True), return_type=str),
]


@dataclass(frozen=True, slots=True)
class RecordTable(Generic[R]):
    """A record class with its table; the business key is the class's first field."""

    kind: type[R]
    table: sa.Table
    names: tuple[str, ...]
    geometry: str | None
    journal_form: type[BaseModel]

    @property
    def name(self) -> str:
        """Return the table's name."""
        return str(self.table.name)

    @property
    def geometry_type(self) -> str:
        """Return the type of the geometry column, such as ``POINT``."""
        column = self.table.c[self.geometry or ""]
        return str(cast("Geometry", column.type).kind)

    @property
    def key(self) -> sa.Column[Any]:
        """Return the column of the business key."""
        return self.table.c[self.names[0]]

    @property
    def columns(self) -> list[sa.Column[Any]]:
        """Return the columns of the record's fields, in their order."""
        return [self.table.c[name] for name in self.names]

    def key_of(self, record: R) -> str:
        """Return the business key of a record."""
        return str(getattr(record, self.names[0]))

    def row(self, record: R) -> dict[str, Any]:
        """Return a record's values by column, as both databases can keep them."""
        return {name: _storable(getattr(record, name)) for name in self.names}

    def to_json(self, record: R) -> str:
        """Return a record as the journal keeps it: as it will be read back."""
        row = self.row(record)
        if self.geometry and row[self.geometry] is not None:
            column = cast("Geometry", self.table.c[self.geometry].type)
            row[self.geometry] = column.as_read(row[self.geometry])
        return self.journal_form.model_construct(**row).model_dump_json()

    def from_json(self, text: str) -> R:
        """Return the record that the journal kept."""
        form = self.journal_form.model_validate_json(text)
        return self.kind(**{name: getattr(form, name) for name in self.names})


@dataclass(frozen=True, slots=True)
class Tables:
    """Every record table of a workspace, for one CRS."""

    metadata: sa.MetaData
    by_kind: Mapping[type[Any], RecordTable[Any]]
    by_name: Mapping[str, RecordTable[Any]]

    def of(self, kind: type[R]) -> RecordTable[R]:
        """Return the table of a record class."""
        return self.by_kind[kind]

    @property
    def fingerprint(self) -> str:
        """Return a digest of all columns: two builds that disagree on it cannot share a workspace."""
        columns = [f"{t.name}.{','.join(t.names)}" for _, t in sorted(self.by_name.items())]
        return hashlib.sha256("\n".join(columns).encode()).hexdigest()[:16]


def _storable(value: Any) -> Any:
    """Return numpy scalars as plain values, and times to the millisecond (the finest of GeoPackage)."""
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, datetime):
        return value.replace(microsecond=value.microsecond // 1000 * 1000)
    return value


@cache
def record_tables(srid: int) -> Tables:
    """Build the record tables for geometries of one EPSG code."""
    metadata = sa.MetaData()
    tables = {name: _record_table(name, kind, metadata, srid) for name, kind in RECORD_KINDS.items()}
    return Tables(metadata, {t.kind: t for t in tables.values()}, tables)


def _record_table(name: str, kind: type[R], metadata: sa.MetaData, srid: int) -> RecordTable[R]:
    hints = get_type_hints(kind)
    names = tuple(field.name for field in fields(kind))  # type: ignore[arg-type]
    columns = [_column(field, hints[field], is_key=field == names[0], srid=srid) for field in names]
    geometries = [field for field in names if geometry_kind(hints[field])]
    assert len(geometries) <= 1, f"{kind.__name__}: a layer has one geometry"
    table = sa.Table(
        name, metadata, sa.Column("fid", sa.Integer, primary_key=True), *columns, sqlite_autoincrement=True
    )
    for geometry in geometries:
        # GeoPackage indexes geometries in tables of its own; a few thousand records need none there
        index = sa.Index(f"ix_{name}_{geometry}", table.c[geometry], postgresql_using="gist")
        index.ddl_if(dialect="postgresql")
    return RecordTable(kind, table, names, next(iter(geometries), None), _journal_form(kind, names, hints))


# what the lists of a day and the figures of a period ask for, beside the ids of other records
_ASKED_FOR = frozenset({"state", "due_at", "day", "first_day", "window_start", "ended_at", "at"})

# keys sort by code point in both databases, whatever language the server's own order follows
_KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _column(name: str, hint: object, *, is_key: bool, srid: int) -> sa.Column[Any]:
    kinds, optional = alternatives(hint)
    return sa.Column(
        name,
        _KEY if is_key else column_type(hint, srid=srid),
        nullable=optional or kinds == (float,),
        unique=is_key or None,
        index=(not is_key and (name.endswith("_id") or name in _ASKED_FOR)) or None,
    )


def _journal_form(kind: type[Any], names: tuple[str, ...], hints: dict[str, Any]) -> type[BaseModel]:
    config = ConfigDict(arbitrary_types_allowed=True, ser_json_inf_nan="constants")
    # what was journaled before a field was added has its default
    defaults = {field.name: field.default for field in fields(kind) if field.default is not MISSING}
    form: dict[str, Any] = {name: (_journal_hint(hints[name]), defaults.get(name, ...)) for name in names}
    return create_model(kind.__name__, __config__=config, **form)


def _journal_hint(hint: Any) -> Any:
    if not geometry_kind(hint):
        return hint
    return _JournaledGeometry | None if alternatives(hint)[1] else _JournaledGeometry
