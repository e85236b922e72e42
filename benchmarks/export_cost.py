"""What `export` costs: python -m benchmarks.export_cost [summaries, 20000].

Our own example summaries under new ids, exported in every form, each by a process of its own; its
seconds of processor time and its highest memory, for a tenth of the summaries and for all of them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

EXAMPLES: Final = Path(__file__).parent.parent / "examples"
FORMS: Final = {
    "CSV": ("t/",),
    "SQLite": ("t.db",),
    "Parquet": ("t.parquet",),
    "PLOVER": ("t.jsonl",),
    "SQLite, redacted": ("r.db", "--redact-persons"),
}


def make(path: Path, count: int) -> Path:
    """A file of so many summaries."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(_lines(count))
    return path


def measure(source: Path, output: str, *more: str) -> tuple[float, float]:
    """Seconds of processor time and megabytes at the most, of one export."""
    command = [sys.executable, "-m", "summarizer", "export", str(source), "-q", "-o", output, *more]
    running = subprocess.Popen(command, cwd=source.parent)  # noqa: S603  our own command
    _, status, used = os.wait4(running.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended in {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main(count: int) -> None:
    """Print the table."""
    print(f"| form | {count // 10:,} summaries | {count:,} summaries |\n| --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        some = make(Path(folder) / "some.jsonl", count // 10)
        every = make(Path(folder) / "every.jsonl", count)
        for form, wanted in FORMS.items():
            cells = [
                f"{seconds:.0f} s, {megabytes:.0f} MB"
                for seconds, megabytes in (measure(source, *wanted) for source in (some, every))
            ]
            print(f"| {form} | {' | '.join(cells)} |", flush=True)


def _lines(count: int) -> Iterator[str]:
    found = sorted(EXAMPLES.rglob("*.summary.json"))
    values = [json.loads(path.read_text(encoding="utf-8")) for path in found]
    for number in range(count):
        value = values[number % len(values)]
        value["article"]["id"] = f"x{number}"
        yield f"{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
