"""Answers of a model: any body of a response, through the real client, into a draft or an error."""

from __future__ import annotations

import asyncio
import json
from typing import Any, Final

import httpx2
from hypothesis import strategies as st

from summarizer.draft import Draft
from summarizer.llm.filling import Filler
from summarizer.llm.meter import Meter
from summarizer.llm.salvage import salvage
from summarizer.llm.transport import MeteredClient, OpenAIChannel
from summarizer.progress import silent
from tests.fuzz.bending import bent_values, broken_files, texts
from tests.fuzz.part import Part
from tests.pipeline.saved import NAMES, draft_of
from tests.scripted.completions import Completion

ASKED: Final = [{"role": "user", "content": "Go."}]
DRAFTS: Final = [draft_of(name) for name in NAMES]
SAID: Final = [json.dumps(draft) for draft in DRAFTS]


def answered(body: bytes) -> None:
    """Have a draft filled in by a server that says this."""
    asyncio.run(_filled(body))


def saved(text: str) -> None:
    """Take what is whole of an answer that was cut off."""
    found = salvage(text, Draft)
    assert found is None or Draft.model_validate(found.model_dump()) == found


async def _filled(body: bytes) -> None:
    def server(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, content=body, headers={"Content-Type": "application/json"})

    client = MeteredClient(
        meter=Meter(retries=0),
        key=None,
        base_url="http://127.0.0.1:9/v1",
        http_client=httpx2.AsyncClient(transport=httpx2.MockTransport(server)),
    )
    channel = OpenAIChannel(client, served_as="any", limit_field="max_tokens")
    filler = Filler(reasks=1, max_tokens=100, room=False, listener=silent)
    try:
        filled = await filler.fill(channel, ASKED, Draft, {"temperature": 0})
    finally:
        await channel.close()
    assert isinstance(filled, Draft)


def _body(content: str) -> dict[str, Any]:
    return Completion(content).whole()


_WHOLE: Final = [_body(said) for said in SAID]
_BODIES: Final = st.one_of(
    bent_values(_WHOLE).map(lambda value: json.dumps(value).encode()),
    bent_values(DRAFTS).map(lambda value: json.dumps(_body(json.dumps(value))).encode()),
    broken_files([json.dumps(body).encode() for body in _WHOLE]),
    texts(3).map(lambda text: json.dumps(_body(text)).encode()),
)
_CUT: Final = st.one_of(
    st.tuples(st.sampled_from(SAID), st.integers(0, 4_000)).map(lambda d: d[0][: d[1]]),
    broken_files([said.encode() for said in SAID]).map(lambda d: d.decode(errors="replace")),
)

PARTS: Final = (
    Part("drafts: answers", _BODIES, answered, 15, 600),
    Part("drafts: cut off", _CUT, saved, 60, 24_000),
)
