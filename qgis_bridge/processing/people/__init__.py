# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithms about people and means: files, alternatives, absences, equipment, subcontractors."""

from .absences import AddAbsence, ListAbsences, RemoveAbsence
from .equipment import BookEquipment, EquipmentOfDay, FreeEquipment
from .missing_means import FindAlternatives
from .resource_files import ExportResources, ImportResources
from .subcontracts import AdvanceSubcontract, ListSubcontracts, SendToSubcontractor

ALGORITHMS = (
    *(ImportResources, ExportResources, FindAlternatives),
    *(AddAbsence, RemoveAbsence, ListAbsences),
    *(EquipmentOfDay, BookEquipment, FreeEquipment),
    *(SendToSubcontractor, AdvanceSubcontract, ListSubcontracts),
)
