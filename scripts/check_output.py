"""Run the main job on every example and check what must hold whatever the model says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

EXAMPLES = sorted(Path(__file__).parent.parent.joinpath("examples").glob("*.txt"))


def check(summary: dict[str, object]) -> None:
    """Every quote stands where it is said to stand, and none of it is boilerplate."""
    article = summary["article"]
    assert isinstance(article, dict)
    items = [
        item
        for name in ("gist", "actors", "statements", "stances", "events")
        for item in summary[name]  # type: ignore[attr-defined]
    ]
    for item in items:
        for evidence in item["evidence"]:
            start, end = evidence["start"], evidence["end"]
            assert article["text"][start:end] == evidence["quote"], evidence
            assert evidence["sentence"] not in article["boilerplate"], evidence
    names = [actor["name"] for actor in summary["actors"]]  # type: ignore[attr-defined]
    assert names, "no actors"
    assert len(names) == len(set(names)), names


def main() -> None:
    """Summarize all examples in one run."""
    command = [Path(sys.executable).parent / "summarizer", "summarize", *EXAMPLES, "-q"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    lines = done.stdout.splitlines()
    assert len(lines) == len(EXAMPLES), len(lines)
    for line in lines:
        check(json.loads(line))
    print(f"{len(lines)} summaries hold what they must")


if __name__ == "__main__":
    main()
