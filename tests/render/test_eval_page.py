"""The page of an evaluation in a browser: read at every size, nothing runs."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from summarizer.evaluation import build_report, parse_floor, to_html
from summarizer.scoring import GoldArticle, Prediction, score_set
from summarizer.scoring.records import FoundActor
from tests.render.opened import Opened
from tests.render.test_report_hostile import ATTACKS


def _page(path: Path, *names: str) -> str:
    path.write_text("gold")
    told = {
        "text": "Otto Feld spoke.",
        "gold": {"actors": [{"name": "Otto Feld", "required": True}]},
    }
    gold = [GoldArticle.model_validate({"id": f"a{n}", **told}) for n in range(12)]
    actors = [FoundActor(name=name) for name in ("Otto Feld", *names)]
    score = score_set(gold, [Prediction(id=one.id, actors=actors) for one in gold])
    floors = [parse_floor("actors.f1=0.5"), parse_floor("actors.precision=0.9")]
    return to_html(build_report(score, path, {"model": names[0]}, floors=floors, against=names[0]))


@pytest.mark.parametrize(("scheme", "width"), [("light", 400), ("dark", 1280)])
def test_axe_finds_nothing(
    open_page: Opened, tmp_path: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="axe is missing: pip install -e '.[browser]'",
    ).Axe()
    page = open_page(_page(tmp_path / "gold.jsonl", "Zorro"), width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
    assert axe.run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("svg.span").count() > 0
    assert page.locator(".floors .tag").all_inner_texts() == ["holds", "fails"]


def test_nothing_runs_and_nothing_leaves(open_page: Opened, tmp_path: Path) -> None:
    page = open_page(_page(tmp_path / "gold.jsonl", *ATTACKS))
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
    assert page.locator("details li").count() >= len(ATTACKS), "all of them are shown"
    assert page.locator("script").count() == 0
