"""Mutated files, seeded: findings or none, and never an exception."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest

from summarizer.validation.check import check
from summarizer.validation.mend import mend
from summarizer.validation.report import FORMATS, Counts, make_reporter
from summarizer.validation.run import Options, check_data
from summarizer.validation.texts import Texts
from tests.validation.documents import brief, dumped, summary

SHARE = 1_500
WHOLE = 100_000

ODD: list[Callable[[random.Random], Any]] = [
    lambda _: None,
    lambda _: True,
    lambda _: "",
    lambda _: [],
    lambda _: {},
    lambda _: -1,
    lambda _: 0.5,
    lambda _: 1e308,
    lambda _: 10**40,
    lambda _: 2**63,
    lambda _: "\x00\x1b[31m\u202e\u200b\ufeff",
    lambda _: "\ud83d",
    lambda _: "/a~2/~",
    lambda _: "9" * 5000,
    lambda _: "W" * 2000,
    lambda _: "2031-02-30",
    lambda _: "a1",
    lambda _: "…",
    lambda _: {"quote": "We stay"},
    lambda _: [[3, 1], [-5, 2], [10**12, 10**13]],
    lambda rng: rng.randint(-5, 700),
    lambda rng: chr(rng.choice([0x301, 0x1161, 0x10FFFF, 0xFFFE, 0x85])) * rng.randint(1, 9),
]


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List all places of a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, one in list(inner):
        found.append((*path, key))
        if isinstance(one, dict | list):
            found += places(one, (*path, key))
    return found


def bend(document: Any, rng: random.Random) -> Any:
    """Change a few values of a document: replace, remove, repeat, swap, rename."""
    for _ in range(rng.randint(1, 4)):
        *holders, key = rng.choice(places(document))
        inner = document
        for holder in holders:
            inner = inner[holder]
        match rng.randrange(5):
            case 0:
                inner[key] = rng.choice(ODD)(rng)
            case 1:
                del inner[key]
            case 2 if isinstance(inner, list):
                inner.insert(rng.randrange(len(inner) + 1), inner[key])
            case 3 if isinstance(inner[key], str):
                text = list(inner[key])
                rng.shuffle(text)
                inner[key] = "".join(text)
            case _:
                inner[key] = json.loads(json.dumps(rng.choice(list(document.values()) or [0])))
        if not document:
            break
    return document


def break_bytes(data: bytes, rng: random.Random) -> bytes:
    """Change a few bytes of a file."""
    broken = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(broken))
        match rng.randrange(4):
            case 0:
                broken[at] = rng.randrange(256)
            case 1:
                del broken[at : at + rng.randint(1, 40)]
            case 2:
                broken[at:at] = rng.choice(
                    [b'"', b"\\", b"{", b"]", b",", b"\xff", b"\\ud800", b"1e9"]
                )
            case _:
                piece = broken[at : at + rng.randint(1, 60)]
                broken[at:at] = piece
        if not broken:
            break
    return bytes(broken)


def mutant(number: int) -> bytes:
    """Make the mutant of a number, always the same one."""
    rng = random.Random(number)  # noqa: S311  # reproducible, not secret
    document = summary() if rng.random() < 0.7 else brief()
    if rng.random() < 0.2:
        return break_bytes(dumped(document), rng)
    bent = bend(document, rng)
    return json.dumps(bent).encode()


def survive(numbers: range) -> int:
    """Check every mutant, mend every fourth, write every report of every tenth; count findings."""
    total = 0
    options = Options(require_reviewed=True)
    texts = Texts((), ())
    for number in numbers:
        data = mutant(number)
        result = check_data(data, f"{number}.json", options)
        total += len(result.found)
        if number % 4 == 0:
            mend(data, lambda data: check(data, "x", texts))
        if number % 10 == 0:
            for name in FORMATS:
                counts = Counts()
                counts.add(result)
                reporter = make_reporter(name, lambda text: text.encode())
                reporter.add(result)
                reporter.finish(counts)
    return total


def test_a_share_of_the_mutants_gives_findings_and_no_exception() -> None:
    assert survive(range(SHARE)) > SHARE


@pytest.mark.slow
def test_all_mutants_give_findings_and_no_exception() -> None:
    assert survive(range(SHARE, WHOLE)) > WHOLE - SHARE
