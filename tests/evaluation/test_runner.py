"""Running over a gold set: resumable, honest about failures, with time left."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.errors import AnswerError, InputError, ProviderError
from summarizer.evaluation import EvalRun, Progress, load_gold, run_eval
from summarizer.schema import ArticleSummary
from tests.evaluation.made import TEXT, empty_summary, full_summary

IDENTITY = {"model": "test", "plan": "draft", "prompt": "main sha256:0"}


class Reader:
    """Stands in for the pipeline: counts what it reads, and fails where told."""

    def __init__(self, failures: dict[str, Exception] | None = None) -> None:
        self.failures = failures or {}
        self.read: list[str] = []

    async def summarize(self, article: Article) -> ArticleSummary:
        self.read.append(article.id)
        if article.id in self.failures:
            raise self.failures[article.id]
        return full_summary(article) if article.text == TEXT else empty_summary(article)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    actors = [{"name": "Otto Feld", "aliases": [], "required": True}]
    texts = {"one": TEXT, "two": "Nothing happened\u2028at all in Lunne.", "three": "It rained."}
    lines = [
        {"id": name, "text": text, "date": "2031-06-10", "gold": {"actors": actors}}
        for name, text in texts.items()
    ]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    path.write_text(text, encoding="utf-8")
    return path


def _run(gold: Path, reader: Reader, out: Path, **options: object) -> EvalRun:
    ran = run_eval(gold, reader.summarize, out, **{"identity": IDENTITY, **options})  # type: ignore[arg-type]
    return asyncio.run(ran)


def test_every_article_is_read_once_and_scored(gold: Path, tmp_path: Path) -> None:
    reader = Reader()
    run = _run(gold, reader, tmp_path / "run")
    assert reader.read == ["one", "two", "three"]
    assert run.score.counts("actors")["tp"] == 1
    assert run.score.counts("actors")["fn"] == 2
    spent = run.entries[0].run
    assert (spent.seconds, spent.input, spent.output, spent.calls) == (2.0, 100, 50, 1)
    assert (spent.cost, spent.warnings, spent.error) == (0.5, 1, None)


def test_a_second_run_reads_nothing_again(gold: Path, tmp_path: Path) -> None:
    first = _run(gold, Reader(), tmp_path / "run")
    reader = Reader()
    second = _run(gold, reader, tmp_path / "run")
    assert reader.read == []
    assert second.entries == first.entries
    _run(gold, reader, tmp_path / "run", fresh=True)
    assert reader.read == ["one", "two", "three"]


def test_another_model_or_text_is_read_anew(gold: Path, tmp_path: Path) -> None:
    _run(gold, Reader(), tmp_path / "run")
    other = Reader()
    _run(gold, other, tmp_path / "run", identity=IDENTITY | {"model": "other"})
    assert other.read == ["one", "two", "three"]
    gold.write_text(gold.read_text("utf-8").replace("It rained.", "It snowed."), "utf-8")
    changed = Reader()
    _run(gold, changed, tmp_path / "run")
    assert changed.read == ["three"]


def test_an_interrupted_run_goes_on(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    with pytest.raises(ProviderError):
        _run(gold, Reader({"three": ProviderError("gone")}), out)
    with (out / "predictions.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "three", "act')  # a line that was cut off
    reader = Reader()
    _run(gold, reader, out)
    assert reader.read == ["three"]
    again = Reader()
    _run(gold, again, out)
    assert again.read == []


@pytest.mark.parametrize("error", [AnswerError("it loops"), InputError("no text")])
def test_an_article_without_an_answer_counts_as_nothing_found(
    gold: Path, tmp_path: Path, error: Exception
) -> None:
    run = _run(gold, Reader({"one": error}), tmp_path / "run")
    assert run.entries[0].run.error == str(error)
    assert run.score.counts("actors")["fn"] == 3
    assert run.score.missing == []


def test_the_file_is_in_the_shared_format(gold: Path, tmp_path: Path) -> None:
    _run(gold, Reader(), tmp_path / "run")
    lines = (tmp_path / "run" / "predictions.jsonl").read_text("utf-8").split("\n")
    first = json.loads(lines[0])
    assert first["id"] == "one"
    assert first["actors"][0]["name"] == "Otto Feld"
    assert set(first) == {"id", "actors", "quotes", "stances", "events", "summary", "run"}


def test_limit_and_progress(gold: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    run = _run(gold, Reader(), tmp_path / "run", limit=2, on_progress=told.append)
    assert [entry.id for entry in run.entries] == ["one", "two"]
    assert [(p.done, p.total, p.article) for p in told] == [
        (0, 2, "one"),
        (1, 2, "two"),
        (2, 2, None),
    ]
    assert told[0].seconds_left is None
    assert told[1].seconds_left is not None
    assert told[1].seconds_left >= 0
    assert told[2].seconds_left == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "holds no gold article"),
        ("{", ":1: "),
        ('{"id": "x", "gold": {}}', ":1: text: Field required"),
    ],
)
def test_gold_that_cannot_be_used(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content)
    with pytest.raises(InputError, match=r"gold\.jsonl") as caught:
        load_gold(path)
    assert message in str(caught.value)
    with pytest.raises(InputError, match="cannot read"):
        load_gold(tmp_path / "none.jsonl")


def test_a_date_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "x", "text": "It rained.", "date": "June", "gold": {"actors": []}}')
    run = _run(path, Reader(), tmp_path / "run")
    assert run.entries[0].run.error == "x: 'June' is no date"
