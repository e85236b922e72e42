"""Records made wrong: quotes, positions, sentence numbers and ids that do not hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final

from benchmarks.mutants.summaries import Story

Json = dict[str, Any]
LISTS: Final = ("gist", "actors", "statements", "stances", "events")


def wrong_records(story: Story, chance: Random, each: int) -> Iterator[Json]:
    """Some records of each kind, every one wrong in one place."""
    record = story.summary.model_dump_json(by_alias=True)
    for mutate in _MUTATORS:
        for _ in range(each):
            changed: Json = json.loads(record)
            if mutate(changed, chance):
                yield changed


def exchanged_parties(story: Story) -> Iterator[Json]:
    """A record for each event with both sides, its actors and recipients exchanged."""
    record = story.summary.model_dump_json(by_alias=True)
    for index, event in enumerate(story.summary.events):
        if event.actors and event.recipients:
            changed: Json = json.loads(record)
            changed["events"][index]["actors"] = event.recipients
            changed["events"][index]["recipients"] = event.actors
            yield changed


def _evidence(record: Json, chance: Random) -> Json:
    """Some entry of evidence."""
    items = [item for name in LISTS for item in record[name]]
    entry: Json = chance.choice(chance.choice(items)["evidence"])
    return entry


def _shift(record: Json, chance: Random) -> bool:
    entry, by = _evidence(record, chance), chance.choice((-3, -2, -1, 1, 2, 3))
    entry["start"] = max(0, entry["start"] + by)
    entry["end"] = max(entry["start"] + 1, entry["end"] + by)
    return True


def _shift_one_end(record: Json, chance: Random) -> bool:
    entry, by = _evidence(record, chance), chance.choice((-2, -1, 1, 2))
    entry["end"] = max(entry["start"] + 1, entry["end"] + by)
    return True


def _alter_quote(record: Json, chance: Random) -> bool:
    entry = _evidence(record, chance)
    entry["quote"] = _altered(entry["quote"], chance)
    return True


def _alter_source(record: Json, chance: Random) -> bool:
    entry, text = _evidence(record, chance), record["article"]["text"]
    inner = text[entry["start"] : entry["end"]]
    record["article"]["text"] = (
        text[: entry["start"]] + _altered(inner, chance) + text[entry["end"] :]
    )
    return True


def _altered(text: str, chance: Random) -> str:
    at = chance.choice([i for i, c in enumerate(text) if c.isalnum()])
    other = chance.choice([c for c in "aeiou123ж中" if c != text[at].lower()])
    return text[:at] + other + text[at + 1 :]


def _cut(record: Json, chance: Random) -> bool:
    entry = _evidence(record, chance)
    entry["quote"] = entry["quote"][: -chance.randint(1, max(1, len(entry["quote"]) // 2))]
    return bool(entry["quote"])


def _cut_word(record: Json, chance: Random) -> bool:
    """A quote that ends inside a word, its positions with it."""
    entry = _evidence(record, chance)
    quote = entry["quote"]
    inside = [i for i in range(2, len(quote)) if quote[i - 1].isalpha() and quote[i].isalpha()]
    if not inside or not quote.isascii():
        return False
    at = chance.choice(inside)
    entry["quote"], entry["end"] = quote[:at], entry["start"] + at
    return True


def _drop_word(record: Json, chance: Random) -> bool:
    """A word left out in the middle of a quote: "did not resign" without its "not"."""
    entry = _evidence(record, chance)
    words = entry["quote"].split(" ")
    if len(words) < 3:
        return False
    del words[chance.randrange(1, len(words) - 1)]
    entry["quote"] = " ".join(words)
    return True


def _wrong_sentence(record: Json, chance: Random) -> bool:
    entry, count = _evidence(record, chance), len(record["article"]["sentences"])
    others = [n for n in (*range(1, count + 1), count + 7) if n != entry["sentence"]]
    entry["sentence"] = chance.choice(others)
    return True


def _unknown_id(record: Json, chance: Random) -> bool:
    places = [(item, key) for key, item in _references(record)]
    if not places:
        return False
    item, key = chance.choice(places)
    unknown = "q99" if key == "statements" else "a99"
    item[key] = [*item[key], unknown] if isinstance(item[key], list) else unknown
    return True


def _references(record: Json) -> Iterator[tuple[str, Json]]:
    for name, keys in (
        ("statements", ("speaker",)),
        ("stances", ("holder", "target_actor", "statements")),
        ("events", ("actors", "recipients")),
    ):
        yield from ((key, item) for item in record[name] for key in keys)


def _same_id(record: Json, chance: Random) -> bool:
    lists = [record[name] for name in LISTS[1:] if len(record[name]) > 1]
    if not lists:
        return False
    items = chance.choice(lists)
    items[1]["id"] = items[0]["id"]
    return True


_MUTATORS: Final[tuple[Callable[[Json, Random], bool], ...]] = (
    _shift,
    _shift_one_end,
    _alter_quote,
    _alter_source,
    _cut,
    _cut_word,
    _drop_word,
    _wrong_sentence,
    _unknown_id,
    _same_id,
)
