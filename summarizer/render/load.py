"""Read back a summary or a briefing note that was written as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NoReturn

from pydantic import ValidationError

from summarizer.errors import InputError
from summarizer.schema import SCHEMA_VERSION, ArticleSummary, BriefingNote
from summarizer.schema.publish import PUBLISHED

_MAJOR = SCHEMA_VERSION.partition(".")[0]
_OURS = "give what summarize, brief or eval wrote as JSON"
_ESCAPED_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


def load(path: str | Path) -> ArticleSummary | BriefingNote:
    """The summary or briefing note in a JSON file; InputError says why it cannot be read."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot read {path}: {error.strerror or error}", hint="check its name and permissions"
        ) from error
    return parse_document(data, str(path))


def parse_document(data: bytes, name: str) -> ArticleSummary | BriefingNote:
    """The document in `data`; `name` is what errors call it.

    Raises InputError for anything that is not one summary or note of a known version.
    """
    return document_of(read_body(data, name), name)


def document_of(body: dict[str, object], name: str) -> ArticleSummary | BriefingNote:
    """The document that a JSON object holds; InputError as for `parse_document`."""
    kind = body.get("kind")
    if not isinstance(kind, str) or kind not in PUBLISHED:
        raise InputError(
            f"{name}: kind is {kind!r}, not one of {', '.join(map(repr, PUBLISHED))}",
            hint="give a file that summarize or brief wrote with --format json",
        )
    refuse_newer(body, name)
    try:
        document = PUBLISHED[kind].model_validate(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        pointer = "".join(f"/{part}" for part in first["loc"])
        raise InputError(
            f"{name}: {pointer or '/'}: {first['msg']}",
            hint=f"see all of it: summarizer validate {name}",
        ) from error
    if not isinstance(document, ArticleSummary | BriefingNote):
        raise TypeError(f"no reader for {kind}")
    return document


def refuse_newer(body: dict[str, object], name: str) -> None:
    """Raise InputError if a later major version wrote the object."""
    version = body.get("schema_version")
    if isinstance(version, str) and _is_newer(version):
        raise InputError(
            f"{name}: schema version {version} is newer than {SCHEMA_VERSION}",
            hint="pip install -U cited-summarizer",
        )


def read_body(data: bytes, name: str) -> dict[str, object]:
    """The JSON object in `data`; InputError says where it is none."""
    try:
        body = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not UTF-8 at byte {error.start}", hint=_OURS) from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"{name}: not JSON: {error.msg}, line {error.lineno}, column {error.colno}",
            hint=_OURS,
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: not JSON that can be read: {error}", hint=_OURS) from error
    if not isinstance(body, dict):
        raise InputError(f"{name}: not a JSON object", hint=_OURS)
    if _ESCAPED_HALF.search(data) and not _is_text(body):
        raise InputError(f"{name}: half of a character, a lone surrogate, stands in it", hint=_OURS)
    return body


def _is_text(body: dict[str, object]) -> bool:
    try:
        json.dumps(body, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _refuse_constant(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _is_newer(version: str) -> bool:
    major = version.partition(".")[0]
    return major.isdecimal() and int(major[:9]) > int(_MAJOR)
