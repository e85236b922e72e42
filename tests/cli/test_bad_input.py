"""Whatever a user gets wrong: one clear line on stderr, its exit code, nothing on stdout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import STORM, Command, at, process
from tests.pipeline.saved import draft_of
from tests.scripted.entries import always, answer, cut, filtered, hang, refusal, reset, status
from tests.scripted.server import Entry, Server, scripted

BAD_FILES = {
    "empty.txt": (b"", "the file is empty"),
    "blank.txt": (b" \n\n\t", "the file is empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "not a text but a PNG image"),
    "nul.txt": (b"abc\x00def", "not a text but a binary file"),
    "latin.txt": ("Le café est bon.".encode("latin-1"), "not valid utf-8 at byte 6"),
    "torn.json": (b'{"text": "A ma', "malformed JSON"),
    "list.json": (b"[]", "the list is empty"),
    "number.json": (b"7", "not an article but a number"),
    "other.json": (b'{"body": "x"}', "text: Field required"),
    "report.pdf": (b"%PDF-1.7", "not a PDF file, or a damaged one"),
    "report.docx": (b"PK", "not a DOCX file, or a damaged one"),
    "page.html": (b"<html><body></body></html>", "no article found on the page"),
    "sheet.xlsx": (b"PK", ".xlsx files are not read"),
}


@pytest.fixture
def silent_server() -> Iterator[Server]:
    """A server that must not be asked anything."""
    with scripted() as server:
        yield server
    assert server.calls == 0


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_no_article(name: str, command: Command, silent_server: Server) -> None:
    content, says = BAD_FILES[name]
    Path(name).write_bytes(content)
    done = command("summarize", name, *at(silent_server))
    assert done.code == 3
    assert done.trouble.startswith(f"{name}: ")
    assert says in done.trouble
    assert done.hint


def test_a_missing_file(command: Command, silent_server: Server) -> None:
    done = command("summarize", "nowhere.txt", *at(silent_server))
    assert (done.code, done.trouble) == (3, "nowhere.txt: no such file")


def test_an_empty_folder(command: Command, silent_server: Server) -> None:
    Path("folder").mkdir()
    done = command("summarize", "folder", *at(silent_server))
    assert (done.code, done.trouble) == (3, "folder: no articles in this folder")


def test_a_pattern_that_matches_nothing(command: Command, silent_server: Server) -> None:
    done = command("summarize", "*.txt", *at(silent_server))
    assert (done.code, done.trouble) == (3, "*.txt: matches no article")


def test_a_file_of_50_mb(command: Command, silent_server: Server) -> None:
    with Path("big.txt").open("wb") as file:
        file.truncate(50_000_000)
    done = command("summarize", "big.txt", *at(silent_server))
    assert (done.code, done.trouble) == (3, "big.txt: too large (50 MB; the limit is 20 MB)")


def test_an_address(command: Command, silent_server: Server) -> None:
    for address, says in {
        "ftp://velden.example/story": "refused, only http and https are fetched",
        "http://127.0.0.1/story": "refused, 127.0.0.1 is an address in a private network",
    }.items():
        done = command("summarize", address, *at(silent_server))
        assert (done.code, done.trouble) == (3, f"{address}: {says}")


def test_a_name_longer_than_any_file_system_takes(command: Command, silent_server: Server) -> None:
    for name in ("a" * 5000, f"{'b' * 5000}/c.txt"):
        done = command("summarize", name, *at(silent_server))
        assert done.code == 3
        assert "not a path that can be read" in done.trouble


def test_empty_standard_input(command: Command, silent_server: Server) -> None:
    done = command("summarize", "-", *at(silent_server))
    assert (done.code, done.trouble) == (3, "standard input: the file is empty")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--model", "nonsense"), "unknown model 'nonsense'"),
        (("--model", "openai/"), "unknown model 'openai/'"),
        (("--model", "openai/gpt-x"), "openai/gpt-x needs a key"),
        (("--model-path", "nowhere.gguf"), "there is no model file nowhere.gguf"),
        (("--base-url", "localhost:8000"), "setting base_url: localhost:8000 is no address"),
        (("--format", "pdf"), "unknown format 'pdf'"),
        (("-o", "x.xyz"), "no format is known for the suffix '.xyz'"),
        (("-o", "x"), "no suffix, no format"),
        (("-o", "nowhere/x.json"), "cannot write nowhere/x.json: there is no folder nowhere"),
        (("-o", f"{STORM}/x.json"), f"cannot write {STORM}/x.json: there is no folder {STORM}"),
        (("-o", f"{STORM}/x/"), f"cannot write to {STORM}/x: Not a directory"),
        (("-o", f"{'a' * 300}.json"), f"cannot write to {'a' * 300}.json: File name too long"),
        (("--date", "2026-13-01"), "--date 2026-13-01 is no date"),
        (("--date", "yesterday"), "--date yesterday is no date"),
        (("--plan", "guess"), "setting plan: input should be 'draft', 'draft+verify' or 'ask'"),
        (("--prompt", "nobody"), "there is no prompt named nobody"),
        (("--timeout", "0"), "setting timeout: input should be greater than 0"),
        (("--answer-tokens", "1"), "setting answer_tokens: input should be greater than"),
        (("--max-tokens", "-1"), "setting max_tokens: input should be greater than"),
        (("--price", "cheap"), "cheap is no price"),
        (("--max-cost", "1"), "the price of local is not known, so --max-cost cannot be kept"),
        (("--log", "nowhere/x.log"), "the log nowhere/x.log cannot be written"),
        (("--encoding", "klingon"), "unknown encoding 'klingon'"),
    ],
)
def test_an_option_that_does_not_work(
    options: tuple[str, ...], says: str, command: Command
) -> None:
    done = command("summarize", STORM, *options)
    assert done.code == 3
    assert done.trouble.startswith(says)
    assert not Path("x.docx").exists()


@pytest.mark.parametrize(
    "args",
    [
        ("summarize",),
        ("summarize", "--bogus", "x"),
        ("summarize", "x", "--timeout", "soon"),
        ("bogus",),
        ("schema", "bogus"),
    ],
)
def test_a_wrong_command_line(args: tuple[str, ...], command: Command) -> None:
    done = command(*args)
    assert done.code == 2
    assert done.out == ""
    assert done.err.splitlines()[-1].startswith("Error: ")
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("entry", "code", "says"),
    [
        (status(401, "no such key"), 4, "refused the key: no such key"),
        (status(403, "not yours"), 4, "refused the key: not yours"),
        (status(404, "no model"), 3, "has no model any: no model"),
        (status(400, "no schema here"), 3, "refused the request: no schema here"),
        (status(429, "slow down"), 4, "allows no more requests for now: slow down"),
        (status(500, "oops"), 4, "failed: oops"),
        (reset(), 4, "broke: Connection reset by peer"),
        (hang(), 4, "did not answer in time"),
        (refusal("no"), 5, "the model refused: no"),
        (filtered(), 5, "the provider's content filter stopped the answer"),
        (cut('{"act'), 5, "the answer was cut off at 4800 tokens"),
        (answer({}), 5, "the model's answer never fitted the form, in 3 attempts"),
    ],
)
def test_a_provider_that_does_not_answer(
    entry: Entry, code: int, says: str, command: Command
) -> None:
    with scripted(otherwise=always(entry)) as server:
        done = command("summarize", STORM, "-q", "--timeout", "0.3", *at(server))
    assert done.code == code
    stops = code == 3 or "no such key" in says  # every other article would meet the same
    assert done.trouble.startswith("http" if stops and "schema" not in says else f"{STORM}: ")
    assert done.trouble.endswith(says)


def test_a_refused_connection(command: Command) -> None:
    options = ("--model", "any", "--base-url", "http://127.0.0.1:9/v1", "-q")
    done = command("summarize", STORM, *options)
    assert done.code == 4
    assert done.trouble == f"{STORM}: cannot reach http://127.0.0.1:9/v1: Connection refused"


def test_a_configuration_file_that_is_not_toml(command: Command) -> None:
    Path("summarizer.toml").write_text("model = \n", encoding="utf-8")
    done = command("summarize", STORM)
    assert done.code == 3
    assert "not valid TOML" in done.trouble


def test_a_bug_of_ours_is_one_line_too(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("deep\ninside")

    monkeypatch.setattr("summarizer.settings.load_settings", fail)
    done = command("summarize", STORM)
    assert done.code == 70
    assert done.out == ""
    first, second = done.err.splitlines()
    assert first == "summarizer: internal error: KeyError: 'deep\\ninside'"
    assert "--debug" in second


@pytest.mark.parametrize("place", ["before", "after"])
def test_debug_shows_where_it_went_wrong(place: str, command: Command) -> None:
    args = ["summarize", "nowhere.txt", "--model", "nonsense"]
    args = ["--debug", *args] if place == "before" else [*args, "--debug"]
    Path("nowhere.txt").write_text("Ada Moss went home.", encoding="utf-8")
    done = command(*args)
    assert done.code == 3
    assert "Traceback (most recent call last)" in done.err
    assert "summarizer: unknown model 'nonsense'" in done.err


def test_the_same_from_a_process_of_its_own(tmp_path: Path) -> None:
    done = process("summarize", "nowhere.txt", cwd=tmp_path)
    assert (done.code, done.trouble) == (3, "nowhere.txt: no such file")


def test_a_hostile_name_cannot_write_to_the_terminal(command: Command) -> None:
    done = command("summarize", "no\x1b]0;\nwhere\x07.txt")
    assert done.code == 3
    assert done.trouble == "no ]0; where .txt: no such file"


def test_a_key_is_in_no_line(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    key = "sk-planted-0123456789"
    monkeypatch.setenv("OPENAI_API_KEY", key)
    with scripted(status(401, f"Incorrect API key provided: {key}")) as server:
        done = command("summarize", STORM, "-v", "--debug", *at(server))
    assert server.requests[0].headers["authorization"] == f"Bearer {key}"
    assert done.code == 4
    assert key not in done.err + done.out


def test_a_good_draft_is_no_trouble_at_all(command: Command) -> None:
    with scripted(answer(draft_of("storm"))) as server:
        done = command("summarize", STORM, "-q", *at(server))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# Storm Ottilie kills three in Brell")
