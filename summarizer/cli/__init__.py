"""The command line: one file per command; the only floor that prints or reads the terminal."""

from summarizer.cli.start import main

__all__ = ["main"]
