# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the golden week, opened in a real Chromium without a screen."""

import shutil
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import sync_playwright
from regard.cli.main import main
from regard.tests.unit.planner.figures.shared.conftest import golden_week, workspace

__all__ = ["golden_week", "workspace"]

# no request to anybody: Chromium asks its maker for news when it starts
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture
def new_url(tmp_path):
    """Return the path of a workspace that does not exist yet."""
    return str(tmp_path / "town.gpkg")


@pytest.fixture(scope="session")
def chromium():
    """Return a browser; the run fails without one."""
    path = shutil.which("chromium")
    assert path, "no chromium: run scripts/setup.sh test"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page with what went wrong in it and whatever it asked for."""

    page: object
    errors: list = field(default_factory=list)
    asked: list = field(default_factory=list)


@pytest.fixture
def report(golden_week, tmp_path, chromium):
    """Return a function that writes the page of week 23 by the command and opens it."""
    url = golden_week.url
    contexts = []

    def report(*, language="en", scheme="light", now="2026-06-08 08:00"):
        path = tmp_path / f"week-{language}.html"
        code = main(
            [
                *("report", url, "--week", "2026-W23", "--html", str(path), "--lang", language),
                *("--now", now),
            ]
        )
        assert code == 0
        context = chromium.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("console", lambda message: opened.errors.append(message.text))
        opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
        opened.page.on("request", lambda request: opened.asked.append(request.url))
        opened.page.goto(path.as_uri())
        return opened

    yield report
    for context in contexts:
        context.close()
