"""`summarizer export`: every kind of input, whatever is wrong with it, and no name left."""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Command
from tests.export.made import EXAMPLES, made, write
from tests.validation.documents import brief

IDS = "SELECT id FROM articles ORDER BY article"
NAMES = re.compile(rb"Mara|Lindt|Jonas|Brandt", re.IGNORECASE)


def _ids(path: Path | str = "out.db") -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        return [row[0] for row in database.execute(IDS)]


def test_files_folders_patterns_and_stdin_each_article_once(command: Command) -> None:
    Path("f").mkdir()
    write(Path("f/out.jsonl"), made(known="x1"), made(known="x2"))
    write(Path("f/one.json"), made(known="x3"))
    write(Path("g1.json"), made(known="x4"))
    stdin = json.dumps(made(known="x5")).encode() + b"\n" + json.dumps(made(known="x1")).encode()
    done = command("export", "f", "g*.json", "f/one.json", "-", "-o", "out.db", stdin=stdin)
    assert (done.code, done.out) == (0, "")
    assert _ids() == ["x3", "x1", "x2", "x4", "x5"]
    assert done.err.splitlines() == [
        "summarizer: 1 summary of articles met before, left out",
        "summarizer: 5 summaries in out.db",
    ]


def test_of_two_lines_for_an_article_the_later_counts(command: Command) -> None:
    later = made(lambda value: value["article"].update(title="Later"), "x1")
    write(Path("out.jsonl"), made(known="x1"), made(known="x2"), later)
    assert command("export", "out.jsonl", "-o", "out.db", "--quiet").err == ""
    with closing(sqlite3.connect("out.db")) as database:
        titles = database.execute("SELECT id, title FROM articles ORDER BY id").fetchall()
    assert titles == [("x1", "Later"), ("x2", made()["article"]["title"])]


def test_a_line_that_is_not_yet_written_replaces_nothing(command: Command) -> None:
    path = write(Path("out.jsonl"), made(known="x1"))
    whole = path.read_text()
    path.write_text(whole + whole[:-2])
    done = command("export", "out.jsonl", "-o", "out.db")
    assert (done.code, _ids()) == (0, ["x1"])
    assert "out.jsonl, line 2: a line that is not yet written, passed over" in done.err
    path.write_text(f"{whole}{whole[:-2]}\n")
    assert command("export", "out.jsonl", "-o", "out.db").code == 3
    assert _ids() == ["x1"], "nor does a broken one"


def test_a_full_disk_is_said(command: Command) -> None:
    write(Path("one.json"), made())
    done = command("export", "one.json", "-o", "/dev/full", "--to", "plover")
    assert (done.code, done.trouble) == (3, "cannot write /dev/full: No space left on device")


def test_what_a_batch_and_a_brief_leave_in_a_folder_is_passed_over(command: Command) -> None:
    Path("f").mkdir()
    write(Path("f/out.jsonl"), made(known="x1"))
    Path("f/out.failed.jsonl").write_text('{"id": "x2", "error": "no answer"}\n')
    Path("f/note.json").write_text(json.dumps(brief()))
    done = command("export", "f", "-o", "out.db")
    assert (done.code, _ids()) == (0, ["x1"])
    assert "summarizer: f/note.json: a briefing note, passed over" in done.err
    assert "summarizer: f/out.failed.jsonl: a list of failures, passed over" in done.err
    assert command("export", "f/note.json", "-o", "no.db").code == 3


def _newer(value: dict[str, Any]) -> None:
    value["schema_version"] = "9.0"


def _adrift(value: dict[str, Any]) -> None:
    value["statements"][0]["speaker"] = "a9"


def _twice(value: dict[str, Any]) -> None:
    value["events"][1]["id"] = "e1"


def _far(value: dict[str, Any]) -> None:
    value["headline"]["evidence"][0]["end"] = 10**30


def _vast(value: dict[str, Any]) -> None:
    value["events"][0]["quantities"][0]["value"] = "vast"


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ('{"kind": "summ', "bad.json: not JSON"),
        ("", "bad.json: the file is empty"),
        ("a\0b", "bad.json: the file is binary"),
        ("[1]", "bad.json: not a JSON object"),
        ('{"kind": "article", "text": "x"}', "bad.json: kind is 'article'"),
        (json.dumps(made(_newer)), "bad.json: schema version 9.0 is newer than 0.1"),
        (json.dumps(made(_adrift)), "bad.json: /statements/0/speaker: there is no actor a9"),
        (json.dumps(made(_far)), "bad.json: a number in it is too large"),
        (
            json.dumps(made(_vast)).replace('"vast"', "1e999"),
            "bad.json: a number in it is too large",
        ),
        (json.dumps(made(_twice)), "bad.json: /events: two items have one id"),
        (json.dumps(made(lambda v: v["article"].update(title="\ud800"))), "half of a character"),
    ],
)
def test_one_broken_input_is_named_and_the_rest_goes_on(
    broken: str, says: str, command: Command
) -> None:
    Path("bad.json").write_text(broken)
    write(Path("good.json"), made(known="x1"))
    done = command("export", "bad.json", "good.json", "-o", "out.db")
    assert (done.code, _ids()) == (3, ["x1"])
    assert says in done.err.splitlines()[0]
    assert "Traceback" not in done.err


