"""The files of a batch: nothing but what was named is ever written."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.batch.lines import LineFile
from summarizer.errors import OutputError

LINE = b'{"kind":"summary"}\n'


def test_a_link_in_place_of_what_is_being_rewritten_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    output = tmp_path / "out.jsonl"
    output.write_bytes(LINE)
    file = LineFile.open(output, LINE[:5])
    tmp_path.joinpath(".out.jsonl.rewritten").symlink_to(victim)
    with pytest.raises(OutputError, match="cannot write"):
        file.rewrite([LINE])
    file.close()
    assert victim.read_text() == "precious"
    assert output.read_bytes() == LINE
