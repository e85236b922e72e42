"""Datelines of agencies in five languages and more; sentences with a dash in them are none."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.article.dateline import Dateline, find_dateline
from summarizer.article.lines import lines_of


def _find(text: str, language: str | None = "en") -> Dateline | None:
    return find_dateline(text, lines_of(text), language)


@pytest.mark.parametrize(
    ("language", "dateline", "published", "publisher"),
    [
        ("en", "VELDEN –", None, None),
        ("en", "VELDEN (AP) —", None, "AP"),
        ("en", "ST. ANNA, Minn. (AP) —", None, "AP"),
        ("en", "PORT-AU-VELL, Lorne —", None, None),
        ("en", "NEW VELDEN, June 9 (Coastal News) -", None, "Coastal News"),
        ("en", "VELDEN/LORNE, June 9 (Coastal News) -", None, "Coastal News"),
        ("en", "VELDEN, June 9, 2031 (Velden Post) —", date(2031, 6, 9), "Velden Post"),
        ("en", "VELDEN, Sept. 9, 2031 (Velden Post)--", date(2031, 9, 9), "Velden Post"),
        ("en", "LORNE, Nov. 18, 2023 —", date(2023, 11, 18), None),
        ("en", "LORNE, Wednesday, 17 July 2019 (Coast) —", date(2019, 7, 17), "Coast"),
        (
            "en",
            "Velden, 9 Dec 88 (Radio Vell) -- [Report] [Ann Bo] [Text]",
            date(1988, 12, 9),
            "Radio Vell",
        ),
        ("en", "Velden (Lorne), 6 Nov 88 (VDN/ND) -- [Text]", date(1988, 11, 6), "VDN/ND"),
        ("en", "Velden, 25 Oct 88 (Cadena 1) --", date(1988, 10, 25), "Cadena 1"),
        ("es", "Velden (EFE).-", None, "EFE"),
        ("es", "Velden, 9 jun (EFE).-", None, "EFE"),
        ("es", "VELDEN, 9 de junio de 2031 (Costa).—", date(2031, 6, 9), "Costa"),
        ("ru", "ВЕЛЬДЕН, 9 июня. /ТАСС/.", None, "ТАСС"),
        ("ru", "ВЕЛЬДЕН, 9 июня — Новости Побережья.", None, "Новости Побережья"),
        ("ru", "ВЕЛЬДЕН, 9 июня 2031 г. (Побережье) -", date(2031, 6, 9), "Побережье"),
        ("zh", "海岸通讯社维尔登6月9日电（记者 张三）", None, "海岸通讯社"),
        ("zh", "海岸社维尔登2031年6月9日电", date(2031, 6, 9), "海岸社"),
        ("zh", "【本报维尔登6月9日讯】", None, None),
        ("ar", "فيلدن (رويترز) -", None, "رويترز"),
        ("ar", "فيلدن، 9 يونيو 2031 (وكالة الساحل) –", date(2031, 6, 9), "وكالة الساحل"),
        ("ar", "فيلدن –", None, None),
        ("fr", "VELDEN, 9 juin 2031 (AFP) -", date(2031, 6, 9), "AFP"),
        ("de", "VELDEN (dpa) -", None, "dpa"),
    ],
)
def test_datelines(
    language: str, dateline: str, published: date | None, publisher: str | None
) -> None:
    follows = {"ru": "Порт закрыт.", "zh": "港口关闭。", "ar": "أغلق الميناء."}
    text = f"{dateline} {follows.get(language, 'The port is shut.')}"
    assert _find(text, language) == Dateline(0, len(dateline), published, publisher)


@pytest.mark.parametrize(
    "text",
    [
        "NATO – the alliance – said on Monday that it was ready.",
        "On Monday, June 9 — Velden shut its port.",
        "The summit (UNX) — Velden hosts it — failed.",
        "Mayor Ines Kaplan (Greens) — Velden's first — resigned.",
        "Feld – Velden's mayor – resigned.",
        "In June 2031 – Velden was at war.",
        "Otto Feld, 44 — Velden's mayor — resigned.",
        "Storm kills 4 – Velden mourns",
        "“We won” — Otto Feld said.",
        "— Нет! — сказал он.",
        "VELDEN —",
    ],
)
def test_sentences_with_a_dash_are_no_datelines(text: str) -> None:
    assert _find(text) is None


def test_it_opens_a_line_and_has_its_place_in_the_text() -> None:
    text = "Ferry strike ends\n\nVELDEN, June 9, 2031 — The port is open."
    found = _find(text)
    assert found is not None
    assert text[found.start : found.end] == "VELDEN, June 9, 2031 —"
