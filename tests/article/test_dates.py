"""Full dates as articles print them; what is relative, partial or ambiguous is none."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from summarizer.article.dates import find_date


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Published June 9, 2031", date(2031, 6, 9)),
        ("en", "Updated: Mon, 9 June 2031 at 14:05", date(2031, 6, 9)),
        ("en", "Nov. 18, 2023", date(2023, 11, 18)),
        ("en", "2031-06-09", date(2031, 6, 9)),
        ("en", "2031-06-09T10:05Z", datetime(2031, 6, 9, 10, 5, tzinfo=UTC)),
        ("en", "2031-06-09 10:05", date(2031, 6, 9)),
        ("en", "2031/6/9", date(2031, 6, 9)),
        ("en", "19/6/2031", date(2031, 6, 19)),
        ("en", "6/19/2031", date(2031, 6, 19)),
        ("en", "6/6/2031", date(2031, 6, 6)),
        ("de", "9.6.2031", date(2031, 6, 9)),
        ("de", "Montag, 9. Juni 2031", date(2031, 6, 9)),
        ("es", "9/6/2031", date(2031, 6, 9)),
        ("es", "Publicado el 9 de junio de 2031", date(2031, 6, 9)),
        ("fr", "le 1er juin 2031", date(2031, 6, 1)),
        ("pt", "9 de junho de 2031", date(2031, 6, 9)),
        ("it", "9 giugno 2031", date(2031, 6, 9)),
        ("ru", "Опубликовано: 9 июня 2031, 10:05", date(2031, 6, 9)),
        ("ar", "نشر في 9 يونيو 2031", date(2031, 6, 9)),
        ("ar", "9 تشرين الثاني 2031", date(2031, 11, 9)),
        ("zh", "2031年6月9日 10:05", date(2031, 6, 9)),
        ("xx", "June 9, 2031", date(2031, 6, 9)),
        (None, "June 9, 2031", date(2031, 6, 9)),
        ("en", "9 Dec 88", date(1988, 12, 9)),
        ("en", "9 Dec 31", date(2031, 12, 9)),
    ],
)
def test_full_dates(language: str | None, text: str, expected: date) -> None:
    assert find_date(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "June 9",
        "June 2031",
        "yesterday",
        "4 hours ago",
        "Updated 4 hours ago, 3 min read",
        "June 31, 2031",
        "2031-13-40",
        "6/9/2031",
        "9 Dec 55",
        "Gate 12, 2031",
        "2031",
        "",
    ],
)
def test_anything_less_is_no_date(text: str) -> None:
    assert find_date(text, "en") is None
