"""The report as SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from summarizer._version import __version__
from summarizer.validation.codes import codes
from summarizer.validation.finding import FileResult, Found, plain
from summarizer.validation.report.base import Counts, Write

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


class SarifReport:
    """One run; the codes that were met are its rules."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._results: list[dict[str, Any]] = []
        self._rules: dict[str, int] = {}

    def add(self, result: FileResult) -> None:
        """Keep the findings of a file: the rules stand before all results."""
        for found in result.found:
            index = self._rules.setdefault(found.code, len(self._rules))
            self._results.append(_result(found, index))

    def finish(self, counts: Counts) -> None:
        """Write everything."""
        driver = {
            "name": "summarizer validate",
            "version": __version__,
            "rules": [_rule(name) for name in self._rules],
        }
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "invocations": [{"executionSuccessful": counts.unusable == 0}],
            "results": self._results,
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        self._write(json.dumps(log, indent=1) + "\n")


def _rule(name: str) -> dict[str, Any]:
    code = codes()[name]
    return {
        "id": name,
        "shortDescription": {"text": code.means},
        "help": {"text": f"{code.hint}\n\nExample: {code.example}"},
        "defaultConfiguration": {"level": code.severity},
        "properties": {"level": code.level},
    }


def _result(found: Found, rule: int) -> dict[str, Any]:
    location = {
        "artifactLocation": {"uri": _uri(found.file)},
        "region": {"startLine": found.line or 1},
    }
    logical = [{"fullyQualifiedName": plain(found.path)}] if found.path else []
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": found.severity,
        "message": {"text": found.message},
        "locations": [{"physicalLocation": location, "logicalLocations": logical}],
        "partialFingerprints": {"path/v1": f"{found.code} {found.path}"},
    }


def _uri(file: str) -> str:
    path = PurePath(file)
    encoded = quote(path.as_posix().encode("utf-8", "surrogateescape"))
    return f"file://{encoded}" if path.is_absolute() else encoded
