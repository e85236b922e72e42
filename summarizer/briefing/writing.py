"""Bottom line and key judgements by a model: one call, each sentence checked by code.

What fails is asked for once more alone, over the items it cites, and else left out with a warning.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field
from rapidfuzz import fuzz

from summarizer.briefing.checking import Checker
from summarizer.briefing.contested import borne_out
from summarizer.briefing.items import NoteItem, shown_items
from summarizer.briefing.note import Written
from summarizer.briefing.options import Options
from summarizer.briefing.wording import of_one_wording
from summarizer.draft import DraftModel
from summarizer.llm import Model
from summarizer.progress import Asked, Listener
from summarizer.prompts import PromptSet, note_messages, sentence_messages
from summarizer.schema import BriefingNote, Caveat, PromptRecord, Run, Usage
from summarizer.schema.brief import BriefSentence

_SHOWN: Final = 100
_REPEATS: Final = 85
"""Likeness from which two sentences say the same."""
_LONGEST: Final = 260
"""Letters of a sentence; small models garble longer ones."""


class NoteSentence(DraftModel):
    """A sentence and the numbers of the items that it rests on."""

    text: Annotated[str, Field(max_length=_LONGEST)]
    items: Annotated[list[int], Field(max_length=2)]


class NoteForm(DraftModel):
    """What the model writes of a note."""

    bottom_line: Annotated[list[NoteSentence], Field(max_length=3)]
    judgements: Annotated[list[NoteSentence], Field(max_length=6)]


class SentenceForm(DraftModel):
    """One sentence, asked for again."""

    text: Annotated[str, Field(max_length=_LONGEST)]


@dataclass(frozen=True)
class Writer:
    """Writes the head of notes with one model and one prompt."""

    model: Model
    prompt: PromptSet
    listener: Listener

    async def write(self, written: Written, options: Options) -> BriefingNote:
        """The note with the model's bottom line and judgements, as far as they hold.

        Raises:
            AnswerError, ProviderError: the model gave nothing that can be used.
        """
        started, before = time.monotonic(), self.model.usage
        items, left = shown_items(written.sections)
        form = await self.model.fill(
            note_messages(self.prompt, [item.text for item in items]), NoteForm
        )
        note, warnings = written.note, list(written.note.warnings)
        if left:
            message = f"{left} items did not fit and were not shown to the model"
            warnings.append(Caveat(code="left_out", path="", message=message))
        checker, limits = Checker.of(written.sections), options.limits
        lead = await self._held(
            form.bottom_line[: limits.bottom_line], items, checker, "/bottom_line", warnings
        )
        if not lead:
            message = "no sentence of the model's held; the bottom line is by rule"
            warnings.append(Caveat(code="written_by_rule", path="/bottom_line", message=message))
            lead = note.bottom_line
        judged = await self._held(
            form.judgements[: limits.judgements], items, checker, "/judgements", warnings
        )
        judged = _without_repeats(lead, [*judged, *_unsaid(note.judgements, [*lead, *judged])])
        spent = Usage(
            input=self.model.usage.input - before.input,
            output=self.model.usage.output - before.output,
            calls=self.model.usage.calls - before.calls,
        )
        return note.model_copy(
            update={
                "bottom_line": lead,
                "judgements": judged[: limits.judgements],
                "warnings": warnings,
                "run": self._run(note.run, spent, time.monotonic() - started),
            }
        )

    async def _held(
        self,
        drafts: Sequence[NoteSentence],
        items: Sequence[NoteItem],
        checker: Checker,
        path: str,
        warnings: list[Caveat],
    ) -> list[BriefSentence]:
        """The sentences that hold, each once."""
        held: dict[str, BriefSentence] = {}
        for done, draft in enumerate(drafts):
            self.listener(Asked(done, len(drafts)))
            numbers = dict.fromkeys(n for n in draft.items if 1 <= n <= len(items))
            cited = [items[number - 1] for number in numbers]
            text = " ".join(draft.text.split())
            problem = checker.problem(text, cited)
            if problem is not None and cited:
                text = await self._again(cited)
                problem = checker.problem(text, cited)
            if problem is not None:
                message = f"{problem}: {text[:_SHOWN]}"
                warnings.append(Caveat(code="sentence_dropped", path=path, message=message))
                continue
            borne = next((one for one in cited if checker.problem(text, [one]) is None), None)
            marks = [mark for item in ([borne] if borne else cited) for mark in item.cites]
            marks = list(dict.fromkeys(marks))  # an item that adds nothing is no evidence
            kept = borne_out(text, marks, checker.sections)
            held.setdefault(text, BriefSentence(text=text, cites=kept))
        return list(held.values())

    async def _again(self, cited: Sequence[NoteItem]) -> str:
        messages = sentence_messages(self.prompt, [item.text for item in cited])
        filled = await self.model.fill(messages, SentenceForm)
        return " ".join(filled.text.split())

    def _run(self, ruled: Run, spent: Usage, seconds: float) -> Run:
        schema = json.dumps(NoteForm.model_json_schema(), sort_keys=True).encode()
        return ruled.model_copy(
            update={
                "model": str(self.model.name),
                "weights": self.model.weights,
                "engine": self.model.engine,
                "plan": "write",
                "prompt": PromptRecord(name=self.prompt.name, fingerprint=self.prompt.fingerprint),
                "schema_fingerprint": f"sha256:{hashlib.sha256(schema).hexdigest()}",
                "sampling": self.model.sampling,
                "usage": spent,
                "seconds": round(ruled.seconds + seconds, 2),
            }
        )


def _unsaid(ruled: Sequence[BriefSentence], said: Sequence[BriefSentence]) -> list[BriefSentence]:
    """Judgements by rule that rest on something of which nothing is said yet."""
    cited = {mark for sentence in said for mark in sentence.cites}
    return [sentence for sentence in ruled if not cited.issuperset(sentence.cites)]


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
