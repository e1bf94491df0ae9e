# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithms about people and means: files, absences, equipment, stocks, subcontractors, checks."""

from .absences import AddAbsence, ListAbsences, RemoveAbsence
from .agents import AddAgent, EditAgent
from .agents_of_day import AgentsOfDay
from .ahead import DayLoads
from .duties import CalledOut, PutOnCall
from .equipment import BookEquipment, EquipmentOfDay, FreeEquipment
from .missing_means import FindAlternatives
from .plan_checks import CheckPlan, DecideOrder
from .resource_files import ExportResources, ImportResources
from .sign_off import SignOffSkills
from .skills_ahead import LookAhead
from .stock import ListStock, MoveStock, PickLists
from .subcontracts import AdvanceSubcontract, ListSubcontracts, SendToSubcontractor

ALGORITHMS = (
    *(ImportResources, ExportResources, FindAlternatives),
    *(AddAgent, EditAgent, AgentsOfDay, SignOffSkills),
    *(AddAbsence, RemoveAbsence, ListAbsences, PutOnCall, CalledOut),
    *(EquipmentOfDay, BookEquipment, FreeEquipment),
    *(ListStock, MoveStock, PickLists, DayLoads, LookAhead, CheckPlan, DecideOrder),
    *(SendToSubcontractor, AdvanceSubcontract, ListSubcontracts),
)
