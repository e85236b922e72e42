"""Persons out of sight: in every field and every form, with positions that stay true."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.errors import ConfigurationError
from summarizer.export import Pseudonyms, redact
from summarizer.schema import ArticleSummary
from tests.export.made import EXAMPLES, Json, made, read

KEY = "a key of the tests, long enough"
PERSON = re.compile(r"Person-\d{12}")


def _redacted(value: Json, key: str = KEY) -> ArticleSummary:
    return redact(read(value), Pseudonyms(key))


def _article(text: str, persons: list[str], language: str = "en", **more: Any) -> Json:
    """A summary of one sentence about these persons; more names go to aliases."""
    whole = {"quote": text, "start": 0, "end": len(text), "sentence": 1}

    def change(value: Json) -> None:
        value["article"] |= {
            "text": text,
            "sha256": sha256(text.encode()).hexdigest(),
            "title": text,
            "sentences": [[0, len(text)]],
            "boilerplate": [],
            "language": language,
            "publisher": None,
        }
        value["headline"] = {"text": text, "evidence": [whole]}
        value["gist"] = []
        value["statements"] = []
        value["stances"] = []
        value["events"] = []
        value["actors"] = [
            {"id": f"a{number}", "name": name, "aliases": more.get("aliases", [])}
            | {"kind": "person", "role": None, "mentions": [], "evidence": [whole]}
            for number, name in enumerate(persons, start=1)
        ]

    return made(change)


def _text(value: Json) -> str:
    text = _redacted(value).article.text
    assert text is not None
    return PERSON.sub("P", text)


@pytest.mark.parametrize(
    ("text", "persons", "wanted"),
    [
        ("Mara Lindt left; Lindt is back.", ["Mara Lindt"], "P left; P is back."),
        ("Ms. LINDT, Mara LINDT’s aide.", ["Mara Lindt"], "Ms. P, P’s aide."),
        ("Mara J. Lindt and Mara\nLindt.", ["Mara Lindt"], "P and P."),
        ("The Lindt Fund, Lindtville, M. Lindt.", ["Mara Lindt"], "The P Fund, Lindtville, P."),
        ("President Ana Cole said President Bo Cole lied; Cole left.", ["Ana Cole", "Bo Cole"],
         "President P said President P lied; P left."),
        ("Write to mara.lindt@ost.example or @maralindt.", ["Mara Lindt"],
         "Write to [address] or [address]."),
        ("José Núñez, JOSE NUNEZ, Nu\u0301n\u0303ez.", ["José Núñez"], "P, P, P."),
        ("Jean-Luc O'Brien said O’Brien agrees.", ["Jean-Luc O'Brien"], "P said P agrees."),
        ("Ma\u200bra Lin\u00addt spoke.", ["Mara Lindt"], "P spoke."),
        ("bell hooks wrote; hooks is read.", ["bell hooks"], "P wrote; P is read."),
        ("Martin King met King.", ["Martin King"], "P met P."),
        ("A senior official spoke to the official.", ["senior official"],
         "A senior official spoke to the official."),
        ("viktor-lang.html and ViktorLang.", ["Viktor Lang"], "P.html and P."),
    ],
)  # fmt: skip
def test_names_are_found_in_whatever_form(text: str, persons: list[str], wanted: str) -> None:
    assert _text(_article(text, persons)) == wanted


@pytest.mark.parametrize(
    ("language", "text", "persons", "wanted"),
    [
        ("ru", "Анна Ланг ушла. Об Анне Ланг говорят.", ["Анна Ланг"], "P ушла. Об P говорят."),
        ("ar", "قالت ليلى حداد إن حداد", ["ليلى حداد"], "قالت P إن P"),
        ("zh", "王小明说，王小明不来。", ["王小明"], "P说，P不来。"),
        ("zh", "安娜·布林肯说布林肯不来。", ["安娜·布林肯"], "P说P不来。"),
        ("es", "Habló María del Pilar Ruiz; Ruiz salió.", ["María del Pilar Ruiz"],
         "Habló P; P salió."),
    ],
)  # fmt: skip
def test_other_languages(language: str, text: str, persons: list[str], wanted: str) -> None:
    assert _text(_article(text, persons, language)) == wanted


def test_a_shared_surname_is_nobodys() -> None:
    text = redact(
        read(_article("Ana Cole met Bo Cole. Cole left.", ["Ana Cole", "Bo Cole"])), Pseudonyms(KEY)
    ).article.text
    assert text is not None
    one, other, bare = PERSON.findall(text)
    assert len({one, other, bare}) == 3


def test_the_same_person_has_the_same_pseudonym_under_one_key() -> None:
    named = [_article("Mara Lindt spoke.", ["Mara Lindt"]), _article("MARA LINDT!", ["MARA LINDT"])]
    first, second = (_redacted(value).actors[0].name for value in named)
    assert first == second
    assert _redacted(named[0], "another key, long enough").actors[0].name != first
    drawn = {redact(read(named[0]), Pseudonyms()).actors[0].name for _ in range(2)}
    assert len(drawn) == 2, "without a key each run has its own"


def test_a_key_that_could_be_guessed_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="shorter than 16") as raised:
        Pseudonyms("secret")
    assert "secret" not in str(raised.value)


def _hold(summary: ArticleSummary) -> None:
    """Every position is that of the words beside it."""
    text = summary.article.text
    assert text is not None
    assert summary.article.sha256 == sha256(text.encode()).hexdigest()
    groups = (summary.gist, summary.actors, summary.statements, summary.stances, summary.events)
    for item in [item for group in groups for item in group]:
        assert all(text[piece.start : piece.end] == piece.quote for piece in item.evidence)
    for event in summary.events:
        for words in (event.time, event.place):
            assert words is None or text[words.start : words.end] == words.text
    ends = [0] + [place for span in summary.article.sentences for place in span]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text)


def test_sentences_that_are_not_the_articles_own_go_whole() -> None:
    text = "Mara Lindt spoke. Reporting by Jo Quill and Mara Lindt. It rained."

    def change(value: Json) -> None:
        value["article"] |= {"sentences": [[0, 17], [18, 49], [40, 55], [56, 66]]}
        value["article"]["boilerplate"] = [2, 3, 9]

    value = _article(text, ["Mara Lindt"])
    change(value)
    summary = _redacted(value)
    assert PERSON.sub("P", summary.article.text or "") == "P spoke. […] It rained."
    start, end = summary.article.sentences[3]
    assert (summary.article.text or "")[start:end] == "It rained."


def _leak(value: Json) -> None:
    """Plant the persons wherever a string can stand."""
    value["article"] |= {
        "id": "mara-lindt-quits",
        "source": "lindt.txt",
        "url": "https://news.example/mara-lindt",
        "byline": "By Jo Quill and Mara Lindt",
        "publisher": "Brandt Press",
        "title": "Lindt and Brandt",
    }
    value["headline"]["text"] = "LINDT v. BRANDT"
    value["gist"][0]["text"] = "Mara Lindt spoke."
    value["actors"][0] |= {"aliases": ["Lindt's guild"], "role": "guild of Lindt"}
    value["actors"][1]["role"] = "sister of Jonas Brandt"
    value["stances"][0] |= {"target": "Lindt's vote", "claim": "Brandt praised Lindt."}
    value["events"][0]["description"] = "Lindt voted"
    value["events"][1]["quantities"][0]["what"] = "friends of Lindt"
    value["warnings"][0]["message"] = "'Lindt' is not there"
    value["actors"][2]["review"] = {
        "state": "edited",
        "by": "Jo Quill",
        "at": "2031-03-05T10:00:00Z",
        "note": "Lindt, not Brandt",
    }


@pytest.mark.parametrize("textless", [False, True])
def test_nothing_names_them(textless: bool) -> None:
    def change(value: Json) -> None:
        _leak(value)
        if textless:
            value["article"]["text"] = None
            value["actors"][1]["evidence"][0] |= {"prefix": "so dt spoke Mara Lin", "suffix": "dt"}

    summary = _redacted(made(change))
    written = summary.model_dump_json()
    assert not re.search("mara|lindt|jonas|brandt|quill", written, re.IGNORECASE)
    assert summary.actors[0].name == "Pilots' Guild"
    if not textless:
        _hold(summary)


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.summary.json")), ids=lambda p: p.stem)
def test_our_examples_name_nobody(path: Any) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    names = [
        word
        for actor in value["actors"]
        if actor["kind"] == "person"
        for form in (actor["name"], *actor["aliases"])
        for word in re.findall(r"[A-Z]\w+", form)
    ]
    assert names
    summary = _redacted(value)
    _hold(summary)
    written = summary.model_dump_json()
    assert not [name for name in names if re.search(rf"\b{name}\b", written)]


_WORD = st.text(st.sampled_from("abcdeéñßkluvxyzжшअ"), min_size=2, max_size=7)
_NAME = st.lists(_WORD.map(str.capitalize), min_size=1, max_size=3).map(" ".join)
_FILLER = st.text(st.sampled_from(" ,.;’'\"()\n\u00a0\u200b\u0301🙂אa1B中"), max_size=6)


@given(
    st.lists(_NAME, min_size=1, max_size=3, unique=True),
    st.lists(st.tuples(_FILLER, st.integers(0, 8), st.booleans()), min_size=1, max_size=12),
    st.data(),
)
@example(["Ab", "Abab"], [(" ", 0, False), (" ", 1, True)], None)
@example(["Ex Aa"], [("", 1, False)], None)
def test_planted_names_go_and_quotes_stay_true(
    names: list[str], pieces: list[tuple[str, int, bool]], data: Any
) -> None:
    """Names in any order and case, between anything that is no part of a word."""
    words = [*names, *(word for name in names for word in name.split())]
    text = "Then "
    for filler, which, capitals in pieces:
        name = words[which % len(words)]
        text += f" {filler} {name.upper() if capitals else name} "
    text += "left."
    value = _article(text, names)
    if data is not None:
        start = data.draw(st.integers(0, len(text) - 2))
        end = data.draw(st.integers(start + 1, len(text) - 1))
        cut = {"quote": text[start:end], "start": start, "end": end, "sentence": 1}
        value["actors"][0]["evidence"] = [cut]
    summary = _redacted(value)
    _hold(summary)
    shown = PERSON.sub("", summary.model_dump_json(include={"article": {"text", "title"}}))
    shown = json.loads(shown)["article"]["text"]
    planted = {form for word in words for form in (word, word.upper())}
    assert not planted & set(re.findall(r"\w+", shown))
