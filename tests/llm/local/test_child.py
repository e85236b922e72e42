"""The worker process: how it starts, fails and ends, tried on small scripts in its place."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.errors import EngineError, OutputError
from summarizer.llm.local import worker
from summarizer.llm.local.child import end_child, start_child
from summarizer.llm.local.worker import WorkerSettings

SETTINGS: WorkerSettings = {
    "model": "model.gguf",
    "name": "model",
    "api_key": "secret",
    "state_dir": "",
    "quiet": True,
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


COMPLAINT = "0.1 I loading\\n0.2 E load: tensor 'x' is cut off\\n0.3 E load: failed\\n"
SAYS_COMPLAINT = f'import sys; sys.stderr.write("{COMPLAINT}"); sys.stderr.flush()'


@pytest.mark.parametrize(
    ("code", "reason", "hint"),
    [
        ("raise SystemExit(7)", r"ended with exit code 7 while it started$", "run it again"),
        ("raise ImportError('no such engine')", r"exit code 1 .*: ImportError: no such", "again"),
        ("import os; os.abort()", r"ended by SIGABRT while it started$", "run it again"),
        (
            f"{SAYS_COMPLAINT}; import os; os.abort()",
            r"SIGABRT .*: tensor 'x' is cut off$",
            "again",
        ),
        ("import os; os.kill(os.getpid(), 9)", r"lack of memory", "2.5 GB"),
        ("import os; os.kill(os.getpid(), 4)", r"ended by SIGILL", "AVX2"),
        ('print(\'{"error": "bad tensor"}\', flush=True)', r"start: bad tensor$", "damaged"),
        (f'{SAYS_COMPLAINT}; print(\'{{"error": "bad"}}\')', r"start: tensor 'x' is", "damaged"),
        ('print(\'{"error": "unable to allocate"}\')', r"unable to allocate", "2.5 GB"),
        ("import time; time.sleep(60)", r"did not start within 1 s", "busy"),
    ],
)
def test_every_way_of_not_starting_has_its_reason(
    script: Path, code: str, reason: str, hint: str
) -> None:
    script.write_text(code)
    seconds = 1 if "sleep" in code else 20
    with pytest.raises(EngineError, match=reason) as caught:
        start_child(SETTINGS, seconds, script=str(script))
    assert hint in str(caught.value.hint)


def test_the_log_goes_where_it_is_asked_for(script: Path, tmp_path: Path) -> None:
    script.write_text("import sys; sys.stderr.write('loading'); print('{}', flush=True)")
    log = tmp_path / "engine.log"
    process, _ = start_child(SETTINGS, 20, script=str(script), log_file=log)
    process.wait()
    end_child(process)
    assert log.read_text() == "loading"
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_log_that_cannot_be_written_is_named(script: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"the engine's log .* cannot be written"):
        start_child(SETTINGS, 20, script=str(script), log_file=tmp_path / "none" / "engine.log")


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
