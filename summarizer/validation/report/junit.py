"""The report as JUnit XML, by the schemas of Ant and Jenkins: a suite a file, a case a finding."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from summarizer.validation.finding import FileResult, Found, plain
from summarizer.validation.report.base import Counts, Write


class JunitReport:
    """Errors are failed cases. Warnings are cases that pass; the suite's output says them."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._suites = 0
        write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n')

    def add(self, result: FileResult) -> None:
        """Write the suite of a file."""
        name = quoteattr(plain(result.file))
        cases = [_case(name, found) for found in result.found]
        cases = cases or [f'  <testcase name="valid" classname={name} time="0"/>\n']
        failures = sum(found.severity == "error" for found in result.found)
        warnings = [_told(found) for found in result.found if found.severity == "warning"]
        self._write(
            f' <testsuite name={name} package={name} id="{self._suites}" hostname="localhost" '
            f'timestamp="{datetime.now(UTC):%Y-%m-%dT%H:%M:%S}" time="0" '
            f'tests="{len(cases)}" failures="{failures}" errors="0">\n  <properties/>\n'
        )
        self._write("".join(cases))
        self._write(
            f"  <system-out>{''.join(warnings)}</system-out>\n  <system-err/>\n </testsuite>\n"
        )
        self._suites += 1

    def finish(self, _counts: Counts) -> None:
        """End the report; readers of JUnit XML count for themselves."""
        self._write("</testsuites>\n")


def _case(classname: str, found: Found) -> str:
    name = quoteattr(f"{found.code} {plain(found.path)}".strip())
    opening = f'  <testcase name={name} classname={classname} time="0"'
    if found.severity == "warning":
        return f"{opening}/>\n"
    attributes = f"type={quoteattr(found.code)} message={quoteattr(found.message)}"
    return f"{opening}><failure {attributes}>{_told(found)}</failure></testcase>\n"


def _told(found: Found) -> str:
    hint = f"    hint: {found.hint}\n" if found.hint else ""
    place = f"{plain(found.file)}:{found.line}"
    return escape(f"{place}: {found.severity}: {found.message} [{found.code}]\n{hint}")
