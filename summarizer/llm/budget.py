"""What a run may spend, and what it has spent so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.errors import BudgetError
from summarizer.schema import Usage


@dataclass
class Spending:
    """Tokens, calls and dollars over all attempts, failed ones included."""

    usage: Usage = field(default_factory=Usage)
    cost: float | None = None
    """US dollars; None where the price is not known."""

    def call(self) -> None:
        """A request goes out; it counts whatever comes back."""
        self.usage.calls += 1

    def pay(self, read: int, written: int, cost: float | None) -> None:
        """An answer came, be it a good one or not."""
        self.usage.input += read
        self.usage.output += written
        self.cost = None if self.cost is None or cost is None else self.cost + cost


@dataclass(frozen=True)
class Budget:
    """Limits over a run; None is no limit. Each is looked at before a request, not after it.

    So the call that goes past a limit on tokens or cost is the last one.
    """

    calls: int | None = None
    tokens: int | None = None
    cost: float | None = None

    def check(self, spent: Spending) -> None:
        """Refuse the next request if a limit is reached.

        Raises:
            BudgetError: with what was spent.
        """
        usage = spent.usage
        if self.calls is not None and usage.calls >= self.calls:
            raise _reached(f"{usage.calls:,} calls were made", "calls")
        if self.tokens is not None and usage.input + usage.output >= self.tokens:
            raise _reached(f"{usage.input + usage.output:,} tokens were used", "tokens")
        if self.cost is not None and spent.cost is not None and spent.cost >= self.cost:
            raise _reached(f"${spent.cost:.4f} was spent", "cost")


def _reached(what: str, limit: str) -> BudgetError:
    return BudgetError(
        f"the budget is used up: {what}",
        hint=f"what is done is kept; go on with a larger --max-{limit}",
    )
