# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done on the board and can be undone, and what was undone and can be done again. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

# the commands of the journal that one gesture made, in their order
Step = tuple[int, ...]


@dataclass(slots=True)
class History:
    """Two stacks of steps; a new gesture ends what could be done again."""

    undoable: list[Step] = field(default_factory=list)
    redoable: list[Step] = field(default_factory=list)

    def note(self, step: Step) -> None:
        """Note a gesture."""
        if step:
            self.undoable.append(step)
            self.redoable.clear()

    def note_undone(self, step: Step) -> None:
        """Note the commands that have undone a gesture: undoing them does it again."""
        self.redoable.append(step)

    def note_redone(self, step: Step) -> None:
        """Note the commands that have done a gesture again."""
        self.undoable.append(step)

    def clear(self) -> None:
        """Forget everything, as with another workspace."""
        self.undoable.clear()
        self.redoable.clear()
