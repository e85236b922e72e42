"""With the network cut, the embedded model and every offline command need nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from summarizer.render import load
from summarizer.schema import ArticleSummary
from tests.cli.command import EXAMPLES, environment

STORY: Final = """Bridge in Ostwick stays closed

OSTWICK, March 4, 2031 (Ostwick Courier) — Mayor Mara Lindt closed the bridge on Tuesday.
"""
APART: Final = ["unshare", "--map-root-user", "--net"]
LOOPBACK_ALONE: Final = ["sh", "-c", 'ip link set lo up && exec "$0" "$@"']
GUARD: Final = """
import socket

def _refused(self, address):
    if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
        raise OSError(101, "Network is unreachable")
    return _connect(self, address)

_connect = socket.socket.connect
socket.socket.connect = _refused
"""
"""Where the system gives no network of its own: nothing but loopback can be connected to."""


@cache
def can_be_apart() -> bool:
    """Whether a process may have a network of its own here."""
    try:
        done = subprocess.run([*APART, *LOOPBACK_ALONE, "true"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def cut_off(folder: Path, *args: object) -> subprocess.CompletedProcess[str]:
    """Run a command in a process that reaches nobody but itself."""
    env = environment(SUMMARIZER_THREADS=str(os.cpu_count() or 1))
    prefix = [*APART, *LOOPBACK_ALONE] if can_be_apart() else []
    if not prefix:
        folder.joinpath("sitecustomize.py").write_text(GUARD, encoding="utf-8")
        env["PYTHONPATH"] = os.pathsep.join([str(folder), env.get("PYTHONPATH", "")])
    command = [*prefix, sys.executable, "-m", "summarizer", *map(str, args)]
    return subprocess.run(
        command, capture_output=True, text=True, env=env, cwd=folder, timeout=300, check=False
    )


def test_it_is_cut_indeed(tmp_path: Path) -> None:
    done = cut_off(tmp_path, "summarize", "http://93.184.216.34/")
    assert done.returncode == 4
    assert "Network is unreachable" in done.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("validate", EXAMPLES / "bus-strike.summary.json"),
        ("render", EXAMPLES / "bus-strike.summary.json", "--format", "html"),
        ("brief", EXAMPLES / "bus-strike.summary.json", "--no-model", "-o", "note.json"),
    ],
    ids=lambda args: str(args[0]),
)
def test_what_asks_no_model_asks_nobody(args: tuple[object, ...], tmp_path: Path) -> None:
    done = cut_off(tmp_path, *args)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.engine
def test_the_embedded_model_needs_nobody(tmp_path: Path) -> None:
    tmp_path.joinpath("story.txt").write_text(STORY, encoding="utf-8")
    done = cut_off(tmp_path, "summarize", "story.txt", "-o", "story.json", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    summary = load(tmp_path / "story.json")
    assert isinstance(summary, ArticleSummary)
    assert summary.run is not None
    assert summary.run.model == "local"
    assert summary.run.usage.calls > 0
    assert "Mara Lindt" in [actor.name for actor in summary.actors]
