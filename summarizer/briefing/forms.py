"""The forms that a model fills in for a note."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from summarizer.draft import DraftModel

_LONGEST: Final = 340
"""Letters of a sentence; small models garble longer ones."""


class NoteSentence(DraftModel):
    """A sentence and the numbers of the items that it rests on."""

    text: Annotated[str, Field(max_length=_LONGEST)]
    items: Annotated[list[int], Field(max_length=2)]


class NoteForm(DraftModel):
    """All that the model writes of a note, in one call."""

    bottom_line: Annotated[list[NoteSentence], Field(max_length=3)]
    judgements: Annotated[list[NoteSentence], Field(max_length=6)]


class SentenceForm(DraftModel):
    """One sentence, over its own items."""

    text: Annotated[str, Field(max_length=_LONGEST)]
