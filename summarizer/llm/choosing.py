"""From the probabilities of one token to an answer of a closed question."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from openai.types.chat import ChatCompletion

from summarizer.prompts import Option


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer with what speaks for it."""

    label: str
    margin: float | None
    """Probability of the answer minus that of the next; None where the model gives none."""
    probabilities: dict[str, float]
    """Over the labels, summing to 1; empty where the model gives none."""


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
    token counts.
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
    shares = {label: weight / total for label, weight in weights.items()}
    best, second = sorted(shares.values(), reverse=True)[:2]
    label = max(shares, key=lambda name: shares[name])
    return Choice(label=label, margin=best - second, probabilities=shares)
