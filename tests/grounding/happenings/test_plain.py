"""Languages that are read by words and order alone."""

from __future__ import annotations

import pytest

from tests.grounding.happenings.reading import Told, actors, recipients


@pytest.mark.parametrize(
    ("language", "text", "trigger", "kind", "clause"),
    [
        (
            "es",
            "El sindicato rechazó la oferta del Gobierno el lunes.",
            "rechazó",
            "REJECT",
            "El sindicato rechazó la oferta del Gobierno el lunes",
        ),
        (
            "ru",
            "Полиция задержала трёх активистов в понедельник.",
            "задержала",
            "COERCE",
            "Полиция задержала трёх активистов в понедельник",
        ),
        (
            "ar",
            "هددت النقابة بإضراب عام يوم الاثنين.",
            "هددت",
            "THREATEN",
            "هددت النقابة بإضراب عام يوم الاثنين",
        ),
        ("zh", "工会周一宣布，罢工推迟到五月六日。", "罢工", "PROTEST", "罢工推迟到五月六日"),
    ],
)
def test_words_show_the_type(
    language: str, text: str, trigger: str, kind: str, clause: str
) -> None:
    """The clause is cut at punctuation and at the words that open one."""
    told = Told(text, language)
    found = told.by(trigger)
    assert (found.best.type, told.clause(found)) == (kind, clause)


def test_order_gives_the_roles_and_the_passive_turns_them() -> None:
    """Before the verb stands who does it, after "fue … por" who suffers it."""
    active = Told("La policía detuvo a los manifestantes.", "es").by("detuvo")
    passive = Told("Los manifestantes fueron detenidos por la policía.", "es").by("detenidos")
    assert (actors(active), recipients(active)) == (["policía"], ["manifestantes"])
    assert (actors(passive), recipients(passive)) == (["policía"], ["manifestantes"])


def test_what_carries_an_event_is_none() -> None:
    """That a march is cancelled is no event beside the march."""
    told = Told("La marcha prevista para el sábado fue cancelada.", "es")
    assert told.triggers == ["marcha"]


def test_the_verb_stands_first_in_arabic() -> None:
    """The doer follows."""
    told = Told("اعتقلت الشرطة متظاهرين في المدينة.", "ar").by("اعتقلت")
    assert actors(told) == ["الشرطة"]


def test_a_language_without_words_tells_nothing() -> None:
    """Better nothing than a guess."""
    assert Told("La police a arrêté deux hommes lundi à Velden.", "fr").happenings == []
