"""Take the pictures of a report and of a brief that the README shows.

    python scripts/picture.py examples/bus-strike.summary.html#positions docs/report.png s2
    python scripts/picture.py examples/brief/note.html docs/brief.png

Needs the extra 'browser' and Debian's chromium.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def main(page_and_place: str, picture: str, item: str | None = None) -> None:
    """Open the page at a place, choose the item so that its words light up, save what is seen."""
    name, _, place = page_and_place.partition("#")
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
        page.goto(Path(name).resolve().as_uri() + (f"#{place}" if place else ""))
        if item is not None:
            page.click(f"#{item} .line")
            page.mouse.move(0, 0)
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:4])
