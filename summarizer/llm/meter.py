"""The one way to a provider: within the budget, retried by our policy, counted and told about.

It is the lowest layer, the same for every protocol: Instructor above it sees an answer or a final
failure, so that re-asking for an answer that fits and repeating a lost request never multiply.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

from summarizer.llm.budget import Budget, Spending
from summarizer.llm.pace import Pace
from summarizer.llm.prices import Price
from summarizer.llm.retries import with_retries
from summarizer.progress import Called, Listener, silent

A = TypeVar("A")

_open_account: ContextVar[Spending | None] = ContextVar("_open_account", default=None)
"""Where this task's calls are booked besides: articles may be worked on side by side."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What one answer says it took; zeros where a server does not count."""

    read: int = 0
    written: int = 0
    cached: int = 0
    """Of those read, from the provider's cache, which costs less."""


class Meter:
    """Sends requests for one model and adds up what they take."""

    def __init__(
        self,
        *,
        retries: int,
        budget: Budget | None = None,
        price: Price | None = None,
        listener: Listener = silent,
        pace: Pace | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.listener = listener
        self.spent = Spending(cost=None if price is None else 0.0)
        self._retries = retries
        self._budget = budget or Budget()
        self._price = price
        self._pace = pace
        self._sleep = sleep

    @contextmanager
    def account(self) -> Iterator[Spending]:
        """What is spent within this context by this task and those it starts."""
        opened = Spending(cost=None if self._price is None else 0.0)
        before = _open_account.set(opened)
        try:
            yield opened
        finally:
            _open_account.reset(before)

    async def call(
        self,
        send: Callable[[], Awaitable[A]],
        weigh: Callable[[A], Tokens],
        check: Callable[[A], A],
    ) -> A:
        """Send a request, again after a transient error; `check` refuses answers for good.

        `send` raises the errors of the openai client, whatever the protocol.

        Raises:
            BudgetError: the budget was used up before the request.
        """
        began, attempts = time.monotonic(), 0

        async def once() -> A:
            nonlocal attempts
            self._budget.check(self.spent)
            attempts += 1
            self._count_call()
            return await send()

        async def attempt() -> A:
            answer = await (once() if self._pace is None else self._pace.through(once))
            self._pay(weigh(answer), began, attempts)
            if self._pace is not None:
                await self._pace.go_on()
            return check(answer)

        return await with_retries(
            attempt, retries=self._retries, listener=self.listener, sleep=self._sleep
        )

    def _count_call(self) -> None:
        for spending in self._books():
            spending.call()

    def _pay(self, tokens: Tokens, began: float, attempts: int) -> None:
        read, written = tokens.read, tokens.written
        cost = None if self._price is None else self._price(read, written, tokens.cached)
        for spending in self._books():
            spending.pay(read, written, cost)
        seconds = round(time.monotonic() - began, 3)
        self.listener(Called(read, written, cost, seconds, attempts))

    def _books(self) -> Iterator[Spending]:
        yield self.spent
        account = _open_account.get()
        if account is not None:
            yield account
