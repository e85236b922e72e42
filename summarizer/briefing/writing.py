"""Bottom line and key judgements by a model: in one call, or sentence by sentence.

A large model chooses and writes in one call; a small one is given what each sentence is about.
Either way each sentence is checked by code, asked for again alone, and else left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from summarizer.briefing.checking import Checker
from summarizer.briefing.drafting import Drafter
from summarizer.briefing.forms import NoteForm
from summarizer.briefing.items import matters_of, shown_items
from summarizer.briefing.note import Written
from summarizer.briefing.options import Limits
from summarizer.briefing.wording import of_one_wording
from summarizer.llm import Model
from summarizer.progress import Listener
from summarizer.prompts import PromptSet, note_messages
from summarizer.schema import BriefingNote, Caveat
from summarizer.schema.brief import BriefSentence

_REPEATS: Final = 85
"""Likeness from which two sentences say the same."""


@dataclass(frozen=True)
class Writer:
    """Writes the head of notes with one model and one prompt."""

    model: Model
    prompt: PromptSet
    listener: Listener
    at_once: bool
    """Whether one call writes all of it."""

    async def write(self, written: Written, limits: Limits) -> BriefingNote:
        """The note with the model's bottom line and judgements, as far as they hold.

        Raises:
            AnswerError, ProviderError: the model gave nothing that can be used.
        """
        note = written.note
        checker = Checker.of(written.sections)
        drafter = Drafter(self.model, self.prompt, self.listener, checker)
        write = self._at_once if self.at_once else self._apart
        lead, judged = await write(written, limits, drafter)
        if not lead:
            message = "no sentence of the model's held; the bottom line is by rule"
            caveat = Caveat(code="written_by_rule", path="/bottom_line", message=message)
            drafter.warnings.append(caveat)
            lead = note.bottom_line
        lead = of_one_wording(lead[: limits.bottom_line])
        judged = [*judged, *_unsaid(note.judgements, [*lead, *judged])]
        return note.model_copy(
            update={
                "bottom_line": lead,
                "judgements": _without_repeats(lead, judged)[: limits.judgements],
                "warnings": [*note.warnings, *drafter.warnings],
            }
        )

    async def _at_once(
        self, written: Written, limits: Limits, drafter: Drafter
    ) -> tuple[list[BriefSentence], list[BriefSentence]]:
        """One call over as many items as fit."""
        items, left = shown_items(written.sections)
        form = await self.model.fill(
            note_messages(self.prompt, [item.text for item in items]), NoteForm
        )
        if left:
            message = f"{left} items did not fit and were not shown to the model"
            drafter.warnings.append(Caveat(code="left_out", path="", message=message))
        return (
            await drafter.kept(form.bottom_line[: limits.bottom_line], items, "/bottom_line"),
            await drafter.kept(form.judgements[: limits.judgements], items, "/judgements"),
        )

    async def _apart(
        self, written: Written, limits: Limits, drafter: Drafter
    ) -> tuple[list[BriefSentence], list[BriefSentence]]:
        """A call for each sentence, over what code chose for it."""
        matters = matters_of(written.sections, limits)
        return (
            await drafter.over(matters.lead, "/bottom_line"),
            await drafter.over(matters.judged, "/judgements"),
        )


def _unsaid(ruled: Sequence[BriefSentence], said: Sequence[BriefSentence]) -> list[BriefSentence]:
    """Judgements by rule of whose items less than half are cited yet."""
    cited = {mark for sentence in said for mark in sentence.cites}
    return [one for one in ruled if 2 * len(cited & {*one.cites}) < len(one.cites)]


def _without_repeats(
    lead: Sequence[BriefSentence], judged: Sequence[BriefSentence]
) -> list[BriefSentence]:
    """The judgements that say what nothing before them says, in one wording of likelihoods."""
    kept = list(lead)
    for sentence in judged:
        ratios = (fuzz.token_sort_ratio(sentence.text, one.text) for one in kept)
        if max(ratios, default=0.0) < _REPEATS:
            kept.append(sentence)
    return of_one_wording(kept)[len(lead) :]
