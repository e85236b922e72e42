"""Numbers on which reports differ."""

from __future__ import annotations

import pytest

from summarizer.briefing import Options, write_note
from summarizer.briefing.contested import borne_out, one_sided
from tests.briefing.story import incident

SECTIONS = write_note(incident(), Options()).sections
MARKS = [mark for version in SECTIONS.disagreements[0].versions for mark in version.cites]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The collapse killed 11 people.", False),
        ("The collapse killed 11 people, or 14.", False),
        ("The collapse killed 17 people.", True),
        ("Reports give 11, 14 and 17 people.", True),
        ("A footbridge collapsed.", True),
    ],
)
def test_a_sentence_gives_all_versions_or_the_newest(text: str, right: bool) -> None:
    assert (one_sided(text, MARKS, SECTIONS) is None) == right
    assert one_sided(text, ["n1:e3"], SECTIONS) is None


def test_cites_of_versions_that_are_not_given_are_dropped() -> None:
    kept = borne_out("The collapse killed 17 people.", MARKS, SECTIONS)
    assert kept == SECTIONS.disagreements[0].versions[-1].cites
    assert borne_out("A footbridge collapsed.", MARKS, SECTIONS) == MARKS


def test_the_bottom_line_gives_all_versions_of_one_day() -> None:
    note = write_note(incident()[:3], Options()).note
    for sentence in note.bottom_line:
        assert ("11 people" in sentence.text) == ("14 people" in sentence.text)
