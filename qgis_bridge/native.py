# SPDX-License-Identifier: GPL-3.0-or-later
"""Keep the compiled libraries of Python wheels apart from those of QGIS.

The wheels of shapely, pyogrio and pyproj bring their own GEOS, GDAL and PROJ. In a program that is linked
with other versions of them, as QGIS is on Linux, the loader would resolve the wheels' calls to the program's
versions: functions answer differently and memory of one is freed by the other. ``RTLD_DEEPBIND`` makes each
wheel look into its own libraries first. It must be set when they are loaded, so this runs before anything
that imports them; where the flag does not exist (Windows, macOS) names are kept apart anyway.
"""

from __future__ import annotations

import os
import sys
import threading
from importlib import import_module
from importlib.util import find_spec

_WHEELS = ("shapely", "pyogrio", "pyproj")

# the flags are the process's: of two threads, the first to end would take them from the other half-way
_LOADING = threading.Lock()

# what pyproj keeps for each thread of the operating system
_PROJ_CONTEXTS: dict[int, object] = {}


def load_wheels_apart() -> None:
    """Import the wheels with their own libraries; those that are missing or already loaded are left alone."""
    if not hasattr(os, "RTLD_DEEPBIND"):
        return
    with _LOADING:
        before = sys.getdlopenflags()
        sys.setdlopenflags(before | os.RTLD_DEEPBIND)
        try:
            for name in _WHEELS:
                if name not in sys.modules and find_spec(name) is not None:
                    import_module(name)
        finally:
            sys.setdlopenflags(before)


def keep_projections() -> None:
    """Hold on to what pyproj has made for this thread; called at the end of all work in a worker thread.

    pyproj 3.7 remembers its context by the thread of the operating system, and frees it with the state that
    Python has of that thread. QGIS's pool keeps the former and ends the latter with every task: the next one
    would use memory that is gone, and crash QGIS.
    """
    context = sys.modules.get("pyproj._context")
    manager = getattr(context, "get_context_manager", lambda: None)()
    if manager is not None:
        _PROJ_CONTEXTS[threading.get_ident()] = manager
