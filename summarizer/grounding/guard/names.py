"""Names of a generated text: each is found in the evidence, or near it, or means a name there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.grounding.guard.pool import Pool
from summarizer.grounding.guard.problem import Problem
from summarizer.grounding.names.lexicon import ORDINARY
from summarizer.grounding.times import time_spans
from summarizer.grounding.words import Token, tokens_of

# Endings of ordinary English words: such a word at the head of a sentence is no name.
_ORDINARY = re.compile(
    r"(?:tion|sion|ment|ness|ity|ship|ance|ence|ing|ers|ists|ants|ents|ors|ees|ures|ages|als|ly|less|ful"
    r"|able|ible|ous|ive|ed|ies|ways|men|women|folk)$"
)


def name_problems(generated: str, pool: Pool) -> list[Problem]:
    """Names that neither the evidence nor what stands around it bears out."""
    language = pool.lexicon.language
    if language in ("zh", "ja", "ko", "ar", "he", "th", "hi"):
        from summarizer.grounding.guard.unspaced import unspaced_problems

        return unspaced_problems(generated, pool, language)
    return [_problem(generated, run) for run in _runs(generated, pool) if not _known(run, pool)]


def _problem(generated: str, run: Sequence[Token]) -> Problem:
    name = generated[run[0].start : run[-1].end]
    return Problem("unsupported_name", name, f"the evidence does not name {name!r}")


def _runs(text: str, pool: Pool) -> list[list[Token]]:
    """Words with a capital in a row; small words inside a name part it, each part is looked up."""
    spans = time_spans(text, pool.lexicon.language)
    runs: list[list[Token]] = [[]]
    end = 0
    alone = _in_title_case(text, pool)
    for token in tokens_of(text):
        apart = text[end : token.start].strip("-‐‑–") not in ("", " ", "\u00a0", "\n")
        timely = any(s <= token.start < e for s, e in spans)
        opens = not runs[-1] and _opens_sentence(text, token.start)
        named = token.capitalized and not timely and not _is_ordinary(token, pool, opens or alone)
        if apart or alone or not named:
            runs.append([])
        if named:
            runs[-1].append(token)
        end = token.end
    return [run for run in runs if run]


def _is_ordinary(token: Token, pool: Pool, anywhere: bool) -> bool:
    """Whether the capital shows no name: "I", or an ordinary word at the head of a text."""
    word = token.folded
    if word in ("i", "i'm", "i've", "i'll", "i'd") or (len(token.text) == 1 and anywhere):
        return True
    if not anywhere:
        return False
    if pool.lexicon.has(word, *ORDINARY):
        return True
    return pool.lexicon.language == "en" and _ORDINARY.search(word) is not None and len(word) > 4


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \u00a0\n\"'“”‘’«»¿¡(—–-")
    return not before or before[-1] in ".!?:…"


def _in_title_case(text: str, pool: Pool) -> bool:
    """Whether every word of weight has a capital, as in a headline: then capitals name nothing."""
    weighty = [
        t for t in tokens_of(text) if t.text[0].isalpha() and not pool.lexicon.has(t.folded, "stop")
    ]
    return len(weighty) > 3 and all(t.capitalized for t in weighty)


def _known(run: Sequence[Token], pool: Pool) -> bool:
    words = [token.text for token in run]
    keys = [pool.key(word) for word in words]
    if _contiguous(keys, pool) or _stands_for(words, pool):
        return True
    parts = _without_titles(run, pool)
    if len(parts) < len(run):
        return not parts or _known(parts, pool)
    return len(run) > 1 and (_shortened(keys, pool) or _composed(words, keys, pool))


def _contiguous(keys: Sequence[str], pool: Pool) -> bool:
    size = len(keys)
    if size == 1:
        return keys[0] in pool.words
    wanted = list(keys)
    return any(
        source.keys[at : at + size] == wanted
        for source in pool.sources
        for at in range(len(source.keys) - size + 1)
    )


def _stands_for(words: Sequence[str], pool: Pool) -> bool:
    """The same state, people or organisation by another name, or the initials of a name there."""
    codes = pool.codes_of(words)
    if codes and codes <= pool.states:
        return True
    letters = "".join(words).replace(".", "")
    if len(words) == 1 and letters.isupper() and len(letters) > 1:
        return any(_initials(run) == letters.casefold() for run in pool.runs)
    return False


def _initials(run: Sequence[str]) -> str:
    return "".join(
        word[0] for word in run if len(word) > 3 or word not in ("of", "the", "and", "for")
    )


def _without_titles(run: Sequence[Token], pool: Pool) -> list[Token]:
    """The run without words for offices; those are looked at as titles."""
    if len(run) == 1:
        return list(run)
    offices = ("titles", "role_modifiers", "honorifics", "people")
    return [t for t in run if not pool.lexicon.has(t.folded, *offices)]


def _shortened(keys: Sequence[str], pool: Pool) -> bool:
    """A name there with words left out: "Secretary Sand" for "Secretary of State Mira Sand"."""
    return any(_within(keys, run) for run in pool.runs)


def _within(keys: Sequence[str], run: Sequence[str]) -> bool:
    rest = iter(run)
    return all(key in rest for key in keys)


def _composed(words: Sequence[str], keys: Sequence[str], pool: Pool) -> bool:
    """Names there side by side, none torn from a longer one: "Velden Drivers' League"."""
    at = 0
    while at < len(keys):
        size = next(
            (n for n in range(len(keys) - at, 0, -1) if _piece(words, keys, at, n, pool)), 0
        )
        if size == 0:
            return False
        at += size
    return True


def _piece(words: Sequence[str], keys: Sequence[str], at: int, size: int, pool: Pool) -> bool:
    piece = list(keys[at : at + size])
    if size == len(keys):
        return False
    if _stands_for(words[at : at + size], pool):
        return True
    if size > 1:
        return _contiguous(piece, pool)
    # A single word must stand there on its own, or as an office or an ordinary word.
    alone = any(run == piece for run in pool.runs)
    small = piece[0] in pool.words and not any(piece[0] in run for run in pool.runs)
    return alone or small or (piece[0] in pool.words and pool.lexicon.has(words[at], *ORDINARY))
