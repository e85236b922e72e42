"""The pace of requests over a run of many articles: free until a server says 429."""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import openai

from summarizer.llm.failures import is_out_of_quota
from summarizer.llm.retries import LONGEST_WAIT, asked_wait

A = TypeVar("A")

LEAST: Final = 0.2
"""Requests a second, however often a server refuses."""
RECOVERY: Final = 15.0
"""Seconds in which a halved pace grows back; it goes on growing after that."""
PATIENCE: Final = 20
"""Refusals of one request after which it fails."""
_WINDOW: Final = 10.0
"""Seconds over which the pace so far is measured."""


class Pace:
    """Lets requests through, at half the pace after each 429, and none while asked to wait.

    A refused request goes out again by itself: it waits its turn, and uses up no retry.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._turn = asyncio.Lock()
        self._going_on = asyncio.Lock()
        self._sent: deque[float] = deque()
        self._closed_until = -math.inf
        self._slowed_at = -math.inf
        self._slowed_to = math.inf
        self.refusals = 0
        """How often a server said 429."""

    @property
    def limit(self) -> float:
        """Requests a second that may go out now; infinite before the first refusal."""
        return self._slowed_to * (1 + (self._clock() - self._slowed_at) / RECOVERY)

    async def through(self, send: Callable[[], Awaitable[A]]) -> A:
        """Send at this pace, again and again while the server says 429."""
        for _ in range(PATIENCE):
            sent = await self._go()
            try:
                return await send()
            except openai.RateLimitError as error:
                if is_out_of_quota(error):
                    raise
                self._refused(sent, asked_wait(error))
        await self._go()
        return await send()

    async def go_on(self) -> None:
        """Wait until it is this answer's turn: those that came together are worked on one by one.

        That takes the processor for a while each, and the next request of the first should not
        wait until it is done with all of them.
        """
        async with self._going_on:
            await asyncio.sleep(0)

    async def _go(self) -> float:
        """Wait for the next turn; turns are taken in the order in which they are asked for."""
        async with self._turn:
            while (wait := self._next() - self._clock()) > 0:
                await self._sleep(wait)
            now = self._clock()
            self._sent.append(now)
            self._forget(now)
            return now

    def _next(self) -> float:
        if not self._sent or math.isinf(self._slowed_to):
            return self._closed_until
        return max(self._closed_until, self._sent[-1] + 1 / self.limit)

    def _refused(self, sent: float, asked: float | None) -> None:
        """Slow down, once for all requests that were under way."""
        now = self._clock()
        self.refusals += 1
        self._closed_until = max(self._closed_until, now + min(asked or 0.0, LONGEST_WAIT))
        if sent <= self._slowed_at:
            return
        self._slowed_to = max(LEAST, min(self.limit, self._measured(now)) / 2)
        self._slowed_at = now

    def _measured(self, now: float) -> float:
        self._forget(now)
        if not self._sent:
            return LEAST
        return len(self._sent) / min(_WINDOW, max(1.0, now - self._sent[0]))

    def _forget(self, now: float) -> None:
        """Drop what is too old to be measured, but not the latest, which the next waits for."""
        while len(self._sent) > 1 and self._sent[0] < now - _WINDOW:
            self._sent.popleft()
