# SPDX-License-Identifier: GPL-3.0-or-later
"""The APPOINTMENT dock: the best windows for the selected order, with what each costs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QShortcut,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.figures import (
    day_text,
    duration_text,
    moment_text,
    number_text,
    short_day_text,
    time_text,
)
from ...qgis_bridge.labels import bend_text, job_text, reasons_text
from ...qgis_bridge.messages import tr
from ...qgis_bridge.wording import word
from ..rich_text import bullets, paragraph

if TYPE_CHECKING:
    from ...planner.running.no_slot import DayReasons
    from ...planner.running.slots import Appointment
    from .slots_reader import BookedSlot, FoundSlots


_MOST_REASONS = 3


class SlotsDock(QDockWidget):
    """``chosen`` gives the number of the window to book, from 0: a double click, Enter or the button."""

    chosen = pyqtSignal(int)
    undo_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Appointment"), parent)
        self.setObjectName("RegardSlotsDock")
        self.title, self.note, self.result = QLabel(self), QLabel(self), QLabel(self)
        self.slots = QListWidget(self)
        self.book = QPushButton(tr("Book (Ctrl+Enter)"), self)
        self.undo = QPushButton(tr("Undo"), self)
        self._build()

    def show_waiting(self, text: str) -> None:
        """Say that something is being looked for."""
        self.title.setText(escape(text))
        self.slots.clear()
        for label in (self.note, self.result):
            label.clear()
        self.undo.hide()
        self.book.setEnabled(False)

    def show_found(self, found: FoundSlots) -> None:
        """Show the windows, the cheapest marked and the keyboard on it."""
        order = found.order
        self.title.setText(
            f"<b>{escape(job_text(order))}</b><br>{escape(order.order_id)}<br>{escape(order.address)}"
        )
        self.slots.clear()
        for slot in found.slots:
            self.slots.addItem(_slot(slot, found))
        if found.slots:
            self.note.setText(tr("The visit starts within the window. The cheapest comes first."))
            self.slots.setCurrentRow(0)
            self.slots.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.note.setText(_none(found))
        self.slots.setVisible(bool(found.slots))
        self.book.setEnabled(bool(found.slots))

    def show_refusal(self, text: str) -> None:
        """Say why no appointment can be offered."""
        self.title.clear()
        self.note.setText(escape(text))
        self.slots.hide()

    def show_booked(self, done: BookedSlot) -> None:
        """Say what was booked and how the customer is told; it can be undone."""
        order, message = done.booked.order, done.booked.message
        self.note.clear()
        self.slots.hide()
        self.book.setEnabled(False)
        text = tr("Booked for {day}, {opens} to {closes}.").format(
            day=day_text(order.window_start.date()),
            opens=time_text(order.window_start),
            closes=time_text(order.window_end),
        )
        if message.reach:
            told = tr("The confirmation waits to be sent to {name}: {channel}, {reach}.").format(
                name=message.name, channel=word(f"channel.{message.channel.value}"), reach=message.reach
            )
        else:
            told = tr("Nobody can be reached: call the customer to confirm.")
        self.result.setText(f"<b>{escape(text)}</b><br>{escape(told)}")
        self.undo.show()
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.slots.setAccessibleName(tr("Windows that can be promised"))
        self.slots.setAlternatingRowColors(True)
        self.slots.setWordWrap(True)
        for label in (self.title, self.note, self.result):
            label.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.undo)
        foot.addWidget(self.book)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8, 8, 8, 6)
        for widget in (self.title, self.result, self.note):
            layout.addWidget(widget)
        layout.addWidget(self.slots, 1)
        layout.addStretch(0)
        layout.addLayout(foot)
        self.setWidget(page)
        self.setMinimumWidth(320)
        self.slots.itemActivated.connect(lambda *_: self._choose())
        self.book.clicked.connect(lambda *_: self._choose())
        self.undo.clicked.connect(lambda *_: self.undo_asked.emit())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._choose)

    def _choose(self) -> None:
        if self.book.isEnabled() and self.slots.currentRow() >= 0:
            self.chosen.emit(self.slots.currentRow())


def _none(found: FoundSlots) -> str:
    """Return that no window is free, day by day, and the cheapest way to make one possible, as rich text."""
    said = tr("No window of the next days is free for this work.")
    if found.why is None:
        return paragraph(said)
    days = [
        tr("{day}: {reasons}").format(
            day=f"<b>{escape(short_day_text(one.day))}</b>", reasons=escape(_reasons(one))
        )
        for one in found.why.days
    ]
    text = paragraph(said) + bullets(days)
    if way := found.why.way:
        bent = "; ".join(bend_text(bend.message, found.names) for bend in way.relaxation.bends)
        agents = ", ".join(found.names.get(agent, agent) for agent in way.relaxation.agents)
        hint = tr("It would fit if: {bends} → {agents}, {moment}").format(
            bends=bent, agents=agents, moment=moment_text(way.start)
        )
        text += paragraph(escape(hint))
    return text


def _reasons(day: DayReasons) -> str:
    return reasons_text(day.reasons[:_MOST_REASONS]) or tr("nobody is at work")


def _slot(slot: Appointment, found: FoundSlots) -> str:
    """Return a window in two lines of plain text."""
    agents = ", ".join(found.names.get(agent, agent) for agent in slot.agents)
    window = tr("{day}, {opens} to {closes}").format(
        day=day_text(slot.opens.date()), opens=time_text(slot.opens), closes=time_text(slot.closes)
    )
    cost = tr("+{minutes} min · {agents} about {time}").format(
        minutes=number_text(slot.extra_min), agents=agents, time=time_text(slot.start)
    )
    if slot.late_min:
        late = duration_text(slot.late_min * 60)
        cost = f"{cost} · {tr('{late} after its deadline').format(late=late)}"
    return f"{window}\n{cost}"
