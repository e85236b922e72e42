"""Third level: ids, references and repetitions within a summary."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from summarizer.grounding.folding import fold
from summarizer.ontology import AUTHOR
from summarizer.validation.document import SummaryDocument
from summarizer.validation.problem import Problem, lookup, pointer

if TYPE_CHECKING:
    from summarizer.schema.evidence import Item
    from summarizer.schema.summary import Actor, ArticleSummary

_LETTERS: Final = {"actors": "a", "statements": "q", "stances": "s", "events": "e"}


def check_integrity(document: SummaryDocument) -> Iterator[Problem]:
    """Check that ids are unique and in order, references lead somewhere, nothing stands twice."""
    summary = document.summary
    for name, letter in _LETTERS.items():
        yield from check_ids(name, [item.id for item in getattr(summary, name)], letter)
    yield from _references(summary)
    yield from _repetitions(summary)
    yield from _shared_names(summary.actors, summary.article.text or "")
    yield from _caveats(document)


def check_ids(name: str, ids: Sequence[str], letter: str) -> Iterator[Problem]:
    """Check that the ids of a list are unique and count up from 1."""
    seen: set[str] = set()
    in_order = True
    for index, found in enumerate(ids):
        path, expected = pointer(name, index, "id"), f"{letter}{index + 1}"
        if found in seen:
            yield Problem("duplicate_id", path, f"the id {found} stands twice")
        elif in_order and found != expected:
            in_order = False  # the ones that follow would only repeat it
            yield Problem("id_order", path, f"the id is {found} where {expected} comes next")
        seen.add(found)


def _references(summary: ArticleSummary) -> Iterator[Problem]:
    actors = {actor.id for actor in summary.actors}
    statements = {statement.id for statement in summary.statements}
    for path, found in _actor_references(summary):
        if found not in actors and found != AUTHOR:  # by the schema only a holder can be that
            yield Problem("unknown_actor", path, f"no actor has the id {found}")
    for index, stance in enumerate(summary.stances):
        for place, found in enumerate(stance.statements):
            if found not in statements:
                path = pointer("stances", index, "statements", place)
                yield Problem("unknown_statement", path, f"no statement has the id {found}")
        yield from _repeated(pointer("stances", index, "statements"), stance.statements)
    for index, event in enumerate(summary.events):
        yield from _repeated(pointer("events", index, "actors"), event.actors)
        yield from _repeated(pointer("events", index, "recipients"), event.recipients)
        for place, found in enumerate(event.recipients):
            if found in event.actors:
                path = pointer("events", index, "recipients", place)
                yield Problem("actor_is_recipient", path, f"{found} is also an actor of the event")


def _actor_references(summary: ArticleSummary) -> Iterator[tuple[str, str]]:
    for index, statement in enumerate(summary.statements):
        yield pointer("statements", index, "speaker"), statement.speaker
    for index, stance in enumerate(summary.stances):
        yield pointer("stances", index, "holder"), stance.holder
        if stance.target_actor is not None:
            yield pointer("stances", index, "target_actor"), stance.target_actor
    for index, event in enumerate(summary.events):
        for role in ("actors", "recipients"):
            for place, found in enumerate(getattr(event, role)):
                yield pointer("events", index, role, place), found


def _repeated(path: str, references: Sequence[str]) -> Iterator[Problem]:
    for place, found in enumerate(references):
        if found in references[:place]:
            yield Problem("repeated_reference", f"{path}/{place}", f"{found} stands twice here")


def _repetitions(summary: ArticleSummary) -> Iterator[Problem]:
    yield from _duplicates("gist", [_plain(sentence.text) for sentence in summary.gist])
    yield from _duplicates(
        "actors", [(_plain(actor.name), actor.kind) for actor in summary.actors], "duplicate_actor"
    )
    yield from _duplicates(
        "statements", [(one.speaker, one.kind, one.cue, _spans(one)) for one in summary.statements]
    )
    yield from _duplicates(
        "stances",
        [(one.holder, _plain(one.target), one.position, _spans(one)) for one in summary.stances],
    )
    yield from _duplicates(
        "events", [(_plain(one.description), one.type, _spans(one)) for one in summary.events]
    )


def _duplicates(
    name: str, keys: Iterable[Hashable], code: str = "duplicate_item"
) -> Iterator[Problem]:
    first: dict[Hashable, int] = {}
    for index, key in enumerate(keys):
        earlier = first.setdefault(key, index)
        if earlier != index:
            message = f"says the same as {pointer(name, earlier)}"
            yield Problem(code, pointer(name, index), message)


def _shared_names(actors: Sequence[Actor], text: str) -> Iterator[Problem]:
    """Names that two bear, unless a place of its own tells whom such a name means there."""
    owners = {_plain(actor.name): actor for actor in reversed(actors)}
    for index, actor in enumerate(actors):
        for place, alias in enumerate(actor.aliases):
            owner = owners.get(_plain(alias), actor)
            if owner is actor or owner.name == actor.name or _has_own(actor, alias, owner, text):
                continue
            path = pointer("actors", index, "aliases", place)
            yield Problem("shared_name", path, f'"{alias}" is the name of {owner.id}')


def _has_own(actor: Actor, alias: str, owner: Actor, text: str) -> bool:
    """Whether an alias stands where only the one is mentioned: "Bus drivers", then "drivers"."""
    return any(
        _plain(text[start:end]) == _plain(alias) and (start, end) not in owner.mentions
        for start, end in actor.mentions
    )


def _caveats(document: SummaryDocument) -> Iterator[Problem]:
    for index, caveat in enumerate(document.summary.warnings):
        try:
            lookup(document.value, caveat.path)
        except LookupError:
            path = pointer("warnings", index, "path")
            yield Problem("dead_path", path, f'nothing stands at "{caveat.path}"')


def _spans(item: Item) -> tuple[tuple[int, int], ...]:
    return tuple((evidence.start, evidence.end) for evidence in item.evidence)


def _plain(text: str) -> str:
    return " ".join((text if text.isascii() else fold(text).text).casefold().split())
