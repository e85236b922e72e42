"""Take the picture of a report that the README shows.

    python scripts/picture.py examples/water-talks.html#e1 docs/report.png

Needs the extra 'browser' and Debian's chromium.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def main(page_and_item: str, picture: str) -> None:
    """Open the page at the item, with its evidence lit, and save what is seen."""
    name, _, item = page_and_item.partition("#")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context(
            viewport={"width": 1280, "height": 800},
            device_scale_factor=1.5,
            color_scheme="light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto(Path(name).resolve().as_uri() + (f"#{item}" if item else ""))
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:3])
