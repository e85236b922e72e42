"""`summarizer batch`: what is done stays done, what failed is listed, the rest goes on."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from summarizer.prompts import load_prompt
from tests.batch.many import calls, done, failed, nothing, write_articles
from tests.cli.command import Command, at
from tests.scripted.entries import always, answer, status
from tests.scripted.server import Entry, scripted

OUT = Path("out.jsonl")
BATCH = ("batch", "in.jsonl", "-o", OUT)


def test_a_second_run_asks_about_what_is_new_only(command: Command, tmp_path: Path) -> None:
    with scripted(otherwise=always(nothing())) as server:
        write_articles(tmp_path, range(3))
        first = command(*BATCH, *at(server))
        write_articles(tmp_path, range(5))
        second = command(*BATCH, *at(server))
        assert set(calls(server).values()) == {1}
    assert (first.code, second.code, first.out) == (0, 0, "")
    assert first.err.startswith("3 done · 0 failed · 300 + 30 tokens · ")
    assert second.err.startswith("2 done · 0 failed · 3 done before · ")
    assert sorted(done(OUT)) == ["x0", "x1", "x2", "x3", "x4"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_another_model_or_text_is_asked_again_and_leaves_one_line(
    command: Command, tmp_path: Path
) -> None:
    source = write_articles(tmp_path, range(3))
    with scripted(otherwise=always(nothing())) as server:
        command(*BATCH, *at(server))
        command(*BATCH, *at(server, "--model", "other"))
        assert set(calls(server).values()) == {2}
        source.write_text(source.read_text().replace("day 1.", "day 1. She waved."))
        command(*BATCH, *at(server, "--model", "other"))
        assert calls(server) == {"x0": 2, "x1": 3, "x2": 2}
    assert sorted(done(OUT)) == ["x0", "x1", "x2"]
    lines = [json.loads(line) for line in OUT.read_text().splitlines()]
    assert {line["run"]["model"] for line in lines} == {"other"}
    assert "She waved" in next(x["article"]["text"] for x in lines if x["article"]["id"] == "x1")


def test_a_changed_prompt_is_asked_again(command: Command, tmp_path: Path) -> None:
    prompt = tmp_path / "mine"
    shutil.copytree(load_prompt("main").root, prompt)
    write_articles(tmp_path, range(2))
    with scripted(otherwise=always(nothing())) as server:
        for _ in range(2):
            command(*BATCH, *at(server, "--prompt", str(prompt)))
        assert server.calls == 2
        with prompt.joinpath("draft", "system.md").open("a") as file:
            file.write("\nBe brief.\n")
        command(*BATCH, *at(server, "--prompt", str(prompt)))
        assert server.calls == 4
    assert sorted(done(OUT)) == ["x0", "x1"]


def test_what_failed_is_passed_over_until_it_is_asked_for(command: Command, tmp_path: Path) -> None:
    write_articles(tmp_path, range(2))
    with scripted(status(503, "down"), nothing()) as server:
        first = command(*BATCH, "--concurrency", 1, *at(server))
    with scripted() as server:
        passed = command(*BATCH, *at(server))
    assert (first.code, passed.code) == (4, 4)
    assert "1 failed before, passed over" in passed.err
    assert "--retry-failed takes them up again" in passed.err
    with scripted(status(503, "down")) as server:
        command(*BATCH, "--retry-failed", *at(server))
    (line,) = failed(OUT)
    assert line.pop("fingerprint")
    assert line.pop("error").endswith(" failed: down")
    assert line == {
        "id": "x0",
        "source": "in.jsonl",
        "exit_code": 4,
        "attempts": 2,
        "usage": {"input": 0, "output": 0, "calls": 1},
    }
    with scripted(nothing()) as server:
        last = command(*BATCH, "--retry-failed", *at(server))
    assert (last.code, failed(OUT), sorted(done(OUT))) == (0, [], ["x0", "x1"])


def test_a_broken_line_and_a_repeated_id_cost_nothing_else(
    command: Command, tmp_path: Path
) -> None:
    source = write_articles(tmp_path, range(2))
    twice = json.dumps({"id": "x0", "text": "Otto Feld came back."})
    source.write_text(f'{{"id": "broken"\n{source.read_text()}{twice}\n')
    with scripted(otherwise=always(nothing())) as server:
        first = command(*BATCH, *at(server))
        again = command(*BATCH, *at(server))
        assert server.calls == 2
    assert (first.code, again.code) == (3, 3)
    assert "summarizer: in.jsonl, line 1: malformed JSON" in first.err
    assert (
        "summarizer: in.jsonl: an article with the id x0 of one in in.jsonl, but another text, "
        "left out" in first.err
    )
    assert sorted(done(OUT)) == ["x0", "x1"]
    assert [(line["id"], line["source"]) for line in failed(OUT)] == [(None, "in.jsonl")]


@pytest.mark.parametrize("left", ['{"kind":"summary","schema_ver', '{"ki', "{"])
def test_a_line_broken_by_a_kill_is_cut_off(left: str, command: Command, tmp_path: Path) -> None:
    write_articles(tmp_path, range(2))
    with scripted(otherwise=always(nothing())) as server:
        command(*BATCH, *at(server))
        with OUT.open("a") as file:
            file.write(left)
        write_articles(tmp_path, range(3))
        command(*BATCH, *at(server))
        assert server.calls == 3
    assert sorted(done(OUT)) == ["x0", "x1", "x2"]


@pytest.mark.parametrize("other", ["a diary", "a diary\n", '{"id": "x1", "text": "Ada left."}\n'])
def test_what_is_no_output_of_a_batch_is_left_as_it_is(
    other: str, command: Command, tmp_path: Path
) -> None:
    write_articles(tmp_path, range(2))
    OUT.write_text(other)
    with scripted() as server:
        done = command(*BATCH, *at(server))
    assert done.code == 3
    assert done.trouble.startswith("out.jsonl")
    assert done.hint.endswith("name another file with -o")
    assert OUT.read_text() == other


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("no/such/out.jsonl", "there is no folder no/such"),
        ("out.md", "written as lines of JSON"),
        ("/dev/full.jsonl/out.jsonl", "cannot write"),
    ],
)
def test_an_output_that_cannot_be_written_is_told_before_anything_is_asked(
    output: str, says: str, command: Command, tmp_path: Path
) -> None:
    write_articles(tmp_path, range(2))
    with scripted() as server:
        done = command("batch", "in.jsonl", "-o", output, *at(server))
    assert done.code == 3
    assert says in done.trouble


def test_a_read_only_output(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_articles(tmp_path, range(1))
    opened = os.open

    def refused(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).name == "out.jsonl" and flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))  # the superuser may
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refused)
    with scripted() as server:
        done = command(*BATCH, *at(server))
    assert (done.code, done.trouble) == (3, "cannot write out.jsonl: Permission denied")


def test_a_full_disk_ends_it_with_whole_lines(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_articles(tmp_path, range(9))
    write, room = os.write, 2500

    def full(descriptor: int, data: bytes | memoryview) -> int:
        nonlocal room
        if room <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = write(descriptor, data[:room])
        room -= written
        return written

    with scripted(otherwise=always(nothing())) as server:
        with monkeypatch.context() as scarce:
            scarce.setattr("summarizer.batch.lines.os.write", full)
            stopped = command(*BATCH, "--concurrency", 2, *at(server))
        held = done(OUT)
        last = command(*BATCH, *at(server))
    assert stopped.code == 3
    assert "cannot write out.jsonl: No space left on device" in stopped.err
    assert "run it again to go on" in stopped.err
    assert 0 < len(held) < 9
    assert last.code == 0
    assert sorted(done(OUT)) == [f"x{n}" for n in range(9)]


def test_a_limit_stops_it_and_the_next_run_goes_on(command: Command, tmp_path: Path) -> None:
    write_articles(tmp_path, range(4))
    with scripted(otherwise=always(nothing())) as server:
        limit = command(*BATCH, "--max-calls", "2", "--concurrency", "1", *at(server))
        assert (limit.code, len(done(OUT)), failed(OUT)) == (6, 2, [])
        assert command(*BATCH, *at(server)).code == 0
        assert set(calls(server).values()) == {1}


@pytest.mark.parametrize(
    ("fault", "code", "says"),
    [
        (status(401, "no"), 4, " refused the key: no\n"),
        (status(404, "no such model"), 3, " has no model any: no such model\n"),
        (status(400, "not for you"), 3, "; the last 5 articles failed of the same cause\n"),
        (answer({"sure": True}), 5, "; so with each of the first 20 articles\n"),
    ],
    ids=["key", "model", "request", "form"],
)
def test_what_all_articles_would_fail_of_ends_it_early(
    fault: Entry, code: int, says: str, command: Command, tmp_path: Path
) -> None:
    write_articles(tmp_path, range(90))
    with scripted(otherwise=always(fault)) as server:
        ended = command(*BATCH, "--concurrency", 4, *at(server))
        assert server.calls < 80
    assert ended.code == code
    assert ended.err.count(says) == 1
    assert "not all articles were met: run it again to go on" in ended.err
    assert done(OUT) == []
    assert len(failed(OUT)) <= 24


def test_an_error_of_our_own_costs_one_article(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarizer.pipeline import Summarizer

    summarize = Summarizer.summarize

    async def sometimes(self: Summarizer, article: object) -> object:
        if getattr(article, "id", "") == "x1":
            raise ZeroDivisionError("oops")
        return await summarize(self, article)  # type: ignore[arg-type]  # it is an article

    monkeypatch.setattr(Summarizer, "summarize", sometimes)
    write_articles(tmp_path, range(3))
    with scripted(otherwise=always(nothing())) as server:
        command(*BATCH, *at(server))
    assert sorted(done(OUT)) == ["x0", "x2"]
    assert [(line["id"], line["exit_code"]) for line in failed(OUT)] == [("x1", 70)]
    assert "ZeroDivisionError: oops" in failed(OUT)[0]["error"]


def test_a_second_run_on_one_output_refuses(command: Command, tmp_path: Path) -> None:
    from summarizer.batch import Ledger

    write_articles(tmp_path, range(1))
    first = Ledger.open(OUT)
    with scripted() as server:
        second = command(*BATCH, *at(server))
    first.close()
    assert (second.code, second.trouble) == (3, "another run is writing out.jsonl")


def test_the_log_tells_articles_side_by_side_apart(command: Command, tmp_path: Path) -> None:
    write_articles(tmp_path, range(6))
    with scripted(
        otherwise=always(answer({"actors": [], "events": [], "stances": [], "gist": []}))
    ) as server:
        command(*BATCH, "--log", "run.log", "--concurrency", 3, *at(server))
    lines = [json.loads(line) for line in Path("run.log").read_text().splitlines()]
    called = [line["article"] for line in lines if line["event"] == "call"]
    assert sorted(called) == [f"x{n}" for n in range(6)]
