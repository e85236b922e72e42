"""Where the command line begins."""

from __future__ import annotations

import gc
from typing import Final

_STAYING: Final = 200_000
"""Objects made before garbage is looked for: modules, tables and patterns all stay."""


def main() -> None:
    """Run the command line and exit with its code."""
    gc.set_threshold(_STAYING)
    from summarizer.cli.app import app
    from summarizer.cli.failing import run_app

    run_app(app)
