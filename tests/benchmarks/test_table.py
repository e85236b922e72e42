"""The comparison table: every system on the same articles, from kept predictions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.table import TITLES, main
from tests.scoring.predictions import perfect

DEV = Path(__file__).parents[1] / "gold" / "dev.jsonl"
OURS, RULES = TITLES["ask"], TITLES["rules"]
LINES = [json.loads(line) for line in DEV.read_text("utf-8").splitlines()]


def _keep(runs: Path, system: str, articles: int, error: str | None = None) -> None:
    """A run of a system that finds everything in all but the last of its articles."""
    file = runs / system / "dev" / "predictions.jsonl"
    file.parent.mkdir(parents=True)
    found = [perfect(line) | {"run": {"key": "k", "seconds": 3.0}} for line in LINES[:articles]]
    if error:
        found[-1] = {"id": found[-1]["id"], "run": {"key": "k", "seconds": 3.0, "error": error}}
    file.write_text("\n".join(json.dumps(line) for line in found), "utf-8")


def _rows(text: str) -> dict[str, list[str]]:
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return {row[0]: row[1:] for row in rows}


def test_a_row_for_each_system(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _keep(tmp_path, "other", 12, error="it loops")
    _keep(tmp_path, "ask", 15)
    assert main([str(DEV), "--runs", str(tmp_path)]) == 0
    text = capsys.readouterr().out
    assert text.startswith("dev: 12 of 21 articles\n")
    rows = _rows(text)
    assert list(rows) == ["system", "---", OURS, RULES, "other"]
    assert rows[OURS][:2] == ["12", "1.00 ±0.00"]
    assert rows[OURS][-2:] == ["0", "3.0"]
    assert rows["other"][-2:] == ["1", "3.0"], "an article without an answer is told"
    assert rows[RULES][-2:] == ["0", "–"]
    assert rows[RULES][1].endswith("▼")
    assert rows[RULES][4].endswith("▼"), "more wrong speakers are worse"
    assert f"better or worse than {OURS} beyond noise" in text


def test_a_system_without_summaries_has_no_figure_for_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _keep(tmp_path, "silent", 3)
    file = tmp_path / "silent" / "dev" / "predictions.jsonl"
    lines = [json.loads(line) | {"summary": None} for line in file.read_text().splitlines()]
    file.write_text("\n".join(json.dumps(line) for line in lines))
    main([str(DEV), "--runs", str(tmp_path)])
    rows = _rows(capsys.readouterr().out)
    assert rows["system"][-3] == "ROUGE-1"
    assert rows["silent"][-3] == "–"
    assert rows[RULES][-3] != "–"


def test_rules_need_no_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(DEV), "--runs", str(tmp_path)]) == 0
    text = capsys.readouterr().out
    assert list(_rows(text)) == ["system", "---", RULES]
    assert "dev: 21 of 21 articles" in text
    assert "▲" not in text
    assert main([str(DEV), "--runs", str(tmp_path), "--short"]) == 0
    assert len(_rows(capsys.readouterr().out)[RULES]) == len(_rows(text)[RULES]) - 4


def test_what_cannot_be_read_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none.jsonl")]) == 3
    assert capsys.readouterr().err.startswith("cannot read ")
