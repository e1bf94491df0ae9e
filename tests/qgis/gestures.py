# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what a user does with mouse and keyboard, as the ten tasks of docs/tasks.md count it."""

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
_WITHIN_TYPING = {Qt.Key.Key_Backspace, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_PRESSED = QEvent.Type.MouseButtonPress


class Gestures(QObject):
    """A filter on the application; ``done`` names the gestures since ``begin``.

    One gesture is a press of a mouse button (a drag begins with one, the second press of a double click does
    not count), a key or a chord, or a run of typing in one field; Tab after typing belongs to it. Every
    press counts: a choice from a menu or a box that a press has opened is two. Only what comes from outside
    counts, not what the program sends itself.
    """

    def __init__(self):
        super().__init__()
        self.done = []
        self._field = None
        self._key = None
        self._pressed = None
        QApplication.instance().installEventFilter(self)

    def begin(self):
        """Count from here."""
        self.done = []
        self._field = self._key = self._pressed = None

    def leave(self):
        """Watch no longer."""
        QApplication.instance().removeEventFilter(self)

    def eventFilter(self, receiver, event):
        """Count, and let everything pass."""
        kind = event.type()
        if not receiver.isWidgetType():
            return False
        if kind == QEvent.Type.ShortcutOverride:
            # sent by Qt itself, before a press that a shortcut may keep from coming
            self._on_key(receiver, event)
        elif event.spontaneous():
            if kind == _PRESSED:
                self._on_press(receiver, event)
            elif kind == QEvent.Type.MouseButtonRelease:
                self._pressed = None
            elif kind == QEvent.Type.KeyPress:
                self._on_key(receiver, event)
            elif kind == QEvent.Type.KeyRelease:
                self._key = None
        return False

    def _on_press(self, receiver, event):
        """Count a press once, although it goes on to the parents of what does not take it."""
        if self._pressed is None:
            self._pressed, self._field = event.button(), None
            self.done.append(f"click on {_name(receiver)}")

    def _on_key(self, receiver, event):
        """Count a key once: what looks for shortcuts comes before the press, both go on to the parents."""
        key = event.key()
        if key in _MODIFIERS or event.isAutoRepeat() or self._key == key:
            return
        self._key = key
        field = receiver if isinstance(receiver, _FIELDS) else None
        typed = event.text().isprintable() and event.text() and not event.modifiers() & _COMMANDS
        if field is not None and (typed or key in _WITHIN_TYPING):
            if field is not self._field:
                self._field = field
                self.done.append(f"typing in {_name(field)}")
            return
        self._field = None
        self.done.append(f"key {_chord(event)} in {_name(receiver)}")


def _chord(event):
    held = (("Ctrl", Qt.KeyboardModifier.ControlModifier), ("Alt", Qt.KeyboardModifier.AltModifier),
            ("Shift", Qt.KeyboardModifier.ShiftModifier))  # fmt: skip
    names = {value: name for name, value in vars(Qt.Key).items() if name.startswith("Key_")}
    names |= {getattr(Qt, name): name for name in dir(Qt) if name.startswith("Key_")}
    key = names.get(event.key(), str(event.key())).removeprefix("Key_")
    return "+".join([name for name, modifier in held if event.modifiers() & modifier] + [key])


def _name(widget):
    """Return what a user would call a part of the window."""
    while widget is not None:
        text = widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
        name = text if isinstance(text, str) and text else widget.objectName()
        if name and not name.startswith("qt_"):
            return f"{type(widget).__name__} “{name}”"
        widget = widget.parentWidget()
    return "the window"
