"""Print the mutation suite: python -m benchmarks.mutants [--share 0.1] [--missed CLASS]."""

from __future__ import annotations

import argparse
import sys

from benchmarks.mutants.suite import FALSE_ALARMS, SEED, TARGETS, Count, run


def main() -> int:
    """Run the suite; 1 if a class is under its target."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants")
    parser.add_argument("--share", type=float, default=1.0, help="part of the sentences to take")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--missed", metavar="CLASS", help="show what was missed in a class")
    given = parser.parse_args()
    counts = run(share=given.share, seed=given.seed)
    sys.stdout.write(table(counts))
    if given.missed:
        sys.stdout.write("\n" + "".join(f"{text}\n" for text in counts[given.missed].missed))
    return 1 if under_target(counts) else 0


def table(counts: dict[str, Count]) -> str:
    """The outcome as a Markdown table."""
    rows = ["| changed | mutants | `validate` | `summarize` | target |", "|---|---|---|---|---|"]
    shown = [*TARGETS, *(name for name in counts if name not in TARGETS)]
    for name in (name for name in shown if name in counts):
        count = counts[name]
        alarms = name == "false alarms"
        target = f"{TARGETS[name]:.0%}" if name in TARGETS else "–"
        target = f"at most {FALSE_ALARMS:.0%}" if alarms else target
        rows.append(
            f"| {name} | {count.made:,} | {_share(count.by_validate, count.made)}"
            f" | {_share(count.by_summarize, count.made)} | {target} |"
        )
    made = sum(count.made for name, count in counts.items() if not name.startswith("false alarms"))
    return "\n".join([*rows, "", f"{made:,} mutants", ""])


def under_target(counts: dict[str, Count]) -> list[str]:
    """The classes that miss their target."""
    low = [name for name in TARGETS if name in counts and counts[name].share < TARGETS[name]]
    alarms = counts["false alarms"]
    worst = max(alarms.by_validate, alarms.by_summarize or 0)
    return low + (["false alarms"] if worst > FALSE_ALARMS * alarms.made else [])


def _share(caught: int | None, made: int) -> str:
    return "–" if caught is None else f"{caught / made:.1%}"


if __name__ == "__main__":
    sys.exit(main())
