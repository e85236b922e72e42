"""Who said what in Spanish, Russian, Arabic and Chinese: invented people, real grammar."""

from __future__ import annotations

import pytest

from summarizer.grounding.names import Directory
from summarizer.grounding.statements import find_statements
from tests.grounding.names.pieces import article_of


def said(language: str, *parts: str) -> list[tuple[str, str, str, str]]:
    article = article_of(*parts, language=language)
    return [
        (
            s.speaker.name if s.speaker else article.text[slice(*(s.description or (0, 0)))],
            s.kind,
            s.cue,
            " | ".join(article.text[start:end] for start, end in s.spans),
        )
        for s in find_statements(article, Directory.build(article))
    ]


ES = ("El presidente de la Liga, Otto Feld, llegó con la alcaldesa, Ines Kaplan.",)
RU = ("Глава Лиги Отто Фельд встретил мэра Инес Каплан.",)
AR = ("التقى وزير النقل أوتو فيلد رئيسة البلدية إيناس كابلان.",)
ZH = ("工会主席奥托·费尔德会见了市长陈晓明。",)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("«No es una victoria», dijo Feld.", ("Otto Feld", "quoted", "dijo", "No es una victoria")),
        ("Feld dijo que hay acuerdo.", ("Otto Feld", "reported", "dijo", "que hay acuerdo")),
        ("Según Feld, hay acuerdo.", ("Otto Feld", "reported", "Según", "hay acuerdo")),
        ("Kaplan celebró el voto.", ("Ines Kaplan", "reported", "celebró", "el voto")),
        ("Hay acuerdo, dijo su sindicato.", ("su sindicato", "reported", "dijo", "Hay acuerdo")),
    ],
)
def test_spanish(sentence: str, expected: tuple[str, str, str, str]) -> None:
    assert said("es", *ES, sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("«Это не победа», — сказал Фельд.", ("Отто Фельд", "quoted", "сказал", "Это не победа")),
        (
            "Фельд заявил, что договор есть.",
            ("Отто Фельд", "reported", "заявил", "что договор есть"),
        ),
        (
            "По словам Фельда, договор есть.",
            ("Отто Фельд", "reported", "По словам", "договор есть"),
        ),
        (
            "Каплан раскритиковала Фельда.",
            ("Инес Каплан", "reported", "раскритиковала", "Фельда"),
        ),
    ],
)
def test_russian(sentence: str, expected: tuple[str, str, str, str]) -> None:
    assert said("ru", *RU, sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("«ليس هذا انتصارا»، قال فيلد.", ("أوتو فيلد", "quoted", "قال", "ليس هذا انتصارا")),
        ("وقال فيلد إن الإضراب انتهى.", ("أوتو فيلد", "reported", "وقال", "إن الإضراب انتهى")),
        (
            "ورحبت رئيسة البلدية إيناس كابلان بالتصويت.",
            ("إيناس كابلان", "reported", "ورحبت", "بالتصويت"),
        ),
    ],
)
def test_arabic(sentence: str, expected: tuple[str, str, str, str]) -> None:
    assert said("ar", *AR, sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("费尔德表示：“这不是胜利。”", ("奥托·费尔德", "quoted", "表示", "这不是胜利。")),
        ("费尔德说，罢工已经结束。", ("奥托·费尔德", "reported", "说", "罢工已经结束")),
        ("居民说，水变成了棕色。", ("居民", "reported", "说", "水变成了棕色")),
    ],
)
def test_chinese(sentence: str, expected: tuple[str, str, str, str]) -> None:
    assert said("zh", *ZH, sentence) == [expected]


def test_a_novel_says_nothing_in_chinese() -> None:
    assert said("zh", *ZH, "费尔德的小说很长。") == []


def test_a_dropped_subject_is_the_speaker_before() -> None:
    statements = said("es", *ES, "Kaplan celebró el voto.", "Añadió que habrá trenes.")
    assert [speaker for speaker, *_ in statements] == ["Ines Kaplan", "Ines Kaplan"]


def test_a_language_without_lists_gives_no_statement() -> None:
    assert said("fi", "Otto Feld sanoi, että sopimus on hyvä.") == []
