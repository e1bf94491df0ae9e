#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prepare this checkout: the system packages that are missing (apt), then .venv with Regard and its tools.
# Usage: scripts/setup.sh demo|test
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# proj-bin: the distribution's pyproj, seen from a venv, finds its data through the proj command.
packages=(qgis python3-qgis python3-venv git xvfb xauth fonts-dejavu-core proj-bin)
if [ "${1:-demo}" = test ]; then
    packages+=(postgresql-common postgresql-postgis postgresql-postgis-scripts)
    # Ubuntu has Chromium as a snap only, which neither containers nor this script can install.
    grep -q '^ID=ubuntu' /etc/os-release || packages+=(chromium)
fi

say() { printf 'set-up: %s\n' "$*"; }

missing_packages() {
    comm -13 <(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${packages[@]}" 2>/dev/null |
        awk '$2 == "installed" { print $1 }' | sort) <(printf '%s\n' "${packages[@]}" | sort)
}

# Run a command quietly; show what it said only if it fails.
quietly() {
    mkdir -p var
    "$@" >var/setup.log 2>&1 || { cat var/setup.log >&2; say "failed: $*" >&2; exit 1; }
}

install_system_packages() {
    local missing as_root=()
    mapfile -t missing < <(missing_packages)
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null || ! { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
            say "system packages are missing and this user may not install them; as root, run:" >&2
            printf '    apt-get update && apt-get install --no-install-recommends %s\n' "${missing[*]}" >&2
            exit 2
        fi
        as_root=(sudo)
    fi
    say "installing ${missing[*]}"
    quietly "${as_root[@]}" apt-get update -q
    quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# QGIS' own Python libraries are built for one major version of numpy, and another beside them breaks it.
constraints_for_system_numpy() {
    case $(/usr/bin/python3 -c 'import numpy; print(numpy.__version__)') in
        1.*) echo constraints.txt ;;
        *) echo /dev/null ;;
    esac
}

install_python_packages() {
    local place contents constraints stamp=.venv/set-up
    constraints=$(constraints_for_system_numpy)
    place="$(/usr/bin/python3 --version) in $PWD"
    contents=$(cat pyproject.toml "$constraints" scripts/setup.sh | sha256sum)
    [ "$(cat "$stamp" 2>/dev/null)" != "$place"$'\n'"$contents" ] || return 0
    # Scripts of a venv name its folder: one that was moved, or made by another Python, starts afresh.
    if [ -e "$stamp" ] && [ "$(head -n 1 "$stamp")" != "$place" ]; then rm -rf .venv; fi
    say "installing the Python packages into .venv"
    [ -x .venv/bin/pip ] || quietly /usr/bin/python3 -m venv --system-site-packages .venv
    quietly .venv/bin/python -m pip install --quiet --progress-bar off \
        --constraint "$constraints" --editable '.[dev]'
    printf '%s\n%s\n' "$place" "$contents" >"$stamp"
}

if ! command -v apt-get >/dev/null; then
    say "this needs Debian 12 or later, or Ubuntu 24.04 or later (apt-get was not found)" >&2
    exit 2
fi
install_system_packages
install_python_packages
