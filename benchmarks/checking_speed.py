"""How fast `validate` and grounding are, and whether ten times the article takes ten times as long.

python -m benchmarks.checking_speed [--files 10000]
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.mutants.summaries import assembled
from summarizer.article import Metadata, build_article
from summarizer.draft import Draft, DraftEvent
from summarizer.grounding import ground, read_article
from summarizer.validation.check import check
from summarizer.validation.run import Options, check_files

ROOT: Final = Path(__file__).parents[1]
EXAMPLE: Final = ROOT / "examples" / "bus-strike.summary.json"
_RUNS: Final = 15
_REPEATS: Final = 5
_NAMES: Final = ("Arno Belt", "Cara Dunn", "Emil Frost", "Gerda Hahn", "Ivo Jarl", "Kaja Lund")
_VERBS: Final = ("criticized", "praised", "sued", "fined", "backed")


def main() -> int:
    """Print each figure with what it was asked to be."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checking_speed")
    parser.add_argument("--files", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        seconds, size, growth = many_files(Path(folder), given.files)
    print(f"{given.files:,} summaries of {size / 1024:.1f} KB: {seconds:.1f} s, {growth} MB more")
    for name, (least, middle) in starts().items():
        print(f"one file, against {name}: {least:.1f} times as long, median {middle:.1f}")
    ten_times(5)  # word lists are read once
    few, many = least_of(30), least_of(300)
    for name in few:
        ratio = many[name] / few[name] / 10
        print(f"{name}: 30 items {few[name]:.2f} s, 300 items {many[name]:.2f} s, {ratio:.2f} x 10")
    return 0


def many_files(folder: Path, count: int) -> tuple[float, float, int]:
    """Processor seconds for so many files, bytes of one, and megabytes that memory grew by."""
    from tests.validation.documents import dumped, summary

    document = summary()
    for number in range(count):
        document["article"]["id"] = f"story-{number}"
        (folder / f"{number:06}.summary.json").write_bytes(dumped(document))
    results = check_files([str(folder)], Options())
    for _ in range(min(200, count)):  # imports and word lists are no growth
        next(results)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    for result in results:
        if result.found:
            raise SystemExit(f"not a correct summary: {result.found[0].message}")
    seconds = time.process_time() - started
    growth = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return seconds, len(dumped(document)), growth // 1024


def starts() -> dict[str, tuple[float, float]]:
    """How many times as long `validate` of one file takes as smaller programs: least and median.

    Processor time of whole processes, by turns, with byte code kept as an installation keeps it.
    """
    bare = "import typer\napp = typer.Typer()\n@app.command()\ndef f(x: str): pass\napp(['x'])"
    programs = {
        "python -c 'import typer, pydantic'": ["-c", "import typer, pydantic"],
        "a typer command with one argument that does nothing": ["-c", bare],
    }
    own = ["-m", "summarizer", "validate", str(EXAMPLE)]
    with tempfile.TemporaryDirectory() as folder:
        kept = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        for words in (own, *programs.values()):
            _run(words, kept)
        rounds = [[_run(words, kept) for words in (own, *programs.values())] for _ in range(_RUNS)]
    ours, *theirs = zip(*rounds, strict=True)
    return {
        name: (min(ours) / min(other), median(ours) / median(other))
        for name, other in zip(programs, theirs, strict=True)
    }


def _run(arguments: list[str], environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, *arguments]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)  # noqa: S603  # our own
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def least_of(items: int) -> dict[str, float]:
    """The least processor seconds of a few runs, each over other words: none is remembered."""
    runs = [ten_times(items, turn) for turn in range(_REPEATS)]
    return {name: min(run[name] for run in runs) for name in runs[0]}


def ten_times(items: int, turn: int = 0) -> dict[str, float]:
    """Processor seconds to ground and to validate an article of 40 words an item."""
    text, draft = long_story(items, turn)
    article = build_article(text, Metadata(published=date(2033, 10, 5), language="en"))

    started = time.process_time()
    reading = read_article(article)
    found = ground(draft, reading)
    grounded = time.process_time()
    data = assembled(reading, found).model_dump_json(by_alias=True).encode()
    written = time.process_time()
    if len(found.events) != items or check(data, "long.json").value is None:
        raise SystemExit("not every item was checked")
    return {"grounding": grounded - started, "validating": time.process_time() - written}


def long_story(items: int, turn: int = 0) -> tuple[str, Draft]:
    """An article, and a draft with an event for each two sentences of it."""
    sentences, events = [], []
    for number in range(items):
        holder, target = (_name(number), _name(number + 1))
        lamps = number + 1000 * (items + turn)
        first = f"{holder} {_VERBS[number % 5]} {target} over {lamps} lamps on Monday."
        rest = (
            "People near the quay heard of it in the evening and went on with what they were doing,"
        )
        sentences += [first, f"{rest} as they had done on most days of that long and rainy year."]
        events.append(
            DraftEvent.model_construct(
                description=first.rstrip("."),
                type="OTHER",
                actors=[holder],
                recipients=[target],
                status="occurred",
                sentences=[2 * number + 1],
            )
        )
    draft = Draft.model_construct(actors=[], gist=[], stances=[], events=events)
    return "\n\n".join(sentences), draft


def _name(number: int) -> str:
    """One of sixty people: an article has no new ones in every sentence."""
    return f"{_NAMES[number % 6]}{'abcdefghij'[number // 6 % 10]}"


if __name__ == "__main__":
    sys.exit(main())
