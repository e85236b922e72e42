"""A planted key is in nothing that a run prints or leaves, whatever goes wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from summarizer.settings import without_keys
from tests.cli.command import RULING, STORM, Command, Done, at
from tests.pipeline.saved import draft_of
from tests.scripted.entries import answer, refusal, status
from tests.scripted.server import Entry, scripted

KEY = "sk-planted-0123456789abcdef"
LOUD = ("-v", "--debug", "--log", "log.jsonl")


@pytest.fixture
def planted(command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Run commands with a key for every provider, and everything kept in the test's folder."""
    for name in ("OPENAI", "ANTHROPIC", "GEMINI", "OPENROUTER", "AZURE_OPENAI"):
        monkeypatch.setenv(f"{name}_API_KEY", KEY)
    monkeypatch.setenv("SUMMARIZER_CACHE", "true")
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path / "cache"))
    shutil.copy(STORM, tmp_path)
    shutil.copy(RULING, tmp_path)
    return command


def clean(done: Done, folder: Path, code: int) -> None:
    """No key in what was printed, nor in any file there is."""
    assert done.code == code, done.err
    assert KEY not in done.out + done.err
    left = [path for path in folder.rglob("*") if path.is_file()]
    assert [path for path in left if KEY.encode() in path.read_bytes()] == []


def test_a_run_that_goes_well_leaves_no_key(planted: Command, tmp_path: Path) -> None:
    with scripted(answer(draft_of("storm"))) as server:
        for suffix in ("json", "md", "html", "txt", "docx"):
            to = ("-o", f"out.{suffix}")
            clean(planted("summarize", "storm.txt", *at(server), *to, *LOUD), tmp_path, 0)
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert (tmp_path / "log.jsonl").stat().st_size > 0
    assert (tmp_path / "cache" / "answers" / "answers.sqlite3").exists()
    for told in (("model", "list"), ("cache", "info"), ("prompts",), ("validate", "out.json")):
        clean(planted(*told), tmp_path, 0)
    clean(planted("summarize", "storm.txt", *at(server), "--dry-run"), tmp_path, 0)


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (status(401, f"Incorrect API key provided: {KEY}"), 4),
        (status(500, f"trouble with {KEY}"), 4),
        (status(400, f"bad request of {KEY}"), 3),
        (refusal(f"I do not work for {KEY}"), 5),
        (answer({KEY: 1}), 5),
    ],
    ids=["401", "500", "400", "refusal", "misfit"],
)
def test_errors_leave_no_key(
    entry: Entry, code: int, planted: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_REASKS", "0")
    with scripted(entry, entry, entry) as server:
        clean(planted("summarize", "storm.txt", *at(server), *LOUD), tmp_path, code)
        batch = ("batch", "storm.txt", "court-ruling.txt", "-o", "out.jsonl", "--concurrency", "1")
        clean(planted(*batch, *at(server), *LOUD), tmp_path, code)
        server.script.clear()
    assert server.requests[-1].headers["authorization"] == f"Bearer {KEY}"
    clean(planted("report", "out.jsonl"), tmp_path, 0)


def test_a_crash_leaves_no_key(
    planted: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError(f"deep inside {KEY}")

    monkeypatch.setattr("summarizer.pipeline.open_summarizer", fail)
    with scripted() as server:
        done = planted("summarize", "storm.txt", *at(server), *LOUD)
    clean(done, tmp_path, 70)
    assert "Traceback" in done.err
    assert "internal error: KeyError: 'deep inside …'" in done.err


def test_a_key_in_a_settings_file_is_refused_unread(planted: Command, tmp_path: Path) -> None:
    """The file is the user's own, and is the one place where it stands."""
    settings = tmp_path / "summarizer.toml"
    settings.write_text(f'api_key = "{KEY}"\n', encoding="utf-8")
    done = planted("summarize", "storm.txt", *LOUD)
    settings.unlink()
    clean(done, tmp_path, 3)
    assert "setting api_key" in done.err


def test_short_values_are_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMPTY_API_KEY", "")
    monkeypatch.setenv("LOCAL_API_KEY", "none")
    monkeypatch.setenv("SERVICE_TOKEN", KEY)
    assert without_keys(f"none of {KEY}") == "none of …"
