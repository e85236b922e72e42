"""PDF: reading order, hyphens, running lines, pages; and files that cannot be read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article.text import normalise
from summarizer.errors import InputError
from summarizer.sources import load
from summarizer.sources.found import Found
from summarizer.sources.pdf import read_pdf
from summarizer.sources.pdf.joining import joined_pages
from tests.sources.made_pdf import Placed, column, encrypted, pdf_bytes

LEFT = [
    "Ferry crews in Ostrand voted on Tuesday to",
    "go back to work, ending a four-day strike",
    "that had cut the islands off from the main-",
    "land. The union said 310 of its members",
    "had backed an agreement. All of it is over",
]
RIGHT = [
    "and done. Norden Lines had offered 2.5% at",
    "the walkout and threatened to hire foreign",
    "crews if the strike went on past Sunday.",
    "Its director said on Wednesday that the",
    "company welcomes the result and more.",
]
HEADLINE = "Ferry strike ends in Ostrand after four days of empty quays and long queues at the bank"


def _read(pages: Sequence[Sequence[Placed]]) -> Found:
    return read_pdf(pdf_bytes(pages), "a.pdf")


def test_columns_are_read_one_after_the_other_though_they_were_drawn_row_by_row() -> None:
    rows = [
        placed
        for left, right in zip(column(LEFT), column(RIGHT, x=320), strict=True)
        for placed in (left, right)
    ]
    paragraphs = _read([[(72, 740, HEADLINE), *rows]]).text.split("\n\n")
    assert paragraphs[0] == HEADLINE
    assert paragraphs[1].startswith("Ferry crews in Ostrand voted on Tuesday to go back to work,")
    assert "mainland. The union" in paragraphs[1]
    assert "All of it is over and done. Norden" in paragraphs[1]


def test_paragraphs_are_told_apart_by_room_indent_and_short_lines() -> None:
    lines = [
        (72.0, 700.0, "The first paragraph goes on for a whole line and a second one, it is"),
        (72.0, 686.0, "said, and ends here."),
        (72.0, 672.0, "The second follows at once; it fills one line and does so to the end."),
        (72.0, 644.0, "The third stands after some room and is as long as any other of them,"),
        (90.0, 630.0, "The fourth is set in and is no shorter than the ones before it, really."),
    ]
    paragraphs = _read([lines]).text.split("\n\n")
    assert [words.split()[1] for words in paragraphs] == ["first", "second", "third", "fourth"]


def test_running_lines_and_page_numbers_go_and_pages_keep_their_spans() -> None:
    pages = [
        [
            (72.0, 760.0, f"Coastal News, issue 7, page {number}"),
            *column(
                [f"Page {word} tells of the ferry and the", "harbour that goes on and"], top=700
            ),
            (300.0, 30.0, f"- {number} -"),
        ]
        for number, word in enumerate(["one", "two", "three"], start=1)
    ]
    found = _read(pages)
    assert "Coastal News" not in found.text
    assert "- 2 -" not in found.text
    assert found.pages is not None
    shown = [found.text[start:end].split()[1] for start, end in found.pages]
    assert shown == ["one", "two", "three"]


def test_a_sentence_goes_on_over_the_page() -> None:
    found = _read(
        [column(["The union said on Tuesday that it would"]), column(["not go on strike."])]
    )
    assert found.text == "The union said on Tuesday that it would not go on strike."
    assert found.pages == ((0, 39), (39, 57))


def test_the_page_of_a_quote_is_in_the_record(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_bytes([column(["The port closed."]), [], column(["Ships wait."])]))
    (article,) = load(path)
    record = article.record()
    assert record.media_type == "application/pdf"
    assert record.pages is not None
    assert [record.text[start:end].strip() for start, end in record.pages] == [  # type: ignore[index]
        "The port closed.",
        "",
        "Ships wait.",
    ]
    assert [warning.message for warning in article.warnings] == ["1 of 3 pages have no text layer"]


@given(st.lists(st.lists(st.sampled_from(["Ships wait.", "and go", "Rain-", "é"]), max_size=3)))
def test_pages_lie_in_order_within_the_text(pages: list[list[str]]) -> None:
    text, spans = joined_pages(pages)
    assert normalise(text) == text
    last = max((index for index, page in enumerate(pages) if page), default=-1)
    assert len(spans) in {last + 1, 0}
    before = 0
    for page, (start, end) in zip(pages, spans, strict=False):
        assert before <= start < end <= len(text)
        assert not page or page[-1].rstrip("-")[-2:] in text[start:end] + text[end : end + 1]
        before = end


def _error(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        read_pdf(data, "a.pdf")
    assert caught.value.exit_code == 3
    assert caught.value.hint
    return caught.value


def test_a_pdf_with_a_password() -> None:
    data = encrypted(pdf_bytes([column(["The port closed."])]), "secret")
    assert _error(data).message == "a.pdf: the PDF is encrypted and needs a password"


def test_a_pdf_that_anybody_may_read_though_it_is_encrypted() -> None:
    data = encrypted(pdf_bytes([column(["The port closed."])]), "", owner="secret")
    assert read_pdf(data, "a.pdf").text == "The port closed."


def test_a_scanned_pdf() -> None:
    error = _error(pdf_bytes([[], []]))
    assert error.message == "a.pdf: the PDF has no text layer, only pictures of pages"
    assert error.hint == "run it through text recognition (OCR) first"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", pdf_bytes([column(["x"])])[:200], pdf_bytes([])],
)
def test_a_broken_pdf(data: bytes) -> None:
    assert _error(data).message == "a.pdf: not a PDF file, or a damaged one"


@pytest.mark.filterwarnings("ignore")
@given(st.integers(0, 700), st.binary(max_size=20))
def test_a_damaged_pdf_is_read_or_refused(at: int, junk: bytes) -> None:
    whole = pdf_bytes([column(["The port closed."])])
    with suppress(InputError):
        read_pdf(whole[:at] + junk + whole[at + len(junk) :], "a.pdf")


def test_nothing_is_written_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError):
        read_pdf(b"%PDF-1.7 x", "a.pdf")
    assert capsys.readouterr() == ("", "")
    assert io.BytesIO(b"").read() == b""
