"""The few engine endpoints that the OpenAI client does not know, over plain HTTP on loopback."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from summarizer.errors import EngineError

ANSWER_SECONDS = 600.0


@dataclass(frozen=True)
class Endpoint:
    """JSON posts to the engine; no proxy of the environment is ever asked."""

    url: str
    api_key: str = field(repr=False)

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Return the answer's JSON object; EngineError where the engine refuses.

        A connection that breaks off raises OSError, HTTPException or ValueError.
        """
        address = urlsplit(self.url)
        connection = http.client.HTTPConnection(
            address.hostname or "127.0.0.1", address.port, timeout=ANSWER_SECONDS
        )
        headers = {"Authorization": f"Bearer {self.api_key}", "Content-Type": "application/json"}
        try:
            connection.request("POST", path, json.dumps(body), headers)
            response = connection.getresponse()
            answer: dict[str, Any] = json.loads(response.read())
        finally:
            connection.close()
        if response.status != http.client.OK:
            detail = answer.get("error", {}).get("message", response.reason)
            raise EngineError(
                f"the embedded engine refused {path}: {detail}",
                hint="SUMMARIZER_ENGINE_LOG names a file for what it says",
            )
        return answer
