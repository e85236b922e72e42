"""The command line within the tests, and as processes that can be killed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.batch.forked import Forks, forks
from tests.cli.conftest import command

__all__ = ["command"]


@pytest.fixture(scope="session")
def batches() -> Iterator[Forks]:
    """Starts batches; what they import is imported once for all tests."""
    with forks() as parent:
        yield parent
