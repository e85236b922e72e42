"""One page from one address: within limits on size, time, redirects and what unpacks."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Thread
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from summarizer._version import __version__
from summarizer.certificates import trusted
from summarizer.errors import FetchError, InputError, SummarizerError
from summarizer.sources.fetching.addresses import Resolver, resolve
from summarizer.sources.reading import SIZE_LIMIT

if TYPE_CHECKING:
    import httpx2

_HEADERS: Final = {
    "User-Agent": f"summarizer/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",  # others unpack without a bound
}
_PACKED: Final = frozenset({"gzip", "x-gzip", "deflate"})
_GONE: Final = range(400, 500)
_BUSY: Final = frozenset({408, 425, 429})


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may take. Bytes count after unpacking."""

    bytes: int = SIZE_LIMIT
    seconds: float = 30.0
    step_seconds: float = 10.0
    """For connecting, and for each wait on the server."""
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent. `address` is where it was found after redirects."""

    address: str
    data: bytes
    media_type: str
    encoding: str | None
    retrieved: datetime


def fetch(
    address: str,
    *,
    allow_private: bool = False,
    limits: Limits = Limits(),  # frozen
    resolver: Resolver = resolve,
) -> Answer:
    """Fetch a page.

    Raises:
        InputError: the address is refused, the page is missing, or it is too large.
        FetchError: the network or the server failed, or the time was up.
    """
    _check(address)
    done: list[Answer | BaseException] = []

    def work() -> None:
        try:
            done.append(_fetched(address, limits, resolver, allow_private=allow_private))
        except BaseException as error:  # noqa: BLE001  # raised again in the caller's thread
            done.append(error)

    thread = Thread(target=work, name="fetch", daemon=True)  # names resolve without a time limit
    thread.start()
    thread.join(limits.seconds)
    if not done:
        raise FetchError(
            f"{address}: no answer within {limits.seconds:g} seconds", hint="try again later"
        )
    if isinstance(done[0], BaseException):
        raise done[0]
    return done[0]


def _check(address: str) -> None:
    try:
        parts = urlsplit(address)
        known = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        raise InputError(f"{address}: not an address", hint="check it") from None
    if parts.scheme.lower() not in {"http", "https"}:
        raise InputError(
            f"{address}: refused, only http and https are fetched",
            hint="give the address of a web page",
        )
    if not known:
        raise InputError(f"{address}: not an address", hint="check it")
    if parts.username is not None:
        raise InputError(
            f"an address with a user name in it is not fetched: {parts.hostname}",
            hint="it would be kept in the result; save the page to a file",
        )


def _fetched(address: str, limits: Limits, resolver: Resolver, *, allow_private: bool) -> Answer:
    import httpx2  # takes a while, and only addresses need it

    from summarizer.sources.fetching.transport import PinnedTransport

    transport = PinnedTransport(httpx2.HTTPTransport(verify=trusted()), resolver, allow_private)
    try:
        with (
            httpx2.Client(
                transport=transport,
                verify=trusted(),
                headers=_HEADERS,
                timeout=limits.step_seconds,
                follow_redirects=True,
                max_redirects=limits.redirects,
            ) as client,
            client.stream("GET", address) as response,
        ):
            _check_status(response, address)
            packed = response.headers.get("content-encoding", "identity").strip().lower()
            chunks = _unpacked(response.iter_raw(), packed, address, limits.bytes)
            return Answer(
                address=str(response.url),
                data=b"".join(_bounded(chunks, address, limits.bytes)),
                media_type=response.headers.get("content-type", "").split(";")[0].strip().lower(),
                encoding=response.charset_encoding,
                retrieved=datetime.now(UTC).replace(microsecond=0),
            )
    except httpx2.TooManyRedirects as error:
        raise InputError(
            f"{address}: refused, more than {limits.redirects} redirects",
            hint="give the address that the page ends at",
        ) from error
    except httpx2.TimeoutException as error:
        raise FetchError(
            f"{address}: the server does not answer", hint="try again later"
        ) from error
    except httpx2.UnsupportedProtocol as error:
        raise InputError(
            f"{address}: refused, only http and https are fetched",
            hint="it redirects elsewhere; save the article's text to a file",
        ) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as error:
        raise _broken(address, error) from error


def _broken(address: str, error: Exception) -> SummarizerError:
    reason = " ".join(str(error).split()) or type(error).__name__
    return FetchError(f"{address}: cannot be fetched ({reason})", hint="check the network")


def _check_status(response: httpx2.Response, address: str) -> None:
    code = response.status_code
    if response.is_success:
        return
    said = f"{code} {response.reason_phrase}".strip()
    if code in _GONE and code not in _BUSY:
        raise InputError(
            f"{address}: the server answers {said}",
            hint="open it in a browser and save the article's text to a file",
        )
    raise FetchError(f"{address}: the server answers {said}", hint="try again later")


def _bounded(chunks: Iterable[bytes], address: str, most: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise InputError(
                f"{address}: too large (more than {most / 1e6:g} MB)",
                hint="save the article's text to a file",
            )
        yield chunk


def _unpacked(chunks: Iterator[bytes], packed: str, address: str, most: int) -> Iterator[bytes]:
    """The body unpacked in small pieces, so that a bomb is met at the limit and not after."""
    if packed in {"", "identity"}:
        yield from chunks
        return
    if packed not in _PACKED:
        raise FetchError(
            f"{address}: sent as {packed}, which was not asked for", hint="try again later"
        )
    unpacker = zlib.decompressobj(47) if packed != "deflate" else None
    for chunk in chunks:
        if unpacker is None:  # "deflate" is sent with zlib's header, and by some without
            unpacker = zlib.decompressobj(15 if chunk[:1] == b"\x78" else -15)
        try:
            yield unpacker.decompress(chunk, most)
            while unpacker.unconsumed_tail:
                yield unpacker.decompress(unpacker.unconsumed_tail, most)
        except zlib.error as error:
            raise _broken(address, error) from error
