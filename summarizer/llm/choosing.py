"""From the probabilities of one token to an answer of a closed question."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from openai.types.chat import ChatCompletion

from summarizer.prompts import Option

LITTLE: Final = 0.1
"""Probability that all options have together, under which none of them is an answer."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer with what speaks for it."""

    label: str
    margin: float | None
    """Probability of the answer minus that of the next; None where the model gives none."""
    probabilities: dict[str, float]
    """Over the labels, summing to 1; empty where the model gives none."""
    covered: float = 1.0
    """Probability of all the options together before they were made to sum to 1."""

    def chance_of(self, label: str) -> float:
        """The probability of a label; of a model that gives none, its answer is sure."""
        return self.probabilities.get(label, float(label == self.label))


def first_token_weights(answer: ChatCompletion) -> list[tuple[str, float]]:
    """The likeliest first tokens with their probabilities; empty without log-probabilities."""
    held = answer.choices[0].logprobs if answer.choices else None
    if held is None or not held.content:
        return []
    return [(top.token, math.exp(top.logprob)) for top in held.content[0].top_logprobs]


def choose_by_tokens(
    options: Sequence[Option], tokens: Sequence[tuple[str, float]]
) -> Choice | None:
    """Share the tokens' probability among the options whose word they begin.

    A token that begins no option's word, or more than one, counts for none. Returns None if no
    token counts. If all that count have little of the probability together, the model would say
    something else: the likeliest option is given without any margin.
    """
    weights = dict.fromkeys((option.label for option in options), 0.0)
    for token, probability in tokens:
        piece = token.strip().lower()
        begun = [o.label for o in options if piece and o.word.lower().startswith(piece)]
        if len(begun) == 1:
            weights[begun[0]] += probability
    total = sum(weights.values())
    if not total:
        return None
    label = max(weights, key=lambda name: weights[name])
    if total < LITTLE:
        equal = dict.fromkeys(weights, 1 / len(weights))
        return Choice(label=label, margin=0.0, probabilities=equal, covered=total)
    shares = {name: weight / total for name, weight in weights.items()}
    best, second = sorted(shares.values(), reverse=True)[:2]
    return Choice(label=label, margin=best - second, probabilities=shares, covered=total)
