# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder of attachments: beside a workspace file, or where one is told to keep those of a server."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import Failure, InputError
from ..planner.ports import Workspace
from .whole_file import write_whole
from .workspaces import is_server

_SETTING, _VARIABLE = "files.folder", "REGARD_FILES"


@dataclass(frozen=True, slots=True)
class AttachmentFolder:
    """Implements ``planner.notices.attachments.Attachments``; without a root it takes no file."""

    root: Path | None

    @contextmanager
    def kept(self, files: Mapping[str, bytes]) -> Iterator[None]:
        """Keep files by their path in the folder; those that were not there go again when the block fails.

        ``InputError`` for no folder, or a path that leads out of it; ``Failure`` when it cannot be written.
        """
        if not files:
            yield
            return
        if self.root is None:
            raise InputError("notices.no_folder")
        places = {self._place(self.root, name): data for name, data in files.items()}
        new = [place for place, data in places.items() if not _holds(place, data)]
        try:
            for place in new:
                _make_folder(place.parent)
                write_whole(place, places[place])
            yield
        except BaseException:
            for place in new:
                place.unlink(missing_ok=True)
            raise

    def path_of(self, stored_as: str) -> Path | None:
        """Return where a kept file is, None where it is not."""
        place = None if self.root is None else self._place(self.root, stored_as)
        return place if place is not None and place.is_file() else None

    def contents(self, names: Iterable[str]) -> dict[str, bytes]:
        """Return the kept files of some paths; those that are not there, or cannot be read, are left out."""
        found = {}
        for name in names:
            place = self.path_of(name)
            with suppress(OSError):
                if place is not None:
                    found[name] = place.read_bytes()
        return found

    @staticmethod
    def _place(root: Path, name: str) -> Path:
        place = root / name
        if not place.resolve().is_relative_to(root.resolve()):
            raise InputError("archive.unsafe", file=root, found=name)
        return place


def attachment_folder(workspace: Workspace, given: Path | None = None) -> AttachmentFolder:
    """Return the folder given, else the one beside a workspace file.

    One on a server has the folder that everybody reaches, as ``share_folder`` keeps it; where a machine
    reaches it by another path, the variable ``REGARD_FILES`` says so. Told nowhere, it takes no file.
    """
    if given is not None:
        return AttachmentFolder(given)
    if is_server(workspace.url):
        told = os.environ.get(_VARIABLE) or workspace.setting(_SETTING)
        return AttachmentFolder(Path(told) if told else None)
    path = Path(workspace.url)
    return AttachmentFolder(path.with_name(f"{path.stem}_files"))


def share_folder(workspace: Workspace, folder: Path) -> Path:
    """Keep which folder the attachments of a workspace on a server lie in, for everybody who opens it.

    ``InputError`` for a workspace in a file, which has its own beside it, and for a folder that is none.
    """
    if not is_server(workspace.url):
        raise InputError("files.beside", target=workspace.url, folder=attachment_folder(workspace).root)
    if not folder.is_dir():
        raise InputError("files.no_folder", found=folder)
    workspace.set_setting(_SETTING, str(folder.resolve()))
    return folder.resolve()


def _holds(place: Path, data: bytes) -> bool:
    try:
        return place.read_bytes() == data
    except OSError:
        return False


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure("file.unwritable", file=folder, reason=error.strerror or error) from error
