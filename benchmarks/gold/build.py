"""Check every gold source and write the two sets: `python -m benchmarks.gold.build`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.gold.check import problems
from benchmarks.gold.source import read_source, to_gold

ROOT = Path(__file__).parents[2]
SETS = {
    ROOT / "tests/gold/dev.jsonl": ROOT / "tests/gold/articles",
    ROOT / "benchmarks/gold/report.jsonl": ROOT / "benchmarks/gold/articles",
}


def build(folder: Path) -> tuple[str, list[str]]:
    """The JSONL of a folder of sources, in order of file name, and what is wrong with them."""
    sources = [read_source(path) for path in sorted(folder.glob("*.toml"))]
    lines = [json.dumps(to_gold(source), ensure_ascii=False) + "\n" for source in sources]
    return "".join(lines), [found for source in sources for found in problems(source)]


def main() -> int:
    """Write both sets; 1 if any source breaks a rule."""
    broken: list[str] = []
    for target, folder in SETS.items():
        text, found = build(folder)
        target.write_text(text, encoding="utf-8")
        broken += found
    for line in broken:
        print(line, file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
