# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done on the board and can be undone, and what was undone and can be done again. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

# the commands of the journal that one gesture made, in their order
Step = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """A gesture: what it is called, and its commands."""

    name: str
    step: Step


@dataclass(slots=True)
class History:
    """Two stacks of gestures; a new one ends what could be done again. All docks of a window share one."""

    undoable: list[Done] = field(default_factory=list)
    redoable: list[Done] = field(default_factory=list)

    def note(self, name: str, step: Step) -> None:
        """Note a gesture."""
        if step:
            self.undoable.append(Done(name, step))
            self.redoable.clear()

    def note_undone(self, name: str, step: Step) -> None:
        """Note the commands that have undone a gesture: undoing them does it again."""
        self.redoable.append(Done(name, step))

    def note_redone(self, name: str, step: Step) -> None:
        """Note the commands that have done a gesture again."""
        self.undoable.append(Done(name, step))

    def forget(self, step: Step) -> None:
        """Forget gestures that were undone elsewhere, by any of their commands."""
        self.undoable = [done for done in self.undoable if not set(done.step) & set(step)]

    def clear(self) -> None:
        """Forget everything, as with another workspace."""
        self.undoable.clear()
        self.redoable.clear()
