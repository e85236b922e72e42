"""Answers cut off anywhere: what was whole is saved, nothing is made up, nothing is raised."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.draft import Draft, DraftActor, DraftEvent, DraftSentence, DraftStance
from summarizer.llm.salvage import salvage
from summarizer.ontology import EVENT_TYPES, POSITIONS, STATUSES
from tests.llm.asking import Form

WORDS = st.text(max_size=12)
NUMBERS = st.lists(st.integers(-3, 400), max_size=4)
ACTORS = st.builds(DraftActor, name=WORDS, kind=st.sampled_from(["person", "group"]), role=WORDS)
EVENTS = st.builds(
    DraftEvent,
    description=WORDS,
    type=st.sampled_from(EVENT_TYPES),
    actors=st.lists(WORDS, max_size=3),
    recipients=st.lists(WORDS, max_size=3),
    status=st.sampled_from(STATUSES),
    sentences=NUMBERS,
)
STANCES = st.builds(
    DraftStance,
    holder=WORDS,
    target=WORDS,
    position=st.sampled_from(POSITIONS),
    sentences=NUMBERS,
)
GIST = st.builds(DraftSentence, text=WORDS, sentences=NUMBERS)
DRAFTS = st.builds(
    Draft,
    actors=st.lists(ACTORS, max_size=3),
    events=st.lists(EVENTS, max_size=3),
    stances=st.lists(STANCES, max_size=3),
    gist=st.lists(GIST, max_size=3),
)


def is_begun(part: Any, whole: Any) -> bool:
    """Whether `part` is `whole` as far as it goes: lists may end early, all else is the same."""
    if isinstance(whole, dict):
        return part.keys() == whole.keys() and all(is_begun(part[k], whole[k]) for k in whole)
    if isinstance(whole, list):
        return len(part) <= len(whole) and all(map(is_begun, part, whole))
    return bool(part == whole)


@given(DRAFTS, st.data(), st.sampled_from([None, 1]), st.booleans())
def test_any_beginning_of_a_draft_gives_its_beginning_or_nothing(
    draft: Draft, data: st.DataObject, indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(draft.model_dump(), indent=indent, ensure_ascii=ascii_only)
    cut = text[: data.draw(st.integers(0, len(text)))]
    saved = salvage(cut, Draft)
    if saved is not None:
        assert is_begun(saved.model_dump(), draft.model_dump())


@given(DRAFTS)
def test_a_whole_draft_comes_back_whole(draft: Draft) -> None:
    assert salvage(draft.model_dump_json(), Draft) == draft


@given(st.text())
def test_no_text_raises(text: str) -> None:
    salvage(text, Draft)
    salvage("{" + text, Draft)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ('{"word": "x", "numbers": [1, 12', [1]),
        ('{"word": "x", "numbers": [1, 12,', [1, 12]),
        ('{"word": "x", "numbers": [-', []),
        ('{"word": "x", "numbers": [1, -1', [1]),
        ('{"word": "x", "numbers": ', []),
        ('{"word": "x"', []),
        ('{"word": "x", "numb', []),
    ],
)
def test_a_number_that_may_go_on_is_left_out(text: str, numbers: list[int]) -> None:
    saved = salvage(text, Form)
    assert saved is not None
    assert saved.numbers == numbers


@pytest.mark.parametrize(
    "text", ["", " ", "null", "[]", '"x"', "12", "{}", "{", '{"word": "x', "no"]
)
def test_what_is_no_beginning_of_a_form_gives_nothing(text: str) -> None:
    assert salvage(text, Form) is None


def test_a_form_that_does_not_fit_elsewhere_is_not_saved() -> None:
    assert salvage('{"word": 7, "numbers": [1', Form) is None


def test_the_item_that_was_being_written_is_left_out() -> None:
    whole = '{"actors": [{"name": "Ada Finch", "kind": "person", "role": "chair"}, {"name": "Se'
    saved = salvage(whole, Draft)
    assert saved is not None
    assert [actor.name for actor in saved.actors] == ["Ada Finch"]
    assert not any([saved.events, saved.stances, saved.gist])


def test_brackets_nested_by_the_thousand_give_nothing() -> None:
    assert salvage('{"actors": ' + "[" * 5000, Draft) is None
