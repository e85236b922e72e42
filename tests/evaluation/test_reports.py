"""The report in Markdown, HTML and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.evaluation import Entry, EvalReport, build_report, parse_floor, to_html, to_markdown
from summarizer.evaluation.store import Spent, code_fingerprint
from summarizer.scoring import GoldArticle, Prediction, compare, score_set
from summarizer.scoring.records import FoundActor


@pytest.fixture
def report(tmp_path: Path) -> EvalReport:
    path = tmp_path / "gold.jsonl"
    line = {
        "text": "Otto Feld spoke.",
        "gold": {"actors": [{"name": "Otto Feld", "required": True}]},
    }
    lines = [line | {"id": f"a{n}"} for n in range(12)]
    path.write_text("\n".join(json.dumps(one) for one in lines))
    gold = [GoldArticle.model_validate(one) for one in lines]
    good = [Entry(id=f"a{n}", actors=[FoundActor(name="Feld")], run=_spent()) for n in range(12)]
    bad = [Prediction(id=f"a{n}", actors=[FoundActor(name="<b>*Zorro*</b>")]) for n in range(11)]
    failed = Entry(id="a11", run=_spent().model_copy(update={"error": "it <loops>"}))
    score = score_set(gold, bad)
    return build_report(
        score,
        path,
        {"model": "test", "plan": "draft"},
        entries=[*good[:11], failed],
        floors=[parse_floor("actors.f1=0.5"), parse_floor("actors.precision=0")],
        against="earlier",
        comparison=compare(score_set(gold, good), score),
        notes_against=score_set(gold, good[1:]).notes(),
    )


def _spent() -> Spent:
    return Spent(key="k", code="other", seconds=3.0, input=100, output=50, calls=2, warnings=1)


def test_the_record(report: EvalReport) -> None:
    said = json.loads(report.model_dump_json())
    assert (said["kind"], said["gold"], said["articles"]) == ("eval", "gold.jsonl", 12)
    assert said["figures"]["actors"]["f1"] == {"value": 0.0, "low": 0.0, "high": 0.0}
    assert said["counts"]["actors"]["fp"] == 11
    assert said["missing"] == ["a11"]
    assert said["failed"] == {"a11": "it <loops>"}
    assert said["other_code"] == 12
    assert said["spending"]["seconds"] == 3.0
    assert said["changes"]["actors"]["f1"]["beyond_noise"] is True
    assert [floor["holds"] for floor in said["floors"]] == [False, True]
    assert {note["kind"] for note in said["notes"]} == {"missed", "false"}
    assert len(said["notes"]) == 23
    assert EvalReport.model_validate(said) == report


def test_what_each_article_took(report: EvalReport) -> None:
    first, *_, last = report.by_article
    assert (first.article, first.seconds, first.input, first.output) == ("a0", 3.0, 100, 50)
    assert (first.calls, first.cost, first.warnings, first.astray) == (2, None, 1, 2)
    assert (last.article, last.astray) == ("a11", 1)
    assert "| a0 | 3.0 | 100 | 50 | 2 | – | 1 | 2 |" in to_markdown(report)
    assert '<tr><th scope="row">a0</th><td class="n">3.0</td>' in to_html(report)


def test_a_comparison_tells_item_by_item(report: EvalReport) -> None:
    assert [(n.article, n.kind) for n in report.mended] == []
    assert ("a0", "missed") not in [(n.article, n.kind) for n in report.broken], "missed there, too"
    assert ("a1", "missed") in [(n.article, n.kind) for n in report.broken]
    assert "## new: actors missed (11)" in to_markdown(report)
    assert '<summary>new: actors false <span class="count">11</span></summary>' in to_html(report)


def test_markdown(report: EvalReport) -> None:
    text = to_markdown(report, notes=2)
    assert "| actors | f1 | 0.000 | 0.000 – 0.000 | **-1.000** | 0.001 |" in text
    assert "| actors.f1 | 0.500 | 0.000 | **fails** |" in text
    assert (
        "An article took 3.0 s, 2.0 calls, 100 tokens read and 50 written; cost not known" in text
    )
    assert "- a11 has no summary: it <loops>" in text
    assert "## actors missed (12)" in text
    assert "- … and 9 more" in text
    assert r"- `a0` \<b\>\*Zorro\*\</b\>" in text
    assert len(to_markdown(report, notes=None)) > len(text)


def test_html_lists_everything_and_escapes_it(report: EvalReport) -> None:
    page = to_html(report)
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("&lt;b&gt;*Zorro*&lt;/b&gt;") == 22, "among all, and among what is new"
    assert "<b>" not in page
    assert "<script" not in page
    assert '<span class="tag position against">fails</span> actors.f1: 0.000, floor 0.500' in page
    assert "<code>a11</code> has no summary: it &lt;loops&gt;" in page


def test_headlines_of_the_page_say_what_is_better(report: EvalReport) -> None:
    page = to_html(report)
    assert '<span class="name">actors F1</span> <strong>0.00</strong> <span class="against"' in page
    assert 'aria-label="worse than the run compared with">▼</span>' in page
    assert '<path class="reach" d="M5.0 6H5.0"/>' in page, "an interval of nothing, at nothing"


def test_the_code_is_known_by_its_files() -> None:
    assert len(code_fingerprint()) == 64
