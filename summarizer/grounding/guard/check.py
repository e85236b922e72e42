"""Every critical token of a generated text against its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.grounding.guard.codes import code_problems
from summarizer.grounding.guard.cut import cut_problems, is_clause_of
from summarizer.grounding.guard.dates import date_problems
from summarizer.grounding.guard.names import name_problems
from summarizer.grounding.guard.negation import negation_problems
from summarizer.grounding.guard.numbers import number_problems
from summarizer.grounding.guard.parties import party_problems
from summarizer.grounding.guard.pool import Pool
from summarizer.grounding.guard.problem import GuardContext, Problem
from summarizer.grounding.guard.read import read_polarity
from summarizer.grounding.guard.reversal import reversal_problems, unreal_problems
from summarizer.grounding.guard.titles import title_problems
from summarizer.grounding.words import base_language

_NOTHING_KNOWN = GuardContext()


def check(
    generated: str, evidence_texts: Sequence[str], *, context: GuardContext = _NOTHING_KNOWN
) -> list[Problem]:
    """The tokens of `generated` that its evidence does not bear out; empty if all are.

    A piece cut from the evidence needs no check of names and numbers, but what governed it there
    must not be lost. Full polarity is English; other languages have their own words of denial.
    """
    language = base_language(context.language)
    pool = Pool.of(evidence_texts, context)
    evidence_texts = [_without_dateline(text, context.dateline) for text in evidence_texts]
    evidence = [read_polarity(text, language) for text in evidence_texts]
    claim = read_polarity(generated, language)
    problems = negation_problems(claim, evidence)
    problems += reversal_problems(claim, evidence, language)
    problems += unreal_problems(claim, evidence)
    if language == "en":
        problems += party_problems(claim, evidence, context)
    problems += title_problems(generated, pool)  # a cut can lose "former"
    if any(is_clause_of(generated, text) for text in evidence_texts):
        return _once(problems + cut_problems(generated, evidence))
    problems += number_problems(generated, evidence_texts, language)
    problems += date_problems(generated, evidence_texts, context.anchor, language)
    problems += name_problems(generated, pool)
    problems += code_problems(generated, [source.text for source in pool.sources], language)
    return _once(problems)


def _without_dateline(text: str, dateline: str | None) -> str:
    """The text without its dateline, whose day is that of the report and of nothing in it."""
    if not dateline or not text.startswith(dateline):
        return text
    return text[len(dateline) :].lstrip(" –—-:") or text


def _once(problems: Sequence[Problem]) -> list[Problem]:
    """Each finding once, in the order found."""
    seen: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.code, problem.token.casefold()), problem)
    return list(seen.values())
