"""Any text at all in every field: each format is written, and nothing hidden is in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.render import FORMATS, parse_document, render
from summarizer.safe import visible
from tests.render.hostile import hostile

WRITTEN = [name for name in FORMATS if name != "docx"]
ODD = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<&\"'`[]*\\\x1b\u202e\n"))


@pytest.mark.parametrize("form", WRITTEN)
@settings(max_examples=60, deadline=None)
@given(payload=ODD.filter(bool))
def test_every_format_takes_any_text(form: str, payload: str) -> None:
    summary = hostile(payload)
    written = str(render(summary, form))
    assert visible(written) == written
    if form in {"json", "jsonl"}:
        assert parse_document(written.encode(), "x") == summary
