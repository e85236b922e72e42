"""`summarizer brief`: inputs, outputs, and what it says when something is wrong."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from summarizer.render import render
from tests.briefing.story import incident
from tests.cli.command import RULING, STORM, Command, at
from tests.pipeline.answering import Answers
from tests.scripted.server import scripted


@pytest.fixture
def four(tmp_path: Path) -> list[Path]:
    """Four summaries on one incident."""
    paths = []
    for number, summary in enumerate(incident()):
        path = tmp_path / f"{number}.json"
        path.write_text(str(render(summary, "json")), encoding="utf-8")
        paths.append(path)
    return paths


def test_a_note_without_a_model(command: Command, four: list[Path]) -> None:
    done = command("brief", *four, "--no-model")
    assert done.code == 0
    assert done.out.startswith("# Minister resigns over Orsand bridge: 3 independent reports")
    for title in ("Key judgements", "Actors", "Positions", "Timeline", "Points of disagreement"):
        assert f"## {title}" in done.out
    assert "| Rina Solt | an independent inquiry | favor |" in done.out
    assert done.err == ""


@pytest.mark.parametrize("suffix", ["md", "html", "json", "txt", "docx", "jsonl"])
def test_every_format_by_suffix(command: Command, four: list[Path], suffix: str) -> None:
    done = command("brief", *four, "--no-model", "-o", f"note.{suffix}")
    assert (done.code, done.out, done.err) == (0, "", "")
    data = Path(f"note.{suffix}").read_bytes()
    if suffix == "docx":
        with zipfile.ZipFile(f"note.{suffix}") as file:
            data = file.read("word/document.xml")
    assert "Rina Solt" in data.decode()


def test_the_note_is_valid_and_renders_again(command: Command, four: list[Path]) -> None:
    command("brief", *four, "--no-model", "-o", "note.json")
    assert command("validate", "note.json", *four).code == 0
    assert command("render", "note.json").out == command("brief", *four, "--no-model").out


def test_explain_gives_each_merge_and_why(command: Command, four: list[Path]) -> None:
    done = command("brief", *four, "--no-model", "--explain")
    assert "report: n1 = n" in done.err
    assert "(both give a number of people killed)" in done.err


def test_a_delta_against_an_earlier_note(command: Command, four: list[Path]) -> None:
    command("brief", *four[:3], "--no-model", "-o", "old.json")
    done = command("brief", *four, "--no-model", "--previous", "old.json", "-o", "new.json")
    assert done.code == 0
    delta = json.loads(Path("new.json").read_text(encoding="utf-8"))["delta"]
    assert delta["new"]
    assert delta["changed"]
    again = command("brief", *four, "--no-model", "--previous", "new.json")
    assert "nothing is new, changed or withdrawn" in again.out


def test_a_broken_file_is_named_and_the_rest_goes_on(command: Command, four: list[Path]) -> None:
    four[1].write_text("{", encoding="utf-8")
    done = command("brief", *four, "--no-model")
    assert done.code == 3
    assert "3 independent reports (3 articles)" in done.out
    assert str(four[1]) in done.err.splitlines()[0]
    assert four[1].name in done.out.partition("## Warnings")[2]


def test_articles_are_summarized_first(command: Command, four: list[Path]) -> None:
    with scripted(otherwise=Answers(draft={})) as server:
        done = command("brief", STORM, *four, *at(server), "--quiet")
    assert done.code == 0
    assert "(5 articles)" in done.out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--length", "long"), "there is no length long"),
        (("--since", "soon"), "--since soon is no date"),
        (("--previous", "gone.json"), "cannot read gone.json"),
        (("--format", "pdf"), "unknown format 'pdf'"),
        (("-o", "nowhere/x.md"), "cannot write nowhere/x.md: there is no folder nowhere"),
    ],
)
def test_what_does_not_work_is_said_before_the_work(
    command: Command, four: list[Path], options: tuple[str, ...], says: str
) -> None:
    done = command("brief", *four, "--no-model", *options)
    assert done.code == 3
    assert done.trouble.startswith(says)


def test_an_article_without_a_model_says_what_to_do(command: Command) -> None:
    done = command("brief", STORM, "--no-model")
    assert done.code == 3
    assert "only a model can summarize an article" in done.trouble
    assert "summarizer summarize" in done.hint


def test_without_a_model_articles_are_named_and_the_rest_goes_on(
    command: Command, four: list[Path]
) -> None:
    done = command("brief", STORM, *four, RULING, "--no-model")
    assert done.code == 3
    assert done.err.splitlines() == [
        f"summarizer: {STORM}, {RULING}: only a model can summarize an article",
        "  leave --no-model out, or run `summarizer summarize` first",
    ]
    assert "3 independent reports (4 articles)" in done.out
    assert "storm.txt" in done.out.partition("## Warnings")[2]


def test_fields_of_other_names_are_read_and_the_work_is_logged(
    command: Command, four: list[Path], tmp_path: Path
) -> None:
    wire = tmp_path / "wire.jsonl"
    wire.write_text(json.dumps({"headline": "Ferry", "body": "A ferry sank off Lorn."}), "utf-8")
    with scripted(otherwise=Answers(draft={})) as server:
        done = command(
            *("brief", wire, *four, "--map", "title=headline", "--map", "text=body", "-q"),
            *("--log", "run.log", "--price", "1/2", "--format", "json", *at(server)),
        )
    assert done.code == 0
    note = json.loads(done.out)
    assert "Ferry" in [source["article"]["title"] for source in note["sources"]]
    assert note["run"]["cost"] > 0
    events = [json.loads(line)["event"] for line in Path("run.log").read_text().splitlines()]
    assert events.count("article_began") == events.count("article_ended") == 2


def test_private_addresses_are_left_alone_unless_allowed(
    command: Command, four: list[Path]
) -> None:
    with scripted() as server:
        address = server.base_url.removesuffix("/v1")
        done = command("brief", *four, address, "--no-model")
        asked = command("brief", *four, address, "--no-model", "--allow-private")
    assert (done.code, asked.code) == (3, 4)
    assert "private" in done.err


def test_a_budget_that_is_reached_leaves_the_note_by_rule(
    command: Command, four: list[Path]
) -> None:
    with scripted(otherwise=Answers(draft={})) as server:
        done = command("brief", STORM, *four, *at(server), "-q", "--max-calls", "1")
    assert done.code == 6
    assert "the note was written by rule: the budget is used up: 1 calls were made" in done.err
    assert "(5 articles)" in done.out


def test_a_note_is_no_summary(command: Command, four: list[Path]) -> None:
    command("brief", *four, "--no-model", "-o", "old.json")
    done = command("brief", "old.json", *four, "--no-model")
    assert done.code == 3
    assert "old.json: a briefing note, no summary" in done.err
    assert "--previous" in done.err


def test_a_summary_is_no_earlier_note(command: Command, four: list[Path]) -> None:
    done = command("brief", *four, "--no-model", "--previous", four[0])
    assert "not a briefing note but a summary" in done.trouble


def test_nothing_on_the_topic_is_a_note_that_says_so(command: Command, four: list[Path]) -> None:
    done = command("brief", *four, "--no-model", "--topic", "zebras")
    assert done.code == 0
    assert "No article about zebras." in done.out
    assert command("brief", *four, "--no-model", "--topic", "zebras", "--strict").code == 1
