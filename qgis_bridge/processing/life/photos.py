# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:orderphoto``: a photo that is kept with an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFile

from ...messages import tr
from ..inputs import ORDER, Given, Inputs, Results, changed_order_inputs, now_input, text_result
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....store.workspace import SqlWorkspace

FILE, PHOTO = "FILE", "PHOTO"


class AttachPhoto(UseCase):
    """Keeps the file beside the workspace, and writes that it is there in one journaled command."""

    key = "orderphoto"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Keep a photo with an order"), tr(
            "Keeps a photo (JPEG, PNG) with an order; its dossiers show it. The same one twice changes "
            "nothing."
        )

    def inputs(self) -> Inputs:
        """Yield the order and the photo."""
        yield from changed_order_inputs(tr("The number of the order."))
        yield QgsProcessingParameterFile(FILE, tr("Photo")), tr("The file, JPEG or PNG.")
        yield now_input(tr("When it was received. Empty: now."))

    def results(self) -> Results:
        """Yield the photo."""
        yield text_result(PHOTO, tr("Id of the photo"))

    def act(self, given: Given, workspace: SqlWorkspace) -> Outcome:
        """Keep it."""
        from ....planner.notices.photos import attach_photo
        from ....store.attachment_folder import attachment_folder
        from ....store.handed_files import read_bytes

        file = given.file(FILE)
        kept = attach_photo(
            workspace,
            given.text(ORDER),
            read_bytes(file, given.rules(workspace).teleservice),
            file=file.name,
            day=given.now.date(),
            attachments=attachment_folder(workspace),
            who=self.who(),
        )
        return Outcome(values={PHOTO: kept.file_id})
