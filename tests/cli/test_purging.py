"""What is kept outside the user's own output: for this user alone, and gone when it should be."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from summarizer.evaluation import FILE, Entry, Spent, append, make_room, read_entries
from tests.cli.command import RULING, STORM, Command, at
from tests.pipeline.saved import draft_of
from tests.scripted.entries import answer
from tests.scripted.server import scripted


@pytest.fixture
def kept(command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A cache with answers about two articles, and a run of eval over both."""
    cache = tmp_path / "cache"
    monkeypatch.setenv("SUMMARIZER_CACHE", "true")
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(cache))
    with scripted(answer(draft_of("storm")), answer(draft_of("court-ruling"))) as server:
        for source in (STORM, RULING):
            command("summarize", source, "-o", f"{source.stem}.json", "--log", "log", *at(server))
    run = cache / "eval" / "0" / "gold" / FILE
    make_room(run)
    for name, word in (("storm", "Ottilie \u2028 blew"), ("court-ruling", "Norvik ruled")):
        article = json.loads(Path(f"{name}.json").read_bytes())["article"]["id"]
        append(run, Entry(id=article, summary=word, run=Spent(key=name)))
    return cache


def test_what_is_kept_is_for_this_user_alone(kept: Path, tmp_path: Path) -> None:
    left = [path for path in kept.rglob("*") if path.is_file()]
    assert len(left) >= 2
    for path in (*left, tmp_path / "log"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_an_article_is_purged_everywhere(kept: Path, command: Command, tmp_path: Path) -> None:
    held = json.loads((tmp_path / "storm.json").read_bytes())["article"]
    assert _holding(kept, "Ottilie")
    done = command("cache", "purge", "--article", held["id"])
    assert (done.code, done.out) == (0, "1 answer dropped\n1 result of eval dropped\n")
    assert _holding(kept, "Ottilie", "Brellkraft", "Lea Storm", held["id"], held["sha256"]) == []
    assert _holding(kept, "Norvik"), "the other article stays"
    assert list(read_entries(kept / "eval" / "0" / "gold" / FILE)) == ["court-ruling"]
    assert (tmp_path / "log").exists(), "which holds no word of an article:"
    assert _holding(tmp_path, "Ottilie") == [tmp_path / "storm.json"]


def _holding(folder: Path, *words: str) -> list[Path]:
    """The files that hold one of the words."""
    left = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path for path in left if any(word.encode() in path.read_bytes() for word in words)]
