"""Files, folders, patterns, JSON, JSONL and standard input become articles."""

from __future__ import annotations

from pathlib import Path

from summarizer.article import Article
from summarizer.sources import FailedSource, load, load_all


def test_a_text_file_becomes_one_article(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("The port closed. Ships wait.", encoding="utf-8")
    (article,) = load(path)
    assert [s.text for s in article.sentences] == ["The port closed.", "Ships wait."]
    assert article.metadata.source == str(path)
    assert article.metadata.media_type == "text/plain"


def test_one_bad_source_does_not_stop_the_rest(tmp_path: Path) -> None:
    good = tmp_path / "story.txt"
    good.write_text("The port closed.", encoding="utf-8")
    loaded = list(load_all([tmp_path / "none.txt", good]))
    assert isinstance(loaded[0], FailedSource)
    assert isinstance(loaded[1], Article)
