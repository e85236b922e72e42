"""What decides a result: the text and what reads it. The same is not asked for again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Self

from summarizer.draft import schema_fingerprint
from summarizer.llm import parse_model, weights_of
from summarizer.pipeline import Summarizer
from summarizer.pipeline.plans import plan_for
from summarizer.prompts import load_prompt
from summarizer.schema import Run
from summarizer.settings import Settings


@dataclass(frozen=True, slots=True)
class Identity:
    """What reads: model, plan, prompt and the form that it fills in."""

    model: str
    weights: str | None
    plan: str
    prompt: str
    form: str
    language: str | None = None
    """Asked for, of our own words."""

    @classmethod
    def of(cls, summarizer: Summarizer) -> Self:
        """Of what will read."""
        model = summarizer.model
        prompt, form = summarizer.prompt.fingerprint, schema_fingerprint()
        plan, language = summarizer.plan.name, summarizer.language
        return cls(str(model.name), model.weights, plan, prompt, form, language)

    @classmethod
    def expected(cls, settings: Settings) -> Self:
        """Of what would read by these settings; no key is needed, and nothing is started.

        Raises:
            UnknownModelError, PromptError, WeightsError, ConfigurationError
        """
        name = parse_model(settings.model, base_url=settings.base_url)
        prompt, plan = load_prompt(settings.prompt), plan_for(name, settings.plan)
        weights, form = weights_of(settings), schema_fingerprint()
        return cls(str(name), weights, plan.name, prompt.fingerprint, form)

    @classmethod
    def recorded(cls, run: Run | dict[str, Any]) -> Self:
        """Of what has read, by a summary's `run`, which may be JSON; KeyError if it is none."""
        known = run.model_dump() if isinstance(run, Run) else run
        prompt, form = known["prompt"]["fingerprint"], known["schema_fingerprint"]
        weights, language = known.get("weights"), known.get("language")
        return cls(known["model"], weights, known["plan"], prompt, form, language)

    def fingerprint(self, sha256: str) -> str:
        """A short hash for one text, given by its own hash."""
        parts = [sha256, self.model, self.weights or "", self.plan, self.prompt, self.form]
        parts += [self.language] if self.language else []
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