def test_with_nothing_usable_nothing_is_written(command: Command) -> None:
    Path("out.db").write_text("what was there")
    done = command("export", "nowhere.json", "none*.json", "-o", "out.db")
    assert done.code == 3
    assert "nowhere.json: there is no such file" in done.err
    assert "none*.json: no summary is there" in done.err
    assert Path("out.db").read_text() == "what was there"
    assert command("export", "nowhere.json", "-o", "new/").code == 3
    assert [path.name for path in Path().iterdir()] == ["out.db"]


@pytest.mark.parametrize(
    ("output", "more", "held"),
    [
        ("t/", (), "t/articles.csv"),
        ("t", (), "t/articles.csv"),
        ("t.csv", (), "t.csv/articles.csv"),
        ("t.parquet", (), "t.parquet/articles.parquet"),
        ("t.sqlite", (), "t.sqlite"),
        ("t.jsonl", (), "t.jsonl"),
        ("t.jsonl", ("--to", "csv"), "t.jsonl/articles.csv"),
        ("t.dat", ("--to", "plover"), "t.dat"),
    ],
)
def test_the_suffix_decides_unless_told(
    output: str, more: tuple[str, ...], held: str, command: Command
) -> None:
    if "parquet" in held:
        pytest.importorskip("pyarrow", reason="needs the extra 'parquet'")
    write(Path("one.json"), made())
    assert command("export", "one.json", "-o", output, *more).code == 0
    assert Path(held).is_file()


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("-o", "t.xlsx"), "no form is known for the suffix .xlsx"),
        (("-o", "t", "--to", "excel"), "there is no form excel"),
        (("-o", "no/t.db"), "cannot write no/t.db"),
        (("-o", "one.json/t"), "cannot write to one.json/t: Not a directory"),
        (("-o", "one.json", "--to", "csv"), "one.json is no folder"),
        (("-o", ".", "--to", "sqlite"), ". is a folder"),
    ],
)
def test_a_place_that_cannot_be_written(args: tuple[str, ...], says: str, command: Command) -> None:
    write(Path("one.json"), made())
    done = command("export", "one.json", *args)
    assert done.code == 3
    assert says in done.trouble
    assert done.hint


def test_the_missing_extra_gives_its_install_line(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    write(Path("one.json"), made())
    done = command("export", "one.json", "-o", "t.parquet")
    assert done.code == 3
    assert done.hint == "pip install 'cited-summarizer[parquet]'"
    assert not Path("t.parquet").exists()


@pytest.mark.parametrize("output", ["t/", "t.db", "t.parquet", "t.jsonl"])
@pytest.mark.parametrize("more", [(), ("--no-text",)])
def test_no_output_names_a_person(
    output: str, more: tuple[str, ...], command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "parquet" in output:
        pytest.importorskip("pyarrow", reason="needs the extra 'parquet'")
    monkeypatch.setenv("SUMMARIZER_REDACT_KEY", "a key of the tests, long enough")
    write(Path("lindt.json"), made())
    assert command("export", "lindt.json", "-o", "named/").code == 0
    assert NAMES.search(Path("named/evidence.csv").read_bytes())
    done = command("export", "lindt.json", "-o", output, "--redact-persons", *more)
    assert done.code == 0
    written = [path for path in [Path(output), *Path(output).rglob("*")] if path.is_file()]
    assert written
    for path in written:
        assert not NAMES.search(_plain(path)), path
    assert "long enough" not in done.err


def _plain(path: Path) -> bytes:
    """The bytes of a file as they can be searched: Parquet is compressed."""
    if path.suffix != ".parquet":
        return path.read_bytes()
    import pyarrow.parquet as parquet

    return json.dumps(parquet.read_table(path).to_pylist(), ensure_ascii=False).encode()


def test_without_a_key_it_is_said_and_a_weak_one_is_refused(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SUMMARIZER_REDACT_KEY", raising=False)
    write(Path("one.json"), made())
    done = command("export", "one.json", "-o", "t/", "--redact-persons")
    assert "SUMMARIZER_REDACT_KEY" in done.err
    monkeypatch.setenv("SUMMARIZER_REDACT_KEY", "hunter2")
    done = command("export", "one.json", "-o", "u/", "--redact-persons")
    assert done.code == 3
    assert "hunter2" not in done.err
    assert not Path("u").exists()


def test_a_text_may_be_left_out(command: Command) -> None:
    write(Path("one.json"), made())
    assert command("export", "one.json", "-o", "t.db", "--no-text").code == 0
    with closing(sqlite3.connect("t.db")) as database:
        assert database.execute("SELECT text FROM articles").fetchone() == (None,)
        found = database.execute("SELECT count(*) FROM search WHERE search MATCH 'crowns'")
        assert found.fetchone() == (1,)
    assert b"newsletter" not in Path("t.db").read_bytes()


def test_our_own_examples_go_through(command: Command) -> None:
    done = command("export", EXAMPLES, EXAMPLES / "brief", "-o", "t.db")
    assert done.code == 0
    assert len(_ids("t.db")) == len(list(EXAMPLES.rglob("*.summary.json")))
