"""Measure what a kept prefix saves: read once, kept on disk, brought back by a new process.

    python -m benchmarks.engine_prefix               about a minute

The prefix has about as many tokens as instructions with a worked example; what follows it is one
short question.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.engine_speed import ARTICLE, INSTRUCTIONS
from summarizer.llm.local import Engine, Weights, join_weights

QUESTION = "Is the union's president for or against the agreement? Answer A for, B against: "


def main() -> None:
    """Print what each step took, first without anything kept, then with it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "summarizer")
    weights = join_weights(parser.parse_args().cache)
    with tempfile.TemporaryDirectory() as folder:
        first = run(weights, Path(folder))
        second = run(weights, Path(folder))
        (state,) = Path(folder).glob("*.state")
        print(f"state file: {state.stat().st_size / 1e6:.1f} MB")
    print(f"same answer, same probabilities, in both processes: {first == second}")


def run(weights: Weights, folder: Path) -> list[Any]:
    """Start an engine, prepare the prefix, ask the question twice; return the answers."""
    prefix = [
        {"role": "system", "content": INSTRUCTIONS},
        {"role": "user", "content": ARTICLE.read_text(encoding="utf-8") * 2},
    ]
    begun = time.perf_counter()
    with Engine.start(weights, state_dir=folder) as engine:
        print(f"start: {time.perf_counter() - begun:.2f} s")
        answers = []
        for _ in range(2):
            begun = time.perf_counter()
            kept = engine.prepare(prefix, "prefix")
            print(f"{'restore' if kept else 'read and save'}: {time.perf_counter() - begun:.3f} s")
            begun = time.perf_counter()
            answers.append(ask(engine, prefix))
            print(f"question: {time.perf_counter() - begun:.2f} s")
    return answers


def ask(engine: Engine, prefix: list[dict[str, str]]) -> Any:
    """Put the question after the prefix; return the answer with its probabilities."""
    system, user = prefix
    asked = {**user, "content": user["content"] + QUESTION}
    answer = engine.post(
        "/v1/chat/completions",
        {
            "messages": [system, asked],
            "temperature": 0,
            "max_tokens": 1,
            "logprobs": True,
            "top_logprobs": 20,
        },
    )
    usage = answer["usage"]
    cached = usage["prompt_tokens_details"]["cached_tokens"]
    print(f"  prompt of {usage['prompt_tokens']} tokens, {cached} of them not read again")
    return answer["choices"][0]["logprobs"]


if __name__ == "__main__":
    main()
