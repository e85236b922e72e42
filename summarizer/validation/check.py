"""The one place that orders the levels for one document."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from summarizer.validation.dates import check_dates
from summarizer.validation.document import SummaryDocument
from summarizer.validation.events import check_events
from summarizer.validation.evidence import check_evidence
from summarizer.validation.guard import check_claims, check_parties
from summarizer.validation.integrity import check_integrity
from summarizer.validation.kinds import check_version, kind_of
from summarizer.validation.parse import parse
from summarizer.validation.problem import Problem, lookup, steps
from summarizer.validation.quantities import check_quantities
from summarizer.validation.record import check_record
from summarizer.validation.review import check_reviews
from summarizer.validation.schema import check_schema
from summarizer.validation.source import check_source, find_grounds, is_changed
from summarizer.validation.spans import check_spans
from summarizer.validation.texts import Others, Texts
from summarizer.validation.times import check_times


@dataclass(frozen=True, slots=True)
class Checked:
    """A document and its problems."""

    value: Any
    """The JSON value as read; None if there is none."""
    text: str
    """The JSON text, in which lines are counted."""
    problems: list[Problem] = field(default_factory=list)


def check(
    data: bytes, file: str, texts: Texts | None = None, *, require_reviewed: bool = False
) -> Checked:
    """Check one document. A level that cannot be passed ends the checks; all others go on."""
    parsed = parse(data)
    if isinstance(parsed, Problem):
        return Checked(None, "", [parsed])
    checked = Checked(parsed.value, parsed.text, list(parsed.problems))
    kind, problem = kind_of(parsed.value)
    checked.problems.extend([problem] if problem is not None else [])
    if kind == "":
        return checked
    value: dict[str, Any] | None = parsed.value
    if kind != "article":
        value, problems = check_version(parsed.value)
        checked.problems.extend(problems)
    if value is None:
        return checked
    text = parsed.text if value is parsed.value else json.dumps(value)
    if any(problem.code == "newer_minor" for problem in checked.problems):
        value, text = _known_part(kind, value, text)
    match kind:
        case "summary":
            found = _check_summary(value, text, file, texts, require_reviewed)
        case "brief":
            found = _check_brief(text, texts)
        case _:
            found = _shape_only(text)
    checked.problems.extend(found)
    return checked


def _known_part(kind: str, value: dict[str, Any], text: str) -> tuple[dict[str, Any], str]:
    """Leave out the fields that a newer version has added."""
    found = check_schema(kind, text)
    unknown = (
        [one.path for one in found if one.code == "unknown_field"]
        if isinstance(found, list)
        else []
    )
    if not unknown:
        return value, text
    known = copy.deepcopy(value)
    for path in unknown:
        holder = lookup(known, path.rpartition("/")[0])
        del holder[steps(path)[-1]]
    return known, json.dumps(known)


def _check_summary(
    value: dict[str, Any], text: str, file: str, texts: Texts | None, require_reviewed: bool
) -> Iterator[Problem]:
    record = check_schema("summary", text)
    grounds = find_grounds(value, texts, file)
    others = texts.others(value) if texts is not None else Others()
    open_paths: list[str] = []
    if isinstance(record, list):
        from summarizer.validation.intake import Intake

        intake = Intake(value, grounds.text, others)
        if not intake.problems:
            yield from record
            return
        yield from intake.problems
        value, open_paths = intake.value, intake.open_paths
        record = check_schema("summary", json.dumps(value))
        if isinstance(record, list):
            yield from record
            return
        grounds = find_grounds(value, texts, file)
    changed = grounds.own is None and is_changed(grounds, record.article.sha256)
    document = SummaryDocument(record, value, None if changed else grounds.text, others)
    found = [*check_source(document, grounds), *_levels(document, require_reviewed)]
    yield from (one for one in found if not _is_under(one.path, open_paths))


def _levels(document: SummaryDocument, require_reviewed: bool) -> Iterator[Problem]:
    yield from check_integrity(document)
    yield from check_record(document)
    yield from check_evidence(document)
    yield from check_spans(document)
    yield from check_quantities(document)
    yield from check_claims(document)
    yield from check_parties(document)
    yield from check_dates(document)
    yield from check_times(document)
    yield from check_events(document)
    if require_reviewed:
        yield from check_reviews(document)


def _check_brief(text: str, texts: Texts | None) -> Iterator[Problem]:
    from summarizer.validation.brief import BriefDocument, check_brief
    from summarizer.validation.wording import check_wording

    record = check_schema("brief", text)
    if isinstance(record, list):
        yield from record
        return
    document = BriefDocument(record, texts.items if texts is not None else {})
    yield from check_brief(document)
    yield from check_wording(document)


def _shape_only(text: str) -> Iterator[Problem]:
    record = check_schema("article", text)
    if isinstance(record, list):
        yield from record


def _is_under(path: str, holders: Iterable[str]) -> bool:
    return any(path == holder or path.startswith(f"{holder}/") for holder in holders)
