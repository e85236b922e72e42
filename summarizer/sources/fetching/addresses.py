"""Which addresses belong to the public internet, and which to somebody's own network."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

Resolver = Callable[[str, int], list[str]]
"""From a host and a port to all its addresses; raises OSError where there is none."""
_NAT64: Final = ip_network("64:ff9b::/96")
_CLOSED: Final = tuple(map(ip_network, ("168.63.129.16/32", "192.0.0.0/24")))
"""Services of cloud providers that look public; those of others are link-local or private."""


def resolve(host: str, port: int) -> list[str]:
    """All addresses that the system knows for a host, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an address is one on the public internet, whatever it is wrapped in."""
    try:
        outer = ip_address(address.split("%")[0])
    except ValueError:
        return False
    return all(
        one.is_global and not one.is_multicast and not any(one in closed for closed in _CLOSED)
        for one in _inside(outer)
    )


def _inside(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    """The address, or the IPv4 address that it leads to when it is a way to write one."""
    if isinstance(address, IPv4Address):
        yield address
        return
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
        return
    yield address
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if address in _NAT64 or int(address) >> 32 == 0:
        yield IPv4Address(int(address) & 0xFFFFFFFF)
