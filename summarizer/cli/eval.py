"""`summarizer eval GOLD…`: measure the pipeline, or another system's predictions, over gold."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import or_stdout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.article import Article
    from summarizer.evaluation import Entry, EvalReport, Floor, Progress
    from summarizer.files import Place
    from summarizer.pipeline import Summarizer
    from summarizer.schema import ArticleSummary
    from summarizer.scoring import Prediction
    from summarizer.settings import Settings

_REPORTS = ("markdown", "table", "json", "html")


def eval_command(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD...", help="Gold sets, JSONL.")],
    model: Annotated[
        str | None, typer.Option(help="local, openai/NAME, ollama/NAME, or NAME with --base-url.")
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Any OpenAI-compatible server.")
    ] = None,
    plan: Annotated[
        str | None,
        typer.Option(help="draft, draft+verify or ask; by default what suits the model."),
    ] = None,
    prompt: Annotated[
        str | None, typer.Option(help="Name of a prompt, or a folder that holds one.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Articles of each set, from the first.")
    ] = None,
    predictions: Annotated[
        Path | None,
        typer.Option(metavar="RUN", help="Score this file or run instead of running a model."),
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="RUN", help="Compare with this run, article by article.")
    ] = None,
    floor: Annotated[
        list[str] | None,
        typer.Option(metavar="LAYER.FIGURE=VALUE", help="Exit 1 if a figure is under this."),
    ] = None,
    no_worse: Annotated[
        bool,
        typer.Option(
            "--no-worse", help="Exit 1 if a headline figure is worse than --against beyond noise."
        ),
    ] = False,
    report: Annotated[str, typer.Option(help="markdown, table, json or html.")] = "markdown",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", callback=or_stdout, help="File for the report; else stdout."
        ),
    ] = None,
    runs: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where runs are kept; else the cache.")
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Read again what a run has.")] = False,
    notes: Annotated[
        int, typer.Option(min=0, help="Lines of each kind of miss in the Markdown; 0 for all.")
    ] = 20,
) -> None:
    """Measure actors, statements, stances, events and summaries against gold articles.

    An interrupted run goes on where it stopped. Ends in 1 under a floor.
    """
    import asyncio  # which loads ssl; the help does without

    from summarizer.cli.delivery import held_output
    from summarizer.evaluation import parse_floor

    _check_report(report, gold, no_worse=no_worse, against=against)
    job = _Job(limit, against, [parse_floor(written) for written in floor or []], no_worse, fresh)
    with held_output(output) as place:
        job.check(gold)
        if predictions is not None:
            results = [job.scored(path, predictions) for path in gold]
        else:
            results = asyncio.run(job.run(gold, _settings(model, base_url, plan, prompt), runs))
        _write(_shown(results, report, notes or None), place)
    if job.failed:
        raise typer.Exit(1)


def _check_report(report: str, gold: list[Path], *, no_worse: bool, against: Path | None) -> None:
    if report not in _REPORTS:
        raise typer.BadParameter(f"{report!r} is none of {', '.join(_REPORTS)}")
    if report == "html" and len(gold) > 1:
        raise typer.BadParameter("a page shows one gold set", param_hint="--report")
    if no_worse and against is None:
        raise typer.BadParameter("needs --against", param_hint="--no-worse")
    stems = [path.stem for path in gold]
    if len(set(stems)) < len(stems):
        raise typer.BadParameter("two gold sets have the same name", param_hint="GOLD")


def _settings(
    model: str | None, base_url: str | None, plan: str | None, prompt: str | None
) -> Settings:
    from summarizer.settings import load_settings

    # Without kept answers: its report says how long an article takes.
    return load_settings(model=model, base_url=base_url, plan=plan, prompt=prompt, cache=False)


@dataclass
class _Job:
    """All gold sets in turn: run or scored, compared, and held to their floors."""

    limit: int | None
    against: Path | None
    floors: list[Floor]
    no_worse: bool
    fresh: bool
    failed: bool = field(default=False)

    def scored(self, gold_path: Path, predictions: Path) -> EvalReport:
        """Score predictions that are there already."""
        from summarizer.evaluation import Entry, load_gold, predictions_for

        found = predictions_for(gold_path, predictions, load_gold(gold_path, self.limit))
        entries = [one for one in found if isinstance(one, Entry)]
        report = self._report(gold_path, found, {"predictions": str(predictions)}, entries)
        return report.model_copy(update={"other_code": 0})  # here nothing can be read anew

    def check(self, golds: list[Path]) -> None:
        """Raise what is wrong with the files, before the work."""
        from summarizer.evaluation import load_gold, predictions_for

        for path in golds:
            gold = load_gold(path, self.limit)
            if self.against is not None:
                predictions_for(path, self.against, gold)

    async def run(
        self, golds: list[Path], settings: Settings, runs: Path | None
    ) -> list[EvalReport]:
        """Run the pipeline; the model is opened only when an article needs it."""
        from summarizer.evaluation import fingerprint_of, run_eval

        identity = _identity(settings)
        root = runs or _kept_runs(settings) / fingerprint_of(identity)
        reports = []
        async with AsyncExitStack() as stack:
            asked = _Lazy(settings, stack)
            for path in golds:
                done = await run_eval(
                    path,
                    asked.summarize,
                    root / path.stem,
                    self.limit,
                    identity=identity,
                    fresh=self.fresh,
                    on_progress=_tell,
                )
                typer.echo(f"the run is kept in {root / path.stem}", err=True)
                reports.append(self._report(path, done.entries, identity, done.entries))
        return reports

    def _report(
        self,
        gold_path: Path,
        found: Sequence[Prediction],
        identity: Mapping[str, str],
        entries: Sequence[Entry],
    ) -> EvalReport:
        from summarizer.evaluation import (
            build_report,
            drops,
            load_gold,
            predictions_for,
            shortfalls,
        )
        from summarizer.scoring import compare, score_set

        gold = load_gold(gold_path, self.limit)
        score = score_set(gold, found)
        comparison = other = None
        if self.against is not None:
            other = score_set(gold, predictions_for(gold_path, self.against, gold))
            comparison = compare(other, score)
            self.failed |= self.no_worse and bool(drops(comparison))
        self.failed |= bool(shortfalls(self.floors, score.figures()))
        return build_report(
            score,
            gold_path,
            identity,
            entries=entries,
            floors=self.floors,
            against=str(self.against) if self.against else None,
            comparison=comparison,
            notes_against=None if other is None else other.notes(),
        )


@dataclass
class _Lazy:
    """A summarizer that is opened when the first article comes."""

    settings: Settings
    stack: AsyncExitStack
    opened: Summarizer | None = None

    async def summarize(self, article: Article) -> ArticleSummary:
        """Summarise one article."""
        if self.opened is None:
            from summarizer.pipeline import open_summarizer

            self.opened = await self.stack.enter_async_context(open_summarizer(self.settings))
        return await self.opened.summarize(article)


def _identity(settings: Settings) -> dict[str, str]:
    """All that decides an answer and is known before asking."""
    from summarizer.llm import parse_model
    from summarizer.pipeline import plan_for
    from summarizer.prompts import load_prompt

    name = parse_model(settings.model, base_url=settings.base_url)
    prompt = load_prompt(settings.prompt)
    identity = {
        "model": str(name),
        "plan": plan_for(name, settings.plan).name,
        "prompt": f"{prompt.name} {prompt.fingerprint}",
    }
    if settings.base_url:
        identity["server"] = settings.base_url
    if settings.weights_path:
        identity["weights"] = str(settings.weights_path)
    return identity


def _tell(progress: Progress) -> None:
    if progress.article is None:
        return
    seconds = progress.seconds_left
    left = ""
    if seconds is not None:
        left = f", about {f'{seconds / 60:.0f} min' if seconds > 90 else f'{seconds:.0f} s'} left"
    typer.echo(f"[{progress.done + 1}/{progress.total}] {progress.article}{left}", err=True)


def _shown(results: list[EvalReport], report: str, notes: int | None) -> str:
    from summarizer.evaluation import to_html, to_markdown, to_table

    if report == "table":
        return to_table({result.gold.removesuffix(".jsonl"): result for result in results})
    if report == "json":
        return "".join(result.model_dump_json() + "\n" for result in results)
    if report == "html":
        return to_html(results[0])
    return "\n".join(to_markdown(result, notes) for result in results)


def _write(text: str, place: Place | None) -> None:
    if place is None:
        typer.echo(text, nl=False)
    else:
        place.write(text)


def _kept_runs(settings: Settings) -> Path:
    """The folder of all runs, for this user alone: they hold names and positions of people."""
    from summarizer.errors import OutputError

    folder = settings.runs_dir
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise OutputError(
            f"cannot write {folder}: {error.strerror}", hint="name a folder with --runs"
        ) from error
    return folder
