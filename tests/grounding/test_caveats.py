"""Warnings: each once, each on one line."""

from __future__ import annotations

from summarizer.grounding.caveats import Caveats


def test_a_warning_is_noted_once() -> None:
    caveats = Caveats()
    caveats.add("gist_dropped", "/gist", "no evidence")
    caveats.add("gist_dropped", "/gist", "no evidence")
    caveats.add("gist_dropped", "/gist", "no other evidence")
    assert [caveat.message for caveat in caveats.items] == ["no evidence", "no other evidence"]


def test_what_a_model_wrote_stays_on_one_line() -> None:
    caveats = Caveats()
    caveats.add("gist_dropped", "/gist", "no evidence for: one\n\ttwo\u2028three")
    assert caveats.items[0].message == "no evidence for: one two three"
