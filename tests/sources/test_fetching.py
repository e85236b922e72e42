"""Fetching: only the public web, only so much, and every failure a clear line."""

from __future__ import annotations

import gzip
import zlib

import pytest

from summarizer.article import Article
from summarizer.errors import FetchError, InputError, SummarizerError
from summarizer.sources import FailedSource, Options, load, load_all
from summarizer.sources.fetching import Limits, fetch
from summarizer.sources.fetching.addresses import is_public
from tests.sources.web import PAGE, Reply, Web, web

PRIVATE = Options(allow_private=True)
QUICK = Limits(bytes=10_000, seconds=5, step_seconds=2)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",
        "0.0.0.0",  # noqa: S104  # refused, not bound to
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::7f00:1",
        "no address",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


def test_a_page_is_fetched_and_knows_where_it_came_from() -> None:
    with web({"/7": Reply()}) as server:
        (article,) = load(f"{server.address}/7", options=PRIVATE)
    known = article.metadata
    assert known.title == "Ferry strike ends"
    assert known.source == known.url == f"{server.address}/7"
    assert known.retrieved is not None
    assert known.media_type == "text/html"


def test_the_kind_is_what_the_server_says_or_how_it_begins() -> None:
    replies = {
        "/text": Reply(b"The port closed.", headers={"Content-Type": "text/plain; charset=utf-8"}),
        "/json": Reply(b'{"text": "Ships wait."}', headers={"Content-Type": "application/json"}),
        "/none": Reply(PAGE, headers={}),
        "/wrong": Reply(
            "Порт открыт.".encode(), headers={"Content-Type": "text/plain; charset=iso-8859-1"}
        ),
        "/cp1251": Reply(
            "Порт закрыт.".encode("cp1251"), headers={"Content-Type": "text/plain; charset=cp1251"}
        ),
        "/image": Reply(b"\x89PNG", headers={"Content-Type": "image/png"}),
    }
    with web(replies) as server:
        loaded = list(load_all([f"{server.address}{path}" for path in replies], options=PRIVATE))
    texts = [item.text for item in loaded if isinstance(item, Article)]
    assert texts[:2] == ["The port closed.", "Ships wait."]
    assert texts[2].startswith("Ferry strike ends")
    assert texts[3:] == ["Порт открыт.", "Порт закрыт."]
    assert isinstance(loaded[5], FailedSource)
    assert loaded[5].error.message.endswith("/image: image/png is not read")


def _refused(error: pytest.ExceptionInfo[SummarizerError], message: str) -> None:
    assert error.value.message == message
    assert error.value.exit_code == 3
    assert error.value.hint


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked(host: str) -> None:
    with web({"/": Reply()}) as server:
        address = f"http://{host}:{server.port}/"
        with pytest.raises(InputError, match="is an address in a private network") as caught:
            fetch(address)
    assert caught.value.hint == "if it is meant, allow it with --allow-private"
    assert server.asked == []


def test_a_name_with_one_private_address_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        fetch("http://velden.example/", resolver=lambda *_: ["93.184.216.34", "10.0.0.1"])
    _refused(
        caught,
        "http://velden.example/: refused, velden.example is an address in a private network",
    )


def test_a_redirect_to_a_private_address_is_refused() -> None:
    def resolver(host: str, _: int) -> list[str]:
        return ["127.0.0.1"] if host == "intranet.example" else ["93.184.216.34"]

    def sent(_: str) -> Reply:
        return Reply(b"", 302, {"Location": "http://intranet.example/admin"})

    with web(sent) as server, pytest.raises(InputError) as caught:
        fetch_pinned(server, resolver)
    _refused(
        caught,
        "http://intranet.example/admin: refused, intranet.example is an address in a private "
        "network",
    )
    assert len(server.asked) == 1


def fetch_pinned(server: Web, resolver: object) -> None:
    """Ask for a public name whose address is, for the test's sake, this machine's."""
    import httpx2

    from summarizer.sources.fetching.transport import PinnedTransport

    class Rerouted(httpx2.BaseTransport):
        """Stands in for the internet: 93.184.216.34 is the test's server."""

        def __init__(self) -> None:
            self.inner = httpx2.HTTPTransport()

        def handle_request(self, request: httpx2.Request) -> httpx2.Response:
            assert request.url.host == "93.184.216.34"
            request.url = request.url.copy_with(host="127.0.0.1", port=server.port)
            return self.inner.handle_request(request)

    transport = PinnedTransport(Rerouted(), resolver, allow_private=False)  # type: ignore[arg-type]  # a stand-in
    with httpx2.Client(transport=transport, follow_redirects=True) as client:
        client.get("http://velden.example/7")


def test_a_name_is_resolved_once_and_that_address_is_used() -> None:
    answers = [["93.184.216.34"], ["127.0.0.1"]]  # what a rebinding name server says

    with web({"/7": Reply()}) as server:
        fetch_pinned(server, lambda *_: answers.pop(0))
    assert len(answers) == 1
    assert server.asked == [("/7", "velden.example")]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("file:///etc/passwd", "refused, only http and https are fetched"),
        ("ftp://velden.example/", "refused, only http and https are fetched"),
        ("gopher://velden.example/", "refused, only http and https are fetched"),
        ("http://", "not an address"),
        ("http://velden.example:99999/", "not an address"),
        ("http://[::1", "not an address"),
    ],
)
def test_addresses_that_are_refused_unasked(address: str, message: str) -> None:
    (failed,) = load_all([address])
    assert isinstance(failed, FailedSource)
    assert failed.error.message == f"{address}: {message}"
    assert failed.error.exit_code == 3


