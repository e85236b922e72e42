"""Our own words in the language that was asked for; evidence stays as the article has it.

Headline, gist, roles, descriptions of events and targets are translated after they have been
checked in the article's language. A translation whose numbers or names do not hold is not used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Final

from pydantic import Field

from summarizer.draft import DraftModel
from summarizer.errors import AnswerError
from summarizer.grounding import Grounded, Reading
from summarizer.grounding.translation import Masked, lost_number, translation_problem
from summarizer.llm import Model
from summarizer.llm.providers import LOCAL
from summarizer.progress import Listener, Step
from summarizer.prompts import PromptSet, translation_messages
from summarizer.prompts.languages import base_of
from summarizer.schema import Caveat, CitedText

_AT_ONCE: Final = 30
_AT_ONCE_LOCAL: Final = 1
"""Texts of one call: a small model mixes those of a list."""


class _Line(DraftModel):
    number: int
    text: Annotated[str, Field(max_length=600)]


class _Translation(DraftModel):
    """The form of the call."""

    texts: Annotated[list[_Line], Field(max_length=_AT_ONCE)]


@dataclass(frozen=True)
class Translator:
    """Puts what was found in one article into another language, with one model."""

    model: Model
    prompt: PromptSet
    reading: Reading
    language: str
    listener: Listener

    async def translate(self, grounded: Grounded) -> Grounded:
        """The items in the language asked for; what could not be translated says so."""
        self.listener(Step("translating"))
        texts = list(dict.fromkeys(text for _, text in _ours(grounded)))
        done: dict[str, str] = {}
        failed: dict[str, str] = {}
        most = _AT_ONCE_LOCAL if self.model.name.provider is LOCAL else _AT_ONCE
        for first in range(0, len(texts), most):
            await self._ask(texts[first : first + most], done, failed)
        left = [_untranslated(path, failed[t], t) for path, t in _ours(grounded) if t in failed]
        return _with_words(replace(grounded, warnings=[*grounded.warnings, *left]), done)

    async def _ask(
        self, texts: Sequence[str], done: dict[str, str], failed: dict[str, str]
    ) -> None:
        masked = [Masked.of(text, self._names) for text in texts]
        messages = translation_messages(self.prompt, [one.text for one in masked], self.language)
        try:
            filled = await self.model.fill(messages, _Translation)
        except AnswerError as error:
            failed.update(dict.fromkeys(texts, str(error)))
            return
        answers = {line.number: line.text for line in filled.texts}
        for number, (text, hidden) in enumerate(zip(texts, masked, strict=True), start=1):
            translated = hidden.unmasked(" ".join(answers.get(number, "").split()))
            why = self._flaw(hidden, text, translated)
            if why is None and translated is not None:
                done[text] = translated
            else:
                failed[text] = why or ""

    def _flaw(self, hidden: Masked, text: str, translated: str | None) -> str | None:
        """Why a translation is not used, or None."""
        if not translated:
            return "its names did not come back" if translated is None else "nothing came back"
        if translated.casefold() == text.casefold() and hidden.has_words:
            return "it came back as it was"
        languages = (self.reading.language or self.language, self.language)
        lost = lost_number(translated, text, languages)
        if lost is not None:
            return f"it lost the number {lost}"
        problem = translation_problem(translated, [text], (), languages)
        return problem.message if problem is not None else None

    @property
    def _names(self) -> list[str]:
        """The article's names as it writes them, but not those of states, which have others."""
        named = (e for e in self.reading.directory.entities if e.code is None)
        return [form for entity in named for form in (entity.name, *entity.aliases)]


def is_other(wanted: str, language: str | None) -> bool:
    """Whether a language is another than the article's, as far as that is known."""
    return language is None or base_of(wanted) != base_of(language)


def _ours(grounded: Grounded) -> Iterator[tuple[str, str]]:
    """The texts that are ours, each with its place."""
    if grounded.headline is not None:
        yield "/headline", grounded.headline.text
    yield from ((f"/gist/{n}", sentence.text) for n, sentence in enumerate(grounded.gist))
    yield from ((f"/actors/{n}", a.role) for n, a in enumerate(grounded.actors) if a.role)
    yield from (
        (f"/stances/{n}", s.target)
        for n, s in enumerate(grounded.stances)
        if s.target_actor is None
    )
    yield from ((f"/events/{n}", event.description) for n, event in enumerate(grounded.events))


def _with_words(grounded: Grounded, done: dict[str, str]) -> Grounded:
    def said(text: str) -> str:
        return done.get(text, text)

    def cited(item: CitedText) -> CitedText:
        return item.model_copy(update={"text": said(item.text)})

    return replace(
        grounded,
        headline=cited(grounded.headline) if grounded.headline is not None else None,
        gist=[cited(sentence) for sentence in grounded.gist],
        actors=[a.model_copy(update={"role": a.role and said(a.role)}) for a in grounded.actors],
        stances=[
            s.model_copy(update={"target": s.target if s.target_actor else said(s.target)})
            for s in grounded.stances
        ],
        events=[e.model_copy(update={"description": said(e.description)}) for e in grounded.events],
    )


def _untranslated(path: str, why: str, text: str) -> Caveat:
    message = f"left in the article's language, {why}: {text}"
    return Caveat(code="untranslated", path=path, message=message)
