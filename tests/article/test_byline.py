"""Names and publisher of a byline are told apart."""

from __future__ import annotations

import pytest

from summarizer.article.byline import Byline, agency_of_contributors, read_byline


@pytest.mark.parametrize(
    ("line", "names", "publisher"),
    [
        ("By Ada Holm", "Ada Holm", None),
        ("By Ada Holm and Per Lund, Ostrand Courier", "Ada Holm and Per Lund", "Ostrand Courier"),
        ("BY ADA HOLM | Ostrand Courier", "ADA HOLM", "Ostrand Courier"),
        ("By Ada Holm, Per Lund and Ola Dahl", "Ada Holm, Per Lund and Ola Dahl", None),
        ("By Ada Holm, staff writer", "Ada Holm", None),
        ("By Ada Holm for Coastal News", "Ada Holm", "Coastal News"),
        ("By The Coastal News", None, "The Coastal News"),
        ("Story by Ada Holm, Coastal News", "Ada Holm", "Coastal News"),
        ("Por Ana Soto y Luis Mora, Agencia Costa", "Ana Soto y Luis Mora", "Agencia Costa"),
        ("记者：张三", "张三", None),
        ("Автор: Анна Орлова", "Анна Орлова", None),
        ("بقلم: أحمد سالم", "أحمد سالم", None),
    ],
)
def test_bylines(line: str, names: str | None, publisher: str | None) -> None:
    assert read_byline(line) == Byline(names, publisher)


def test_the_publisher_of_contributors() -> None:
    said = "Coastal News writer Ola B. Dahl contributed to this report."
    assert agency_of_contributors(said) == "Coastal News"
    assert agency_of_contributors("Ola B. Dahl contributed to this report.") is None
