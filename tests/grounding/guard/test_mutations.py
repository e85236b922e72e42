"""The guard against its own mutation suite: what it catches, and what it blames wrongly."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from tests.grounding.guard.mutations import MUTATORS, Mutant, mutants
from tests.grounding.guard.pairs import PAIRS, problems_of

FLOORS = {
    "digit": 0.97,
    "money": 0.97,
    "date": 0.97,
    "negation added": 0.97,
    "negation dropped": 0.97,
    "opposite": 0.97,
    "invented name": 0.99,
    "invented title": 0.99,
}


@pytest.fixture(scope="module")
def made() -> list[Mutant]:
    chance = random.Random(2031)  # noqa: S311  # a seed, no secret
    return [mutant for pair in PAIRS for mutant in mutants(pair, chance)]


@pytest.fixture(scope="module")
def missed(made: list[Mutant]) -> list[Mutant]:
    return [m for m in made if not problems_of(m.pair, m.text)]


def test_there_are_some_hundred_mutants_of_every_kind(made: list[Mutant]) -> None:
    kinds = Counter(mutant.kind for mutant in made)
    assert set(kinds) == set(MUTATORS)
    assert sum(kinds.values()) >= 600


@pytest.mark.parametrize("kind", MUTATORS)
def test_a_wrong_token_is_caught(kind: str, made: list[Mutant], missed: list[Mutant]) -> None:
    all_of_kind = sum(mutant.kind == kind for mutant in made)
    lost = [mutant.text for mutant in missed if mutant.kind == kind]
    assert 1 - len(lost) / all_of_kind >= FLOORS[kind], lost


def test_correct_claims_are_left_alone() -> None:
    blamed = [pair["claim"] for pair in PAIRS if problems_of(pair)]
    assert len(PAIRS) >= 130
    assert len(blamed) <= 0.02 * len(PAIRS), blamed


def test_the_suite_is_the_same_for_the_same_seed(made: list[Mutant]) -> None:
    chance = random.Random(2031)  # noqa: S311  # a seed, no secret
    again = [mutant for pair in PAIRS for mutant in mutants(pair, chance)]
    assert [m.text for m in again] == [m.text for m in made]
