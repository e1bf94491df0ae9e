# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithms along the life of an order: moves, other days, corrections, messages."""

from .corrected_values import AnswerCorrection, ChangedValues, CorrectField
from .corrections import AskCorrection, ListCorrections, RemindCorrections
from .messages import ListMessages, LogMessages, PlanMessages, SendMessages
from .moves import DispatchDay, GateOfOrder, MoveOrder, OrderHistory
from .other_day import CausesOfOtherDays, ImpactOfOtherDay, NotDone, PostponeOrder

ALGORITHMS = (
    *(MoveOrder, DispatchDay, GateOfOrder, OrderHistory),
    *(NotDone, PostponeOrder, ImpactOfOtherDay, CausesOfOtherDays),
    *(AskCorrection, ListCorrections, RemindCorrections, AnswerCorrection, CorrectField, ChangedValues),
    *(PlanMessages, ListMessages, SendMessages, LogMessages),
)
