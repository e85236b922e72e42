"""What a note is made of: summaries and articles, told apart by their kind."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.briefing import Refused, read_inputs
from summarizer.briefing.inputs import Given
from summarizer.render import render
from summarizer.schema import ArticleSummary
from tests.briefing.story import incident


def read(*inputs: Path | str, stdin: bytes | None = None) -> tuple[list[Given], list[Refused]]:
    found = list(read_inputs(inputs, io.BytesIO(stdin) if stdin is not None else None))
    given = [one for one in found if not isinstance(one, Refused)]
    return given, [one for one in found if isinstance(one, Refused)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four summaries."""
    for at, summary in enumerate(incident()):
        (tmp_path / f"{at}.json").write_text(str(render(summary, "json")), encoding="utf-8")
    return tmp_path


def test_a_folder_a_pattern_and_single_files(folder: Path) -> None:
    for inputs in ([folder], [str(folder / "*.json")], sorted(folder.iterdir())):
        given, refused = read(*inputs)
        assert (len(given), refused) == (4, [])


def test_summaries_and_articles_in_one_file_of_lines(tmp_path: Path) -> None:
    lines = [
        str(render(incident()[0], "jsonl")),
        json.dumps({"kind": "article", "id": "x", "text": "A ferry sank off Lorn."}) + "\n",
        json.dumps({"text": "A bridge fell in Orsand.", "publisher": "Herald"}) + "\n",
        json.dumps({"id": "y", "source": None, "error": "timed out", "exit_code": 4}) + "\n",
        "{broken\n",
        "\n",
    ]
    path = tmp_path / "mixed.jsonl"
    path.write_text("".join(lines), encoding="utf-8")
    given, refused = read(path)
    assert [type(one) for one in given] == [ArticleSummary, Article, Article]
    assert [str(one.error) for one in refused] == [
        f"{path}, line 4: timed out",
        f"{path}, line 5: malformed JSON: Expecting property name enclosed in double quotes: "
        "line 1 column 2 (char 1)",
    ] or len(refused) == 2
    assert isinstance(given[1], Article)
    assert given[1].id == "x"
    assert isinstance(given[2], Article)
    assert given[2].metadata.publisher == "Herald"


def test_one_broken_file_among_a_hundred_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    text = str(render(incident()[0], "json"))
    for at in range(100):
        (tmp_path / f"{at:03}.json").write_text(text if at != 41 else text[:900], encoding="utf-8")
    given, (refused,) = read(tmp_path)
    assert len(given) == 99
    assert "041.json" in str(refused.error)
    assert refused.error.hint


def test_mixed_schema_versions(folder: Path) -> None:
    for name, version in (("0.json", "0.2"), ("1.json", "9.0")):
        data = json.loads((folder / name).read_text(encoding="utf-8"))
        (folder / name).write_text(json.dumps({**data, "schema_version": version}), "utf-8")
    given, (refused,) = read(folder)
    assert len(given) == 3
    assert "1.json: schema version 9.0 is newer" in str(refused.error)


def test_a_text_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("A ferry sank off Lorn.\n\nNobody was hurt.", encoding="utf-8")
    ((article,), refused) = read(path)
    assert isinstance(article, Article)
    assert refused == []


@pytest.mark.parametrize("form", ["json", "jsonl", "text"])
def test_standard_input(form: str) -> None:
    summaries = incident()
    data = {
        "json": str(render(summaries[0], "json")),
        "jsonl": "".join(str(render(one, "jsonl")) for one in summaries),
        "text": "A ferry sank off Lorn.\n\nNobody was hurt.",
    }[form]
    given, refused = read("-", stdin=data.encode())
    assert (len(given), refused) == (4 if form == "jsonl" else 1, [])


def test_a_list_of_summaries(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    written = [json.loads(str(render(one, "json"))) for one in incident()]
    path.write_text(json.dumps(written), encoding="utf-8")
    given, refused = read(path)
    assert (len(given), refused) == (4, [])


@pytest.mark.parametrize("content", ["[]", "3", '{"kind": "brief"}', ""])
def test_what_is_neither_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "odd.json"
    path.write_text(content, encoding="utf-8")
    given, refused = read(path)
    assert given == []
    assert all("odd.json" in str(one.error) for one in refused)
