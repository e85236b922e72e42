"""Where results go: one file, a folder, lines, a pipe; what failed does not stop the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer.schema import ArticleSummary
from tests.cli.command import RULING, STORM, Command, at
from tests.invariants import holds
from tests.pipeline.answering import Answers
from tests.pipeline.saved import draft_of
from tests.scripted.entries import answer, status
from tests.scripted.server import Server, scripted

TWO = [{"id": "x1", "text": "Ada Moss went home."}, {"id": "x2", "text": "Otto Feld came back."}]


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that gives every article the same draft."""
    with scripted(otherwise=Answers(draft_of("storm"))) as running:
        yield running


def parsed(text: str) -> ArticleSummary:
    """A summary from its JSON, checked for what must hold."""
    summary = ArticleSummary.model_validate_json(text)
    holds(summary)
    return summary


def read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


def files(folder: str = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.json", "{\n"),
        ("x.jsonl", '{"kind":"summary"'),
        ("x.md", "# Storm Ottilie"),
        ("x.txt", "Storm Ottilie"),
        ("x.html", "<!doctype html>"),
        ("X.JSON", "{\n"),
    ],
)
def test_the_suffix_decides_the_format(
    name: str, begins: str, command: Command, server: Server
) -> None:
    done = command("summarize", STORM, "-o", name, *at(server))
    assert (done.code, done.out) == (0, "")
    assert read(name).lower().startswith(begins.lower())
    assert files() == [name], "no temporary file stays"


def test_an_option_beats_the_suffix(command: Command, server: Server) -> None:
    assert command("summarize", STORM, "-o", "x.md", "--format", "json", *at(server)).code == 0
    parsed(read("x.md"))


def test_json_on_stdout_is_the_contract(command: Command, server: Server) -> None:
    done = command("summarize", STORM, "--format", "json", *at(server))
    summary = parsed(done.out)
    assert summary.article.source == str(STORM)
    assert "reading" in done.err


def test_a_pipe_gets_markdown(command: Command, server: Server) -> None:
    assert command("summarize", STORM, *at(server)).out.startswith("# Storm Ottilie")


def test_several_on_stdout_are_lines(command: Command, server: Server) -> None:
    done = command("summarize", STORM, RULING, *at(server))
    titles = [parsed(line).article.title for line in done.out.splitlines()]
    assert titles == [
        "Storm Ottilie kills three in Brell, thousands without power",
        "Court stops sale of island harbour to shipping group",
    ]


def test_several_go_into_a_folder_by_name(command: Command, server: Server) -> None:
    Path("in").mkdir()
    Path("in/storm.txt").write_text(f"{read(str(STORM))}\n\nIt rained.", encoding="utf-8")
    done = command("summarize", STORM, RULING, "in", "-o", "out/", *at(server))
    assert (done.code, done.out) == (0, "")
    assert files("out") == ["court-ruling.json", "storm-2.json", "storm.json"]
    assert parsed(read("out/storm-2.json")).article.source == "in/storm.txt"


def test_a_folder_takes_any_format(command: Command, server: Server) -> None:
    Path("out").mkdir()
    command("summarize", STORM, RULING, "-o", "out", "--format", "markdown", *at(server))
    assert files("out") == ["court-ruling.md", "storm.md"]


def test_a_folder_that_is_missing_is_made(command: Command, server: Server) -> None:
    assert command("summarize", STORM, "-o", "a/b/c/", *at(server)).code == 0
    assert files("a/b/c") == ["storm.json"]


def test_standard_input_in_a_folder_is_named_by_its_hash(command: Command, server: Server) -> None:
    command("summarize", "-", "-o", "out/", *at(server), stdin=b"Ada Moss went home.")
    [name] = files("out")
    assert parsed(read(f"out/{name}")).article.sha256.startswith(name.removesuffix(".json"))


@pytest.mark.parametrize(
    "source", ["/etc/passwd", "../../up", "a/b\\c", "..", "", "\x00", "x" * 400]
)
def test_a_name_from_elsewhere_stays_in_the_folder(
    source: str, command: Command, server: Server
) -> None:
    Path("in.json").write_text(json.dumps({"text": "Ada Moss went home.", "source": source}))
    done = command("summarize", "in.json", "-o", "out/", *at(server))
    if done.code == 0:
        assert len(files("out")) == 1
    else:
        assert done.code == 3
        assert "internal error" not in done.err
    assert files() == ["in.json", "out"]


def test_several_in_a_file_of_lines(command: Command, server: Server) -> None:
    done = command("summarize", STORM, RULING, "-o", "x.jsonl", *at(server))
    assert (done.code, done.out) == (0, "")
    assert [parsed(line).kind for line in read("x.jsonl").splitlines()] == ["summary"] * 2


def test_several_do_not_fit_into_one_summary(command: Command) -> None:
    with scripted() as idle:
        done = command("summarize", STORM, RULING, "-o", "x.json", *at(idle))
        assert (done.code, done.trouble) == (3, "x.json can hold one summary only")
        Path("two.json").write_text(json.dumps(TWO), encoding="utf-8")
        done = command("summarize", "two.json", "-o", "x.md", *at(idle))
        assert (done.code, done.trouble) == (3, "x.md can hold one summary only")
    assert files() == ["two.json"]


@pytest.mark.parametrize("name", ["two.json", "two.jsonl", "-"])
def test_several_in_one_source_are_lines_too(name: str, command: Command, server: Server) -> None:
    text = json.dumps(TWO) if name == "two.json" else "\n".join(map(json.dumps, TWO))
    if name != "-":
        Path(name).write_text(text, encoding="utf-8")
    done = command("summarize", name, *at(server), stdin=text.encode())
    assert [parsed(line).article.id for line in done.out.splitlines()] == ["x1", "x2"]


