"""A Dask scheduler and workers as processes of their own on loopback, as a user starts them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.cli.command import environment

_PATIENCE: Final = 120.0
_PLAIN: Final = ("--no-dashboard", "--host", "127.0.0.1")


@dataclass
class Processes:
    """What runs."""

    address: str
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add_worker(self, **variables: str) -> subprocess.Popen[bytes]:
        """One more worker of one thread, with its own environment; it stays dead when killed."""
        options = ("--nthreads", "1", "--no-nanny", *_PLAIN)
        worker = _started("dask_worker", self.address, *options, **variables)
        self.workers.append(worker)
        return worker


@contextmanager
def scheduler(folder: Path) -> Iterator[Processes]:
    """A scheduler without a worker, for the time of a test."""
    told = folder / "scheduler.json"
    options = ("--port", "0", "--scheduler-file", str(told), *_PLAIN)
    process = _started("dask_scheduler", *options)
    deadline = time.monotonic() + _PATIENCE
    while not told.exists() or not told.read_text():
        assert time.monotonic() < deadline, "no scheduler"
        time.sleep(0.05)
    running = Processes(json.loads(told.read_text())["address"])
    try:
        yield running
    finally:
        for one in [*running.workers, process]:
            one.kill()
            one.wait()


def _started(program: str, *options: str, **variables: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{program}", *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(**variables),
    )
