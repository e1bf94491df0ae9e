# SPDX-License-Identifier: GPL-3.0-or-later
"""The NEW REQUEST dock: who, what, where, the questions; what it may repeat and what the contract asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDockWidget,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QShortcut,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.figures import moment_text, number_text
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.wording import word
from ..badges import badge_pixmap
from .address_field import AddressField
from .call_form import CallForm
from .duplicates import Duplicates
from .notes import Note
from .quantity_field import QuantityField
from .questions_form import QuestionsForm, labels_of
from .saved_page import SavedPage

if TYPE_CHECKING:
    from ...planner.intake.known_caller import KnownCaller
    from .call_desk import SeenCall

_ID = Qt.ItemDataRole.UserRole


class RequestDock(QDockWidget):
    """Holds what is typed, and says so by ``changed``; ``save_asked`` comes by the button or Ctrl+Enter."""

    changed = pyqtSignal()
    save_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("New request"), parent)
        self.setObjectName("RegardRequestDock")
        # the number comes first: it may say who calls
        self.phone, self.caller = QLineEdit(self), QLineEdit(self)
        self.words = QPlainTextEdit(self)
        self.code = QComboBox(self)
        self.address = AddressField(self)
        self.asset_id = QLineEdit(self)
        self.assets = QListWidget(self)
        self.quantity = QuantityField(self)
        self.questions = QuestionsForm(self)
        self.duplicates = Duplicates(self)
        self.badge, self.promised = QLabel(self), QLabel(self)
        self.caller_note, self.phone_note, self.place_note = Note(self), Note(self), Note(self)
        self.save = QPushButton(tr("Save (Ctrl+Enter)"), self)
        self.saved = SavedPage(self)
        self.place: tuple[float, float] | None = None
        self._asset = ""
        self._known: KnownCaller | None = None
        self._strict = False
        self._received_at = datetime.now()
        self._build()
        self._connect()

    def form(self) -> CallForm:
        """Return what was filled in."""
        return CallForm(
            received_at=self._received_at,
            caller=self.caller.text().strip(),
            phone=self.phone.text().strip(),
            words=self.words.toPlainText().strip(),
            code=self.code.currentData() or "",
            answers=self.questions.answers,
            address=self.address.text().strip(),
            place=self.place,
            asset_id=self._asset,
            quantity=self.quantity.quantity,
        )

    def begin(self) -> None:
        """Begin a new call, empty."""
        self._strict = False
        self.place, self._asset, self._known = None, "", None
        fields = (self.caller, self.phone, self.words, self.address, self.asset_id, self.questions)
        for field in (*fields, self.quantity):
            field.clear()
        self._show_quantity(is_counted=False)
        self._clear_assets()
        for note in (self.caller_note, self.phone_note, self.place_note):
            note.put("")
        self.code.setCurrentIndex(0)
        self.code.setItemText(0, tr("by what is said"))
        self.duplicates.show_requests(())
        self.promised.clear()
        self.badge.clear()
        self.saved.hide()
        self.phone.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_moment(self, received_at: datetime) -> None:
        """Say when the call came in."""
        self._received_at = received_at

    def offer_types(self, labels: Mapping[str, Any]) -> None:
        """Offer the types of work of the catalogue."""
        self.code.clear()
        self.code.addItem(tr("by what is said"), "")
        for code, label in sorted(labels_of(labels).items(), key=lambda pair: pair[1].casefold()):
            self.code.addItem(f"{label}  ({code})", code)

    def show_call(self, seen: SeenCall) -> None:
        """Show what is known of the call as it stands."""
        outlook = seen.outlook
        suggested = next((self.code.itemText(i) for i in range(1, self.code.count())
                          if self.code.itemData(i) == outlook.code), "")  # fmt: skip
        said = tr("{type}, by what is said").format(type=suggested)
        self.code.setItemText(0, said if suggested else tr("by what is said"))
        self._show_quantity(is_counted=self.quantity.show_outlook(outlook))
        self.questions.show_questions(outlook.asked, outlook.telling)
        self.questions.mark(outlook.to_ask, strict=self._strict)
        self._show_known(seen.known)
        self._show_assets(seen)
        self.duplicates.show_requests(outlook.duplicates)
        self._show_deadlines(seen)
        if seen.refusal is not None and (self._strict or self._asset or self.address.was_left):
            self.place_note.put(say(seen.refusal))
        elif seen.place is not None:
            self.place_note.put("")

    def show_missing(self, to_ask: Sequence[str]) -> bool:
        """Say beside the fields what keeps the call from being saved; True when nothing does."""
        self._strict = True
        form = self.form()
        self.caller_note.put("" if form.caller else tr("who calls?"))
        self.phone_note.put("" if form.phone else tr("where to call back?"))
        has_place = bool(form.place or form.address or form.asset_id)
        self.place_note.put("" if has_place else tr("an address, a click on the map, or an asset"))
        self.questions.mark(to_ask, strict=True)
        asked = [self.questions.fields[key] for key in to_ask if key in self.questions.fields]
        unanswered = [field for field in asked if not field.answer]
        if not form.phone:
            self.phone.setFocus()
        elif not form.caller:
            self.caller.setFocus()
        elif unanswered:
            unanswered[0].ask()
        elif not has_place:
            self.address.setFocus()
        else:
            return True
        return False

    def take_place(self, place: tuple[float, float], address: str = "") -> None:
        """Take a place that was chosen, in the workspace's CRS; without an address, what was typed stays."""
        self.place, self._asset = place, ""
        if address:
            self.address.take(address)
        self.changed.emit()

    def _show_known(self, known: KnownCaller | None) -> None:
        """Fill in what is known of whose number it is; what somebody has typed stays."""
        if known == self._known:
            return
        before, self._known = self._known, known
        if before is not None:
            if self.caller.text() == before.name:
                self.caller.clear()
            if before.point and self._asset == before.point and self.place is None:
                self._asset = ""
                self.address.clear()
        if known is not None and not self.caller.text().strip():
            self.caller.setText(known.name)
        is_open = not (self.place or self._asset or self.address.text().strip())
        if known is not None and known.point and is_open:
            self._asset = known.point
            self.address.take(known.address)
            self.changed.emit()
        told = known is not None and self.caller.text() == known.name
        self.caller_note.put(tr("by this number") if told else "", loud=False)

    def _show_assets(self, seen: SeenCall) -> None:
        near = seen.outlook.assets
        blocked = self.assets.blockSignals(True)
        self.assets.clear()
        for one in near:
            text = f"{word(f'role.{one.role}')} {one.asset_id} · {number_text(one.distance_m, 1)} m"
            item = QListWidgetItem(text, self.assets)
            item.setData(_ID, one.asset_id)
        known = [one.asset_id for one in near]
        if self._asset not in known and self.place is not None:
            self._asset = ""
        if near:
            self.assets.setCurrentRow(known.index(self._asset) if self._asset in known else 0)
        self.assets.blockSignals(blocked)
        self.assets.setVisible(bool(near))

    def _clear_assets(self) -> None:
        blocked = self.assets.blockSignals(True)
        self.assets.clear()
        self.assets.blockSignals(blocked)
        self.assets.hide()

    def _show_quantity(self, *, is_counted: bool) -> None:
        self._how_much.setVisible(is_counted)
        self.quantity.setVisible(is_counted)

    @property
    def shown_asset(self) -> str:
        """Return the asset that is marked: the chosen one, else the nearest."""
        item = self.assets.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def _show_deadlines(self, seen: SeenCall) -> None:
        outlook = seen.outlook
        if not (outlook.code or self.questions.answers):
            self.badge.clear()
            self.promised.clear()
            return
        priority, due = outlook.priority.value, outlook.deadlines
        lines = [
            (tr("acknowledge by {moment}"), due.acknowledge_by),
            (tr("on site by {moment}"), due.on_site_by),
            (tr("done by {moment}"), due.done_by),
        ]
        promised = [text.format(moment=moment_text(moment)) for text, moment in lines if moment]
        self.badge.setPixmap(badge_pixmap(priority, 26, self.devicePixelRatioF(), hollow=True))
        self.badge.setAccessibleName(word(f"priority.{priority}"))
        head = escape(word(f"priority.{priority}"))
        self.promised.setText(f"<b>{head}</b><br>{escape(' · '.join(promised))}")

    def _build(self) -> None:
        self.words.setTabChangesFocus(True)
        self.words.setPlaceholderText(tr("In the caller's words: the type of work is found while you type"))
        self.words.setFixedHeight(self.fontMetrics().height() * 4)
        self.assets.setFixedHeight(self.fontMetrics().height() * 5)
        self.assets.hide()
        self.promised.setWordWrap(True)
        self.code.addItem(tr("by what is said"), "")
        self.code.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.code.setMinimumContentsLength(12)
        names = (
            (self.caller, tr("Caller")), (self.phone, tr("Phone")), (self.words, tr("What is said")),
            (self.code, tr("Type of work")), (self.address, tr("Address")), (self.assets, tr("Assets near")),
            (self.asset_id, tr("Asset number")),
        )  # fmt: skip
        for field, name in names:
            field.setAccessibleName(name)
        who, where = QFormLayout(), QFormLayout()
        for form in (who, where):
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        who.addRow(tr("Phone"), _beside(self.phone, self.phone_note))
        who.addRow(tr("Caller"), _beside(self.caller, self.caller_note))
        who.addRow(tr("What is said"), self.words)
        who.addRow(tr("Type of work"), self.code)
        self._how_much = QLabel(tr("Quantity"), self)
        who.addRow(self._how_much, self.quantity)
        self._show_quantity(is_counted=False)
        where.addRow(tr("Address"), self.address)
        where.addRow("", self.place_note)
        where.addRow(tr("or asset no."), self.asset_id)
        where.addRow(tr("Assets near"), self.assets)
        self._lay_out(who, where)

    def _lay_out(self, who: QFormLayout, where: QFormLayout) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 8, 8, 6)
        column.addLayout(who)
        column.addWidget(self.questions)
        column.addLayout(where)
        column.addWidget(self.duplicates)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 4, 8, 6)
        foot.addWidget(self.badge)
        foot.addWidget(self.promised, 1)
        foot.addWidget(self.save)
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.saved)
        layout.addWidget(area, 1)
        layout.addLayout(foot)
        self.setWidget(whole)
        self.setMinimumWidth(340)

    def _connect(self) -> None:
        for line in (self.caller, self.phone):
            line.textChanged.connect(self._on_typed)
        self.caller.textEdited.connect(lambda _: self.caller_note.put(""))
        self.phone.textEdited.connect(lambda _: self.changed.emit())
        self.words.textChanged.connect(self.changed)
        self.code.activated.connect(lambda *_: self.changed.emit())
        self.quantity.changed.connect(self.changed)
        self.questions.changed.connect(self.changed)
        self.assets.currentItemChanged.connect(self._on_asset)
        self.address.typed.connect(self._on_address_typed)
        self.address.chosen.connect(lambda x, y, address: self.take_place((x, y), address))
        self.asset_id.editingFinished.connect(self._on_asset_named)
        self.save.clicked.connect(lambda *_: self.save_asked.emit())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save_asked)

    def _on_typed(self, *_: object) -> None:
        if self.caller.text().strip() and self.caller_note.is_loud:
            self.caller_note.put("")
        if self.phone.text().strip():
            self.phone_note.put("")

    def _on_asset(self, *_: object) -> None:
        self._asset = self.shown_asset
        self.changed.emit()

    def _on_address_typed(self, *_: object) -> None:
        self.place, self._asset = None, ""

    def _on_asset_named(self) -> None:
        asset_id = self.asset_id.text().strip()
        if asset_id and asset_id != self._asset:
            self.place, self._asset = None, asset_id
            self.changed.emit()


def _beside(field: QWidget, note: Note) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(field, 1)
    row.addWidget(note)
    return row
