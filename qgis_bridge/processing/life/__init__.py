# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithms along the life of an order: moves, papers, other days, corrections, messages."""

from .actions import AddAction, FinishAction, ListActions
from .alert_mails import SendAlerts
from .alerts import AlertTold, EscalateAlerts, ListAlerts, RaiseAlerts, ReplyToAlert
from .consultations import FollowConsultation, ImportConsultation
from .corrected_values import AnswerCorrection, ChangedValues, CorrectField
from .corrections import AskCorrection, ListCorrections, RemindCorrections
from .documents import FrameworkOfOrder, PackOfJob, TeamBriefing
from .dossier_history import DossierHistory
from .messages import ListMessages, LogMessages, PlanMessages, SendMessages
from .moves import DispatchDay, GateOfOrder, MoveOrder, OrderHistory
from .notice_way import NoticeWay
from .other_day import CausesOfOtherDays, ImpactOfOtherDay, NotDone, PostponeOrder
from .paperwork import HydrantState, NoticeSent, OperatorAnswered, PermitNoted, WaterBack
from .photos import AttachPhoto
from .problems import AddWayOut, DecideProblem, NoteProblem, ProblemsOfOrder
from .remarks import AddRemark, AnswerRemark, ListRemarks
from .study import StudyOrder

ALGORITHMS = (
    *(StudyOrder, MoveOrder, DispatchDay, GateOfOrder, OrderHistory),
    *(NotDone, PostponeOrder, ImpactOfOtherDay, CausesOfOtherDays),
    *(AskCorrection, ListCorrections, RemindCorrections, AnswerCorrection, CorrectField, ChangedValues),
    *(ImportConsultation, FollowConsultation),
    *(NoticeWay, NoticeSent, OperatorAnswered, PermitNoted, HydrantState, WaterBack),
    *(NoteProblem, AddWayOut, DecideProblem, ProblemsOfOrder),
    *(AddRemark, AnswerRemark, ListRemarks),
    *(RaiseAlerts, ListAlerts, ReplyToAlert, AlertTold, SendAlerts, EscalateAlerts),
    *(ListActions, AddAction, FinishAction),
    *(TeamBriefing, FrameworkOfOrder, PackOfJob, AttachPhoto, DossierHistory),
    *(PlanMessages, ListMessages, SendMessages, LogMessages),
)
