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
    style, script = _asset("report.css"), _asset("report.js")
    if isinstance(document, BriefingNote):
        template = _environment().get_template("brief.html")
        page = template.render(page=page_of(document), style=style, policy=_policy(style))
    else:
        template = _environment().get_template("report.html")
        policy = _policy(style, script)
        page = template.render(
            report=report_on(document), style=style, script=script, policy=policy
        )
    return page.strip("\n") + "\n"


def _policy(style: str, script: str | None = None) -> str:
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
    environment.filters["asset"] = Markup  # the two files above, and nothing else
    environment.filters["one_line"] = one_line
    environment.filters["web_address"] = web_address
    return environment
