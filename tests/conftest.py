# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the checkout importable as ``regard`` whatever its folder is called."""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def _alias_checkout(name="regard"):
    if name in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        name, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)


_alias_checkout()
