#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Run the tests in Debian 13 (QGIS 3.40, Python 3.13, numpy 2) whatever this machine is: build its root
# in a folder with debootstrap, clone the last commit into it, set it up as a user would, run the stages.
# Usage, as root: scripts/debian13.sh FOLDER [STAGE...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[ $# -ge 1 ] || { echo "usage: $0 FOLDER [STAGE...]" >&2; exit 2; }
[ "$(id -u)" -eq 0 ] || { echo "error: another root can be entered as root only" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "error: debootstrap is missing: apt-get install debootstrap" >&2; exit 2; }

root=$(realpath -m "$1")
stages=("${@:2}")
home=$root/srv/regard

[ -e "$root/etc/debian_version" ] || debootstrap --variant=minbase --include=ca-certificates,make trixie "$root"
# where to get packages from, and whom to trust, as this machine has it
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"

if [ -d "$home/.git" ]; then
    git -c safe.directory='*' -C "$home" fetch --quiet "$PWD" HEAD
    git -c safe.directory='*' -C "$home" checkout --quiet --force FETCH_HEAD
else
    git clone --quiet "$PWD" "$home"
fi

# the mounts are seen by what runs here alone, and end with it
export root
exec unshare --mount --pid --fork bash -euo pipefail -c '
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"
    exec chroot "$root" /usr/bin/env PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        bash -euo pipefail -c "cd /srv/regard; scripts/setup.sh test; .venv/bin/python scripts/run_tests.py $*"
' bash "${stages[@]}"
