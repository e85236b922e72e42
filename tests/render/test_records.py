"""JSON and JSONL: the same data back, whatever characters it holds."""

from __future__ import annotations

import pytest

from summarizer.render import parse_document, render
from tests.render.hostile import hostile
from tests.render.pilots import pilots


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("payload", ["\x1b[2J\u202e", "\u2028\x85\U000e0041", "[\n 1,\n 2\n]"])
def test_data_comes_back_exactly(form: str, payload: str) -> None:
    for summary in (pilots(), hostile(payload)):
        written = str(render(summary, form))
        assert parse_document(written.encode(), "x.json") == summary


def test_json_is_indented_with_spans_on_one_line() -> None:
    written = str(render(pilots(), "json"))
    assert written.startswith('{\n  "kind": "summary",\n  "schema_version": "0.1",\n')
    assert written.endswith("}\n")
    assert not written.endswith("\n\n")
    assert '"boilerplate": [7],' in written
    assert "      [0, 51],\n" in written
    assert "“We will not sail tired,”" in written


def test_jsonl_is_one_line() -> None:
    written = str(render(hostile("a\u2028b\x85c\nd"), "jsonl"))
    assert written.splitlines() == [written[:-1]]
