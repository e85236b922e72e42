"""A transport that resolves a name once, looks at the addresses, and connects to one of those.

Every request passes here, those after redirects too. Since the address that was checked is the
one connected to, a name that resolves differently the second time gains nothing. Proxies of the
environment are not used: they would resolve names themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import httpx2

from summarizer.errors import FetchError, InputError
from summarizer.sources.fetching.addresses import Resolver, is_public

_PORTS: Final = {"http": 80, "https": 443}


@dataclass
class PinnedTransport(httpx2.BaseTransport):
    """Sends each request to an address that was checked."""

    inner: httpx2.BaseTransport
    resolver: Resolver
    allow_private: bool

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer of the first address that can be reached.

        Raises:
            InputError: the scheme or an address of the host is refused.
            FetchError: the name has no address.
            httpx2.TransportError: no address could be reached.
        """
        addresses = self._checked(request.url)
        for address in addresses[:-1]:
            try:
                return self.inner.handle_request(_pinned(request, address))
            except (httpx2.ConnectError, httpx2.ConnectTimeout):
                continue
        return self.inner.handle_request(_pinned(request, addresses[-1]))

    def close(self) -> None:
        """Close what is open."""
        self.inner.close()

    def _checked(self, url: httpx2.URL) -> list[str]:
        if url.scheme not in _PORTS:
            raise InputError(
                f"{url}: refused, only http and https are fetched",
                hint="give the address of a web page",
            )
        try:
            addresses = self.resolver(url.host, url.port or _PORTS[url.scheme])
        except (OSError, UnicodeError) as error:
            raise FetchError(
                f"{url.host}: no such host", hint="check the address and the network"
            ) from error
        if not addresses:
            raise FetchError(f"{url.host}: no such host", hint="check the address")
        if not self.allow_private and not all(map(is_public, addresses)):
            raise InputError(
                f"{url}: refused, {url.host} is an address in a private network",
                hint="if it is meant, allow it with --allow-private",
            )
        return addresses


def _pinned(request: httpx2.Request, address: str) -> httpx2.Request:
    """The request with the address for the host; name and certificate stay those of the host."""
    return httpx2.Request(
        method=request.method,
        url=request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.host},
    )
