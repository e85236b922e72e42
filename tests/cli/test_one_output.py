"""Two runs on one output: the second refuses at once, and a killed one holds nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from tests.cli.command import (
    EXAMPLES,
    STORM,
    SUMMARIZER,
    Command,
    at,
    environment,
    process,
    wait_for_calls,
)
from tests.cli.test_output import files
from tests.pipeline.saved import draft_of
from tests.scripted.entries import answer, hang
from tests.scripted.server import scripted

SUMMARY: Final = EXAMPLES / "bus-strike.summary.json"
HOLDS: Final = """
import sys
from pathlib import Path
from summarizer.files import held
with held(Path(sys.argv[1])):
    print("holds", flush=True)
    sys.stdin.read()
"""
BUSY: Final = "another run is writing {}"
HINT: Final = "wait for it, or choose another place"


@contextmanager
def holding(output: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that writes this output, until the context is left or it is killed."""
    command = [sys.executable, "-c", HOLDS, str(output)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "holds\n"
        yield running


def test_a_second_run_refuses_and_a_killed_one_holds_nothing(tmp_path: Path) -> None:
    run = ["summarize", str(STORM), "-q", "-o", "x.json"]
    with scripted(hang(), answer(draft_of("storm"))) as server:
        first = [*SUMMARIZER, *run, *at(server)]
        with subprocess.Popen(first, cwd=tmp_path, env=environment()) as running:
            wait_for_calls(server, 1)
            second = process(*run, *at(server), cwd=tmp_path)
            assert server.calls == 1, "it found out before it asked"
            running.kill()
        assert running.returncode == -signal.SIGKILL
        third = process(*run, *at(server), cwd=tmp_path)
    assert (second.code, second.trouble, second.hint) == (3, BUSY.format("x.json"), HINT)
    assert (third.code, third.err) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("x.md", ["render", SUMMARY]),
        ("x.md", ["brief", "--no-model", SUMMARY]),
        ("x.csv", ["review", "export", SUMMARY]),
        ("x.db", ["export", SUMMARY]),
        ("x.jsonl", ["export", "--to", "plover", SUMMARY]),
        ("x.html", ["report", "out.jsonl"]),
        ("x.md", ["eval", "gold.jsonl", "--predictions", "said.jsonl"]),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value[0]} {value[1]}"[:14],
)
def test_every_command_refuses(output: str, words: list[object], command: Command) -> None:
    Path("out.jsonl").touch()
    with holding(output):
        done = command(*words, "-o", output)
        assert (done.code, done.trouble, done.hint) == (3, BUSY.format(output), HINT)
    assert files() == ["out.jsonl"]


def test_a_table_of_a_folder_is_held_too(command: Command) -> None:
    Path("tables").mkdir()
    with holding("tables/events.csv"):
        done = command("export", SUMMARY, "-o", "tables/")
    assert (done.code, done.trouble) == (3, BUSY.format("tables/events.csv"))
    assert files("tables") == []
    assert command("export", SUMMARY, "-o", "tables/").code == 0


def test_a_batch_and_a_single_run_keep_out_of_each_others_way(command: Command) -> None:
    from summarizer.batch import Ledger

    ledger = Ledger.open(Path("out.jsonl"))
    refused = command("render", SUMMARY, "-o", "out.jsonl")
    ledger.close()
    assert (refused.code, refused.trouble) == (3, BUSY.format("out.jsonl"))
    Path("out.jsonl").unlink()
    with holding("out.jsonl"), scripted() as server:
        done = command("batch", STORM, "-o", "out.jsonl", *at(server))
    assert (done.code, done.trouble) == (3, BUSY.format("out.jsonl"))
    assert files() == []


def test_a_batch_is_not_mended_while_it_runs(command: Command) -> None:
    from summarizer.batch import Ledger

    broken = SUMMARY.read_text(encoding="utf-8").replace('"start": 0,', '"start": 1,', 1)
    assert broken != SUMMARY.read_text(encoding="utf-8")
    line = json.dumps(json.loads(broken), ensure_ascii=False, separators=(",", ":")) + "\n"
    Path("out.jsonl").write_text(line, encoding="utf-8")
    ledger = Ledger.open(Path("out.jsonl"))
    done = command("validate", "--fix", "out.jsonl")
    ledger.close()
    assert (done.code, BUSY.format("") in done.err) == (3, True)
    assert Path("out.jsonl").read_text(encoding="utf-8") == line
    command("validate", "--fix", "out.jsonl")
    assert Path("out.jsonl").read_text(encoding="utf-8") != line


def test_another_way_to_the_same_file_is_the_same_file(command: Command, tmp_path: Path) -> None:
    Path("real").mkdir()
    Path("alias").symlink_to("real")
    with holding(tmp_path / "real" / "x.md"):
        for way in ("alias/x.md", "./real/../real/x.md"):
            assert command("render", SUMMARY, "-o", way).trouble == BUSY.format(way.lstrip("./"))
        assert command("render", SUMMARY, "-o", "real/y.md").code == 0


def test_a_link_in_the_place_of_the_lock_is_not_followed(command: Command) -> None:
    Path("precious").write_text("keep", encoding="utf-8")
    Path(".x.md.lock").symlink_to("precious")
    done = command("render", SUMMARY, "-o", "x.md")
    assert (done.code, Path("precious").read_text(encoding="utf-8")) == (3, "keep")
    assert files() == [".x.md.lock", "precious"]


@pytest.mark.parametrize("output", ["/dev/null", "-"])
def test_what_can_take_two_is_held_by_none(output: str, command: Command) -> None:
    with holding(os.devnull):
        assert command("render", SUMMARY, "--format", "json", "-o", output).code == 0
    assert files() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told_before_the_work(command: Command) -> None:
    Path("closed").mkdir(mode=0o500)
    done = command("render", "gone.json", "-o", "closed/x.md")
    assert (done.code, done.trouble) == (3, "cannot write closed/x.md: Permission denied")


@pytest.mark.parametrize(
    "words", [["render", SUMMARY], ["brief", "--no-model", SUMMARY], ["review", "export", SUMMARY]]
)
def test_a_dash_is_standard_output(words: list[object], command: Command) -> None:
    assert command(*words, "-o", "-").out == command(*words).out
    assert files() == []