def test_one_bad_source_does_not_stop_the_rest(command: Command, server: Server) -> None:
    done = command("summarize", STORM, "nowhere.txt", RULING, "-q", "-o", "out/", *at(server))
    assert done.code == 3
    assert done.trouble == "nowhere.txt: no such file"
    assert files("out") == ["court-ruling.json", "storm.json"]


def test_one_bad_line_does_not_stop_the_rest(command: Command, server: Server) -> None:
    lines = [json.dumps(TWO[0]), "{torn", json.dumps({"body": 1}), json.dumps(TWO[1])]
    Path("in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = command("summarize", "in.jsonl", "-q", *at(server))
    assert done.code == 3
    assert [parsed(line).article.id for line in done.out.splitlines()] == ["x1", "x2"]
    told = [line for line in done.err.splitlines() if line.startswith("summarizer: ")]
    assert [line.partition(": ")[2].partition(":")[0] for line in told] == [
        "in.jsonl, line 2",
        "in.jsonl, line 3",
    ]


def test_the_highest_code_wins(command: Command) -> None:
    Path("storm.txt").write_text(f"{read(str(STORM))}\n\nIt rained.", encoding="utf-8")
    script = [status(500), answer(draft_of("storm")), *[answer({})] * 3]
    with scripted(*script) as server:
        done = command("summarize", STORM, "storm.txt", RULING, "nowhere.txt", "-q", *at(server))
    assert done.code == 5
    assert len(done.out.splitlines()) == 1
    assert done.err.count("summarizer: ") == 3


def test_if_all_fail_an_old_result_stays(command: Command) -> None:
    Path("x.json").write_text("old", encoding="utf-8")
    with scripted(status(500)) as server:
        assert command("summarize", STORM, "-o", "x.json", *at(server)).code == 4
    assert read("x.json") == "old"
    assert files() == ["x.json"]


def test_a_new_result_replaces_the_old(command: Command, server: Server) -> None:
    Path("x.json").write_text("old", encoding="utf-8")
    assert command("summarize", STORM, "-o", "x.json", *at(server)).code == 0
    parsed(read("x.json"))


def test_without_the_text_each_quote_keeps_what_stands_around_it(
    command: Command, server: Server
) -> None:
    done = command("summarize", STORM, "--no-text", "--format", "json", *at(server))
    held: dict[str, Any] = json.loads(done.out)
    assert held["article"]["text"] is None
    whole = read(str(STORM))
    for event in held["events"]:
        for evidence in event["evidence"]:
            around = evidence.get("prefix", "") + evidence["quote"] + evidence.get("suffix", "")
            assert around in whole
            assert len(evidence.get("suffix", "")) <= 32
    assert "two of them seriously" not in json.dumps(held["article"])


def test_strict_counts_warnings_and_still_writes(command: Command) -> None:
    draft = draft_of("storm")
    draft["gist"][0]["sentences"].append(99)
    with scripted(answer(draft), answer(draft), answer(draft_of("storm"))) as server:
        strict = command("summarize", STORM, "--strict", "--format", "json", *at(server))
        plain = command("summarize", STORM, "--format", "json", *at(server))
        clean = command("summarize", STORM, "--strict", "--format", "json", *at(server))
    assert [w.code for w in parsed(strict.out).warnings] == ["citation_out_of_range"]
    assert (strict.code, plain.code, clean.code) == (1, 0, 0)


def test_strict_does_not_hide_a_failure(command: Command) -> None:
    draft = draft_of("storm")
    draft["gist"][0]["sentences"].append(99)
    with scripted(answer(draft), status(500)) as server:
        done = command("summarize", STORM, RULING, "--strict", *at(server))
    assert done.code == 4
    assert parsed(done.out).warnings


def test_what_the_user_says_of_the_article_is_kept(command: Command, server: Server) -> None:
    options = ("--title", "Storm", "--publisher", "North Post", "--url", "https://example.org/1")
    done = command(
        "summarize", STORM, *options, "--date", "2033-11-10", "--format", "json", *at(server)
    )
    article = parsed(done.out).article
    assert (article.title, article.publisher, article.url) == (
        "Storm",
        "North Post",
        "https://example.org/1",
    )
    assert str(article.published) == "2033-11-10"


def test_a_declared_encoding_is_read(command: Command, server: Server) -> None:
    Path("x.txt").write_bytes("Ada Moss aß in Köln zu Mittag.".encode("latin-1"))
    done = command("summarize", "x.txt", "--encoding", "latin-1", "--format", "json", *at(server))
    assert parsed(done.out).article.text == "Ada Moss aß in Köln zu Mittag."


def test_quiet_says_nothing_and_verbose_more(command: Command) -> None:
    script = [answer({}), answer(draft_of("storm"))] * 3
    with scripted(*script) as server:
        quiet = command("summarize", STORM, "-q", *at(server))
        plain = command("summarize", STORM, *at(server))
        verbose = command("summarize", STORM, "-v", *at(server))
    assert quiet.err == ""
    assert "drafting" in plain.err
    assert "did not fit" not in plain.err
    assert "the answer did not fit the form: actors Field required" in verbose.err
    outputs = {re.sub(r"· \d+ s ·", "", done.out) for done in (quiet, plain, verbose)}
    assert len(outputs) == 1, "the same but for the seconds"
