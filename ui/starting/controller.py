# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the first window: greets once, looks at what is chosen in a task, opens it or says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.errors import RegardError
from ...core.progress import Progress
from ...qgis_bridge.leftovers import profile_folder
from ...qgis_bridge.messages import tr
from ...qgis_bridge.stored_logins import login_of_qgis, unlock
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from . import settings
from .dialog import StartDialog
from .opening import GONE, OLDER, bring_up, build_town, copy_town, look_at, read_ahead, trouble
from .server_dialog import ServerDialog
from .wizard import WorkspaceWizard

if TYPE_CHECKING:
    from ...store.migrations import Migration

PLUGIN = Path(__file__).resolve().parents[2]
CARRIED_TOWN = PLUGIN / "resources" / "town" / "town.gpkg"
EXTRACT = PLUGIN / "var" / "osm" / "monaco.osm.pbf"


class StartController:
    """Owns the first window; ``dialog`` exists between ``load`` and ``unload``.

    ``is_checked`` is False where the libraries that read a workspace are missing: it is shown unseen then.
    """

    def __init__(
        self,
        iface: QgisInterface,
        project: QgsProject,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        workspaces: WorkspaceController,
        *,
        is_checked: bool = True,
        carried_town: Path = CARRIED_TOWN,
        extract: Path = EXTRACT,
    ) -> None:
        self._iface = iface
        self._project = project
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._workspaces = workspaces
        self._is_checked = is_checked
        self.carried_town = carried_town
        self.extract = extract
        self._offered: Callable[[], None] | None = None
        self._greeting: QTimer | None = None
        self.dialog: StartDialog | None = None

    def load(self) -> None:
        """Make the window; it shows itself once, when the plugin is new to this user."""
        from ...store.credentials import add_keeper

        add_keeper(login_of_qgis)
        window = self._iface.mainWindow()
        self.dialog = StartDialog(self._jobs, window)
        self.dialog.demo_asked.connect(self.open_demo)
        self.dialog.file_asked.connect(self.ask_for_file)
        self.dialog.new_asked.connect(self.make_new)
        self.dialog.server_asked.connect(self.ask_for_server)
        self.dialog.chosen.connect(self.open)
        self.dialog.offer_taken.connect(self._take_offer)
        self._state.workspace_changed.connect(self._on_workspace_changed)
        self._greeting = QTimer(self.dialog)
        self._greeting.setSingleShot(True)
        self._greeting.timeout.connect(self._greet)
        # a plugin that is switched on later hears no more of QGIS's own start
        if window.isVisible():
            self._greeting.start(0)
        else:
            self._iface.initializationCompleted.connect(self._greeting.start)

    def unload(self) -> None:
        """Close the window for good."""
        from ...store.credentials import remove_keeper

        self._greeting.stop()
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self.dialog.close()
        self.dialog.deleteLater()
        self.dialog = self._greeting = self._offered = None
        remove_keeper(login_of_qgis)

    def begin(self) -> None:
        """Show what can be begun."""
        self.dialog.show_recent(settings.recent_workspaces())
        if not self.dialog.progress.is_busy:
            self.dialog.tell("")
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def ask_for_file(self) -> None:
        """Let the user choose a workspace file, and open it."""
        path, _ = QFileDialog.getOpenFileName(
            self.dialog, tr("Open a workspace"), "", tr("Workspaces (*.gpkg)")
        )
        if path:
            self.open(path)

    def ask_for_server(self) -> None:
        """Let the user choose a workspace of a server that QGIS has a connection to, and open it."""
        self.begin()
        self._ask_server(self.open, is_for_new=False, parent=self.dialog)

    def make_new(self) -> None:
        """Lead through making a workspace, and open it."""
        self.wizard = WorkspaceWizard(
            self._project,
            self._jobs,
            self._reporter,
            ask_server=lambda told: self._ask_server(told, is_for_new=True, parent=self.wizard),
            parent=self._iface.mainWindow(),
        )
        self.wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.wizard.made.connect(self._show)
        self.dialog.close()
        self.wizard.show()

    def _ask_server(self, told: Callable[[str], None], *, is_for_new: bool, parent: QWidget) -> None:
        self.server = ServerDialog(
            self._iface, self._jobs, self._reporter, is_for_new=is_for_new, parent=parent
        )
        self.server.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.server.chosen.connect(told)
        self.server.open()

    def open(self, url: str) -> None:
        """Look at a workspace and show it; what is wrong is said in the first window, with what to do."""
        if not self._is_checked:
            self._show(url)
            return
        if "authcfg=" in url and not unlock():
            self.begin()
            self.dialog.tell(tr("Without the master password of QGIS nobody can be logged in."))
            return
        self._work(tr("Opening {name}").format(name=url), lambda _: look_at(url), self._show, url)

    def open_demo(self) -> None:
        """Open the demonstration town: this checkout's, this user's, the plugin's, or one that is built."""
        own = profile_folder() / "demo"
        project, built = self._workspaces.demo / "regard.qgz", self._workspaces.demo / "town.gpkg"
        if project.exists():
            self._iface.addProject(str(project))
            self.dialog.close()
        elif built.exists():
            self.open(str(built))
        elif (own / "town.gpkg").exists():
            self.open(str(own / "town.gpkg"))
        elif self.carried_town.exists():
            carried, town = self.carried_town, own / "town.gpkg"
            self._work(tr("Copying the demo town"), lambda _: copy_town(carried, town), self._show, str(town))
        elif self.extract.exists():
            self._build_town(self.extract, own)
        else:
            self._offer_extract(own)

    def _offer_extract(self, folder: Path) -> None:
        self._offered = lambda: self._ask_for_extract(folder)
        self.begin()
        self.dialog.tell(
            tr(
                "This copy of Regard carries no demo town. It can be built from an OpenStreetMap extract of "
                "a small town (.osm.pbf, a few square kilometres); it takes about a minute."
            ),
            offer=tr("Choose an extract…"),
        )

    def _ask_for_extract(self, folder: Path) -> None:
        kinds = tr("OpenStreetMap extracts (*.osm.pbf *.osm)")
        path, _ = QFileDialog.getOpenFileName(self.dialog, tr("OpenStreetMap extract"), "", kinds)
        if path:
            self._build_town(Path(path), folder)

    def _build_town(self, extract: Path, folder: Path) -> None:
        def work(progress: Progress) -> str:
            return build_town(extract, folder, progress)

        self._work(tr("Building the demo town"), work, self._show, str(folder / "town.gpkg"))

    def _work(
        self, title: str, work: Callable[[Progress], object], done: Callable[..., None], url: str
    ) -> None:
        if self.dialog.progress.is_busy:
            return
        self.begin()
        self.dialog.set_choosable(is_choosable=False)
        self.dialog.progress.start(
            title,
            work,
            succeeded=lambda found: (self.dialog.set_choosable(is_choosable=True), done(found)),
            failed=lambda error: self._on_failed(error, url),
            cancelled=self._on_cancelled,
        )

    def _show(self, url: str) -> None:
        self.dialog.close()
        self._workspaces.open(url)

    def _on_failed(self, error: Exception, url: str) -> None:
        self.dialog.set_choosable(is_choosable=True)
        if not isinstance(error, RegardError):
            self.dialog.tell(tr("It could not be opened."))
            self._reporter.error(error)
            return
        if error.message.code == GONE:
            settings.forget_workspace(url)
            self.dialog.show_recent(settings.recent_workspaces())
        is_older = error.message.code in OLDER
        self._offered = (lambda: self._bring_up(url)) if is_older else None
        self.dialog.tell(trouble(error, url), offer=tr("Bring it up to date") if is_older else "")

    def _bring_up(self, url: str) -> None:
        def done(migration: Migration) -> None:
            self._show(url)
            kept = tr("The workspace is up to date.")
            if migration.backup is not None:
                kept = tr("The workspace is up to date; as it was, it is kept in {file}.")
            self._reporter.info(kept.format(file=migration.backup))

        self._work(tr("Bringing the workspace up to date"), lambda _: bring_up(url), done, url)

    def _on_cancelled(self) -> None:
        self.dialog.set_choosable(is_choosable=True)
        self.dialog.tell(tr("Cancelled: nothing was changed."))

    def _take_offer(self) -> None:
        if self._offered is not None:
            self._offered()

    def _on_workspace_changed(self) -> None:
        if self._state.url:
            settings.remember_workspace(self._state.url)

    def _greet(self) -> None:
        """Do what the user wants at the start, unless a workspace is open already."""
        if self._state.url:
            return
        if self._is_checked:
            self._jobs.start(
                tr("Loading libraries"),
                lambda _: read_ahead(),
                succeeded=lambda _: None,
                failed=self._reporter.error,
            )
        wanted, recent = settings.opened_at_start(), settings.recent_workspaces()
        if wanted == "last" and recent:
            self.open(recent[0])
        elif wanted == "ask" or not settings.was_greeted():
            settings.note_greeted()
            self.begin()
