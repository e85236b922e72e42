"""PDF files with a text layer."""

from summarizer.sources.pdf.read import read_pdf

__all__ = ["read_pdf"]
