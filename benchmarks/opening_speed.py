"""How fast a long report opens in Chromium: python -m benchmarks.opening_speed [ROUNDS].

An article of 12,000 words with 300 events, which rest on 300 sentences. Wall clock from the start
of the navigation until the load event, and until the first item has been clicked and its words
are lit; each round in a browser of its own. Needs the extra 'browser' and Debian's chromium.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from summarizer.render import render
from tests.render.conftest import FLAGS
from tests.render.long_story import long_summary

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

WORDS: Final = 12_000
ITEMS: Final = 300
PHONE: Final = 4
"""How many times slower a phone's processor is taken to be."""


def opened(playwright: Playwright, page_address: str, slower: int) -> tuple[float, float]:
    """Seconds until the load event, and until the first item that was clicked shows its words."""
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    began = time.perf_counter()
    page.goto(page_address, wait_until="load")
    loaded = time.perf_counter() - began
    page.click("#e1 .line")
    page.wait_for_selector("#article .lit")
    interactive = time.perf_counter() - began
    browser.close()
    return loaded, interactive


def main(rounds: int = 5) -> None:
    """Print the size of the file and what the rounds took."""
    from playwright.sync_api import sync_playwright

    html = str(render(long_summary(words=WORDS, items=ITEMS), "html"))
    print(f"{WORDS:,} words, {ITEMS} events: {len(html.encode()):,} bytes")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "long.html"
        path.write_text(html, encoding="utf-8")
        for name, slower in (("this machine", 1), (f"{PHONE} times slower", PHONE)):
            took = [opened(playwright, path.as_uri(), slower) for _ in range(rounds)]
            loaded, interactive = zip(*took, strict=True)
            print(
                f"{name}: load event {median(loaded):.2f} s (slowest {max(loaded):.2f}), "
                f"first item interactive {median(interactive):.2f} s"
                f" (slowest {max(interactive):.2f})"
            )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
