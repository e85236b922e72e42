"""The embedded engine itself, with the real model; without weights or engine these tests fail.

What the model writes is never asserted, only that it is well formed: sums of floating-point numbers
differ between processors.
"""

from __future__ import annotations

import http.client
import json
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import EngineError, MissingExtraError
from summarizer.llm.local import Engine, Weights, join_weights
from summarizer.settings import default_cache_dir

pytestmark = pytest.mark.engine

STATIC = [
    {"role": "system", "content": "You answer questions about short news reports in JSON."},
    {
        "role": "user",
        "content": "Answer in few words. Name people by their last name.\n\nReport:\n",
    },
]
REPORT = "Mayor Ida Holm opened the new bridge in Varna on Friday."
SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "maxLength": 30},
        "verb": {"enum": ["opened", "closed"]},
    },
    "required": ["name", "verb"],
    "additionalProperties": False,
}


@pytest.fixture(scope="module")
def weights() -> Weights:
    """The joined weights, in the cache that every run of the program uses."""
    return join_weights(default_cache_dir())


@pytest.fixture(scope="module")
def state_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("states")


@pytest.fixture(scope="module")
def engine(weights: Weights, state_dir: Path) -> Iterator[Engine]:
    """An engine that was started in a thread which has ended: it must outlive it."""
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(Engine.start, weights, state_dir=state_dir).result()
    with running:
        yield running


def request(question: str, **more: Any) -> dict[str, Any]:
    """A chat request that begins with STATIC."""
    system, user = STATIC
    asked = {**user, "content": f"{user['content']}{REPORT}\n\n{question}"}
    return {"messages": [system, asked], "temperature": 0, "max_tokens": 5, **more}


def ask(engine: Engine, question: str, **more: Any) -> dict[str, Any]:
    return engine.post("/v1/chat/completions", request(question, **more))


def cached(answer: dict[str, Any]) -> int:
    count: int = answer["usage"]["prompt_tokens_details"]["cached_tokens"]
    return count


def test_answers_keep_to_the_schema(engine: Engine) -> None:
    form = {"type": "json_schema", "json_schema": {"name": "Act", "schema": SCHEMA}}
    answer = ask(engine, "Who did what?", response_format=form, max_tokens=60)
    content = json.loads(answer["choices"][0]["message"]["content"])
    assert content["verb"] in {"opened", "closed"}
    assert isinstance(content["name"], str)


