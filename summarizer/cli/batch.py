"""`summarizer batch INPUT… -o OUT.jsonl`: many articles, killed and resumed as you like."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from summarizer.cli import options
from summarizer.cli.failing import TERMINATED, note, tell
from summarizer.errors import ConfigurationError

if TYPE_CHECKING:
    from summarizer.batch import Batch, Cluster
    from summarizer.settings import Settings

FINDINGS: Final = 1
_ONE_AT_A_TIME: Final = (
    "the embedded engine takes one article at a time; --concurrency is for others"
)


def batch_command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...", help="Addresses, files, folders, globs, or - for stdin."
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT.jsonl", help="One summary a line.")
    ],
    concurrency: Annotated[
        int | None, typer.Option(min=1, max=1024, help="Articles at a time; 16, local 1.")
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="tcp://HOST:8786", help="A Dask cluster; local for processes on this machine."
        ),
    ] = None,
    shard: Annotated[
        int, typer.Option(min=1, max=1000, help="Articles a worker of the cluster takes at a time.")
    ] = 200,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Take up again what OUT.failed.jsonl lists.")
    ] = False,
    model: options.Model = None,
    base_url: options.BaseUrl = None,
    model_path: options.ModelPath = None,
    plan: options.PlanName = None,
    verify: options.Verify = False,
    prompt: options.Prompt = None,
    published: options.Published = None,
    publisher: options.Publisher = None,
    language: options.Language = None,
    article_language: options.ArticleLanguage = None,
    encoding: options.Encoding = None,
    mapping: options.Mapping = None,
    allow_private: options.AllowPrivate = False,
    timeout: options.Timeout = None,
    deadline: options.Deadline = None,
    answer_tokens: options.AnswerTokens = None,
    max_calls: options.MaxCalls = None,
    max_tokens: options.MaxTokens = None,
    max_cost: options.MaxCost = None,
    price: options.Price = None,
    no_cache: options.NoCache = False,
    no_text: options.NoText = False,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    log: options.Log = None,
) -> None:
    """Summarize many articles into one file. Run again, it goes on where it was stopped."""
    from summarizer.article import Metadata
    from summarizer.batch import Batch, Cluster, Intake, Ledger, Options, Tally, expected
    from summarizer.cli.batch_progress import follow
    from summarizer.cli.journal import journal
    from summarizer.settings import load_settings
    from summarizer.sources import Options as Reading
    from summarizer.sources import load_all, read_mapping

    reading = Reading(encoding, read_mapping(mapping or ()), allow_private)
    settings = load_settings(
        model=model,
        base_url=base_url,
        weights_path=model_path,
        plan=plan,
        verify=True if verify else None,
        prompt=prompt,
        language=language,
        timeout=timeout,
        deadline=deadline,
        answer_tokens=answer_tokens,
        max_calls=max_calls,
        max_tokens=max_tokens,
        max_cost=max_cost,
        price=price,
        cache=False if no_cache else None,
    )
    day = options.day(published)
    given = Metadata(published=day, publisher=publisher, language=article_language)
    _check_output(output)
    how = Options(_at_a_time(concurrency, settings), retry_failed, no_text, shard)
    stdin = sys.stdin.buffer if sys.stdin is not None else None
    with closing(Ledger.open(output)) as ledger:
        tally = Tally(expected(inputs))
        with follow(quiet=quiet, verbose=verbose) as shown, journal(log, shown.hear) as listener:
            articles = load_all(inputs, given, stdin=stdin, options=reading)
            batch: Batch | Cluster
            if scheduler is None:
                batch = Batch(articles, ledger, how, tally, shown, listener)
            else:
                intake = Intake(articles, ledger, tally, shown, retry_failed, ahead=shard)
                batch = Cluster(intake, scheduler, how)
            _run(batch, settings)
        code = _reported(batch, quiet=quiet)
    raise typer.Exit(code or (FINDINGS if strict and batch.warned else 0))


def _run(batch: Batch | Cluster, settings: Settings) -> None:
    import asyncio

    # Within the loop an import, which takes a second, would not hear Ctrl-C.
    import summarizer.pipeline  # noqa: F401

    if asyncio.run(_unless_terminated(batch, settings)):
        raise typer.Exit(TERMINATED)


async def _unless_terminated(batch: Batch | Cluster, settings: Settings) -> bool:
    """Run it; True if it was told to terminate, which cancels it in between two steps."""
    import asyncio
    import signal

    loop, running = asyncio.get_running_loop(), asyncio.create_task(batch.run(settings))
    told: list[bool] = []

    def terminate() -> None:
        told.append(True)
        running.cancel()

    before = signal.getsignal(signal.SIGTERM)
    loop.add_signal_handler(signal.SIGTERM, terminate)
    try:
        await running
    except asyncio.CancelledError:
        if not told:
            raise
    finally:
        loop.remove_signal_handler(signal.SIGTERM)
        signal.signal(signal.SIGTERM, before)
    return bool(told)


def _reported(batch: Batch | Cluster, *, quiet: bool) -> int:
    """Say how it ended; the exit code."""
    from summarizer.batch import failures_of
    from summarizer.cli.batch_progress import ended

    if not quiet:
        print(ended(batch.tally), file=sys.stderr)
    if batch.ledger.failed:
        again = "; --retry-failed takes them up again" if batch.tally.passed_over else ""
        note(f"{batch.ledger.failed} failed, see {failures_of(batch.ledger.output)}{again}")
    if batch.stopped is None:
        return batch.ledger.exit_code
    tell(batch.stopped)
    note("not all articles were met: run it again to go on")
    return max(batch.stopped.exit_code, batch.ledger.exit_code)


def _check_output(output: Path) -> None:
    if output.suffix not in (".jsonl", ".ndjson"):
        raise ConfigurationError(
            f"a batch is written as lines of JSON, not to {output}", hint="give -o OUT.jsonl"
        )


def _at_a_time(wanted: int | None, settings: Settings) -> int:
    """How many articles to have under way; the embedded engine has one slot."""
    from summarizer.batch import Options
    from summarizer.llm import is_embedded

    if not is_embedded(settings):
        return wanted or Options.concurrency
    if wanted is not None and wanted > 1:
        note(_ONE_AT_A_TIME)
    return 1
