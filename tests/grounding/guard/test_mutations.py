"""The guard against mutants of pairs.toml: what it catches, and what it blames wrongly."""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import Any

import pytest

from benchmarks.mutants.sentence import Sentence
from benchmarks.mutants.suite import FALSE_ALARMS, MUTATORS, TARGETS
from tests.grounding.guard.pairs import PAIRS, problems_of

Mutant = tuple[str, str, dict[str, Any]]
"""Its class, its text, and the pair that it was made from."""
FIRST_NAMES = frozenset(
    re.findall(
        r"\w+",
        "Otto Ines Mira Maren Petra Ivo Lena Rolf Nora Emil Dana Tomas Anna Ilya Vera Oskar Ada Jon"
        " Paul Klaus Hana Leo Clara Igor Eva Инна Эмиль Inés Emilio",
    )
)


def sentence_of(pair: dict[str, Any]) -> Sentence:
    evidence = " ".join(pair["evidence"])
    full = re.findall(r"[A-ZА-ЯÁ-Ú]\w+ [A-ZА-ЯÁ-Ú]\w+", evidence)
    people = [name for name in full if name.split()[0] in FIRST_NAMES]
    people += ["张丽"] * ("张丽" in evidence) + ["إيناس كابلان"] * ("إيناس كابلان" in evidence)
    parties = [(name,) for name in people] + [tuple(forms) for forms in pair.get("names", [])]
    return Sentence(
        text=pair["claim"],
        evidence=evidence,
        language=pair.get("language", "en"),
        people=tuple(people),
        parties=tuple(parties),
        verb=pair.get("verb"),
    )


def mutants() -> list[Mutant]:
    chance = random.Random(2031)  # noqa: S311  # a seed, no secret
    return [
        (name, text, pair)
        for pair in PAIRS
        for name, mutate in MUTATORS.items()
        for text in dict.fromkeys(mutate(sentence_of(pair), chance))
        if text != pair["claim"]
    ]


@pytest.fixture(scope="module")
def made() -> list[Mutant]:
    return mutants()


@pytest.fixture(scope="module")
def missed(made: list[Mutant]) -> list[Mutant]:
    return [mutant for mutant in made if not problems_of(mutant[2], mutant[1])]


def test_there_are_some_hundred_mutants_of_every_kind(made: list[Mutant]) -> None:
    kinds = Counter(kind for kind, _, _ in made)
    assert set(kinds) == set(MUTATORS)
    assert sum(kinds.values()) >= 600


@pytest.mark.parametrize("kind", MUTATORS)
def test_a_wrong_token_is_caught(kind: str, made: list[Mutant], missed: list[Mutant]) -> None:
    all_of_kind = sum(mutant[0] == kind for mutant in made)
    lost = [text for name, text, _ in missed if name == kind]
    assert 1 - len(lost) / all_of_kind >= TARGETS[kind], lost


def test_correct_claims_are_left_alone() -> None:
    blamed = [pair["claim"] for pair in PAIRS if problems_of(pair)]
    assert len(PAIRS) >= 130
    assert len(blamed) <= FALSE_ALARMS * len(PAIRS), blamed


def test_the_suite_is_the_same_for_the_same_seed(made: list[Mutant]) -> None:
    assert [text for _, text, _ in mutants()] == [text for _, text, _ in made]
