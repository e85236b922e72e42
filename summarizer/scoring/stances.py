"""Stances: who is for or against what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summarizer.scoring.labels import NEUTRAL, polarity
from summarizer.scoring.lists import word_lists
from summarizer.scoring.matching import Matching, match
from summarizer.scoring.names import best_pair
from summarizer.scoring.records import AUTHOR, FoundStance, GoldArticle, GoldStance, Prediction
from summarizer.scoring.tally import Counts, Metric, Tally, f1, precision, recall, share
from summarizer.scoring.text import fold, overlap

_RIGHT_POLARITY: Final = 100
"""Weighs more than any likeness of names, so that the right position is paired first."""
_IN_TEXT: Final = 0.9


@dataclass(frozen=True, slots=True)
class _Position:
    holder: list[str]
    target: list[str]
    polarity: str
    stance: FoundStance


def score_stances(gold: GoldArticle, found: Prediction) -> Tally:
    """Counts for one article, whose stances are annotated. Only polar ones are matched."""
    tally = Tally("stances", gold.id)
    wanted = gold.gold.stances or []
    polar = [stance for stance in wanted if stance.polarity != NEUTRAL]
    everything = [_position(stance, found) for stance in found.stances]
    inside = [p for p in everything if p.polarity != NEUTRAL and _in_scope(p, gold)]
    matching = match(inside, polar, _fit)
    right = {i: j for i, j in matching.pairs.items() if inside[i].polarity == polar[j].polarity}
    repeated = {i for i, j in matching.duplicates.items() if _agree(inside[i], polar[j])}
    outside = sum(1 for p in everything if p.polarity != NEUTRAL) - len(inside)
    tally.counts.add(
        articles=1,
        found=len(found.stances),
        pairs=len(matching.pairs),
        polar=len(polar),
        tp=len(right),
        fn=len(polar) - len(right),
        fp=len(inside) - len(right) - len(repeated),
        duplicates=len(matching.duplicates),
        position_wrong=len(matching.pairs) - len(right),
        out_of_scope=outside,
        reversed=sum(1 for i, p in enumerate(inside) if _reversed(i, p, matching, polar)),
        verbatim=sum(1 for s in found.stances if _verbatim(s, gold)),
    )
    _count_neutral(tally, wanted, inside, right)
    _write_notes(tally, inside, polar, matching)
    return tally


def _position(stance: FoundStance, found: Prediction) -> _Position:
    return _Position(
        found.known_as(stance.holder),
        found.known_as(stance.target),
        polarity(stance.polarity),
        stance,
    )


def _in_scope(position: _Position, gold: GoldArticle) -> bool:
    """Whether a set that annotates one pair of names an article asks about this pair."""
    pair = next((stance.pair for stance in gold.gold.stances or []), None)
    if gold.scope.get("stances") != "pairs" or pair is None:
        return True
    one, other = [pair[0]], [pair[1]]
    return any(
        best_pair(position.holder, holder) and best_pair(position.target, target)
        for holder, target in ((one, other), (other, one))
    )


def _holder_fit(position: _Position, gold: GoldStance) -> int:
    if gold.holder is None:
        return 1
    if gold.holder == AUTHOR:
        return 3 if not position.holder or _is_author(position.holder[0]) else 0
    return best_pair(position.holder, [gold.holder, *gold.holder_aliases])


def _is_author(name: str) -> bool:
    folded = re.sub(r"^the ", "", fold(name))
    return folded.startswith(word_lists().author)


def _agree(position: _Position, gold: GoldStance) -> bool:
    return position.polarity == gold.polarity


def _fit(position: _Position, gold: GoldStance) -> float:
    holder = _holder_fit(position, gold)
    target = best_pair(position.target, gold.target_forms)
    if not holder or not target:
        return 0
    return holder + target + _RIGHT_POLARITY * _agree(position, gold)


def _reversed(index: int, position: _Position, matching: Matching, polar: list[GoldStance]) -> bool:
    """Whether a position that meets nothing has holder and target of a gold stance swapped."""
    return index not in matching.pairs and any(
        best_pair(position.target, [gold.holder] if gold.holder else [])
        and best_pair(position.holder, [gold.target])
        for gold in polar
    )


def _verbatim(stance: FoundStance, gold: GoldArticle) -> bool:
    return bool(stance.evidence) and overlap(stance.evidence, gold.text) >= _IN_TEXT


def _count_neutral(
    tally: Tally, wanted: list[GoldStance], inside: list[_Position], right: dict[int, int]
) -> None:
    """Neutral stances in articles with no polar answer at all, and those not made polar."""
    astray = [position for i, position in enumerate(inside) if i not in right]
    for stance in wanted:
        if stance.polarity != NEUTRAL:
            continue
        taken = next((position for position in astray if _fit(position, stance)), None)
        tally.counts.add(neutral=1, neutral_alone=not inside, neutral_kept=taken is None)
        if taken:
            tally.note("wrong", f"{stance.holder} {taken.polarity} {stance.target}, not neutral")


def _write_notes(
    tally: Tally, inside: list[_Position], polar: list[GoldStance], matching: Matching
) -> None:
    for j, gold in enumerate(polar):
        if j not in matching.hits():
            tally.note("missed", f"{gold.holder} {gold.polarity} {gold.target}")
    for i, position in enumerate(inside):
        told = f"{position.stance.holder} {position.polarity} {position.stance.target}"
        if matching.is_false(i):
            tally.note("false", told)
        elif i in matching.pairs and not _agree(position, polar[matching.pairs[i]]):
            tally.note("wrong", f"{told}, not {polar[matching.pairs[i]].polarity}")


def _direction(counts: Counts) -> float | None:
    both = counts["pairs"] + counts["reversed"]
    return counts["pairs"] / both if both else None


STANCE_METRICS: Final[dict[str, Metric]] = {
    "precision": precision,
    "recall": recall,
    "f1": f1,
    "pair_recall": share("pairs", "polar"),
    "position": share("tp", "pairs"),
    "direction": _direction,
    "neutral_kept": share("neutral_kept", "neutral"),
    "neutral_left_alone": share("neutral_alone", "neutral"),
    "evidence_verbatim": share("verbatim", "found"),
}
