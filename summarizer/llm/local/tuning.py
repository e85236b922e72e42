"""How the engine is set: chosen by measurement, see docs/performance.md."""

from __future__ import annotations

import os
from typing import Any

# By xllamacpp's names; enums by number.
PARAMS: dict[str, Any] = {
    "n_parallel": 1,  # one article at a time, so that a state belongs to one slot
    "cache_ram_mib": 0,  # no second copy of old prompts in memory
    "fit_params": False,  # measures the memory by loading the model twice
    "warmup": False,
    "ui": False,
}

# A thread that waits for the others looks a thousand times, then sleeps. The library's own 300,000
# looks cost nothing on an idle machine, and nine tenths of the speed where one other process works.
ENVIRONMENT = {"GOMP_SPINCOUNT": "1000"}


def core_counts(threads: int | None) -> dict[str, int]:
    """Return the thread settings; by default one thread for each core this process may use."""
    count = threads or _usable_cores()
    return {"cpuparams.n_threads": count, "cpuparams_batch.n_threads": count}


def _usable_cores() -> int:
    """Count the cores open to this process; a container may have fewer than the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
