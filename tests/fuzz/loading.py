"""Articles: any bytes on standard input, as whatever they begin like."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.sources import Options, load_all
from tests.fuzz.bending import PIECES, bent_values, broken_files, texts
from tests.fuzz.part import Part
from tests.sources.made_pdf import column, pdf_bytes

_WORDS: Final = "word/document.xml"
PAGES: Final = Path(__file__).parent.parent / "sources" / "pages"
RECORDS: Final = (
    {"text": "".join(PIECES[:3]), "id": "7", "title": "Ferry", "published": "2031-03-04"},
    {"text": "Ships wait.", "byline": None, "url": "https://news.example/7", "language": "en"},
)
ENCODINGS: Final = (None, None, "utf-8", "cp1251", "utf-16", "gb18030", "no-such-encoding")
MAPPINGS: Final[tuple[dict[str, str], ...]] = (
    {},
    {},
    {"text": "body.text"},
    {"title": "id", "byline": "text"},
)


def read(drawn: tuple[bytes, int]) -> None:
    """Load the bytes; what is an article has every quote where it says."""
    data, number = drawn
    options = Options(
        encoding=ENCODINGS[number % len(ENCODINGS)], mapping=MAPPINGS[number % len(MAPPINGS)]
    )
    for loaded in load_all(["-"], stdin=io.BytesIO(data), options=options):
        if isinstance(loaded, Article):
            _holds(loaded)


def _holds(article: Article) -> None:
    article.text.encode()
    article.record()
    for sentence in article.content:
        found = article.evidence(sentence.number)
        assert article.text[found.start : found.end] == found.quote


@cache
def docx_file() -> bytes:
    """A Word document."""
    from docx import Document

    document = Document()
    document.add_heading("Ferry strike ends", level=0)
    for piece in PIECES[:8]:
        document.add_paragraph(piece)
    document.add_table(rows=2, cols=2).rows[0].cells[0].text = "Party"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _packed(words: bytes) -> bytes:
    """The Word document with these bytes for its words."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx_file())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, words if name == _WORDS else old.read(name))
    return out.getvalue()


def _words() -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx_file())) as packed:
        return packed.read(_WORDS)


def pdf_file() -> bytes:
    """A PDF of one page."""
    return pdf_bytes([column(["Ferry strike ends", "The crews went back to work", "on Monday."])])


def page_files() -> list[bytes]:
    """The smaller web pages of the tests."""
    return [path.read_bytes() for path in sorted(PAGES.glob("*.html"))]


def _numbered(data: st.SearchStrategy[bytes]) -> st.SearchStrategy[tuple[bytes, int]]:
    return st.tuples(data, st.integers(0, 1_000))


_TEXT: Final = st.one_of(
    texts().map(lambda text: text.encode(errors="surrogatepass")),
    st.binary(max_size=200),
    texts(4).map(lambda text: text.encode("utf-16", errors="surrogatepass")),
)
_JSON: Final = st.one_of(
    bent_values(RECORDS).map(lambda value: json.dumps(value).encode()),
    bent_values([list(RECORDS)]).map(lambda value: json.dumps(value).encode()),
    broken_files([b"\n".join(json.dumps(record).encode() for record in RECORDS)]),
)
_DOCX: Final = broken_files([docx_file()]) | broken_files([_words()]).map(_packed)
"""What is broken is the archive, or only the words in it."""

PARTS: Final = (
    Part("articles: texts", _numbered(_TEXT), read, 60, 5_000),
    Part("articles: JSON", _numbered(_JSON), read, 60, 24_000),
    Part("articles: web pages", _numbered(broken_files(page_files())), read, 12, 1_500),
    Part("articles: PDF", _numbered(broken_files([pdf_file()])), read, 20, 5_000),
    Part("articles: DOCX", _numbered(_DOCX), read, 20, 1_000),
)
