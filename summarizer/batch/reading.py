"""Reading what a batch wrote or still writes: whole lines only, the latest of each article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from summarizer.batch.failed import FailedArticle, failures_of
from summarizer.errors import InputError


def summaries_in(output: Path) -> Iterator[dict[str, Any]]:
    """The results as JSON, one by one; of two for an article the later.

    Raises:
        InputError: the file cannot be read, or holds something else.
    """
    latest: dict[str, int] = {}
    for number, line in _lines(output):
        latest[_summary(line, output, number)["article"]["id"]] = number
    kept = set(latest.values())
    for number, line in _lines(output):
        if number in kept:
            yield _summary(line, output, number)


def failures_in(output: Path) -> list[FailedArticle]:
    """What is listed as failed beside an output; of two for an article the later.

    Raises:
        InputError: the list cannot be read.
    """
    path = failures_of(output)
    if not path.exists():
        return []
    latest: dict[object, FailedArticle] = {}
    for number, line in _lines(path):
        try:
            failed = FailedArticle.model_validate_json(line)
        except ValidationError as error:
            raise _foreign(path, number, "failed article") from error
        latest[number if failed.id is None else failed.id] = failed
    return list(latest.values())


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.endswith(b"\n"):  # else it is still being written
                    yield number, line
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file", hint="give what a batch wrote") from error
    except OSError as error:
        raise InputError(
            f"cannot read {path}: {error.strerror or error}", hint="check its name and permissions"
        ) from error


def _summary(line: bytes, path: Path, number: int) -> dict[str, Any]:
    try:
        said: dict[str, Any] = json.loads(line)
        if said["kind"] == "summary" and said["article"]["id"] and said["run"]["usage"]:
            return said
    except (ValueError, KeyError, TypeError) as error:
        raise _foreign(path, number, "summary") from error
    raise _foreign(path, number, "summary")


def _foreign(path: Path, number: int, what: str) -> InputError:
    return InputError(f"{path}, line {number}: not a {what}", hint="give what a batch wrote")
