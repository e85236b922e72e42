"""Markdown: text of strangers stays text in every dialect; the layout is ours."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarizer.render import render
from summarizer.render.markdown import escape
from summarizer.safe import one_line
from tests.render.hostile import hostile
from tests.render.pilots import pilots

ACTIVE = "ab1 \\`*_{}[]()<>#+-.!|~&;:/$=^\"'"


def _inline(markdown: str) -> list[Token]:
    """What a parser makes of a text that must be one paragraph."""
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(markdown)
    assert all(t.type in {"paragraph_open", "inline", "paragraph_close"} for t in tokens), tokens
    return [child for token in tokens for child in token.children or []]


@given(st.text(alphabet=st.sampled_from(ACTIVE), min_size=1, max_size=30))
def test_every_character_is_literal(text: str) -> None:
    pieces = _inline(escape(text))
    assert all(piece.type in {"text", "text_special"} for piece in pieces)
    assert "".join(piece.content for piece in pieces) == one_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        "<http://a>",
        "[a](javascript:x)",
        "[a]: /x",
        "![a](b)",
        "```\n~~~",
        "# a",
        "1. a",
        "2031) a",
        "- a",
        "> a",
        "***",
        "===",
        "| a |\n|---|\n| b |",
        "&lt;b&gt;",
        "\ta",
    ],
)
def test_markup_is_literal(text: str) -> None:
    assert "".join(piece.content for piece in _inline(escape(text))) == one_line(text)


def test_ordinary_text_needs_no_escapes() -> None:
    text = "The U.S. paid $5 million (6%) on June 3 & “left” - 3 + 4 = 7!"
    assert escape(text) == text


def test_summary_reads_as_expected() -> None:
    linked = str(render(pilots(), "markdown"))
    assert "[[4]](<https://courier.example/pilots#:~:text=%E2%80%9CWe%20will" in linked
    written = re.sub(
        r"\[(\[\d+\])\]\(<https://courier\.example/pilots#:~:text=\S+>\)", r"\1", linked
    )
    assert written.startswith(
        "# Harbour pilots in Lunde halt work over night shifts [1]\n\n"
        "Coast Courier · Ida Storm · 2032-03-04 · <https://courier.example/pilots>\n\n"
        "Harbour pilots in Lunde walked out, leaving 14 ships at anchor. [2]\n"
    )
    assert "- **Mara Venn** — chairs the Guild · person [4]\n" in written
    assert (
        "- **Mara Venn**\n"
        "  > said [4] “We will not sail tired,” said Mara Venn, who chairs the Guild.\n"
    ) in written
    assert (
        "- **Tomas Quill → the walkout: against** — Tomas Quill called the walkout reckless\n"
        "  > [5] Port director Tomas Quill called the walkout reckless and rejected the Guild's "
        "demand.\n"
    ) in written
    assert "unsure: margin 0.07" in written
    assert "margin 0.83" not in written
    assert (
        "- **2032-03-08** — *planned*: The transport ministry of Orland plans to send a mediator"
        " · “March 8” · consult, third-party · transport ministry of Orland · Orland\n"
    ) in written
    assert "'Port Lunde' is not in the text" in written
    assert "1 of 10 sentences cited by nothing: 9" in written
    assert "local · plan draft · 1,200 tokens in, 480 out, 3 calls · 31 s" in written


@pytest.mark.parametrize(
    "payload",
    ["<img src=x onerror=alert(1)>", "\x1b[31m\u202e", "](http://evil.example)", "`x`\n# y\n- z"],
)
def test_no_field_gets_through(payload: str) -> None:
    written = str(render(hostile(payload), "markdown"))
    tokens = MarkdownIt("commonmark").parse(written)
    inline = [child for token in tokens for child in token.children or []]
    kinds = {token.type for token in tokens + inline}
    assert not kinds & {"html_inline", "html_block", "link_open", "image", "code_inline", "fence"}
    assert sum(token.type == "heading_open" for token in tokens) == 6
    assert not set(written) & set("\x1b\u202e")
