"""What decides a result: the text and what reads it. The same is not asked for again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Self

from summarizer.draft import schema_fingerprint
from summarizer.pipeline import Summarizer
from summarizer.schema import Run


@dataclass(frozen=True, slots=True)
class Identity:
    """What reads: model, plan, prompt and the form that it fills in."""

    model: str
    weights: str | None
    plan: str
    prompt: str
    form: str

    @classmethod
    def of(cls, summarizer: Summarizer) -> Self:
        """Of what will read."""
        model = summarizer.model
        prompt, form = summarizer.prompt.fingerprint, schema_fingerprint()
        return cls(str(model.name), model.weights, summarizer.plan.name, prompt, form)

    @classmethod
    def recorded(cls, run: Run | dict[str, Any]) -> Self:
        """Of what has read, by a summary's `run`, which may be JSON; KeyError if it is none."""
        known = run.model_dump() if isinstance(run, Run) else run
        prompt, form = known["prompt"]["fingerprint"], known["schema_fingerprint"]
        return cls(known["model"], known.get("weights"), known["plan"], prompt, form)

    def fingerprint(self, sha256: str) -> str:
        """A short hash for one text, given by its own hash."""
        parts = (sha256, self.model, self.weights or "", self.plan, self.prompt, self.form)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
