"""Pages opened in a browser, watched for anything a page of ours must not do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Request


class Window:
    """A browser's two tabs, with scripts and without, which all tests use in turn.

    A tab of its own would cost each test a second of work.
    """

    def __init__(self, browser: Browser) -> None:
        self.wrong: list[str] = []
        self._browser = browser
        self._tabs: dict[bool, Page] = {}

    def tab(
        self, *, width: int, height: int, scheme: Literal["light", "dark"], scripts: bool
    ) -> Page:
        """The tab as it was when it was new; motion is reduced: scrolling is done at once."""
        page = self._tabs.get(scripts) or self._watched(scripts)
        self._tabs[scripts] = page
        page.goto("about:blank")
        page.mouse.move(-1, -1)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="null", color_scheme=scheme, reduced_motion="reduce")
        page.context.clear_permissions()
        return page

    def _watched(self, scripts: bool) -> Page:
        page = self._browser.new_context(java_script_enabled=scripts).new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("dialog", self._refuse)
        page.on("request", self._request)
        return page

    def _request(self, request: Request) -> None:
        if not request.url.startswith(("file:", "data:image/svg+xml")):
            self.wrong.append(f"request: {request.url}")

    def _refuse(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()


class Opened:
    """Opens pages from disk and collects what goes wrong in them."""

    def __init__(self, window: Window, folder: Path) -> None:
        self.wrong = window.wrong
        self.wrong.clear()
        self._window = window
        self._folder = folder
        self._shown = 0

    def __call__(
        self,
        html: str,
        fragment: str = "",
        *,
        width: int = 1280,
        height: int = 800,
        scheme: Literal["light", "dark"] = "light",
        scripts: bool = True,
    ) -> Page:
        """The page at that size, in place of the one before."""
        page = self._window.tab(width=width, height=height, scheme=scheme, scripts=scripts)
        self.show(page, html, fragment)
        return page

    def show(self, page: Page, html: str, fragment: str = "") -> None:
        """Open another document in a page that is already watched."""
        self._shown += 1
        path = self._folder / f"page{self._shown}.html"
        path.write_text(html, encoding="utf-8")
        page.goto(f"{path.as_uri()}{fragment}")

    def close(self) -> None:
        """Fail on anything that went wrong."""
        assert self.wrong == []
