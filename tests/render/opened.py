"""Pages opened in a browser, watched for anything a page of ours must not do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request


class Opened:
    """Opens pages from disk and collects what goes wrong in them."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self.contexts: list[BrowserContext] = []
        self.wrong: list[str] = []
        self.shown = 0

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
        """The page at that size; motion is reduced, so that scrolling is done at once."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self._refuse(f"dialog: {dialog.message}", dialog.dismiss))
        page.on("request", self._request)
        self.show(page, html, fragment)
        return page

    def show(self, page: Page, html: str, fragment: str = "") -> None:
        """Open another document in a page that is already watched."""
        self.shown += 1
        path = self.folder / f"page{self.shown}.html"
        path.write_text(html, encoding="utf-8")
        page.goto(f"{path.as_uri()}{fragment}")

    def close(self) -> None:
        """Close what is open, then fail on anything that went wrong."""
        for context in self.contexts:
            context.close()
        assert self.wrong == []

    def _request(self, request: Request) -> None:
        if not request.url.startswith(("file:", "data:image/svg+xml")):
            self.wrong.append(f"request: {request.url}")

    def _refuse(self, what: str, dismiss: object) -> None:
        self.wrong.append(what)
        if callable(dismiss):
            dismiss()
