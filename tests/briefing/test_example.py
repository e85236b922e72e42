"""The example of four articles, as the embedded model summarized them: what must come out."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.briefing import Options, Written, write_note
from summarizer.render import load, render
from summarizer.schema import ArticleSummary, BriefingNote
from summarizer.validation.brief import BriefDocument, check_brief
from summarizer.validation.wording import check_wording

FOLDER = Path(__file__).parent.parent.parent / "examples" / "brief"


def summaries() -> list[ArticleSummary]:
    found = [load(path) for path in sorted(FOLDER.glob("*.summary.json"))]
    return [one for one in found if isinstance(one, ArticleSummary)]


@pytest.fixture(scope="module")
def by_rule() -> Written:
    return write_note(summaries(), Options())


@pytest.fixture(scope="module", params=["rule", "model"])
def note(request: pytest.FixtureRequest, by_rule: Written) -> BriefingNote:
    """The note by rule, and the one that the embedded model wrote."""
    if request.param == "rule":
        return by_rule.note
    written = load(FOLDER / "note.json")
    assert isinstance(written, BriefingNote)
    return written


def publishers(note: BriefingNote, cites: list[str]) -> set[str | None]:
    of = {source.id: source.article.publisher for source in note.sources}
    return {of[mark.partition(":")[0]] for mark in cites}


def test_three_independent_reports_of_four_articles(note: BriefingNote) -> None:
    assert "3 independent reports (4 articles)" in note.title
    of = {source.id: source.article.publisher for source in note.sources}
    repeats = {
        source.article.publisher: of[source.same_report_as]
        for source in note.sources
        if source.same_report_as
    }
    assert repeats == {"Morning Post": "Orsand Herald"}


def test_the_number_conflict_with_both_quotes(note: BriefingNote) -> None:
    point = next(point for point in note.disagreements if point.about == "people killed")
    says = {version.says: version for version in point.versions}
    assert {"11 people", "At least 14 people"} <= says.keys()
    assert publishers(note, says["At least 14 people"].cites) == {"Radio Velda"}
    words = note.words()
    for text, version in says.items():
        assert any(text in piece.quote for mark in version.cites for piece in words[mark])
    assert [version.says for version in point.versions if version.newest] == ["17"]


def test_the_resignation_is_in_the_timeline(note: BriefingNote) -> None:
    entry = next(entry for entry in note.timeline if "resigned" in entry.description)
    assert (entry.value, entry.status) == ("2034-03-04", "occurred")
    names = {actor.key: actor.name for actor in note.actors}
    assert [names[key] for key in entry.actors] == ["Karel Vond"]


def test_the_position_of_each_side(note: BriefingNote) -> None:
    names = {actor.key: actor.name for actor in note.actors}
    sides = {
        (names[held.holder], held.position) for held in note.positions if "inquiry" in held.target
    }
    assert ("Transport Ministry", "against") in sides
    assert {("Rina Solt", "favor"), ("Bridge Workers' Union", "favor")} & sides


def test_every_sentence_has_valid_citations(note: BriefingNote) -> None:
    assert note.bottom_line
    assert note.judgements
    document = BriefDocument(note)
    assert [*check_brief(document), *check_wording(document)] == []
    cited = {mark for _, marks in document.citations() for mark in marks}
    assert note.words().keys() == cited
    texts = {one.article.sha256: one.article.text or "" for one in summaries()}
    hashes = {source.id: source.article.sha256 for source in note.sources}
    for mark, pieces in note.words().items():
        text = texts[hashes[mark.partition(":")[0]]]
        assert all(text[piece.start : piece.end] == piece.quote for piece in pieces)


def test_the_example_is_what_the_rules_give_now(by_rule: Written) -> None:
    kept = load(FOLDER / "note.json")
    assert isinstance(kept, BriefingNote)
    for section in ("title", "actors", "positions", "timeline", "disagreements", "gaps"):
        assert getattr(kept, section) == getattr(by_rule.note, section), section


def test_the_readme_shows_the_example() -> None:
    readme = (FOLDER.parent.parent / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("<!-- note over examples/brief -->")[2].partition("````\n<!--")[0]
    note = (FOLDER / "note.md").read_text(encoding="utf-8")
    parts = shown.removeprefix("\n````markdown\n").split("\n\n## ")
    assert len(parts) == 4
    assert all(part.strip() in note for part in parts)


def test_the_page_of_the_example_is_of_its_note() -> None:
    kept = (FOLDER / "note.md").read_text(encoding="utf-8")
    assert kept == render(load(FOLDER / "note.json"), "markdown")
