"""What is done and what has failed, kept in two files of lines that tell where to go on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Self

from pydantic import ValidationError

from summarizer.batch.failed import FailedArticle, failures_of
from summarizer.batch.identity import Identity
from summarizer.batch.lines import LineFile
from summarizer.errors import OutputError
from summarizer.render import render
from summarizer.schema import ArticleSummary
from summarizer.sources import HashMap

_SUMMARY: Final = b'{"kind":"summary"'
_FAILURE: Final = b'{"id":'
State = Literal["done", "failed", "open"]


@dataclass(frozen=True, slots=True)
class _Failure:
    """What is remembered of a failed article."""

    fingerprint: str | None
    attempts: int
    exit_code: int


@dataclass(frozen=True, slots=True)
class Absorbed:
    """What came of the results that a worker wrote."""

    done: int
    """Summaries that are kept now, and were not before."""
    failed: list[FailedArticle]
    """Failures, which are not kept yet: see `Ledger.fail`."""


class Ledger:
    """The output of a batch. Of two results for one id the later counts; `settle` drops others."""

    def __init__(self, output: Path, summaries: LineFile, failures: LineFile) -> None:
        self.output = output
        self._summaries = summaries
        self._failures = failures
        self._done = HashMap()  # hashes of id and fingerprint: many fit in memory
        self._failed: dict[str, _Failure] = {}
        self._unread: list[int] = []
        self._superseded = False
        self._stale = False

    @classmethod
    def open(cls, output: Path) -> Self:
        """Take the output, and read what it holds.

        Raises:
            OutputError: it cannot be written, another run writes it, or it holds something else.
        """
        summaries = LineFile.open(output, _SUMMARY)
        try:
            failures = LineFile.open(failures_of(output), _FAILURE)
        except BaseException:
            summaries.close()
            raise
        ledger = cls(output, summaries, failures)
        try:
            ledger._read()
        except BaseException:
            ledger.close()
            raise
        return ledger

    @property
    def failed(self) -> int:
        """Articles and sources that have no result."""
        return len(self._failed) + len(self._unread)

    @property
    def exit_code(self) -> int:
        """The highest of the failures that are open; 0 if there is none."""
        codes = [failure.exit_code for failure in self._failed.values()]
        return max([*codes, *self._unread], default=0)

    def state(self, article: str, fingerprint: str) -> State:
        """What has become of an article as it is read now."""
        if self._done.get(hash(article)) == hash(fingerprint):
            self._stale |= self._failed.pop(article, None) is not None
            return "done"
        failure = self._failed.get(article)
        return "failed" if failure is not None and failure.fingerprint == fingerprint else "open"

    def attempts(self, article: str) -> int:
        """Runs that tried it and failed."""
        failure = self._failed.get(article)
        return failure.attempts if failure is not None else 0

    async def add(self, summary: ArticleSummary, fingerprint: str) -> None:
        """Keep a result; OutputError if it cannot be."""
        await self._summaries.append(str(render(summary, "jsonl")))
        self._note(summary.article.id, fingerprint)

    async def absorb(self, lines: Iterable[bytes]) -> Absorbed:
        """Keep the results that a worker wrote, but for those that are here already.

        Raises:
            OutputError: the results cannot be kept, or are none.
        """
        failures: list[FailedArticle] = []
        kept: dict[str, tuple[str, bytes]] = {}
        for number, line in enumerate(lines, start=1):
            if line.startswith(_FAILURE):
                failures.append(_read_failure(line, self.output, number))
                continue
            article, fingerprint = _read_line(line, self.output, number)
            if self.state(article, fingerprint) != "done":
                kept[article] = (fingerprint, line)
        if kept:
            await self._summaries.append(b"".join(line for _, line in kept.values()).decode())
        for article, (fingerprint, _) in kept.items():
            self._note(article, fingerprint)
        return Absorbed(len(kept), failures)

    async def fail(self, failed: FailedArticle) -> None:
        """Keep a failure; OutputError if it cannot be."""
        await self._failures.append(f"{failed.model_dump_json()}\n")
        self._remember(failed)

    def settle(self) -> None:
        """Leave one line for each id: its latest result, and its failure if that is still open.

        Raises:
            OutputError: there is no room for it; all lines are still there.
        """
        if self._superseded:
            latest = {_id_of(line): number for number, line in enumerate(self._summaries.lines())}
            self._summaries.rewrite(_only(self._summaries.lines(), latest.values()))
            self._superseded = False
        if self._stale:
            self._failures.rewrite(self._open_failures())
            self._stale = False

    def close(self) -> None:
        """Let another run have the files; one without a failure goes."""
        self._failures.close(keep_empty=False)
        self._summaries.close()

    def _read(self) -> None:
        for number, line in enumerate(self._summaries.lines(), start=1):
            self._note(*_read_line(line, self.output, number))
        path = failures_of(self.output)
        for number, line in enumerate(self._failures.lines(), start=1):
            self._remember(_read_failure(line, path, number))
        for article, failure in list(self._failed.items()):
            if self._done.get(hash(article)) == hash(failure.fingerprint):
                del self._failed[article]
                self._stale = True
        self._stale |= bool(self._unread)
        self._unread.clear()  # sources are read again, and those that still fail are met again
        self.settle()

    def _note(self, article: str, fingerprint: str) -> None:
        self._superseded |= hash(article) in self._done
        self._done.put(hash(article), hash(fingerprint))
        self._stale |= self._failed.pop(article, None) is not None

    def _remember(self, failed: FailedArticle) -> None:
        if failed.id is None:
            self._unread.append(failed.exit_code)
            return
        self._stale |= failed.id in self._failed
        self._failed[failed.id] = _Failure(failed.fingerprint, failed.attempts, failed.exit_code)

    def _open_failures(self) -> Iterator[bytes]:
        lines = list(self._failures.lines())
        ids = [json.loads(line)["id"] for line in lines]
        latest = {article: number for number, article in enumerate(ids)}
        for number, (article, line) in enumerate(zip(ids, lines, strict=True)):
            if article is None:
                if self._unread:
                    yield line
            elif article in self._failed and latest[article] == number:
                yield line


def _read_line(line: bytes, output: Path, number: int) -> tuple[str, str]:
    """Id of a summary's article, and the fingerprint of what decided it."""
    try:
        said = json.loads(line)
        article = said["article"]
        fingerprint = Identity.recorded(said["run"]).fingerprint(article["sha256"])
        return str(article["id"]), fingerprint
    except (ValueError, KeyError, TypeError) as error:
        raise _foreign(output, number, "summary") from error


def _read_failure(line: bytes, path: Path, number: int) -> FailedArticle:
    try:
        return FailedArticle.model_validate_json(line)
    except ValidationError as error:
        raise _foreign(path, number, "failed article") from error


def _id_of(line: bytes) -> str:
    return str(json.loads(line)["article"]["id"])


def _only(lines: Iterable[bytes], numbers: Iterable[int]) -> Iterator[bytes]:
    kept = set(numbers)
    return (line for number, line in enumerate(lines) if number in kept)


def _foreign(path: Path, number: int, what: str) -> OutputError:
    return OutputError(
        f"{path}, line {number}: not a {what}",
        hint="a batch adds to its own results only: name another file with -o",
    )
