"""Ten times the summaries take no more memory, in whatever form they are exported."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.export_cost import FORMS, make, measure


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_memory_is_flat(form: str, tmp_path: Path) -> None:
    output, *more = FORMS[form]
    _, some = measure(make(tmp_path / "some.jsonl", 2_000), output, *more)
    _, every = measure(make(tmp_path / "every.jsonl", 20_000), output, *more)
    assert every - some < 50
