# SPDX-License-Identifier: GPL-3.0-or-later
"""The Processing provider ``regard``."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .audit_network import AuditNetwork
from .base import ICONS
from .conflicts import Conflicts
from .criticality import MapCriticality
from .import_network import ImportNetwork
from .isolate import Isolate
from .plan_tours import PlanTours
from .trace_sewers import TraceDownstream, TraceUpstream

_ALGORITHMS = (
    ImportNetwork,
    AuditNetwork,
    Isolate,
    MapCriticality,
    TraceUpstream,
    TraceDownstream,
    Conflicts,
    PlanTours,
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
