"""`--fix`: positions of quotes that are found, and what follows from the text; nothing invented."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.errors import OutputError
from summarizer.validation.check import check
from summarizer.validation.codes import codes
from summarizer.validation.edits import apply_edits
from summarizer.validation.mend import dump, mend
from summarizer.validation.problem import Edit
from tests.validation.cases import FERRIES, changed, drop, line, put
from tests.validation.command import findings, run
from tests.validation.documents import TEXT, Json, dumped, summary

FIXABLE = {
    "missing_kind",
    "missing_version",
    "derived_missing",
    "unused_mismatch",
    "quote_moved",
    "quote_folded",
    "quote_elided",
    "offsets_missing",
    "context_mismatch",
    "sentence_number",
    "words_moved",
    "quad_mismatch",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fixed(document: Json, *args: str) -> Json:
    """Fix a document with the command and read it again."""
    Path("story.json").write_bytes(dumped(document))
    run("story.json", "--fix", *args)
    written: Json = json.loads(Path("story.json").read_bytes())
    return written


def everywhere(document: Json) -> list[Json]:
    """List all pieces of evidence."""
    items = [document["headline"]]
    for name in ("gist", "actors", "statements", "stances", "events"):
        items += document[name]
    return [piece for item in items for piece in item["evidence"]]


def test_a_summary_without_any_positions_gets_them_all() -> None:
    bare = summary()
    for piece in everywhere(bare):
        del piece["start"], piece["end"], piece["sentence"]
    for event in bare["events"]:
        for words in (event["time"], event["place"]):
            if words:
                del words["start"], words["end"]
    right = summary()
    right["events"][0]["place"].update(start=TEXT.index("Ostwick"), end=TEXT.index("Ostwick") + 7)
    assert fixed(bare) == right
    assert findings("story.json") == []


def test_quotes_as_bare_texts_are_accepted_too() -> None:
    bare = summary()
    for item in bare["gist"] + bare["events"]:
        item["evidence"] = [piece["quote"] for piece in item["evidence"]]
    assert fixed(bare) == summary()


def test_what_was_written_is_said_line_by_line() -> None:
    Path("story.json").write_bytes(dumped(changed(summary(), put("events", 2, "quad", None))))
    result = run("story.json", "--fix")
    assert result.exit_code == 0
    assert result.stdout == "1 file checked, no findings\n"
    (told,) = result.stderr.splitlines()
    assert told.startswith("story.json:")
    assert "fixed: AID has the quad class" in told


def test_a_folded_quote_gets_the_texts_own_characters() -> None:
    typed = changed(
        summary(),
        put("statements", 1, "evidence", 0, "quote", "“We stay on the  water,” Lindt said."),
    )
    assert fixed(typed) == summary()


def test_an_elided_quote_becomes_two_entries() -> None:
    quote = "The port's owner, Jonas Brandt, … to a relief fund for dock workers."
    mended = fixed(changed(summary(), put("events", 2, "evidence", 0, "quote", quote)))
    assert [piece["quote"] for piece in mended["events"][2]["evidence"]] == [
        "The port's owner, Jonas Brandt,",
        "to a relief fund for dock workers.",
    ]
    assert findings("story.json", "--ignore", "guard") == []


@pytest.mark.parametrize(
    "quote",
    [
        "The Pilots' Guild did get the 7% rise that it had asked for.",
        "The Pilots' Guild did not get the 9% rise that it had asked for.",
        "Ferry crews in Lund Bay asked for a longer break.",
    ],
)
@pytest.mark.parametrize("placed", [True, False])
def test_what_is_not_in_the_article_is_left_alone(quote: str, placed: bool) -> None:
    for name, data in FERRIES.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(data)
    wrong = changed(summary(), put("gist", 0, "evidence", 0, "quote", quote))
    if not placed:
        changed(wrong, *(drop("gist", 0, "evidence", 0, key) for key in ("start", "end")))
    assert fixed(wrong, "--source", "articles") == wrong
    (found,) = [one for one in findings("story.json", "--source", "articles") if one["match"]]
    assert found["match"] in ("unsupported", "misattributed")
    assert found["path"] == "/gist/0/evidence/0"


def test_the_rest_is_mended_around_what_cannot_be() -> None:
    wrong = changed(
        summary(),
        put("gist", 0, "evidence", 0, {"quote": "No such words."}),
        drop("gist", 1, "evidence", 0, "start"),
        drop("article", "sha256"),
    )
    mended = fixed(wrong)
    assert mended["gist"][0]["evidence"] == [{"quote": "No such words."}]
    assert mended["gist"][1] == summary()["gist"][1]
    assert mended["article"] == summary()["article"]
    assert run("story.json").exit_code == 1


def test_a_record_with_nothing_but_its_text_is_derived() -> None:
    bare = changed(summary(), put("article", {"text": TEXT, "published": "2031-03-04"}))
    for name in ("actors", "statements", "stances", "events"):
        for item in bare[name]:
            del item["id"]
    mended = fixed(bare)
    right = summary()["article"]
    for name in ("id", "sha256", "sentences", "boilerplate"):
        assert mended["article"][name] == right[name], name
    assert [event["id"] for event in mended["events"]] == ["e1", "e2", "e3", "e4", "e5"]
    assert findings("story.json") == []


def test_a_text_in_another_form_is_put_into_the_one_that_positions_count_in() -> None:
    text = TEXT.replace("\n", "\r\n")
    bare = changed(summary(), put("article", {"text": text, "published": "2031-03-04"}))
    assert fixed(bare)["article"]["text"] == TEXT
    assert findings("story.json") == []


def test_without_text_nothing_can_be_looked_up() -> None:
    bare = changed(summary(), put("article", "text", None), drop("gist", 0, "evidence", 0, "start"))
    assert fixed(bare) == bare
    Path("pilots.txt").write_text(TEXT, encoding="utf-8")
    mended = fixed(bare, "--source", "pilots.txt")
    assert mended == changed(summary(), put("article", "text", None))


def test_a_file_that_is_right_is_not_touched() -> None:
    Path("story.json").write_bytes(dumped(summary()))
    os.utime("story.json", (1, 1))
    run("story.json", "--fix")
    assert Path("story.json").stat().st_mtime == 1


def test_fixing_twice_changes_nothing_more() -> None:
    once = fixed(changed(summary(), put("gist", 0, "evidence", 0, "start", 5)))
    assert fixed(once) == once


def test_only_the_bad_lines_of_jsonl_are_written_anew() -> None:
    odd = b'{"kind":"summary",   "schema_version": "0.1", "spaced": [1,2 ]}\n'
    moved = changed(summary(), put("gist", 0, "evidence", 0, "start", 5))
    Path("all.jsonl").write_bytes(odd + b"\n" + line(moved) + b"{broken\n" + line(summary())[:-1])
    run("all.jsonl", "--fix")
    assert Path("all.jsonl").read_bytes() == (
        odd + b"\n" + line(summary()) + b"{broken\n" + line(summary())[:-1]
    )


@pytest.mark.parametrize("indent", [None, 1, 2, "\t"])
@pytest.mark.parametrize("escaped", [True, False])
def test_a_document_keeps_its_own_style(indent: Any, escaped: bool) -> None:
    def written(document: Json) -> str:
        separators = (",", ":") if indent is None else None
        return json.dumps(document, indent=indent, ensure_ascii=escaped, separators=separators)

    Path("story.json").write_text(
        written(changed(summary(), put("gist", 0, "evidence", 0, "start", 5)))
    )
    run("story.json", "--fix")
    assert Path("story.json").read_text() == written(summary())


def test_a_key_that_stands_twice_keeps_a_document_from_being_written() -> None:
    moved = dumped(changed(summary(), put("gist", 0, "evidence", 0, "start", 5)))
    data = moved.replace(b'"kind"', b'"kind": "summary", "kind"', 1)
    Path("story.json").write_bytes(data)
    run("story.json", "--fix")
    assert Path("story.json").read_bytes() == data


def test_a_number_that_json_cannot_hold_keeps_a_document_from_being_written() -> None:
    data = dumped(changed(summary(), put("gist", 0, "evidence", 0, "start", 5)))
    data = data.replace(b'"temperature": 0', b'"temperature": 1e999')
    Path("story.json").write_bytes(data)
    run("story.json", "--fix")
    assert Path("story.json").read_bytes() == data


def test_a_link_stays_a_link_and_the_mode_stays(folder: Path) -> None:
    (folder / "real").mkdir()
    target = folder / "real" / "story.json"
    target.write_bytes(dumped(changed(summary(), put("gist", 0, "evidence", 0, "start", 5))))
    target.chmod(0o640)
    Path("link.json").symlink_to(target)
    assert run("link.json", "--fix").exit_code == 0
    assert Path("link.json").is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert target.read_bytes() == dumped(summary())
    assert [path.name for path in target.parent.iterdir()] == ["story.json"]


def test_a_failed_write_leaves_the_file_and_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    data = dumped(changed(summary(), put("gist", 0, "evidence", 0, "start", 5)))
    Path("story.json").write_bytes(data)

    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    result = run("story.json", "--fix")
    assert isinstance(result.exception, OutputError)
    assert "No space left" in str(result.exception)
    assert [path.name for path in Path().iterdir()] == ["story.json"]
    assert Path("story.json").read_bytes() == data


def test_edits_that_make_several_entries_keep_the_others_in_place() -> None:
    value = {"a": [0, 1, 2], "b": {"c/d": 1}}
    edits = [Edit("/a/0", ("x", "y")), Edit("/a/2", ("p", "q")), Edit("/b/c~1d", (9,))]
    assert apply_edits(value, edits) == {"a": ["x", "y", 1, "p", "q"], "b": {"c/d": 9}}
    assert value == {"a": [0, 1, 2], "b": {"c/d": 1}}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_shifted_and_lost_positions_always_come_back(data: st.DataObject) -> None:
    broken = summary()
    for piece in everywhere(broken):
        match data.draw(st.sampled_from(["keep", "shift", "lose", "sentence"])):
            case "shift":
                by = data.draw(st.integers(-60, 60))
                piece["start"] = max(piece["start"] + by, 0)
                piece["end"] = max(piece["end"] + by, 1)
            case "lose":
                del piece["start"]
            case "sentence":
                piece["sentence"] = data.draw(st.integers(1, 20))
    mended = mend(dumped(broken), lambda data: check(data, "x"))
    assert json.loads(mended.data) == summary()
    assert mended.checked.problems == []


def test_dump_keeps_the_end_of_the_text() -> None:
    for like in ('{"a": 1}', '{"a": 1}\n', '{"a":1}\r\n', '{\n\t"a": 1\n}\n\n'):
        assert dump({"a": 1}, like).decode().split() == like.split()
        assert dump({"a": 1}, like).endswith(like[like.rindex("}") :].encode())


def test_every_fix_is_named_in_the_table() -> None:
    named = {row.name for row in codes().values() if "--fix" in row.hint}
    assert named - {"older_version", "quote_length"} == FIXABLE
