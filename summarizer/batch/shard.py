"""A shard: some articles that one worker of a cluster does, into one file that is there or not.

Nothing of a user's environment travels with it, so no key does; a worker reads its own.
"""

from __future__ import annotations

import asyncio
import fcntl
import hashlib
import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from summarizer.article import Article
from summarizer.batch.failed import FailedArticle, failures_of
from summarizer.batch.identity import Identity
from summarizer.batch.intake import Options
from summarizer.batch.ledger import Ledger
from summarizer.batch.run import Batch
from summarizer.batch.tally import Tally
from summarizer.errors import ConfigurationError, OutputError, SummarizerError
from summarizer.llm import is_embedded
from summarizer.schema import Usage
from summarizer.settings import Settings, load_settings
from summarizer.sources import OwnOutput, RepeatedSource

_OF_A_MACHINE: Final = {"cache_dir", "weights_path", "engine_log", "threads"}
"""Settings that each machine has of its own."""
HALVES: Final = ".*.half"
"""Names of files that are still being written, or will never be whole."""
_LIMITS: Final = ("max_calls", "max_tokens", "max_cost")


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a run must end, as it travels from a worker: an error's words and exit code."""

    message: str
    hint: str | None
    exit_code: int

    @classmethod
    def of(cls, error: SummarizerError) -> Self:
        """What an error says, and on which machine."""
        return cls(f"{platform.node()}: {error.message}", error.hint, error.exit_code)

    def error(self) -> SummarizerError:
        """The error again."""
        error = SummarizerError(self.message, hint=self.hint)
        error.exit_code = self.exit_code
        return error.stopping()


@dataclass(frozen=True)
class Shard:
    """What a worker is given."""

    articles: tuple[Article, ...]
    identity: Identity
    """What is to read them, as the user's own machine has it."""
    settings: dict[str, Any]
    options: Options
    folder: str
    """Where its file goes: the same place on all machines."""

    @property
    def name(self) -> str:
        """The same for the same articles, so that a second worker writes the same file."""
        prints = [self.identity.fingerprint(article.sha256) for article in self.articles]
        ids = [article.id for article in self.articles]
        return hashlib.sha256("\0".join(ids + prints).encode()).hexdigest()[:24]

    @property
    def path(self) -> Path:
        """Its file: failures and summaries, a line each."""
        return Path(self.folder) / f"{self.name}.jsonl"


@dataclass(frozen=True)
class ShardDone:
    """What a worker tells of a shard; the results are in its file."""

    usage: Usage = field(default_factory=Usage)
    cost: float | None = None
    refusals: int = 0
    warned: bool = False
    stop: Stop | None = None


def shared_settings(settings: Settings) -> dict[str, Any]:
    """What of the settings travels to the workers.

    Raises:
        ConfigurationError: they hold a password, or a limit that only one process can keep.
    """
    if settings.base_url is not None and "@" in settings.base_url.split("/")[2]:
        raise ConfigurationError(
            "an address with a password in it does not go to other machines",
            hint="set SUMMARIZER_BASE_URL in the environment of the workers",
        )
    limits = [name for name in _LIMITS if getattr(settings, name) is not None]
    if limits:
        raise ConfigurationError(
            f"--{limits[0].replace('_', '-')} is kept within one process, not over a cluster",
            hint="leave it out, or leave --scheduler out",
        )
    shared = settings.model_dump(mode="json", exclude=_OF_A_MACHINE)
    folder = Path(settings.prompt)
    return shared | ({"prompt": str(folder.resolve())} if folder.is_dir() else {})


def run_shard(shard: Shard) -> ShardDone:
    """Do a shard and write its file, whole or not at all. It runs on a worker, and raises nothing.

    What was done before a run had to stop is written, too.
    """
    try:
        settings = load_settings(**shard.settings)
        _check(shard, settings)
        with _engine_alone(settings), tempfile.TemporaryDirectory() as scratch:
            return _done(shard, settings, Path(scratch))
    except SummarizerError as error:
        return ShardDone(stop=Stop.of(error))
    except OSError as error:
        return ShardDone(stop=Stop.of(_unwritable(shard, error)))


def _done(shard: Shard, settings: Settings, scratch: Path) -> ShardDone:
    output = scratch / "shard.jsonl"
    with closing(Ledger.open(output)) as ledger:
        tally = Tally(len(shard.articles))
        batch = Batch(iter(shard.articles), ledger, shard.options, tally, _Nobody())
        asyncio.run(batch.run(settings))
        if tally.done + tally.failed:
            _publish([failures_of(output), output], shard.path)
    stop = Stop.of(batch.stopped) if batch.stopped is not None else None
    return ShardDone(tally.usage, tally.cost, tally.refusals, batch.warned, stop)


def _publish(parts: list[Path], target: Path) -> None:
    """The parts as one file, there whole and on the disk or not at all."""
    half = target.with_name(f".{target.name}.{os.getpid()}.half")
    try:
        with half.open("xb") as file:
            for part in parts:
                with part.open("rb") as held:
                    shutil.copyfileobj(held, file)
            file.flush()
            os.fsync(file.fileno())
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _check(shard: Shard, settings: Settings) -> None:
    if not Path(shard.folder).is_dir():
        raise OutputError(
            f"there is no folder {shard.folder}",
            hint="all workers must see the folder of the output under the same path",
        )
    if Identity.expected(settings) != shard.identity:
        raise ConfigurationError(
            "this worker would read otherwise: another version, prompt, plan or model",
            hint="install the same version and prompts on all machines",
        )


@contextmanager
def _engine_alone(settings: Settings) -> Iterator[None]:
    """Where the model is the embedded one: one engine a machine, whatever the workers on it."""
    if not is_embedded(settings):
        yield
        return
    settings.cache_dir.mkdir(parents=True, exist_ok=True)
    with settings.cache_dir.joinpath("engine.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _unwritable(shard: Shard, error: OSError) -> OutputError:
    return OutputError(
        f"cannot write {shard.path}: {error.strerror or error}",
        hint="make room there; what is done is kept",
    )


class _Nobody:
    """Watches a shard without a word: its results tell."""

    def tick(self, tally: Tally) -> None:
        """Nothing is shown."""

    def failed(self, failed: FailedArticle, hint: str | None) -> None:
        """It is in the file."""

    def repeated(self, repeated: RepeatedSource) -> None:
        """Nothing is read twice here."""

    def own_output(self, own: OwnOutput) -> None:
        """No folder is read here."""
