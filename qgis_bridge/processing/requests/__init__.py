# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithms from the call to the order: calls, the register, trees of orders, priorities."""

from .calls import AnswerQuestions, CallQuestions, NewRequest
from .desk import AssetsNear, CloseRequests, RequestsQueue
from .order_list import ListOrders
from .parcels import FindParcel, ImportParcels
from .priorities import JudgeAgain, SetPriority
from .register import AcknowledgeRequests, CallersToTell, MergeRequests, RejectRequest
from .register_files import ImportContacts, ImportOrders
from .trees import LayOutSteps, LinkOrders, StepDone, TreeOfOrder, UnlinkOrders

ALGORITHMS = (
    *(CallQuestions, NewRequest, AnswerQuestions),
    *(AcknowledgeRequests, RejectRequest, MergeRequests, CallersToTell),
    *(RequestsQueue, AssetsNear, CloseRequests, ListOrders),
    *(ImportOrders, ImportContacts, ImportParcels, FindParcel),
    *(LayOutSteps, TreeOfOrder, StepDone, LinkOrders, UnlinkOrders),
    *(SetPriority, JudgeAgain),
)
