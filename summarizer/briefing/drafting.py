"""Sentences by a model: each checked, asked for again alone, and left out if it still fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from summarizer.briefing.checking import Checker
from summarizer.briefing.contested import borne_out
from summarizer.briefing.forms import NoteSentence, SentenceForm
from summarizer.briefing.items import NoteItem
from summarizer.errors import AnswerError
from summarizer.llm import Model
from summarizer.progress import Asked, Listener
from summarizer.prompts import PromptSet, sentence_messages
from summarizer.schema import Caveat
from summarizer.schema.brief import BriefSentence

_SHOWN: Final = 100


@dataclass
class Drafter:
    """Has one model write sentences of one note; what does not hold is told in `warnings`."""

    model: Model
    prompt: PromptSet
    listener: Listener
    checker: Checker
    warnings: list[Caveat] = field(default_factory=list)

    async def over(self, matters: Sequence[Sequence[NoteItem]], path: str) -> list[BriefSentence]:
        """A sentence over each matter, one after the other; if two items fail, one over each."""
        held: dict[str, BriefSentence] = {}
        for done, items in enumerate(matters):
            self.listener(Asked(done, len(matters)))
            sentence, problem = await self._asked(items)
            if sentence is not None:
                held.setdefault(sentence.text, sentence)
                continue
            for item in items if len(items) > 1 else ():
                alone, problem = await self._asked([item])
                if alone is not None:
                    held.setdefault(alone.text, alone)
                else:
                    self._left_out(problem, path)
            if len(items) == 1:
                self._left_out(problem, path)
        return list(held.values())

    async def kept(
        self, drafts: Sequence[NoteSentence], items: Sequence[NoteItem], path: str
    ) -> list[BriefSentence]:
        """Those that hold of sentences already written, each once."""
        held: dict[str, BriefSentence] = {}
        for done, draft in enumerate(drafts):
            self.listener(Asked(done, len(drafts)))
            numbers = dict.fromkeys(n for n in draft.items if 1 <= n <= len(items))
            cited = [items[number - 1] for number in numbers]
            sentence, problem = self._checked(draft.text, cited)
            if sentence is None and cited:
                sentence, problem = await self._asked(cited)
            if sentence is not None:
                held.setdefault(sentence.text, sentence)
            else:
                self._left_out(problem, path)
        return list(held.values())

    async def _asked(self, items: Sequence[NoteItem]) -> tuple[BriefSentence | None, str]:
        """A sentence over these items alone, or why it does not hold."""
        messages = sentence_messages(self.prompt, [item.text for item in items])
        try:
            filled = await self.model.fill(messages, SentenceForm)
        except AnswerError as error:
            return None, f"the model gave none: {error.message}"
        return self._checked(filled.text, items)

    def _checked(self, written: str, items: Sequence[NoteItem]) -> tuple[BriefSentence | None, str]:
        text = " ".join(written.split())
        problem = self.checker.problem(text, items)
        if problem is not None:
            return None, f"{problem}: {text[:_SHOWN]}"
        borne = next((one for one in items if self.checker.problem(text, [one]) is None), None)
        marks = [mark for item in ([borne] if borne else items) for mark in item.cites]
        marks = list(dict.fromkeys(marks))  # an item that adds nothing is no evidence
        return BriefSentence(text=text, cites=borne_out(text, marks, self.checker.sections)), ""

    def _left_out(self, problem: str, path: str) -> None:
        self.warnings.append(Caveat(code="sentence_dropped", path=path, message=problem))
