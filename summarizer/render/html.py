"""One self-contained page: no network, nothing that runs but the script shipped here."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from summarizer.render.notepage import page_of
from summarizer.render.report import report_on
from summarizer.safe import one_line, visible, web_address
from summarizer.schema import ArticleSummary, BriefingNote

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES: Final = files("summarizer.render") / "templates"


def as_html(document: ArticleSummary | BriefingNote) -> str:
    """The report on a summary, or the page of a note."""
    if isinstance(document, BriefingNote):
        return page("brief", note_page=page_of(document))
    return page("report", script=_asset("report.js"), report=report_on(document))


def page(name: str, *, script: str = "", **shown: object) -> str:
    """The page that `NAME.html` makes of what is shown, in the style of `base.css` and `NAME.css`.

    All that is shown is escaped; its hidden characters become visible.
    """
    style = _asset("base.css") + _asset(f"{name}.css")
    template = _environment().get_template(f"{name}.html")
    written = template.render(style=style, script=script, policy=_policy(style, script), **shown)
    return written.strip("\n") + "\n"


def _policy(style: str, script: str) -> str:
    """The page may use exactly this style and this script, and load nothing."""
    directives = (
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        f"script-src '{_digest(script)}'" if script else "script-src 'none'",
        "img-src data:",  # the icon in the page's own head
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    )
    return "; ".join(directives)


def _digest(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    def finalize(value: object) -> object:
        """Make hidden characters visible in whatever a template prints, but for our own files."""
        return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["asset"] = Markup  # our own style and script, and nothing else
    environment.filters["one_line"] = one_line
    environment.filters["web_address"] = web_address
    return environment