def test_a_stream_ends_with_its_usage(engine: Engine) -> None:
    body = request("Who?", stream=True, stream_options={"include_usage": True})
    connection = http.client.HTTPConnection(engine.base_url.split("/")[2], timeout=60)
    headers = {"Authorization": f"Bearer {engine.api_key}", "Content-Type": "application/json"}
    connection.request("POST", "/v1/chat/completions", json.dumps(body), headers)
    lines = connection.getresponse().read().decode().split("\n\n")
    connection.close()
    chunks = [
        json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: {")
    ]
    written = [chunk for chunk in chunks if chunk["choices"]]
    assert chunks[-1]["usage"]["completion_tokens"] >= len(written) - 2
    assert len(written) > 1


def test_the_first_token_comes_with_probabilities_that_add_up(engine: Engine) -> None:
    answer = ask(
        engine, "Is Holm a mayor? Yes or No:", max_tokens=1, logprobs=True, top_logprobs=20
    )
    top = answer["choices"][0]["logprobs"]["content"][0]["top_logprobs"]
    shares = [math.exp(entry["logprob"]) for entry in top]
    assert len(shares) == 20
    assert 0.5 < sum(shares) <= 1.001
    assert min(shares) > 0
    assert shares == sorted(shares, reverse=True)


def test_a_shared_start_is_read_once(engine: Engine) -> None:
    ask(engine, "Who opened it?", max_tokens=1)
    again = ask(engine, "When was that?", max_tokens=1)
    assert again["usage"]["prompt_tokens"] - cached(again) < 16


def test_a_prepared_start_outlives_the_process(
    weights: Weights, state_dir: Path, engine: Engine
) -> None:
    assert engine.prepare(STATIC, "outlives") is False
    first = ask(engine, "Who opened what, and where?")
    with Engine.start(weights, state_dir=state_dir) as later:
        assert later.prepare(STATIC, "outlives") is True
        second = ask(later, "Who opened what, and where?")
        with pytest.raises(EngineError, match="refused /nowhere"):
            later.post("/nowhere", {})
    assert cached(first) == cached(second) > 30
    assert first["choices"] == second["choices"]


def test_the_same_start_gives_the_same_answer(engine: Engine) -> None:
    asked = {"logprobs": True, "top_logprobs": 3}
    engine.prepare(STATIC, "same")
    first = ask(engine, "Who opened what?", **asked)
    ask(engine, "Something else entirely: name three rivers.")
    engine.prepare(STATIC, "same")
    second = ask(engine, "Who opened what?", **asked)
    assert first["choices"] == second["choices"]


def test_an_unusable_state_is_a_miss(engine: Engine, state_dir: Path) -> None:
    engine.prepare(STATIC, "damaged")
    (path,) = state_dir.glob("damaged.*.state")
    path.write_bytes(path.read_bytes()[:-1000])
    assert engine.restore_state("damaged") is False
    assert engine.restore_state("never saved") is False
    assert engine.prepare(STATIC, "damaged") is False


def test_saved_states_are_the_users_alone(engine: Engine, state_dir: Path) -> None:
    engine.prepare(STATIC, "private")
    (path,) = state_dir.glob("private.*.state")
    assert path.stat().st_mode & 0o777 == 0o600


def test_tokens_are_counted(engine: Engine) -> None:
    assert engine.tokenize("") == 0
    assert 8 < engine.tokenize(REPORT) < 30


def test_it_listens_on_loopback_only(engine: Engine) -> None:
    port = f"{int(engine.base_url.split(':')[2].split('/')[0]):04X}"
    listening = [
        line.split()[1]
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
        if line.split()[3] == "0A"
    ]
    assert [address for address in listening if address.endswith(f":{port}")] == [
        f"0100007F:{port}"
    ]


def test_it_answers_nobody_without_the_key(engine: Engine) -> None:
    connection = http.client.HTTPConnection(engine.base_url.split("/")[2], timeout=20)
    connection.request("POST", "/v1/chat/completions", json.dumps(request("Who?")))
    assert connection.getresponse().status == 401
    connection.close()
    command_line = Path(f"/proc/{engine.process_id}/cmdline").read_text()
    assert engine.api_key not in command_line
    assert engine.api_key not in repr(engine)


def test_the_terminals_signals_do_not_reach_it(engine: Engine) -> None:
    assert os.getsid(engine.process_id) != os.getsid(0)


def test_a_file_that_is_no_model_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "noise.gguf"
    path.write_bytes(b"GGUF\x03\0\0\0" + bytes(range(256)) * 8192)
    with pytest.raises(EngineError, match="did not start: number of tensors is") as caught:
        Engine.start(Weights(path=path, id="noise", name="noise"))
    assert "damaged" in str(caught.value.hint)


def test_a_missing_engine_names_the_extra(
    weights: Weights, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(MissingExtraError, match="needs the extra 'local'"):
        Engine.start(weights)


def test_a_death_at_work_is_told(weights: Weights, tmp_path: Path) -> None:
    (tmp_path / "states").write_text("a file where the folder should be")
    with Engine.start(weights, state_dir=tmp_path / "states") as running:
        assert running.save_state("nowhere") is False
        assert running.restore_state("nowhere") is False
        running.check()
        os.kill(running.process_id, signal.SIGKILL)
        with pytest.raises(EngineError, match="ended by SIGKILL at work"):
            running.tokenize("anyone there?")
        with pytest.raises(EngineError, match="ended by SIGKILL at work"):
            running.check()


PARENT = """
import os, sys, time
from pathlib import Path
from summarizer.llm.local import Engine, Weights

weights = Weights(path=Path(sys.argv[1]), id="any", name="any")
with Engine.start(weights, on_event=lambda event: print(event, flush=True)) as engine:
    if sys.argv[2] == "forked" and os.fork() == 0:
        time.sleep(10)  # holds a copy of the pipe that the engine lives by
        os._exit(0)
    time.sleep(60)
"""


@pytest.mark.parametrize(
    ("number", "event", "parent_is"),
    [
        (signal.SIGKILL, "loading", "alone"),
        (signal.SIGKILL, "ready", "forked"),
        (signal.SIGINT, "loading", "alone"),
        (signal.SIGINT, "ready", "alone"),
    ],
)
def test_it_ends_with_its_parent(
    weights: Weights, tmp_path: Path, number: signal.Signals, event: str, parent_is: str
) -> None:
    model = weights.path
    if event == "loading":
        model = tmp_path / "endless.gguf"
        os.mkfifo(model)  # whoever reads it waits for ever, as if a disk were very slow
    command = [sys.executable, "-c", PARENT, str(model), parent_is]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as parent:
        assert parent.stdout is not None
        while parent.stdout.readline().strip() != event:
            assert parent.poll() is None
        child = the_worker_of(parent.pid)
        os.kill(parent.pid, number) if parent_is == "forked" else os.killpg(parent.pid, number)
        parent.wait(timeout=60)
        ended = gone_within(child, seconds=5)
        if not ended:
            os.kill(child, signal.SIGKILL)  # a failed test leaves nothing behind either
        assert ended


def the_worker_of(process_id: int) -> int:
    """The first child, once it has come so far as to load the engine."""
    while True:
        child = (*children_of(process_id), None)[0]
        if child is not None and "xllamacpp" in Path(f"/proc/{child}/maps").read_text():
            return child
        time.sleep(0.05)


def children_of(process_id: int) -> list[int]:
    listed = Path(f"/proc/{process_id}/task/{process_id}/children").read_text().split()
    return [int(number) for number in listed]


def gone_within(process_id: int, seconds: float) -> bool:
    """Whether the process ends in time; one that only waits to be buried has ended."""
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        with suppress(ProcessLookupError, FileNotFoundError):
            if Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
                time.sleep(0.05)
                continue
        return True
    return False
