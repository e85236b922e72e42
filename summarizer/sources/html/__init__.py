"""Web pages: hidden text and clutter go, the article and what the page says of it stay."""

from summarizer.sources.html.page import read_page

__all__ = ["read_page"]
