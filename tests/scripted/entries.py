"""The script's words: what a server may do with one request."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from tests.scripted.completions import Completion
from tests.scripted.server import Entry, Exchange, Request


def answer(content: BaseModel | dict[str, Any] | str, **said: Any) -> Entry:
    """A good answer: a form, JSON, or text as it is. Keywords are fields of `Completion`."""
    return _says(Completion(_written(content), **said))


def letter(**likeliest: float) -> Entry:
    """One token, with the probabilities of the likeliest."""
    return _says(Completion(next(iter(likeliest)), likeliest=likeliest, usage=(20, 1)))


def cut(content: str) -> Entry:
    """An answer that met the limit on tokens."""
    return _says(Completion(content, finish="length"))


def empty() -> Entry:
    """An answer without content."""
    return _says(Completion(None))


def refusal(words: str = "I cannot help with that") -> Entry:
    """A refusal, which providers put beside the content."""
    return _says(Completion(None, refusal=words))


def filtered() -> Entry:
    """An answer stopped by the provider's content filter."""
    return _says(Completion(None, finish="content_filter"))


def status(
    code: int, message: str = "scripted", *, retry_after: str | float | None = None
) -> Entry:
    """An error of the provider."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    body = {"error": {"message": message, "type": "scripted", "code": None, "param": None}}
    return lambda exchange: exchange.send_json(code, body, headers)


def page(html: str = "<h1>Bad gateway</h1>", code: int = 200) -> Entry:
    """A web page where an answer should be, as a proxy or a wrong address gives it."""
    return lambda exchange: exchange.send_body(code, html.encode(), "text/html")


def body(said: Any) -> Entry:
    """JSON that is not what the protocol says."""
    return lambda exchange: exchange.send_json(200, said)


def hang() -> Entry:
    """No answer at all."""
    return Exchange.hang


def reset() -> Entry:
    """A connection that breaks before the answer."""
    return Exchange.reset


def broken_stream(content: str) -> Entry:
    """A stream that breaks in the middle of the answer."""
    return lambda exchange: exchange.begin_stream(list(Completion(content).chunks())[:3])


def failing_stream(content: str, message: str = "overloaded") -> Entry:
    """A stream in which the provider reports an error after the first words."""
    begun = list(Completion(content).chunks())[:3]
    return lambda exchange: exchange.stream([*begun, {"error": {"message": message}}])


def always(entry: Entry) -> Callable[[Request], Entry]:
    """The same for every request that the script does not foresee."""
    return lambda _: entry


def _says(completion: Completion) -> Entry:
    return lambda exchange: exchange.say(completion)


def _written(content: BaseModel | dict[str, Any] | str) -> str:
    if isinstance(content, str):
        return content
    return content.model_dump_json() if isinstance(content, BaseModel) else json.dumps(content)
