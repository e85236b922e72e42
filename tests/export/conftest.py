"""The command line for these tests."""

from tests.cli.conftest import command

__all__ = ["command"]
