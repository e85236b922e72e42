"""`summarizer export INPUT… -o OUT`: summaries as tables, or as events for coders."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from summarizer.cli import options
from summarizer.cli.failing import note, tell
from summarizer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarizer.cli.summaries import Read
    from summarizer.export import Taker
    from summarizer.schema import ArticleSummary

_STEP: Final = 10_000
"""Summaries after which a word is said."""


def export_command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...", help="Summaries, JSONL of them, folders, patterns, or -."
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="A folder, .csv, .sqlite, .db, .parquet or .jsonl.",
        ),
    ],
    form: Annotated[
        str | None,
        typer.Option("--to", help="csv, sqlite, parquet or plover; else the suffix decides."),
    ] = None,
    redact_persons: Annotated[
        bool,
        typer.Option(
            "--redact-persons", help="Put a pseudonym in the place of each person's name."
        ),
    ] = False,
    no_text: options.NoText = False,
    quiet: options.Quiet = False,
) -> None:
    """Hand summaries over as tables or events: CSV, SQLite with search, Parquet, PLOVER."""
    from summarizer.export import format_of, opened

    path = Path(output)
    chosen = "csv" if form is None and output.endswith("/") else format_of(path, form)
    changed = _changes(redact_persons=redact_persons, no_text=no_text, quiet=quiet)
    done = _Done(quiet=quiet)
    with opened(path, chosen) as taker:
        for summary in _all(inputs, done):
            taker.take(changed(summary))
        if not done.met:  # what was there before stays
            raise (
                typer.Exit(done.code)
                if done.code
                else InputError(
                    "there is no summary there", hint="give what summarize or batch wrote as JSON"
                )
            )
    if not quiet:
        _report(done, taker, path)
    raise typer.Exit(done.code)


@dataclass
class _Done:
    """What came of the inputs."""

    quiet: bool
    met: set[int] = field(default_factory=set)
    """Hashes of the ids of the articles that are done."""
    repeated: int = 0
    """Summaries of articles that an earlier input had brought."""
    code: int = 0

    def accept(self, read: Read) -> bool:
        """Whether a summary can be used and is new."""
        from summarizer.export import check_summary

        try:
            check_summary(read.summary)
        except InputError as error:
            self.refuse(InputError(f"{read.name}: {error.message}", hint=error.hint))
            return False
        known = hash(read.summary.article.id)
        if known in self.met:
            self.repeated += 1
            return False
        self.met.add(known)
        if len(self.met) % _STEP == 0 and not self.quiet:
            note(f"{len(self.met):,} summaries")
        return True

    def refuse(self, error: InputError) -> None:
        """Tell of an input that cannot be used; the rest goes on."""
        tell(error)
        self.code = max(self.code, error.exit_code)


def _all(inputs: list[str], done: _Done) -> Iterator[ArticleSummary]:
    """Every summary once."""
    from summarizer.cli.summaries import PassedOver, read_summaries

    for read in read_summaries(inputs, sys.stdin.buffer if sys.stdin is not None else BytesIO()):
        if isinstance(read, InputError):
            done.refuse(read)
        elif isinstance(read, PassedOver):
            note(f"{read.name}: {read.why}, passed over")
        elif done.accept(read):
            yield read.summary


def _changes(
    *, redact_persons: bool, no_text: bool, quiet: bool
) -> Callable[[ArticleSummary], ArticleSummary]:
    """What is done to each summary before it is written."""
    from summarizer.export import Pseudonyms, redact
    from summarizer.render.textless import without_text
    from summarizer.settings import redaction_key

    key = redaction_key() if redact_persons else None
    pseudonyms = Pseudonyms(key) if redact_persons else None
    if pseudonyms is not None and key is None and not quiet:
        note("pseudonyms are this run's own; the same next time with SUMMARIZER_REDACT_KEY set")

    def changed(summary: ArticleSummary) -> ArticleSummary:
        kept = redact(summary, pseudonyms) if pseudonyms is not None else summary
        return without_text(kept) if no_text else kept

    return changed


def _report(done: _Done, taker: Taker, path: Path) -> None:
    from summarizer.export import PloverFile

    if done.repeated:
        note(f"{_counted(done.repeated, 'summary', 'summaries')} of articles met before, left out")
    if isinstance(taker, PloverFile):
        for reason, count in taker.left_out.most_common():
            note(f"{_counted(count, 'event', 'events')} {reason}, left out")
    note(f"{_counted(len(done.met), 'summary', 'summaries')} in {path}")


def _counted(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"
