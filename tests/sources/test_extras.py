"""Without an extra: one line that names it and how to install it, and the rest goes on."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.sources import FailedSource, load_all
from tests.sources.made_pdf import column, pdf_bytes


def _zipped(name: str) -> bytes:
    """An archive with one file, enough of a DOCX to be taken for one."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, "<w:document/>")
    return held.getvalue()


PAGE = b"<html><body><p>The port closed on Monday, the harbour master said.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "modules", "what"),
    [
        ("a.html", PAGE, ("lxml", "lxml.html", "lxml.etree"), "a web page needs the extra 'web'"),
        ("a.html", PAGE, ("trafilatura",), "a web page needs the extra 'web'"),
        ("a.docx", _zipped("word/document.xml"), ("docx",), "a DOCX file needs the extra 'docx'"),
        ("a.pdf", pdf_bytes([column(["x"])]), ("pypdf",), "a PDF file needs the extra 'pdf'"),
    ],
)
def test_a_missing_extra_is_named_with_its_install_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    data: bytes,
    modules: tuple[str, ...],
    what: str,
) -> None:
    for module in modules:
        monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.txt").write_text("Ships wait.", encoding="utf-8")
    failed, read = load_all([tmp_path])
    assert isinstance(failed, FailedSource)
    extra = what.split("'")[1]
    assert failed.error.message == f"{what}, which is not installed"
    assert failed.error.hint == f"pip install 'cited-summarizer[{extra}]'"
    assert failed.error.exit_code == 3
    assert isinstance(read, Article)


def test_reading_text_needs_none_of_them() -> None:
    import subprocess

    script = (
        "import sys\n"
        "from summarizer.sources import load_all\n"
        "list(load_all(['-'], stdin=__import__('io').BytesIO(b'Ships wait.')))\n"
        "print(sorted({'lxml', 'trafilatura', 'pypdf', 'docx', 'httpx2'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
