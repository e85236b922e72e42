"""Reading results back: one clear error for each way a file can be wrong."""

from __future__ import annotations

import json

import pytest

from summarizer.errors import InputError
from summarizer.render import parse_document, render
from tests.render.notes import note
from tests.render.pilots import pilots


def _changed(**changes: object) -> bytes:
    return json.dumps({**json.loads(str(render(pilots(), "json"))), **changes}).encode()


def test_reads_summary_and_note_with_or_without_mark() -> None:
    for document in (pilots(), note()):
        data = str(render(document, "json")).encode()
        assert parse_document(data, "x") == document
        assert parse_document(b"\xef\xbb\xbf" + data, "x") == document


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x.json: not JSON: Expecting value, line 1, column 1"),
        (b'{"kind":', "x.json: not JSON: Expecting value, line 1, column 9"),
        (b"\xff\xfe", "x.json: not UTF-8 at byte 0"),
        (b"[]", "x.json: not a JSON object"),
        (b'{"a": NaN}', "x.json: not JSON that can be read: NaN is not JSON"),
        (b"[" * 100_000, "x.json: not JSON that can be read"),
        (b"{}", "x.json: kind is None, not one of 'summary', 'brief'"),
        (b'{"kind": ["summary"]}', "x.json: kind is ['summary']"),
        (_changed(schema_version="1.0"), "x.json: schema version 1.0 is newer than 0.1"),
        (_changed(schema_version="9" * 5000 + ".0"), "x.json: schema version 9999"),
        (_changed(schema_version="x"), "x.json: /schema_version: String should match"),
        (_changed(gist=[{"text": "a"}]), "x.json: /gist/0/evidence: Field required"),
        (_changed(surprise=1), "x.json: /surprise: Extra inputs"),
    ],
)
def test_unusable_file_is_one_clear_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_document(data, "x.json")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 3
