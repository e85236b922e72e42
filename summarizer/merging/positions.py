"""Stances across articles, by holder and issue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from summarizer.merging.clusters import Clusters
from summarizer.merging.context import Context
from summarizer.merging.model import Merge, MergedActor, MergedPosition, Ref, Source
from summarizer.merging.words import folded, name_of, stems, tokens, words
from summarizer.ontology import AUTHOR
from summarizer.schema import ArticleSummary, Stance

_ALIKE: Final = 88
_NEIGHBOURS: Final = 40


def merge_positions(
    sources: Sequence[Source], actors: Sequence[MergedActor], context: Context
) -> tuple[list[MergedPosition], list[Merge]]:
    """What each holder thinks of each issue, in the order of first appearance."""
    numbers = {ref: actor.number for actor in actors for ref in actor.refs}
    names = {actor.number: actor.name for actor in actors}
    stances = {(s.number, one.id): one for s in sources for one in s.summary.stances}
    targets = _targets(sources, numbers)
    issues, merges = _issues(stances, targets, context)
    grouped: dict[tuple[int | None, Ref], list[tuple[Ref, Stance]]] = defaultdict(list)
    for ref, stance in stances.items():
        holder = None if stance.holder == AUTHOR else numbers.get((ref[0], stance.holder))
        if holder is not None or stance.holder == AUTHOR:
            grouped[(holder, issues.find(ref))].append((ref, stance))
    return [
        MergedPosition(holder, _label(issues.held(issue), stances, targets, names), members)
        for (holder, issue), members in grouped.items()
    ], merges


def _issues(
    stances: dict[Ref, Stance], targets: dict[Ref, int], context: Context
) -> tuple[Clusters, list[Merge]]:
    """Stances by what they are about: one actor, or alike words in articles about one matter.

    Two stances of one article are about one thing if the words are the same.
    """
    clusters, merges = Clusters(stances), []
    blocks: dict[str, list[Ref]] = defaultdict(list)
    for ref, stance in stances.items():
        for key in [f"#{targets[ref]}"] if ref in targets else sorted(stems(stance.target)):
            blocks[key].append(ref)
    for block in blocks.values():
        for at, one in enumerate(block):
            for other in block[at + 1 : at + 1 + _NEIGHBOURS]:
                if clusters.find(one) == clusters.find(other):
                    continue
                reason = _one_issue(one, other, stances, targets, context)
                if reason is not None:
                    clusters.unite(one, other)
                    shown = [f"n{r[0]}:{r[1]} {stances[r].target}" for r in (one, other)]
                    merges.append(Merge("issue", shown[0], shown[1], reason))
    return clusters, merges


def _one_issue(
    one: Ref, other: Ref, stances: dict[Ref, Stance], targets: dict[Ref, int], context: Context
) -> str | None:
    first, second = stances[one], stances[other]
    if one in targets and targets[one] == targets.get(other):
        return "about one actor"
    if one in targets or other in targets or not context.linked(one[0], other[0]):
        return None
    said = [" ".join(sorted(stems(stance.target))) for stance in (first, second)]
    likeness = fuzz.ratio(*said) if all(said) else 0.0
    if said[0] == said[1] or likeness >= _ALIKE:
        return "same words" if said[0] == said[1] else f"words alike {likeness / 100:.2f}"
    return None


def _targets(sources: Sequence[Source], numbers: dict[Ref, int]) -> dict[Ref, int]:
    """The merged actor that a stance is about, for those that are about one."""
    found = {}
    for source in sources:
        for stance in source.summary.stances:
            actor = stance.target_actor or _charged(stance, source.summary)
            if actor is not None and (source.number, actor) in numbers:
                found[(source.number, stance.id)] = numbers[(source.number, actor)]
    return found


def _charged(stance: Stance, summary: ArticleSummary) -> str | None:
    """Whom the holder accuses in the sentence, if the target is a name of theirs and the charge."""
    bare = set(name_of(words().charge.sub("", folded(stance.target))))
    here = {piece.sentence for piece in stance.evidence}
    names = {actor.id: {*name_of(actor.name)} for actor in summary.actors}
    for event in summary.events:
        if stance.holder in event.actors and here & {piece.sentence for piece in event.evidence}:
            for actor in event.recipients:
                if bare and bare <= names.get(actor, set()):
                    return actor
    return None


def _label(
    refs: list[Ref], stances: dict[Ref, Stance], targets: dict[Ref, int], names: dict[int, str]
) -> str:
    """How an issue is called: the actor's name, else the shortest wording."""
    first = min(refs)
    if first in targets:
        return names[targets[first]]
    return min((stances[ref].target for ref in refs), key=lambda t: (len(tokens(folded(t))), t))
