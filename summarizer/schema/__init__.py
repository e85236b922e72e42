"""What we promise to users: the shapes of everything that is written to a file."""

from summarizer.schema.article import ArticleInput, ArticleRecord
from summarizer.schema.base import SCHEMA_VERSION, Document, Model, Span
from summarizer.schema.brief import BriefingNote
from summarizer.schema.evidence import Evidence, Item, Review
from summarizer.schema.finding import (
    FailedArticle,
    Finding,
    FindingCounts,
    Match,
    ValidationReport,
)
from summarizer.schema.publish import PUBLISHED, published_schema, schema_id
from summarizer.schema.run import Caveat, PromptRecord, Run, Usage
from summarizer.schema.summary import (
    Actor,
    ArticleSummary,
    CitedText,
    Event,
    EventTime,
    Place,
    Quantity,
    Stance,
    Statement,
)

__all__ = [
    "PUBLISHED",
    "SCHEMA_VERSION",
    "Actor",
    "ArticleInput",
    "ArticleRecord",
    "ArticleSummary",
    "BriefingNote",
    "Caveat",
    "CitedText",
    "Document",
    "Event",
    "EventTime",
    "Evidence",
    "FailedArticle",
    "Finding",
    "FindingCounts",
    "Item",
    "Match",
    "Model",
    "Place",
    "PromptRecord",
    "Quantity",
    "Review",
    "Run",
    "Span",
    "Stance",
    "Statement",
    "Usage",
    "ValidationReport",
    "published_schema",
    "schema_id",
]
