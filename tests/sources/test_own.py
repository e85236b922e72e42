"""What our own renderers wrote is no article of the folder that it lies in."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest

from summarizer.article import Article
from summarizer.render import load, render
from summarizer.sources import FailedSource, OwnOutput, load_all
from summarizer.sources.own import is_rendered
from tests.cli.command import process

EXAMPLES = Path("examples").resolve()
STORY = EXAMPLES / "bus-strike.txt"
FORMATS = {"md": "markdown", "txt": "text", "html": "html"}


@pytest.fixture
def rendered(tmp_path: Path) -> Path:
    """A folder with an article, and a summary and a note in every format under plain names."""
    copy(STORY, tmp_path)
    for name in ("bus-strike.summary.json", "brief/note.json"):
        document = load(EXAMPLES / name)
        for suffix, form in FORMATS.items():
            path = tmp_path / f"{document.kind}-copy.{suffix}"
            path.write_text(str(render(document, form)), encoding="utf-8")
    return tmp_path


def test_renderings_beside_an_article_are_left_out_and_counted_once(rendered: Path) -> None:
    own, article = load_all([rendered])
    assert own == OwnOutput(str(rendered), files=2 * len(FORMATS))
    assert isinstance(article, Article)
    assert article.metadata.source == str(rendered / STORY.name)


def test_a_pattern_leaves_them_out_too_and_a_path_is_read_as_given(rendered: Path) -> None:
    (only,) = [one for one in load_all([f"{rendered}/*.txt"]) if isinstance(one, Article)]
    assert only.metadata.source == str(rendered / STORY.name)
    (read,) = load_all([rendered / "brief-copy.txt"])
    assert isinstance(read, Article)


def test_the_names_that_our_files_have_are_known_without_a_last_line(tmp_path: Path) -> None:
    (tmp_path / "a.summary.docx").write_bytes(b"")
    assert is_rendered(tmp_path / "a.summary.docx")


@pytest.mark.parametrize(
    "text", ["He wrote a summarizer 0.1 in a day.", "A column · summarizer 0.1\n\nIt goes on.", ""]
)
def test_an_article_about_summarizers_is_an_article(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert not is_rendered(path)


def test_summaries_as_json_are_left_out_and_articles_as_json_are_not(rendered: Path) -> None:
    copy(EXAMPLES / "bus-strike.summary.json", rendered / "a.json")
    (rendered / "b.jsonl").write_text('{"kind": "article", "text": "Ships wait in the bay."}\n')
    own, first, second = load_all([rendered])
    assert own == OwnOutput(str(rendered), files=2 * len(FORMATS) + 1)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    (refused,) = load_all([rendered / "a.json"])
    assert isinstance(refused, FailedSource)


def test_a_folder_of_nothing_else_says_so(rendered: Path) -> None:
    (rendered / STORY.name).unlink()
    (failed,) = load_all([rendered])
    assert isinstance(failed, FailedSource)
    assert failed.error.message == f"{rendered}: no articles, only 6 summaries and notes of ours"


def test_the_command_line_says_it_once(rendered: Path) -> None:
    done = process("summarize", str(rendered), "--dry-run")
    assert done.code == 0
    assert done.err.count(f"{rendered}: 6 summaries and notes of ours left out") == 1
