"""`summarizer eval`."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

import summarizer.pipeline
from summarizer.article import Article
from summarizer.cli.eval import eval_command
from summarizer.errors import InputError, OutputError
from summarizer.schema import ArticleSummary
from summarizer.settings import Settings
from tests.evaluation.made import empty_summary
from tests.scoring.predictions import perfect

DEV = Path(__file__).parents[1] / "gold" / "dev.jsonl"


def _eval(*arguments: str | Path) -> Result:
    app = typer.Typer(rich_markup_mode=None)
    app.command()(eval_command)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def perfect_run(tmp_path: Path) -> Path:
    path = tmp_path / "perfect.jsonl"
    lines = [perfect(json.loads(line)) for line in DEV.read_text("utf-8").splitlines()]
    path.write_text("\n".join(json.dumps(line) for line in lines))
    return path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """A pipeline that finds nothing; the settings it was opened with."""
    settings_seen: list[Settings] = []

    class Nothing:
        async def summarize(self, article: Article) -> ArticleSummary:
            return empty_summary(article)

    @asynccontextmanager
    async def open_nothing(settings: Settings, **_: Any) -> AsyncIterator[Nothing]:
        settings_seen.append(settings)
        yield Nothing()

    monkeypatch.setattr(summarizer.pipeline, "open_summarizer", open_nothing)
    return settings_seen


def test_predictions_are_scored_without_a_model(perfect_run: Path, opened: list[Settings]) -> None:
    result = _eval(DEV, "--predictions", perfect_run, "--floor", "events.f1=1")
    assert result.exit_code == 0, result.output
    assert "| actors | f1 | 1.000 | 1.000 – 1.000 |" in result.stdout
    assert opened == []


def test_under_a_floor_it_ends_in_one_with_the_report(perfect_run: Path) -> None:
    result = _eval(DEV, "--predictions", perfect_run, "--floor", "summary.new_numbers=0.2")
    assert result.exit_code == 0, result.output
    part = perfect_run.with_name("part.jsonl")
    part.write_text("\n".join(perfect_run.read_text().split("\n")[::4]))
    result = _eval(DEV, "--predictions", part, "--floor", "actors.f1=0.9")
    assert result.exit_code == 1
    assert "**fails**" in result.stdout
    worse = _eval(DEV, "--predictions", part, "--against", perfect_run, "--no-worse")
    assert worse.exit_code == 1
    better = _eval(DEV, "--predictions", perfect_run, "--against", part, "--no-worse")
    assert better.exit_code == 0, better.output


def test_a_run_is_kept_and_taken_up(tmp_path: Path, opened: list[Settings]) -> None:
    runs = tmp_path / "runs"
    command = (DEV, "--model", "local", "--plan", "draft", "--limit", "2", "--runs", runs)
    first = _eval(*command, "--report", "json")
    assert first.exit_code == 0, first.output
    said = json.loads(first.stdout)
    assert said["articles"] == 2
    assert said["identity"]["model"] == "local"
    assert said["identity"]["plan"] == "draft"
    assert said["spending"]["seconds"] == 2.0
    assert "[1/2] ar-nahr\n" in first.stderr
    assert "[2/2] cup-final, about 0 s left\n" in first.stderr
    assert [settings.model for settings in opened] == ["local"]
    second = _eval(*command, "--against", runs)
    assert second.exit_code == 0, second.output
    assert len(opened) == 1, "nothing was left to read"
    assert "Changes are against" in second.stdout


def test_several_sets_in_one_command(tmp_path: Path, opened: list[Settings]) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(DEV.read_text("utf-8").split("\n")[0], "utf-8")
    result = _eval(DEV, other, "--model", "local", "--limit", "1", "--runs", tmp_path / "runs")
    assert result.exit_code == 0, result.output
    assert "# Evaluation on dev.jsonl" in result.stdout
    assert "# Evaluation on other.jsonl" in result.stdout
    assert len(opened) == 1, "one model for all sets"
    assert sorted(path.name for path in (tmp_path / "runs").iterdir()) == ["dev", "other"]


def test_the_table_has_a_row_for_each_set(tmp_path: Path, perfect_run: Path) -> None:
    runs = tmp_path / "found"
    for name in ("dev", "other"):
        (runs / name).mkdir(parents=True)
        (runs / name / "predictions.jsonl").write_text(perfect_run.read_text())
    other = tmp_path / "other.jsonl"
    lines = [json.loads(line) for line in DEV.read_text("utf-8").splitlines()]
    bare = [{**line, "gold": {"actors": line["gold"]["actors"]}} for line in lines[:3]]
    other.write_text("\n".join(json.dumps(line) for line in bare))
    result = _eval(DEV, other, "--predictions", runs, "--report", "table")
    assert result.exit_code == 0, result.output
    heads, _, dev, bare_row = result.stdout.splitlines()
    assert heads.startswith("| set | articles | actors F1 | actors P | speakers R |")
    assert dev.startswith("| dev | 21 | 1.00 ±0.00 | 1.00 ±0.00 | 1.00 ±0.00 | 0.00 ±0.00 |")
    assert bare_row.startswith("| other | 3 | 1.00 ±0.00 | 1.00 ±0.00 | – | – | – |")
    assert len({line.count("|") for line in (heads, dev, bare_row)}) == 1


def test_the_report_goes_to_a_file(tmp_path: Path, perfect_run: Path) -> None:
    page = tmp_path / "report.html"
    result = _eval(DEV, "--predictions", perfect_run, "--report", "html", "-o", page)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    failed = _eval(DEV, "--predictions", perfect_run, "-o", tmp_path)
    assert isinstance(failed.exception, OutputError)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--report", "xml"),
        ("--no-worse",),
        (DEV,),
        ("--limit", "0"),
    ],
)
def test_usage(arguments: tuple[str | Path, ...]) -> None:
    assert _eval(DEV, *arguments).exit_code == 2


def test_a_page_shows_one_set(tmp_path: Path) -> None:
    assert _eval(DEV, tmp_path / "b.jsonl", "--report", "html").exit_code == 2


def test_missing_files_are_named(tmp_path: Path) -> None:
    result = _eval(tmp_path / "none.jsonl", "--predictions", DEV)
    assert isinstance(result.exception, InputError)
    result = _eval(DEV, "--predictions", tmp_path / "none.jsonl")
    assert isinstance(result.exception, InputError)


def test_what_cannot_be_used_is_told_before_the_work(
    tmp_path: Path, perfect_run: Path, opened: list[Settings]
) -> None:
    foreign = tmp_path / "foreign.jsonl"
    foreign.write_text('{"id": "elsewhere"}')
    twice = tmp_path / "twice.jsonl"
    twice.write_text(DEV.read_text("utf-8") * 2, "utf-8")
    file = tmp_path / "file"
    file.touch()
    local = ("--model", "local")
    for arguments, error in (
        ((DEV, "--predictions", foreign), "no prediction for an article of"),
        ((DEV, *local, "--against", foreign), "no prediction for an article of"),
        ((DEV, *local, "--against", tmp_path / "none"), "cannot read"),
        ((DEV, tmp_path / "none.jsonl", *local), "cannot read"),
        ((twice, "--predictions", perfect_run), "holds 'ar-nahr' more than once"),
        ((DEV, *local, "-o", tmp_path / "none" / "x"), "there is no folder"),
        ((DEV, *local, "--runs", file), "cannot write"),
    ):
        result = _eval(*arguments)
        assert isinstance(result.exception, InputError | OutputError), arguments
        assert error in str(result.exception)
    assert opened == []


def test_predictions_tell_what_they_took(tmp_path: Path, perfect_run: Path) -> None:
    took = tmp_path / "took.jsonl"
    lines = [json.loads(line) for line in perfect_run.read_text().splitlines()]
    run = {"key": "k", "code": "other", "seconds": 4.0}
    took.write_text("\n".join(json.dumps(line | {"run": run}) for line in lines))
    result = _eval(DEV, "--predictions", took, "--limit", "3", "--report", "json")
    said = json.loads(result.stdout)
    assert (said["spending"]["articles"], said["spending"]["seconds"]) == (3, 4.0)
    assert next(one["article"] for one in said["by_article"]) == "ar-nahr"
    assert said["other_code"] == 0
