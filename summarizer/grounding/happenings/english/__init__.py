"""Reading English sentences without a parser: phrases, verb groups, who does what to whom."""

from summarizer.grounding.happenings.english.article import EnglishReader

__all__ = ["EnglishReader"]
