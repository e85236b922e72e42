"""Files, folders, patterns, standard input, JSONL; and files that cannot be used."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from summarizer.validation import inputs
from tests.validation.cases import changed, line, put
from tests.validation.command import findings, run
from tests.validation.documents import brief, dumped, summary

BAD = changed(summary(), put("statements", 0, "speaker", "a9"))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_gives_its_json_and_jsonl_files_without_hidden_ones(folder: Path) -> None:
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / ".cache").mkdir()
    for name in ("b.json", "deep/er/a.JSON", ".cache/c.json", ".d.json", "notes.txt"):
        Path(name).write_bytes(dumped(BAD))
    Path("e.jsonl").write_bytes(line(BAD))
    assert [one["file"] for one in findings(".")] == ["b.json", "deep/er/a.JSON", "e.jsonl"]


def test_a_pattern_and_a_path_name_each_file_once() -> None:
    for name in ("a.json", "b.json"):
        Path(name).write_bytes(dumped(BAD))
    assert [one["file"] for one in findings("*.json", "b.json")] == ["a.json", "b.json"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file() -> None:
    Path("a[1].json").write_bytes(dumped(BAD))
    assert [one["file"] for one in findings("a[1].json")] == ["a[1].json"]


def test_a_pattern_passes_over_named_pipes_which_would_be_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.json")
    Path("a.json").write_bytes(dumped(BAD))
    assert [one["file"] for one in findings("*.json", ".")] == ["a.json"]


def test_a_link_that_leads_nowhere_is_said_to(folder: Path) -> None:
    (folder / "a.json").symlink_to("gone.json")
    assert [one["message"] for one in findings("a.json")] == ["the link leads to no file"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_no_mere_binary_file(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    Path("a.json").write_bytes(f"{mark}{json.dumps(BAD)}".encode(encoding))
    assert [one["message"] for one in findings("a.json")] == ["the file is UTF-16, not UTF-8"]


def test_jsonl_findings_carry_their_line(folder: Path) -> None:
    (folder / "all.jsonl").write_bytes(
        line(summary()) + b"\n" + line(brief()) + b"{broken\n" + line(BAD)
    )
    found = findings("all.jsonl")
    assert [(one["code"], one["line"]) for one in found] == [
        ("malformed_json", 4),
        ("unknown_actor", 5),
    ]
    assert found[1]["path"] == "/statements/0/speaker"


@pytest.mark.parametrize(
    "data",
    [dumped(BAD), line(summary()) + line(BAD), line(BAD), json.dumps(BAD).encode()],
    ids=["one document", "JSONL", "one line", "no line end"],
)
def test_standard_input_holds_one_document_or_one_a_line(data: bytes) -> None:
    found = findings("-", stdin=data)
    assert [(one["file"], one["code"]) for one in found] == [("-", "unknown_actor")]
    assert b'"speaker": "a9"' in data.splitlines()[found[0]["line"] - 1]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("void.json", b"", "empty_file"),
        ("blank.json", b" \n\t\n", "empty_file"),
        ("void.jsonl", b"\n\n", "empty_file"),
        ("packed.json", b"\x1f\x8b\x08\x00\x00", "not_text"),
        ("wide.json", dumped(summary()).decode().encode("utf-16"), "not_text"),
        ("wide.jsonl", line(summary()).decode().encode("utf-16"), "not_text"),
    ],
)
def test_a_file_that_cannot_be_used_ends_in_3(name: str, data: bytes, code: str) -> None:
    Path(name).write_bytes(data)
    Path("good.json").write_bytes(dumped(summary()))
    result = run(name, "good.json")
    assert result.exit_code == 3
    assert code in result.stdout
    assert "2 files checked, 1 error" in result.stdout


def test_a_missing_file_a_bare_folder_and_a_pattern_for_nothing_end_in_3() -> None:
    Path("bare").mkdir()
    for name in ("nowhere.json", "bare", "no*.json", "nul\0.json", "x" * 300):
        result = run(name)
        assert result.exit_code == 3, name
        assert "_file]" in result.stdout


def test_a_file_that_may_not_be_read_ends_in_3(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, f"Permission denied, {mode}", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    result = run("secret.json")
    assert result.exit_code == 3
    assert "the file cannot be read: Permission denied" in result.stdout
    assert "[unreadable_file]" in result.stdout


def test_a_folder_in_place_of_a_file_is_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("here.json").mkdir()
    monkeypatch.setattr(inputs, "files_of", lambda name: [name])
    assert [one["code"] for one in findings("here.json")] == ["unreadable_file"]


@pytest.mark.parametrize("name", ["big.json", "big.jsonl"])
def test_a_document_beyond_the_limit_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "LARGEST", 1000)
    Path(name).write_bytes(line(summary()) + line(summary()))
    assert [one["code"] for one in findings(name)] == ["too_large"]
    assert run(name).exit_code == 3


def test_a_byte_order_mark_is_no_problem() -> None:
    Path("windows.json").write_bytes(b"\xef\xbb\xbf" + dumped(summary()))
    assert findings("windows.json") == []


def test_articles_as_input_are_checked_for_their_shape() -> None:
    Path("in.jsonl").write_bytes(b'{"kind": "article", "text": "x"}\n{"text": 1, "id": "x"}\n')
    found = findings("in.jsonl")
    assert [(one["code"], one["line"]) for one in found] == [("missing_kind", 2), ("wrong_type", 2)]


def test_usage_errors_end_in_2() -> None:
    Path("a.json").write_bytes(dumped(summary()))
    for args in ([], ["a.json", "--report", "pdf"], ["-", "--fix"], ["a.json", "--no-such"]):
        assert run(*args).exit_code == 2


def test_the_report_of_one_bad_file_among_many_names_it() -> None:
    for number in range(5):
        Path(f"{number}.json").write_bytes(dumped(BAD if number == 3 else summary()))
    result = run(*(f"{number}.json" for number in range(5)))
    assert result.exit_code == 1
    assert result.stdout.startswith("3.json:")
    assert result.stdout.endswith("5 files checked, 1 error, 0 warnings\n")
    assert json.loads(run("0.json", "--report", "json").stdout)["summary"] == {
        "files": 1,
        "errors": 0,
        "warnings": 0,
    }
