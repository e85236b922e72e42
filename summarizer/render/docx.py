"""An outline as a Word document: real styles, tables, numbered pages. Needs python-docx."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from summarizer.errors import MissingExtraError
from summarizer.render.outline import Entry, Outline, Section, Sentence, Table
from summarizer.safe import one_line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_MARGIN_CM: Final = 1.6
_WIDTHS_CM: Final = (4.1, 3.2, 1.6, 8.9)
"""Of a table of four columns, on the paper's 17.8 cm."""
_STYLES: Final = {
    "Normal": (9, 0, 2),
    "Title": (13, 0, 2),
    "Subtitle": (9, 0, 3),
    "Body Text": (10, 0, 2),
    "Heading 1": (10.5, 5, 1),
    "List Bullet": (9, 0, 0),
    "List Number": (8.5, 0, 0),
    "Quote": (8.5, 0, 0),
    "Caption": (8, 3, 0),
}
"""Points of type, of space before and of space after."""
_FONT: Final = "Arial"
"""With letters as wide as those of Liberation Sans, so that pages break alike everywhere."""
_FOOTER_CM: Final = 0.7
_ENTRIES: Final = {"Sources": "List Number", "Warnings": "Caption"}
"""Style of the entries of a section, if they are no bullets."""
_CELL_POINTS: Final = 8.5
_QUOTE_INDENT_CM: Final = 0.65


def require_docx() -> None:
    """Find out whether the library is there.

    Raises:
        MissingExtraError: it is not; the hint installs it.
    """
    try:
        import docx  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("DOCX output", "docx") from error


def as_docx(outline: Outline) -> bytes:
    """The outline as the bytes of a .docx file."""
    require_docx()
    import docx

    document = docx.Document()
    _set_up(document, outline)
    _sentence(document.add_paragraph(style="Title"), outline.title)
    if outline.source:
        document.add_paragraph(_plain(" · ".join(outline.source)), style="Subtitle")
    for sentence in outline.lead:
        _sentence(document.add_paragraph(style="Body Text"), sentence)
    for section in outline.sections:
        _section(document, section)
    for line in outline.footer:
        document.add_paragraph(_plain(line), style="Caption")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _set_up(document: Document, outline: Outline) -> None:
    """Paper, type, title of the file, and the number of each page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    document.core_properties.title = _plain(outline.title.text)[:255]
    document.core_properties.author = "summarizer"
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(_MARGIN_CM)
    page.top_margin = page.bottom_margin = Cm(_MARGIN_CM)
    page.header_distance = page.footer_distance = Cm(_FOOTER_CM)
    for name, (size, before, after) in _STYLES.items():
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.0
    document.styles["Quote"].paragraph_format.left_indent = Cm(_QUOTE_INDENT_CM)
    footer = page.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _page_field(footer, "PAGE")
    footer.add_run(" / ")
    _page_field(footer, "NUMPAGES")


def _page_field(paragraph: Paragraph, name: str) -> None:
    """A number that the word processor fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)  # type: ignore[arg-type]  # lxml's stubs want its own class


def _section(document: Document, section: Section) -> None:
    document.add_heading(section.title, level=1)
    if section.table is not None:
        _table(document, section.table)
    if section.layout == "inline":
        _inline(document.add_paragraph(), section.entries)
        return
    style = _ENTRIES.get(section.title, "List Bullet")
    for entry in section.entries:
        _entry(document, entry, style)


def _inline(paragraph: Paragraph, entries: tuple[Entry, ...]) -> None:
    """Short entries, one behind the other."""
    for entry in entries:
        paragraph.add_run(_plain(entry.lead)).bold = True
        told = ", ".join((entry.text, *entry.notes))
        paragraph.add_run(f" ({_plain(told)})" if told else "")
        _marks(paragraph, entry.cites)
        if entry is not entries[-1]:
            paragraph.add_run("; ")


def _table(document: Document, held: Table) -> None:
    """A table whose header is repeated on each page."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    table = document.add_table(rows=1, cols=len(held.header), style="Light Grid Accent 1")
    table.autofit = False
    for cell, title in zip(table.rows[0].cells, held.header, strict=True):
        cell.text = _plain(title)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in held.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = _plain(words)
    for paragraph in (p for row in table.rows for cell in row.cells for p in cell.paragraphs):
        paragraph.paragraph_format.space_after = Pt(0)
        for run in paragraph.runs:
            run.font.size = Pt(_CELL_POINTS)
    for table_row in table.rows:
        table_row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    if len(held.header) == len(_WIDTHS_CM):
        for at, width in enumerate(_WIDTHS_CM):  # some programs read the one, some the other
            table.columns[at].width = Cm(width)
            for cell in table.columns[at].cells:
                cell.width = Cm(width)


def _entry(document: Document, entry: Entry, style: str) -> None:
    paragraph = document.add_paragraph(style=style)
    if entry.lead:
        paragraph.add_run(_plain(entry.lead)).bold = True
        paragraph.add_run(": " if entry.text else "")
    if entry.tag:
        paragraph.add_run(f"{_plain(entry.tag)}: ").italic = True
    paragraph.add_run(_plain(entry.text))
    if entry.claim:
        paragraph.add_run(f" — {_plain(entry.claim)}")
    for note in entry.notes:
        paragraph.add_run(f" · {_plain(note)}")
    _marks(paragraph, entry.cites)
    for quote in entry.quotes:
        below = document.add_paragraph(style="Quote")
        if quote.label:
            below.add_run(f"{_plain(quote.label)} ").bold = True
        below.add_run(_plain(quote.text))
        _marks(below, (quote.mark,))


def _sentence(paragraph: Paragraph, sentence: Sentence) -> None:
    paragraph.add_run(_plain(sentence.text))
    _marks(paragraph, sentence.cites)


def _marks(paragraph: Paragraph, marks: tuple[str, ...]) -> None:
    if any(marks):
        paragraph.add_run(f" [{', '.join(marks)}]").font.superscript = True


def _plain(text: str) -> str:
    """One line; control characters, which the format refuses, are shown as signs."""
    return one_line(text)
