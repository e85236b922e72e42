"""Stances across articles, by holder and issue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from summarizer.merging.clusters import Clusters
from summarizer.merging.context import Context
from summarizer.merging.model import Merge, MergedActor, MergedPosition, Ref, Source
from summarizer.merging.words import folded, stems, tokens
from summarizer.ontology import AUTHOR
from summarizer.schema import Stance

_ALIKE: Final = 88
_NEIGHBOURS: Final = 40


def merge_positions(
    sources: Sequence[Source], actors: Sequence[MergedActor], context: Context
) -> tuple[list[MergedPosition], list[Merge]]:
    """What each holder thinks of each issue, in the order of first appearance."""
    numbers = {ref: actor.number for actor in actors for ref in actor.refs}
    names = {actor.number: actor.name for actor in actors}
    stances = {(s.number, one.id): one for s in sources for one in s.summary.stances}
    issues, merges = _issues(stances, numbers, context)
    grouped: dict[tuple[int | None, Ref], list[tuple[Ref, Stance]]] = defaultdict(list)
    for ref, stance in stances.items():
        holder = None if stance.holder == AUTHOR else numbers.get((ref[0], stance.holder))
        if holder is not None or stance.holder == AUTHOR:
            grouped[(holder, issues.find(ref))].append((ref, stance))
    return [
        MergedPosition(holder, _label(issues.held(issue), stances, numbers, names), members)
        for (holder, issue), members in grouped.items()
    ], merges


def _issues(
    stances: dict[Ref, Stance], numbers: dict[Ref, int], context: Context
) -> tuple[Clusters, list[Merge]]:
    """Stances by what they are about: one actor, or alike words in articles about one matter.

    Two stances of one article are about one thing if the words are the same.
    """
    clusters, merges = Clusters(stances), []
    blocks: dict[str, list[Ref]] = defaultdict(list)
    for ref, stance in stances.items():
        target = _target(ref, stance, numbers)
        for key in [f"#{target}"] if target is not None else sorted(stems(stance.target)):
            blocks[key].append(ref)
    for block in blocks.values():
        for at, one in enumerate(block):
            for other in block[at + 1 : at + 1 + _NEIGHBOURS]:
                if clusters.find(one) == clusters.find(other):
                    continue
                reason = _one_issue(one, other, stances, numbers, context)
                if reason is not None:
                    clusters.unite(one, other)
                    shown = [f"n{r[0]}:{r[1]} {stances[r].target}" for r in (one, other)]
                    merges.append(Merge("issue", shown[0], shown[1], reason))
    return clusters, merges


def _one_issue(
    one: Ref, other: Ref, stances: dict[Ref, Stance], numbers: dict[Ref, int], context: Context
) -> str | None:
    first, second = stances[one], stances[other]
    targets = [_target(ref, stances[ref], numbers) for ref in (one, other)]
    if targets[0] is not None and targets[0] == targets[1]:
        return "about one actor"
    if any(target is not None for target in targets) or not context.linked(one[0], other[0]):
        return None
    words = [" ".join(sorted(stems(stance.target))) for stance in (first, second)]
    likeness = fuzz.ratio(*words) if all(words) else 0.0
    if words[0] == words[1] or likeness >= _ALIKE:
        return "same words" if words[0] == words[1] else f"words alike {likeness / 100:.2f}"
    return None


def _target(ref: Ref, stance: Stance, numbers: dict[Ref, int]) -> int | None:
    return numbers.get((ref[0], stance.target_actor)) if stance.target_actor else None


def _label(
    refs: list[Ref], stances: dict[Ref, Stance], numbers: dict[Ref, int], names: dict[int, str]
) -> str:
    """How an issue is called: the actor's name, else the shortest wording."""
    first = min(refs)
    target = _target(first, stances[first], numbers)
    if target is not None:
        return names[target]
    return min((stances[ref].target for ref in refs), key=lambda t: (len(tokens(folded(t))), t))
