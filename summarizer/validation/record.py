"""Third level, the article's record: hash, id, sentences and their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarizer.validation.document import SummaryDocument
from summarizer.validation.problem import Edit, Problem, lookup, pointer

_MOMENT: Final = re.compile(
    r"\d{4}-\d\d-\d\d(?P<time>[Tt ]\d\d:\d\d(:\d\d([.,]\d+)?)?(?P<offset>[Zz]|[+-]\d\d:?\d\d)?)?"
)


def check_record(document: SummaryDocument) -> Iterator[Problem]:
    """Check the article's record without looking at the quotes."""
    article = document.summary.article
    if article.id.startswith("sha256:") and article.id != f"sha256:{article.sha256}":
        yield Problem("id_not_hash", "/article/id", "the id is not the hash in /article/sha256")
    if article.language is not None and document.language is None:
        message = f'"{article.language}" is no language tag such as en or pt-BR'
        yield Problem("bad_language", "/article/language", message)
    yield from _spans("sentences", article.sentences)
    yield from _spans("pages", article.pages or ())
    for name in ("boilerplate", "unused"):
        yield from _numbers(name, getattr(article, name), len(article.sentences))
    yield from _unused(document)
    yield from _moments(document)


def _spans(name: str, spans: Sequence[tuple[int, int]]) -> Iterator[Problem]:
    before = 0
    for index, (start, end) in enumerate(spans):
        path = pointer("article", name, index)
        if not 0 <= start < end:
            yield Problem("bad_span", path, f"[{start}, {end}] is no span: 0 <= start < end")
        elif start < before:
            yield Problem("span_order", path, f"begins at {start}, before the one ahead ends")
        before = max(before, end)


def _numbers(name: str, numbers: Sequence[int], last: int) -> Iterator[Problem]:
    before = 0
    for index, number in enumerate(numbers):
        path = pointer("article", name, index)
        if not 1 <= number <= last:
            yield Problem("no_such_sentence", path, f"there is no sentence {number} of {last}")
        elif number <= before:
            yield Problem("number_order", path, f"{number} does not come after {before}")
        before = max(before, number)


def _unused(document: SummaryDocument) -> Iterator[Problem]:
    """`unused` names the sentences that nothing cites; boilerplate may stand there or not."""
    article = document.summary.article
    cited = {evidence.sentence for _, item in document.items() for evidence in item.evidence}
    stated = set(article.unused)
    wrong = sorted(stated & cited)
    left_out = sorted(
        set(range(1, len(article.sentences) + 1)) - cited - stated - document.boilerplate
    )
    if not wrong and not left_out:
        return
    correct = sorted((stated - cited) | set(left_out))
    parts = [
        f"{_listed(wrong)} cited" if wrong else "",
        f"{_listed(left_out)} not" if left_out else "",
    ]
    message = f"cited sentences and unused ones do not add up: {', '.join(filter(None, parts))}"
    fix = Edit("/article/unused", (correct,))
    yield Problem("unused_mismatch", "/article/unused", message, edits=(fix,))


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:5]))
    return f"{shown} …" if len(numbers) > 5 else shown


def _moments(document: SummaryDocument) -> Iterator[Problem]:
    """Check dates as written: pydantic reads a bare number as seconds, ISO 8601 does not."""
    paths = ["/article/published", "/article/retrieved", "/run/created"]
    paths += [f"{path}/review/at" for path, item in document.items() if item.review is not None]
    for path in paths:
        value = _written(document, path)
        if value is None:
            continue
        found = _MOMENT.fullmatch(value)
        if found is None or not (found["time"] or path == "/article/published"):
            yield Problem("not_iso_8601", path, f'"{value}" is not ISO 8601')
        elif found["time"] and not found["offset"]:
            yield Problem("time_without_offset", path, f'"{value}" does not say in which time zone')


def _written(document: SummaryDocument, path: str) -> str | None:
    try:
        found = lookup(document.value, path)
    except LookupError:
        return None
    return found if isinstance(found, str) else None
