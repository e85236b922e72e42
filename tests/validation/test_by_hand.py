"""A summary written by hand, as docs/ci.md shows it: every command takes it once it is mended."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from summarizer.cli.app import app
from tests.validation.command import findings, run
from tests.validation.documents import Json

DOCS = Path(__file__).parents[2] / "docs" / "ci.md"
STORY = "story.summary.json"


@pytest.fixture(autouse=True)
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Json:
    """Write the summary of the docs into an empty folder."""
    monkeypatch.chdir(tmp_path)
    shown = re.search(r"<!-- by hand -->\n```json\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert shown is not None
    Path(STORY).write_text(shown[1], encoding="utf-8")
    found: Json = json.loads(shown[1])
    return found


def invoke(*args: str) -> Any:
    result = CliRunner().invoke(app, args, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def mended() -> Json:
    run(STORY, "--fix")
    found: Json = json.loads(Path(STORY).read_bytes())
    return found


def test_what_code_can_add_is_reported_and_nothing_else() -> None:
    assert {one["code"] for one in findings(STORY)} == {
        "missing_version",
        "derived_missing",
        "offsets_missing",
    }


def test_fix_adds_it_all_and_makes_nothing_up(written: Json) -> None:
    document = mended()
    assert findings(STORY) == []
    assert not {"headline", "run", "gist", "events"} & document.keys()
    [evidence] = document["stances"][0]["evidence"]
    text = document["article"]["text"]
    assert text == written["article"]["text"]
    assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert evidence["quote"] == "“We cannot pay for it,” Brann said."


def test_a_text_may_stay_outside(written: Json) -> None:
    Path("story.txt").write_text(written["article"].pop("text"), encoding="utf-8")
    Path(STORY).write_text(json.dumps(written), encoding="utf-8")
    run(STORY, "--fix", "--source", "story.txt")
    assert "text" not in json.loads(Path(STORY).read_bytes())["article"]
    assert findings(STORY, "--source", "story.txt") == []


@pytest.mark.parametrize("format_", ["json", "jsonl", "markdown", "text", "html"])
def test_it_is_rendered_without_a_run(format_: str) -> None:
    mended()
    shown = invoke("render", STORY, "--format", format_).stdout
    assert "opposed the new tram line" in shown
    if format_ in ("json", "jsonl"):
        assert json.loads(shown)["run"] is None
    else:
        assert "written by hand or elsewhere" in shown


def test_a_brief_can_be_written_from_it() -> None:
    mended()
    shown = invoke("brief", STORY, "--no-model", "--format", "markdown").stdout
    assert "Ilda Brann" in shown


def test_it_can_be_reviewed() -> None:
    mended()
    invoke("review", "export", STORY, "-o", "sheet.csv")
    sheet = Path("sheet.csv").read_text(encoding="utf-8-sig")
    rows = [re.sub(r",,,(\w+)$", r",yes,,\1", row) for row in sheet.splitlines()]
    Path("sheet.csv").write_text("\n".join(rows), encoding="utf-8-sig")
    invoke("review", "apply", "sheet.csv", "--by", "Ada Ruiz")
    document = json.loads(Path(STORY).read_bytes())
    assert document["stances"][0]["review"]["state"] == "accepted"
    assert document.get("run") is None
    assert run(STORY, "--require-reviewed").exit_code == 0


def test_a_quote_that_is_not_there_stays_an_error(written: Json) -> None:
    written["stances"][0]["evidence"] = ["We can pay for it, Brann said."]
    Path(STORY).write_text(json.dumps(written), encoding="utf-8")
    run(STORY, "--fix")
    assert [one["code"] for one in findings(STORY)] == ["quote_unsupported"]
