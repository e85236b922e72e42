"""A batch over the workers of a Dask cluster: here threads of the test, in slow tests processes."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.many import after, asked_about, calls, done, failed, nothing, write_articles
from tests.batch.workers import Processes, scheduler
from tests.cli.command import Command, Done, at
from tests.scripted.entries import always, answer, status
from tests.scripted.server import Entry, Request, Server, scripted

distributed = pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")

OUT = Path("out.jsonl")
BATCH = ("batch", "in.jsonl", "-o", OUT)
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # of sockets that Dask leaves


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a scheduler with one worker, in this process."""
    with distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        protocol="tcp://",
        dashboard_address=None,
    ) as local:
        yield str(local.scheduler_address)


def over(address: str, server: Server, shard: int, *more: str) -> list[str]:
    """The options for a run over a cluster."""
    return ["--scheduler", address, "--shard", str(shard), *at(server, *more)]


def test_shards_come_together_and_nothing_is_asked_twice(
    command: Command, tmp_path: Path, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_REASKS", "0")
    write_articles(tmp_path, [*range(5), 3])

    def sometimes(request: Request) -> Entry:
        return answer({"sure": True}) if asked_about(request) == "x4" else nothing()

    with scripted(otherwise=sometimes) as server:
        first = command(*BATCH, *over(cluster, server, 2))
        asked = server.calls
        second = command(*BATCH, *over(cluster, server, 2))
        assert server.calls == asked
        third = command(*BATCH, *over(cluster, server, 2, "--retry-failed"))
    assert (first.code, second.code, third.code) == (5, 5, 5), first.err
    assert "4 done · 1 failed · 1 repeated, left out" in first.err
    assert "0 done · 0 failed · 4 done before · 1 failed before" in second.err
    assert sorted(done(OUT)) == ["x0", "x1", "x2", "x3"]
    assert [(line["id"], line["attempts"]) for line in failed(OUT)] == [("x4", 2)]
    assert not Path("out.shards").exists()


def test_shards_that_a_killed_run_left_are_taken_over(
    command: Command, tmp_path: Path, cluster: str
) -> None:
    write_articles(tmp_path, range(4))
    with scripted(otherwise=always(nothing())) as server:
        command("batch", "in.jsonl", "-o", "other.jsonl", *at(server))
        left = Path("out.shards")
        left.mkdir()
        lines = Path("other.jsonl").read_text().splitlines(keepends=True)
        left.joinpath("0123.jsonl").write_text("".join(lines[:3]))
        left.joinpath(".4567.jsonl.1.half").write_text(lines[3][:40])
        again = command(*BATCH, *over(cluster, server, 2))
        assert sorted(calls(server).values()) == [1, 1, 1, 2]
    assert again.code == 0
    assert sorted(done(OUT)) == ["x0", "x1", "x2", "x3"]
    assert not left.exists()


def test_what_every_shard_would_meet_ends_the_run(
    command: Command, tmp_path: Path, cluster: str
) -> None:
    write_articles(tmp_path, range(20))
    with scripted(otherwise=always(status(401, "wrong key"))) as server:
        ended = command(*BATCH, *over(cluster, server, 2, "--concurrency", "1"))
        assert server.calls < 10
    assert ended.code == 4
    assert "not all articles were met: run it again to go on" in ended.err


@pytest.mark.parametrize("given", ["here:8786", "local:none", "local:0", "host"])
def test_what_is_no_scheduler_is_refused(command: Command, tmp_path: Path, given: str) -> None:
    write_articles(tmp_path, range(1))
    with scripted() as server:
        refused = command(*BATCH, *over(given, server, 2))
    assert refused.code == 3
    assert f"{given} is no scheduler" in refused.trouble
    assert "tcp://HOST:8786" in refused.hint


def run_over(command: Command, running: Processes, server: Server, *more: str) -> Done:
    return command(*BATCH, *over(running.address, server, 8, "--concurrency", "4", *more))


@pytest.mark.slow
def test_two_workers_do_nearly_twice_as_much(command: Command, tmp_path: Path) -> None:
    def seconds(articles: int, workers: int) -> float:
        OUT.unlink(missing_ok=True)
        write_articles(tmp_path, range(articles))
        began = time.monotonic()
        assert run_over(command, running, server).code == 0
        took = time.monotonic() - began
        print(f"{articles} articles, {workers} workers: {took:.1f} s")
        return took

    with scheduler(tmp_path) as running, scripted(otherwise=always(after(2, nothing()))) as server:
        running.add_worker()
        seconds(8, 1)  # what is imported is imported
        one = seconds(128, 1)
        running.add_worker()
        time.sleep(20)
        seconds(32, 2)
        two = seconds(128, 2)
    print(f"{one / two:.2f} times as fast")
    assert one / two >= 1.8


@pytest.mark.slow
def test_a_lost_worker_costs_its_shard_at_most(command: Command, tmp_path: Path) -> None:
    write_articles(tmp_path, range(96))

    def kill() -> None:
        while server.calls < 40:
            time.sleep(0.01)
        running.workers[0].kill()

    with (
        scheduler(tmp_path) as running,
        scripted(otherwise=always(after(0.5, nothing()))) as server,
    ):
        running.add_worker()
        running.add_worker()
        killer = threading.Thread(target=kill)
        killer.start()
        ended = run_over(command, running, server)
        killer.join()
        paid_twice = sum(calls(server).values()) - 96
    assert ended.code == 0
    assert sorted(done(OUT)) == sorted(f"x{n}" for n in range(96))
    assert 0 < paid_twice <= 8


@pytest.mark.slow
def test_workers_read_keys_from_their_own_environment(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_articles(tmp_path, range(8))
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-client")
    with scheduler(tmp_path) as running, scripted(otherwise=always(nothing())) as server:
        running.add_worker(OPENAI_API_KEY="sk-of-the-worker")
        assert run_over(command, running, server).code == 0
        keys = {request.headers["authorization"] for request in server.requests}
        sent = json.dumps([request.headers for request in server.requests])
    assert keys == {"Bearer sk-of-the-worker"}
    assert "sk-of-the-client" not in sent
