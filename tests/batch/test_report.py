"""`summarizer report`: the figures of an output, a running one's too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.batch.many import nothing, write_articles
from tests.cli.command import Command, at
from tests.scripted.entries import page, status
from tests.scripted.server import scripted

OUT = Path("out.jsonl")


def test_a_report_counts_failures_by_cause_and_what_all_took(
    command: Command, tmp_path: Path
) -> None:
    source = write_articles(tmp_path, range(6))
    source.write_text(f"{source.read_text()}broken|line\nanother\n")
    script = [nothing(), status(503, "x1 | busy 17"), status(500), nothing(), page(), status(503)]
    with scripted(*script) as server:
        where = at(server, "--concurrency", "1", "--price", "1000/1000")
        command("batch", source, "-o", OUT, *where)
    said = command("report", OUT).out
    assert said.startswith("# out.jsonl\n\n2 done, 6 failed.\n\n- 2 calls, 200 tokens read, ")
    assert "at the last attempt: 4 calls" in said
    assert "- $0.2200\n" in said
    assert "malformed JSON" in said
    assert "| any · plan draft · prompt main " in said
    assert "| events | 0 | 0.0 | 2 |" in said
    assert all(line.count("|") - line.count("\\|") in (0, 3, 4, 5) for line in said.splitlines())
    command("report", OUT, "-o", "report.md")
    assert Path("report.md").read_text(encoding="utf-8") == said


def test_a_page_holds_the_same_and_names_stay_text(command: Command, tmp_path: Path) -> None:
    source = write_articles(tmp_path, range(1))
    source.write_text(source.read_text() + json.dumps({"id": "<b>x", "text": "Ada Moss left."}))
    with scripted(nothing(), status(503, "<script>busy</script>")) as server:
        command("batch", source, "-o", OUT, *at(server, "--concurrency", "1"))
    command("report", OUT, "-o", "report.html")
    shown = Path("report.html").read_text(encoding="utf-8")
    assert "1 article summarized, 1 failed" in shown
    numbers = '<td class="n">0</td><td class="n">0.0</td><td class="n">1</td>'
    assert f'<td class="wide"><bdi>events</bdi></td>{numbers}' in shown
    assert "&lt;b&gt;x" in shown
    assert "<script" not in shown
    assert "default-src 'none'" in shown.replace("&#39;", "'")


def test_what_is_being_written_and_what_is_superseded_do_not_count(
    command: Command, tmp_path: Path
) -> None:
    write_articles(tmp_path, range(2))
    with scripted(nothing(), nothing()) as server:
        command("batch", "in.jsonl", "-o", OUT, *at(server))
    first = json.loads(OUT.read_text().splitlines()[0])
    first["run"]["seconds"] = 77.5
    OUT.write_text(f"{OUT.read_text()}{json.dumps(first)}\n{json.dumps(first)[:99]}")
    said = command("report", OUT).out
    assert "2 done, 0 failed." in said
    assert f"| {first['article']['id']} | 77.5 | 1 | 110 |" in said


@pytest.mark.parametrize("other", ['{"kind": "brief"}\n', "a diary\n", "[]\n"])
def test_another_file_is_refused(other: str, command: Command) -> None:
    OUT.write_text(other)
    report = command("report", OUT)
    assert (report.code, report.trouble) == (3, "out.jsonl, line 1: not a summary")


def test_no_file(command: Command) -> None:
    assert command("report", OUT).trouble == "out.jsonl: no such file"


@pytest.mark.parametrize(
    ("options", "begins"),
    [
        (("--format", "html"), "<!DOCTYPE html>"),
        (("--format", "markdown", "-o", "-"), "# out.jsonl"),
    ],
)
def test_the_format_is_chosen(options: tuple[str, ...], begins: str, command: Command) -> None:
    OUT.touch()
    assert command("report", OUT, *options).out.startswith(begins)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--format", "pdf"), "unknown format 'pdf'"),
        (("-o", "x.json"), "a report on a batch is not written as .json"),
        (("-o", "x"), "a report on a batch is not written as a file without suffix"),
    ],
)
def test_no_other_format_is_taken(options: tuple[str, ...], says: str, command: Command) -> None:
    OUT.touch()
    done = command("report", OUT, *options)
    assert (done.code, done.trouble) == (3, says)
