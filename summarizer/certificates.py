"""The certificates that this machine trusts, for all that speaks to servers."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl


@cache
def trusted() -> ssl.SSLContext:
    """Read once: it is most of what opening a client costs."""
    import httpx2  # takes a while, and only addresses and models need it

    return httpx2.create_ssl_context()
