"""One article: the only place that orders the steps, and the only one that asks again."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from summarizer._version import __version__
from summarizer.article import Article
from summarizer.draft import DraftStance, schema_fingerprint
from summarizer.grounding import (
    Grounded,
    Reading,
    ground,
    likely_actors,
    names_targets,
    one_by_one,
    propose,
    read_article,
)
from summarizer.llm import Model, Spending
from summarizer.pipeline.elicit import Elicitor
from summarizer.pipeline.ordering import OrderAsker
from summarizer.pipeline.plans import Plan, section_tokens
from summarizer.pipeline.questioner import Questioner
from summarizer.pipeline.repair import Repairer
from summarizer.pipeline.sides import SideAsker
from summarizer.pipeline.translating import Translator, is_other
from summarizer.pipeline.verify import Verifier
from summarizer.pipeline.writing import Writer
from summarizer.progress import Found, Listener, Step, silent
from summarizer.prompts import PromptSet
from summarizer.schema import ArticleSummary, Caveat, PromptRecord, Run


@dataclass(frozen=True)
class Summarizer:
    """Makes summaries with one model, one prompt and one plan."""

    model: Model
    prompt: PromptSet
    plan: Plan
    listener: Listener = silent
    section_tokens: int | None = None
    """Tokens of an article in one call; by default what suits the model."""
    language: str | None = None
    """Of headline, gist, roles, descriptions and targets; by default the article's."""

    async def summarize(self, article: Article) -> ArticleSummary:
        """Propose, ground, verify, and put together what holds.

        Raises:
            AnswerError, ProviderError: the model gave nothing that can be used, or not in time.
            BudgetError: a limit of the run was reached.
        """
        async with self.model.account(article.id, article.sha256) as spent:
            return await self._summarized(article, spent)

    async def _summarized(self, article: Article, spent: Spending) -> ArticleSummary:
        started = time.monotonic()
        self.listener(Step("reading"))
        reading = read_article(article)
        self.listener(Found(tuple(entity.name for entity in likely_actors(reading))))
        questioner = Questioner(self.model, self.prompt)
        grounded = await self._grounded(reading, questioner)
        if self.plan.asked:
            self.listener(Step("asking"))
            verifier = Verifier(questioner, reading, self.listener)
            grounded = await verifier.verify(grounded)
            grounded = await OrderAsker(questioner, reading, self.listener).settled(grounded)
        if self.language is not None and is_other(self.language, reading.language):
            translator = Translator(self.model, self.prompt, reading, self.language, self.listener)
            grounded = await translator.translate(grounded)
        run = self._run(time.monotonic() - started, spent)
        return _assembled(article, grounded, run)

    async def _grounded(self, reading: Reading, questioner: Questioner) -> Grounded:
        most = section_tokens(self.model.name, self.section_tokens)
        writer = Writer(self.model, self.prompt, self.listener, most)
        if self.plan.drafted:
            draft, warnings = await writer.draft(reading)
            draft = draft.model_copy(update={"gist": one_by_one(draft.gist, reading)})
            repairer = Repairer(self.model, self.prompt, reading, self.listener)
            return _warned(await repairer.repaired(draft, ground(draft, reading)), warnings)
        draft = propose(reading)
        gist, unwritten = await writer.gist(reading) if self.plan.gist_apart else ([], [])
        self.listener(Step("asking for positions"))
        stances, unanswered = await self._stances(reading, questioner)
        warnings = unwritten + unanswered
        draft = draft.model_copy(update={"gist": gist, "stances": stances + draft.stances})
        return _warned(ground(draft, reading, candidates=likely_actors(reading)), warnings)

    async def _stances(
        self, reading: Reading, questioner: Questioner
    ) -> tuple[list[DraftStance], list[Caveat]]:
        """Stances by closed questions where code can name the targets, else by a form."""
        if names_targets(reading):
            return await SideAsker(questioner, reading, self.listener).stances(), []
        return await Elicitor(self.model, self.prompt, reading, self.listener).stances()

    def _run(self, seconds: float, spent: Spending) -> Run:
        return Run(
            language=self.language,
            summarizer=__version__,
            model=str(self.model.name),
            weights=self.model.weights,
            engine=self.model.engine,
            plan=self.plan.name,
            prompt=PromptRecord(name=self.prompt.name, fingerprint=self.prompt.fingerprint),
            schema_fingerprint=schema_fingerprint(),
            sampling=self.model.sampling,
            usage=spent.usage,
            cost=spent.cost,
            seconds=round(seconds, 2),
            created=datetime.now(UTC).replace(microsecond=0),
        )


def _warned(grounded: Grounded, warnings: list[Caveat]) -> Grounded:
    return replace(grounded, warnings=[*warnings, *grounded.warnings])


def _assembled(article: Article, grounded: Grounded, run: Run) -> ArticleSummary:
    items = [
        *([grounded.headline] if grounded.headline is not None else []),
        *grounded.gist,
        *grounded.actors,
        *grounded.statements,
        *grounded.stances,
        *grounded.events,
    ]
    cited = {evidence.sentence for item in items for evidence in item.evidence}
    unused = [s.number for s in article.content if s.number not in cited]
    return ArticleSummary(
        article=article.record(unused),
        headline=grounded.headline,
        gist=grounded.gist,
        actors=grounded.actors,
        statements=grounded.statements,
        stances=grounded.stances,
        events=grounded.events,
        warnings=[*article.warnings, *grounded.warnings],
        run=run,
    )
