"""The small commands: schemas, prompts, models."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.prompts import load_prompt
from summarizer.schema import PUBLISHED, published_schema
from tests.cli.command import STORM, Command


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_schema_is_printed_as_published(name: str, command: Command) -> None:
    done = command("schema", name)
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == published_schema(name)


def test_the_schema_of_the_summary_is_the_one_meant(command: Command) -> None:
    assert command("schema").out == command("schema", "summary").out


def test_prompts_are_listed_with_their_fingerprints(command: Command) -> None:
    folder, *listed = command("prompts").out.splitlines()
    assert Path(folder).is_dir()
    assert f"  main  {load_prompt('main').fingerprint}" in listed


def test_a_prompt_is_told_file_by_file(command: Command) -> None:
    fingerprint, *files = command("prompts", "main").out.splitlines()
    assert fingerprint == load_prompt("main").fingerprint
    assert files == sorted(files)
    assert all(Path(name.strip()).is_file() for name in files)


def test_a_prompt_is_shown_with_an_article_in_it(command: Command) -> None:
    out = command("prompts", "main", "--show", STORM).out
    turns = [line for line in out.splitlines() if line.startswith("--- ")]
    assert turns == ["--- system", "--- user", "--- assistant", "--- user"]
    last = out.rpartition("--- user")[2]
    assert "[4] A woman died in the village of Aske when a tree fell on her car." in last
    assert "North Post archive" not in last, "a caption is not shown to the model"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("prompts", "nobody"), "there is no prompt named nobody"),
        (("prompts", "main", "--show", "nowhere.txt"), "nowhere.txt: no such file"),
    ],
)
def test_what_is_not_there_is_told(args: tuple[str, ...], says: str, command: Command) -> None:
    done = command(*args)
    assert (done.code, done.trouble) == (3, says)


def test_models_are_listed_with_what_they_need(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = dict(line.split(None, 1) for line in command("model", "list").out.splitlines())
    assert listed["openai/NAME"] == "needs OPENAI_API_KEY"
    assert "127.0.0.1:11434" in listed["ollama/NAME"] or listed["ollama/NAME"] == "ready"
    assert "--base-url" in listed["NAME"]
    monkeypatch.setenv("OPENAI_API_KEY", "sk-planted-0123456789")
    out = command("model", "list").out
    assert "planted" not in out
    assert dict(line.split(None, 1) for line in out.splitlines())["openai/NAME"] == "ready"


def test_the_weights_lie_in_the_cache(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", "/somewhere")
    assert command("model", "path").out.startswith("/somewhere/")
