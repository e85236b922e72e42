"""Sources: bringing a text back, noticing that it has changed, quotes from another article."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from summarizer.errors import InputError
from tests.validation.cases import FERRIES, FOREIGN, changed, cited, line, put
from tests.validation.command import findings, run
from tests.validation.documents import SPANS, TEXT, Json, dumped, summary

NO_TEXT = put("article", "text", None)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    for name, data in FERRIES.items():
        Path(name).write_bytes(data)


def write(name: str, text: str | bytes) -> str:
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def stored(*changes: object) -> str:
    return write("story.summary.json", dumped(changed(summary(), NO_TEXT, *changes)))  # type: ignore[arg-type]


def codes(*args: str) -> set[str]:
    return {one["code"] for one in findings(*args)}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("any-name.txt", TEXT.encode()),
        ("article.md", TEXT.encode()),
        ("bom.txt", b"\xef\xbb\xbf" + TEXT.encode()),
        ("windows.txt", TEXT.replace("\n", "\r\n").encode()),
        ("spaced.txt", ("\n\n" + TEXT + "  \n").encode()),
        ("article.json", json.dumps({"text": TEXT, "title": "x"}).encode()),
        ("windows.json", json.dumps({"text": TEXT.replace("\n", "\r\n")}).encode()),
        ("all.jsonl", line({"text": FOREIGN}) + line({"id": "x", "text": TEXT})),
        ("other.summary.json", dumped(summary())),
    ],
)
def test_a_text_is_found_by_its_hash_in_whatever_form_it_is_kept(name: str, text: bytes) -> None:
    write(f"articles/{name}", text)
    wrong = stored(put("gist", 0, "evidence", 0, "end", SPANS[2][1] - 1))
    assert codes(wrong) == {"text_left_out", "quote_length"}
    assert codes(wrong, "--source", "articles") == {"quote_moved"}
    assert codes(stored(), "--source", f"articles/{name}", "--strict") == set()


def test_a_changed_source_is_found_by_name_and_its_quotes_are_looked_for() -> None:
    new = TEXT.replace("310 pilots", "290 pilots").replace("Ships", "Some ships")
    write("articles/pilots.txt", new)
    found = findings(stored(), "--source", "articles")
    assert {one["code"] for one in found} == {"source_changed", "quote_gone"}
    gone = {one["path"] for one in found if one["code"] == "quote_gone"}
    assert gone == {
        "/actors/1/evidence/0",
        "/statements/0/evidence/0",
        "/events/1/evidence/0",
        "/events/4/evidence/0",
    }


def test_a_source_with_none_of_the_quotes_is_said_to_be_another_article() -> None:
    write("other.txt", FOREIGN)
    found = findings(stored(), "--source", "other.txt")
    assert [one["code"] for one in found] == ["source_changed", "quote_gone"]
    assert "only the quotes were looked for" in found[0]["message"]
    assert found[1]["message"].startswith("other.txt has none of the ")


def test_quotes_of_a_changed_source_may_differ_in_form() -> None:
    write("articles/pilots.txt", TEXT.replace('"We stay on the water,"', "“We stay on the water,”"))
    assert codes(stored(), "--source", "articles") == {"source_changed"}


def test_a_source_is_found_by_the_name_of_the_summary_or_the_id_of_the_article() -> None:
    new = TEXT + "\n\nA sentence was added."
    write("articles/story.txt", new)
    assert codes(stored(), "--source", "articles") == {"source_changed"}
    Path("articles/story.txt").unlink()
    write("articles/feed.jsonl", line({"id": "feed-7", "text": new}) + line({"text": FOREIGN}))
    assert "source_changed" in codes(stored(put("article", "id", "feed-7")), "--source", "articles")


def test_a_summary_with_its_own_text_is_still_checked_against_it() -> None:
    write("articles/pilots.txt", TEXT.replace("310", "290"))
    path = write("story.json", dumped(changed(summary(), put("events", 1, "quad", None))))
    assert codes(path, "--source", "articles") == {"source_changed", "quote_gone", "quad_mismatch"}


def test_a_single_source_belongs_to_a_single_summary() -> None:
    write("new.txt", TEXT + "\n\nMore.")
    assert "source_changed" in codes(stored(), "--source", "new.txt")
    second = write("second.json", dumped(changed(summary(), NO_TEXT)))
    found = findings("story.summary.json", second, "--source", "new.txt")
    assert {one["code"] for one in found} == {"source_not_found", "text_left_out"}


def test_a_quote_from_another_article_is_told_from_an_invented_one() -> None:
    quote = "They will meet again on Friday."
    path = write("a.json", dumped(changed(summary(), put("gist", 0, "evidence", cited(quote)))))
    (found,) = findings(path, "--source", "articles", "--select", "grounding")
    assert (found["code"], found["match"]) == ("quote_misattributed", "misattributed")
    assert "articles/ferries.txt" in found["message"]
    (found,) = findings(path, "--select", "grounding")
    assert (found["code"], found["match"]) == ("quote_unsupported", "unsupported")


def test_the_other_summaries_of_a_run_are_other_articles_too() -> None:
    quote = "They will meet again on Friday."
    wrong = write("a.json", dumped(changed(summary(), put("gist", 0, "evidence", cited(quote)))))
    other: Json = changed(summary(), put("article", "text", FOREIGN))
    other["article"]["sha256"] = sha256(FOREIGN.encode()).hexdigest()
    write("b.json", dumped(other))
    found = {one["code"] for one in findings(wrong, "b.json") if one["file"] == wrong}
    assert found == {"quote_misattributed"}


def test_sources_that_cannot_be_read_are_no_source() -> None:
    write("articles/void.txt", b"")
    write("articles/binary.txt", b"\x00\xff\xfe")
    write("articles/latin.txt", b"caf\xe9")
    write("articles/broken.json", b"{")
    write("articles/list.json", b"[1]")
    write("articles/page.pdf", b"%PDF-1.7")
    assert codes(stored(), "--source", "articles") == {"source_not_found", "text_left_out"}


def test_a_source_that_is_not_there_ends_in_3() -> None:
    result = run(stored(), "--source", "nowhere")
    assert isinstance(result.exception, InputError)
    assert "nowhere" in str(result.exception)
