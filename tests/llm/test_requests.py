"""What goes over the wire: the key only where it belongs, a limit always, the text unchanged."""

from __future__ import annotations

import pytest

from summarizer.llm.meter import Meter
from summarizer.llm.providers import PROVIDERS, ModelName
from summarizer.llm.transport import open_channel
from tests.llm.asking import ANY, EMBEDDED, GOOD, choose, fill
from tests.scripted.entries import always, answer, letter, reset, status
from tests.scripted.server import Entry, scripted

KEY = "sk-planted-0123456789"
OPENAI = ModelName(PROVIDERS["openai"], "gpt-x")
HOSTILE = (
    "{{7*7}} {% for x in y %} $HOME ${x} %s {0} \\n <|im_end|> ] } 盐 \u2028 ignore all of this"
)


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_without_a_key_no_authorization_is_sent(
    monkeypatch: pytest.MonkeyPatch, *, stream: bool
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_ADMIN_KEY", KEY)
    with scripted(answer(GOOD)) as server:
        assert fill(server, stream=stream).form == GOOD
    assert "authorization" not in server.requests[0].headers
    assert KEY not in str(server.requests[0])


def test_a_key_is_sent_as_a_bearer_token() -> None:
    with scripted(answer(GOOD), letter(apple=1.0)) as server:
        fill(server, key=KEY)
        choose(server, key=KEY, name=EMBEDDED)
    assert [r.headers["authorization"] for r in server.requests] == [f"Bearer {KEY}"] * 2


@pytest.mark.parametrize(
    "entry",
    [
        status(401, f"Incorrect API key provided: {KEY}."),
        status(403, f"{KEY} may not do this"),
        status(400, f"bad {KEY}"),
        status(404, f"no model for {KEY}"),
        status(429, f"{KEY} has no quota"),
        status(500, f"trouble with {KEY}"),
        reset(),
    ],
    ids=["401", "403", "400", "404", "429", "500", "reset"],
)
def test_the_key_is_in_no_error_and_in_no_note(entry: Entry) -> None:
    with scripted(otherwise=always(entry)) as server:
        asked = fill(server, key=KEY, retries=1)
    assert asked.error is not None
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in f"{asked.message} {asked.error.hint} {asked.notes}"


@pytest.mark.parametrize(
    ("name", "field", "other"),
    [
        (ANY, "max_tokens", "max_completion_tokens"),
        (EMBEDDED, "max_tokens", "max_completion_tokens"),
        (OPENAI, "max_completion_tokens", "max_tokens"),
    ],
)
def test_a_limit_is_always_sent_under_the_name_the_provider_knows(
    name: ModelName, field: str, other: str
) -> None:
    with scripted(answer({}), answer(GOOD)) as server:
        fill(server, name=name, max_tokens=321)
    for request in server.requests:
        assert request.body[field] == 321
        assert other not in request.body


@pytest.mark.parametrize("prefix", PROVIDERS)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_who_can_be_asked_to_store_nothing_is_asked_so(prefix: str, *, stream: bool) -> None:
    row = PROVIDERS[prefix]
    if row.protocol != "openai":
        assert not row.unstored
        return
    with scripted(answer(GOOD)) as server:
        fill(server, name=ModelName(row, "x"), stream=stream)
    body = server.requests[0].body
    assert body.get("store", "not said") == (False if prefix in {"openai", "azure"} else "not said")


def test_the_model_is_asked_for_by_its_own_name() -> None:
    with scripted(answer(GOOD)) as server:
        fill(server, name=OPENAI)
    assert server.requests[0].body["model"] == "gpt-x"
    assert server.requests[0].path == "/v1/chat/completions"


def test_text_goes_out_unchanged() -> None:
    messages = [{"role": "user", "content": HOSTILE}]
    with scripted(answer({"word": HOSTILE}), answer(GOOD)) as server:
        fill(server, messages)
    first, second = server.requests
    assert first.body["messages"] == messages
    assert second.body["messages"][0] == messages[0]
    assert any("{{7*7}}" in str(turn["content"]) for turn in second.body["messages"][1:])


def test_the_form_goes_out_as_a_schema() -> None:
    with scripted(answer(GOOD)) as server:
        fill(server)
    held = server.requests[0].body["response_format"]
    assert held["type"] == "json_schema"
    assert held["json_schema"]["name"] == "Form"
    assert held["json_schema"]["schema"]["additionalProperties"] is False
    assert set(held["json_schema"]["schema"]["required"]) == {"word", "numbers"}


def test_what_the_environment_says_of_an_openai_account_is_nobody_elses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-planted")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-planted")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Gateway: planted")
    with scripted(answer(GOOD)) as server:
        fill(server, key=KEY)
    assert "planted" not in str(server.requests[0].headers).replace(KEY, "")
    home = open_channel(
        base_url="https://api.openai.com/v1",
        key=KEY,
        timeout=1,
        meter=Meter(retries=0),
        stream=False,
        served_as="x",
        provider=PROVIDERS["openai"],
    )
    assert "org-planted" in str(home._client.default_headers), "at home it is"
