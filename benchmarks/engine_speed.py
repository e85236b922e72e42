"""Measure how settings change the embedded engine's speed and memory.

    python -m benchmarks.engine_speed                    every variant once, about 12 minutes
    python -m benchmarks.engine_speed chosen -r 3        some variants, three times each

Each run starts a new engine, reads one prompt and drafts one invented article. Speeds
are tokens a second as the engine counts them; costs are processor time, which other work on the
machine disturbs less. `others` is the share of the machine that other processes used meanwhile.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.draft import Draft
from summarizer.llm.local import Engine, Weights, join_weights

ARTICLE = Path(__file__).with_name("engine_article.txt")
INSTRUCTIONS = (
    "You read one news article, given as numbered sentences, and fill in a form about it as JSON: "
    "the actors, the events, who is for or against what, and a gist of three sentences. Take names "
    "and wording from the article and cite the numbers of the sentences that support each entry."
)
WRITE_TOKENS = 300

VARIANTS: dict[str, dict[str, Any]] = {
    "chosen": {},
    "one thread": {"cpuparams.n_threads": 1, "cpuparams_batch.n_threads": 1},
    "three threads": {"cpuparams.n_threads": 3, "cpuparams_batch.n_threads": 3},
    "batch 256": {"n_batch": 256, "n_ubatch": 256},
    "batch 1024": {"n_batch": 1024, "n_ubatch": 1024},
    "batch 2048, micro 128": {"n_batch": 2048, "n_ubatch": 128},
    "flash attention off": {"flash_attn_type": 0},
    "KV q8_0": {"cache_type_k": 8, "cache_type_v": 8, "flash_attn_type": 1},
    "no mmap": {"load_mode": 0},
    "context 4096": {"n_ctx": 4096},
    "fitted to memory": {"fit_params": True},
    "warm-up": {"warmup": True},
    "ngram simple": {"speculative.types": [6]},
    "ngram simple, short": {
        "speculative.types": [6],
        "speculative.ngram_simple.size_n": 4,
        "speculative.ngram_simple.size_m": 12,
    },
    "ngram map k": {"speculative.types": [7]},
    "ngram map k, short": {
        "speculative.types": [7],
        "speculative.ngram_map_k.size_n": 4,
        "speculative.ngram_map_k.size_m": 12,
    },
    "ngram map k4v, short": {
        "speculative.types": [8],
        "speculative.ngram_map_k4v.size_n": 4,
        "speculative.ngram_map_k4v.size_m": 12,
    },
    "ngram mod": {"speculative.types": [9]},
    "ngram mod, short": {
        "speculative.types": [9],
        "speculative.ngram_mod.n_match": 6,
        "speculative.ngram_mod.n_min": 4,
        "speculative.ngram_mod.n_max": 16,
    },
    "ngram cache": {"speculative.types": [10]},
}


@dataclass(frozen=True)
class Row:
    """One run: seconds, tokens a second, processor ms a token, MB, percent."""

    start: float
    read: float
    write: float
    read_cost: float
    write_cost: float
    total: float
    peak: float
    others: float
    drafted: str

    def __str__(self) -> str:
        """Return the cells of a Markdown row."""
        return (
            f"{self.start:.1f} | {self.read:.1f} | {self.write:.1f} | {self.read_cost:.1f} | "
            f"{self.write_cost:.1f} | {self.total:.1f} | {self.peak:.0f} | {self.others:.0f} | "
            f"{self.drafted}"
        )


def main() -> None:
    """Run the variants asked for and print one table row for each run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("variants", nargs="*", metavar="VARIANT", help=", ".join(VARIANTS))
    parser.add_argument("-r", "--repeat", type=int, default=1)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "summarizer")
    chosen = parser.parse_args()
    weights = join_weights(chosen.cache)
    print(
        "| variant | start s | read t/s | write t/s | read ms/t | write ms/t | total s | peak MB "
        "| others % | drafted |\n|---|---|---|---|---|---|---|---|---|---|"
    )
    for name in chosen.variants or VARIANTS:
        for _ in range(chosen.repeat):
            print(f"| {name} | {measure(weights, VARIANTS[name])} |", flush=True)


def measure(weights: Weights, params: Mapping[str, Any]) -> Row:
    """Start an engine with `params`, let it read the article, then write a draft of it."""
    begun, busy = time.perf_counter(), _busy_seconds()
    with Engine.start(weights, params=params) as engine:
        started = time.perf_counter()
        loaded_cpu = _cpu_seconds(engine.process_id)
        reading = draft(engine, max_tokens=1)
        read_cpu = _cpu_seconds(engine.process_id)
        writing = draft(engine, max_tokens=WRITE_TOKENS)
        done = time.perf_counter()
        all_cpu, peak = _cpu_seconds(engine.process_id), _peak_mb(engine.process_id)
        others = (_busy_seconds() - busy - all_cpu) / (done - begun) / (os.cpu_count() or 1)
    drafted = f"{writing.get('draft_n_accepted', 0):.0f} of {writing.get('draft_n', 0):.0f}"
    return Row(
        start=started - begun,
        read=reading["prompt_per_second"],
        write=writing["predicted_per_second"],
        read_cost=1000 * (read_cpu - loaded_cpu) / reading["prompt_n"],
        write_cost=1000 * (all_cpu - read_cpu) / writing["predicted_n"],
        total=done - begun,
        peak=peak,
        others=100 * max(0.0, others),
        drafted=drafted,
    )


def draft(engine: Engine, max_tokens: int) -> dict[str, float]:
    """Ask for a draft of the article and return the engine's own timings."""
    lines = [line for line in ARTICLE.read_text(encoding="utf-8").splitlines() if line]
    numbered = "\n".join(f"[{number}] {line}" for number, line in enumerate(lines, start=1))
    form = {"name": "Draft", "schema": Draft.model_json_schema()}
    answer = engine.post(
        "/v1/chat/completions",
        {
            "messages": [
                {"role": "system", "content": INSTRUCTIONS},
                {"role": "user", "content": numbered},
            ],
            "response_format": {"type": "json_schema", "json_schema": form},
            "temperature": 0,
            "max_tokens": max_tokens,
        },
    )
    timings: dict[str, float] = answer["timings"]
    return timings


def _busy_seconds() -> float:
    """Seconds that all cores together have worked since boot (Linux)."""
    numbers = [int(field) for field in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    return (sum(numbers) - numbers[3] - numbers[4]) / os.sysconf("SC_CLK_TCK")


def _cpu_seconds(process_id: int) -> float:
    """Return the processor time of a process so far, all threads together (Linux)."""
    fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak_mb(process_id: int) -> float:
    """Return the most memory a process has held, mapped file pages included (Linux)."""
    lines = Path(f"/proc/{process_id}/status").read_text().splitlines()
    status = dict(line.split(":", 1) for line in lines)
    return int(status["VmHWM"].split()[0]) * 1024 / 1e6


if __name__ == "__main__":
    main()
