"""Every code: found by the command in a document that has the problem, not in one without it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.schema import Finding
from summarizer.validation import codes as codes_module
from summarizer.validation.codes import LEVELS, codes
from tests.validation.cases import CASES, Case
from tests.validation.command import findings, run
from tests.validation.documents import brief, dumped, summary

FILE_LEVEL = {code.name for code in codes().values() if code.level == "file"}
ELSEWHERE = FILE_LEVEL | {"older_version"}
"""Codes whose tests are in test_inputs.py and test_kinds.py: they need more than a document."""
MADE = {code.name for code in codes().values() if code.level == "made"}
"""Codes of a document's own warnings, which validation never reports."""


def written(case: Case, *, bad: bool = True) -> list[str]:
    """Write one side of a case into the current folder and give the arguments."""
    for name, data in case.written(bad=bad).items():
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return [case.name, *case.args]


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_code_has_a_case() -> None:
    assert set(CASES) | ELSEWHERE | MADE == set(codes())


@pytest.mark.parametrize("document", [summary(), brief()], ids=["summary", "brief"])
def test_the_documents_that_all_cases_start_from_are_correct(document: dict[str, object]) -> None:
    Path("right.json").write_bytes(dumped(document))
    assert findings("right.json", "--strict") == []


@pytest.mark.parametrize("code", CASES)
def test_the_command_finds_the_problem(code: str) -> None:
    case = CASES[code]
    found = findings(*written(case))
    assert code in {one["code"] for one in found}
    for one in found:
        Finding(**one)
        row = codes()[one["code"]]
        assert (one["severity"], one["hint"]) == (row.severity, row.hint)


@pytest.mark.parametrize("code", CASES)
def test_a_document_without_the_problem_passes(code: str) -> None:
    case = CASES[code]
    assert code not in {one["code"] for one in findings(*written(case, bad=False))}


@pytest.mark.parametrize("code", CASES)
def test_errors_end_in_1_and_warnings_only_when_strict(code: str) -> None:
    case = CASES[code]
    args = [*written(case), "--select", code]
    assert run(*args).exit_code == (1 if codes()[code].severity == "error" else 0)
    assert run(*args, "--strict").exit_code == 1
    assert run(*args, "--max-warnings", "0").exit_code == 1
    assert run(*args, "--ignore", code).exit_code == 0


@pytest.mark.parametrize("code", codes())
def test_every_code_is_explained(code: str) -> None:
    result = run("--explain", code)
    row = codes()[code]
    assert result.exit_code == 0
    assert all(part in result.stdout for part in (code, row.means, row.hint, row.example))


def test_an_unknown_code_is_a_usage_error_with_a_guess() -> None:
    for args in (["--explain", "quote_mvoed"], ["x.json", "--select", "quote_mvoed"]):
        result = run(*args)
        assert result.exit_code == 2
        assert "quote_moved" in result.stderr


def test_a_level_stands_for_all_its_codes() -> None:
    args = written(CASES["quote_moved"])
    assert {one["code"] for one in findings(*args, "--select", "grounding")} == {"quote_moved"}
    assert findings(*args, "--ignore", "grounding,dates") == []


def test_the_table_is_well_formed() -> None:
    for row in codes().values():
        assert row.level in LEVELS
        assert row.severity in ("error", "warning")
        assert row.means.endswith(".")
        assert not row.hint.endswith(".")
        assert row.example


def test_the_page_of_codes_is_the_table() -> None:
    page = Path(__file__).parents[2] / "docs" / "codes.md"
    again = "run: summarizer validate --explain all > docs/codes.md"
    assert page.read_text(encoding="utf-8") == run("--explain", "all").stdout, again


def test_every_code_that_the_package_writes_into_warnings_is_in_the_table() -> None:
    package = Path(codes_module.__file__).parents[1]
    written = {
        found
        for path in package.rglob("*.py")
        for found in re.findall(
            r"caveats\.add\(\s*\"([a-z0-9_]+)\"", path.read_text(encoding="utf-8")
        )
    }
    assert written
    assert written <= set(codes())
