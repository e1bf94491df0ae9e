#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Build the demonstration town in a folder, plan its day, draw it with QGIS, and print the day's summary.
# Usage: scripts/demo.sh FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$1
extract=var/osm/monaco.osm.pbf

.venv/bin/python scripts/fetch_extract.py "$extract"
.venv/bin/regard demo build "$folder" --osm "$extract"
QT_QPA_PLATFORM=offscreen .venv/bin/python -m regard.qgis_bridge.publish "$folder/town.gpkg"
.venv/bin/regard summary "$folder/town.gpkg"
printf '\nWritten in %s:\n' "$folder"
(cd "$folder" && find . -maxdepth 1 -type f -printf '  %f  (%k kB)\n' | sort)
