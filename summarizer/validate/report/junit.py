"""The report as JUnit XML, by the schema of Ant and Jenkins: a suite a file, a case a finding."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from summarizer.validate.finding import FileResult, Found, plain
from summarizer.validate.report.base import Counts, Write


class JunitReport:
    """Errors are failures; warnings are cases that pass and say what was found."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._suites: list[str] = []
        self._tests = 0

    def add(self, result: FileResult) -> None:
        """Keep the suite of a file: the totals stand before all suites."""
        name = quoteattr(plain(result.file))
        cases = [_case(name, found) for found in result.found]
        cases = cases or [f'    <testcase name="valid" classname={name} time="0"/>\n']
        failures = sum(found.severity == "error" for found in result.found)
        self._tests += len(cases)
        self._suites.append(
            f'  <testsuite name={name} tests="{len(cases)}" failures="{failures}" errors="0" '
            f'time="0">\n{"".join(cases)}  </testsuite>\n'
        )

    def finish(self, counts: Counts) -> None:
        """Write everything."""
        self._write('<?xml version="1.0" encoding="UTF-8"?>\n')
        self._write(
            f'<testsuites name="summarizer validate" tests="{self._tests}" '
            f'failures="{counts.errors}" errors="0" time="0">\n'
        )
        for suite in self._suites:
            self._write(suite)
        self._write("</testsuites>\n")


def _case(classname: str, found: Found) -> str:
    path = plain(found.path)
    name = quoteattr(f"{found.code} {path}".strip())
    where = f"{plain(found.file)}:{found.line}"
    hint = f"\nhint: {found.hint}" if found.hint else ""
    said = escape(f"{where}: {found.message}{hint}")
    if found.severity == "error":
        inner = f"<failure type={quoteattr(found.code)} message={quoteattr(found.message)}>"
        inner = f"{inner}{said}</failure>"
    else:
        inner = f"<system-out>{said}</system-out>"
    return f'    <testcase name={name} classname={classname} time="0">{inner}</testcase>\n'
