"""One headless browser for all tests of the page; they are skipped where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.render import render
from tests.render.opened import Opened, Window
from tests.render.pilots import pilots

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="package")  # Playwright's event loop runs as long as it lives
def window() -> Iterator[Window]:
    """Debian's chromium, driven by Playwright."""
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is missing: pip install -e '.[browser]'"
    )
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is missing: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield Window(browser)
        browser.close()


@pytest.fixture
def open_page(window: Window, tmp_path: Path) -> Iterator[Opened]:
    """Opens pages from disk; fails if one runs an error, prints one or asks the network."""
    opened = Opened(window, tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def report() -> str:
    """The page of the pilots' story."""
    return str(render(pilots(), "html"))
