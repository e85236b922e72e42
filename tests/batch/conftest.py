"""The command line within the tests."""

from tests.cli.conftest import command

__all__ = ["command"]
