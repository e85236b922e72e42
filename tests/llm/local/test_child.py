"""The worker process: how it starts, fails and ends, tried on small scripts in its place."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.errors import EngineError
from summarizer.llm.local import worker
from summarizer.llm.local.child import end_child, start_child
from summarizer.llm.local.worker import WorkerSettings

SETTINGS: WorkerSettings = {
    "model": "model.gguf",
    "name": "model",
    "api_key": "secret",
    "state_dir": "",
    "log": "/dev/null",
    "environment": {},
    "params": {},
}


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "stand_in.py"


def test_the_answer_comes_back_and_the_worker_stays(script: Path) -> None:
    script.write_text(
        "import json, sys\n"
        "settings = json.loads(sys.stdin.readline())\n"
        "print(json.dumps({'url': settings['model'], 'version': '1'}), flush=True)\n"
        "sys.stdin.read()\n"
    )
    process, reply = start_child(SETTINGS, 20, script=str(script))
    assert reply == {"url": "model.gguf", "version": "1"}
    assert process.poll() is None
    end_child(process)
    assert process.poll() is not None


def test_the_key_is_not_on_the_command_line(script: Path) -> None:
    script.write_text('import sys\nprint(\'{"argv": "%s"}\' % sys.orig_argv, flush=True)\n')
    process, reply = start_child(SETTINGS, 20, script=str(script))
    end_child(process)
    assert "secret" not in reply["argv"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("raise SystemExit(7)", r"died while it started \(exit 7\)"),
        ("import os; os.abort()", r"died while it started \(SIGABRT\)"),
        ("import os; os.kill(os.getpid(), 9)", "lack of memory"),
        ('print(\'{"error": "bad tensor"}\', flush=True)', "did not start: bad tensor"),
        ("import time; time.sleep(60)", "did not start within 1 s"),
    ],
)
def test_every_way_of_not_starting_has_its_reason(script: Path, code: str, reason: str) -> None:
    script.write_text(code)
    seconds = 1 if "sleep" in code else 20
    with pytest.raises(EngineError, match=reason) as caught:
        start_child(SETTINGS, seconds, script=str(script))
    assert caught.value.hint


def test_the_worker_imports_nothing_of_ours_and_no_engine_before_it_is_asked() -> None:
    code = f"import runpy, sys; runpy.run_path({worker.__file__!r}); print(sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True
    )
    modules = json.loads(done.stdout.replace("'", '"'))
    assert not [name for name in modules if name.split(".")[0] in {"summarizer", "xllamacpp"}]


def test_a_worker_without_a_parent_leaves_at_once() -> None:
    done = subprocess.run(
        [sys.executable, "-P", worker.__file__],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=20,
        check=True,
    )
    assert (done.stdout, done.stderr) == (b"", b"")
