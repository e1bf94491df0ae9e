#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Open QGIS Desktop with the plugin of this checkout and a demonstration project, in a profile of its own.
# Usage: scripts/gui.sh FOLDER [qgis options...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
project=$(realpath "$1")/regard.qgz
shift
profiles=$PWD/var/qgis

# QGIS loads a plugin under the name of its folder, which must be a Python name; the checkout's may not be.
mkdir -p var/plugins "$profiles/profiles/default/QGIS"
ln -sfn ../.. var/plugins/regard
settings=$profiles/profiles/default/QGIS/QGIS3.ini
[ -e "$settings" ] || printf '[PythonPlugins]\nregard=true\n' >"$settings"

.venv/bin/python scripts/guide.py >/dev/null
site_packages=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
export QGIS_PLUGINPATH=$PWD/var/plugins PYTHONPATH=$site_packages
# QGIS looks for its libraries beside the first python3 of the path, which pyenv or conda may have put there
PATH=/usr/bin:$PATH exec qgis --nologo --noversioncheck --profiles-path "$profiles" --project "$project" "$@"
