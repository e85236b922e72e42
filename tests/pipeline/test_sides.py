"""Which sides are believed: by word, by probability, and by what else the sentence says."""

from __future__ import annotations

import asyncio

import pytest

from summarizer.draft import DraftStance
from summarizer.grounding import Reading
from summarizer.llm import open_model
from summarizer.pipeline.questioner import Questioner
from summarizer.pipeline.sides import SideAsker
from summarizer.progress import silent
from summarizer.prompts import load_prompt
from summarizer.settings import load_settings
from tests.grounding.made import read
from tests.scripted.entries import letter
from tests.scripted.server import Entry, Request, scripted

TEXT = "Mayor Ida Holm rejected the plan of the council and thanked the crews."


def asked(reading: Reading, sides: dict[str, dict[str, float]]) -> tuple[list[DraftStance], int]:
    """What is drafted, and after how many calls, when targets get these probabilities."""

    def told(request: Request) -> Entry:
        target = next((t for t in sides if f"toward {t} " in request.asked), None)
        return letter(**(sides[target] if target else {"neutral": 0.9, "positive": 0.1}))

    async def work() -> list[DraftStance]:
        with scripted(otherwise=told) as server:
            settings = load_settings(model="local", base_url=server.base_url)
            async with open_model(settings) as model:
                questioner = Questioner(model, load_prompt("main"))
                asker = SideAsker(questioner, reading, silent)
                drafted = await asker.stances()
                assert await asker.stances() == drafted
            calls.append(server.calls)
        return drafted

    calls: list[int] = []
    return asyncio.run(work()), calls[0]


def sides_of(drafted: list[DraftStance]) -> dict[str, str]:
    return {stance.target: stance.position for stance in drafted}


def test_a_clear_side_is_drafted_with_its_sentence() -> None:
    [stance], _ = asked(read(TEXT), {"plan of the council": {"negative": 0.9, "neutral": 0.1}})
    assert stance.holder == "Ida Holm"
    assert stance.position == "against"
    assert stance.sentences == [1]


def test_of_one_side_the_clearest_stays_and_the_other_side_beside_it() -> None:
    drafted, _ = asked(
        read(TEXT),
        {
            "plan of the council": {"negative": 0.9, "neutral": 0.1},
            "council": {"negative": 0.8, "neutral": 0.2},
            "crews": {"positive": 0.7, "neutral": 0.3},
        },
    )
    positions = [stance.position for stance in drafted]
    assert sorted(positions) == ["against", "favor"]
    assert "crews" in sides_of(drafted)
    assert "council" not in sides_of(drafted)


@pytest.mark.parametrize(("probability", "stays"), [(0.55, False), (0.65, True)])
def test_a_side_must_be_clear(probability: float, stays: bool) -> None:
    rest = {"positive": probability, "neutral": 1 - probability}
    drafted, _ = asked(read("Ida Holm said the council had built a bridge."), {"bridge": rest})
    assert bool(drafted) is stays


def test_nothing_is_asked_twice() -> None:
    reading = read(TEXT)
    _, calls = asked(reading, {})
    again, more = asked(reading, {})
    assert not again
    assert calls == more > 1
