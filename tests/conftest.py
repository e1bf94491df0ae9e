# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the checkout importable as ``regard`` whatever its folder is called; set how hard hypothesis tries."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

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

settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("soak", deadline=None, max_examples=2000)
settings.load_profile("soak" if os.environ.get("REGARD_SOAK") else "ci")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory):
    """Keep the networks that tests build out of the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REGARD_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def golden():
    """Return the module that writes the golden network."""
    path = ROOT / "tests" / "golden" / "golden_network.py"
    spec = importlib.util.spec_from_file_location("golden_network", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def golden_file(golden, tmp_path_factory):
    """Return a GeoPackage with the golden network as StaR-Eau tables."""
    return golden.write_golden_network(tmp_path_factory.mktemp("golden") / "golden.gpkg")


@pytest.fixture
def serve():
    """Start SMTP servers: call it with an inbox (``mail_server.Inbox``) for the port."""
    # only few tests send mail
    from regard.tests.unit.mail_server import Servers

    servers = Servers()
    yield servers
    servers.stop()
