"""First level: the bytes are one JSON value, by the letter of RFC 8259."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from summarizer.validation.positions import Positions
from summarizer.validation.problem import Problem

_SHOWN: Final = 20
"""Characters of what is no JSON that a message shows."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A JSON value with the text it was read from."""

    value: Any
    text: str
    problems: list[Problem] = field(default_factory=list)


class _NotANumberError(ValueError):
    """NaN or Infinity, which Python's reader knows and JSON does not."""


class _Objects:
    """Builds objects from their pairs and remembers whether any had a key twice."""

    def __init__(self) -> None:
        self.repeated = False

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        self.repeated = self.repeated or len(found) < len(pairs)
        return found


def parse(data: bytes) -> Parsed | Problem:
    """Parse a document. What cannot be read as JSON at all comes back as the problem."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem("not_utf8", "", f"byte {error.start} is not UTF-8", line=line)
    objects = _Objects()
    try:
        value = json.loads(text, object_pairs_hook=objects, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        return Problem("malformed_json", "", _what_is_wrong(error), line=error.lineno)
    except _NotANumberError as error:
        line = text.count("\n", 0, text.find(str(error))) + 1
        return Problem("malformed_json", "", f"{error} is not a JSON number", line=line)
    except RecursionError:
        return Problem("too_deep", "", "nested too deep to be read")
    except ValueError:  # CPython refuses to read a whole number of thousands of digits
        return Problem("malformed_json", "", "a whole number has thousands of digits")
    return Parsed(value, text, _repeated_keys(text) if objects.repeated else [])


def _what_is_wrong(error: json.JSONDecodeError) -> str:
    begins = error.doc[error.pos :].split("\n")[0]
    if begins and error.msg.startswith("Expecting value") and not error.doc[: error.pos].strip():
        return f'the file is no JSON: it begins with "{begins[:_SHOWN]}"'
    return f"{error.msg[:1].lower()}{error.msg[1:]} at column {error.colno}"


def _refuse_constant(name: str) -> NoReturn:
    raise _NotANumberError(name)


def _repeated_keys(text: str) -> list[Problem]:
    return [
        Problem("duplicate_key", path, "this key stands twice in one object", line=line)
        for path, line in Positions(text).repeated
    ]
