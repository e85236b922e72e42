"""An unchanged article is not paid for twice; whatever changes is asked anew."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any, cast

import pytest

from summarizer.article import Article, Metadata, build_article
from summarizer.draft import Draft
from summarizer.llm.cache import AnswerCache
from summarizer.llm.local import Engine
from summarizer.pipeline import open_summarizer, summarize
from summarizer.progress import Event, Recalled
from summarizer.schema import ArticleSummary
from summarizer.settings import load_settings
from tests.llm.test_connect import FakeEngine
from tests.pipeline.answering import Answers
from tests.pipeline.saved import article_of, draft_of
from tests.runs import run_of
from tests.scripted.entries import answer, status
from tests.scripted.server import Server, scripted


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, in use."""
    monkeypatch.setenv("SUMMARIZER_CACHE", "true")
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path))
    return tmp_path


def run(server: Server, article: Article | None = None, **settings: Any) -> ArticleSummary:
    given = {"model": "any", "base_url": server.base_url, "retries": 0, **settings}
    return summarize(article or article_of("storm"), **given)


def content(summary: ArticleSummary) -> dict[str, Any]:
    """All but how it was made."""
    return summary.model_dump(mode="json", exclude={"run"})


@pytest.mark.parametrize("plan", ["draft", "draft+verify", "ask"])
def test_the_second_time_nobody_is_asked(folder: Path, plan: str) -> None:
    with scripted(otherwise=Answers(draft_of("storm"))) as server:
        model = "llamacpp/any" if plan == "ask" else "any"
        first = run(server, plan=plan, model=model)
        asked = server.calls
        second = run(server, plan=plan, model=model)
    assert asked == run_of(first).usage.calls > 0
    assert server.calls == asked
    assert content(second) == content(first)
    assert run_of(second).usage.model_dump() == {"input": 0, "output": 0, "calls": 0}
    assert folder.joinpath("answers").is_dir()


def other_prompt(folder: Path) -> str:
    """The main prompt with one word more."""
    from shutil import copytree

    from summarizer.prompts import prompts_dir

    copied = copytree(prompts_dir() / "main", folder / "other")
    system = copied / "draft" / "system.md"
    system.write_text(system.read_text(encoding="utf-8") + "\nPlease.\n", encoding="utf-8")
    return str(copied)


@pytest.mark.parametrize(
    "change", ["prompt", "model", "text", "address", "no cache", "schema"], ids=str
)
def test_whatever_changes_is_asked_anew(
    folder: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = article_of("storm")
    draft = answer(draft_of("storm"))
    with scripted(draft, draft) as server:
        run(server, article)
        more: dict[str, Any] = {}
        match change:
            case "prompt":
                more["prompt"] = other_prompt(folder)
            case "model":
                more["model"] = "another"
            case "text":
                article = build_article(f"{article.text}\n\nIt rained again.")
            case "address":
                more["base_url"] = server.base_url.replace("127.0.0.1", "localhost")
            case "no cache":
                more["cache"] = False
            case "schema":
                changed = json.dumps(Draft.model_json_schema() | {"x": 1})
                monkeypatch.setattr("summarizer.draft._schema_of", lambda _: changed)
        run(server, article, **more)
    assert server.calls == 2


def test_what_the_article_is_called_does_not_matter(folder: Path) -> None:
    text = article_of("storm").text
    with scripted(answer(draft_of("storm"))) as server:
        run(server, build_article(text, Metadata(id="x1")))
        second = run(server, build_article(text, Metadata(id="x2", publisher="Delta News")))
    assert (second.article.id, second.article.publisher) == ("x2", "Delta News")
    cache = AnswerCache(folder / "answers", days=1, megabytes=1)
    assert cache.purge("x1") == 1


@pytest.mark.usefixtures("folder")
def test_an_article_that_failed_half_way_goes_on_where_it_stopped() -> None:
    whole = Answers(draft_of("storm"))
    with scripted(otherwise=whole) as server:
        run(server, plan="draft+verify", cache=False)
        needed = server.calls
    calls = 0

    def failing(request: Any) -> Any:
        nonlocal calls
        calls += 1
        return status(400, "full") if calls == 4 else whole(request)

    with scripted(otherwise=failing) as server:
        settings = {"plan": "draft+verify", "base_url": server.base_url, "model": "any"}
        with pytest.raises(Exception, match="full"):
            summarize(article_of("storm"), **settings)
        summarize(article_of("storm"), **settings)
    assert server.calls == needed + 1, "only the failed one twice"


def test_an_answer_that_no_longer_fits_is_asked_anew(folder: Path) -> None:
    with scripted(answer(draft_of("storm")), answer(draft_of("storm"))) as server:
        run(server)
        cache = AnswerCache(folder / "answers", days=1, megabytes=1)
        [key] = keys_of(cache)
        cache.store(key, '{"actors": 3}', article="", sha256="")
        run(server)
    assert server.calls == 2


def keys_of(cache: AnswerCache) -> list[str]:
    import sqlite3

    database = sqlite3.connect(cache.path)
    keys = [row[0] for row in database.execute("SELECT key FROM answers")]
    database.close()
    return keys


def test_the_engine_is_not_even_started_for_what_is_known(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gguf = folder / "tiny.gguf"
    with gguf.open("wb") as file:
        file.write(b"GGUF")
        file.truncate(50_000_000)
    events: list[Event] = []

    async def summarized(engine: Any) -> ArticleSummary:
        from summarizer.llm import open_model
        from summarizer.pipeline import Summarizer, plan_for
        from summarizer.prompts import load_prompt

        settings = load_settings(weights_path=gguf)
        async with open_model(settings, listener=events.append, engine=engine) as model:
            plan = plan_for(model.name, "ask")
            return await Summarizer(model, load_prompt("main"), plan).summarize(article_of("storm"))

    from importlib.metadata import version

    with scripted(otherwise=Answers(draft_of("storm"))) as server:
        engine = FakeEngine(server.base_url, version=f"xllamacpp {version('xllamacpp')}")
        first = asyncio.run(summarized(cast(Engine, engine)))

    def no_engine(*_: Any, **__: Any) -> None:
        raise AssertionError("the engine was started")

    monkeypatch.setattr(Engine, "start", no_engine)
    events.clear()
    second = asyncio.run(summarized(None))
    assert content(second) == content(first)
    assert (run_of(second).engine, run_of(second).weights) == (
        run_of(first).engine,
        run_of(first).weights,
    )
    assert sum(isinstance(event, Recalled) for event in events) == run_of(first).usage.calls


@pytest.mark.usefixtures("folder")
def test_refusals_are_not_kept() -> None:
    from tests.scripted.entries import refusal

    async def twice() -> list[str]:
        told = []
        settings = load_settings(model="any", base_url=server.base_url)
        async with open_summarizer(settings) as summarizer:
            for _ in range(2):
                try:
                    await summarizer.summarize(article_of("storm"))
                    told.append("done")
                except Exception as error:  # noqa: BLE001  what it is is looked at below
                    told.append(str(error))
        return told

    with scripted(refusal("no"), answer(draft_of("storm"))) as server:
        assert asyncio.run(twice()) == ["the model refused: no", "done"]
