"""What the checks know of words: tokens, stems, clauses, and word lists kept as data."""

from summarizer.grounding.words.clauses import Clause, clauses_of
from summarizer.grounding.words.predicates import Predicate, predicates_of
from summarizer.grounding.words.stems import irregular_pasts, stem
from summarizer.grounding.words.tables import alternation, base_language, load_table
from summarizer.grounding.words.tokens import Token, fold, tokens_of

__all__ = [
    "Clause",
    "Predicate",
    "Token",
    "alternation",
    "base_language",
    "clauses_of",
    "fold",
    "irregular_pasts",
    "load_table",
    "predicates_of",
    "stem",
    "tokens_of",
]
