"""The three baselines: each runs, resumes, and hands over what the scorer reads."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openai
import pytest

from benchmarks.baselines import rules
from benchmarks.baselines.lang_extract import to_prediction
from benchmarks.baselines.run import main
from benchmarks.baselines.serving import served
from summarizer.evaluation import load_predictions, read_entries
from summarizer.scoring import GoldArticle
from tests.benchmarks.server import answering

TEXT = (
    "Mayor Ada Brill of Lunne rejected the plan on Monday. "
    '"We have seen enough of it," Brill told reporters. '
    "The Sailors' Union called off a march to the harbour. "
    "Otto Feld of the Harbour Board will meet Brill on Friday."
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    lines: list[dict[str, Any]] = [
        {"id": name, "text": TEXT, "title": "Plan rejected", "date": "2031-06-10", "gold": {}}
        for name in ("one", "two")
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_rules() -> None:
    found = rules.predict(GoldArticle.model_validate({"id": "x", "text": TEXT, "gold": {}}))
    actors = {actor.name: actor for actor in found.actors}
    assert actors["Mayor Ada Brill of Lunne"].aliases == ["Brill"]
    assert actors["Sailors' Union"].kind == "organization"
    assert "Monday" not in actors
    quotes = [(quote.holder, quote.text) for quote in found.quotes]
    assert ("Brill", "We have seen enough of it,") in quotes
    stances = [(s.holder, s.polarity, s.target) for s in found.stances]
    assert stances == [("Mayor Ada Brill of Lunne", "opposes", "the plan")]
    events = {event.type: event for event in found.events}
    assert events["PROTEST"].status == "cancelled"
    assert events["CONSULT"].status == "planned"
    assert [p.name for p in events["CONSULT"].participants] == [
        "Otto Feld of the Harbour Board",
        "Brill",
    ]
    assert found.summary is not None
    assert found.summary.endswith("Brill told reporters.")


def test_rules_find_nothing_in_nothing() -> None:
    found = rules.predict(GoldArticle.model_validate({"id": "x", "text": "", "gold": {}}))
    assert (found.actors, found.quotes, found.stances, found.events) == ([], [], [], [])
    assert found.summary is None


def test_a_run_goes_on_where_it_stopped(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["rules", str(gold), "-o", str(out), "--limit", "1"]) == 0
    first = out.read_text("utf-8")
    assert main(["rules", str(gold), "-o", str(out)]) == 0
    assert out.read_text("utf-8").startswith(first)
    assert [found.id for found in load_predictions(out)] == ["one", "two"]


@pytest.mark.engine
def test_without_an_address_the_embedded_model_is_served() -> None:
    with served(None, None, "none") as server:
        client = openai.OpenAI(base_url=server.base_url, api_key=server.api_key)
        assert [model.id for model in client.models.list()] == [server.model]
        client.close()


def test_a_server_that_is_not_reached_is_no_answer(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    command = ["instructor", str(gold), "-o", str(out), "--base-url", "http://127.0.0.1:9/v1"]
    with pytest.raises(Exception, match="Connection error"):
        main(command)
    assert out.read_text() == "", "so that a later run asks again"


def test_the_plain_call(gold: Path, tmp_path: Path) -> None:
    answer = {
        "actors": [{"name": "Ada Brill", "aliases": ["Brill"], "kind": "person"}],
        "statements": [{"speaker": "Brill", "quote": "We have seen enough of it"}],
        "stances": [
            {"holder": "Brill", "target": "plan", "position": "against", "quote": "rejected it"}
        ],
        "events": [
            {
                "description": "rejected the plan",
                "type": "REJECT",
                "actors": ["Ada Brill"],
                "recipients": [],
                "date": "2031-06-09",
                "status": "occurred",
                "quote": "rejected the plan on Monday",
            }
        ],
        "summary": "Brill rejected the plan.",
    }
    out = tmp_path / "out.jsonl"
    with answering(json.dumps(answer)) as (url, requests):
        command = ["instructor", str(gold), "-o", str(out), "--base-url", url, "--limit", "1"]
        assert main(command) == 0
    (found,) = load_predictions(out)
    assert found.actors[0].forms == ["Ada Brill", "Brill"]
    assert found.quotes[0].holder == "Brill"
    assert found.stances[0].polarity == "against"
    event = found.events[0]
    assert (event.type, event.date, event.status) == ("REJECT", "2031-06-09", "occurred")
    assert [(p.name, p.role) for p in event.participants] == [("Ada Brill", "actor")]
    assert found.summary == "Brill rejected the plan."
    (request,) = requests
    assert request["temperature"] == 0
    assert request["max_tokens"] == 4000
    assert request["response_format"]["type"] == "json_schema"
    assert TEXT in request["messages"][-1]["content"]


def test_an_answer_that_never_fits_counts_as_nothing_found(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    with answering("no JSON at all") as (url, requests):
        command = ["instructor", str(gold), "-o", str(out), "--base-url", url, "--limit", "1"]
        assert main(command) == 1
    assert len(requests) >= 2, "it was asked again"
    (found,) = read_entries(out).values()
    assert found.actors == []
    assert found.run.error is not None
    assert found.run.error.startswith("InstructorRetryException")
    assert found.run.error in capsys.readouterr().err


def _span(label: str, text: str, **attributes: Any) -> SimpleNamespace:
    return SimpleNamespace(extraction_class=label, extraction_text=text, attributes=attributes)


def test_spans_become_a_prediction() -> None:
    found = to_prediction(
        "x",
        [
            _span("actor", "Ada Brill", kind="person"),
            _span("statement", "We have seen enough", speaker="Ada Brill"),
            _span("statement", "It is over", speaker="she"),
            _span("stance", "rejected the plan", holder="Brill", target="plan", position="against"),
            _span(
                "event", "a march", type="PROTEST", actors="A, B", recipients=["C"], status=["?"]
            ),
            SimpleNamespace(extraction_class="weather", extraction_text="rain", attributes=None),
        ],
    )
    assert [(actor.name, actor.kind) for actor in found.actors] == [
        ("Ada Brill", "person"),
        ("Brill", None),
        ("A", None),
        ("B", None),
        ("C", None),
    ]
    assert (found.quotes[0].holder, found.stances[0].polarity) == ("Ada Brill", "against")
    event = found.events[0]
    assert [(p.name, p.role) for p in event.participants] == [
        ("A", "actor"),
        ("B", "actor"),
        ("C", "recipient"),
    ]
    assert (event.status, event.date) == (None, None)


@pytest.mark.skipif(find_spec("langextract") is None, reason="dependency group benchmarks")
@pytest.mark.filterwarnings("ignore")  # the package's own, and those of what it brings
def test_langextract(gold: Path, tmp_path: Path) -> None:
    answer = {
        "extractions": [
            {"actor": "Ada Brill", "actor_attributes": {"kind": "person"}},
            {"actor": "Mr. Nowhere", "actor_attributes": {"kind": "person"}},
            {
                "event": "The Sailors' Union called off a march",
                "event_attributes": {"type": "PROTEST", "status": "cancelled"},
            },
        ]
    }
    out = tmp_path / "out.jsonl"
    with answering(json.dumps(answer)) as (url, requests):
        command = ["langextract", str(gold), "-o", str(out), "--base-url", url, "--limit", "1"]
        assert main(command) == 0
    (found,) = load_predictions(out)
    assert [(actor.name, actor.kind) for actor in found.actors] == [("Ada Brill", "person")]
    assert [(event.type, event.status) for event in found.events] == [("PROTEST", "cancelled")]
    (request,) = requests
    assert (request["temperature"], request["max_tokens"]) == (0, 4000)
    assert request["response_format"]["type"] == "json_schema"
    asked = request["messages"][-1]["content"]
    assert f"Q: Plan rejected\n2031-06-10\n{TEXT}" in asked
    assert "```" not in asked, "a schema needs no fences"
