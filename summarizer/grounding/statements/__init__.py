"""Who said what, by rules alone: quotation marks, attributing words and the speaker beside them."""

from summarizer.grounding.statements.find import FoundStatement, find_statements
from summarizer.grounding.statements.quotations import Quotation, find_quotations

__all__ = ["FoundStatement", "Quotation", "find_quotations", "find_statements"]
