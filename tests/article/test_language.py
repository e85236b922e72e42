"""Languages are told by script and small words; a text too short has none."""

from __future__ import annotations

import pytest

from summarizer.article.language import detect_language

SAMPLES = {
    "en": "The ferry crews said that they had voted to go back to work on Monday after a night.",
    "es": "Los marineros dijeron que van a volver al trabajo el lunes después de una larga noche.",
    "fr": "Les marins ont dit qu'ils vont reprendre le travail lundi après une longue nuit.",
    "de": "Die Seeleute sagten, dass sie am Montag nach einer langen Nacht wieder arbeiten.",
    "pt": "Os marinheiros disseram que vão voltar ao trabalho na segunda depois da noite.",
    "it": "I marinai hanno detto che torneranno al lavoro lunedì dopo una lunga notte di voto.",
    "nl": "De zeelieden zeiden dat ze maandag weer aan het werk gaan na een lange nacht.",
    "ar": "قال البحارة إنهم سيعودون إلى العمل يوم الاثنين بعد ليلة طويلة.",
    "fa": "ملوانان گفتند که پس از یک شب طولانی دوشنبه به کار بازمی‌گردند.",
    "zh": "船员们说，经过漫长的一夜，他们将于周一复工。",
    "ja": "船員たちは長い夜を経て月曜日に仕事に戻ると述べた。",
    "ru": "Моряки сказали, что после долгой ночи они вернутся к работе в понедельник.",
    "uk": "Моряки сказали, що після довгої ночі вони повернуться до роботи в понеділок.",
    "ko": "선원들은 긴 밤이 지난 뒤 월요일에 일터로 돌아가겠다고 말했다.",
}


@pytest.mark.parametrize(("language", "text"), SAMPLES.items())
def test_languages(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "12 %", "Ostrand Courier", "The Vell, the Lorne", "ᚠᚢᚦ"])
def test_what_cannot_be_told(text: str) -> None:
    assert detect_language(text) is None


def test_a_list_of_names_has_no_language() -> None:
    names = "Lund Holm Berg Dahl Moe Nilsen Orlow Soto Ruiz Mora Feld Kaplan " * 4
    assert detect_language(f"{names} of the Guild and its boats") is None


def test_foreign_names_do_not_decide() -> None:
    assert detect_language(SAMPLES["en"] + " (Вельден, 维尔登)") == "en"
    assert detect_language(SAMPLES["ru"] + " Velden Post, Reuters") == "ru"
