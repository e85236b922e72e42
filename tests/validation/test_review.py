"""Review in a spreadsheet: each item a row, decisions back to the right item, no formula run."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from summarizer.cli.app import app
from summarizer.errors import InputError, OutputError, SummarizerError
from summarizer.validation.sheet import COLUMNS, read_sheet, write_sheet
from tests.validation.cases import changed, line, put
from tests.validation.command import findings
from tests.validation.command import run as validate
from tests.validation.documents import Json, brief, dumped, summary


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.json").write_bytes(dumped(summary()))


def review(*args: str) -> Any:
    result = CliRunner().invoke(app, ["review", *args])
    if isinstance(result.exception, SummarizerError):
        raise result.exception
    return result


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def exported(*files: str) -> list[dict[str, str]]:
    return rows(review("export", *files).stdout)


def sheet(decided: list[dict[str, str]], **form: Any) -> str:
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, **form)
    writer.writeheader()
    writer.writerows(decided)
    Path("sheet.csv").write_text(out.getvalue(), encoding="utf-8-sig", newline="")
    return "sheet.csv"


def applied(decided: list[dict[str, str]], **form: Any) -> Any:
    return review("apply", sheet(decided, **form), "--by", "Ed Itor")


def story() -> Json:
    found: Json = json.loads(Path("story.json").read_bytes())
    return found


def test_every_item_has_a_row_with_its_quote() -> None:
    found = exported("story.json")
    assert [row["item"] for row in found][:4] == ["/headline", "/gist/0", "/gist/1", "/actors/0"]
    assert len(found) == 14
    by_item = {row["item"]: row for row in found}
    assert by_item["/events/2"]["says"].startswith("Jonas Brandt gave 2 million")
    assert "relief fund" in by_item["/events/2"]["quote"]
    assert by_item["/actors/1"]["says"] == "Mara Lindt, Guild president"
    assert {row["approve"] for row in found} == {""}


def test_the_whole_way_ends_in_a_gate_that_opens() -> None:
    assert validate("story.json", "--require-reviewed").exit_code == 1
    result = applied([{**row, "approve": "Yes"} for row in exported("story.json")])
    assert (result.exit_code, result.stderr) == (0, "14 decisions taken over\n")
    assert validate("story.json", "--require-reviewed", "--strict").exit_code == 0
    decided = story()["events"][0]["review"]
    assert (decided["state"], decided["by"], decided["note"]) == ("accepted", "Ed Itor", None)
    assert {row["approve"] for row in exported("story.json")} == {"yes"}


def test_a_rejected_item_keeps_the_gate_shut() -> None:
    decided = exported("story.json")
    for row in decided:
        row["approve"] = "no" if row["item"] == "/events/1" else "x"
        row["note"] = "wrong" if row["item"] == "/events/1" else ""
    applied(decided)
    (found,) = findings("story.json", "--require-reviewed")
    assert (found["code"], found["path"]) == ("rejected_item", "/events/1")
    assert story()["events"][1]["review"]["note"] == "wrong"


def test_rows_without_a_decision_change_nothing() -> None:
    before = Path("story.json").read_bytes()
    assert applied(exported("story.json")).stderr == "0 decisions taken over\n"
    assert Path("story.json").read_bytes() == before


def test_a_new_wording_is_taken_over_as_edited() -> None:
    (row,) = (row for row in exported("story.json") if row["item"] == "/events/1")
    applied([{**row, "approve": "yes", "says": "310 pilots accepted 4%"}])
    event = story()["events"][1]
    assert event["description"] == "310 pilots accepted 4%"
    assert event["review"]["state"] == "edited"


def test_an_actor_cannot_be_worded_anew_in_the_sheet() -> None:
    (row,) = (row for row in exported("story.json") if row["item"] == "/actors/0")
    result = applied([{**row, "approve": "yes", "says": "Guild of Pilots"}])
    assert result.exit_code == 1
    assert "cannot be worded anew" in result.stderr
    assert story() == summary()


def test_a_decision_never_lands_on_an_item_that_has_changed() -> None:
    decided = [{**row, "approve": "yes"} for row in exported("story.json")]
    other = changed(summary(), put("events", 0, "status", "denied"))
    del other["events"][4]
    Path("story.json").write_bytes(dumped(other))
    result = applied(decided)
    assert result.exit_code == 1
    assert result.stderr.count("has changed since") == 2
    assert "review" not in story()["events"][0]
    assert "review" in story()["events"][1]


def test_jsonl_rows_find_their_line() -> None:
    other = changed(summary(), put("article", "id", "two"))
    Path("all.jsonl").write_bytes(line(summary()) + b"\n" + line(other))
    decided = [row for row in exported("all.jsonl") if row["item"] == "/gist/0"]
    assert [row["line"] for row in decided] == ["1", "3"]
    applied([{**decided[1], "approve": "yes"}])
    first, empty, second = Path("all.jsonl").read_bytes().splitlines()
    assert (first + b"\n", empty) == (line(summary()), b"")
    assert json.loads(second)["gist"][0]["review"]["state"] == "accepted"
    result = applied([{**decided[1], "approve": "yes", "line": "9"}])
    assert "there is no line 9 any more" in result.stderr


@pytest.mark.parametrize(
    "form", [{"delimiter": ";"}, {"quoting": csv.QUOTE_ALL}, {"lineterminator": "\n"}]
)
def test_sheets_as_spreadsheets_save_them_are_read(form: dict[str, Any]) -> None:
    applied([{**row, "approve": "y"} for row in exported("story.json")], **form)
    assert findings("story.json", "--require-reviewed") == []


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=x", "=cmd|' /C calc'!A0", "''"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_begins_like_a_formula_and_all_come_back(text: str) -> None:
    document = changed(
        summary(), put("stances", 0, "claim", text), put("gist", 0, "evidence", 0, "quote", text)
    )
    Path("story.json").write_bytes(dumped(document))
    found = exported("story.json")
    for row in found:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    applied([{**row, "approve": "yes"} for row in found])
    assert story()["stances"][0]["claim"] == text
    assert story()["stances"][0]["review"]["state"] == "accepted"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_every_cell_reads_back_as_it_was_written(text: str) -> None:
    row = dict.fromkeys(COLUMNS, text) | {"approve": "no", "line": "3"}
    (decision,) = read_sheet(write_sheet([row]), "sheet.csv")
    assert (decision.file, decision.path, decision.says) == (text, text, text)
    assert decision.note == (text.strip() or None)


def test_controls_in_a_claim_are_shown_as_escapes_and_kept_in_the_file() -> None:
    claim = "Brandt \x1b[31mpraised\u202e it"
    Path("story.json").write_bytes(dumped(changed(summary(), put("stances", 0, "claim", claim))))
    found = exported("story.json")
    assert "\\x1b[31mpraised\\u202e" in next(r["says"] for r in found if r["kind"] == "stance")
    applied([{**row, "approve": "yes"} for row in found])
    assert story()["stances"][0]["claim"] == claim


def test_a_file_is_written_for_spreadsheets() -> None:
    assert review("export", "story.json", "-o", "out.csv").exit_code == 0
    assert Path("out.csv").read_bytes().startswith(b"\xef\xbb\xbffile,line,item,")
    with pytest.raises(OutputError, match="cannot write"):
        review("export", "story.json", "-o", "no/where.csv")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("b.json", dumped(brief())),
        ("x.json", b"{"),
        ("d.json", b'{"a": 1, "a": 2}'),
        ("e.json", b""),
    ],
)
def test_only_summaries_can_be_reviewed(name: str, data: bytes) -> None:
    Path(name).write_bytes(data)
    with pytest.raises(InputError):
        review("export", name)


def test_bad_sheets_are_refused_with_a_hint() -> None:
    row = exported("story.json")[0]
    for change in ({"approve": "maybe"}, {"approve": "yes", "line": "x"}):
        with pytest.raises(InputError, match="row 2"):
            applied([{**row, **change}])
    Path("sheet.csv").write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match="no column"):
        review("apply", "sheet.csv", "--by", "Ed")
    for name in ("gone.csv", "story.json"):
        Path("wide.csv").write_bytes("file".encode("utf-16"))
        with pytest.raises(InputError):
            review("apply", "wide.csv" if name == "story.json" else name, "--by", "Ed")
    with pytest.raises(InputError):
        review("export", "-")


def test_a_sheet_that_is_not_there_or_not_utf_8_is_said_to_be() -> None:
    with pytest.raises(InputError, match=r"gone\.csv: cannot read the sheet: No such file"):
        review("apply", "gone.csv", "--by", "Ed Itor")
    Path("latin.csv").write_bytes("señor".encode("latin-1"))
    with pytest.raises(InputError, match="the sheet is not UTF-8"):
        review("apply", "latin.csv", "--by", "Ed Itor")
