"""What of an actor's role the article does not say where it names that actor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.validation.document import SummaryDocument

if TYPE_CHECKING:
    from summarizer.grounding.guard import Problem as Unsupported
    from summarizer.schema.summary import Actor


def unsaid_of(actor: Actor, document: SummaryDocument) -> Sequence[Unsupported]:
    """The words of a role that are not said of its actor; none if it is a translation."""
    if actor.role is None or document.translated_to:
        return []
    from summarizer.grounding.guard import role_problems  # loads the word lists of the language

    return role_problems(actor.role, actor.name, _near(actor, document), language=document.language)


def _near(actor: Actor, document: SummaryDocument) -> list[str]:
    """The sentences that the actor cites or is mentioned in, and those around them."""
    cited = {evidence.sentence for evidence in actor.evidence}
    named = {document.sentence_near(start) for start, _ in actor.mentions}
    near = {number + step for number in cited | named for step in (-1, 0, 1)}
    return [document.sentence(number) for number in sorted(near) if document.is_own(number)]
