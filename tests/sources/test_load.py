"""Files, folders, patterns, JSON, JSONL and standard input become articles."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest

from summarizer.article import Article, Metadata
from summarizer.errors import ConfigurationError, InputError
from summarizer.sources import (
    FailedSource,
    Loaded,
    Options,
    RepeatedSource,
    load,
    load_all,
    read_mapping,
)

TEXT = "The port closed. Ships wait."


def _write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def _sources(loaded: list[Loaded]) -> list[str | None]:
    return [item.metadata.source if isinstance(item, Article) else item.source for item in loaded]


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [(".txt", "text/plain"), (".text", "text/plain"), (".md", "text/markdown"), ("", "text/plain")],
)
def test_a_text_file_becomes_one_article(tmp_path: Path, suffix: str, media_type: str) -> None:
    path = _write(tmp_path / f"story{suffix}", TEXT)
    (article,) = load(path)
    assert [sentence.text for sentence in article.sentences] == ["The port closed.", "Ships wait."]
    assert article.metadata.source == str(path)
    assert article.metadata.media_type == media_type


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_need_not_be_named(tmp_path: Path, encoding: str) -> None:
    (article,) = load(_write(tmp_path / "story.txt", "Đò đóng cửa – 港口", encoding))
    assert article.text == "Đò đóng cửa – 港口"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-8"])
def test_the_encoding_given_is_used(tmp_path: Path, encoding: str) -> None:
    (article,) = load(
        _write(tmp_path / "story.txt", "Señor Ruiz – “no”", encoding), options=Options(encoding)
    )
    assert article.text == "Señor Ruiz – “no”"


def test_a_json_file_holds_one_article_with_what_is_known_of_it(tmp_path: Path) -> None:
    entry = {
        "id": "7",
        "text": TEXT,
        "title": "Port shut",
        "published": "2031-06-09",
        "url": "https://velden.example/7",
        "language": "en",
    }
    path = _write(tmp_path / "a.json", json.dumps(entry))
    (article,) = load(path)
    assert (article.id, article.metadata.title) == ("7", "Port shut")
    assert article.metadata.published == date(2031, 6, 9)
    assert article.metadata.source == str(path)
    assert article.metadata.media_type == "application/json"


def test_a_byte_order_mark_is_no_part_of_json(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.json", json.dumps({"text": TEXT}), "utf-8-sig")
    assert load(path, options=Options("utf-8"))[0].text == TEXT


def test_a_json_list_holds_several_and_a_bad_one_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "a.json",
        json.dumps([{"text": TEXT, "source": "wire"}, {}, {"text": "Ships wait."}]),
    )
    first, bad, last = load_all([path])
    assert isinstance(first, Article)
    assert first.metadata.source == "wire"
    assert isinstance(bad, FailedSource)
    assert bad.error.message == f"{path}[1]: text: Field required"
    assert isinstance(last, Article)


def test_a_bad_line_of_jsonl_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": TEXT}),
        "{",
        "",
        '"x"',
        json.dumps({"text": " "}),
        json.dumps({"text": "Ships wait."}),
    ]
    path = _write(tmp_path / "a.jsonl", "\n".join(lines))
    loaded = list(load_all([path]))
    assert [isinstance(item, Article) for item in loaded] == [True, False, False, False, True]
    messages = [item.error.message for item in loaded if isinstance(item, FailedSource)]
    assert messages[0].startswith(f"{path}, line 2: malformed JSON: ")
    assert messages[1:] == [
        f"{path}, line 4: not an article but a string",
        f"{path}: the text is empty",
    ]


def test_a_line_in_another_encoding_is_named_too(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "a"}\n{"text": "se\xf1or"}\n{"text": "b"}\n')
    loaded = list(load_all([path]))
    assert isinstance(loaded[1], FailedSource)
    assert loaded[1].error.message == f"{path}, line 2: not valid utf-8 at byte 12"
    assert isinstance(loaded[2], Article)


def test_a_folder_gives_its_files_in_order_and_leaves_other_kinds_alone(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "notes.odt", ".hidden.txt"):
        _write(tmp_path / name, f"{TEXT} {name}")
    _write(tmp_path / "c.json", json.dumps({"text": TEXT}))
    loaded = list(load_all([tmp_path]))
    assert _sources(loaded) == [str(tmp_path / name) for name in ("a.md", "b.txt", "c.json")]


def test_a_pattern_gives_what_it_matches(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.txt", "a.txt", "c.md", "deep/d.txt"):
        _write(tmp_path / name, f"{TEXT} {name}")
    loaded = list(load_all([f"{tmp_path}/*.txt"]))
    assert _sources(loaded) == [f"{tmp_path}/a.txt", f"{tmp_path}/b.txt"]
    assert len(list(load_all([f"{tmp_path}/**/*.txt"]))) == 3


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    path = _write(tmp_path / "story[1].txt", TEXT)
    assert load(path)[0].metadata.source == str(path)


@pytest.mark.parametrize(
    ("data", "articles", "media_type"),
    [
        (TEXT, 1, "text/plain"),
        ("[Text] The port closed.", 1, "text/plain"),
        ("{ The port closed. }", 1, "text/plain"),
        (json.dumps({"text": TEXT}), 1, "application/json"),
        (json.dumps([{"text": "A."}, {"text": "B."}]), 2, "application/json"),
        ("\n".join(json.dumps({"text": text}) for text in "ABC"), 3, "application/jsonl"),
        (f"<!DOCTYPE html><title>Port</title><p>{TEXT * 4}</p>", 1, "text/html"),
    ],
)
def test_standard_input_is_read_as_what_it_is(data: str, articles: int, media_type: str) -> None:
    loaded = load("-", stdin=io.BytesIO(data.encode()))
    assert len(loaded) == articles
    assert {article.metadata.source for article in loaded} == {"-"}
    assert {article.metadata.media_type for article in loaded} == {media_type}


def test_what_the_user_gives_wins_over_what_the_file_says(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.json", json.dumps({"text": TEXT, "title": "A", "publisher": "B"}))
    (article,) = load(path, Metadata(title="C", source="wire"))
    known = article.metadata
    assert (known.title, known.publisher, known.source) == ("C", "B", "wire")


def test_broken_characters_are_mended_wherever_they_stand(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.json", '{"text": "a \\ud83d b", "title": "x \\udc00\\ny"}')
    (article,) = load(path)
    assert article.text == "a \ufffd b"
    assert article.metadata.title == "x \ufffd y"
    article.record().model_dump_json().encode()


def test_sources_are_read_one_by_one_and_a_bad_one_does_not_stop_the_rest(tmp_path: Path) -> None:
    good = _write(tmp_path / "story.txt", TEXT)
    loaded = load_all(["no-such-file.txt", good, "-"], stdin=io.BytesIO(b""))
    bad = next(loaded)
    assert isinstance(bad, FailedSource)
    assert bad.source == "no-such-file.txt"
    assert isinstance(next(loaded), Article)
    assert isinstance(next(loaded), FailedSource)


def test_the_same_article_is_given_once(tmp_path: Path) -> None:
    entries = [
        {"id": "7", "text": TEXT},
        {"id": "7", "text": f"{TEXT} It rains."},
        {"url": "https://velden.example/7", "text": "Rain."},
        {"url": "https://velden.example/7", "text": "Rain stopped."},
    ]
    path = _write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, entries)))
    copy = _write(tmp_path / "b.txt", TEXT)
    loaded = list(load_all([path, copy]))
    assert [isinstance(item, Article) for item in loaded] == [True, False, True, False, False]
    assert loaded[-1] == RepeatedSource(str(copy), str(path))
    told = [item.shared for item in loaded if isinstance(item, RepeatedSource)]
    assert told == ["id 7", "address https://velden.example/7", "text"]


def test_what_the_user_gives_for_all_tells_no_article_apart(tmp_path: Path) -> None:
    paths = [_write(tmp_path / f"{name}.txt", f"{TEXT} {name}") for name in "ab"]
    given = Metadata(url="https://velden.example")
    assert all(isinstance(item, Article) for item in load_all(paths, given))


def test_a_mapping_names_the_fields_of_other_peoples_files(tmp_path: Path) -> None:
    entry = {"headline": "Port shut", "body": TEXT, "meta": {"by": "Ada Holm"}, "likes": 4}
    path = _write(tmp_path / "a.jsonl", json.dumps(entry))
    mapping = read_mapping(["title=headline", "text = body", "byline=meta.by"])
    (article,) = load(path, options=Options(mapping=mapping))
    known = article.metadata
    assert (article.text, known.title, known.byline) == (TEXT, "Port shut", "Ada Holm")
    (failed,) = load_all([path], options=Options(mapping=read_mapping(["text=story"])))
    assert isinstance(failed, FailedSource)
    assert failed.error.message == f"{path}, line 1: text (story in the file): Field required"


@pytest.mark.parametrize("entry", ["title", "title=", "headline=title", "=x"])
def test_a_mapping_that_is_none(entry: str) -> None:
    with pytest.raises(ConfigurationError, match="not a field of ours") as caught:
        read_mapping([entry])
    assert caught.value.exit_code == 3


def test_load_raises_the_first_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        load(tmp_path / "none.txt")
