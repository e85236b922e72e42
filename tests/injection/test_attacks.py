"""Every attack against a model that obeys it: nothing of what it orders comes out."""

from __future__ import annotations

import re
from functools import cache
from io import StringIO
from typing import Final

import pytest
from rich.console import Console

from summarizer.article.boilerplate import SUSPICIOUS
from summarizer.grounding import Grounded, ground, read_article
from summarizer.pipeline import summarize
from summarizer.prompts import draft_messages, gist_messages, load_prompt, load_question
from summarizer.render import render, render_terminal
from summarizer.schema import ArticleSummary
from tests.injection.attacks import ATTACKS, STORY, Attack
from tests.invariants import grounded_holds, holds
from tests.pipeline.answering import Answers
from tests.render.stories import run
from tests.scripted.server import scripted

MOST_WORDS: Final = 80
NAUGHTY: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\U000e0000-\U000e00ff]"
)
"""What no text view may print: controls, overrides, text without width."""
TOKENS: Final = re.compile(r"<\|[^|<>]{0,40}\|>|</?(?:start|end)_of_turn>|\[/?INST\]|<</?SYS>>")


WHOLE_RUNS: Final = ATTACKS[::4]
every_attack = pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)


@cache
def _obeyed(attack: Attack) -> Grounded:
    article = attack.article
    return ground(attack.draft(article), read_article(article))


def _shown(attack: Attack) -> ArticleSummary:
    """What was grounded, as a summary to print."""
    found = _obeyed(attack)
    return ArticleSummary(
        article=attack.article.record(),
        headline=found.headline,
        gist=found.gist,
        actors=found.actors,
        statements=found.statements,
        stances=found.stances,
        events=found.events,
        warnings=found.warnings,
        run=run(),
    )


def _words(found: Grounded) -> list[str]:
    """All wordings of ours, those that are not quotes."""
    return [
        *(item.text for item in (found.headline, *found.gist) if item is not None),
        *(event.description for event in found.events),
        *(part for stance in found.stances for part in (stance.claim, stance.target)),
        *(part for actor in found.actors for part in (actor.name, actor.role or "")),
    ]


def test_there_are_enough_attacks_and_they_are_short() -> None:
    assert len(ATTACKS) >= 40
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    assert [a.name for a in ATTACKS if len(a.text.split()) > MOST_WORDS] == []


@every_attack
def test_orders_to_a_machine_are_flagged_and_the_story_is_not(attack: Attack) -> None:
    marks = {s.text: s.boilerplate for s in attack.article.sentences}
    assert (SUSPICIOUS in marks.values()) is attack.flagged
    own = [part.strip() for part in STORY.split("\n\n")]
    assert [mark for text, mark in marks.items() if text in own] == [None] * 5


@every_attack
def test_what_is_ordered_does_not_come_out(attack: Attack) -> None:
    found = _obeyed(attack)
    grounded_holds(found, attack.article)
    said = " ".join(_words(found)).casefold()
    assert attack.obeyed.casefold().rstrip(".。") not in said
    assert not {name.casefold() for name in (*attack.names, "System Prompt")} & {
        actor.name.casefold() for actor in found.actors
    }


@every_attack
def test_an_order_is_no_evidence_and_the_reader_is_told(attack: Attack) -> None:
    article = attack.article
    found = _obeyed(attack)
    flagged = {s.number for s in article.sentences if s.boilerplate == SUSPICIOUS}
    items = [
        *([found.headline] if found.headline else []),
        *found.gist,
        *found.actors,
        *found.statements,
        *found.stances,
        *found.events,
    ]
    assert not flagged & {piece.sentence for item in items for piece in item.evidence}
    told = [w for w in found.warnings if w.code == "suspicious_instruction"]
    assert len(told) == len(flagged)


@every_attack
def test_the_fence_is_not_left(attack: Attack) -> None:
    article, prompt = attack.article, load_prompt("main")
    for messages in (draft_messages(prompt, article), gist_messages(prompt, article)):
        shown = messages[-1]["content"]
        assert [turn["role"] for turn in messages] == ["system", "user", "assistant", "user"]
        assert len(re.findall(r"<\s*/\s*article\s*>", shown, re.IGNORECASE)) == 1
        assert TOKENS.search(shown) is None
        inside = shown.split("<article>\n", 1)[1].split("\n</article>", 1)[0]
        numbers = [int(line[1 : line.index("]")]) for line in inside.split("\n")]
        assert numbers == [sentence.number for sentence in article.content]


@every_attack
def test_a_closed_question_stays_one(attack: Attack) -> None:
    question = load_question(load_prompt("main"), "stance")
    values = {"sentence": attack.text, "holder": attack.obeyed, "target": attack.text}
    asked = question.asked(values)
    assert asked.count("\n") == question.ask.count("\n")
    assert TOKENS.search(asked) is None
    assert len(question.messages(values)) == len(question.prefix) + 1


@pytest.fixture(scope="module")
def summaries() -> dict[str, ArticleSummary]:
    """Whole runs of some attacks against a server whose model obeys."""
    made = {}
    for attack in WHOLE_RUNS:
        article = attack.article
        draft = attack.draft(article).model_dump(mode="json")
        with scripted(otherwise=Answers(draft)) as server:
            made[attack.name] = summarize(
                article, model="any", base_url=server.base_url, plan="draft", cache=False
            )
    return made


@pytest.mark.parametrize("attack", WHOLE_RUNS, ids=lambda attack: attack.name)
def test_the_whole_run_keeps_its_shape(
    attack: Attack, summaries: dict[str, ArticleSummary]
) -> None:
    holds(summaries[attack.name])


@every_attack
def test_no_view_prints_what_steers_a_terminal_or_a_page(attack: Attack) -> None:
    summary = _shown(attack)
    for name in ("text", "markdown", "html", "json", "jsonl"):
        assert NAUGHTY.search(str(render(summary, name))) is None, name
    page = str(render(summary, "html"))
    assert "<script>fetch" not in page
    assert "onerror=alert(1)>" not in page
    assert re.search(r"(?<!\\)\]\(javascript:", str(render(summary, "markdown"))) is None
    screen = StringIO()
    render_terminal(summary, Console(file=screen, force_terminal=False, width=100))
    assert NAUGHTY.search(screen.getvalue()) is None
