"""Run a baseline over a gold set: `python -m benchmarks.baselines.run NAME GOLD -o OUT.jsonl`.

NAME is rules, instructor or langextract; the last two need `--base-url` of an OpenAI-compatible
server. The output is scored with `summarizer eval GOLD --predictions OUT.jsonl`. Articles that
the output has already are not asked again.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.baselines import rules
from summarizer.evaluation import load_gold
from summarizer.scoring import GoldArticle, Prediction

Predict = Callable[[GoldArticle], Prediction]
NAMES = ("rules", "instructor", "langextract")


def baseline(name: str, base_url: str | None, model: str, api_key: str) -> Predict:
    """The function that reads one article.

    Raises:
        SystemExit: a model is needed and there is no address for it.
    """
    if name == "rules":
        return rules.predict
    if base_url is None:
        raise SystemExit(f"{name} asks a model: give --base-url")
    if name == "instructor":
        from benchmarks.baselines.plain_call import PlainCall

        return PlainCall(base_url, model, api_key).predict
    from benchmarks.baselines.lang_extract import LangExtract

    return LangExtract(base_url, model, api_key).predict


def run(predict: Predict, gold: list[GoldArticle], out: Path) -> int:
    """Add a line for each article that `out` lacks; the number of articles that failed."""
    done = {json.loads(line)["id"] for line in _lines(out)}
    failed = 0
    with out.open("a", encoding="utf-8") as file:
        for number, article in enumerate(gold, start=1):
            if article.id in done:
                continue
            begun = time.monotonic()
            try:
                found = predict(article)
            except Exception as error:  # noqa: BLE001 - whatever it is, the baseline found nothing
                failed += 1
                print(f"{article.id}: {type(error).__name__}: {error}"[:300], file=sys.stderr)
                found = Prediction(id=article.id)
            seconds = round(time.monotonic() - begun, 2)
            line = found.model_dump() | {"seconds": seconds}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            file.flush()
            print(f"[{number}/{len(gold)}] {article.id} {seconds} s", file=sys.stderr)
    return failed


def _lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line]


def main(arguments: list[str] | None = None) -> int:
    """Command line; 1 if an article failed."""
    parser = argparse.ArgumentParser(description="Run a baseline over a gold set.")
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--base-url")
    parser.add_argument("--model", default="local")
    parser.add_argument("--api-key", default="none")
    parser.add_argument("--limit", type=int)
    given = parser.parse_args(arguments)
    predict = baseline(given.name, given.base_url, given.model, given.api_key)
    failed = run(predict, load_gold(given.gold, given.limit), given.output)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
