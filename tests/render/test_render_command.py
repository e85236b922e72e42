"""The command `render`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from summarizer.cli.render import render_command
from summarizer.errors import ConfigurationError, InputError
from summarizer.evaluation import EvalReport, to_html, to_markdown
from summarizer.evaluation.report import Figure
from summarizer.render import render
from tests.render.pilots import pilots


@pytest.fixture
def summary_file(tmp_path: Path) -> Path:
    path = tmp_path / "pilots.json"
    path.write_text(str(render(pilots(), "json")))
    return path


def _run(*arguments: str | Path, stdin: str | None = None) -> str:
    app = typer.Typer(rich_markup_mode=None)
    app.command()(render_command)
    result = CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def test_pipe_gets_markdown(summary_file: Path) -> None:
    assert _run(summary_file) == render(pilots(), "markdown")


def test_dash_reads_stdin_and_format_decides(summary_file: Path) -> None:
    assert _run("-", "--format", "text", stdin=summary_file.read_text()) == render(pilots(), "text")


def test_suffix_decides_and_format_beats_it(summary_file: Path, tmp_path: Path) -> None:
    assert _run(summary_file, "-o", tmp_path / "a.txt") == ""
    assert (tmp_path / "a.txt").read_text() == render(pilots(), "text")
    _run(summary_file, "-o", tmp_path / "a.txt", "--format", "jsonl")
    assert (tmp_path / "a.txt").read_text() == render(pilots(), "jsonl")


def test_errors_name_the_file(summary_file: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot read no\.json: No such file"):
        _run("no.json")
    with pytest.raises(ConfigurationError, match=r"suffix '\.pdf'"):
        _run(summary_file, "-o", tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_an_evaluation_is_shown_in_the_formats_it_has(tmp_path: Path) -> None:
    report = EvalReport(
        gold="dev.jsonl",
        gold_sha256="0" * 64,
        articles=2,
        identity={"model": "local"},
        created=datetime(2032, 3, 5, tzinfo=UTC),
        figures={"actors": {"f1": Figure(value=0.5, low=0.4, high=0.6)}},
        counts={},
    )
    path = tmp_path / "eval.json"
    path.write_text(report.model_dump_json())
    assert _run(path) == to_markdown(report)
    assert _run(path, "-o", tmp_path / "eval.html") == ""
    assert (tmp_path / "eval.html").read_text() == to_html(report)
    assert EvalReport.model_validate_json(_run(path, "--format", "json")) == report
    with pytest.raises(ConfigurationError, match=r"an evaluation has no format 'docx'"):
        _run(path, "-o", tmp_path / "eval.docx")
    path.write_text(report.model_dump_json().replace("0.1", "9.0"))
    with pytest.raises(InputError, match=r"schema version 9\.0 is newer"):
        _run(path)
    path.write_text(report.model_dump_json().replace('"articles":2', '"articles":"x"'))
    with pytest.raises(InputError, match="/articles"):
        _run(path)
