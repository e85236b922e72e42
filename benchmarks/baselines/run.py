"""Run a baseline over a gold set: `python -m benchmarks.baselines.run NAME GOLD -o OUT.jsonl`.

NAME is rules, instructor or langextract; the last two ask the embedded model, or the server at
`--base-url`. The output is scored with `summarizer eval GOLD --predictions OUT.jsonl`. Articles
that the output has already are not asked again.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from benchmarks.baselines import rules
from benchmarks.baselines.serving import served
from summarizer.evaluation import Entry, Spent, append, key_of, load_gold, make_room, read_entries
from summarizer.scoring import GoldArticle, Prediction

Predict = Callable[[GoldArticle], Prediction]
NAMES = ("rules", "instructor", "langextract")


@contextmanager
def baseline(
    name: str, base_url: str | None, model: str | None, api_key: str, jobs: int
) -> Iterator[Predict]:
    """The function that reads one article; `jobs` may do so at once."""
    if name == "rules":
        yield rules.predict
        return
    with served(base_url, model, api_key, jobs) as server:
        if name == "instructor":
            from benchmarks.baselines.plain_call import PlainCall

            yield PlainCall(server).predict
        else:
            from benchmarks.baselines.lang_extract import LangExtract

            yield LangExtract(server).predict


def run(name: str, predict: Predict, gold: list[GoldArticle], out: Path, jobs: int = 1) -> int:
    """Add a line for each article that `out` lacks; the number of articles that failed.

    Raises:
        openai.APIConnectionError, openai.APIStatusError: the server is at fault, not the answer.
    """
    known = read_entries(out)
    keys = {key_of(article, {"baseline": name}): article for article in gold}
    make_room(out)
    waiting = [(article, key) for key, article in keys.items() if key not in known]
    with ThreadPoolExecutor(jobs) as pool:
        asked = [pool.submit(_entry, article, key, predict) for article, key in waiting]
        try:
            for answered in as_completed(asked):
                entry = answered.result()
                known[entry.run.key] = entry
                append(out, entry)
                told = f"[{len(known)}/{len(gold)}] {entry.id} {entry.run.seconds} s"
                print(told, entry.run.error or "", file=sys.stderr)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return sum(1 for entry in known.values() if entry.run.error)


def _entry(article: GoldArticle, key: str, predict: Predict) -> Entry:
    begun = time.monotonic()
    error = None
    try:
        found = predict(article)
    except Exception as raised:
        if _is_the_servers(raised):
            raise
        error = f"{type(raised).__name__}: {raised}"[:300]
        found = Prediction(id=article.id)
    seconds = round(time.monotonic() - begun, 2)
    return Entry(**found.model_dump(), run=Spent(key=key, seconds=seconds, error=error))


def _is_the_servers(error: BaseException | None) -> bool:
    """Whether the server was not reached, or refused; then a later run asks again."""
    import openai

    while error is not None:
        if isinstance(error, openai.APIConnectionError | openai.APIStatusError):
            return True
        error = error.__cause__
    return False


def main(arguments: list[str] | None = None) -> int:
    """Command line; 1 if an article failed."""
    parser = argparse.ArgumentParser(description="Run a baseline over a gold set.")
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--base-url", help="any OpenAI-compatible server; else the embedded model")
    parser.add_argument("--model", help="its name at that server")
    parser.add_argument("--api-key", default="none")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--jobs", type=int, default=1, help="articles at once")
    given = parser.parse_args(arguments)
    gold = load_gold(given.gold, given.limit)
    with baseline(given.name, given.base_url, given.model, given.api_key, given.jobs) as predict:
        failed = run(given.name, predict, gold, given.output, given.jobs)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
