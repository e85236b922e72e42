"""The command line: one file per command; the only floor that prints or reads the terminal."""

from summarizer.cli.app import app, main

__all__ = ["app", "main"]
