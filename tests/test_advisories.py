"""What is pinned, held against a copy of the advisory database: `scripts/audit --database`."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

SCRIPTS: Final = Path(__file__).parent.parent / "scripts"
LOCK: Final = """
[[package]]
name = "cited-summarizer"
source = { editable = "." }

[[package]]
name = "paper-boat"
version = "VERSION"
source = { registry = "https://index.example/simple" }
"""
ADVISORY: Final = """
id: PYSEC-2026-1
aliases: [CVE-2026-0001]
affected:
- package: {ecosystem: PyPI, name: Paper.Boat}
  ranges:
  - type: GIT
    events: [{introduced: "0"}, {fixed: 33ccdfb0}]
  - type: ECOSYSTEM
    events: [{introduced: "0"}, {fixed: 1.4.2}, {introduced: 2.0.0rc1}, {last_affected: 2.0.3}]
  versions: ["0.9.x-old", 3.0.0]
"""


ADVISORIES: Final = runpy.run_path(str(SCRIPTS / "advisories.py"))


def audited(folder: Path, version: str, advisory: str = ADVISORY) -> int:
    """The exit code for a lock file that pins this version."""
    known = folder / "vulns" / "paper-boat"
    known.mkdir(parents=True, exist_ok=True)
    (known / "PYSEC-2026-1.yaml").write_text(advisory)
    (folder / "uv.lock").write_text(LOCK.replace("VERSION", version))
    code: int = ADVISORIES["main"](folder, folder / "uv.lock")
    return code


@pytest.mark.parametrize("version", ["1.4.1", "0.1", "2.0.0rc1", "2.0.3", "3.0"])
def test_an_affected_pin_is_found(
    tmp_path: Path, version: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audited(tmp_path, version) == 1
    found = f"paper-boat {version}: PYSEC-2026-1 (CVE-2026-0001), repaired by 1.4.2\n"
    assert capsys.readouterr().out.startswith(found)


@pytest.mark.parametrize("version", ["1.4.2", "1.9", "2.0.4", "3.0.1"])
def test_a_repaired_pin_is_not(
    tmp_path: Path, version: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audited(tmp_path, version) == 0
    said = "1 packages, 0 findings (1 advisories, database of unknown date)\n"
    assert capsys.readouterr().out == said


def test_what_was_withdrawn_counts_no_more(tmp_path: Path) -> None:
    withdrawn = f"{ADVISORY}withdrawn: 2026-03-01T00:00:00Z\n"
    assert audited(tmp_path, "1.4.1", withdrawn) == 0


def test_a_clone_says_how_old_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day = "2024-10-10T12:00:00Z"
    who = {
        f"GIT_{role}_{what}": "a@b"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    dated = os.environ | who | {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "Assign ids"]):
        subprocess.run(["git", *command], cwd=tmp_path, env=dated, check=True)  # noqa: S607  # git of this machine
    audited(tmp_path, "1.4.2")
    said = capsys.readouterr().out
    assert "database of 2024-10-10, " in said
    assert "what was found since is not in it" in said


def test_another_folder_is_refused(tmp_path: Path) -> None:
    run = subprocess.run(
        [str(SCRIPTS / "audit"), "--database", str(tmp_path)],
        env=os.environ | {"VIRTUAL_ENV": sys.prefix},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 3
    assert "name a clone of github.com/pypa/advisory-database" in run.stderr
