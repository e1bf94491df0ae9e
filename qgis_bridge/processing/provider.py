# SPDX-License-Identifier: GPL-3.0-or-later
"""The Processing provider ``regard``."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from . import figures, life, people, requests, workspace
from .audit_network import AuditNetwork
from .base import ICONS
from .carry_changes import CarryChanges
from .close_order import CloseOrder
from .conflicts import Conflicts
from .coverage import CoverageMaps
from .coverage_print import CoveragePrint
from .criticality import MapCriticality
from .cut_customers import ListCutCustomers
from .dossiers import Dossiers
from .emergency import InsertEmergency
from .export_messages import ExportMessages
from .field_package import FieldImport, FieldPackageOfDay
from .find_address import FindAddress
from .import_addresses import ImportAddresses
from .import_network import ImportNetwork
from .import_requests import ImportRequests
from .isolate import Isolate
from .order_readiness import Readiness
from .plan_tours import PlanTours
from .programme import Programme
from .qualify_requests import QualifyRequests
from .replan import Replan
from .request_duplicates import RequestDuplicates
from .search import Search
from .skill_matrix import SkillMatrixOfZones
from .slots import FindSlots
from .split_order import SplitOrder
from .tour_sheets import TourSheets
from .trace_sewers import TraceDownstream, TraceUpstream
from .why_not_planned import WhyNotPlanned
from .zone_overview import ZoneOverview

_ALGORITHMS = (
    ImportNetwork,
    AuditNetwork,
    CarryChanges,
    Isolate,
    MapCriticality,
    TraceUpstream,
    TraceDownstream,
    Conflicts,
    ImportAddresses,
    FindAddress,
    ImportRequests,
    RequestDuplicates,
    QualifyRequests,
    Readiness,
    ListCutCustomers,
    ExportMessages,
    CloseOrder,
    SplitOrder,
    Search,
    ZoneOverview,
    SkillMatrixOfZones,
    CoverageMaps,
    CoveragePrint,
    Programme,
    PlanTours,
    WhyNotPlanned,
    FindSlots,
    InsertEmergency,
    Replan,
    Dossiers,
    FieldPackageOfDay,
    FieldImport,
    TourSheets,
    *requests.ALGORITHMS,
    *life.ALGORITHMS,
    *people.ALGORITHMS,
    *figures.ALGORITHMS,
    *workspace.ALGORITHMS,
)


class RegardProvider(QgsProcessingProvider):
    """Lists the algorithms of Regard."""

    def id(self) -> str:
        """Return the id that algorithms are called by; never renamed."""
        return "regard"

    def name(self) -> str:
        """Return the name in the toolbox."""
        return "Regard"

    def icon(self) -> QIcon:
        """Return the plugin's icon."""
        return QIcon(str(ICONS / "regard.svg"))

    def svgIconPath(self) -> str:
        """Return the path of the plugin's icon."""
        return str(ICONS / "regard.svg")

    def loadAlgorithms(self) -> None:
        """Register every algorithm."""
        for algorithm in _ALGORITHMS:
            self.addAlgorithm(algorithm())
