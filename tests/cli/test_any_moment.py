"""Killed or interrupted at any moment, `summarize -o` leaves the old file or the new one whole."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.command import STORM, SUMMARIZER, at, environment, process
from tests.pipeline.saved import draft_of
from tests.scripted.entries import always, answer
from tests.scripted.server import Server, scripted

OLD = "old"


def stopped(server: Server, number: int, moment: float, cwd: Path) -> int:
    """The command, sent a signal so many seconds after it began; its exit code."""
    command = [*SUMMARIZER, "summarize", str(STORM), "-q", "-o", "x.json", *at(server)]
    kept = environment(SUMMARIZER_CACHE="true", SUMMARIZER_CACHE_DIR=str(cwd.parent / "cache"))
    with subprocess.Popen(command, cwd=cwd, env=kept, stderr=subprocess.PIPE) as running:
        try:
            running.wait(moment)
        except subprocess.TimeoutExpired:
            os.kill(running.pid, number)
        running.communicate(timeout=60)
    return running.returncode


def check_folder(folder: Path, number: int) -> None:
    """The output is one of the two, and only a kill may leave something beside it."""
    text = folder.joinpath("x.json").read_text(encoding="utf-8")
    assert text == OLD or json.loads(text)["kind"] == "summary"
    beside = [path.name for path in folder.iterdir() if path.name != "x.json"]
    if number == signal.SIGINT:
        assert beside == []
    assert all(name.startswith(".x.json.") for name in beside)


@pytest.mark.slow
def test_at_twenty_moments(tmp_path: Path) -> None:
    """For Ctrl-C, then for a kill; test_signals does it at one moment, in every run."""
    folder = tmp_path / "out"
    folder.mkdir()
    seed = random.Random(7)  # noqa: S311  moments, not secrets
    with scripted(otherwise=always(answer(draft_of("storm")))) as server:
        began = time.monotonic()
        assert stopped(server, 0, 60, folder) == 0
        whole = time.monotonic() - began
        for number in [signal.SIGINT] * 20 + [signal.SIGKILL] * 20:
            folder.joinpath("x.json").write_text(OLD, encoding="utf-8")
            code = stopped(server, number, seed.uniform(0.2, 1.05) * whole, folder)
            assert code in (0, -number, 128 + number)
            check_folder(folder, number)
        assert stopped(server, 0, 60, folder) == 0
    assert [path.name for path in folder.iterdir()] == ["x.json"]
    assert json.loads(folder.joinpath("x.json").read_text())["kind"] == "summary"


def test_what_a_kill_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    other = tmp_path / ".y.json.abc123.partial"
    for path in (tmp_path / ".x.json.abc123.partial", tmp_path / ".x.json.lock", other):
        path.write_text("{", encoding="utf-8")
    with scripted(answer(draft_of("storm"))) as server:
        done = process("summarize", STORM, "-q", "-o", "x.json", *at(server), cwd=tmp_path)
    assert done.code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [other.name, "x.json"]
