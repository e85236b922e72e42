"""The pace over many requests: free, halved by a 429, growing back."""

from __future__ import annotations

import asyncio

import httpx2
import openai
import pytest

from summarizer.llm.pace import LEAST, PATIENCE, RECOVERY, Pace


class Clock:
    """Time that passes only in sleep."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


class Server:
    """Takes so many requests a second, and says when to come again if it is that kind."""

    def __init__(self, clock: Clock, most: float, retry_after: str | None = None) -> None:
        self.clock = clock
        self.most = most
        self.headers = {} if retry_after is None else {"retry-after": retry_after}
        self.taken: list[float] = []
        self.refused = 0

    async def send(self) -> str:
        await asyncio.sleep(0)
        now = self.clock.now
        if sum(then > now - 1 for then in self.taken) >= self.most:
            self.refused += 1
            raise refusal(self.headers)
        self.taken.append(now)
        return "answer"


def refusal(headers: dict[str, str], code: str | None = None) -> openai.RateLimitError:
    request = httpx2.Request("POST", "http://127.0.0.1/v1")
    response = httpx2.Response(429, headers=headers, request=request)
    return openai.RateLimitError("slow down", response=response, body={"code": code})


def all_through(pace: Pace, server: Server, count: int) -> list[str]:
    room = asyncio.Semaphore(16)

    async def one() -> str:
        async with room:
            return await pace.through(server.send)

    async def run() -> list[str]:
        return await asyncio.gather(*(one() for _ in range(count)))

    return asyncio.run(run())


@pytest.mark.parametrize("retry_after", [None, "1"])
def test_all_get_through_to_a_server_with_a_limit(retry_after: str | None) -> None:
    clock = Clock()
    pace, server = Pace(clock=clock, sleep=clock.sleep), Server(clock, 5, retry_after)
    assert all_through(pace, server, 200) == ["answer"] * 200
    assert pace.refusals == server.refused > 0
    assert server.refused < 60
    # Under the limit, and not far under it.
    assert 200 / 5 <= clock.now - 1000 + 1 < 4 * 200 / 5


def test_without_a_refusal_nothing_waits() -> None:
    clock = Clock()
    assert all_through(Pace(clock=clock, sleep=clock.sleep), Server(clock, 1e9), 100)
    assert clock.now == 1000


def test_it_halves_once_for_all_under_way_and_grows_back() -> None:
    clock = Clock()
    pace, server = Pace(clock=clock, sleep=clock.sleep), Server(clock, 0)

    async def refused() -> None:
        tasks = [asyncio.create_task(pace.through(server.send)) for _ in range(40)]
        for _ in range(3):
            await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(refused())
    assert pace.limit == pytest.approx(20, rel=0.1)
    clock.now += RECOVERY
    assert pace.limit == pytest.approx(40, rel=0.1)


def test_one_that_is_always_refused_fails_in_the_end() -> None:
    clock = Clock()
    pace, server = Pace(clock=clock, sleep=clock.sleep), Server(clock, 0)
    with pytest.raises(openai.RateLimitError):
        all_through(pace, server, 1)
    assert server.refused == PATIENCE + 1
    assert pace.limit >= LEAST


def test_no_credit_left_is_not_waited_for() -> None:
    clock = Clock()

    async def send() -> str:
        raise refusal({}, "insufficient_quota")

    with pytest.raises(openai.RateLimitError):
        asyncio.run(Pace(clock=clock, sleep=clock.sleep).through(send))
    assert clock.now == 1000


def test_answers_that_came_together_are_worked_on_one_by_one() -> None:
    async def run() -> list[str]:
        pace, told = Pace(), list[str]()

        async def one(name: str) -> None:
            await pace.go_on()
            told.append(f"works on {name}")
            await asyncio.sleep(0)
            told.append(f"asks after {name}")

        await asyncio.gather(*map(one, "abc"))
        return told

    told = asyncio.run(run())
    assert told.index("asks after a") < told.index("works on c")
