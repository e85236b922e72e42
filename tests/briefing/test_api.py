"""Briefs from Python."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from summarizer import brief, brief_async
from summarizer.errors import InputError
from summarizer.render import render
from tests.briefing.story import incident


def test_a_note_over_objects_and_paths(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(str(render(incident()[0], "json")), encoding="utf-8")
    note = brief([path, *incident()[1:]], write=False, length="short")
    assert "3 independent reports (4 articles)" in note.title


def test_inside_a_running_loop() -> None:
    async def work() -> tuple[str, str]:
        waited = await brief_async(incident(), write=False)
        return waited.title, brief(incident(), write=False).title

    first, second = asyncio.run(work())
    assert first == second


def test_what_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="malformed JSON"):
        brief([path], write=False)
