"""Mutated files, seeded: findings or none, and never an exception."""

from __future__ import annotations

import json
import random

import pytest

from summarizer.validation.check import check
from summarizer.validation.mend import mend
from summarizer.validation.report import FORMATS, Counts, make_reporter
from summarizer.validation.run import Options, check_data
from summarizer.validation.texts import Texts
from tests.fuzz.bending import bend, break_bytes
from tests.validation.documents import brief, dumped, summary

SHARE = 750
WHOLE = 100_000


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
