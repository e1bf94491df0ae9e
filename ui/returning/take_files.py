# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes files of the field in, one after the other; runs in a worker and touches no widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ...core.errors import InputError
from ...core.progress import Progress, Span
from ...planner.assets.asset_base import AssetBase
from ...planner.field.take_in import Outcome, TakenIn, take_in
from ...planner.rule_versions import rule_book_of
from ...planner.running.desk_moment import desk_moment
from ...qgis_bridge.messages import counted, say, tr
from ...store.attachment_folder import attachment_folder
from ...store.field_results import field_result
from ...store.workspaces import open_workspace
from ..acting.panel_dock import PanelPage
from ..acting.rows import RED, Cell, Row
from ..rich_text import bullets, words

_LEFT = (Outcome.CONFLICT, Outcome.REFUSED)


@dataclass(frozen=True, slots=True)
class TakenFiles:
    """What became of files: in a sentence, and row by row what was left."""

    said: str
    left: PanelPage


def take_files(
    url: str, files: Sequence[Path], clock: datetime, *, who: str, made: list[int], progress: Progress
) -> TakenFiles:
    """Take each file in; what is wrong with one is told with it, and the others are taken.

    ``made`` gets the commands, however the work ends: what was taken in stays, and can be taken back.
    """
    workspace = open_workspace(url)
    taken: list[tuple[Path, TakenIn]] = []
    wrong: list[tuple[Path, InputError]] = []
    try:
        now = desk_moment(workspace, clock)
        book, base = rule_book_of(workspace, now.date()), AssetBase(workspace)
        for number, file in enumerate(files):
            share = Span(progress, number / len(files), (number + 1) / len(files))
            try:
                with field_result(file, crs=workspace.crs) as result:
                    found = take_in(
                        workspace,
                        result,
                        book=book,
                        attachments=attachment_folder(workspace),
                        now=now,
                        who=who,
                        progress=share,
                        base=base,
                    )
                taken += [(file, one) for one in found]
            except InputError as error:
                wrong.append((file, error))
        left = PanelPage(tuple(_rows(taken, wrong)))
        return TakenFiles(_sentence(taken, wrong), left)
    finally:
        made.extend(workspace.made)
        workspace.close()


def _sentence(taken: Sequence[tuple[Path, TakenIn]], wrong: Sequence[tuple[Path, InputError]]) -> str:
    counts = Counter(one.outcome for _, one in taken)
    said = counted(tr("{count} results taken in"), count=counts[Outcome.TAKEN])
    more = (
        (tr("{count} were there already"), counts[Outcome.ALREADY]),
        (tr("{count} results not taken in"), counts[Outcome.CONFLICT] + counts[Outcome.REFUSED]),
        (tr("{count} files not read"), len(wrong)),
    )
    return "; ".join([said, *(counted(text, count=count) for text, count in more if count)])


def _rows(taken: Sequence[tuple[Path, TakenIn]], wrong: Sequence[tuple[Path, InputError]]) -> Iterator[Row]:
    for file, error in wrong:
        yield _row(str(file), "", file, (say(error.message),))
    for file, one in taken:
        if one.outcome in _LEFT:
            yield _row(f"{file}:{one.order_id}", one.order_id, file, tuple(map(say, one.said)))


def _row(key: str, order_id: str, file: Path, said: tuple[str, ...]) -> Row:
    cells = (Cell(order_id), Cell(file.name), Cell(said[0] if said else "", RED, "\n".join(said)))
    return Row(key, cells, order_id, details=bullets(words([one]) for one in said))
