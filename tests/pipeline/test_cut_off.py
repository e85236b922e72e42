"""A draft that met the limit on tokens: with more room, then in halves, then as far as it goes."""

from __future__ import annotations

import re

import pytest

import summarizer
from summarizer.article import build_article
from summarizer.errors import CutOffError
from summarizer.schema import ArticleSummary
from tests.invariants import holds
from tests.pipeline.answering import kinds
from tests.scripted.entries import always, answer, cut
from tests.scripted.server import Entry, Request, Server, scripted

NAMES = ["Ada Moss", "Otto Feld", "Ines Valle", "Pal Horn"]
TEXT = "\n\n".join(f"{name} resigned on Monday." for name in NAMES)


def drafted(request: Request, most: int) -> Entry:
    """A draft of all that is shown, which fits if no more than so many sentences are."""
    if kinds([request]) == ["gist"]:
        return answer({"gist": []})
    shown = [int(number) for number in re.findall(r"^\[(\d+)\]", request.asked, re.MULTILINE)]
    actors = [{"name": NAMES[n - 1], "kind": "person", "role": ""} for n in shown]
    draft = {"actors": actors, "events": [], "stances": [], "gist": []}
    return answer(draft) if len(shown) <= most else cut('{"actors": [')


def run(server: Server, **how: object) -> ArticleSummary:
    given = {"model": "any", "base_url": server.base_url, "plan": "draft", **how}
    summary = summarizer.summarize(build_article(TEXT), **given)
    holds(summary)
    return summary


def named(summary: ArticleSummary) -> set[str]:
    return {actor.name for actor in summary.actors}


@pytest.mark.parametrize(("most", "drafts"), [(4, 1), (2, 4), (1, 10)])
def test_it_is_drafted_in_halves(most: int, drafts: int) -> None:
    with scripted(otherwise=lambda request: drafted(request, most)) as server:
        summary = run(server)
        asked = kinds(server.requests)
    assert named(summary) == set(NAMES)
    assert asked.count("draft") == drafts, "each part that is cut off is asked for twice"
    assert not [w for w in summary.warnings if w.code.startswith("part")]


def test_what_can_only_be_had_in_part_is_used_and_told() -> None:
    begun = '{"actors": [{"name": "Ada Moss", "kind": "person", "role": ""}, {"name": "Ot'
    with scripted(otherwise=always(cut(begun))) as server:
        summary = run(server, model="llamacpp/x")
    assert "Ada Moss" in named(summary)
    assert "part_cut_off" in {warning.code for warning in summary.warnings}


def test_the_embedded_model_is_not_asked_about_halves() -> None:
    begun = '{"actors": [{"name": "Ada Moss", "kind": "person", "role": ""}, {"name": "Ot'
    with scripted(cut(begun)) as server:
        summary = run(server, model="local")
    assert [w.code for w in summary.warnings if w.code.startswith("part")] == ["part_cut_off"]


def test_nothing_that_can_be_used_is_an_error() -> None:
    with scripted(otherwise=always(cut("{"))) as server, pytest.raises(CutOffError) as raised:
        run(server)
    assert raised.value.exit_code == 5
    assert server.calls == 14, "the whole, two halves and four quarters, each with more room"
