"""The command `render`."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from summarizer.cli.render import render_command
from summarizer.errors import ConfigurationError, InputError
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
