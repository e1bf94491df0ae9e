# SPDX-License-Identifier: GPL-3.0-or-later
"""Draw a workspace without a window.

``python -m regard.qgis_bridge.publish TARGET [--out DIR] [--lang fr|en]`` writes the styled project
(``regard.qgz``), the map with the day's tours (``map.png``) and the day sheet (``day_sheet.pdf``) beside the
workspace or into ``--out``. Bad input is one line on stderr and exit code 2, a failure exit code 1; a file is
put in place only once it is complete.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import NoReturn

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QLocale

from ..core.errors import Failure, InputError, RegardError
from ..planner.intake.order_sheet import order_sheet
from ..planner.orders_at_hand import orders_at_hand
from ..planner.plans.summary import day_summary
from ..planner.ports import Workspace
from ..store.workspaces import open_workspace
from ..workorders.orders import Priority
from .day_sheet import day_sheet
from .layers import open_layers, source_of
from .map_image import map_image
from .messages import install_translator, remove_translator, say
from .prints import export_image, export_pdf
from .project import fill_project
from .whole_file import put

_IMAGE_DPI = 130
_PAGE_DPI = 200
LOCALES = {"fr": "fr_FR", "en": "en_GB"}


def publish(workspace: Workspace, folder: Path) -> list[Path]:
    """Write the project, the map and the day sheet of a workspace into a folder; needs a running QGIS."""
    summary = day_summary(workspace)
    at_hand = orders_at_hand(workspace, summary.plan)
    emergencies = [order_sheet(workspace, o.order_id) for o in at_hand if o.priority is Priority.P1]
    project = QgsProject()
    layers = open_layers(workspace.url)
    writers: dict[str, Callable[[Path], None]] = {
        "regard.qgz": lambda path: _save(project, path),
        "map.png": lambda path: export_image(map_image(project, layers, summary), path, dpi=_IMAGE_DPI),
        "day_sheet.pdf": lambda path: export_pdf(
            day_sheet(project, layers, summary, emergencies), path, dpi=_PAGE_DPI
        ),
    }
    project.setFileName(str(folder / "regard.qgz"))
    fill_project(project, workspace.url, layers)
    try:
        for name, write in writers.items():
            put(folder / name, write)
        return [folder / name for name in writers]
    finally:
        layers.clear()
        project.clear()


def _save(project: QgsProject, path: Path) -> None:
    if not project.write(str(path)):
        raise Failure("print.not_written", file=str(path))


class _OneLineParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"error: {message}\n")


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _OneLineParser(
        prog="python -m regard.qgis_bridge.publish", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("target", help="workspace: a GeoPackage file or postgresql://…")
    parser.add_argument("--out", type=Path, help="folder to write to; beside the workspace if not given")
    parser.add_argument("--lang", default="fr", help="fr or en")
    return parser.parse_args(arguments)


def _folder(options: argparse.Namespace) -> Path:
    if options.out is None:
        is_file = source_of(options.target).provider == "ogr"
        return Path(options.target).resolve().parent if is_file else Path.cwd()
    with suppress(FileExistsError):
        options.out.mkdir(parents=True, exist_ok=True)
    if not options.out.is_dir():
        raise InputError("folder.not_one", found=str(options.out))
    return options.out.resolve()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parse(sys.argv[1:] if arguments is None else arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as profile:
        os.environ.setdefault("XDG_RUNTIME_DIR", profile)
        application = QgsApplication([], False, profile)
        application.initQgis()
        translator = install_translator(options.lang)
        try:
            return _run(options)
        except RegardError as error:
            sys.stderr.write(f"error: {say(error.message)}\n")
            return error.exit_code
        finally:
            remove_translator(translator)
            application.exitQgis()


def _run(options: argparse.Namespace) -> int:
    if options.lang not in LOCALES:
        raise InputError("language.unknown", found=options.lang, expected=", ".join(LOCALES))
    QLocale.setDefault(QLocale(LOCALES[options.lang]))
    with closing(open_workspace(options.target)) as workspace:
        for path in publish(workspace, _folder(options)):
            sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
