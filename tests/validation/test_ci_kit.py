"""The CI kit, really run: the pre-commit hook, the steps of the action, all of docs/ci.md."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from summarizer.schema import published_schema
from tests.validation.cases import changed, put
from tests.validation.command import findings
from tests.validation.documents import TEXT, dumped, summary

ROOT = Path(__file__).parents[2]
BAD = changed(summary(), put("events", 1, "quantities", 0, "value", 301))
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder, the command on the path, and installers that only note their calls."""
    commands = tmp_path / "bin"
    commands.mkdir()
    script(commands / "summarizer", f'exec "{sys.executable}" -m summarizer "$@"')
    script(commands / "pip", 'echo "pip $*" >> "$INSTALLED"')
    script(commands / "python", 'echo "python $*" >> "$INSTALLED"')
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("INSTALLED", str(tmp_path / "installed.txt"))
    return work


def script(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def shell(text: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run as GitHub and GitLab do: bash that ends at the first failure."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text],  # noqa: S607
        capture_output=True,
        text=True,
        env={**os.environ, **env},
        check=False,
    )


def snippets(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


# The action ---------------------------------------------------------------------------------------


def action() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return found


def run_action(**inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the shell steps of the action with these inputs."""
    given = {name: body["default"] for name, body in action()["inputs"].items()} | inputs
    env = {"GITHUB_ACTION_PATH": str(ROOT)}
    result = None
    for step in action()["runs"]["steps"]:
        if "run" not in step:
            continue
        own = {name: substituted(value, given) for name, value in step.get("env", {}).items()}
        result = shell(step["run"], **env, **own)
        if result.returncode:
            break
    assert result is not None
    return result


def substituted(text: str, given: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], text)


def test_the_action_annotates_the_line_of_a_finding(folder: Path) -> None:
    (folder / "deep").mkdir()
    Path("deep/bad.summary.json").write_bytes(dumped(BAD))
    Path("good.summary.json").write_bytes(dumped(summary()))
    result = run_action()
    assert result.returncode == 1
    (annotation,) = [one for one in result.stdout.splitlines() if one.startswith("::")]
    found = re.match(
        r"::error file=deep/bad\.summary\.json,line=(\d+),title=quantity_mism", annotation
    )
    assert found is not None
    line = dumped(BAD).decode().splitlines()[int(found[1]) - 1]
    assert '"value": 301' in line
    assert (
        folder.parent / "installed.txt"
    ).read_text() == f"python -m pip install --quiet {ROOT}\n"


def test_the_action_passes_sources_options_and_reports_on(folder: Path) -> None:
    stored = changed(summary(), put("article", "text", None))
    Path("a file.json").write_bytes(dumped(stored))
    Path("pilots.txt").write_text(TEXT, encoding="utf-8")
    assert run_action(files="a file.json", options="--strict").returncode == 1
    result = run_action(
        files="\na file.json\n",
        source="pilots.txt",
        options="--strict --max-warnings 0",
        report="sarif",
        output="findings.sarif",
    )
    assert result.returncode == 0, result.stderr
    assert json.loads(Path("findings.sarif").read_text())["version"] == "2.1.0"
    assert folder.is_dir()


def test_inputs_of_the_action_are_never_run(folder: Path) -> None:
    hostile = "x; touch owned; $(touch owned) `touch owned`"
    run_action(files=hostile, source=hostile, options=hostile, report=hostile)
    assert not (folder / "owned").exists()
    for step in action()["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_a_missing_file_ends_the_action_in_3(folder: Path) -> None:
    assert run_action(files="gone.json").returncode == 3
    assert folder.is_dir()


# pre-commit ---------------------------------------------------------------------------------------


def hook() -> dict[str, Any]:
    (found,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return dict(found)


@pytest.mark.parametrize(("document", "code"), [(BAD, 1), (summary(), 0)], ids=["bad", "good"])
def test_the_hook_stops_a_bad_summary(document: Any, code: int, folder: Path) -> None:
    """pre-commit itself runs the hook over a new repository; all but the installing is its own."""
    local = {**hook(), "language": "system"}
    Path(".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]})
    )
    Path("story.summary.json").write_bytes(dumped(document))
    Path("package.json").write_text("{}")
    env = {"PRE_COMMIT_HOME": str(folder.parent / "home"), "HOME": str(folder.parent)}
    setup = "git init -q . && git add -A"
    assert shell(setup, **env).returncode == 0
    result = shell(f'"{sys.executable}" -m pre_commit run --all-files', **env)
    assert result.returncode == code, result.stdout + result.stderr
    assert ("quantity_mismatch" in result.stdout) == bool(code)
    assert "package.json" not in result.stdout


def test_the_hook_looks_at_summaries_briefs_and_jsonl_only() -> None:
    pattern = re.compile(hook()["files"])
    for name in ("a.summary.json", "out/b.brief.json", "c.summaries.jsonl"):
        assert pattern.search(name)
    for name in ("package.json", "summary.json.bak", "data.jsonl", "a.summary.jsonx"):
        assert not pattern.search(name)


# docs/ci.md ---------------------------------------------------------------------------------------


def test_the_demonstration_shows_what_the_command_says(folder: Path) -> None:
    Path("story.summary.json").write_bytes(dumped(summary()))
    result = shell(snippets("sh")[0])
    assert result.returncode == 1
    assert result.stdout == snippets("text")[0]
    assert folder.is_dir()


def test_the_shell_line_is_a_gate(folder: Path) -> None:
    Path("out").mkdir()
    Path("out/story.summary.json").write_bytes(dumped(summary()))
    assert shell(snippets("sh")[1]).returncode == 0
    Path("out/bad.summary.json").write_bytes(dumped(BAD))
    assert shell(snippets("sh")[1]).returncode == 1
    assert folder.is_dir()


def test_the_review_lines_end_in_a_closed_gate_until_all_is_approved(folder: Path) -> None:
    Path("out").mkdir()
    Path("out/story.summary.json").write_bytes(dumped(summary()))
    export, apply, gate = next(one for one in snippets("sh") if "review" in one).splitlines()
    assert shell(export).returncode == 0
    assert shell(gate).returncode == 1
    sheet = Path("review.csv").read_text(encoding="utf-8-sig")
    Path("review.csv").write_text(re.sub(r",,,(\w{12})\r?\n", r",yes,,\1\n", sheet))
    assert shell(apply).returncode == 0
    assert shell(gate).returncode == 0
    assert folder.is_dir()


def test_the_gitlab_job_leaves_a_report(folder: Path) -> None:
    job = next(
        found for found in map(yaml.safe_load, snippets("yaml")) if "validate summaries" in found
    )
    job = job["validate summaries"]
    Path("out").mkdir()
    Path("out/bad.summary.json").write_bytes(dumped(BAD))
    assert shell("\n".join(job["script"])).returncode == 1
    assert "<failure" in Path(job["artifacts"]["reports"]["junit"]).read_text()
    assert "pip install" in (folder.parent / "installed.txt").read_text()


def test_the_github_workflow_names_inputs_that_the_action_has() -> None:
    workflow = next(found for found in map(yaml.safe_load, snippets("yaml")) if "jobs" in found)
    used = workflow["jobs"]["validate"]["steps"][1]
    assert used["uses"].partition("@")[0].endswith("/cited-summarizer")
    assert set(used["with"]) <= set(action()["inputs"])


def test_the_hook_in_the_docs_is_the_hook_we_have() -> None:
    config = next(found for found in map(yaml.safe_load, snippets("yaml")) if "repos" in found)
    assert config["repos"][0]["hooks"][0]["id"] == hook()["id"]


def test_a_summary_may_name_its_schema(folder: Path) -> None:
    Path("summary.schema.json").write_text(json.dumps(published_schema("summary")))
    named = json.loads(snippets("json")[0])
    Path("story.json").write_bytes(dumped({**named, **summary()}))
    assert findings("story.json") == []
    assert "$schema" in json.loads((folder / "summary.schema.json").read_text())["properties"]


# README.md ----------------------------------------------------------------------------------------


def readme() -> str:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    return page.partition("<!-- validate -->")[2].partition("<!-- end of validate -->")[0]


def test_the_demonstration_in_the_readme_works_as_shown(folder: Path) -> None:
    (folder / "examples").symlink_to(ROOT / "examples")
    [commands] = re.findall(r"```sh\n(.*?)```", readme(), re.DOTALL)
    [shown] = re.findall(r"```text\n(.*?)```", readme(), re.DOTALL)
    result = shell(commands)
    assert (result.returncode, result.stdout) == (1, shown)


def test_the_readme_names_the_hook_and_inputs_that_there_are() -> None:
    config, step = map(yaml.safe_load, re.findall(r"```yaml\n(.*?)```", readme(), re.DOTALL))
    assert config["repos"][0]["hooks"][0]["id"] == hook()["id"]
    assert set(step[0]["with"]) <= set(action()["inputs"])


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*.json")), ids=lambda path: path.name)
def test_the_examples_have_no_findings(path: Path) -> None:
    assert findings(str(path), "--strict") == []
