"""The gold sets: sound, up to date, and as varied as they claim to be."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.gold.build import SETS, build
from benchmarks.gold.check import problems
from benchmarks.gold.source import date_span, read_source, to_gold

HARD = {
    "injection",
    "conflicting claims",
    "anonymous sources",
    "double negation",
    "correction notice",
    "relative dates",
    "same surname twice",
    "quotes inside quotes",
    "headline only",
    "table of numbers",
}
TOPICS = {"politics", "labour", "courts", "business", "disaster", "sport"}


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


GOLD = {path.stem: _lines(path) for path in SETS}
EVERYTHING = [article for lines in GOLD.values() for article in lines]


@pytest.mark.parametrize(("target", "folder"), SETS.items(), ids=lambda path: path.stem)
def test_the_built_file_is_what_the_sources_say(target: Path, folder: Path) -> None:
    text, broken = build(folder)
    assert broken == []
    assert target.read_text(encoding="utf-8") == text


def test_ids_are_unique_over_both_sets() -> None:
    assert max(Counter(article["id"] for article in EVERYTHING).values()) == 1


@pytest.mark.parametrize("name", sorted(GOLD))
def test_each_half_has_all_topics_and_languages(name: str) -> None:
    assert len(GOLD[name]) >= 20
    assert {article["topic"] for article in GOLD[name]} == TOPICS
    languages = Counter(article["lang"] for article in GOLD[name])
    assert {lang: languages[lang] for lang in ("es", "ar", "zh", "ru")} == dict.fromkeys(
        ("es", "ar", "zh", "ru"), 1
    )


def test_every_hard_case_is_there() -> None:
    assert {case for article in EVERYTHING for case in article["hard"]} == HARD


def test_stances_of_every_sign_and_events_of_every_status() -> None:
    signs = Counter(s["polarity"] for a in EVERYTHING for s in a["gold"]["stances"])
    assert signs["supports"] + signs["opposes"] >= 60
    assert min(signs.values()) >= 30
    statuses = Counter(e["status_exact"] for a in EVERYTHING for e in a["gold"]["events"])
    assert sum(statuses.values()) >= 120
    assert sum(statuses.values()) - statuses["occurred"] - statuses["ongoing"] >= 40
    assert min(statuses.values()) >= 5


def test_a_label_that_is_not_in_the_text_is_found() -> None:
    source = read_source(next(iter(sorted(next(iter(SETS.values())).glob("*.toml")))))
    assert problems(source) == []
    source["events"][0]["evidence"] += " and more"
    source["statements"][0]["speaker"] = "Nobody At All"
    source["stances"].append(source["stances"][0])
    found = problems(source)
    assert len(found) == 3
    assert any("event evidence not verbatim" in line for line in found)
    assert any("speaker is no actor: Nobody At All" in line for line in found)
    assert any("two stances of" in line for line in found)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-07/2032-01", "2031-07-01", "2032-01-31"),
    ],
)
def test_date_span(written: str, start: str, end: str) -> None:
    assert date_span(written) == {"start": start, "end": end}


def test_the_shared_format_keeps_both_statuses() -> None:
    source = read_source(SETS[next(iter(SETS))] / "night-nurses.toml")
    events = to_gold(source)["gold"]["events"]
    fine = next(event for event in events if event["status_exact"] == "threatened")
    planned = next(event for event in events if event["status_exact"] == "planned")
    assert fine["status"] == "threatened"
    assert planned["status"] == "threatened"
