"""Budgets, kept answers, rehearsals and logs on the command line."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import RULING, STORM, Command, at
from tests.pipeline.answering import Answers
from tests.pipeline.saved import draft_of
from tests.scripted.entries import always, answer, status
from tests.scripted.server import scripted

EMPTY: dict[str, Any] = {"actors": [], "events": [], "stances": [], "gist": []}


def several(folder: Path, count: int) -> Path:
    """A file with so many articles."""
    path = folder / "many.jsonl"
    lines = (
        json.dumps({"id": f"x{n}", "text": f"Ada Moss left on day {n}."}) for n in range(count)
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def ids(path: Path) -> list[str]:
    return [json.loads(line)["article"]["id"] for line in path.read_text().splitlines()]


@pytest.mark.parametrize(
    ("limit", "says"),
    [
        (("--max-calls", "2"), "2 calls were made"),
        (("--max-tokens", "200"), "220 tokens were used"),
        (("--max-cost", "0.0002", "--price", "1/1"), "$0.0002 was spent"),
    ],
)
def test_at_a_limit_what_is_done_is_written(
    limit: tuple[str, ...], says: str, command: Command, tmp_path: Path
) -> None:
    many = several(tmp_path, 9)
    with scripted(answer(EMPTY), answer(EMPTY)) as server:
        done = command("summarize", many, "-q", "-o", "out.jsonl", *limit, *at(server))
    assert done.code == 6
    assert ids(tmp_path / "out.jsonl") == ["x0", "x1"]
    first, hint, left = done.err.splitlines()
    assert first == f"summarizer: the budget is used up: {says}"
    assert hint.startswith("  what is done is kept; go on with a larger --max-")
    assert left.startswith("summarizer: not done: ")
    assert left.endswith(" and 2 more")


def test_one_cause_again_and_again_stops_it_and_lists_the_rest(
    command: Command, tmp_path: Path
) -> None:
    with scripted(otherwise=always(status(503, "down"))) as server:
        done = command("summarize", several(tmp_path, 9), "-q", "-o", "o.jsonl", *at(server))
    assert (done.code, server.calls) == (4, 5)
    assert "the last 5 articles failed of the same cause" in done.err
    assert "not done: " in done.err


def test_a_wrong_key_costs_one_call_whatever_is_to_do(command: Command, tmp_path: Path) -> None:
    with scripted(status(401, "no")) as server:
        done = command("summarize", several(tmp_path, 9), "-q", "-o", "o.jsonl", *at(server))
    assert (done.code, server.calls) == (4, 1)


@pytest.fixture
def _cached(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SUMMARIZER_CACHE", "true")
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path / "cache"))


@pytest.mark.usefixtures("_cached")
def test_kept_answers_can_be_looked_at_purged_and_cleared(command: Command) -> None:
    assert "0 answers about 0 articles" in command("cache", "info").out
    with scripted(answer(draft_of("storm")), answer(draft_of("court-ruling"))) as server:
        first = command("summarize", STORM, "-q", "--format", "json", *at(server))
        command("summarize", RULING, "-q", *at(server))
        again = command("summarize", STORM, "-v", "--format", "json", *at(server))
    assert json.loads(again.out)["events"] == json.loads(first.out)["events"]
    assert "Draft: answered from the cache" in again.err
    assert "2 answers about 2 articles" in command("cache", "info").out
    article = json.loads(first.out)["article"]["id"]
    assert command("cache", "purge", "--article", article).out == "1 answer dropped\n"
    assert command("cache", "clear").out == "1 answer dropped\n"
    assert "0 answers about 0 articles" in command("cache", "info").out


@pytest.mark.usefixtures("_cached")
def test_without_the_cache_nothing_is_looked_up_or_kept(command: Command) -> None:
    with scripted(*[answer(draft_of("storm"))] * 3) as server:
        command("summarize", STORM, "-q", *at(server))
        command("summarize", STORM, "-q", "--no-cache", *at(server))
        command("cache", "clear")
        command("summarize", STORM, "-q", "--no-cache", *at(server))
    assert "0 answers" in command("cache", "info").out


def test_a_rehearsal_asks_nobody(command: Command, tmp_path: Path) -> None:
    with scripted() as server:
        done = command("summarize", STORM, "--dry-run", "--price", "1/2", *at(server))
    assert done.code == 0
    assert f"=== {STORM}: call 1 of 1\n--- system\n" in done.out
    assert "[4] A woman died in the village of Aske" in done.out
    last = done.out.splitlines()[-1]
    assert last.startswith(f"=== {STORM}: 1 call, about ")
    assert "at most 2,400 written: $0.00" in last
    assert list(tmp_path.iterdir()) == []


def test_a_rehearsal_of_a_plan_that_asks(command: Command) -> None:
    done = command("summarize", STORM, "--dry-run")
    last = done.out.splitlines()[-1]
    assert "calls, about" in last
    assert last.endswith("price not known")
    assert "gist" in done.out


def test_a_rehearsal_needs_no_key(command: Command) -> None:
    last = command("summarize", STORM, "--dry-run", "--model", "openai/gpt-4o").out.splitlines()[-1]
    assert ": $0." in last


def test_the_log_has_a_line_for_each_event_and_no_word_of_the_article(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = "sk-planted-0123456789"
    monkeypatch.setenv("OPENAI_API_KEY", key)
    monkeypatch.setenv("SUMMARIZER_RETRIES", "1")
    log = tmp_path / "run.log"
    misfit = {**draft_of("storm"), "Nils Aaby": 1}
    script = [status(500, f"Nils Aaby {key}", retry_after=0), answer(misfit), answer(EMPTY)]
    with scripted(*script, otherwise=always(status(401, f"bad {key}"))) as server:
        command("summarize", STORM, RULING, "-q", "--log", log, "-o", "out/", *at(server))
    text = log.read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["event"] for line in lines] == [
        "article_began", "step", "step", "note", "call", "note", "call", "article_ended",
        "article_began", "step", "step", "article_ended",
    ]  # fmt: skip
    assert {line["step"] for line in lines if line["event"] == "call"} == {"drafting"}
    call = lines[4]
    assert (call["input"], call["output"], call["retries"]) == (100, 10, 1)
    assert call["seconds"] >= 0
    good, bad = (line for line in lines if line["event"] == "article_ended")
    assert (good["error"], good["calls"], bad["error"]) == (None, 3, "ProviderError 4")
    assert not any(word in text for word in ("Aaby", "Aske", key, "planted"))
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_debug_tells_where_an_articles_error_came_from(command: Command) -> None:
    with scripted(status(500, "oops")) as server:
        done = command("summarize", STORM, "-q", "--debug", *at(server))
    assert "Traceback" in done.err
    assert "InternalServerError" in done.err


@pytest.mark.parametrize("kind", ["json_schema", "words"])
def test_a_model_can_be_tried(kind: str, command: Command) -> None:
    def serve(request: Any) -> Any:
        if request.body.get("logprobs"):
            return status(400, "logprobs are not supported")
        if kind == "words" and "response_format" in request.body:
            return status(400, "unknown field response_format")
        return answer({"buyer": "Ada Moss", "boats": 3})

    with scripted(otherwise=serve) as server:
        done = command("model", "test", "any", "--base-url", server.base_url)
    told = dict(line.split("  ", 1) for line in done.out.splitlines())
    told = {name: value.strip() for name, value in told.items()}
    assert done.code == 0
    schema = "yes" if kind == "json_schema" else "no; asked by markdown_json_mode"
    assert told["JSON schema"] == schema
    assert (told["answer"], told["log-probabilities"]) == ("right", "no")
    assert told["speed"].startswith("10 tokens in ")


def test_a_model_that_cannot_be_reached_is_told(command: Command) -> None:
    done = command("model", "test", "any", "--base-url", "http://127.0.0.1:9/v1")
    assert done.code == 4
    assert "cannot reach" in done.trouble


def test_the_whole_of_a_plan_that_asks_is_logged(command: Command, tmp_path: Path) -> None:
    with scripted(otherwise=Answers(draft_of("storm"))) as server:
        args = ("--model", "llamacpp/x", "--plan", "ask", "--base-url", server.base_url)
        command("summarize", STORM, "-q", "--log", "x.log", *args)
    lines = [json.loads(line) for line in (tmp_path / "x.log").read_text().splitlines()]
    calls = sum(line["event"] == "call" for line in lines)
    assert calls == server.calls == lines[-1]["calls"]
