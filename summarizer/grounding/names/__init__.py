"""Who is in an article: names, their other forms, offices and kinds, by rules alone."""

from summarizer.grounding.names.candidates import find_names
from summarizer.grounding.names.described import Description
from summarizer.grounding.names.directory import Directory, Entity
from summarizer.grounding.names.memory import role_problem
from summarizer.grounding.names.mention import NameMention
from summarizer.grounding.names.roles import Role

__all__ = [
    "Description",
    "Directory",
    "Entity",
    "NameMention",
    "Role",
    "find_names",
    "role_problem",
]
