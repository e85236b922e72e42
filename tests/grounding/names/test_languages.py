"""Names in Spanish, Russian, Arabic and Chinese: invented people, real grammar."""

from __future__ import annotations

import pytest

from summarizer.grounding.names.lexicon import language_of
from tests.grounding.names.pieces import article_of, directory_of, entity

STORIES = {
    "es": (
        "El presidente de la Liga de Conductores, Otto Feld, habló en Velden.",
        "Feld elogió a Estados Unidos y al Ministerio de Salud.",
    ),
    "ru": (
        "Глава Лиги водителей Отто Фельд выступил в Вельдене.",
        "Предложение Фельда поддержали США и Министерство обороны.",
    ),
    "ar": (
        "قال وزير النقل أوتو فيلد إن الإضراب انتهى.",
        "وشكر فيلد الولايات المتحدة وأشاد بدور وزارة الصحة.",
    ),
    "zh": (
        "工会主席奥托·费尔德表示，罢工已经结束。",
        "费尔德感谢美国和外交部。",
    ),
}


@pytest.mark.parametrize(
    ("language", "person", "short", "state", "body"),
    [
        ("es", "Otto Feld", "Feld", "Estados Unidos", "Ministerio de Salud"),
        ("ru", "Отто Фельд", "Фельда", "США", "Министерство обороны"),
        ("ar", "أوتو فيلد", "فيلد", "الولايات المتحدة", "وزارة الصحة"),
        ("zh", "奥托·费尔德", "费尔德", "美国", "外交部"),
    ],
)
def test_people_states_and_bodies(
    language: str, person: str, short: str, state: str, body: str
) -> None:
    directory = directory_of(*STORIES[language], language=language)
    found = entity(directory, person)
    assert found.kind_guess == "person"
    assert directory.resolve(short) is found
    assert entity(directory, state).code == "USA"
    assert entity(directory, body).kind_guess == "organization"
    for start, end in (place for one in directory.entities for place in one.mentions):
        assert directory.article.text[start:end].strip() == directory.article.text[start:end]


@pytest.mark.parametrize("language", STORIES)
def test_invented_names_resolve_to_nobody(language: str) -> None:
    directory = directory_of(*STORIES[language], language=language)
    for name in ("Ada Grey", "Ада Грей", "آدا غراي", "艾达·格雷"):
        assert directory.resolve(name) is None


def test_russian_cases_are_one_name() -> None:
    directory = directory_of(
        "Они встретили Отто Фельда.", "Отто Фельд ушёл.", "О Фельде забыли.", language="ru"
    )
    assert len(directory.resolve("Фельдом").mentions) == 3  # type: ignore[union-attr]  # it is there


def test_a_state_under_another_name() -> None:
    directory = directory_of("Экономика РФ растёт.", language="ru")
    assert directory.resolve("Россия") is directory.resolve("РФ")
    assert directory.resolve("Россия") is not None


@pytest.mark.parametrize("language", STORIES)
def test_the_language_is_told_from_the_text(language: str) -> None:
    assert language_of(article_of(*STORIES[language], language=None)) == language


def test_an_arabic_prefix_is_no_part_of_a_name() -> None:
    directory = directory_of("اجتمعت فرنسا وألمانيا.", language="ar")
    assert [found.name for found in directory.entities] == ["فرنسا", "ألمانيا"]
