"""What validation loads, how fast it is, and that it keeps nothing."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer.validation.run import Options, check_files
from tests.validation.documents import dumped, summary

MANY = 10_000
SECONDS = 15
"""For so many summaries of about 5 KB, on one core."""
GROWTH = 30 * 1024
"""KiB by which memory may grow over all of them."""

FORBIDDEN = ("openai", "instructor", "xllamacpp", "rich", "httpx2", "requests", "trafilatura")


def test_validation_loads_no_provider_no_engine_and_no_network(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(dumped(summary()))
    code = (
        "import json, sys\n"
        "from summarizer.cli import main\n"
        f"sys.argv[1:] = ['validate', {str(path)!r}]\n"
        "try: main()\n"
        "except SystemExit as end: code = end.code\n"
        "print(json.dumps([code, sorted({name.partition('.')[0] for name in sys.modules})]))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    exit_code, loaded = json.loads(run.stdout.splitlines()[-1])
    assert exit_code == 0
    assert not set(loaded) & set(FORBIDDEN)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Write as many files, each with its own id."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(MANY):
        document = summary()
        document["article"]["id"] = f"story-{number}"
        data = json.dumps(document, ensure_ascii=False).encode()
        (folder / f"{number:05}.summary.json").write_bytes(data)
    assert 4_500 < len(data) < 9_000
    return [str(folder)]


@pytest.mark.slow
def test_ten_thousand_summaries_take_seconds_and_no_memory(many: list[str]) -> None:
    results = check_files(many, Options())
    for _ in range(500):  # imports, schemas and caches are not growth
        next(results)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    assert sum(len(result.found) for result in results) == 0
    assert time.process_time() - started < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < GROWTH
