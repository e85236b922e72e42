"""DOCX: headings, tables as text, tracked changes as accepted; and files that are none."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from summarizer.errors import InputError
from summarizer.sources import load
from summarizer.sources.docx import read_docx

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CHANGED = (
    f"<w:p {_W}><w:r><w:t xml:space='preserve'>The union </w:t></w:r>"
    "<w:del w:id='1' w:author='a'><w:r><w:delText>lost</w:delText></w:r></w:del>"
    "<w:ins w:id='2' w:author='a'><w:r><w:t>won</w:t></w:r></w:ins>"
    "<w:moveFrom w:id='3'><w:r><w:t> yesterday</w:t></w:r></w:moveFrom>"
    "<w:r><w:t xml:space='preserve"
    "'> the</w:t><w:tab/><w:t>vote.</w:t></w:r></w:p>"
)


def _document() -> bytes:
    document = Document()
    document.add_heading("Ferry strike ends", level=0)
    document.add_paragraph("Crews voted to go back to work.")
    document.add_heading("What next", level=1)
    document.element.body.insert(3, parse_xml(CHANGED))
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Party", "Votes", "Union", "310"),
        strict=True,
    ):
        cell.text = words
    document.add_paragraph("Ships sail on Monday.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_headings_changes_and_tables(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(_document())
    (article,) = load(path)
    assert article.text.split("\n\n") == [
        "Ferry strike ends",
        "Crews voted to go back to work.",
        "What next",
        "The union won the vote.",
        "Party | Votes",
        "Union | 310",
        "Ships sail on Monday.",
    ]
    assert article.metadata.title == "Ferry strike ends"


def _zip(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a DOCX file, or a damaged one"),
        (b"PK\x03\x04", "not a DOCX file, or a damaged one"),
        (_document()[:-400], "not a DOCX file, or a damaged one"),
        (_zip(word__document=b"x"), "not a DOCX file but another kind of ZIP archive"),
        (b"\xd0\xcf\x11\xe0", "not a DOCX file but an old or encrypted Office document"),
    ],
)
def test_what_is_no_document(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_docx(data, "a.docx")
    assert caught.value.message == f"a.docx: {message}"
    assert caught.value.exit_code == 3


def _with_body(body: bytes) -> bytes:
    whole = io.BytesIO(_document())
    out = io.BytesIO()
    with (
        zipfile.ZipFile(whole) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for entry in source.infolist():
            content = source.read(entry)
            archive.writestr(entry, body if entry.filename == "word/document.xml" else content)
    return out.getvalue()


def test_a_document_without_text() -> None:
    out = io.BytesIO()
    Document().save(out)
    with pytest.raises(InputError, match="the document has no text"):
        read_docx(out.getvalue(), "a.docx")


def test_a_document_that_unpacks_to_a_mountain() -> None:
    with pytest.raises(InputError, match=r"too large \(15\d MB unpacked; the limit is 100 MB\)"):
        read_docx(_with_body(bytes(149_980_000)), "a.docx")


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the key", encoding="utf-8")
    body = (
        f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        f"<w:document {_W}><w:body><w:p><w:r><w:t>A &x; B</w:t></w:r></w:p></w:body></w:document>"
    )
    with suppress(InputError):
        assert "the key" not in read_docx(_with_body(body.encode()), "a.docx").text


def test_a_document_with_another_root_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_document())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, b"<x/>" if name == "word/document.xml" else data)
    with pytest.raises(InputError, match="not a DOCX file, or a damaged one"):
        read_docx(out.getvalue(), "a.docx")