def test_an_address_with_a_password_is_neither_fetched_nor_shown() -> None:
    with pytest.raises(InputError) as caught:
        fetch("https://ada:secret@velden.example/")
    assert "secret" not in caught.value.message


def test_a_redirect_to_another_scheme_is_refused() -> None:
    with (
        web({"/": Reply(b"", 301, {"Location": "file:///etc/passwd"})}) as server,
        pytest.raises(InputError, match="only http and https are fetched"),
    ):
        fetch(f"{server.address}/", allow_private=True)


def test_redirects_without_end() -> None:
    with (
        web({"/": Reply(b"", 302, {"Location": "/"})}) as server,
        pytest.raises(InputError, match="refused, more than 5 redirects"),
    ):
        fetch(f"{server.address}/", allow_private=True)
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    ("status", "code", "says"),
    [
        (404, 3, "the server answers 404 Not Found"),
        (403, 3, "the server answers 403 Forbidden"),
        (429, 4, "the server answers 429 Too Many Requests"),
        (503, 4, "the server answers 503 Service Unavailable"),
    ],
)
def test_what_is_not_there(status: int, code: int, says: str) -> None:
    with web({"/": Reply(b"", status)}) as server:
        (failed,) = load_all([f"{server.address}/"], options=PRIVATE)
    assert isinstance(failed, FailedSource)
    assert failed.error.message == f"{server.address}/: {says}"
    assert failed.error.exit_code == code


def test_a_page_that_is_too_large() -> None:
    with (
        web({"/": Reply(b"x" * 50_000)}) as server,
        pytest.raises(InputError, match=r"too large \(more than 0.01 MB\)"),
    ):
        fetch(f"{server.address}/", allow_private=True, limits=QUICK)


@pytest.mark.parametrize("packed", ["gzip", "deflate"])
def test_a_small_body_that_unpacks_to_a_large_one(packed: str) -> None:
    bomb = (
        gzip.compress(bytes(50_000_000)) if packed == "gzip" else zlib.compress(bytes(50_000_000))
    )
    reply = Reply(bomb, headers={"Content-Type": "text/html", "Content-Encoding": packed})
    with web({"/": reply}) as server, pytest.raises(InputError, match="too large"):
        fetch(f"{server.address}/", allow_private=True, limits=QUICK)


@pytest.mark.parametrize("packed", ["gzip", "deflate", "raw"])
def test_packed_pages_are_unpacked(packed: str) -> None:
    raw = zlib.compressobj(wbits=-15)
    bodies = {
        "gzip": gzip.compress(PAGE),
        "deflate": zlib.compress(PAGE),
        "raw": raw.compress(PAGE) + raw.flush(),
    }
    name = "gzip" if packed == "gzip" else "deflate"
    reply = Reply(bodies[packed], headers={"Content-Encoding": name})
    with web({"/": reply}) as server:
        assert fetch(f"{server.address}/", allow_private=True).data == PAGE


@pytest.mark.parametrize("name", ["br", "gzip"])
def test_packing_that_was_not_asked_for_or_is_broken(name: str) -> None:
    with (
        web({"/": Reply(b"\x8b\x00abc", headers={"Content-Encoding": name})}) as server,
        pytest.raises(FetchError) as caught,
    ):
        fetch(f"{server.address}/", allow_private=True)
    assert caught.value.exit_code == 4


def test_a_server_that_dribbles_is_left_in_time() -> None:
    limits = Limits(seconds=0.3, step_seconds=5)
    with (
        web({"/": Reply(b"x" * 100_000, pause=0.05)}) as server,
        pytest.raises(FetchError, match=r"no answer within 0.3 seconds"),
    ):
        fetch(f"{server.address}/", allow_private=True, limits=limits)


def test_a_server_that_says_nothing() -> None:
    limits = Limits(step_seconds=0.2)
    with (
        web({"/": Reply(PAGE, pause=2)}) as server,
        pytest.raises(FetchError, match="the server does not answer"),
    ):
        fetch(f"{server.address}/", allow_private=True, limits=limits)


def test_no_such_host_and_no_server() -> None:
    def nothing(*_: object) -> list[str]:
        raise OSError("no such host")

    with pytest.raises(FetchError) as caught:
        fetch("http://velden.example/", resolver=nothing)
    assert caught.value.message == "velden.example: no such host"
    with web({}) as server:
        gone = server.address
    with pytest.raises(FetchError, match="cannot be fetched"):
        fetch(gone, allow_private=True)


def test_a_bad_address_among_others_stops_nothing() -> None:
    with web({"/7": Reply(), "/8": Reply(b"", 404)}) as server:
        sources = [f"{server.address}/8", f"{server.address}/7"]
        loaded = list(load_all(sources, options=PRIVATE))
    assert [isinstance(item, Article) for item in loaded] == [False, True]
