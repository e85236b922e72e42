"""Hidden and steering characters: shown where they hide, kept where writing needs them."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.safe import escape_hidden, one_line, visible, web_address

HIDDEN = "\x00\x07\x08\x1b\x7f\x9b\x85\u202a\u202e\u2066\u2069\u200b\u2060\ufeff\u2028\u3164"


@pytest.mark.parametrize("char", [*HIDDEN, "\U000e0041", "\u200d", "\u200e", "\ufe0f"])
def test_hidden_character_is_shown_between_latin_letters(char: str) -> None:
    # The selector after a letter is one visible sign's own; a second one is not.
    shown = visible(f"pay\n{char}{char}load")
    assert char not in shown
    assert len(shown) == len(f"pay\n{char}{char}load")


def test_terminal_sequences_become_pictures() -> None:
    assert visible("\x1b[31mred\x1b]8;;http://x\x07") == "␛[31mred␛]8;;http://x␇"


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian needs the non-joiner
        "क्\u200dष",  # so does Hindi the joiner
        "👩\u200d👩\u200d👧 ❤\ufe0f",
        "שלום\u200f!",
        "葛\U000e0100城",
        "tab\tline\r\nnext",
        "ordinary – “text” with\u00a0no-break space",
    ],
)
def test_what_writing_needs_is_kept(text: str) -> None:
    assert visible(text) == text


def test_second_variation_selector_is_shown() -> None:
    assert visible("❤\ufe0f\ufe0e\ufe00") == "❤\ufe0f��"


@given(st.text())
def test_positions_stay_and_nothing_hidden_is_left(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(
        a == b or b == "�" or "\u2400" <= b <= "\u2421" for a, b in zip(text, shown, strict=True)
    )
    assert not any(
        unicodedata.category(char) == "Cc" and char not in "\t\n\r" for char in one_line(text)
    )
    assert not set(one_line(text)) & set("\n\r\t\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200b")


def test_one_line_joins_lines() -> None:
    assert one_line("  a \r\n\u2028 b\tc\u00a0d ") == "a b c\u00a0d"


@given(st.text(alphabet=st.sampled_from('a\x7f\x85\u2028\u202e\U000e0041é"\\\n')))
def test_json_escapes_keep_the_data(text: str) -> None:
    written = escape_hidden(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert len(written.splitlines()) == 1
    assert visible(written) == written


@pytest.mark.parametrize("address", ["http://a.example", "https://a.example/b?c=d#e"])
def test_web_addresses_may_be_links(address: str) -> None:
    assert web_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.example",
        "https://user@evil.example/",
        "https://a.example/\u202egnp.exe",
        'https://a.example/"onclick="x',
        "https://a.example/ b",
        "story.txt",
    ],
)
def test_anything_else_is_no_link(address: str | None) -> None:
    assert web_address(address) is None
